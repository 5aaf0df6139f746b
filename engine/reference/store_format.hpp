// How a store lies in its file: the tables, the numbers that rows are found by, and the bytes of a chunk of rows. The store is a
// database of SQLite, so that every tool opens it; the rows are packed, because a row of SQLite costs more than a figure.
//
//   by_key     the rows of one key in order of period and publication, some dozens in a chunk
//   by_period  the rows of all members of one dimension that begin on one day, in one chunk: what ranks ask for
#pragma once

#include "model/observation.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace factcheck::store {

constexpr std::int64_t application = 0x66616374;  // "fact", in the head of the file
constexpr std::int64_t version = 1;

struct TableSql {
    std::string_view name;
    std::string_view sql;  // as SQLite keeps it: a file whose tables read otherwise is no store
};

constexpr std::array<TableSql, 9> tables{{
    {"about", "CREATE TABLE about(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"},
    {"series",
     "CREATE TABLE series(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, label TEXT NOT NULL, unit TEXT NOT NULL, unit_mult "
     "INTEGER, "
     "frequency TEXT NOT NULL, nature TEXT NOT NULL, dimensions TEXT NOT NULL, about TEXT NOT NULL, sliced INTEGER NOT NULL, "
     "observations INTEGER NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL)"},
    {"entities", "CREATE TABLE entities(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, label TEXT NOT NULL)"},
    {"origins",
     "CREATE TABLE origins(id INTEGER PRIMARY KEY, obs_status TEXT NOT NULL, unit_mult INTEGER, published TEXT NOT NULL, "
     "source TEXT NOT NULL, url TEXT NOT NULL, comment TEXT NOT NULL)"},
    {"keys",
     "CREATE TABLE keys(series INTEGER NOT NULL, entities BLOB NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(series, entities)) "
     "WITHOUT ROWID"},
    {"groups",
     "CREATE TABLE groups(series INTEGER NOT NULL, dimension INTEGER NOT NULL, entities BLOB NOT NULL, id INTEGER NOT NULL, "
     "PRIMARY KEY(series, dimension, entities)) WITHOUT ROWID"},
    {"by_key", "CREATE TABLE by_key(id INTEGER PRIMARY KEY, rows BLOB NOT NULL)"},
    {"by_period", "CREATE TABLE by_period(id INTEGER PRIMARY KEY, rows BLOB NOT NULL)"},
    {"tables", "CREATE TABLE tables(name TEXT PRIMARY KEY, csv TEXT NOT NULL) WITHOUT ROWID"},
}};

// A row as it is packed. `origin` and `member` are numbers of the tables of those names.
struct PackedRow {
    std::int32_t first = 0;  // days since the first of January of the year 1
    std::int32_t days = 1;   // of the period
    Grain grain = Grain::day;
    Decimal value;
    std::uint32_t origin = 0;
    std::uint32_t member = 0;  // in by_period only
};

[[nodiscard]] std::int32_t number_of(Day day);
[[nodiscard]] Day day_of(std::int32_t number);
[[nodiscard]] Period period_of(const PackedRow& row);

// Chunks of one key or group lie side by side, by their first day.
constexpr int day_bits = 22;
[[nodiscard]] constexpr std::int64_t chunk_id(std::int64_t owner, std::int64_t first) { return (owner << day_bits) | first; }
[[nodiscard]] constexpr std::int64_t owner_of(std::int64_t chunk) { return chunk >> day_bits; }

void append_varint(std::string& out, UInt128 value);
// Numbers of entities, one after the other: how keys and groups are named.
[[nodiscard]] std::string packed_numbers(const std::vector<std::uint32_t>& numbers);
// False where the bytes are not such a list.
[[nodiscard]] bool unpack_numbers(std::string_view bytes, std::vector<std::uint32_t>& out);

// Rows in the order of their first days -> one chunk. Writing is by hand and reading is defensive: a chunk says whose it is and
// carries a check sum.
class ChunkWriter {
public:
    explicit ChunkWriter(bool members) : members_(members) {}
    void add(const PackedRow& row);
    [[nodiscard]] std::size_t size() const { return count_; }
    // The chunk, and ready for the next one; valid until then.
    [[nodiscard]] std::string_view finish(std::int64_t id);

private:
    bool members_;
    std::size_t count_ = 0;
    std::int32_t first_ = 0;
    std::uint32_t member_ = 0;
    std::string rows_;
    std::string out_;
};

class ChunkReader {
public:
    ChunkReader(std::int64_t id, std::string_view bytes, bool members);
    [[nodiscard]] bool next(PackedRow& row);  // false at the end
    // Whether what was read so far is damaged.
    [[nodiscard]] bool damaged() const { return damaged_; }

private:
    [[nodiscard]] std::uint64_t number();
    [[nodiscard]] UInt128 large_number();
    std::string_view rest_;
    bool members_;
    bool damaged_ = false;
    std::int64_t first_;
    std::int64_t member_ = 0;
};

}  // namespace factcheck::store
