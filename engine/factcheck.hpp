// The library's one public header: load packs once, check texts, get reports.
//
//   auto loaded = factcheck::load({"rules/"});
//   if (!loaded.engine) return print(loaded.diagnostics);
//   auto report = loaded.engine->check({.bytes = text, .path = "article.md"});
//
// An Engine never changes after loading and may be used from many threads at once.
#pragma once

#include "model/diagnostic.hpp"
#include "model/report.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace factcheck {

struct Container;  // of the program's own

struct Document {
    std::string bytes;
    std::string path;  // names it in the report; its ending chooses the format
    std::string id;
    std::string date;                            // ISO 8601 day; beats the document's own; empty: the document's own
    std::string date_from;                       // who gave `date`: "--date" unless said
    std::string as_of;                           // ISO 8601 day or "latest"; empty: the document's date
    std::shared_ptr<const Container> container;  // where the bytes lay, if not in a file of their own: findings point there
    std::string input_format;                    // by name, as docs/inputs.md lists them; empty: by ending or content
    ReportDetail detail;                         // what the report is to hold beyond the findings
};

class Engine {
public:
    struct State;
    explicit Engine(std::shared_ptr<const State> state);
    [[nodiscard]] ReportDocument check(const Document& document) const;
    [[nodiscard]] std::vector<ReportPack> packs() const;
    [[nodiscard]] const State& state() const { return *state_; }  // for the program's own commands

private:
    std::shared_ptr<const State> state_;
};

struct Loaded {
    std::optional<Engine> engine;  // absent when there are errors among the diagnostics
    Diagnostics diagnostics;
};

// `hashes`: whether Engine::packs() tells each pack's hash; without, loading is quicker.
[[nodiscard]] Loaded load(const std::vector<std::string>& pack_folders, bool hashes = true);
[[nodiscard]] std::string_view version();

}  // namespace factcheck
