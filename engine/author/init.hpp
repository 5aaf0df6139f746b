// `factcheck init`: a new pack that passes its own tests, from nothing or from a table of figures.
#pragma once

#include "model/diagnostic.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace factcheck {

struct NewFile {
    std::string name;  // below the pack's folder
    std::string bytes;
};

// What cannot be seen in a table, or was guessed wrongly.
struct InitOptions {
    std::string folder;                        // its last part names the pack
    std::string data;                          // path of a table; empty: an example pack
    std::map<std::string, std::string> units;  // column: code
    std::map<std::string, std::string> natures;
    std::vector<std::string> entities;  // columns whose cells name who or what a figure is of
    std::vector<std::string> ignored;   // columns that are left out
    std::string period;                 // column
    std::string measure;                // name of the only measure
    std::string source;                 // who publishes the figures
    bool decimal_comma = false;         // 4,1 is a figure
};

struct NewPack {
    std::vector<NewFile> files;
    std::vector<std::string> notes;   // what was seen in the table, one line each
    std::vector<std::string> errors;  // one sentence each: nothing is written
};

[[nodiscard]] NewPack new_pack(const InitOptions& options);
// Writes the files; empty where the folder held nothing and all are there now.
[[nodiscard]] std::string write_pack(const std::string& folder, const NewPack& pack);

}  // namespace factcheck
