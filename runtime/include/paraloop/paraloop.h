// paraloop.h: the one header that generated code and programs include.

#ifndef PARALOOP_PARALOOP_H
#define PARALOOP_PARALOOP_H

#include "paraloop/apart.h"
#include "paraloop/codec.h"
#include "paraloop/generated.h"
#include "paraloop/in_place.h"
#include "paraloop/loop.h"
#include "paraloop/parallel.h"
#include "paraloop/partial.h"
#include "paraloop/private_stream.h"
#include "paraloop/spaces.h"
#include "paraloop/strategies.h"
#include "paraloop/variable.h"

#endif
