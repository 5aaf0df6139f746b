// The closed lists of English function words that link reads a sentence by. Sorted; one list a purpose.
#pragma once

#include <string_view>

namespace factcheck::words {

[[nodiscard]] bool preposition(std::string_view word);
[[nodiscard]] bool determiner(std::string_view word);    // skipped between a preposition and a name
[[nodiscard]] bool opens_clause(std::string_view word);  // after a comma: "with", "while", "which" ...
[[nodiscard]] bool parts_clause(std::string_view word);  // even without a comma: "while", "but" ...
[[nodiscard]] bool compares(std::string_view word);      // "compared", "against", "than": what follows is a base
[[nodiscard]] bool function_word(std::string_view word);
[[nodiscard]] bool plain_before_cue(std::string_view word);    // "total exports": the word does not narrow the measure
[[nodiscard]] bool plain_after_of(std::string_view word);      // "exports of goods"
[[nodiscard]] bool past_verb(std::string_view word);           // "were", "stood", "reached"
[[nodiscard]] bool present_verb(std::string_view word);        // "is", "stands"
[[nodiscard]] bool future_verb(std::string_view word);         // "will"
[[nodiscard]] bool forecasts(std::string_view word);           // "expected", "forecast", "target"
[[nodiscard]] bool prospects(std::string_view word);           // "potential", "proposed": of the noun that follows
[[nodiscard]] bool sets_a_scene(std::string_view word);        // "after", "amid": what follows stands by itself
[[nodiscard]] bool conditions(std::string_view word);          // "if", "unless", "would", "could", "may"
[[nodiscard]] bool denies(std::string_view word);              // "not", "denied", "never"
[[nodiscard]] bool attributes(std::string_view word);          // "said", "according"
[[nodiscard]] bool happens(std::string_view word);             // "agreed", "signed": an event took place then
[[nodiscard]] bool auxiliary(std::string_view word);           // "was", "has": the verb behind it says what happened
[[nodiscard]] bool names_only(std::string_view word);          // "called", "dubbed": what something is called
[[nodiscard]] bool made_by_announcing(std::string_view kind);  // kinds of events that an announcement brings about
[[nodiscard]] bool overtakes(std::string_view word);           // "overtaken", "replaced": who stands there is the former one
[[nodiscard]] bool excepts(std::string_view word);             // "after", "besides": a place that leaves others out
[[nodiscard]] bool moves(std::string_view word);               // "reaching", "totalling": carries a value of the clause before
[[nodiscard]] bool includes(std::string_view word);            // "including", "includes": a part follows
[[nodiscard]] bool goes_up(std::string_view word);             // "rose", "an increase", "more"
[[nodiscard]] bool goes_down(std::string_view word);           // "fell", "a drop", "less"
[[nodiscard]] bool refers(std::string_view word);              // "the same period a year earlier": words that join no figures
[[nodiscard]] bool part_of_period(std::string_view word);      // "half of", "quarter of" a year
[[nodiscard]] bool lasts(std::string_view word);               // "lasted", "long"

}  // namespace factcheck::words
