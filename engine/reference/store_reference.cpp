// Look-ups in a store. Connections are lent, one to a thread at a time, and remember the numbers of the names they met.
#include "reference/store.hpp"
#include "reference/store_open.hpp"

#include <algorithm>
#include <mutex>
#include <unordered_map>

namespace factcheck {

using namespace store;

namespace {

constexpr std::size_t names_remembered = 1U << 16U;  // by a connection; when there are more it starts afresh
constexpr std::int64_t no_number = -1;

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using Remembered = std::unordered_map<std::string, std::int64_t, TextHash, std::equal_to<>>;

struct SeriesPlace {
    std::uint32_t id = 0;
    std::int64_t sliced = 0;
    std::vector<std::size_t> order;  // of each dimension of the store: where it stands in the pack's key
};

// A connection with its statements.
struct Connection {
    std::filesystem::path file;
    Database database;
    Statement entity_number, entity_name, key_number, group_number, origin, last_chunk_before, chunks, slice, keys_of_series;
    Remembered keys, groups;
    std::unordered_map<std::uint32_t, StoredOrigin> origins;
    std::unordered_map<std::uint32_t, std::string> names;
    std::string scratch;

    explicit Connection(std::filesystem::path path) : file(std::move(path)), database(open_store(file)) {
        entity_number = database.prepare("SELECT id FROM entities WHERE name = ?");
        entity_name = database.prepare("SELECT name FROM entities WHERE id = ?");
        key_number = database.prepare("SELECT id FROM keys WHERE series = ? AND entities = ?");
        group_number = database.prepare("SELECT id FROM groups WHERE series = ? AND dimension = ? AND entities = ?");
        origin = database.prepare("SELECT obs_status, unit_mult, published, source, url, comment FROM origins WHERE id = ?");
        last_chunk_before = database.prepare("SELECT id, rows FROM by_key WHERE id <= ? ORDER BY id DESC LIMIT 1");
        chunks = database.prepare("SELECT id, rows FROM by_key WHERE id BETWEEN ? AND ? ORDER BY id");
        slice = database.prepare("SELECT rows FROM by_period WHERE id = ?");
        keys_of_series = database.prepare("SELECT entities, id FROM keys WHERE series = ? ORDER BY entities");
    }
};

template <class Map>
void forget_if_full(Map& map) {
    if (map.size() >= names_remembered) map.clear();
}

std::int64_t number_from(Statement& question) {
    const std::int64_t number = question.step() ? question.integer(0) : no_number;
    question.reset();
    return number;
}

std::int64_t entity_number(Connection& c, std::string_view name) {
    c.entity_number.bind(0, name);
    return number_from(c.entity_number);
}

const std::string& entity_name(Connection& c, std::uint32_t number) {
    const auto found = c.names.find(number);
    if (found != c.names.end()) return found->second;
    c.entity_name.bind(0, number);
    if (!c.entity_name.step()) damaged(c.file);
    forget_if_full(c.names);
    const std::string& name = c.names.emplace(number, c.entity_name.text(0)).first->second;
    c.entity_name.reset();
    return name;
}

const StoredOrigin& origin_numbered(Connection& c, std::uint32_t number) {
    const auto found = c.origins.find(number);
    if (found != c.origins.end()) return found->second;
    c.origin.bind(0, number);
    if (!c.origin.step()) damaged(c.file);
    forget_if_full(c.origins);
    const StoredOrigin& origin = c.origins.emplace(number, origin_of(c.origin, c.file)).first->second;
    c.origin.reset();
    return origin;
}

// The numbers of a key's entities in the store's order, the one at `left_out` 0; false where the store knows one of them not.
bool packed_key(Connection& c, const SeriesPlace& place, const Key& key, std::size_t left_out, std::string& out) {
    std::vector<std::uint32_t> numbers;
    for (const std::size_t at : place.order) {
        const std::int64_t number = at == left_out ? 0 : entity_number(c, key[at]);
        if (number == no_number) return false;
        numbers.push_back(static_cast<std::uint32_t>(number));
    }
    out = packed_numbers(numbers);
    return true;
}

constexpr std::size_t none_left_out = static_cast<std::size_t>(-1);

std::int64_t key_number(Connection& c, const SeriesPlace& place, const Key& key) {
    c.scratch = std::to_string(place.id);
    for (const std::string& id : key) (c.scratch += '\0') += id;
    const auto found = c.keys.find(c.scratch);
    if (found != c.keys.end()) return found->second;
    std::string name = c.scratch, packed;
    std::int64_t number = no_number;
    if (packed_key(c, place, key, none_left_out, packed)) {
        c.key_number.bind(0, place.id).bind_bytes(1, packed);
        number = number_from(c.key_number);
    }
    forget_if_full(c.keys);
    c.keys.emplace(std::move(name), number);
    return number;
}

std::int64_t group_number(Connection& c, const SeriesPlace& place, const Key& key, std::size_t dimension) {
    c.scratch = std::to_string(place.id) + '/' + std::to_string(dimension);
    for (std::size_t i = 0; i < key.size(); ++i)
        if (i != dimension) (c.scratch += '\0') += key[i];
    const auto found = c.groups.find(c.scratch);
    if (found != c.groups.end()) return found->second;
    std::string name = c.scratch, packed;
    std::int64_t number = no_number;
    if (packed_key(c, place, key, dimension, packed)) {
        const auto own =
            static_cast<std::int64_t>(std::find(place.order.begin(), place.order.end(), dimension) - place.order.begin());
        c.group_number.bind(0, place.id).bind(1, own).bind_bytes(2, packed);
        number = number_from(c.group_number);
    }
    forget_if_full(c.groups);
    c.groups.emplace(std::move(name), number);
    return number;
}

Observation observation_of(Connection& c, const Series& series, const Key& key, const PackedRow& row, std::size_t ordinal) {
    const StoredOrigin& origin = origin_numbered(c, row.origin);
    return {key,
            period_of(row),
            row.value,
            origin.unit_mult.value_or(series.unit_mult),
            origin.status,
            origin.published,
            origin.source,
            origin.url,
            origin.comment,
            ordinal};
}

void append_rows(Connection& c, const Series& series, const SeriesPlace& place, const Key& key, const Period& period,
                 std::vector<Observation>& out) {
    const std::int64_t number = key_number(c, place, key);
    if (number == no_number) return;
    const std::int32_t first = number_of(period.first);
    const auto days = static_cast<std::int32_t>(days_inclusive(period));
    c.last_chunk_before.bind(0, chunk_id(number, first));
    if (c.last_chunk_before.step() && owner_of(c.last_chunk_before.integer(0)) == number) {
        ChunkReader reader(c.last_chunk_before.integer(0), c.last_chunk_before.bytes(1), false);
        PackedRow row;
        while (reader.next(row) && row.first <= first)
            if (row.first == first && row.days == days) out.push_back(observation_of(c, series, key, row, out.size() + 1));
        if (reader.damaged()) damaged(c.file);
    }
    c.last_chunk_before.reset();
}

// Members of a dimension that has no slices: few, so that all keys of the series are looked through.
std::vector<std::string> members_one_by_one(Connection& c, const SeriesPlace& place, const Key& key, std::size_t dimension) {
    std::vector<std::int64_t> wanted;
    std::size_t own = 0;
    for (std::size_t i = 0; i < place.order.size(); ++i) {
        if (place.order[i] == dimension) own = i;
        wanted.push_back(place.order[i] == dimension ? no_number : entity_number(c, key[place.order[i]]));
    }
    std::vector<std::uint32_t> numbers, found;
    c.keys_of_series.bind(0, place.id);
    while (c.keys_of_series.step()) {
        if (!unpack_numbers(c.keys_of_series.bytes(0), numbers) || numbers.size() != wanted.size()) damaged(c.file);
        bool same = true;
        for (std::size_t i = 0; i < numbers.size(); ++i) same = same && (i == own || numbers[i] == wanted[i]);
        if (same) found.push_back(numbers[own]);
    }
    c.keys_of_series.reset();
    std::sort(found.begin(), found.end());
    std::vector<std::string> out;
    for (const std::uint32_t number : found) out.push_back(entity_name(c, number));
    return out;
}

class StoreReference final : public Reference {
public:
    StoreReference(std::filesystem::path file, const std::vector<Series>& series, Diagnostics& diagnostics)
        : file_(std::move(file)) {
        auto first = std::make_unique<Connection>(file_);
        Statement all = first->database.prepare(
            "SELECT id, name, label, unit, unit_mult, frequency, nature, dimensions, about, sliced, observations, first, last "
            "FROM series WHERE name = ?");
        for (const Series& own : series) {
            all.bind(0, own.id);
            if (all.step()) place_series(own, series_of(all), diagnostics);
            all.reset();
        }
        idle_.push_back(std::move(first));
    }

    [[nodiscard]] Rows rows(const Series& series, const Key& key, const Period& period) const override {
        const SeriesPlace* place = place_of(series, key);
        if (place == nullptr) return {};
        std::vector<Observation> out;
        const Lent lent(*this);
        append_rows(*lent.connection, series, *place, key, period, out);
        return Rows(std::move(out));
    }

    [[nodiscard]] std::vector<Period> periods(const Series& series, const Key& key) const override {
        const SeriesPlace* place = place_of(series, key);
        if (place == nullptr) return {};
        const Lent lent(*this);
        Connection& c = *lent.connection;
        const std::int64_t number = key_number(c, *place, key);
        std::vector<Period> out;
        if (number == no_number) return out;
        c.chunks.bind(0, chunk_id(number, 0)).bind(1, chunk_id(number + 1, 0) - 1);
        while (c.chunks.step()) {
            ChunkReader reader(c.chunks.integer(0), c.chunks.bytes(1), false);
            PackedRow row;
            while (reader.next(row))
                if (const Period period = period_of(row); out.empty() || !same_days(out.back(), period)) out.push_back(period);
            if (reader.damaged()) damaged(c.file);
        }
        c.chunks.reset();
        return out;
    }

    [[nodiscard]] std::vector<std::string> members(const Series& series, const Key& key, std::size_t dimension,
                                                   const Period& period) const override {
        std::vector<std::string> out;
        for (const Observation& row : slice(series, key, dimension, period))
            if (out.empty() || out.back() != row.key[dimension]) out.push_back(row.key[dimension]);
        return out;
    }

    [[nodiscard]] Rows slice(const Series& series, const Key& key, std::size_t dimension, const Period& period) const override {
        const SeriesPlace* place = place_of(series, key);
        if (place == nullptr || dimension >= key.size()) return {};
        const auto own =
            static_cast<unsigned>(std::find(place->order.begin(), place->order.end(), dimension) - place->order.begin());
        const Lent lent(*this);
        Connection& c = *lent.connection;
        std::vector<Observation> out;
        Key one = key;
        if ((place->sliced >> own & 1) == 0) {
            for (std::string& id : members_one_by_one(c, *place, key, dimension)) {
                one[dimension] = std::move(id);
                append_rows(c, series, *place, one, period, out);
            }
            return Rows(std::move(out));
        }
        const std::int64_t group = group_number(c, *place, key, dimension);
        if (group == no_number) return {};
        const std::int64_t id = chunk_id(group, number_of(period.first));
        const auto days = static_cast<std::int32_t>(days_inclusive(period));
        c.slice.bind(0, id);
        if (c.slice.step()) {
            ChunkReader reader(id, c.slice.bytes(0), true);
            PackedRow row;
            std::uint32_t member = 0;
            while (reader.next(row)) {
                if (row.days != days) continue;
                if (out.empty() || row.member != member) one[dimension] = entity_name(c, row.member);
                member = row.member;
                out.push_back(observation_of(c, series, one, row, out.size() + 1));
            }
            if (reader.damaged()) damaged(c.file);
        }
        c.slice.reset();
        return Rows(std::move(out));
    }

private:
    struct Lent {
        const StoreReference& from;
        std::unique_ptr<Connection> connection;
        explicit Lent(const StoreReference& reference) : from(reference) {
            {
                const std::lock_guard lock(from.lending_);
                if (!from.idle_.empty()) {
                    connection = std::move(from.idle_.back());
                    from.idle_.pop_back();
                }
            }
            if (!connection) connection = std::make_unique<Connection>(from.file_);
        }
        Lent(const Lent&) = delete;
        Lent& operator=(const Lent&) = delete;
        // After a fault the connection may be in the midst of a statement: it is not given back.
        ~Lent() {
            if (std::uncaught_exceptions() > faults_before) return;
            const std::lock_guard lock(from.lending_);
            from.idle_.push_back(std::move(connection));
        }
        int faults_before = std::uncaught_exceptions();
    };

    void place_series(const Series& own, const OpenedSeries& opened, Diagnostics& diagnostics) {
        SeriesPlace place{opened.id, opened.sliced, {}};
        for (const std::string& dimension : opened.about.dimensions) {
            const auto at = std::find(own.dimensions.begin(), own.dimensions.end(), dimension);
            if (at != own.dimensions.end()) place.order.push_back(static_cast<std::size_t>(at - own.dimensions.begin()));
        }
        if (place.order.size() == own.dimensions.size() && place.order.size() == opened.about.dimensions.size()) {
            places_.emplace(own.id, std::move(place));
            return;
        }
        const auto listed = [](const std::vector<std::string>& names) {
            std::string out;
            for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
            return out.empty() ? std::string("none") : out;
        };
        diagnostics.push_back({own.place, Severity::error,
                               "the series " + own.id + " has the dimensions " + listed(own.dimensions) + " here and " +
                                   listed(opened.about.dimensions) + " in " + file_.string() + ": write those of the store"});
    }

    [[nodiscard]] const SeriesPlace* place_of(const Series& series, const Key& key) const {
        const auto found = places_.find(series.id);
        return found == places_.end() || key.size() != found->second.order.size() ? nullptr : &found->second;
    }

    std::filesystem::path file_;
    std::unordered_map<std::string, SeriesPlace> places_;
    mutable std::mutex lending_;
    mutable std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace

std::shared_ptr<const Reference> make_store_reference(const std::filesystem::path& file, const std::vector<Series>& series,
                                                      Diagnostics& diagnostics) {
    return std::make_shared<const StoreReference>(file, series, diagnostics);
}

}  // namespace factcheck
