// What the module for PostgreSQL and the engine say to each other. It is a library of its own, loaded when a database is asked:
// the client library takes longer to load than most texts to check.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace factcheck {

struct PostgresQuestion {
    std::string url;
    std::string query;
    unsigned milliseconds = 0;  // that one statement may take
};

// The names of the columns first, then the rows; a missing value is empty. `wrong`: what is wrong in a sentence, or nothing.
using ReadPostgres = void (*)(const PostgresQuestion& question,
                              const std::function<void(const std::vector<std::string>& cells)>& on_row, std::string& wrong);

inline constexpr const char* read_postgres_symbol = "factcheck_read_postgres";

}  // namespace factcheck
