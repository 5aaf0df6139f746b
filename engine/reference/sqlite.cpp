#include "reference/sqlite.hpp"

#include "model/limits.hpp"

#include <sqlite3.h>
namespace factcheck {

namespace {

constexpr int steps_between_looks = 10'000;
constexpr std::int64_t looks_for_a_row = static_cast<std::int64_t>(limits::store_steps) / steps_between_looks;

[[noreturn]] void fail(const std::string& file, int code, const char* said) {
    switch (code & 0xFF) {
        case SQLITE_NOTADB: throw SqlFault(file + ": this is not a database of SQLite");
        case SQLITE_CORRUPT: throw SqlFault(file + ": the database is damaged: make it again from its sources");
        case SQLITE_FULL: throw SqlFault(file + ": no room is left on the disk");
        case SQLITE_IOERR: throw SqlFault(file + ": it cannot be read or written: " + std::string(said));
        case SQLITE_CANTOPEN: throw SqlFault(file + ": it cannot be opened");
        case SQLITE_INTERRUPT: throw SqlFault(file + ": a question took too long: the database is damaged or hostile");
        default: throw SqlFault(file + ": " + std::string(said));
    }
}

// A path as SQLite's URIs want it.
std::string uri_of(const std::filesystem::path& file) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out = "file:";
    for (const char c : std::filesystem::absolute(file).string()) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           c == '/' || c == '.' || c == '-' || c == '_';
        if (plain) {
            out += c;
        } else {
            out += '%';
            out += hex[byte >> 4U];
            out += hex[byte & 15U];
        }
    }
    return out + "?mode=ro&immutable=1";
}

// Tables may be read and plain functions called; nothing else happens in a file that is not ours.
int only_reads(void*, int action, const char*, const char*, const char*, const char* view) {
    if (view != nullptr) return SQLITE_DENY;  // inside a view or trigger
    return action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_FUNCTION ? SQLITE_OK : SQLITE_DENY;
}

// Called every so many steps of SQLite's machine; what is left is filled up before each step of a statement.
int stop_runaways(void* looks_left) { return --*static_cast<std::int64_t*>(looks_left) < 0 ? 1 : 0; }

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement::Statement(sqlite3* database, std::string file, std::shared_ptr<std::int64_t> looks, std::string_view sql)
    : file_(std::move(file)), looks_(std::move(looks)) {
    sqlite3_stmt* made = nullptr;
    const int code =
        sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    statement_.reset(made);
    if (code != SQLITE_OK) fail(file_, code, sqlite3_errmsg(database));
}

Statement& Statement::bind(int parameter, std::int64_t value) {
    if (const int code = sqlite3_bind_int64(statement_.get(), parameter + 1, value); code != SQLITE_OK)
        fail(file_, code, sqlite3_errstr(code));
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view text) {
    const int code = sqlite3_bind_text64(statement_.get(), parameter + 1, text.empty() ? "" : text.data(), text.size(),
                                         SQLITE_STATIC, SQLITE_UTF8);
    if (code != SQLITE_OK) fail(file_, code, sqlite3_errstr(code));
    return *this;
}

Statement& Statement::bind_bytes(int parameter, std::string_view bytes) {
    const int code =
        sqlite3_bind_blob64(statement_.get(), parameter + 1, bytes.empty() ? "" : bytes.data(), bytes.size(), SQLITE_STATIC);
    if (code != SQLITE_OK) fail(file_, code, sqlite3_errstr(code));
    return *this;
}

Statement& Statement::bind_nothing(int parameter) {
    sqlite3_bind_null(statement_.get(), parameter + 1);
    return *this;
}

bool Statement::step() {
    if (looks_) *looks_ = looks_for_a_row;
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    const std::string said = sqlite3_errmsg(sqlite3_db_handle(statement_.get()));
    sqlite3_reset(statement_.get());
    fail(file_, code, said.c_str());
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

void Statement::reset() { sqlite3_reset(statement_.get()); }

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
bool Statement::is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
bool Statement::is_real(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_FLOAT; }

std::string_view Statement::text(int column) const {
    const unsigned char* text = sqlite3_column_text(statement_.get(), column);
    if (text == nullptr) return {};
    return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::string_view Statement::bytes(int column) const {
    const void* bytes = sqlite3_column_blob(statement_.get(), column);
    if (bytes == nullptr) return {};
    return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

int Statement::columns() const { return sqlite3_column_count(statement_.get()); }
std::string_view Statement::name(int column) const { return sqlite3_column_name(statement_.get(), column); }

void Database::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

Database Database::create(const std::filesystem::path& file) {
    Database out;
    out.file_ = file.string();
    sqlite3* made = nullptr;
    const int code =
        sqlite3_open_v2(out.file_.c_str(), &made,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW, nullptr);
    out.database_.reset(made);
    if (code != SQLITE_OK) fail(out.file_, code, sqlite3_errstr(code));
    out.run("PRAGMA journal_mode = OFF");
    out.run("PRAGMA synchronous = OFF");
    out.run("PRAGMA locking_mode = EXCLUSIVE");
    return out;
}

Database Database::open(const std::filesystem::path& file) {
    Database out;
    out.file_ = file.string();
    sqlite3* made = nullptr;
    const int code =
        sqlite3_open_v2(uri_of(file).c_str(), &made, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
    out.database_.reset(made);
    if (code != SQLITE_OK) fail(out.file_, code, sqlite3_errstr(code));
    sqlite3_db_config(made, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(made, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(made, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(made, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(made, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_limit(made, SQLITE_LIMIT_LENGTH, static_cast<int>(limits::csv_file_bytes));
    sqlite3_limit(made, SQLITE_LIMIT_SQL_LENGTH, 10'000);
    sqlite3_limit(made, SQLITE_LIMIT_ATTACHED, 0);
    out.run("PRAGMA cell_size_check = ON");
    out.run("PRAGMA mmap_size = 0");
    out.run("PRAGMA cache_size = -16384");
    out.looks_ = std::make_shared<std::int64_t>(looks_for_a_row);
    sqlite3_progress_handler(made, steps_between_looks, stop_runaways, out.looks_.get());
    sqlite3_set_authorizer(made, only_reads, nullptr);
    return out;
}

Statement Database::prepare(std::string_view sql) const { return {database_.get(), file_, looks_, sql}; }

void Database::run(std::string_view sql) const { prepare(sql).run(); }

void Database::close() {
    const int code = sqlite3_close(database_.release());
    if (code != SQLITE_OK) fail(file_, code, sqlite3_errstr(code));
}

bool is_sqlite(std::string_view bytes) { return bytes.starts_with(std::string_view("SQLite format 3\0", 16)); }

}  // namespace factcheck
