#include "rules/functions.hpp"

#include "support/folder.hpp"
#include "support/source.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

using namespace factcheck;

namespace {

std::string source(const std::string& name) { return testing::bytes_of(testing::source("/") + name); }

// The rows of bind's table, name -> fewest arguments, read from its source: Row{"change", 2, change}.
std::map<std::string, std::size_t> rows_of_bind() {
    const std::string text = source("engine/bind/functions.cpp");
    const std::string mark = "Row{\"";
    std::map<std::string, std::size_t> out;
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
        const std::size_t begin = at + mark.size();
        const std::size_t end = text.find('"', begin);
        const std::size_t digit = text.find_first_of("0123456789", end);
        out[text.substr(begin, end - begin)] = static_cast<std::size_t>(text[digit] - '0');
    }
    return out;
}

// Rows of the Markdown table under a heading: what stands between the first backquotes, and the whole line.
std::map<std::string, std::string> rows_of_table(const std::string& heading) {
    const std::string text = source("docs/rules.md");
    std::map<std::string, std::string> out;
    std::size_t at = text.find("## " + heading + "\n");
    REQUIRE_MESSAGE(at != std::string::npos, heading);
    const std::size_t past = std::min(text.find("\n## ", at + 3), text.size());
    while ((at = text.find("\n| `", at)) < past) {
        const std::size_t begin = at + 4;
        const std::size_t end = text.find('`', begin);
        out[text.substr(begin, end - begin)] = text.substr(at + 1, text.find('\n', begin) - at - 1);
        at = end;
    }
    return out;
}

}  // namespace

TEST_CASE("what the loader accepts is what bind evaluates, with as many arguments") {
    std::map<std::string, std::size_t> accepted;
    for (const Function& function : function_table())
        if (function.evaluated)
            accepted[std::string(function.name)] = static_cast<std::size_t>(std::count_if(
                function.parameters.begin(), function.parameters.end(), [](const Parameter& p) { return !p.optional; }));
    CHECK(accepted.size() > 30);
    CHECK(accepted == rows_of_bind());
}

TEST_CASE("the table is in order, and every parameter behind the first has a keyword") {
    const auto table = function_table();
    CHECK(std::is_sorted(table.begin(), table.end(), [](const Function& a, const Function& b) { return a.name < b.name; }));
    for (const Function& function : table)
        for (std::size_t i = 0; i < function.parameters.size(); ++i) CHECK(function.parameters[i].keyword.empty() == (i == 0));
    CHECK(signature_of(*find_function("change")) == "change(quantity since quantity)");
    CHECK(signature_of(*find_function("rank")) == "rank(entity among quantity list)");
    CHECK(signature_of(*find_function("age")) == "age(period [at period])");
    CHECK(find_function("chang") == nullptr);
}

TEST_CASE("the documentation lists every function with its signature and meaning") {
    const auto rows = rows_of_table("Functions");
    std::set<std::string> documented;
    for (const auto& [name, line] : rows) documented.insert(name);
    std::set<std::string> known;
    for (const Function& function : function_table()) {
        known.insert(signature_of(function));
        const auto row = rows.find(signature_of(function));
        if (row == rows.end()) continue;
        INFO(row->second);
        CHECK(row->second.find(function.about) != std::string::npos);
        CHECK((row->second.find("not yet") != std::string::npos) == !function.evaluated);
    }
    CHECK(documented == known);
}

TEST_CASE("the documentation lists every slot with its kinds, type and meaning") {
    const auto rows = rows_of_table("Slots");
    std::set<std::string> documented;
    for (const auto& [name, line] : rows) documented.insert(name);
    std::set<std::string> known;
    for (const SlotRow& slot : slot_table()) {
        known.insert(std::string(slot.name));
        const auto row = rows.find(std::string(slot.name));
        if (row == rows.end()) continue;
        INFO(row->second);
        CHECK(row->second.find(slot.about) != std::string::npos);
        CHECK(row->second.find(std::string("| ") + std::string(name_of(slot.type)) + " |") != std::string::npos);
        CHECK(row->second.find(slot.kinds == "*" ? "| all |" : "| " + std::string(slot.kinds) + " |") != std::string::npos);
    }
    CHECK(documented == known);
}
