#include "author/spreadsheet.hpp"

#include "author/table_shape.hpp"
#include "author/test.hpp"
#include "check.hpp"
#include "lexicon/units.hpp"
#include "model/rational.hpp"
#include "reference/csv.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>

#include <unistd.h>

namespace factcheck {
namespace {

namespace fs = std::filesystem;

std::string quoted_text(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) >= 0x20) out += c;
    }
    return out + "\"";
}

std::string grouped_digits(std::string digits) {
    const std::size_t point = std::min(digits.find('.'), digits.size());
    for (std::size_t i = point; i > 3 + (digits.front() == '-' ? 1U : 0U); i -= 3) digits.insert(i - 3, ",");
    return digits;
}

// What is known while the files are written.
struct Drafting {
    const SheetShape& shape;
    std::string name;
    std::string source;
    std::map<std::string, std::string> ids;  // entity as written: id
    [[nodiscard]] bool has_entities() const { return !shape.entities.empty(); }
};

std::string id_of_entity(const std::string& name, std::set<std::string>& taken) {
    std::string id = snake(name);
    std::transform(id.begin(), id.end(), id.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    const std::string first = id;
    for (int n = 2; !taken.insert(id).second; ++n) id = first + "_" + std::to_string(n);
    return id;
}

// Not a slot of claims, and not a column that tables of figures have.
std::string role_of(const SheetShape& shape) {
    constexpr std::array<std::string_view, 8> taken{"series", "time_period", "obs_value", "published",
                                                    "source", "unit_mult",   "url",       "comment"};
    const bool used = slot_type(shape.role) || std::find(taken.begin(), taken.end(), shape.role) != taken.end();
    return used ? shape.role + "_name" : shape.role;
}

std::string look_up(const Drafting& d, const SheetMeasure& m, const std::string& period) {
    return m.id + "[" + (d.has_entities() ? role_of(d.shape) + ", " : "") + period + "]";
}

// ---- vocabulary and data

std::string frequency_of(const SheetShape& shape) {
    std::set<Grain> grains;
    for (const SheetFigure& figure : shape.figures) grains.insert(figure.period.grain);
    if (grains.size() != 1) return {};
    switch (*grains.begin()) {
        case Grain::year: return "A";
        case Grain::quarter: return "Q";
        case Grain::month: return "M";
        case Grain::day: return "D";
        default: return {};
    }
}

std::string words_yaml(const Drafting& d) {
    const std::string role = role_of(d.shape);
    std::string out =
        "# yaml-language-server: $schema=schema/vocabulary.json\n"
        "# The cues are the headings of the table: add the words that your texts have for them.\nmeasures:\n";
    for (const SheetMeasure& m : d.shape.measures) {
        out += "  " + m.id + ":\n    label: " + quoted_text(m.words) + "\n    cues: [" + quoted_text(m.words) + "]\n";
        if (d.has_entities()) out += "    roles: {" + role + ": [possessive, adjective, subject, in, of, for, at, from, by]}\n";
        out += "    unit: " + quoted_text(m.unit.code) + "\n    nature: " + m.nature + "\n    series: " + m.id + "\n";
    }
    if (d.has_entities()) {
        out += "entities:\n";
        for (const std::string& entity : d.shape.entities)
            out += "  " + d.ids.at(entity) + ": {type: " + role + ", name: " + quoted_text(entity) + "}\n";
    }
    out += "series:\n";
    const std::string frequency = frequency_of(d.shape);
    for (const SheetMeasure& m : d.shape.measures) {
        out += "  " + m.id + ":\n    label: " + quoted_text(m.words) + "\n    measure: " + m.id + "\n";
        out +=
            "    dimensions: [" + (d.has_entities() ? role : std::string()) + "]\n    unit: " + quoted_text(m.unit.code) + "\n";
        if (m.unit_mult != 0) out += "    unit_mult: " + std::to_string(m.unit_mult) + "\n";
        out += "    nature: " + m.nature + "\n";
        if (!frequency.empty()) out += "    frequency: " + frequency + "\n";
        out += "    sources: [" + quoted_text(d.source) + "]\n    licence: unknown\n    stale_after: P18M\n";
    }
    return out;
}

std::string figures_csv(const Drafting& d) {
    std::vector<std::string> head{"series"};
    if (d.has_entities()) head.push_back(role_of(d.shape));
    for (const char* column : {"time_period", "obs_value", "published", "source", "url"}) head.emplace_back(column);
    std::string out;
    const auto add = [&](const std::vector<std::string>& row) {
        std::string line = write_csv_row(row, {});
        std::erase(line, '\r');
        out += line;
    };
    add(head);
    for (const SheetFigure& f : d.shape.figures) {
        std::vector<std::string> row{d.shape.measures[f.measure].id};
        if (d.has_entities()) row.push_back(f.entity.empty() ? "" : d.ids.at(f.entity));
        row.push_back(to_timex(f.period));
        row.push_back(f.value);
        row.push_back(f.published.empty() ? to_iso(f.period.last) : f.published);  // known when its period is over
        row.push_back(f.source.empty() ? d.source : f.source);
        row.push_back(f.url);
        add(row);
    }
    return out;
}

std::string package_json(const Drafting& d) {
    std::string fields = R"({"name": "series", "type": "string"}, )";
    if (d.has_entities()) fields += R"({"name": ")" + role_of(d.shape) + R"(", "type": "string"}, )";
    fields += R"({"name": "time_period", "type": "string"},
     {"name": "obs_value", "type": "number"}, {"name": "published", "type": "string"},
     {"name": "source", "type": "string"}, {"name": "url", "type": "string"})";
    return R"({"name": ")" + d.name + R"(",
 "resources": [{"name": "figures", "path": "figures.csv", "table": "observations",
   "schema": {"fields": [)" +
           fields + "]}}]}\n";
}

// ---- rules, with sentences to try

struct Try {
    std::string text;
    std::string verdict;
};

struct DraftRule {
    std::string id;
    std::string yaml;                     // without tests
    std::vector<std::vector<Try>> tries;  // ways of saying it, the first that works is taken whole
};

std::string amount(const SheetMeasure& m, const Rational& value, int decimals) {
    const std::string digits = grouped_digits(to_decimal_string(value, decimals, Rounding::nearest));
    if (m.unit.dimension == Dimension::percent) return digits + " percent";
    const UnitRow* row = unit_row(m.unit);
    if (m.unit.dimension == Dimension::money)
        return row != nullptr && !row->symbol.empty() && row->symbol.size() <= 3
                   ? std::string(row->symbol) + digits
                   : digits + " " + std::string(row == nullptr ? m.unit.code : row->name) + "s";
    if (m.unit.dimension == Dimension::count || row == nullptr) return digits;
    return digits + " " + std::string(row->name) + "s";
}

std::string capital(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

int decimals_of(const std::string& value) {
    const auto point = value.find('.');
    return point == std::string::npos ? 0 : static_cast<int>(value.size() - point - 1);
}

// The newest figure above zero, and the one a year before it, of a measure.
struct Sample {
    const SheetFigure* now = nullptr;
    const SheetFigure* before = nullptr;
};

std::vector<Sample> samples_of(const SheetShape& shape, std::size_t measure) {
    std::map<std::string, Sample> newest;
    for (const SheetFigure& f : shape.figures)
        if (f.measure == measure && *rational_from(f.value) > 0)
            if (Sample& s = newest[f.entity]; s.now == nullptr || s.now->period < f.period) s.now = &f;
    for (const SheetFigure& f : shape.figures) {
        const auto found = newest.find(f.entity);
        if (f.measure != measure || found == newest.end() || found->second.now == nullptr || *rational_from(f.value) <= 0)
            continue;
        const auto year_before = shifted(found->second.now->period, -1, Grain::year);
        if (year_before && same_days(*year_before, f.period)) found->second.before = &f;
    }
    std::vector<Sample> out;
    for (const std::string& entity : shape.entities)
        if (const auto found = newest.find(entity); found != newest.end() && found->second.now != nullptr)
            out.push_back(found->second);
    if (shape.entities.empty() && newest.contains("")) out.push_back(newest.at(""));
    constexpr std::size_t most = 3;
    if (out.size() > most) out.resize(most);
    return out;
}

// "the exports of Ruritania", "Ruritania's exports", "exports"
std::vector<std::string> subjects(const Drafting& d, const SheetMeasure& m, const std::string& entity) {
    if (!d.has_entities() || entity.empty()) return {"The " + m.words, capital(m.words)};
    return {entity + "'s " + m.words, "The " + m.words + " of " + entity, capital(m.words) + " in " + entity};
}

// " in 2024", " on 4 May 2024", " from July to December 2024"
std::string time_in_words(const Period& period) {
    const std::string words = to_words(period);
    if (period.first == period.last) return " on " + words;
    return (words.find(" to ") == std::string::npos ? " in " : " from ") + words;
}

DraftRule level_rule(const Drafting& d, std::size_t index) {
    const SheetMeasure& m = d.shape.measures[index];
    DraftRule out{m.id + "-level", {}, {}};
    out.yaml = "    about: " + quoted_text("What the table says of " + m.words + ".") +
               "\n    severity: error\n    claim: {kind: [level, count], measure: " + m.id +
               ", value: any}\n    expect: value = " + look_up(d, m, "period") + "\n";
    for (const Sample& s : samples_of(d.shape, index)) {
        const Rational value = *rational_from(s.now->value) * power_of_ten(m.unit_mult);
        const int decimals = std::max(0, decimals_of(s.now->value) - m.unit_mult);
        const std::string when = time_in_words(s.now->period);
        for (const std::string& subject : subjects(d, m, s.now->entity))
            for (const char* verb : {" came to ", " was ", " stood at "})
                out.tries.push_back(
                    {{subject + verb + amount(m, value, decimals) + when + ".", "supported"},
                     {subject + verb + amount(m, value * Rational(13, 10), decimals) + when + ".", "contradicted"},
                     {subject + " pleased the mayor.", "silent"}});
    }
    return out;
}

DraftRule change_rule(const Drafting& d, std::size_t index) {
    const SheetMeasure& m = d.shape.measures[index];
    const bool points = m.unit.dimension == Dimension::percent;
    DraftRule out{m.id + "-change", {}, {}};
    const std::string now = look_up(d, m, "period"), base = look_up(d, m, "base");
    out.yaml = "    about: " + quoted_text("By how much " + m.words + " rose or fell.") +
               "\n    severity: error\n    claim: {kind: change, measure: " + m.id +
               ", value: " + (points ? "points" : "percent") + "}\n    expect: value = " +
               (points ? "difference(" + now + " from " + base + ")" : "change(" + now + " since " + base + ")") + "\n";
    for (const Sample& s : samples_of(d.shape, index)) {
        if (s.before == nullptr) continue;
        const Rational to = *rational_from(s.now->value), from = *rational_from(s.before->value);
        const Rational by = points ? Rational(to - from) : Rational((to - from) / from * 100);
        const std::string size = to_decimal_string(absolute(by), 1, Rounding::nearest);
        if (size == "0") continue;
        const std::string wrong = to_decimal_string(absolute(by) * 2 + 3, 1, Rounding::nearest);
        const std::string unit = points ? " percentage points" : " percent";
        const std::string when = time_in_words(s.now->period);
        for (const std::string& subject : subjects(d, m, s.now->entity)) {
            const std::string verb = by > 0 ? " rose by " : " fell by ";
            const std::string rest = unit + when + " from a year earlier.";
            out.tries.push_back({{subject + verb + size + rest, "supported"},
                                 {subject + verb + wrong + rest, "contradicted"},
                                 {subject + " may rise one day.", "silent"}});
        }
    }
    return out;
}

DraftRule share_rule(const Drafting& d, std::size_t index) {
    const SheetMeasure& m = d.shape.measures[index];
    DraftRule out{m.id + "-share", {}, {}};
    const std::string role = role_of(d.shape);
    out.yaml = "    about: " + quoted_text("A part of all " + m.words + ", where the table holds all of them.") +
               "\n    severity: error\n    claim: {kind: share, measure: " + m.id +
               ", value: percent}\n    expect: value = share(" + look_up(d, m, "period") + " of sum(" + m.id + "[*, period]))\n";
    for (const Sample& s : samples_of(d.shape, index)) {
        Rational total = 0;
        for (const SheetFigure& f : d.shape.figures)
            if (f.measure == index && f.period == s.now->period) total += *rational_from(f.value);
        if (total <= 0) continue;
        const Rational part = *rational_from(s.now->value) / total * 100;
        const std::string size = to_decimal_string(part, 1, Rounding::nearest),
                          wrong = to_decimal_string(part / 2 + 7, 1, Rounding::nearest);
        const std::string when = time_in_words(s.now->period);
        for (const char* way : {" percent of all ", " percent of the ", " percent of "}) {
            const std::string rest = way + m.words + when + ".";
            out.tries.push_back(
                {{s.now->entity + " had " + size + rest, "supported"}, {s.now->entity + " had " + wrong + rest, "contradicted"}});
        }
    }
    return out;
}

std::vector<DraftRule> draft_rules(const Drafting& d) {
    std::vector<DraftRule> out;
    for (std::size_t i = 0; i < d.shape.measures.size(); ++i) {
        const SheetMeasure& m = d.shape.measures[i];
        out.push_back(level_rule(d, i));
        out.push_back(change_rule(d, i));
        const bool adds = m.nature == "flow" || (m.nature == "stock" && m.unit.dimension != Dimension::percent);
        if (d.has_entities() && adds) out.push_back(share_rule(d, i));
    }
    return out;
}

std::string rules_yaml(const std::vector<DraftRule>& rules, const std::vector<std::vector<Try>>& tests) {
    std::string out = "# yaml-language-server: $schema=schema/rules.json\nrules:\n";
    for (std::size_t i = 0; i < rules.size(); ++i) {
        std::string id = rules[i].id;
        std::replace(id.begin(), id.end(), '_', '-');
        out += "  - id: " + id + "\n" + rules[i].yaml;
        if (tests[i].empty()) continue;
        out += "    tests:\n";
        for (const Try& test : tests[i]) out += "      - {text: " + quoted_text(test.text) + ", verdict: " + test.verdict + "}\n";
    }
    return out;
}

// ---- trying it

// A folder that is gone at the end.
class Scratch {
public:
    Scratch() {
        std::error_code error;
        std::string name = (fs::temp_directory_path(error) / "factcheck-init-XXXXXX").string();
        if (!error && ::mkdtemp(name.data()) != nullptr) path_ = name;
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code error;
        if (!path_.empty()) fs::remove_all(path_, error);
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

bool holds(const Engine& engine, const Pack& pack, const Rule& rule, const Try& test) {
    RuleTest one;
    one.text = test.text;
    one.verdict = test.verdict;
    return passes(engine, pack, rule, one);
}

// Of each rule the first way of saying it whose sentences all come out as they must; empty: none does.
std::vector<std::vector<Try>> working_tests(const Engine& engine, const std::vector<DraftRule>& rules) {
    const Pack& pack = engine.state().loaded.packs.front();
    std::vector<std::vector<Try>> out;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        out.emplace_back();
        for (const std::vector<Try>& way : rules[i].tries) {
            const bool good =
                std::all_of(way.begin(), way.end(), [&](const Try& t) { return holds(engine, pack, pack.rules[i], t); });
            if (!good) continue;
            out.back() = way;
            break;
        }
    }
    return out;
}

void add_notes(const Drafting& d, NewPack& out) {
    const SheetShape& shape = d.shape;
    out.notes.push_back(shape.period_column.empty() ? "periods are the headings of columns"
                                                    : "the column " + shape.period_column + " says when");
    if (d.has_entities())
        out.notes.push_back("the column " + shape.entity_column + " names " + std::to_string(shape.entities.size()) +
                            " entities (not so? --entity)");
    for (const SheetMeasure& m : shape.measures)
        out.notes.push_back(m.column + " is \"" + m.words + "\", a " + m.nature + " in " + std::string(m.unit.code) +
                            (m.unit_mult == 0 ? "" : " times ten to the " + std::to_string(m.unit_mult)) +
                            " (not so? --unit, --nature)");
    std::string left;
    for (const std::string& column : shape.left_out) left += (left.empty() ? "" : ", ") + column;
    if (!left.empty()) out.notes.push_back("left out, for they hold no figures: " + left);
}

}  // namespace

NewPack pack_of_sheet(const InitOptions& options, const std::string& name) {
    NewPack out;
    const Sheet sheet = read_sheet(options.data, options.decimal_comma);
    const SheetShape shape = sheet.error.empty() ? shape_of(sheet, options) : SheetShape{};
    if (const std::string& wrong = sheet.error.empty() ? shape.error : sheet.error; !wrong.empty()) {
        out.errors.push_back(wrong);
        return out;
    }
    Drafting d{shape, name, options.source.empty() ? fs::path(options.data).filename().string() : options.source, {}};
    std::set<std::string> taken;
    for (const std::string& entity : shape.entities) d.ids[entity] = id_of_entity(entity, taken);
    Day newest = shape.figures.front().period.last;
    for (const SheetFigure& figure : shape.figures) {
        const auto published = period_of_cell(figure.published);
        newest = std::max({newest, figure.period.last, published ? published->last : newest});
    }
    const std::string pack_yaml =
        "# yaml-language-server: $schema=schema/pack.json\nschema: 1\nname: " + name +
        "\nversion: 1.0.0\nabout: " + quoted_text("Figures of " + fs::path(options.data).filename().string() + ".") +
        "\ntest_date: " + to_iso(newest + std::chrono::days(1)) +
        "\ndata: data/datapackage.json\nvocabulary: [words.yaml]\nrules: [rules.yaml]\n";
    std::vector<DraftRule> rules = draft_rules(d);
    out.files = {{"pack.yaml", pack_yaml},
                 {"words.yaml", words_yaml(d)},
                 {"data/datapackage.json", package_json(d)},
                 {"data/figures.csv", figures_csv(d)}};
    out.files.push_back({"rules.yaml", rules_yaml(rules, std::vector<std::vector<Try>>(rules.size()))});
    const Scratch scratch;
    if (const std::string wrong =
            scratch.path().empty() ? "no temporary folder" : write_pack((scratch.path() / name).string(), out);
        !wrong.empty()) {
        out.errors.push_back(wrong);
        return out;
    }
    const Loaded loaded = load({(scratch.path() / name).string()}, false);
    if (!loaded.engine) {
        constexpr std::size_t most = 5;
        for (std::size_t i = 0; i < std::min(most, loaded.diagnostics.size()); ++i)
            out.errors.push_back("the table does not make a pack: " + loaded.diagnostics[i].message);
        return out;
    }
    std::vector<std::vector<Try>> tests = working_tests(*loaded.engine, rules);
    add_notes(d, out);
    for (std::size_t i = rules.size(); i-- > 0;) {
        if (!tests[i].empty()) continue;
        out.notes.push_back("no rule " + rules[i].id +
                            ": no sentence about it was understood as meant; better words in words.yaml may help");
        rules.erase(rules.begin() + static_cast<std::ptrdiff_t>(i));
        tests.erase(tests.begin() + static_cast<std::ptrdiff_t>(i));
    }
    if (rules.empty())
        out.errors.emplace_back(
            "no sentence about these figures is understood: name what they measure in words of a text, with --measure");
    out.files.back().bytes = rules_yaml(rules, tests);
    return out;
}

}  // namespace factcheck
