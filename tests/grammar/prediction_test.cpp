// What is predicted of a rule must never be narrower than the rule: wherever it matches, it may begin.
#include "grammar/prediction.hpp"
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

#include "support/source.hpp"

#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>
#include <tao/pegtl/memory_input.hpp>
#include <tao/pegtl/parse.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

using namespace factcheck;
namespace g = grammar;
namespace p = tao::pegtl;

namespace {

template <typename Rule>
bool may_begin(std::string_view text) {
    const char* const end = text.data() + text.size();
    if (!g::may_begin<Rule>(text.data(), end)) return false;
    if constexpr (g::worth_asking_words<Rule>)
        if (!text.empty() && !g::parts_words(text.front())) return g::may_begin<Rule>(g::words_at(text.data(), end));
    return true;
}

// By the rule alone: nothing is predicted here.
template <typename Rule>
bool matches(std::string_view text) {
    p::memory_input<p::tracking_mode::lazy, p::eol::lf, const char*> in(text.data(), text.data() + text.size(), "");
    return p::parse<Rule>(in);
}

// Every phrase of the corpus of mentions, those that must not be read included.
const std::vector<std::string>& phrases() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> out;
        for (const auto& file : std::filesystem::directory_iterator(testing::source("/tests/corpus"))) {
            if (file.path().extension() != ".yaml") continue;
            const YAML::Node root = YAML::LoadFile(file.path().string());
            if (!root["none"]) continue;
            for (const char* list : {"rows", "none"})
                for (const YAML::Node& row : root[list])
                    if (row.IsScalar() || row["text"]) out.push_back((row.IsScalar() ? row : row["text"]).as<std::string>());
        }
        return out;
    }();
    return all;
}

}  // namespace

TEST_CASE_TEMPLATE("where a rule matches it was predicted", Rule, g::figure, g::number_in_words, g::part_of_scale, g::amount,
                   g::bracketed, g::hedges, g::hedge_tail, g::range_joint, g::between_joint, g::from_joint, g::plus_minus,
                   g::bound_joint, g::per_part, g::ratio, g::times, g::multiple_word, g::half_as, g::rank, g::change_word,
                   g::noun_of_change, g::change_filler, g::vague, g::quantifier, g::trend, g::age_tail, g::age_lead, g::calendar,
                   g::fiscal_after, g::fiscal_before, g::fiscal_code_part, g::fiscal_part, g::months_of_year, g::same_period,
                   g::quarter_in_words, g::half_in_words, g::relative_unit, g::counted_steps, g::vague_steps, g::century,
                   g::part_of, g::nth_of, g::offset_from, g::week_of, g::week_number, g::length_ended, g::rest_of,
                   g::run_of_units, g::holiday_date, g::season_date, g::months_code, g::clock_here, g::clock_behind, g::clock_iso,
                   g::this_part, g::reference, g::recurring, g::several_units, g::a_length, g::whole_length, g::half_length,
                   g::day_to_day_month, g::year_alone, g::weekday_alone, g::in_steps) {
    std::size_t matched = 0;
    for (const std::string& phrase : phrases()) {
        const std::string_view text = phrase;
        for (std::size_t at = 0; at <= text.size(); ++at) {
            if (!matches<Rule>(text.substr(at))) continue;
            ++matched;
            INFO(phrase << " at " << at);
            CHECK(may_begin<Rule>(text.substr(at)));
        }
    }
    CHECK(matched > 0);
}

TEST_CASE("the byte behind a gap is predicted too") {
    using rule = p::seq<p::opt<g::gap>, g::any<"to", "through">>;
    CHECK(may_begin<rule>("to 5"));
    CHECK(may_begin<rule>(" to 5"));
    CHECK_FALSE(may_begin<rule>(" of 5"));
    CHECK(may_begin<rule>("  of 5"));  // two bytes of white space may be one gap
    CHECK_FALSE(may_begin<rule>(""));
}

TEST_CASE("the first two words are predicted") {
    using rule = p::seq<p::opt<g::the>, g::any<"last", "past year">, g::joint, p::opt<g::any<"few">, g::gap>, g::any<"weeks">>;
    CHECK(may_begin<rule>("the last weeks"));
    CHECK(may_begin<rule>("Last few weeks"));
    CHECK(may_begin<rule>("past year weeks"));
    CHECK_FALSE(may_begin<rule>("last month weeks"));
    CHECK_FALSE(may_begin<rule>("the same weeks"));
    CHECK_FALSE(may_begin<rule>("last, weeks"));
    CHECK_FALSE(may_begin<rule>("5 weeks"));
}
