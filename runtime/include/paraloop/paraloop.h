// paraloop.h: the one header that generated code and programs include.

#ifndef PARALOOP_PARALOOP_H
#define PARALOOP_PARALOOP_H

// Generated code includes this header after what the user includes and defines, and people do define macros of one
// letter.
#pragma push_macro("A")
#pragma push_macro("B")
#pragma push_macro("C")
#pragma push_macro("E")
#pragma push_macro("F")
#pragma push_macro("H")
#pragma push_macro("I")
#pragma push_macro("K")
#pragma push_macro("M")
#pragma push_macro("N")
#pragma push_macro("O")
#pragma push_macro("S")
#pragma push_macro("T")
#pragma push_macro("U")
#pragma push_macro("V")
#undef A
#undef B
#undef C
#undef E
#undef F
#undef H
#undef I
#undef K
#undef M
#undef N
#undef O
#undef S
#undef T
#undef U
#undef V

#include "paraloop/apart.h"
#include "paraloop/codec.h"
#include "paraloop/course.h"
#include "paraloop/fold.h"
#include "paraloop/generated.h"
#include "paraloop/in_place.h"
#include "paraloop/interval.h"
#include "paraloop/loop.h"
#include "paraloop/parallel.h"
#include "paraloop/partial.h"
#include "paraloop/parts.h"
#include "paraloop/pointers.h"
#include "paraloop/private_stream.h"
#include "paraloop/rows.h"
#include "paraloop/shared.h"
#include "paraloop/spaces.h"
#include "paraloop/strategies.h"
#include "paraloop/stretch.h"
#include "paraloop/variable.h"

#pragma pop_macro("A")
#pragma pop_macro("B")
#pragma pop_macro("C")
#pragma pop_macro("E")
#pragma pop_macro("F")
#pragma pop_macro("H")
#pragma pop_macro("I")
#pragma pop_macro("K")
#pragma pop_macro("M")
#pragma pop_macro("N")
#pragma pop_macro("O")
#pragma pop_macro("S")
#pragma pop_macro("T")
#pragma pop_macro("U")
#pragma pop_macro("V")

#endif
