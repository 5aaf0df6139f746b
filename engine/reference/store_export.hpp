// A store -> files that people and other programs read, and what two stores differ in.
#pragma once

#include "reference/store.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace factcheck {

struct ExportedFile {
    std::string name;
    std::string bytes;
};

// A Frictionless data package: datapackage.json first, then its tables. Importing it again makes the same store.
[[nodiscard]] std::vector<ExportedFile> export_package(const StoreFile& store, const std::string& name);

// A figure that differs between two stores: by series, key, period and source.
struct Revision {
    std::string series;
    Key key;
    Period period;
    std::string source;
    std::string before;  // empty: it is new
    std::string after;   // empty: it is gone
    std::string change;  // of the value, in percent of the old: "+1.2 %"; empty where it cannot be said
};

struct StoreDifference {
    std::vector<std::string> series_added;
    std::vector<std::string> series_gone;
    std::vector<Revision> revised;
    std::size_t added = 0;  // figures of periods that had none
    std::size_t gone = 0;
    std::size_t same = 0;
};

// The latest figure of each series, key, period and source in both.
[[nodiscard]] StoreDifference compare_stores(const StoreFile& before, const StoreFile& after);

}  // namespace factcheck
