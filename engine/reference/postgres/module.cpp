// PostgreSQL: the one SELECT that is given, in a transaction that may only read and has a time limit.
#include "reference/postgres/module.hpp"

#include <pqxx/pqxx>

namespace factcheck {

namespace {

constexpr int rows_at_a_time = 10'000;

std::string first_line(std::string_view said) {
    std::string out(said.substr(0, said.find('\n')));
    if (out.starts_with("ERROR:")) out.erase(0, std::string("ERROR:  ").size());
    return out;
}

// A cursor, so that a table of any size goes through in pieces.
void read_rows(pqxx::read_transaction& transaction, const PostgresQuestion& question,
               const std::function<void(const std::vector<std::string>&)>& on_row) {
    using Cursor = pqxx::stateless_cursor<pqxx::cursor_base::read_only, pqxx::cursor_base::owned>;
    Cursor cursor(transaction, question.query, "factcheck", false);
    std::vector<std::string> cells;
    for (int from = 0;; from += rows_at_a_time) {
        const pqxx::result rows = cursor.retrieve(from, from + rows_at_a_time);
        if (from == 0) {
            for (pqxx::row::size_type i = 0; i < rows.columns(); ++i) cells.emplace_back(rows.column_name(i));
            on_row(cells);
        }
        for (const auto& row : rows) {
            for (pqxx::row::size_type i = 0; i < row.size(); ++i)
                cells[static_cast<std::size_t>(i)] = row[i].is_null() ? "" : row[i].c_str();
            on_row(cells);
        }
        if (rows.size() < static_cast<pqxx::result::size_type>(rows_at_a_time)) return;
    }
}

}  // namespace

}  // namespace factcheck

extern "C" void factcheck_read_postgres(const factcheck::PostgresQuestion& question,
                                        const std::function<void(const std::vector<std::string>&)>& on_row, std::string& wrong);

void factcheck_read_postgres(const factcheck::PostgresQuestion& question,
                             const std::function<void(const std::vector<std::string>&)>& on_row, std::string& wrong) {
    wrong.clear();
    try {
        pqxx::connection connection(question.url);
        pqxx::read_transaction transaction(connection);
        transaction.exec_params("SELECT set_config('statement_timeout', $1, true)", std::to_string(question.milliseconds));
        factcheck::read_rows(transaction, question, on_row);
    } catch (const pqxx::broken_connection& fault) {
        wrong = "the database cannot be reached: " + factcheck::first_line(fault.what());
    } catch (const std::exception& fault) {
        wrong = "the database refused the query: " + factcheck::first_line(fault.what());
    }
}
