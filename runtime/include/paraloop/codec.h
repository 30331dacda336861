// codec.h: everything that can travel from a worker to the parent, and why the
// rest can't.

#ifndef PARALOOP_CODEC_H
#define PARALOOP_CODEC_H

#include "paraloop/codec/associative.h"
#include "paraloop/codec/core.h"
#include "paraloop/codec/explain.h"
#include "paraloop/codec/fields.h"
#include "paraloop/codec/products.h"
#include "paraloop/codec/sequences.h"

#endif
