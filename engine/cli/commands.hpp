// The commands. Each returns the program's exit code.
#pragma once

#include "cli/options.hpp"
#include "factcheck.hpp"
#include "run/files.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace factcheck {

namespace exit_code {
inline constexpr int clean = 0;
inline constexpr int findings = 1;
inline constexpr int trouble = 2;   // beats 1
inline constexpr int signal = 128;  // and the number of what stopped it
}  // namespace exit_code

int check_command(const Options& options);
int extract_command(const Options& options);
int claims_command(const Options& options);
int test_command(const Options& options);
int fix_command(const Options& options);
int merge_command(const Options& options);
int completions_command(const Options& options);
int config_command(const Options& options);
int data_command(const Options& options);
int explain_command(const Options& options);
int coverage_command(const Options& options);
int mutate_command(const Options& options);
int lint_command(const Options& options);
int init_command(const Options& options);
int schema_command(const Options& options);
int rules_command(const Options& options);
int series_command(const Options& options);
int limits_command();
int version_command(const Options& options);

// How many documents are worked on at a time.
[[nodiscard]] std::size_t threads_of(const Options& options);

// The files that the command line stands for, and whether it names any.
[[nodiscard]] FoundFiles chosen_files(const Options& options);
[[nodiscard]] bool names_files(const Options& options);
int list_files(const Options& options);

// The packs, from an image of an earlier load where one fits: run/pack_images.hpp.
[[nodiscard]] Loaded load_quickly(const std::vector<std::string>& folders);
// The rules, with what is wrong on standard error and in `errors`.
[[nodiscard]] std::optional<Engine> load_engine(const Options& options, std::vector<std::string>& errors);

// The folders behind --rules or the operands of `test`, or sentences about what is wrong.
[[nodiscard]] std::vector<std::string> folders_of(const std::vector<std::string>& values, std::vector<std::string>& errors);

}  // namespace factcheck
