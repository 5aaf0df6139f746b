#include "cli/options.hpp"

#include "cli/option_table.hpp"

#include "model/period.hpp"
#include "read/read.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <system_error>

namespace factcheck {
namespace {

constexpr unsigned in_check = bit(Command::check);
constexpr unsigned in_extract = bit(Command::extract);
constexpr unsigned in_claims = bit(Command::claims);
constexpr unsigned in_config = bit(Command::config);
constexpr unsigned in_fix = bit(Command::fix);
constexpr unsigned in_merge = bit(Command::merge);
constexpr unsigned in_completions = bit(Command::completions);
constexpr unsigned in_test = bit(Command::test);
constexpr unsigned reads_texts = in_check | in_extract | in_claims | in_fix;
constexpr unsigned in_data = bit(Command::data);
constexpr unsigned in_explain = bit(Command::explain);
constexpr unsigned in_coverage = bit(Command::coverage);
constexpr unsigned in_lint = bit(Command::lint);
constexpr unsigned in_mutate = bit(Command::mutate);
constexpr unsigned in_init = bit(Command::init);
constexpr unsigned in_schema = bit(Command::schema);
constexpr unsigned in_catalogue = bit(Command::rules) | bit(Command::series);
constexpr unsigned of_packs = in_test | in_lint | in_mutate;  // their operands are packs
constexpr unsigned everywhere = reads_texts | in_config | in_merge | in_completions | in_data | in_coverage | in_init |
                                in_schema | in_explain | of_packs | in_catalogue;

constexpr std::array command_table{
    CommandRow{Command::check, "check", "FILE|DIR|-...", "judge texts by rules (the default command)"},
    CommandRow{Command::extract, "extract", "FILE|DIR|-...", "show what the grammar sees: numbers, money, dates ..."},
    CommandRow{Command::claims, "claims", "FILE|DIR|-...", "show what was understood: claims with their slots, before any rule"},
    CommandRow{Command::explain, "explain", "SENTENCE|FILE[:LINE]",
               "the way of one sentence: what was read, which rules looked, why"},
    CommandRow{Command::coverage, "coverage", "FILE|DIR|-...", "claims that no rule covers, each with a rule to begin with"},
    CommandRow{Command::config, "config", "show", "show the settings in force, and where each comes from"},
    CommandRow{Command::fix, "fix", "FILE|DIR...", "write suggestions that are certain into the texts"},
    CommandRow{Command::merge, "merge", "REPORT...", "join the reports of parts, in json or jsonl, to the one of the whole"},
    CommandRow{Command::completions, "completions", "bash|zsh|fish|man", "print completions for a shell, or the manual page"},
    CommandRow{Command::test, "test", "PACK...", "run the tests of rule packs"},
    CommandRow{Command::lint, "lint", "PACK...", "say what is wrong or weak in rule packs"},
    CommandRow{Command::mutate, "mutate", "PACK...", "change a pack bit by bit: which changes do its tests not notice?"},
    CommandRow{Command::init, "init", "DIR", "make a new rule pack, empty or from a table of figures"},
    CommandRow{Command::rules, "rules", "[list | show ID | search WORDS]", "list the rules that are loaded"},
    CommandRow{Command::series, "series", "[list | show ID | search WORDS]", "list the series of figures that are loaded"},
    CommandRow{Command::schema, "schema", "pack|rules|vocabulary|tests|datapackage",
               "print the JSON Schema of a file of packs, for editors"},
    CommandRow{Command::data, "data", "import|show|check|export|diff ...", "bring figures into a store, and see what it holds"},
};

template <class T>
struct Named {
    std::string_view name;
    T value;
};

constexpr std::array mention_formats{Named<Format>{"text", Format::text}, Named<Format>{"jsonl", Format::jsonl}};
constexpr std::array author_formats{Named<Format>{"text", Format::text}, Named<Format>{"json", Format::json}};
constexpr std::array severities{Named<Severity>{"error", Severity::error}, Named<Severity>{"warning", Severity::warning},
                                Named<Severity>{"info", Severity::info}};
constexpr std::array fail_levels{
    Named<std::optional<Severity>>{"error", Severity::error}, Named<std::optional<Severity>>{"warning", Severity::warning},
    Named<std::optional<Severity>>{"info", Severity::info}, Named<std::optional<Severity>>{"never", std::nullopt}};
constexpr std::array colours{Named<ColourChoice>{"auto", ColourChoice::automatic},
                             Named<ColourChoice>{"always", ColourChoice::always},
                             Named<ColourChoice>{"never", ColourChoice::never}};

// Takes one of a closed list of words, or names them all.
template <class Table, class T>
std::string choose(const Table& table, const std::string& word, T& out) {
    std::string known;
    for (const auto& row : table) {
        if (row.name == word) {
            out = row.value;
            return {};
        }
        known += (known.empty() ? "" : ", ") + std::string(row.name);
    }
    return "does not know \"" + word + "\"; it takes " + known;
}

std::string choose_format(const std::string& word, Format& out) {
    std::vector<Named<Format>> names;
    for (const FormatRow& row : format_table()) names.push_back({row.name, row.format});
    return choose(names, word, out);
}

// "text, concise ... or junit"
std::string format_names() {
    std::string names;
    for (const FormatRow& row : format_table()) {
        if (!names.empty()) names += &row == &format_table().back() ? " or " : ", ";
        names += row.name;
    }
    return names;
}

std::string set_date(Options& options, const std::string& day) {
    options.date = day;
    return day_from(day) ? "" : "\"" + day + "\" is not a day; write it as 2025-08-04";
}

std::string set_as_of(Options& options, const std::string& day) {
    options.as_of = day;
    return day == "latest" || day_from(day) ? "" : "\"" + day + "\" is not a day; write it as 2025-08-04, or latest";
}

std::string set_input_format(Options& options, const std::string& name) {
    options.inputs.format = name;
    const std::string others = names_records(name) ? "" : other_formats_than(name);
    return others.empty() ? "" : "does not know \"" + name + "\"; it takes " + others + ", jsonl, json, csv";
}

template <std::size_t Options::*Count, std::size_t most>
std::string set_count(Options& options, const std::string& number) {
    const char* end = number.data() + number.size();
    const auto [past, error] = std::from_chars(number.data(), end, options.*Count);
    const bool good = error == std::errc() && past == end && options.*Count > 0 && options.*Count <= most;
    return good ? "" : "\"" + number + "\" is no number for it; write one from 1 to " + std::to_string(most);
}

template <std::string Options::*Text>
std::string set_text(Options& options, const std::string& text) {
    options.*Text = text;
    return text.empty() ? "needs a value" : "";
}

std::string put_pair(const std::string& value, std::map<std::string, std::string>& out) {
    const auto equals = value.rfind('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == value.size())
        return "\"" + value + "\" is not COLUMN=VALUE, as in \"Sales=USD\"";
    out[value.substr(0, equals)] = value.substr(equals + 1);
    return {};
}

std::string set_least(Options& options, const std::string& percent) {
    const char* past = percent.data() + percent.size();
    const auto [end, error] = std::from_chars(percent.data(), past, options.least);
    const bool good = error == std::errc{} && end == past && options.least >= 0 && options.least <= 100;
    return good ? "" : "\"" + percent + "\" is no percentage; write a whole number from 0 to 100";
}

std::string add_output(Options& options, const std::string& value) {
    const auto equals = value.find('=');
    if (equals == std::string::npos || equals + 1 == value.size())
        return "\"" + value + "\" is not FORMAT=FILE, as in json=report.json";
    Output output{Format::text, value.substr(equals + 1)};
    if (output.file == "-") return "- is standard output; choose its format with --format";
    std::string wrong = choose_format(value.substr(0, equals), output.format);
    options.outputs.push_back(std::move(output));
    return wrong;
}

// Written as a line of .gitignore: what is excluded as it stands, what is included with ! before it.
std::string add_glob(Options& options, const std::string& glob, bool includes) {
    if (glob.empty() || glob.find('\n') != std::string::npos)
        return "\"" + glob + "\" is no pattern; write one as \"*.md\" or \"drafts/\"";
    options.choice.globs += (includes ? "!" : glob.front() == '!' || glob.front() == '#' ? "\\" : "") + glob + "\n";
    options.choice.includes = options.choice.includes || includes;
    return {};
}

template <bool FileChoice::*Switch>
std::string choose_files(Options& options, const std::string&) {
    options.choice.*Switch = true;
    return {};
}

template <bool Options::*Switch>
std::string turn_on(Options& options, const std::string&) {
    options.*Switch = true;
    return {};
}

std::string add_column(Options& options, const std::string& value) {
    const auto equals = value.rfind('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == value.size())
        return "\"" + value + "\" is not COLUMN=NAME, as in Land=reporter or Wert=obs_value";
    options.data.source.columns.emplace_back(value.substr(0, equals), value.substr(equals + 1));
    return {};
}

std::string set_kind(Options& options, const std::string& value) {
    options.data.source.from = value;
    std::string known;
    for (const SourceKind& kind : source_kinds()) {
        if (kind.name == value) return {};
        known += (known.empty() ? "" : ", ") + std::string(kind.name);
    }
    return "does not know \"" + value + "\"; it takes " + known;
}

template <char SourceOptions::*Sign>
std::string set_sign(Options& options, const std::string& value) {
    if (value.size() != 1) return "\"" + value + "\" is not one character";
    options.data.source.*Sign = value.front();
    return {};
}

template <std::string SourceOptions::*Text>
std::string set_source(Options& options, const std::string& value) {
    options.data.source.*Text = value;
    return {};
}

constexpr std::array option_table{
    OptionRow{in_check | in_fix | in_explain | in_coverage | in_catalogue, "-r,--rules", "DIR|NAME",
              "rules: the folder of a pack or of many, or packs by name, with commas; repeatable. Default: consistency,calendar",
              [](Options& o, const std::string& v) { return o.rules.push_back(v), std::string(); }},
    OptionRow{in_claims, "-r,--rules", "DIR|NAME",
              "packs whose measures, names and events are known; repeatable. Default: figures and dates alone",
              [](Options& o, const std::string& v) { return o.rules.push_back(v), std::string(); }},
    OptionRow{of_packs, "-r,--rules", "DIR|NAME", "packs that the named ones use, where these do not lie beside them; repeatable",
              [](Options& o, const std::string& v) { return o.rules.push_back(v), std::string(); }},
    OptionRow{reads_texts | in_explain | in_coverage, "--date", "DAY",
              "the day of the text, as 2025-08-04. Default: the document's own", set_date},
    OptionRow{in_check | in_fix | in_explain, "--as-of", "DAY|latest",
              "the last day of the evidence. Default: the day of the text", set_as_of},
    OptionRow{in_check, "-f,--format", "FORMAT", "of standard output: {formats}. Default: text",
              [](Options& o, const std::string& v) { return choose_format(v, o.format); }},
    OptionRow{in_extract | in_claims, "-f,--format", "FORMAT", "of standard output: text or jsonl. Default: text",
              [](Options& o, const std::string& v) { return choose(mention_formats, v, o.format); }},
    OptionRow{in_explain | in_coverage | in_lint | in_mutate | in_catalogue, "-f,--format", "FORMAT",
              "of standard output: text or json. Default: text",
              [](Options& o, const std::string& v) { return choose(author_formats, v, o.format); }},
    OptionRow{in_explain, "--rule", "WORDS", "only rules whose pack/id holds these words",
              [](Options& o, const std::string& v) { return o.rule = v, std::string(); }},
    OptionRow{in_explain, "--all", "", "also the rules that want claims of another kind or measure", turn_on<&Options::all>},
    OptionRow{in_test, "--update", "", "write what came out into the tests that failed", turn_on<&Options::update>},
    OptionRow{in_test, "--junit", "FILE", "write the run as JUnit XML as well, whole or not at all",
              [](Options& o, const std::string& v) { return o.junit = v, std::string(); }},
    OptionRow{in_coverage, "--all", "", "all shapes of claims, not the ten most frequent", turn_on<&Options::all>},
    OptionRow{in_mutate, "--least", "PERCENT", "a lower score is exit code 1. Default: 0", set_least},
    OptionRow{in_schema, "--docs", "", "print the page of all keys", turn_on<&Options::docs>},
    OptionRow{in_init, "--data", "FILE", "a table (CSV): its figures, and rules that hold texts to them",
              [](Options& o, const std::string& v) { return o.init.data = v, std::string(); }},
    OptionRow{in_init, "--period", "COLUMN", "the column that says when. Default: found",
              [](Options& o, const std::string& v) { return o.init.period = v, std::string(); }},
    OptionRow{in_init, "--entity", "COLUMN", "the column that says who or where. Default: the first of words",
              [](Options& o, const std::string& v) { return o.init.entities.push_back(v), std::string(); }},
    OptionRow{in_init, "--measure", "NAME", "what the only figures measure; the headings of several columns then name who",
              [](Options& o, const std::string& v) { return o.init.measure = v, std::string(); }},
    OptionRow{in_init, "--unit", "COLUMN=CODE", "the unit of a column, as USD, % or km; repeatable. Default: by its heading",
              [](Options& o, const std::string& v) { return put_pair(v, o.init.units); }},
    OptionRow{in_init, "--nature", "COLUMN=NATURE", "flow, stock, rate or index; repeatable. Default: by its heading",
              [](Options& o, const std::string& v) { return put_pair(v, o.init.natures); }},
    OptionRow{in_init, "--ignore", "COLUMN", "leave a column out; repeatable",
              [](Options& o, const std::string& v) { return o.init.ignored.push_back(v), std::string(); }},
    OptionRow{in_init, "--source", "NAME", "who publishes the figures. Default: the table's name",
              [](Options& o, const std::string& v) { return o.init.source = v, std::string(); }},
    OptionRow{in_lint, "--fix", "", "mend white space, line ends and cues that stand twice", turn_on<&Options::fix>},
    OptionRow{in_lint, "--codes", "", "print what each code means", turn_on<&Options::codes>},
    OptionRow{in_check, "-o,--output", "FORMAT=FILE", "write a report to a file as well, whole or not at all; repeatable",
              add_output},
    OptionRow{in_check, "--all", "", "show every verdict, not findings only", turn_on<&Options::all>},
    OptionRow{in_check | in_merge, "--fail-on", "LEVEL", "what makes exit code 1: error, warning, info or never. Default: error",
              [](Options& o, const std::string& v) { return choose(fail_levels, v, o.fail_on); }},
    OptionRow{in_check, "--min-level", "LEVEL",
              "what is shown: error, warning or info. Default: warning; info in formats for programs",
              [](Options& o, const std::string& v) { return choose(severities, v, o.min_level); }},
    OptionRow{reads_texts, "--jobs", "N",
              "documents that are worked on at a time; the report is the same for any. Default: all processors",
              set_count<&Options::jobs, 1024>},
    OptionRow{reads_texts, "--include", "GLOB", "below folders, read only what matches; repeatable, the last decides",
              [](Options& o, const std::string& v) { return add_glob(o, v, true); }},
    OptionRow{reads_texts, "--exclude", "GLOB", "below folders, leave out what matches; repeatable, the last decides",
              [](Options& o, const std::string& v) { return add_glob(o, v, false); }},
    OptionRow{reads_texts, "--force-exclude", "", "leave out named files too, where they are excluded or ignored",
              choose_files<&FileChoice::force_exclude>},
    OptionRow{reads_texts, "--no-ignore", "", "read what .gitignore and .factcheckignore leave out",
              [](Options& o, const std::string&) { return o.choice.ignore_files = false, std::string(); }},
    OptionRow{reads_texts, "--files-from", "FILE", "more names, one a line or with zero bytes between them; - is standard input",
              [](Options& o, const std::string& v) { return o.choice.listed_in = v, std::string(); }},
    OptionRow{reads_texts, "--stdin-filename", "NAME", "what standard input is called, for its format and the report",
              [](Options& o, const std::string& v) { return o.choice.stdin_name = v, std::string(); }},
    OptionRow{reads_texts, "--input-format", "FORMAT",
              "what the texts are: text, markdown, html ... Default: by ending, else by content", set_input_format},
    OptionRow{reads_texts, "--text-field", "NAME", "where records of JSON or columns of CSV have their text. Default: text",
              [](Options& o, const std::string& v) { return o.inputs.text_field = v, std::string(); }},
    OptionRow{reads_texts, "--id-field", "NAME", "where they have their id. Default: id",
              [](Options& o, const std::string& v) { return o.inputs.id_field = v, std::string(); }},
    OptionRow{reads_texts, "--date-field", "NAME", "where they have their day. Default: date",
              [](Options& o, const std::string& v) { return o.inputs.date_field = v, std::string(); }},
    OptionRow{reads_texts, "--allow-empty", "", "no texts at all are no fault", choose_files<&FileChoice::allow_empty>},
    OptionRow{reads_texts, "--list-files", "", "print which files would be read, and why others not",
              turn_on<&Options::list_files>},
    OptionRow{in_test | in_mutate, "--filter", "WORDS", "only rules whose pack/id holds these words",
              [](Options& o, const std::string& v) { return o.filter = v, std::string(); }},
    OptionRow{in_check, "--color", "WHEN", "auto, always or never. Default: auto, see NO_COLOR, FORCE_COLOR, CLICOLOR",
              [](Options& o, const std::string& v) { return choose(colours, v, o.colour); }},
    OptionRow{in_data, "-r,--rules", "DIR|NAME", "diff: packs on such a store, whose tests are run with both; repeatable",
              [](Options& o, const std::string& v) { return o.rules.push_back(v), std::string(); }},
    OptionRow{in_data, "--into", "STORE|DIR", "import: the store to add to; export: the folder to write",
              [](Options& o, const std::string& v) { return o.data.into = v, std::string(); }},
    OptionRow{in_data, "--from", "KIND", "what the source is, where its contents do not tell: owid-wide, sdmx-csv, workbook ...",
              set_kind},
    OptionRow{in_data, "--series", "ID", "id of the figures, where the source holds one series",
              set_source<&SourceOptions::series>},
    OptionRow{in_data, "--published", "DAY", "when the source was published, where it does not say",
              set_source<&SourceOptions::published>},
    OptionRow{in_data, "--source", "NAME", "who publishes it, where it does not say", set_source<&SourceOptions::source>},
    OptionRow{in_data, "--url", "URL", "where it was read", set_source<&SourceOptions::url>},
    OptionRow{in_data, "--map", "COLUMN=NAME",
              "what a column is: reporter, time_period, obs_value ...; - leaves it out; repeatable", add_column},
    OptionRow{in_data, "--decimal", "SIGN", "the decimal sign of numbers in text. Default: a point",
              set_sign<&SourceOptions::decimal>},
    OptionRow{in_data, "--group", "SIGN", "the sign between thousands. Default: none", set_sign<&SourceOptions::group>},
    OptionRow{in_data, "--table", "NAME", "the sheet of a workbook, the table of a database", set_source<&SourceOptions::table>},
    OptionRow{in_data, "--query", "SQL", "the SELECT that a database is asked", set_source<&SourceOptions::query>},
    OptionRow{in_data, "--replace", "", "import: begin a new store instead of adding to the old one",
              [](Options& o, const std::string&) { return o.data.replace = true, std::string(); }},
    OptionRow{in_data, "--strict", "", "import: a single bad row, and nothing is written",
              [](Options& o, const std::string&) { return o.data.strict = true, std::string(); }},
    OptionRow{in_check | of_packs, "-q,--quiet", "",
              "no report on standard output (test: failures only; lint: no counts; mutate: scores only)",
              turn_on<&Options::quiet>},
    OptionRow{in_fix, "--diff", "", "show what would be written, as diff -u does, and write nothing; exit code 1 if there is any",
              turn_on<&Options::diff>},
    OptionRow{in_check, "--baseline", "FILE", "findings that are in this file do not count", set_text<&Options::baseline>},
    OptionRow{in_check, "--write-baseline", "FILE", "write the findings of this run there, and exit with 0",
              set_text<&Options::write_baseline>},
    OptionRow{in_check, "--prune-baseline", "", "take out of --baseline what is not found any more; new findings never go in",
              turn_on<&Options::prune_baseline>},
    OptionRow{in_check, "--cache", "DIR", "keep results there, and take them from there for texts that did not change",
              set_text<&Options::cache>},
    OptionRow{in_check, "--cache-size", "MIB", "what the cache may take; the oldest results go first. Default: 1024",
              set_count<&Options::cache_mib, 1U << 20U>},
    OptionRow{in_check, "--resume", "", "go on where a run was stopped or killed: --cache, by default among the user's caches",
              turn_on<&Options::resume>},
    OptionRow{in_check | in_fix, "--since", "COMMIT",
              "only findings in lines that changed since this commit or branch, as git tells", set_text<&Options::since>},
    OptionRow{in_check, "--max-findings", "N", "show the first N findings; all are counted. Default: all",
              set_count<&Options::max_findings, 1'000'000'000>},
    OptionRow{in_check | in_fix, "--ignore", "RULE", "no findings of this rule, as pack/id, or of this pack; repeatable",
              [](Options& o, const std::string& v) { return o.ignored_rules.push_back(v), std::string(); }},
    OptionRow{reads_texts | in_config, "--config", "FILE",
              "read settings from this file. Default: the nearest .factcheck.yaml here or above",
              [](Options& o, const std::string& v) { return o.config = v, std::string(); }},
    OptionRow{reads_texts | in_config, "--isolated", "", "no settings from files and FACTCHECK_ variables",
              turn_on<&Options::isolated>},
    OptionRow{in_check, "--limits", "", "print the limits in force", turn_on<&Options::limits>},
    OptionRow{in_check, "--version", "", "print the version; with --json as JSON", turn_on<&Options::version>},
    OptionRow{in_check, "--json", "", "", turn_on<&Options::json>},
    OptionRow{everywhere, "-h,--help", "", "print this help", turn_on<&Options::help>},
};

const CommandRow& row_of(Command command) { return command_table.at(static_cast<std::size_t>(command)); }

const OptionRow* find_option(std::string_view name) {
    const auto has = [&](const OptionRow& row) {
        const auto comma = row.names.find(',');
        return row.names.substr(0, comma) == name || (comma != std::string_view::npos && row.names.substr(comma + 1) == name);
    };
    const auto row = std::find_if(option_table.begin(), option_table.end(), has);
    return row == option_table.end() ? nullptr : &*row;
}

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 1; j <= b.size(); ++j)
            diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)}));
    }
    return row.back();
}

std::string unknown_option(std::string option, Command command) {
    option.resize(std::min(option.find('='), option.size()));
    const std::string help = "factcheck " + (command == Command::check ? "" : std::string(row_of(command).name) + " ") + "--help";
    if (find_option(option) != nullptr) return std::string(row_of(command).name) + " takes no " + option + "; see " + help;
    std::string nearest;
    std::size_t best = 3;  // further away it is another word
    for (const OptionRow& row : option_table) {
        const std::string name(row.names.substr(row.names.find("--")));
        if (const std::size_t d = distance(option, name); (row.commands & bit(command)) != 0 && d < best)
            best = d, nearest = name;
    }
    return "no option is called " + option + (nearest.empty() ? "" : " (did you mean " + nearest + "?)") + "; see " + help;
}

// Notes what is given, in the order in which it stands: of --include and --exclude the last decides.
void add_option(CLI::App& app, const OptionRow& row, std::vector<Given>& given) {
    const auto take = [&row, &given](const std::string& value) {
        given.push_back({&row, value, std::string(long_name(row)), {}});
    };
    if (row.value.empty()) {
        app.add_flag_callback(std::string(row.names), [take] { take({}); })->trigger_on_parse();
        return;
    }
    const auto take_all = [take](const std::vector<std::string>& values) { std::for_each(values.begin(), values.end(), take); };
    // One value each time: an option that took a list would swallow the files after it.
    app.add_option_function<std::vector<std::string>>(std::string(row.names), take_all)
        ->expected(1)
        ->allow_extra_args(false)
        ->trigger_on_parse();
}

// What settles the same: a list that is given anew replaces that of a lower layer.
std::string_view subject(const OptionRow& row) {
    const std::string_view name = long_name(row);
    return name == "--include" ? "--exclude" : name;
}

std::string sentence_of(const CLI::ParseError& error) {
    std::string said = error.what();
    const auto break_at = said.find('\n');
    return said.substr(0, break_at);
}

std::vector<Given> parse(Parsed& parsed, std::vector<std::string> arguments) {
    std::vector<Given> given;
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    for (const OptionRow& row : option_table)
        if ((row.commands & bit(parsed.options.command)) != 0) add_option(app, row, given);
    app.add_option("operands", parsed.options.files);
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
    try {
        app.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
        parsed.error = sentence_of(error);
        return given;
    }
    std::vector<std::string> unknown = app.remaining();
    std::erase(unknown, "--");
    if (!unknown.empty()) parsed.error = unknown_option(unknown.front(), parsed.options.command);
    return given;
}

// Adds what a layer says, unless a higher one has spoken.
void add_layer(std::vector<Given>& all, const std::vector<Given>& layer) {
    std::vector<Given> added;
    for (const Given& each : layer) {
        const auto same = [&](const Given& other) { return subject(*other.row) == subject(*each.row); };
        if (std::none_of(all.begin(), all.end(), same)) added.push_back(each);
    }
    all.insert(all.end(), added.begin(), added.end());
}

void add_row(std::string& out, std::string_view left, std::string_view about) {
    constexpr std::size_t width = 27;
    constexpr std::size_t right = 100;
    std::string line = "  " + std::string(left);
    if (line.size() + 2 > width) {
        out += line + "\n";
        line.clear();
    }
    line.resize(width, ' ');
    while (!about.empty()) {
        const auto end = std::min(about.find(' '), about.size());
        if (line.size() + end > right) {
            out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
            line.assign(width, ' ');
        }
        line += std::string(about.substr(0, end)) + " ";
        about.remove_prefix(std::min(end + 1, about.size()));
    }
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
}

std::string left_of(const OptionRow& row) {
    std::string left(row.names.starts_with("--") ? "    " : "");
    left += row.names;
    if (const auto comma = left.find(','); comma != std::string::npos) left.insert(comma + 1, " ");
    return row.value.empty() ? left : left + " " + std::string(row.value);
}

std::string about_of(const OptionRow& row) {
    constexpr std::string_view placeholder = "{formats}";
    std::string about(row.about);
    if (const auto at = about.find(placeholder); at != std::string::npos) about.replace(at, placeholder.size(), format_names());
    return about;
}

}  // namespace

std::span<const CommandRow> command_rows() { return command_table; }
std::span<const OptionRow> option_rows() { return option_table; }
std::string_view long_name(const OptionRow& row) { return row.names.substr(row.names.rfind(',') + 1); }

Parsed parse_options(const std::vector<std::string>& arguments, const std::vector<std::vector<Given>>& lower) {
    Parsed parsed;
    std::vector<std::string> rest = arguments;
    const auto is_first = [&](const CommandRow& row) { return !rest.empty() && rest.front() == row.name; };
    const auto command = std::find_if(command_table.begin(), command_table.end(), is_first);
    if (command != command_table.end()) {
        parsed.options.command = command->command;
        rest.erase(rest.begin());
    }
    parsed.given = parse(parsed, std::move(rest));
    for (const auto& layer : lower) add_layer(parsed.given, layer);
    for (const Given& given : parsed.given) {
        const std::string wrong = given.row->set(parsed.options, given.value);
        if (!wrong.empty() && parsed.error.empty()) parsed.error = given.from + ": " + wrong;
        if (subject(*given.row) == "--exclude") parsed.options.choice.globs_root = given.folder;
    }
    return parsed;
}

std::string help_of(Command command) {
    const CommandRow& row = row_of(command);
    const bool first = command == Command::check;
    std::string out = "factcheck says which numbers and dates of a text are wrong, and why.\n\n";
    out += "  factcheck " + std::string(first ? "[check]" : row.name) + " [options] " + std::string(row.operands) + "\n\n";
    out += first ? "commands:\n" : std::string(row.name) + ": " + std::string(row.about) + "\n\n";
    if (first) {
        for (const CommandRow& each : command_table) add_row(out, each.name, each.about);
        out += "\n";
    }
    out += "options:\n";
    for (const OptionRow& option : option_table)
        if ((option.commands & bit(command)) != 0 && !option.about.empty()) add_row(out, left_of(option), about_of(option));
    if (first)
        out +=
            "\nA folder stands for the texts below it, - for standard input. The first word is a command if it is one.\n"
            "Exit codes: 0 no findings at or above --fail-on; 1 findings; 2 something is wrong with the command, the\n"
            "rules or a file, or a text was not fully checked.\n";
    return out;
}

}  // namespace factcheck
