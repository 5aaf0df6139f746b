// Databases: one table or one SELECT, read-only. SQLite by its file, PostgreSQL by a URL that only the user gives.
#include "reference/readers.hpp"
#include "reference/sqlite.hpp"

#include <algorithm>

namespace factcheck {

namespace {

bool is_plain_name(std::string_view name) {
    const auto plain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), plain);
}

// The one table of a database, or the one that is asked for.
std::string table_of(const Database& database, const SourceFile& file) {
    Statement all =
        database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
    std::vector<std::string> names;
    while (all.step()) names.emplace_back(all.text(0));
    const std::string& wanted = file.options.table;
    const std::string path = file.path.string();
    if (wanted.empty() && names.size() == 1) return names.front();
    std::string listed;
    for (const std::string& name : names) listed += (listed.empty() ? "" : ", ") + name;
    if (wanted.empty())
        throw SqlFault(path + ": the database has several tables: say with --table which (" + listed + "), or ask with --query");
    if (std::find(names.begin(), names.end(), wanted) != names.end()) return wanted;
    throw SqlFault(path + ": the database has no table " + shown(wanted) + did_you_mean(wanted, names));
}

// A table's name cannot be bound; what is no plain name of the database's own list is refused.
std::string query_for(const Database& database, const SourceFile& file) {
    if (!file.options.query.empty()) return file.options.query;
    const std::string table = table_of(database, file);
    if (!is_plain_name(table))
        throw SqlFault(file.path.string() + ": the name of the table has signs that are refused: ask with --query");
    return "SELECT * FROM \"" + table + '"';
}

}  // namespace

void read_database(const SourceFile& file, TableSink& sink) {
    try {
        const Database database = Database::open(file.path);
        Statement rows = database.prepare(query_for(database, file));
        TableAbout about{file.path.string(), file.options.table.empty() ? file.path.stem().string() : file.options.table};
        sink.begin(about);
        std::vector<std::string> cells;
        for (int i = 0; i < rows.columns(); ++i) cells.emplace_back(rows.name(i));
        CsvRow row;
        fill_row(row, 1, cells);
        sink.row(row);
        for (std::size_t line = 1; rows.step(); ++line) {
            for (int i = 0; i < rows.columns(); ++i) {
                const bool real = rows.is_real(i);  // before text() makes text of it
                std::string& cell = cells[static_cast<std::size_t>(i)];
                cell = rows.text(i);
                // SQLite prints each number that it keeps in binary with a point: "3.0" says nothing of digits.
                if (real && cell.ends_with(".0")) cell.resize(cell.size() - 2);
            }
            fill_row(row, line, cells);
            sink.row(row);
        }
        sink.end();
    } catch (const SqlFault& wrong) {
        file.diagnostics.push_back({{}, Severity::error, wrong.what()});
    }
}

}  // namespace factcheck
