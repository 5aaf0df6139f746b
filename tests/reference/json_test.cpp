// JSON of data packages: what is refused, and the place of what is read.
#include "reference/json.hpp"

#include "model/limits.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <nlohmann/json.hpp>

#include <string>

using namespace factcheck;

namespace {

std::string fault_of(const std::string& bytes) {
    Diagnostics diagnostics;
    const auto value = read_json(bytes, "p.json", diagnostics);
    REQUIRE(value.has_value() == diagnostics.empty());
    if (diagnostics.empty()) return "";
    return std::to_string(diagnostics.front().place.line) + ":" + std::to_string(diagnostics.front().place.column) + ": " +
           diagnostics.front().message;
}

}  // namespace

TEST_CASE("what is no JSON, and what is but is refused") {
    struct Row {
        std::string what;
        std::string bytes;
        std::string fault;  // as it begins; empty: good
    };
    const Row table[] = {
        {"object", "{\"a\": [1, 2.50, true, null, \"x\"]}", ""},
        {"byte order mark", "\xEF\xBB\xBF{}", ""},
        {"a large integer stays as written", "[9007199254740993]", ""},
        {"nothing", "", "1:1: the file is empty"},
        {"comment", "{} // no", "1:4: this is not JSON"},
        {"trailing comma", "[1,\n2,]", "2:3: this is not JSON"},
        {"no number", "[NaN]", "1:2: this is not JSON"},
        {"number out of all bounds", "[1e999999]", "1:2: this is not JSON"},
        {"single quotes", "{'a': 1}", "1:2: this is not JSON"},
        {"control character", "[\"a\nb\"]", "1:2: this is not JSON"},
        {"lone surrogate", "[\"\\ud800\"]", "1:2: this is not JSON"},
        {"invalid UTF-8", "[\"\xFF\"]", "1:2: this is not JSON"},
        {"cut off", "{\"a\": [1, 2", "1:12: this is not JSON"},
        {"two values", "1 2", "1:3: this is not JSON"},
        {"a key twice", "{\"a\": 1,\n  \"a\": 2}", "2:3: the key \"a\" stands twice"},
        {"a key twice by an escape", "{\"a\": 1, \"\\u0061\": 2}", "1:10: the key \"a\" stands twice"},
        {"a key twice within", "[{\"b\": {\"c\": 1, \"c\": 1}}]", "1:17: the key \"c\""},
        {"a key twice round an object", "{\"a\": {\"b\": 1}, \"a\": 2}", "1:17: the key \"a\""},
        {"one key in two objects", "[{\"a\": 1}, {\"a\": 1}]", ""},
        {"depth at the limit", std::string(limits::json_depth, '[') + std::string(limits::json_depth, ']'), ""},
        {"depth over the limit", std::string(limits::json_depth + 1, '[') + std::string(limits::json_depth + 1, ']'),
         "1:65: nested deeper"},
        {"depth over all limits", std::string(1'000'000, '['), "1:65: nested deeper"},
    };
    for (const Row& row : table) {
        CAPTURE(row.what);
        const std::string got = fault_of(row.bytes);
        CHECK_MESSAGE((row.fault.empty() ? got.empty() : got.starts_with(row.fault)), got);
    }
}

TEST_CASE("every value knows its place") {
    Diagnostics diagnostics;
    const auto root = read_json("{\"name\": \"p\",\n  \"é\": {\"x\": [10,\n\t{\"y\": \"z\"}]}}", "p.json", diagnostics);
    REQUIRE(root);
    const auto place_of = [](const JsonValue& value) {
        return std::to_string(value.place.line) + ":" + std::to_string(value.place.column);
    };
    CHECK(place_of(*root) == "1:1");
    CHECK(place_of(*root->member("name")) == "1:10");
    const JsonValue* inner = root->member("é");
    REQUIRE(inner != nullptr);
    CHECK(place_of(*inner) == "2:8");
    const JsonValue* list = inner->member("x");
    REQUIRE(list != nullptr);
    CHECK(place_of(*list) == "2:14");
    CHECK(place_of(list->items[0]) == "2:15");
    CHECK(list->items[0].text == "10");
    CHECK(place_of(list->items[1]) == "3:2");
    CHECK(place_of(*list->items[1].member("y")) == "3:8");
    CHECK(root->member("none") == nullptr);
    CHECK(list->member("x") == nullptr);
}

TEST_CASE("any bytes are read or refused without harm") {
    CHECK(rc::check([] {
        const auto bytes = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("{}[]\",:\\u0a1 \n\xC3tfn-.e")));
        Diagnostics diagnostics;
        const auto value = read_json(bytes, "p.json", diagnostics);
        RC_ASSERT(value.has_value() == diagnostics.empty());
        RC_ASSERT((!value || nlohmann::json::accept(bytes)));
    }));
}
