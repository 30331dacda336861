// StandardTypes.cpp: tables of class names.

#include "StandardTypes.h"

#include "StandardLibrary.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/Type.h"

using namespace clang;

namespace paraloop {
namespace {

/// standardName() returns the name of a class of the library, or nothing.
llvm::StringRef standardName(QualType type) {
  const CXXRecordDecl *record =
      type.isNull() ? nullptr
                    : type.getNonReferenceType()->getAsCXXRecordDecl();
  return record && record->getIdentifier() && isStandard(record)
             ? record->getName()
             : llvm::StringRef();
}

} // namespace

bool isMutex(QualType type) { return standardName(type).ends_with("mutex"); }

bool isSmartPointer(QualType type) {
  return standardName(type).ends_with("_ptr");
}

bool isRandomEngine(QualType type) {
  return standardName(type).ends_with("_engine");
}

bool isInputStream(QualType type) {
  const llvm::StringRef name = standardName(type);
  return name == "basic_istream" || name == "basic_ifstream" ||
         name == "basic_istringstream";
}

bool isOutputStream(QualType type) {
  const llvm::StringRef name = standardName(type);
  return name == "basic_ostream" || name == "basic_ofstream" ||
         name == "basic_ostringstream" || name == "basic_iostream" ||
         name == "basic_fstream" || name == "basic_stringstream";
}

bool isFilePointer(QualType type) {
  const QualType target = type.isNull() ? type : type->getPointeeType();
  const TagDecl *tag = target.isNull() ? nullptr : target->getAsTagDecl();
  return tag && tag->getName() == "_IO_FILE";
}

} // namespace paraloop
