// Many documents: files in, what was found in each out, in the order of their paths.
#pragma once

#include "factcheck.hpp"
#include "run/cache.hpp"
#include "run/documents.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace factcheck {

struct RunOptions {
    std::string date;         // ISO 8601 day for all documents; empty: their own
    std::string as_of;        // ISO 8601 day or "latest"; empty: each document's date
    std::string stdin_name;   // what a text of standard input is called; empty: -
    ReportDetail detail;      // what the outputs need
    Cache* cache = nullptr;   // of what was checked before
    std::size_t threads = 1;  // the result does not depend on it
    InputOptions inputs;
};

struct CheckedDocument {
    ReportDocument document;
    std::vector<std::string> rendered;  // what `render` made of it
    std::string error;                  // one sentence: it could not be checked, and there is nothing else
};

// What a run does with its documents.
struct CheckSteps {
    std::function<void(Document&)> prepare;                                 // these two on any thread
    std::function<void(const Document&, ReportDocument&)> settle;           // what becomes of its findings
    std::function<std::vector<std::string>(const ReportDocument&)> render;  // on any thread
    std::function<void(CheckedDocument)> take;                              // in order, one at a time
    std::function<bool()> stop;                                             // asked before each document
};

void check_files(const Engine& engine, const std::vector<FoundFile>& files, const RunOptions& options, const CheckSteps& steps,
                 DocumentsRead& out);

}  // namespace factcheck
