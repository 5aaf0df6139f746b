// Every limit of the engine in one place: on by default, each printed by `factcheck --limits`, each with a test.
// A limit that bites is said in the report and makes exit code 2; it never drops anything silently.
#pragma once

#include <cstddef>

namespace factcheck::limits {

inline constexpr std::size_t document_bytes = 64U << 20U;  // a larger document is refused by name
inline constexpr std::size_t paragraph_bytes = 1U << 20U;  // a longer paragraph is cut into sentences there
inline constexpr std::size_t sentence_bytes = 16U << 10U;  // a longer sentence is cut at a space
inline constexpr std::size_t mentions = 1'000'000;         // of one document; what follows is not checked
inline constexpr std::size_t grammar_depth = 64;
inline constexpr std::size_t yaml_depth = 64;
inline constexpr std::size_t yaml_nodes = 200'000;
inline constexpr std::size_t rule_file_bytes = 1U << 20U;
inline constexpr std::size_t pack_bytes = 16U << 20U;
inline constexpr std::size_t csv_file_bytes = 256U << 20U;
inline constexpr std::size_t import_bytes = 16ULL << 30U;  // of a file that is brought into a store
inline constexpr std::size_t workbook_bytes = 1U << 30U;   // of a workbook
inline constexpr unsigned query_milliseconds = 600'000;    // that a database may take for a statement
inline constexpr std::size_t csv_field_bytes = 1U << 20U;
inline constexpr std::size_t json_depth = 64;             // of a data package
inline constexpr std::size_t store_steps = 10'000'000;    // of SQLite's machine until the next row of a store
inline constexpr std::size_t faults_per_file = 1'000;     // of one table; the next says how many more there are
inline constexpr std::size_t findings_per_rule = 1'000;   // in one document
inline constexpr std::size_t markup_depth = 1'000;        // of the tags of a page: a parser's time grows with it
inline constexpr std::size_t markup_attributes = 10'000;  // of one tag, for the same reason
inline constexpr std::size_t markup_bytes = 256U << 20U;  // that a parser of HTML or XML may take
inline constexpr std::size_t archive_files = 1'000'000;
inline constexpr std::size_t archive_depth = 3;             // archives in each other
inline constexpr std::size_t unpacked_bytes = 8ULL << 30U;  // out of one archive
inline constexpr std::size_t unpacked_ratio = 1'000;        // to the archive's size, which no text reaches
inline constexpr std::size_t unpacked_free = 64U << 20U;    // before the ratio is looked at
inline constexpr std::size_t excerpt_code_points = 160;
inline constexpr std::size_t message_bytes = 2U << 10U;
inline constexpr std::size_t job_summary_bytes = 1024U << 10U;  // GitHub takes no more
inline constexpr std::size_t sarif_results = 25'000;            // of a run: code scanning refuses more
inline constexpr std::size_t claim_candidates = 16;             // readings of one slot
inline constexpr std::size_t companions = 100;                  // of one claim; where there are more, the rule is silent on it
inline constexpr std::size_t work_per_byte = 300;  // rule attempts that no text exceeds: held by tests, never cut off
inline constexpr std::size_t work_base = 20'000;
inline constexpr int number_digits = 30;
inline constexpr int year_min = 1;
inline constexpr int year_max = 9999;

}  // namespace factcheck::limits
