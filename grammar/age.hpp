// Ages: "15-year-old", "ten years old", "eighteen months of age", "aged 25 to 54". The amount in front is read on its own.
#pragma once

#include "grammar/text.hpp"

namespace factcheck::grammar {

struct age_tail : p::sor<p::seq<joint, any<"olds", "old">, word_end>, p::seq<gap, any<"of age">>> {};
struct age_lead : p::seq<any<"aged between", "aged", "ages", "age">, gap> {};

}  // namespace factcheck::grammar
