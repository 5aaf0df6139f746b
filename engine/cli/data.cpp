// `factcheck data`: figures into a store, and what a store holds.
#include "author/test.hpp"
#include "check.hpp"
#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "model/limits.hpp"
#include "reference/source.hpp"
#include "reference/store.hpp"
#include "reference/store_export.hpp"
#include "render/render.hpp"
#include "run/atomic_write.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <optional>

namespace factcheck {
namespace {

namespace fs = std::filesystem;

int trouble(const std::string& sentence) {
    complain(sentence);
    return exit_code::trouble;
}

// Names and comments are other people's: nothing in them may speak to a terminal.
std::string visible_lines(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        out += visible(std::string_view(text).substr(at, end - at)) + "\n";
        at = end + 1;
    }
    return out;
}

int printed(const std::string& text) { return write_stdout(text) == Written::failed ? exit_code::trouble : exit_code::clean; }

void say(const Diagnostics& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics) write_stderr(visible(to_string(diagnostic)) + "\n");
}

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
    std::string digits = std::to_string(count);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits + " " + (count == 1 ? one : many);
}

// ---- import

// "added 18,242 figures of 1 series (owid-wide in csv), 3 bad rows left out"
std::string told(const std::string& source, const SourceCount& count) {
    std::string out = source + ": " + counted(count.figures, "figure", "figures");
    if (count.missing > 0) out += ", " + counted(count.missing, "cell without one", "cells without one");
    if (count.too_early > 0) out += ", " + counted(count.too_early, "row", "rows") + " before the year 1 left out";
    if (count.bad_rows > 0) out += ", " + counted(count.bad_rows, "bad row left out", "bad rows left out");
    return out + (count.told.empty() ? "" : " (" + count.told + ")") + "\n";
}

int import_command(const std::vector<std::string>& sources, const DataOptions& options) {
    if (options.into.empty()) return trouble("no store: say with --into which file the figures go to");
    if (sources.empty()) return trouble("no source: name a file; see factcheck data --help");
    StoreBuilder builder;
    Diagnostics diagnostics;
    std::string report;
    const bool add = !options.replace && fs::exists(options.into);
    if (fs::exists(options.into) && !fs::is_regular_file(options.into)) return trouble(options.into + " is not a regular file");
    if (add) {
        if (!is_store_file(options.into)) return trouble(options.into + " is no store: name another file, or say --replace");
        (void)read_source(options.into, {.from = "store"}, builder, diagnostics);
        if (!diagnostics.empty()) return say(diagnostics), exit_code::trouble;
    }
    const std::size_t before = builder.size();
    for (const std::string& source : sources) report += told(source, read_source(source, options.source, builder, diagnostics));
    const std::size_t brought = builder.size() - before;
    builder.finish(diagnostics);
    say(diagnostics);
    const bool faulty = !diagnostics.empty();
    if (brought == 0 && !builder.has_tables()) return trouble("nothing was brought in: " + options.into + " is as it was");
    if (options.strict && faulty) return trouble("with --strict nothing is written: " + options.into + " is as it was");
    WholeFile store(options.into);
    try {
        if (!store.beside().empty()) builder.write(store.beside());
    } catch (const StoreFault& fault) {
        return trouble("cannot write " + options.into + ": " + std::string(fault.what()));
    }
    const std::string wrong = store.commit();
    if (!wrong.empty()) return trouble(wrong);
    report += options.into + ": " + counted(builder.size(), "figure", "figures") + " of " +
              counted(builder.series_count(), "series", "series") + "\n";
    if (printed(report) != exit_code::clean) return exit_code::trouble;
    return faulty ? exit_code::findings : exit_code::clean;
}

// ---- show

std::string row_of(std::initializer_list<std::pair<std::string, std::size_t>> cells) {
    std::string out;
    for (const auto& [text, width] : cells) {
        out += text;
        if (text.size() < width) out.append(width - text.size(), ' ');
        out += "  ";
    }
    out.erase(out.find_last_not_of(' ') + 1);
    return out + "\n";
}

std::string words_of(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

std::string list_of(const StoreFile& store) {
    std::size_t widest = 6;
    for (const StoreSeries& series : store.series()) widest = std::max(widest, series.name.size());
    widest = std::min<std::size_t>(widest, 48);
    std::string out = row_of({{"series", widest}, {"figures", 9}, {"from", 10}, {"to", 10}, {"dimensions", 18}, {"what", 0}});
    for (const StoreSeries& series : store.series()) {
        const std::string what = series.label + (series.unit.empty() ? "" : " (" + series.unit + ")");
        out += row_of({{series.name, widest},
                       {std::to_string(series.observations), 9},
                       {series.first, 10},
                       {series.last, 10},
                       {words_of(series.dimensions), 18},
                       {what, 0}});
    }
    for (const auto& [name, csv] : store.tables())
        out += "table " + name + ": " +
               counted(static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n')) - 1, "line", "lines") + "\n";
    return out;
}

std::string rows_of(const StoreFile& store, const StoreSeries& series, const std::vector<std::string>& wanted) {
    std::string out = series.name + ": " + series.label + (series.unit.empty() ? "" : ", " + series.unit) + "\n";
    if (!series.about.empty()) out += series.about + "\n";
    store.each_row(series.name, [&](const StoreRowView& row) {
        for (std::size_t i = 0; i < wanted.size(); ++i)
            if (i >= row.key.size() || row.key[i] != wanted[i]) return;
        const int mult = row.origin.unit_mult.value_or(series.unit_mult.value_or(0));
        out += row_of({{words_of(row.key), 8},
                       {to_timex(row.period), 16},
                       {row.value.str() + (mult == 0 ? "" : " x 10^" + std::to_string(mult)), 16},
                       {std::string(row.origin.status), 1},
                       {row.origin.published.text, 10},
                       {std::string(row.origin.source), 0},
                       {std::string(row.origin.comment), 0}});
    });
    return out;
}

int show_command(const std::vector<std::string>& operands) {
    if (operands.empty()) return trouble("no store: name one; see factcheck data --help");
    const StoreFile store(operands.front());
    if (operands.size() == 1) return printed(visible_lines(list_of(store)));
    const auto& all = store.series();
    const auto found = std::find_if(all.begin(), all.end(), [&](const StoreSeries& s) { return s.name == operands[1]; });
    if (found == all.end()) {
        std::vector<std::string> names;
        for (const StoreSeries& series : all) names.push_back(series.name);
        return trouble(operands.front() + " has no series " + operands[1] + did_you_mean(operands[1], names));
    }
    return printed(visible_lines(rows_of(store, *found, {operands.begin() + 2, operands.end()})));
}

// ---- check

int check_stores(const std::vector<std::string>& operands) {
    if (operands.empty()) return trouble("no store: name one; see factcheck data --help");
    int code = exit_code::clean;
    std::string report;
    for (const std::string& file : operands) {
        try {
            const StoreFile store(file);
            store.check_all();
            std::uint64_t figures = 0;
            for (const StoreSeries& series : store.series()) figures += series.observations;
            report += file + ": " + counted(figures, "figure", "figures") + " of " +
                      counted(store.series().size(), "series", "series") + ", sound, " + store.digest() + "\n";
        } catch (const StoreFault& fault) {
            code = trouble(fault.what());
        }
    }
    return std::max(code, printed(report));
}

// ---- export

int export_command(const std::vector<std::string>& operands, const DataOptions& options) {
    if (operands.size() != 1) return trouble("name one store to export; see factcheck data --help");
    if (options.into.empty()) return trouble("no folder: say with --into where the tables go");
    const StoreFile store(operands.front());
    std::error_code error;
    fs::create_directories(options.into, error);
    if (error) return trouble("cannot make the folder " + options.into + ": " + error.message());
    std::string report;
    for (const ExportedFile& file : export_package(store, fs::path(operands.front()).stem().string())) {
        const fs::path path = fs::path(options.into) / file.name;
        if (const std::string wrong = write_whole(path, file.bytes); !wrong.empty()) return trouble(wrong);
        report += path.string() + "\n";
    }
    return printed(report);
}

// ---- diff

// What the tests of packs say with a store: by place, what was got where it was not what was expected.
std::optional<std::map<Place, TestResult>> failures_with(const std::string& store, const std::vector<std::string>& folders) {
    const Loaded loaded = engine_of(load_packs({folders.begin(), folders.end()}, false, store));
    say(loaded.diagnostics);
    if (!loaded.engine) return std::nullopt;
    std::map<Place, TestResult> out;
    for (const TestResult& result : run_rule_tests(*loaded.engine, folders, {}).results)
        if (result.status == TestResult::Status::failed) out.emplace(result.place, result);
    return out;
}

// Tests of packs whose outcome the new release changes.
std::optional<std::string> changed_tests(const std::vector<std::string>& stores, const std::vector<std::string>& rules,
                                         std::size_t& count) {
    std::vector<std::string> errors;
    const std::vector<std::string> folders = folders_of(rules, errors);
    for (const std::string& error : errors) complain(error);
    if (!errors.empty()) return std::nullopt;
    const auto before = failures_with(stores[0], folders), after = failures_with(stores[1], folders);
    if (!before || !after) return std::nullopt;
    std::string out;
    const auto told = [&](const TestResult& test, const std::string& from, const std::string& to) {
        ++count;
        out +=
            to_string(Diagnostic{test.place, Severity::warning, test.rule + ": " + from + " -> " + to + ": " + test.text}) + "\n";
    };
    for (const auto& [place, test] : *after) {
        const auto found = before->find(place);
        if (found == before->end())
            told(test, test.expected, test.got);
        else if (found->second.got != test.got)
            told(test, found->second.got, test.got);
    }
    for (const auto& [place, test] : *before)
        if (!after->contains(place)) told(test, test.got, test.expected);
    return out;
}

int diff_command(const std::vector<std::string>& operands, const Options& options) {
    if (operands.size() != 2) return trouble("name two stores, the old one first; see factcheck data --help");
    const StoreFile before(operands[0]), after(operands[1]);
    const StoreDifference difference = compare_stores(before, after);
    std::string out;
    for (const std::string& name : difference.series_gone) out += "series gone: " + name + "\n";
    for (const std::string& name : difference.series_added) out += "series added: " + name + "\n";
    for (const Revision& revision : difference.revised) {
        std::string key = revision.series;
        for (const std::string& id : revision.key) key += ", " + id;
        out += "revised: " + key + ", " + to_timex(revision.period) + ": " + revision.before + " -> " + revision.after +
               (revision.change.empty() ? "" : " (" + revision.change + ")") + "  " + revision.source + "\n";
    }
    out += counted(difference.revised.size(), "figure revised", "figures revised") + ", " +
           counted(difference.added, "added", "added") + ", " + counted(difference.gone, "gone", "gone") + ", " +
           counted(difference.same, "as before", "as before") + "\n";
    std::size_t changed = 0;
    if (!options.rules.empty()) {
        const auto tests = changed_tests(operands, options.rules, changed);
        if (!tests) return exit_code::trouble;
        out += *tests + counted(changed, "test of a pack changes its outcome", "tests of packs change their outcome") + "\n";
    }
    const bool same = changed == 0 && difference.revised.empty() && difference.added == 0 && difference.gone == 0;
    return std::max(printed(visible_lines(out)), same ? exit_code::clean : exit_code::findings);
}

}  // namespace

int data_command(const Options& options) {
    if (options.files.empty()) return trouble("say what to do: import, show, check, export or diff; see factcheck data --help");
    const std::string& action = options.files.front();
    const std::vector<std::string> operands(options.files.begin() + 1, options.files.end());
    if (action == "import") return import_command(operands, options.data);
    if (action == "show") return show_command(operands);
    if (action == "check") return check_stores(operands);
    if (action == "export") return export_command(operands, options.data);
    if (action == "diff") return diff_command(operands, options);
    return trouble("data knows no \"" + action + "\"" + did_you_mean(action, {"import", "show", "check", "export", "diff"}) +
                   "; see factcheck data --help");
}

}  // namespace factcheck
