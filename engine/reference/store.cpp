#include "reference/store.hpp"

#include "reference/store_open.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <set>

namespace factcheck {

using namespace store;

namespace store {

void damaged(const std::filesystem::path& file) {
    throw SqlFault(file.string() + ": the store is damaged: import it again from its sources");
}

namespace {

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) out.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

// The tables must be those that we write, word for word: nothing else that a database can hold is ever run.
void check_tables(const Database& database, const std::filesystem::path& file) {
    Statement all = database.prepare("SELECT type, name, sql FROM sqlite_schema");
    std::set<std::string, std::less<>> seen;
    const auto is_ours = [&](std::string_view type, std::string_view name, std::string_view sql) {
        if (type == "index") return sql.empty() && name.starts_with("sqlite_autoindex_");
        const auto own = std::find_if(tables.begin(), tables.end(), [&](const TableSql& t) { return t.name == name; });
        return type == "table" && own != tables.end() && own->sql == sql && seen.insert(std::string(name)).second;
    };
    while (all.step()) {
        if (is_ours(all.text(0), all.text(1), all.text(2))) continue;
        throw SqlFault(file.string() +
                       ": this database is no store of factcheck: bring its figures in with factcheck data import");
    }
    if (seen.size() != tables.size())
        throw SqlFault(file.string() +
                       ": this database is no store of factcheck: bring its figures in with factcheck data import");
}

}  // namespace

Database open_store(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) throw SqlFault(file.string() + ": there is no such store");
    Database out = Database::open(file);
    check_tables(out, file);
    return out;
}

OpenedSeries series_of(const Statement& row) {
    OpenedSeries out;
    out.id = static_cast<std::uint32_t>(row.integer(0));
    out.about.name = row.text(1);
    out.about.label = row.text(2);
    out.about.unit = row.text(3);
    if (!row.is_null(4)) out.about.unit_mult = static_cast<int>(row.integer(4));
    out.about.frequency = row.text(5);
    out.about.nature = row.text(6);
    out.about.dimensions = words_of(row.text(7));
    out.about.about = row.text(8);
    out.sliced = row.integer(9);
    out.about.observations = static_cast<std::uint64_t>(row.integer(10));
    out.about.first = row.text(11);
    out.about.last = row.text(12);
    return out;
}

StoredOrigin origin_of(const Statement& row, const std::filesystem::path& file) {
    const auto published = period_from(row.text(2));
    if (!published) damaged(file);
    StoredOrigin out;
    out.status = row.text(0);
    if (!row.is_null(1)) out.unit_mult = static_cast<int>(row.integer(1));
    out.published = {published->first, published->last, std::string(row.text(2))};
    out.source = row.text(3);
    out.url = row.text(4);
    out.comment = row.text(5);
    return out;
}

}  // namespace store

bool is_store_file(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) return false;
    std::array<char, 16> head{};
    std::ifstream in(file, std::ios::binary);
    in.read(head.data(), head.size());
    return in.gcount() == static_cast<std::streamsize>(head.size()) && is_sqlite({head.data(), head.size()});
}

namespace {

std::string digest_of(const Database& database, const std::filesystem::path& file) {
    Statement about = database.prepare("SELECT value FROM about WHERE name = 'sha256'");
    if (!about.step()) damaged(file);
    return "sha256:" + std::string(about.text(0));
}

std::vector<std::pair<std::string, std::string>> tables_of(const Database& database) {
    Statement all = database.prepare("SELECT name, csv FROM tables ORDER BY name");
    std::vector<std::pair<std::string, std::string>> out;
    while (all.step()) out.emplace_back(all.text(0), all.text(1));
    return out;
}

}  // namespace

StoreFacts store_facts(const std::filesystem::path& file, const std::vector<Series>& series) {
    const Database database = open_store(file);
    StoreFacts out{digest_of(database, file), std::nullopt, tables_of(database)};
    Statement last = database.prepare("SELECT last FROM series WHERE name = ?");
    for (const Series& own : series) {
        last.bind(0, own.id);
        if (last.step())
            if (const auto day = day_from(last.text(0))) out.until = out.until ? std::max(*out.until, *day) : *day;
        last.reset();
    }
    return out;
}

struct StoreFile::State {
    std::filesystem::path file;
    Database database;
    std::vector<OpenedSeries> opened;
    std::vector<StoreSeries> series;
    std::vector<std::string> entities;
    std::vector<std::string> labels;
    std::vector<StoredOrigin> origins;
};

StoreFile::StoreFile(const std::filesystem::path& file) : state_(std::make_unique<State>()) {
    State& s = *state_;
    s.file = file;
    s.database = open_store(file);
    Statement series = s.database.prepare(
        "SELECT id, name, label, unit, unit_mult, frequency, nature, dimensions, about, sliced, observations, first, last "
        "FROM series ORDER BY id");
    while (series.step()) {
        s.opened.push_back(series_of(series));
        s.series.push_back(s.opened.back().about);
        if (s.opened.back().id + 1 != s.opened.size()) damaged(file);
    }
    Statement entities = s.database.prepare("SELECT name, label FROM entities ORDER BY id");
    while (entities.step()) {
        s.entities.emplace_back(entities.text(0));
        s.labels.emplace_back(entities.text(1));
    }
    Statement origins =
        s.database.prepare("SELECT obs_status, unit_mult, published, source, url, comment FROM origins ORDER BY id");
    while (origins.step()) s.origins.push_back(origin_of(origins, file));
}

StoreFile::StoreFile(StoreFile&&) noexcept = default;
StoreFile::~StoreFile() = default;

const std::vector<StoreSeries>& StoreFile::series() const { return state_->series; }

std::string StoreFile::digest() const { return digest_of(state_->database, state_->file); }

std::vector<std::pair<std::string, std::string>> StoreFile::entities() const {
    std::vector<std::pair<std::string, std::string>> out;
    for (std::size_t i = 0; i < state_->entities.size(); ++i) out.emplace_back(state_->entities[i], state_->labels[i]);
    return out;
}

std::vector<std::pair<std::string, std::string>> StoreFile::tables() const { return tables_of(state_->database); }

void StoreFile::each_row(const std::string& series, const std::function<void(const StoreRowView&)>& on_row) const {
    const State& s = *state_;
    Statement keys = s.database.prepare("SELECT series, entities, id FROM keys ORDER BY id");
    Statement chunks = s.database.prepare("SELECT id, rows FROM by_key WHERE id BETWEEN ? AND ? ORDER BY id");
    std::vector<std::uint32_t> numbers;
    while (keys.step()) {
        const auto number = static_cast<std::size_t>(keys.integer(0));
        if (number >= s.opened.size() || !unpack_numbers(keys.bytes(1), numbers)) damaged(s.file);
        const StoreSeries& own = s.series[number];
        if (!series.empty() && own.name != series) continue;
        Key key;
        for (const std::uint32_t entity : numbers) {
            if (entity >= s.entities.size()) damaged(s.file);
            key.push_back(s.entities[entity]);
        }
        if (key.size() != own.dimensions.size()) damaged(s.file);
        const std::int64_t id = keys.integer(2);
        chunks.bind(0, chunk_id(id, 0)).bind(1, chunk_id(id + 1, 0) - 1);
        while (chunks.step()) {
            ChunkReader reader(chunks.integer(0), chunks.bytes(1), false);
            PackedRow row;
            while (reader.next(row)) {
                if (row.origin >= s.origins.size()) damaged(s.file);
                const StoredOrigin& o = s.origins[row.origin];
                const Provenance origin{o.status, o.unit_mult, o.published, o.source, o.url, o.comment};
                on_row({own, key, period_of(row), row.value, origin});
            }
            if (reader.damaged()) damaged(s.file);
        }
        chunks.reset();
    }
}

void StoreFile::check_all() const {
    std::uint64_t counted = 0, said = 0;
    each_row({}, [&](const StoreRowView&) { ++counted; });
    for (const StoreSeries& series : state_->series) said += series.observations;
    if (counted != said) damaged(state_->file);
    Statement slices = state_->database.prepare("SELECT id, rows FROM by_period");
    while (slices.step()) {
        ChunkReader reader(slices.integer(0), slices.bytes(1), true);
        PackedRow row;
        while (reader.next(row))
            if (row.member >= state_->entities.size() || row.origin >= state_->origins.size()) damaged(state_->file);
        if (reader.damaged()) damaged(state_->file);
    }
}

}  // namespace factcheck
