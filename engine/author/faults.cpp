#include "author/faults.hpp"

#include <algorithm>
#include <array>

namespace factcheck {
namespace {

constexpr Severity error = Severity::error;
constexpr Severity warning = Severity::warning;
constexpr Severity info = Severity::info;

constexpr std::array table{
    FaultRow{"file", error, "a file that pack.yaml names cannot be read, or lies outside the pack",
             "a pack is judged by its own files alone, so that it means the same on every machine",
             "put the file into the pack's folder and name it by its path from there: no link, no .., no absolute path"},
    FaultRow{"yaml", error,
             "the file is not YAML, or uses what packs do without: anchors, aliases, tags, merge keys, a key twice",
             "these hide what a file says", "write the value out; put quotes around expressions inside { } and [ ]"},
    FaultRow{"shape", error, "a key that does not exist, a key that is missing, a list where a text belongs",
             "a misspelt key that is passed over is a check that never runs",
             "docs/rules.md has all keys; take the nearest word"},
    FaultRow{"value", error, "a name, number, day, unit or word of a closed list that is not known",
             "a rule about a measure that does not exist would be silent for ever",
             "take the word that the message puts forward"},
    FaultRow{"expression", error, "an expression that cannot be read, or whose types or units do not fit",
             "dollars added to tonnes are no evidence", "docs/expressions.md has each function with its types"},
    FaultRow{"data", error, "a row or a column of the pack's tables is wrong", "evidence must be as it was printed",
             "correct the row; docs/data.md has the columns"},
    FaultRow{"pack", error, "packs that do not fit together: one twice, one missing, a circle of uses, one id for two things",
             "in a document all packs share their names", "load the pack that is missing, or give one of the two another id"},
    FaultRow{"no-tests", warning, "a rule without tests", "nobody knows whether it works, nor when it stops working",
             "give it a true sentence, a false one, and one that it must leave alone"},
    FaultRow{"untested-verdict", warning,
             "no test of a rule expects a verdict that it exists to give: supported, or one of a miss",
             "a rule that never speaks, or always does, passes all its tests", "add a sentence with that verdict"},
    FaultRow{"untested-silence", info, "no test says what the rule must leave alone",
             "a false alarm costs more trust than a miss", "add a sentence that sounds alike, with verdict: silent"},
    FaultRow{"untested-slip", info, "a slip whose cause no test expects", "a cause that is never tried may never hold",
             "add a wrong sentence with that slip, and cause: with some of its words"},
    FaultRow{"untested-misleading", warning, "a rule says what misleads, and no test has that verdict",
             "calling a true sentence misleading needs proof that it is meant", "add a sentence with verdict: misleading"},
    FaultRow{"no-test-date", warning, "tests without a day: the pack has no test_date and they have no date",
             "what is known on a day, and what last week means, hangs on it", "add test_date to pack.yaml"},
    FaultRow{"todo-only", info, "all tests of a rule are marked todo", "a rule that fails its own tests should not be used",
             "mend the rule, or take it out"},
    FaultRow{"unused-let", warning, "a let that no expression and no message reads",
             "it is worked out for nothing, or misspelt elsewhere", "use it or take it out"},
    FaultRow{"unused-companion", warning, "a companion that no expression reads",
             "the rule is silent without it and gains nothing from it", "read one of its slots, or take it out"},
    FaultRow{"duplicate-rule", warning, "two rules look at the same claims and expect the same", "each finding comes twice",
             "take one of them out"},
    FaultRow{"unreachable-rule", warning, "no sentence can give the claim that the rule wants",
             "the measure has no words, or none for a role or a rank that must be filled",
             "add cues, markers of the role or ranks to the measure"},
    FaultRow{"never-finding", warning, "all verdicts of a rule have severity none", "it can never be heard",
             "give contradicted a severity"},
    FaultRow{"duplicate-cue", warning, "one cue names two measures that a rule can see",
             "a claim that could be two things is unverifiable", "make one of them longer: exports of rice, not rice"},
    FaultRow{"cue-twice", warning, "a cue stands twice in one list", "it is noise", "take one out", true},
    FaultRow{"common-cue", warning, "a cue is an everyday word", "every sentence that holds it becomes a claim",
             "take a word that newspapers use for this alone, or two words"},
    FaultRow{"common-name", warning, "a name or alias is an everyday word in small letters", "it is found in any sentence",
             "write it with its capital, or take it out"},
    FaultRow{"shared-name", warning, "one name stands for two entities", "a claim about it is unverifiable",
             "take the name away from both, or from the one that is rarely meant"},
    FaultRow{"no-cues", info, "a measure without cues and ranks", "no sentence can speak of it",
             "add the words that name it, or let another measure read as it"},
    FaultRow{"unused-measure", info, "a measure that no rule names", "claims of it are read and never judged",
             "write a rule for it; factcheck coverage gives its skeleton"},
    FaultRow{"unused-series", warning, "a series that no measure and no rule names", "its figures are never looked at",
             "name it under series of its measure"},
    FaultRow{"no-rows", warning, "a series without a figure", "what looks it up is unverifiable for ever",
             "add rows, or take the series out"},
    FaultRow{"no-source", warning, "a series without sources", "readers ask who says so, and rival sources need an order",
             "add sources: [who publishes it]"},
    FaultRow{"no-licence", warning, "a series without a licence", "who shares the pack must know whether he may",
             "add licence: with the licence's name"},
    FaultRow{"no-stale-after", warning, "a series that does not say how long its figures stay fresh",
             "an old figure looks like evidence", "add stale_after: P18M or the like"},
    FaultRow{"gap", info, "periods are missing between the first and the last of a series with a frequency",
             "trends and records over a gap are unverifiable", "add the rows, or leave it where nobody published them"},
    FaultRow{"trailing-space", warning, "white space at the end of a line", "it is seen by git and by nobody else", "take it out",
             true},
    FaultRow{"line-ends", warning, "lines that end in CR LF, or a byte order mark", "files that look the same differ",
             "save with LF and without a mark", true},
    FaultRow{"final-newline", warning, "the last line has no end", "the next line that is added changes two", "end it", true},
};

}  // namespace

std::span<const FaultRow> fault_table() { return table; }

const FaultRow* fault_row(std::string_view code) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const FaultRow& row) { return row.code == code; });
    return found == table.end() ? nullptr : &*found;
}

std::string fault_page() {
    std::string out =
        "# What lint finds\n\n"
        "`factcheck lint PACK...` says all that can be known of a pack without a text: what keeps it from loading, and what "
        "makes it\n"
        "weaker than it could be. Each line ends in a code of this page. Errors make exit code 2, warnings 1; what is marked "
        "with a\n"
        "star is mended by `factcheck lint --fix`. This page is printed by `factcheck lint --codes`.\n\n"
        "| code | level | what is found | why it matters | what to do |\n| --- | --- | --- | --- | --- |\n";
    for (const FaultRow& row : table) {
        out +=
            "| `" + std::string(row.code) + "`" + (row.mended ? " *" : "") + " | " + std::string(name_of(row.severity)) + " | ";
        out += std::string(row.what) + " | " + std::string(row.why) + " | " + std::string(row.remedy) + " |\n";
    }
    return out;
}

}  // namespace factcheck
