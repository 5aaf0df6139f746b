// docs/expressions.md and docs/slots.md are held to the tables of the code, docs/keys.md and docs/schema to what the program
// prints.
#include "author/schema.hpp"
#include "model/slots.hpp"
#include "rules/expression.hpp"
#include "rules/functions.hpp"
#include "rules/world.hpp"
#include "support/folder.hpp"
#include "support/source.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

using namespace factcheck;
using namespace factcheck::testing;

namespace {

std::string page(const std::string& name) { return bytes_of(source("/docs/" + name)); }

// The cells of each row of a Markdown page's tables, without backquotes.
std::vector<std::vector<std::string>> rows_of(const std::string& text) {
    std::vector<std::vector<std::string>> out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = text.substr(at, end - at);
        at = end + 1;
        if (!line.starts_with("| ")) continue;
        std::vector<std::string> cells{""};
        for (std::size_t i = 2; i < line.size(); ++i) {
            if (line.compare(i, 2, " |") == 0) {
                cells.emplace_back();
                i += 2;
            } else if (line[i] != '`') {
                cells.back() += line[i];
            }
        }
        if (!cells.back().empty())
            out.push_back(cells);
        else {
            cells.pop_back();
            out.push_back(cells);
        }
    }
    return out;
}

struct Read {
    std::string is;
    std::string fault;
};

Read read(const World& world, const std::string& text) {
    Diagnostics faults;
    const auto checked = parse_expression(
        text,
        [](std::size_t at) {
            return Place{"page", 1, at + 1};
        },
        world.scope, faults);
    return {checked ? in_words(checked->result) : "", faults.empty() ? "" : faults.front().message};
}

}  // namespace

TEST_CASE("docs/expressions.md: each function has an example that is what the page says, and an error with its message") {
    const World world;
    std::set<std::string> seen;
    for (const auto& row : rows_of(page("expressions.md"))) {
        if (row.size() != 5 || row[0] == "function" || row[0] == "---") continue;
        CAPTURE(row[0]);
        seen.insert(row[0]);
        CHECK(read(world, row[1]).is == row[2]);
        CHECK(read(world, row[1]).fault.empty());
        CHECK(read(world, row[3]).fault == row[4]);
        CHECK_FALSE(row[4].empty());
    }
    for (const Function& function : function_table()) CHECK_MESSAGE(seen.contains(std::string(function.name)), function.name);
}

TEST_CASE("docs/slots.md has each slot by the kinds of claims that can have it") {
    const std::string text = page("slots.md");
    for (const SlotRow& slot : slot_table()) {
        const std::string row = "| `" + std::string(slot.name) + "` | " + std::string(name_of(slot.type)) + " | ";
        CHECK_MESSAGE(text.find(row) != std::string::npos, row);
        CHECK_MESSAGE(text.find(std::string(slot.about)) != std::string::npos, slot.about);
    }
}

TEST_CASE("docs/keys.md and docs/schema are what the program prints") {
    CHECK(page("keys.md") == keys_page());
    for (const std::string_view name : schema_names()) CHECK(page("schema/" + std::string(name) + ".json") == schema_of(name));
    CHECK(schema_of("nothing").empty());
}
