// docs/semantics.md: every row of its tables is a row of the corpora that the engine is held to.
#include "model/period.hpp"
#include "model/verdict.hpp"
#include "support/folder.hpp"
#include "support/quantities.hpp"
#include "support/source.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

using namespace factcheck;
using namespace factcheck::testing;

namespace {

using Cells = std::vector<std::string>;

YAML::Node corpus(const char* name) { return YAML::LoadFile(testing::source("/tests/corpus/") + name); }

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// "| a | b |" -> a, b
Cells cells_of(const std::string& line) {
    Cells out;
    for (std::size_t at = 0; at + 1 < line.size();) {
        const std::size_t end = line.find('|', at + 1);
        if (end == std::string::npos) break;
        out.push_back(trimmed(line.substr(at + 1, end - at - 1)));
        at = end;
    }
    return out;
}

// The rows of all tables of the page that have this head.
std::vector<Cells> rows_under(const Cells& head) {
    const std::string page = bytes_of(testing::source("/docs/semantics.md"));
    std::vector<Cells> out;
    bool inside = false;
    for (std::size_t at = 0; at < page.size();) {
        const std::size_t end = std::min(page.find('\n', at), page.size());
        const std::string line = page.substr(at, end - at);
        at = end + 1;
        if (line.rfind("|", 0) != 0)
            inside = false;
        else if (cells_of(line) == head)
            inside = true;
        else if (inside && line.rfind("| ---", 0) != 0)
            out.push_back(cells_of(line));
    }
    return out;
}

// How the page writes the evidence of a row of relation.yaml.
std::string evidence_words(const YAML::Node& row) {
    for (const char* kind : {"printed", "exactly", "computed", "sources", "minimum"})
        if (row[kind]) return std::string(kind) + " " + row[kind].as<std::string>();
    return "";
}

Grain grain_named(const std::string& name) {
    static const std::map<std::string, Grain> names{{"day", Grain::day},         {"week", Grain::week}, {"month", Grain::month},
                                                    {"quarter", Grain::quarter}, {"half", Grain::half}, {"year", Grain::year}};
    return names.at(name);
}

}  // namespace

TEST_CASE("the page's words and values are rows of the corpus") {
    std::map<std::string, std::string> sets;
    for (const auto& group : corpus("stated.yaml"))
        for (const YAML::Node& row : group.second) sets[row["say"].as<std::string>()] = row["set"].as<std::string>();
    const auto rows = rows_under({"words", "values"});
    CHECK(rows.size() > 50);
    for (const Cells& row : rows) {
        INFO(row[0]);
        REQUIRE(sets.count(row[0]) == 1);
        CHECK(sets.at(row[0]) == row[1]);
    }
}

TEST_CASE("the page's claims and verdicts are rows of the corpus") {
    std::set<Cells> known;
    for (const YAML::Node& row : corpus("relation.yaml")["words"])
        if (!row["thresholds"] && !row["near"] && !row["change"])
            known.insert({row["claim"].as<std::string>(), evidence_words(row), row["verdict"].as<std::string>()});
    for (const Cells& row : rows_under({"claim", "evidence", "verdict"})) {
        INFO(row[0], ", ", row[1], ": ", row[2]);
        CHECK(known.count(row) == 1);
    }
    CHECK(rows_under({"claim", "evidence", "verdict"}).size() > 25);
}

TEST_CASE("the page's dates are rows of the corpus") {
    std::set<Cells> known;
    for (const YAML::Node& row : corpus("relation.yaml")["periods"])
        known.insert({row["claimed"].as<std::string>(), row["known"].as<std::string>(), row["verdict"].as<std::string>()});
    const auto rows = rows_under({"claimed", "known", "verdict"});
    CHECK(rows.size() == 4);
    for (const Cells& row : rows) {
        INFO(row[0], ", ", row[1]);
        CHECK(known.count(row) == 1);
    }
}

TEST_CASE("the page's periods shift as it says") {
    const auto rows = rows_under({"period", "shifted by", "gives"});
    CHECK(rows.size() == 5);
    for (const Cells& row : rows) {
        INFO(row[0], " by ", row[1]);
        const std::size_t space = row[1].find(' ');
        const auto moved = shifted(*period_from(row[0]), static_cast<int>(decimal_from(row[1].substr(0, space))->coefficient),
                                   grain_named(row[1].substr(space + 1)));
        REQUIRE(moved);
        CHECK(to_timex(*moved) == row[2]);
    }
}

TEST_CASE("the page names every reason") {
    const std::string page = bytes_of(testing::source("/docs/semantics.md"));
    for (int i = 1; i <= static_cast<int>(Reason::too_large); ++i) {
        const std::string name(name_of(static_cast<Reason>(i)));
        INFO(name);
        CHECK(page.find(name) != std::string::npos);
    }
}
