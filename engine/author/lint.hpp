// `factcheck lint`: all that can be known of a pack without a text. What is found has a code of author/faults.hpp.
#pragma once

#include "factcheck.hpp"
#include "model/diagnostic.hpp"
#include "model/rule.hpp"
#include "reference/reference.hpp"
#include "rules/load.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace factcheck {

// Of the packs at or below the folders; those that they use are looked into, but nothing is said of them.
[[nodiscard]] Diagnostics lint_packs(const LoadedPacks& loaded, const std::vector<std::string>& folders);
// Mends what is mechanical, each file written whole. How many faults are gone, and what could not be written.
struct Mended {
    std::size_t faults = 0;
    std::vector<std::string> errors;
};
[[nodiscard]] Mended mend_packs(const LoadedPacks& loaded, const std::vector<std::string>& folders);

// file:line:column: warning: what is wrong  [code]
[[nodiscard]] std::string render_lint(const Diagnostics& found);
[[nodiscard]] std::string render_lint_json(const Diagnostics& found);

// Whether a pack lies at or below one of the folders.
[[nodiscard]] bool is_at_or_below(const std::string& folder, const std::vector<std::string>& roots);

// The parts of lint, each of one pack.
struct Linting {
    const LoadedPacks& loaded;
    const Pack& pack;
    Diagnostics& found;
};
void lint_found(Linting& lint, std::string_view code, const Place& place, std::string message);
void lint_rules(Linting& lint);
void lint_words(Linting& lint);
void lint_data(Linting& lint);
// Bytes of a file -> what is wrong with its white space, and the bytes as they should be.
struct Tidied {
    Diagnostics found;
    std::string bytes;
};
[[nodiscard]] Tidied tidied(const std::string& path, const std::string& bytes);

}  // namespace factcheck
