// The command line: one table of options (options.cpp), from which parsing and help come.
#pragma once

#include "author/init.hpp"
#include "model/verdict.hpp"
#include "reference/source.hpp"
#include "render/formats.hpp"
#include "run/files.hpp"
#include "run/inputs.hpp"
#include "run/overrides.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace factcheck {

enum class Command : std::uint8_t {
    check,
    extract,
    claims,
    explain,
    coverage,
    config,
    fix,
    merge,
    completions,
    test,
    lint,
    mutate,
    init,
    rules,
    series,
    schema,
    data
};
enum class ColourChoice : std::uint8_t { automatic, always, never };

struct Output {
    Format format = Format::text;
    std::string file;
};

// Of `factcheck data`; the first operand says what is done.
struct DataOptions {
    std::string into;
    bool replace = false;
    bool strict = false;
    SourceOptions source;
};

struct Options {
    Command command = Command::check;
    std::vector<std::string> files;  // or packs, of `test`
    FileChoice choice;               // the rest of what says which files are read
    InputOptions inputs;             // how they are read
    bool list_files = false;
    std::vector<std::string> rules;
    std::string date;   // ISO 8601 day
    std::string as_of;  // ISO 8601 day or "latest"
    Format format = Format::text;
    std::vector<Output> outputs;
    bool all = false;
    std::optional<Severity> fail_on = Severity::error;  // absent: never
    std::optional<Severity> min_level;                  // absent: each format's own
    ColourChoice colour = ColourChoice::automatic;
    std::size_t jobs = 0;  // threads; 0: as many as there are processors
    std::string filter;
    std::string baseline;        // the file of findings that are known
    std::string write_baseline;  // where those of this run go
    bool prune_baseline = false;
    std::string cache;             // the folder of results; empty: none
    std::size_t cache_mib = 1024;  // that it may take
    bool resume = false;
    std::string since;                       // a commit: only what changed counts
    std::size_t max_findings = 0;            // shown; 0: all
    std::vector<std::string> ignored_rules;  // pack/id, or the pack alone
    std::vector<PathOverride> overrides;
    std::string config;  // the file of settings; empty: looked for
    bool isolated = false;
    std::string rule;     // of explain: words of pack/id
    bool docs = false;    // of schema: print docs/keys.md
    InitOptions init;     // of init
    int least = 0;        // of mutate: the score in percent below which it is a finding
    bool fix = false;     // of lint
    bool update = false;  // of test
    std::string junit;    // of test: a file
    bool codes = false;   // of lint: print the page of codes
    bool diff = false;
    bool quiet = false;
    bool help = false;
    bool version = false;
    bool json = false;
    bool limits = false;
    DataOptions data;
};

struct OptionRow;

// A value for an option, and who says so.
struct Given {
    const OptionRow* row = nullptr;
    std::string value;
    std::string from;    // --fail-on, FACTCHECK_FAIL_ON, .factcheck.yaml:3
    std::string folder;  // of the file that says so: its patterns are of paths below
};

struct Parsed {
    Options options;
    std::vector<Given> given;  // what the options were made of
    std::string error;         // one sentence; empty: none
};

// `lower`: what holds where the arguments say nothing, the strongest layer first.
[[nodiscard]] Parsed parse_options(const std::vector<std::string>& arguments, const std::vector<std::vector<Given>>& lower = {});
[[nodiscard]] std::string help_of(Command command);

}  // namespace factcheck
