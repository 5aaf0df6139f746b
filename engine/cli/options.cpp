#include "cli/options.hpp"

#include "model/period.hpp"

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

constexpr unsigned bit(Command command) { return 1U << static_cast<unsigned>(command); }
constexpr unsigned in_check = bit(Command::check);
constexpr unsigned in_extract = bit(Command::extract);
constexpr unsigned in_claims = bit(Command::claims);
constexpr unsigned in_test = bit(Command::test);
constexpr unsigned reads_texts = in_check | in_extract | in_claims;
constexpr unsigned everywhere = in_check | in_extract | in_claims | in_test;

struct CommandRow {
    Command command;
    std::string_view name;
    std::string_view operands;
    std::string_view about;
};

constexpr std::array command_table{
    CommandRow{Command::check, "check", "FILE|DIR|-...", "judge texts by rules (the default command)"},
    CommandRow{Command::extract, "extract", "FILE|DIR|-...", "show what the grammar sees: numbers, money, dates ..."},
    CommandRow{Command::claims, "claims", "FILE|DIR|-...", "show what was understood: claims with their slots, before any rule"},
    CommandRow{Command::test, "test", "PACK...", "run the tests of rule packs"},
};

// Each setter takes one value and says in one sentence what is wrong with it; empty: nothing.
using Setter = std::string (*)(Options&, const std::string&);

struct OptionRow {
    unsigned commands;
    std::string_view names;  // as they are written, long one last
    std::string_view value;  // what the help calls the value; empty: a switch
    std::string_view about;
    Setter set;
};

template <class T>
struct Named {
    std::string_view name;
    T value;
};

constexpr std::array mention_formats{Named<Format>{"text", Format::text}, Named<Format>{"jsonl", Format::jsonl}};
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

std::string set_jobs(Options& options, const std::string& number) {
    constexpr std::size_t most = 1024;
    const char* end = number.data() + number.size();
    const auto [past, error] = std::from_chars(number.data(), end, options.jobs);
    const bool good = error == std::errc() && past == end && options.jobs > 0 && options.jobs <= most;
    return good ? "" : "\"" + number + "\" is not a number of jobs; write one from 1 to " + std::to_string(most);
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

constexpr std::array option_table{
    OptionRow{in_check, "-r,--rules", "DIR|NAME",
              "rules: the folder of a pack or of many, or packs by name, with commas; repeatable. Default: consistency,calendar",
              [](Options& o, const std::string& v) { return o.rules.push_back(v), std::string(); }},
    OptionRow{in_claims, "-r,--rules", "DIR|NAME",
              "packs whose measures, names and events are known; repeatable. Default: figures and dates alone",
              [](Options& o, const std::string& v) { return o.rules.push_back(v), std::string(); }},
    OptionRow{in_test, "-r,--rules", "DIR|NAME", "packs that the tested ones use, where these do not lie beside them; repeatable",
              [](Options& o, const std::string& v) { return o.rules.push_back(v), std::string(); }},
    OptionRow{in_check | in_extract | in_claims, "--date", "DAY",
              "the day of the text, as 2025-08-04. Default: the document's own", set_date},
    OptionRow{in_check, "--as-of", "DAY|latest", "the last day of the evidence. Default: the day of the text", set_as_of},
    OptionRow{in_check, "-f,--format", "FORMAT", "of standard output: {formats}. Default: text",
              [](Options& o, const std::string& v) { return choose_format(v, o.format); }},
    OptionRow{in_extract | in_claims, "-f,--format", "FORMAT", "of standard output: text or jsonl. Default: text",
              [](Options& o, const std::string& v) { return choose(mention_formats, v, o.format); }},
    OptionRow{in_check, "-o,--output", "FORMAT=FILE", "write a report to a file as well, whole or not at all; repeatable",
              add_output},
    OptionRow{in_check, "--all", "", "show every verdict, not findings only", turn_on<&Options::all>},
    OptionRow{in_check, "--fail-on", "LEVEL", "what makes exit code 1: error, warning, info or never. Default: error",
              [](Options& o, const std::string& v) { return choose(fail_levels, v, o.fail_on); }},
    OptionRow{in_check, "--min-level", "LEVEL",
              "what is shown: error, warning or info. Default: warning; info in formats for programs",
              [](Options& o, const std::string& v) { return choose(severities, v, o.min_level); }},
    OptionRow{reads_texts, "--jobs", "N",
              "documents that are worked on at a time; the report is the same for any. Default: all processors", set_jobs},
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
    OptionRow{reads_texts, "--allow-empty", "", "no texts at all are no fault", choose_files<&FileChoice::allow_empty>},
    OptionRow{reads_texts, "--list-files", "", "print which files would be read, and why others not",
              turn_on<&Options::list_files>},
    OptionRow{in_test, "--filter", "WORDS", "only rules whose pack/id holds these words",
              [](Options& o, const std::string& v) { return o.filter = v, std::string(); }},
    OptionRow{in_check, "--color", "WHEN", "auto, always or never. Default: auto, see NO_COLOR, FORCE_COLOR, CLICOLOR",
              [](Options& o, const std::string& v) { return choose(colours, v, o.colour); }},
    OptionRow{in_check | in_test, "-q,--quiet", "", "no report on standard output (test: failures only)",
              turn_on<&Options::quiet>},
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

std::string_view last_name(const OptionRow& row) { return row.names.substr(row.names.rfind(',') + 1); }

void add_option(CLI::App& app, const OptionRow& row, Parsed& parsed) {
    const auto take = [&row, &parsed](const std::string& value) {
        const std::string wrong = row.set(parsed.options, value);
        if (!wrong.empty() && parsed.error.empty()) parsed.error = std::string(last_name(row)) + ": " + wrong;
    };
    if (row.value.empty()) {
        app.add_flag_callback(std::string(row.names), [take] { take({}); });
        return;
    }
    const auto take_all = [take](const std::vector<std::string>& values) { std::for_each(values.begin(), values.end(), take); };
    // One value each time: an option that took a list would swallow the files after it.
    app.add_option_function<std::vector<std::string>>(std::string(row.names), take_all)
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

std::string sentence_of(const CLI::ParseError& error) {
    std::string said = error.what();
    const auto break_at = said.find('\n');
    return said.substr(0, break_at);
}

void parse(Parsed& parsed, std::vector<std::string> arguments) {
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    for (const OptionRow& row : option_table)
        if ((row.commands & bit(parsed.options.command)) != 0) add_option(app, row, parsed);
    app.add_option("operands", parsed.options.files);
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
    try {
        app.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
        parsed.error = sentence_of(error);
        return;
    }
    std::vector<std::string> unknown = app.remaining();
    std::erase(unknown, "--");
    if (!unknown.empty()) parsed.error = unknown_option(unknown.front(), parsed.options.command);
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

Parsed parse_options(const std::vector<std::string>& arguments) {
    Parsed parsed;
    std::vector<std::string> rest = arguments;
    const auto is_first = [&](const CommandRow& row) { return !rest.empty() && rest.front() == row.name; };
    const auto command = std::find_if(command_table.begin(), command_table.end(), is_first);
    if (command != command_table.end()) {
        parsed.options.command = command->command;
        rest.erase(rest.begin());
    }
    parse(parsed, std::move(rest));
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
