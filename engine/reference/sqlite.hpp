// SQLite as this engine uses it: one statement per question, values bound, faults as one sentence.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace factcheck {

// What SQLite, or a check of what it gave, says is wrong: one sentence that names the file.
class SqlFault : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// A prepared statement; every member throws SqlFault. Columns and parameters count from 0.
class Statement {
public:
    Statement() = default;
    Statement(sqlite3* database, std::string file, std::shared_ptr<std::int64_t> looks, std::string_view sql);

    Statement& bind(int parameter, std::int64_t value);
    // Text and bytes must stay where they are until the statement is reset.
    Statement& bind(int parameter, std::string_view text);
    Statement& bind_bytes(int parameter, std::string_view bytes);
    Statement& bind_nothing(int parameter);
    [[nodiscard]] bool step();  // true: a row
    void run();                 // a statement without rows, and reset
    void reset();

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] bool is_real(int column) const;  // a number kept in binary
    // As SQLite prints it, whatever its type; valid until the next step or reset.
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::string_view bytes(int column) const;
    [[nodiscard]] int columns() const;
    [[nodiscard]] std::string_view name(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    std::string file_;
    std::shared_ptr<std::int64_t> looks_;  // of the database
};

class Database {
public:
    // A new file to be filled once: no journal, for whoever writes it renames it into place when it is whole.
    [[nodiscard]] static Database create(const std::filesystem::path& file);
    // Read-only and immutable: no lock, no journal is looked at, nothing is written. Somebody else's file may be hostile, so
    // its schema is not trusted, only tables are read, and a statement that runs away is stopped.
    [[nodiscard]] static Database open(const std::filesystem::path& file);

    [[nodiscard]] Statement prepare(std::string_view sql) const;
    void run(std::string_view sql) const;
    void close();  // says what the disk said last

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    std::shared_ptr<std::int64_t> looks_;  // how long a statement may go on without a row; null: for ever
    std::unique_ptr<sqlite3, Close> database_;
    std::string file_;
};

// Whether bytes begin as a database of SQLite does.
[[nodiscard]] bool is_sqlite(std::string_view bytes);

}  // namespace factcheck
