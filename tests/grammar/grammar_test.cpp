// Every grammar of prose ends: no rule calls itself without taking a byte, no loop is empty.
#include "grammar/age.hpp"
#include "grammar/change.hpp"
#include "grammar/hedge.hpp"
#include "grammar/multiple.hpp"
#include "grammar/quantifier.hpp"
#include "grammar/quantity.hpp"
#include "grammar/range.hpp"
#include "grammar/rank.hpp"
#include "grammar/ratio.hpp"
#include "grammar/recurring.hpp"
#include "grammar/time.hpp"

#include <doctest/doctest.h>
#include <tao/pegtl/contrib/analyze.hpp>
#include <tao/pegtl/memory_input.hpp>
#include <tao/pegtl/parse.hpp>

#include <string_view>

using namespace factcheck;
namespace p = tao::pegtl;

TEST_CASE_TEMPLATE("a grammar has no empty loop", Rule, grammar::figure, grammar::number_in_words, grammar::part_of_scale,
                   grammar::amount, grammar::bracketed, grammar::hedges, grammar::hedge_tail, grammar::range_joint,
                   grammar::between_joint, grammar::from_joint, grammar::plus_minus, grammar::ratio, grammar::times,
                   grammar::multiple_word, grammar::half_as, grammar::rank, grammar::change_word, grammar::noun_of_change,
                   grammar::change_filler, grammar::vague, grammar::quantifier, grammar::trend, grammar::age_tail,
                   grammar::age_lead, grammar::calendar, grammar::fiscal_after, grammar::fiscal_before, grammar::months_of_year,
                   grammar::same_period, grammar::quarter_in_words, grammar::half_in_words, grammar::relative_unit,
                   grammar::counted_steps, grammar::century, grammar::part_of, grammar::nth_of, grammar::offset_from,
                   grammar::week_of, grammar::week_number, grammar::length_ended, grammar::rest_of, grammar::run_of_units,
                   grammar::holiday_date, grammar::season_date, grammar::months_code, grammar::clock_here, grammar::clock_behind,
                   grammar::clock_iso, grammar::this_part, grammar::reference, grammar::recurring, grammar::several_units,
                   grammar::a_length, grammar::whole_length, grammar::half_length) {
    CHECK(p::analyze<Rule>() == 0);
}

namespace {

template <typename Rule>
std::size_t taken(std::string_view text) {
    p::memory_input<p::tracking_mode::lazy, p::eol::lf, const char*> in(text.data(), text.data() + text.size(), "");
    return p::parse<Rule>(in) ? text.size() - in.size(0) : 0;
}

}  // namespace

TEST_CASE("phrases match in any case, over one gap, to the end of their word") {
    using rule = grammar::any<"at least", "no fewer than">;
    CHECK(taken<rule>("At least five") == 8);
    CHECK(taken<rule>("at\nleast five") == 8);
    CHECK(taken<rule>("NO FEWER THAN") == 13);
    CHECK(taken<rule>("at leastways") == 0);
    CHECK(taken<rule>("at  least") == 9);
    CHECK(taken<rule>("at   least") == 0);
    CHECK(taken<rule>("at") == 0);
}

TEST_CASE("figures end where a version or a date goes on") {
    CHECK(taken<grammar::figure>("1,234.5 km") == 7);
    CHECK(taken<grammar::figure>("1,23,456") == 8);
    CHECK(taken<grammar::figure>("1.2.3") == 0);
    CHECK(taken<grammar::figure>("1,2345") == 0);
    CHECK(taken<grammar::figure>("12 345 678 men") == 10);
    CHECK(taken<grammar::figure>("5-1/2") == 5);
    CHECK(taken<grammar::fraction_figure>("9/11") == 0);
}

TEST_CASE("number words stop at what is no part of them") {
    CHECK(taken<grammar::number_in_words>("three hundred and five men") == 22);
    CHECK(taken<grammar::number_in_words>("twenty-one trillion") == 19);
    CHECK(taken<grammar::number_in_words>("two million, three thousand and six") == 35);
    CHECK(taken<grammar::number_in_words>("five and dime") == 4);
    CHECK(taken<grammar::number_in_words>("oneness") == 0);
    CHECK(taken<grammar::number_in_words>("two hundred and three fifths of it") == 28);
    CHECK(taken<grammar::number_in_words>("one hundred and fifth") == 0);
}
