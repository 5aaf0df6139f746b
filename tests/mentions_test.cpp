// The corpus of phrases, one file a dimension: what each row must give, in order, and the rows that must stay silent.
#include "mentions.hpp"

#include "read/read.hpp"

#include "support/source.hpp"

#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>
#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

using namespace factcheck;

namespace {

const std::vector<std::string> dimensions{"number", "money",  "percent", "quantity", "hedge",  "range",    "ratio", "multiple",
                                          "rank",   "change", "vague",   "date",     "period", "duration", "age"};

std::vector<ReportMention> read(const std::string& words) {
    ReadOptions options;
    options.input_format = "text";
    options.date = day_from("2025-08-04");
    return mentions_of(read_text(words, options));
}

std::string shown(const std::vector<ReportMention>& mentions) {
    std::string out;
    for (const ReportMention& m : mentions)
        out += "\n  [" + m.text + "] " + std::string(m.kind) + " " + m.value.value_or("-") + " " + m.low.value_or("-") + ".." +
               m.high.value_or("-") + " " + m.unit + " " + std::string(m.hedge) + " " + std::string(m.direction) + " " + m.timex;
    return out;
}

// Equal as numbers: rows write 5440000000 where the engine may print 5440000000.0 or digits behind the point.
bool same_number(const std::string& want, const std::optional<std::string>& have) {
    if (want == "none") return !have;
    if (!have) return false;
    const auto a = nlohmann::json::parse(want).get<double>();
    const auto b = nlohmann::json::parse(*have).get<double>();
    return a == b || (a != 0 && (a - b) / a < 1e-12 && (b - a) / a < 1e-12);
}

void compare(const YAML::Node& want, const ReportMention& have) {
    const auto text = [&](const char* key, std::string_view value) {
        if (!want[key]) return;
        const auto wanted = want[key].as<std::string>();
        INFO("key: ", key);
        CHECK(value == (wanted == "none" ? "" : wanted));
    };
    text("text", have.text);
    text("kind", have.kind);
    text("unit", have.unit == "people" ? "person" : have.unit);
    text("code", have.unit_code);
    text("hedge", have.hedge);
    text("direction", have.direction);
    text("timex", have.timex);
    const auto number = [&](const char* key, const std::optional<std::string>& value) {
        if (!want[key]) return;
        INFO("key: ", key);
        CHECK(same_number(want[key].as<std::string>(), value));
    };
    number("value", have.value);
    number("low", have.low);
    number("high", have.high);
}

YAML::Node corpus(const std::string& dimension) {
    return YAML::LoadFile(testing::source("/tests/corpus/") + dimension + ".yaml");
}

}  // namespace

TEST_CASE("the corpus of each dimension") {
    for (const std::string& dimension : dimensions) {
        for (const YAML::Node& row : corpus(dimension)["rows"]) {
            const auto words = row["text"].as<std::string>();
            const auto found = read(words);
            INFO(dimension, ": ", words, shown(found));
            CHECK(found.size() == row["find"].size());
            for (std::size_t i = 0; i < std::min(found.size(), row["find"].size()); ++i) compare(row["find"][i], found[i]);
        }
    }
}

TEST_CASE("what only looks like a mention stays silent") {
    for (const std::string& dimension : dimensions) {
        for (const YAML::Node& row : corpus(dimension)["none"]) {
            const auto words = row.as<std::string>();
            const auto found = read(words);
            INFO(dimension, ": ", words, shown(found));
            CHECK(found.empty());
        }
    }
}
