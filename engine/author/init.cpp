// Packs from nothing: a small one about subscribers, whose files show each thing once.
#include "author/init.hpp"

#include "author/schema.hpp"
#include "author/spreadsheet.hpp"
#include "run/atomic_write.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace factcheck {
namespace {

namespace fs = std::filesystem;

std::string name_of(const std::string& folder) {
    std::string last = fs::path(folder).lexically_normal().filename().string();
    if (last.empty()) last = fs::path(folder).lexically_normal().parent_path().filename().string();
    std::string out;
    for (char c : last) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        const bool good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (good)
            out += c;
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    if (out.empty() || (out.front() >= '0' && out.front() <= '9')) out.insert(0, "pack-");
    return out.substr(0, 60);
}

void add_schemas(NewPack& pack) {
    for (const std::string_view name : {"pack", "rules", "vocabulary"})
        pack.files.push_back({"schema/" + std::string(name) + ".json", schema_of(name)});
}

constexpr std::string_view words = R"(# yaml-language-server: $schema=schema/vocabulary.json
# What the words of your texts mean: measures with their cues, entities with their names, series of figures.
measures:
  subscribers:
    label: subscribers
    cues: [subscribers, paying readers]
    roles:
      edition: [possessive, adjective, of]   # the City edition's subscribers, subscribers of the City edition
    unit: "1"
    nature: stock
    series: subscribers
    defaults: {edition: ALL}                 # without an edition, all together are meant
entities:
  ALL: {type: edition, name: all editions}
  CITY: {type: edition, name: the City edition, aliases: [City edition]}
  COAST: {type: edition, name: the Coast edition, aliases: [Coast edition]}
series:
  subscribers:
    label: subscribers
    measure: subscribers
    dimensions: [edition]
    unit: "1"
    nature: stock
    frequency: A
    rounding: exact
    total: ALL
    sources: [annual report]
    licence: our own
    stale_after: P18M
)";

constexpr std::string_view rules = R"(# yaml-language-server: $schema=schema/rules.json
rules:
  - id: subscribers
    about: How many subscribers there were.
    severity: error
    claim: {kind: [level, count], measure: subscribers, value: any}
    expect: value = subscribers[edition, period]
    message: "{edition}, {period}: {expected}, and the text says {value}"
    tests:
      - {text: "At the end of 2024 there was news.", verdict: silent}
      - {text: "We had 41,207 subscribers in 2024.", verdict: supported, evidence: annual report}
      - {text: "We had 44,207 subscribers in 2024.", verdict: contradicted, suggestion: "41,207 subscribers"}
      - {text: "The City edition's 30,100 subscribers of 2024 were glad.", verdict: supported}

  - id: subscribers-change
    about: By how many percent the subscribers became more or fewer.
    severity: error
    claim: {kind: change, measure: subscribers, value: percent}
    expect: value = change(subscribers[edition, period] since subscribers[edition, base])
    tests:
      - {text: "The number of subscribers rose by 3 percent in 2024 from a year earlier.", verdict: supported}
      - {text: "The number of subscribers rose by 8 percent in 2024 from a year earlier.", verdict: contradicted}
      - {text: "Our subscribers like the crossword.", verdict: silent}
)";

constexpr std::string_view package = R"({"name": "figures",
 "resources": [{"name": "figures", "path": "figures.csv", "table": "observations",
   "schema": {"fields": [{"name": "series", "type": "string"}, {"name": "edition", "type": "string"},
     {"name": "time_period", "type": "string"}, {"name": "obs_value", "type": "number"},
     {"name": "published", "type": "string"}, {"name": "source", "type": "string"}]}}]}
)";

constexpr std::string_view figures = R"(series,edition,time_period,obs_value,published,source
subscribers,ALL,2023,40007,2024-01-15,annual report
subscribers,ALL,2024,41207,2025-01-15,annual report
subscribers,CITY,2023,29400,2024-01-15,annual report
subscribers,CITY,2024,30100,2025-01-15,annual report
subscribers,COAST,2023,10607,2024-01-15,annual report
subscribers,COAST,2024,11107,2025-01-15,annual report
)";

NewPack example_pack(const std::string& name) {
    NewPack out;
    out.files.push_back(
        {"pack.yaml", "# yaml-language-server: $schema=schema/pack.json\nschema: 1\nname: " + name +
                          "\nversion: 1.0.0\nabout: Say in a sentence what this pack knows.\ntest_date: 2025-06-30\n"
                          "data: data/datapackage.json\nvocabulary: [words.yaml]\nrules: [rules.yaml]\n"});
    out.files.push_back({"words.yaml", std::string(words)});
    out.files.push_back({"rules.yaml", std::string(rules)});
    out.files.push_back({"data/datapackage.json", std::string(package)});
    out.files.push_back({"data/figures.csv", std::string(figures)});
    return out;
}

}  // namespace

NewPack new_pack(const InitOptions& options) {
    NewPack out = options.data.empty() ? example_pack(name_of(options.folder)) : pack_of_sheet(options, name_of(options.folder));
    if (out.errors.empty()) add_schemas(out);
    return out;
}

std::string write_pack(const std::string& folder, const NewPack& pack) {
    std::error_code error;
    if (fs::exists(folder, error) && !(fs::is_directory(folder, error) && fs::is_empty(folder, error)))
        return folder + ": there is something there already; name a new folder";
    for (const NewFile& file : pack.files) {
        const fs::path path = fs::path(folder) / file.name;
        fs::create_directories(path.parent_path(), error);
        if (error) return folder + ": it cannot be made: " + error.message();
        if (std::string wrong = write_whole(path, file.bytes); !wrong.empty()) return wrong;
    }
    return {};
}

}  // namespace factcheck
