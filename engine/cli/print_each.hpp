// Commands that print lines of each document and judge nothing: extract, claims.
#pragma once

#include "cli/options.hpp"
#include "factcheck.hpp"
#include "model/text.hpp"

#include <functional>
#include <string>

namespace factcheck {

// Appends a document's lines to `out`; `flush` may be called where it has become long, also within a line.
using Printer = std::function<void(const Text& text, std::string& out, const std::function<void()>& flush)>;

// The lines of all documents, in their order, on standard output; the exit code.
int print_each(const Options& options, const Printer& print);

}  // namespace factcheck
