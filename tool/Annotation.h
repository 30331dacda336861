// Annotation.h: finds `[[paraloop]]` in the token stream.
//
// In: every token of a translation unit, after the preprocessor (so macros are
// seen through). Out: the annotated `for` keywords with their options, and
// refusals for what is misspelt or stands in the wrong place. Clang drops
// unknown statement attributes from its syntax tree, so the tokens are the only
// place where all of this can be seen.

#ifndef PARALOOP_TOOL_ANNOTATION_H
#define PARALOOP_TOOL_ANNOTATION_H

#include "AttributeOptions.h"
#include "Refusal.h"

#include "clang/Basic/SourceLocation.h"

#include <vector>

namespace clang {
class Preprocessor;
}

namespace paraloop {

/// Annotation is a `[[paraloop]]` that stands before a `for`. All places are
/// file locations.
struct Annotation {
  clang::SourceRange attribute;  ///< See AnnotatedLoop::attribute.
  clang::SourceLocation begin;   ///< See AnnotatedLoop::begin.
  clang::SourceLocation keyword; ///< Where `for` stands.
  AttributeOptions options;
};

/// Annotations is all that the token stream has to say about annotations, in
/// the order of the source.
struct Annotations {
  std::vector<Annotation> loops;
  std::vector<Refusal> refusals;
};

/// watchForAnnotations() makes the preprocessor report its tokens;
/// `annotations` grows while the file is parsed. EXPECTS: `annotations`
/// outlives `preprocessor`.
void watchForAnnotations(clang::Preprocessor &preprocessor,
                         Annotations &annotations);

} // namespace paraloop

#endif
