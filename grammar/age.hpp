// Ages: "15-year-old", "ten years old", "eighteen months of age", "aged 25 to 54". The amount in front is read on its own.
#pragma once

#include "grammar/text.hpp"

namespace factcheck::grammar {

struct age_tail : p::sor<p::seq<joint, any<"olds", "old">, word_end>, p::seq<gap, any<"of age">>> {};
struct age_lead : p::seq<any<"the ages of", "the age of", "ages of", "age of", "aged between", "aged", "ages", "age">, gap> {};
// "45 yo", "45yo", "45 y/o": years are meant.
struct age_mark : p::seq<p::opt<joint>, any<"yos", "yo", "y.o.", "y/o", "yr old", "yrs old">> {};
// "the over-65s", "under-21s": what ends the figure.
struct age_plural : p::seq<p::one<'s'>, word_end> {};

}  // namespace factcheck::grammar
