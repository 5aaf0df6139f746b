#include "rules/keys.hpp"

#include "rules/words.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace factcheck {
namespace {

using Words = std::span<const std::string_view>;
constexpr Words free_text{};
constexpr bool required = true;
constexpr bool optional = false;

constexpr std::array pack{
    KeyRow{"schema", Shape::text, Form::any, words::schemas, "", required, "", "1", "the version of this language"},
    KeyRow{"name", Shape::text, Form::dashed_id, free_text, "", required, "", "pakistan-trade",
           "no two packs of one name are loaded"},
    KeyRow{"version", Shape::text, Form::version, free_text, "", required, "", "1.0.0", "three numbers"},
    KeyRow{"about", Shape::text, Form::any, free_text, "", required, "", "What Ruritania sells.",
           "what it is for, in a sentence"},
    KeyRow{"test_date", Shape::text, Form::day, free_text, "", optional, "none", "2025-08-04",
           "the day that tests speak on which name none"},
    KeyRow{"uses", Shape::texts, Form::dashed_id, free_text, "", optional, "none", "[countries]",
           "packs whose measures, entities and series it may name"},
    KeyRow{"data", Shape::text, Form::any, free_text, "", optional, "none", "data/datapackage.json",
           "the path of its data package"},
    KeyRow{"vocabulary", Shape::texts, Form::any, free_text, "", optional, "none", "[words.yaml, entities.csv]",
           "files of measures, entities and series"},
    KeyRow{"statistics", Shape::texts, Form::any, free_text, "", optional, "none", "[topics.yaml, words.yaml]",
           "files of topics, groups and words for statistics told in general words"},
    KeyRow{"rules", Shape::texts, Form::any, free_text, "", optional, "none", "[rules.yaml]", "files of rules"},
    KeyRow{"tests", Shape::texts, Form::any, free_text, "", optional, "none", "[tests.yaml]", "files of further tests"},
    KeyRow{"metadata", Shape::anything, Form::any, free_text, "", optional, "none", "{owner: desk}",
           "a map of your own, not read"},
};

constexpr std::array vocabulary_file{
    KeyRow{"measures", Shape::record_map, Form::id, free_text, "measure", optional, "none",
           "{exports: {cues: [exports], unit: USD}}", "what can be measured, and the words for it"},
    KeyRow{"entities", Shape::record_map, Form::id, free_text, "entity", optional, "none",
           "{XR: {type: country, name: Ruritania}}", "who and what there is"},
    KeyRow{"series", Shape::record_map, Form::id, free_text, "series", optional, "none",
           "{exports: {label: exports, measure: exports, unit: USD}}", "columns of figures"},
};

constexpr std::array measure{
    KeyRow{"label", Shape::text, Form::any, free_text, "", optional, "the id", "exports of goods", "how reports name it"},
    KeyRow{"cues", Shape::texts, Form::any, free_text, "", optional, "none", "[exports, sold to]", "words that speak of it"},
    KeyRow{"roles", Shape::map_of_list, Form::any, words::markers, "", optional, "none", "{reporter: [possessive, in]}",
           "who takes part, and how the words show it"},
    KeyRow{"ranks", Shape::map_of_list, Form::any, free_text, "", optional, "none", "{partner: [market, buyer]}",
           "nouns that a superlative ranks by this measure"},
    KeyRow{"unit", Shape::text, Form::unit, free_text, "", required, "", "USD", "the code of its unit"},
    KeyRow{"nature", Shape::text, Form::any, words::natures, "", optional, "flow", "stock", "whether parts of a period add up"},
    KeyRow{"series", Shape::texts, Form::id, free_text, "", optional, "none", "[exports]", "series of this pack, the best first"},
    KeyRow{"defaults", Shape::map_of_text, Form::id, free_text, "", optional, "none", "{partner: WLD}",
           "what is meant where nothing is said; shown as assumed"},
    KeyRow{"reads_as", Shape::text, Form::id, free_text, "", optional, "none", "killed", "the measure whose facts count it"},
    KeyRow{"note", Shape::text, Form::any, free_text, "", optional, "none", "casualties read as deaths",
           "what the finding says about reads_as"},
    KeyRow{"thresholds", Shape::texts, Form::amount, free_text, "", optional, "none; 50 % for percentages", "[2 %]",
           "values that a near miss may not cross"},
};

constexpr std::array entity{
    KeyRow{"type", Shape::text, Form::id, free_text, "", required, "", "country",
           "country, group, city, person, organisation or another word"},
    KeyRow{"name", Shape::text, Form::any, free_text, "", required, "", "Ruritania", "as reports print it"},
    KeyRow{"aliases", Shape::texts, Form::any, free_text, "", optional, "none", "[the Kingdom]", "other names; capitals count"},
    KeyRow{"adjectives", Shape::texts, Form::any, free_text, "", optional, "none", "[Ruritanian]", "adjectives and peoples"},
    KeyRow{"stands_for", Shape::text, Form::id, free_text, "", optional, "itself", "XR",
           "the entity that it speaks for: a capital for its government"},
    KeyRow{"fiscal", Shape::record, Form::any, free_text, "fiscal", optional, "calendar years", "{starts: 07-01, named_by: end}",
           "its fiscal year"},
    KeyRow{"members", Shape::texts, Form::id, free_text, "", optional, "none", "[XR, XZ]", "of a group"},
};

constexpr std::array fiscal{
    KeyRow{"starts", Shape::text, Form::month_day, free_text, "", required, "", "07-01", "the day that it starts"},
    KeyRow{"named_by", Shape::text, Form::any, words::fiscal_names, "", required, "", "end",
           "whether the year it starts or ends in names it"},
};

constexpr std::array series{
    KeyRow{"label", Shape::text, Form::any, free_text, "", required, "", "exports of goods", "its name for people"},
    KeyRow{"measure", Shape::text, Form::id, free_text, "", required, "", "exports", "what it measures"},
    KeyRow{"dimensions", Shape::texts, Form::id, free_text, "", optional, "none", "[reporter, partner]",
           "the roles that its key is made of, in order"},
    KeyRow{"unit", Shape::text, Form::unit, free_text, "", required, "", "USD", "the code of the unit of its figures"},
    KeyRow{"unit_mult", Shape::text, Form::whole, free_text, "", optional, "0", "6", "figures are in ten to this power units"},
    KeyRow{"frequency", Shape::text, Form::any, words::frequencies, "", optional, "mixed", "M", "SDMX: A, S, Q, M, W, D or B"},
    KeyRow{"nature", Shape::text, Form::any, words::natures, "", optional, "flow", "stock", "as of measures"},
    KeyRow{"rounding", Shape::text, Form::any, words::roundings, "", optional, "either", "exact", "how its figures were rounded"},
    KeyRow{"total", Shape::text, Form::id, free_text, "", optional, "none", "WLD",
           "the member of the last dimension that is the whole"},
    KeyRow{"rank_over", Shape::text, Form::id, free_text, "", optional, "none", "country",
           "the type of entity that a place is counted among"},
    KeyRow{"sources", Shape::texts, Form::any, free_text, "", optional, "as they come", "[State Bank of Pakistan]",
           "names of sources, the best first"},
    KeyRow{"mirror_of", Shape::text, Form::id, free_text, "", optional, "none", "imports", "the series that it mirrors"},
    KeyRow{"licence", Shape::text, Form::any, free_text, "", optional, "none", "CC BY 4.0", "of the figures"},
    KeyRow{"stale_after", Shape::text, Form::duration, free_text, "", optional, "never", "P18M",
           "how long the newest figure stays fresh"},
    KeyRow{"thresholds", Shape::texts, Form::amount, free_text, "", optional, "those of its measure", "[2 %]",
           "values that a near miss may not cross"},
    KeyRow{"complete", Shape::record_list, Form::any, free_text, "complete", optional, "nothing is known to be",
           "[{top: 3, source: Office}]", "which members are surely known"},
};

constexpr std::array complete{
    KeyRow{"top", Shape::text, Form::whole, free_text, "", optional, "none", "3",
           "the first so many are known; either this or above"},
    KeyRow{"above", Shape::text, Form::amount, free_text, "", optional, "none", "300 MUSD", "all above this are known"},
    KeyRow{"periods", Shape::texts, Form::period, free_text, "", optional, "all", "[\"2023-07/2024-06\"]", "for which periods"},
    KeyRow{"source", Shape::text, Form::any, free_text, "", required, "", "Statistics Office", "who says so"},
    KeyRow{"url", Shape::text, Form::any, free_text, "", optional, "none", "\"https://example.org\"", "where"},
};

constexpr std::array rule_file{
    KeyRow{"rules", Shape::record_list, Form::any, free_text, "rule", required, "",
           "[{id: exports, about: ..., claim: {}, expect: ...}]", "the rules"},
};

constexpr std::array test_file{
    KeyRow{"tests", Shape::record_list, Form::any, free_text, "case", required, "",
           "[{rule: exports, text: ..., verdict: supported}]", "tests of the pack's rules"},
};

constexpr std::array rule{
    KeyRow{"id", Shape::text, Form::dashed_id, free_text, "", required, "", "exports-level", "reports print pack/id"},
    KeyRow{"about", Shape::text, Form::any, free_text, "", required, "", "What a country sold.", "what it checks, in a sentence"},
    KeyRow{"severity", Shape::severity, Form::any, words::severities, "", optional, "error", "{imprecise: none}",
           "of a contradicted claim, or of each verdict"},
    KeyRow{"claim", Shape::record, Form::any, free_text, "claim", required, "", "{kind: level, measure: exports, value: money}",
           "which claims it looks at"},
    KeyRow{"with", Shape::record_map, Form::id, free_text, "companion", optional, "none", "{parts: {role: part, same: [unit]}}",
           "other claims of the document that it needs"},
    KeyRow{"let", Shape::map_of_text, Form::expression, free_text, "", optional, "none", "{year: latest_full()}",
           "names for expressions"},
    KeyRow{"expect", Shape::text, Form::expression, free_text, "", required, "", "value = exports[reporter, period]",
           "one relation: what the text says, what the evidence says"},
    KeyRow{"unless", Shape::conditions, Form::expression, free_text, "unless", optional, "none", "parts.open",
           "where it is silent, or says why it cannot tell"},
    KeyRow{"misleading", Shape::conditions, Form::expression, free_text, "misleading", optional, "none",
           "[{if: value = former, say: that was the year before}]", "what misleads though it misses"},
    KeyRow{"slips", Shape::conditions, Form::expression, free_text, "slip", optional, "none",
           "[{if: value = former, cause: the year before}]", "what makes a wrong claim right, to name the cause"},
    KeyRow{"near", Shape::text, Form::number, free_text, "", optional, "1", "0", "a factor on the width of a near miss"},
    KeyRow{"message", Shape::text, Form::any, free_text, "", optional, "made from the claim", "\"{reporter} sold {expected}\"",
           "a sentence with names in braces"},
    KeyRow{"suggest", Shape::map_of_text, Form::expression, free_text, "", optional, "the value", "{weekday: weekday(date)}",
           "slot: expression, where another slot than the value is to be corrected"},
    KeyRow{"references", Shape::texts, Form::any, free_text, "", optional, "none", "[\"https://example.org\"]",
           "where to read more"},
    KeyRow{"tests", Shape::record_list, Form::any, free_text, "test", optional, "none", "[{text: ..., verdict: silent}]",
           "sentences with their verdicts"},
    KeyRow{"metadata", Shape::anything, Form::any, free_text, "", optional, "none", "{owner: desk}",
           "a map of your own, not read"},
};

constexpr std::array claim{
    KeyRow{"kind", Shape::texts, Form::any, words::kinds, "", optional, "all", "[level, count]", "kinds of claims"},
    KeyRow{"modality", Shape::texts, Form::any, words::modalities, "", optional, "asserted", "[asserted, forecast]",
           "how it is said"},
    KeyRow{"of", Shape::text, Form::id, free_text, "", optional, "any", "partner", "the role that a rank runs over"},
    KeyRow{"in", Shape::text, Form::any, words::regions, "", optional, "both", "headline", "where it stands"},
    KeyRow{"role", Shape::text, Form::any, words::sum_roles, "", optional, "any", "total", "its role in a sum"},
};

constexpr std::array companion{
    KeyRow{"kind", Shape::texts, Form::any, words::kinds, "", optional, "all", "level", "kinds of claims"},
    KeyRow{"modality", Shape::texts, Form::any, words::modalities, "", optional, "asserted", "asserted", "how it is said"},
    KeyRow{"of", Shape::text, Form::id, free_text, "", optional, "any", "partner", "the role that a rank runs over"},
    KeyRow{"in", Shape::text, Form::any, words::scopes, "", optional, "document", "paragraph", "where it must stand"},
    KeyRow{"role", Shape::text, Form::any, words::sum_roles, "", optional, "any", "part", "its role in a sum"},
    KeyRow{"same", Shape::texts, Form::id, free_text, "", optional, "none", "[measure, unit]",
           "slots that must be equal in both claims"},
    KeyRow{"take", Shape::text, Form::any, words::takes, "", optional, "all", "nearest", "how many of them"},
    KeyRow{"at_least", Shape::text, Form::whole, free_text, "", optional, "1", "2",
           "how many there must be, or the rule is silent"},
};

constexpr std::array unless{
    KeyRow{"if", Shape::text, Form::expression, free_text, "", required, "", "not valid(period)", "the condition"},
    KeyRow{"unverifiable", Shape::text, Form::any, free_text, "", optional, "the rule is silent", "the text does not say when",
           "why it cannot tell"},
    KeyRow{"reason", Shape::text, Form::any, words::reasons, "", optional, "incomplete-universe", "no-period",
           "the code of the reason"},
};
constexpr std::array misleading{
    KeyRow{"if", Shape::text, Form::expression, free_text, "", required, "", "value = former", "the condition"},
    KeyRow{"say", Shape::text, Form::any, free_text, "", required, "", "that was the year before", "why it misleads"},
};
constexpr std::array slip{
    KeyRow{"if", Shape::text, Form::expression, free_text, "", required, "", "value = 2 * former", "the condition"},
    KeyRow{"cause", Shape::text, Form::any, free_text, "", required, "", "the two values are swapped", "what went wrong"},
};

#define FACTCHECK_TEST_KEYS                                                                                                      \
    KeyRow{"text",                                                                                                               \
           Shape::text,                                                                                                          \
           Form::any,                                                                                                            \
           free_text,                                                                                                            \
           "",                                                                                                                   \
           optional,                                                                                                             \
           "that of file",                                                                                                       \
           "\"Exports came to $5 million in 2024.\"",                                                                            \
           "the sentence, or several"},                                                                                          \
        KeyRow{"file",                                                                                                           \
               Shape::text,                                                                                                      \
               Form::any,                                                                                                        \
               free_text,                                                                                                        \
               "",                                                                                                               \
               optional,                                                                                                         \
               "none",                                                                                                           \
               "cases/article.md",                                                                                               \
               "a text in the pack, instead of text"},                                                                           \
        KeyRow{"title", Shape::text, Form::any, free_text, "", optional, "none", "\"Exports up\"", "a headline above the text"}, \
        KeyRow{"date",                                                                                                           \
               Shape::text,                                                                                                      \
               Form::day,                                                                                                        \
               free_text,                                                                                                        \
               "",                                                                                                               \
               optional,                                                                                                         \
               "the pack's test_date",                                                                                           \
               "2025-08-04",                                                                                                     \
               "the day that it speaks on"},                                                                                     \
        KeyRow{"verdict",                                                                                                        \
               Shape::text,                                                                                                      \
               Form::any,                                                                                                        \
               words::test_verdicts,                                                                                             \
               "",                                                                                                               \
               required,                                                                                                         \
               "",                                                                                                               \
               "contradicted",                                                                                                   \
               "what must come out: the rule's worst verdict on the text"},                                                      \
        KeyRow{"suggestion",                                                                                                     \
               Shape::text,                                                                                                      \
               Form::any,                                                                                                        \
               free_text,                                                                                                        \
               "",                                                                                                               \
               optional,                                                                                                         \
               "any",                                                                                                            \
               "\"$5.4 billion\"",                                                                                               \
               "the words put forward, exactly"},                                                                                \
        KeyRow{"cause", Shape::text, Form::any, free_text, "", optional, "any", "swapped", "words of the cause"},                \
        KeyRow{"evidence",                                                                                                       \
               Shape::text,                                                                                                      \
               Form::any,                                                                                                        \
               free_text,                                                                                                        \
               "",                                                                                                               \
               optional,                                                                                                         \
               "any",                                                                                                            \
               "\"5,444.197 million\"",                                                                                          \
               "words of a line of the evidence"},                                                                               \
        KeyRow{"reason", Shape::text, Form::any, words::reasons, "", optional, "any", "no-period", "why it is unverifiable"},    \
        KeyRow {                                                                                                                 \
        "todo", Shape::text, Form::any, words::truths, "", optional, "false", "true",                                            \
            "known to fail; the run says when it no longer does"                                                                 \
    }

constexpr std::array test{FACTCHECK_TEST_KEYS};
constexpr std::array test_case{
    KeyRow{"rule", Shape::text, Form::dashed_id, free_text, "", required, "", "exports-level", "the rule that it tests"},
    FACTCHECK_TEST_KEYS};
#undef FACTCHECK_TEST_KEYS

constexpr std::array table{
    RecordRow{"pack", "pack.yaml", pack},
    RecordRow{"vocabulary", "a vocabulary file", vocabulary_file},
    RecordRow{"measure", "a measure", measure},
    RecordRow{"entity", "an entity", entity},
    RecordRow{"fiscal", "fiscal", fiscal},
    RecordRow{"series", "a series", series},
    RecordRow{"complete", "an entry of complete", complete},
    RecordRow{"rules", "a rule file", rule_file},
    RecordRow{"rule", "a rule", rule},
    RecordRow{"claim", "claim", claim, true},
    RecordRow{"companion", "a companion", companion, true},
    RecordRow{"unless", "a condition of unless", unless},
    RecordRow{"misleading", "a condition of misleading", misleading},
    RecordRow{"slip", "a condition of slips", slip},
    RecordRow{"test", "a test", test},
    RecordRow{"tests", "a file of tests", test_file},
    RecordRow{"case", "a test", test_case},
};

}  // namespace

std::span<const RecordRow> key_table() { return table; }

const RecordRow& record_row(std::string_view id) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const RecordRow& row) { return row.id == id; });
    return found == table.end() ? table.front() : *found;
}

}  // namespace factcheck
