// The command line: one table of options (options.cpp), from which parsing and help come.
#pragma once

#include "model/verdict.hpp"
#include "render/formats.hpp"
#include "run/files.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace factcheck {

enum class Command : std::uint8_t { check, extract, claims, test };
enum class ColourChoice : std::uint8_t { automatic, always, never };

struct Output {
    Format format = Format::text;
    std::string file;
};

struct Options {
    Command command = Command::check;
    std::vector<std::string> files;  // or packs, of `test`
    FileChoice choice;               // the rest of what says which files are read
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
    bool quiet = false;
    bool help = false;
    bool version = false;
    bool json = false;
    bool limits = false;
};

struct Parsed {
    Options options;
    std::string error;  // one sentence; empty: none
};

[[nodiscard]] Parsed parse_options(const std::vector<std::string>& arguments);
[[nodiscard]] std::string help_of(Command command);

}  // namespace factcheck
