// Test runs as JUnit XML, and tests rewritten by what came out.
#include "author/test.hpp"

#include "model/limits.hpp"
#include "model/utf8.hpp"
#include "rules/files.hpp"
#include "rules/yaml.hpp"
#include "run/atomic_write.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <string_view>

namespace factcheck {
namespace {

namespace fs = std::filesystem;

// XML 1.0 has no way to write control characters: they are left out.
std::string in_xml(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\n': out += "&#10;"; break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) out += c;
        }
    }
    return out;
}

std::string attribute(std::string_view name, std::string_view value) {
    return " " + std::string(name) + "=\"" + in_xml(value) + "\"";
}

void add_case(std::string& out, const TestResult& test) {
    using Status = TestResult::Status;
    out += "    <testcase" + attribute("name", test.text) + attribute("classname", test.rule) +
           attribute("file", test.place.file) + attribute("line", std::to_string(test.place.line));
    if (test.status == Status::passed || test.status == Status::done) {
        out += "/>\n";
        return;
    }
    out += ">\n";
    if (test.status == Status::not_yet)
        out += "      <skipped" + attribute("message", "todo, still: " + test.got) + "/>\n";
    else
        out += "      <failure" + attribute("message", "expected: " + test.expected + "; got: " + test.got) + ">" +
               in_xml(test.message) + "</failure>\n";
    out += "    </testcase>\n";
}

std::size_t count(const std::vector<const TestResult*>& all, TestResult::Status status) {
    return static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [&](const TestResult* t) { return t->status == status; }));
}

// ---- updating

struct Edit {
    std::size_t from = 0;
    std::size_t past = 0;
    std::string with;
};

// The bytes of a scalar, its quotes included; absent where it is written in a way that is not rewritten here.
std::optional<Edit> range_of(const std::string& bytes, const YamlNode& scalar) {
    if (scalar.at >= bytes.size()) return std::nullopt;
    const char quote = bytes[scalar.at];
    if (quote != '"' && quote != '\'') {
        if (bytes.compare(scalar.at, scalar.text.size(), scalar.text) != 0) return std::nullopt;
        return Edit{scalar.at, scalar.at + scalar.text.size(), {}};
    }
    for (std::size_t at = scalar.at + 1; at < bytes.size(); ++at) {
        if (quote == '"' && bytes[at] == '\\')
            ++at;
        else if (bytes[at] == quote)
            return Edit{scalar.at, at + 1, {}};
    }
    return std::nullopt;
}

std::string yaml_quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

const YamlNode* map_at(const YamlFile& file, const YamlNode& node, const Place& place) {
    if (node.kind == YamlNode::Kind::map && place_in(file, node.at) == place) return &node;
    for (const YamlNode& item : node.items)
        if (const YamlNode* found = map_at(file, item, place)) return found;
    return nullptr;
}

const YamlNode* value_of(const YamlNode& map, std::string_view key) {
    for (std::size_t i = 0; i < map.items.size(); ++i)
        if (map.keys[i].text == key) return &map.items[i];
    return nullptr;
}

// What must be written to make the test hold; absent where that is no matter of a word.
std::optional<std::vector<Edit>> edits_of(const std::string& bytes, const YamlNode& map, const TestResult& test) {
    std::vector<Edit> out;
    const std::map<std::string_view, std::string> got{{"verdict", test.verdict},
                                                      {"suggestion", test.suggestion.empty() ? "" : yaml_quoted(test.suggestion)},
                                                      {"cause", test.cause.empty() ? "" : yaml_quoted(test.cause)},
                                                      {"reason", test.reason}};
    for (const auto& [key, words] : got) {
        const YamlNode* value = value_of(map, key);
        if (value == nullptr) continue;
        if (words.empty()) return std::nullopt;  // the key must go
        auto edit = range_of(bytes, *value);
        if (!edit) return std::nullopt;
        edit->with = words;
        out.push_back(std::move(*edit));
    }
    return out.empty() ? std::nullopt : std::optional(out);
}

std::string edited(std::string bytes, std::vector<Edit> edits) {
    std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.from > b.from; });
    for (const Edit& edit : edits) bytes.replace(edit.from, edit.past - edit.from, edit.with);
    return bytes;
}

}  // namespace

std::string render_junit(const TestRun& run) {
    using Status = TestResult::Status;
    std::vector<std::pair<std::string, std::vector<const TestResult*>>> suites;
    for (const TestResult& test : run.results) {
        if (suites.empty() || suites.back().first != test.rule) suites.push_back({test.rule, {}});
        suites.back().second.push_back(&test);
    }
    const auto numbers = [](std::size_t tests, std::size_t failures, std::size_t skipped) {
        return attribute("tests", std::to_string(tests)) + attribute("failures", std::to_string(failures)) +
               attribute("errors", "0") + attribute("skipped", std::to_string(skipped));
    };
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"factcheck\"" +
                      numbers(run.tests(), run.count(Status::failed), run.count(Status::not_yet)) + ">\n";
    for (const auto& [rule, tests] : suites) {
        out += "  <testsuite" + attribute("name", rule) +
               numbers(tests.size(), count(tests, Status::failed), count(tests, Status::not_yet)) + ">\n";
        for (const TestResult* test : tests) add_case(out, *test);
        out += "  </testsuite>\n";
    }
    return out + "</testsuites>\n";
}

Updated update_tests(const TestRun& run) {
    Updated out;
    std::map<std::string, std::vector<const TestResult*>> by_file;
    for (const TestResult& test : run.results)
        if (test.status == TestResult::Status::failed) by_file[test.place.file].push_back(&test);
    for (const auto& [name, tests] : by_file) {
        const fs::path path(name);
        const FileBytes read = read_inside(path.has_parent_path() ? path.parent_path() : fs::path("."), path.filename().string(),
                                           limits::rule_file_bytes);
        if (!read.bytes) {
            out.left.push_back(name + ": " + read.fault);
            continue;
        }
        Diagnostics ignored;
        const YamlFile file = read_yaml(name, *read.bytes, ignored);
        std::vector<Edit> edits;
        for (const TestResult* test : tests) {
            const YamlNode* map = map_at(file, file.root, test->place);
            const auto some = map == nullptr ? std::nullopt : edits_of(file.bytes, *map, *test);
            if (!some) {
                out.left.push_back(name + ":" + std::to_string(test->place.line) +
                                   ": change it by hand: it names what did not come out");
                continue;
            }
            edits.insert(edits.end(), some->begin(), some->end());
            ++out.tests;
        }
        if (edits.empty()) continue;
        if (const std::string error = write_whole(path, edited(file.bytes, std::move(edits))); !error.empty())
            out.left.push_back(error);
    }
    return out;
}

}  // namespace factcheck
