// Rows in order -> the tables of a store.
#include "reference/sqlite.hpp"
#include "reference/store_rows.hpp"

#include <sha256.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace factcheck::store {

namespace {

constexpr std::size_t rows_in_chunk = 48;         // few enough to be read through at each look-up
constexpr std::size_t members_worth_a_slice = 4;  // on average; below that the members are looked up one by one

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

// Names the contents of a store: a hash over all that it says.
class Digest {
public:
    Digest() { SHA256Init(&context_); }
    void add(std::string_view bytes) {
        SHA256Update(&context_, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    }
    void add_text(std::string_view text) {
        add(std::to_string(text.size()) + ":");
        add(text);
    }
    std::string finish() {
        std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest{};
        SHA256Final(digest.data(), &context_);
        constexpr std::string_view hex = "0123456789abcdef";
        std::string out;
        for (const std::uint8_t byte : digest) {
            out += hex[byte >> 4U];
            out += hex[byte & 15U];
        }
        return out;
    }

private:
    SHA2_CTX context_{};
};

struct Writing {
    const StoreRows& all;
    Database database;
    Digest digest;
};

struct SeriesSpan {
    std::size_t first = 0;
    std::size_t past = 0;
    std::int64_t sliced = 0;  // a bit for each dimension
};

PackedRow packed(const StoredRow& row, std::uint32_t member) {
    return {row.first, row.days, row.grain, row.value(), row.origin, member};
}

void write_chunk(Writing& w, Statement& insert, std::int64_t id, std::string_view chunk) {
    w.digest.add(std::to_string(id));
    w.digest.add(chunk);
    insert.bind(0, id).bind_bytes(1, chunk).run();
}

void write_by_key(Writing& w) {
    Statement insert = w.database.prepare("INSERT INTO by_key(id, rows) VALUES (?, ?)");
    ChunkWriter chunk(false);
    std::int64_t id = 0;
    const std::vector<StoredRow>& rows = w.all.rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool other_key = i > 0 && rows[i].key != rows[i - 1].key;
        const bool full = chunk.size() >= rows_in_chunk && rows[i].first != rows[i - 1].first;
        if (chunk.size() > 0 && (other_key || full)) write_chunk(w, insert, id, chunk.finish(id));
        if (chunk.size() == 0) id = chunk_id(rows[i].key, rows[i].first);
        chunk.add(packed(rows[i], 0));
    }
    if (chunk.size() > 0) write_chunk(w, insert, id, chunk.finish(id));
}

void write_keys(Writing& w) {
    Statement insert = w.database.prepare("INSERT INTO keys(series, entities, id) VALUES (?, ?, ?)");
    struct Named {
        std::uint32_t series;
        std::string name;
        std::uint32_t id;
    };
    std::vector<Named> keys;
    for (std::uint32_t i = 0; i < w.all.keys.size(); ++i)
        keys.push_back({w.all.keys[i].series, packed_numbers(w.all.keys[i].entities), i});
    for (const Named& key : keys) {
        w.digest.add(std::to_string(key.series));
        w.digest.add_text(key.name);
        insert.bind(0, key.series).bind_bytes(1, key.name).bind(2, key.id).run();
    }
}

// One dimension of one series: the rows of each group and first day, members side by side.
void write_slices(Writing& w, Statement& insert_group, Statement& insert, std::uint32_t series, std::size_t dimension,
                  const SeriesSpan& span, std::int64_t& groups) {
    const StoreRows& all = w.all;
    std::map<std::vector<std::uint32_t>, std::int64_t> group_ids;
    std::vector<std::int64_t> group_of_key;
    const std::uint32_t first_key = all.rows[span.first].key;
    for (std::uint32_t key = first_key; key <= all.rows[span.past - 1].key; ++key) {
        std::vector<std::uint32_t> others = all.keys[key].entities;
        others[dimension] = 0;
        const auto [at, fresh] = group_ids.emplace(std::move(others), groups);
        if (fresh) {
            const std::string name = packed_numbers(at->first);
            insert_group.bind(0, series).bind(1, static_cast<std::int64_t>(dimension)).bind_bytes(2, name).bind(3, groups).run();
            ++groups;
        }
        group_of_key.push_back(at->second);
    }
    std::vector<std::uint32_t> order(span.past - span.first);
    std::iota(order.begin(), order.end(), static_cast<std::uint32_t>(span.first));
    const auto group = [&](std::uint32_t i) { return group_of_key[all.rows[i].key - first_key]; };
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(group(a), all.rows[a].first, a) < std::tuple(group(b), all.rows[b].first, b);
    });
    ChunkWriter chunk(true);
    std::int64_t id = 0;
    for (const std::uint32_t i : order) {
        const std::int64_t own = chunk_id(group(i), all.rows[i].first);
        if (chunk.size() > 0 && own != id) insert.bind(0, id).bind_bytes(1, chunk.finish(id)).run();
        id = own;
        chunk.add(packed(all.rows[i], all.keys[all.rows[i].key].entities[dimension]));
    }
    if (chunk.size() > 0) insert.bind(0, id).bind_bytes(1, chunk.finish(id)).run();
}

// Whether so many members stand side by side that they are worth a second copy.
bool worth_a_slice(const StoreRows& all, const SeriesSpan& span, std::size_t dimension) {
    std::vector<std::pair<std::vector<std::uint32_t>, std::int64_t>> seen;
    constexpr std::size_t sampled = 20'000;
    const std::size_t step = std::max<std::size_t>(1, (span.past - span.first) / sampled);
    // A sample of days, with all their rows: whole groups, or the average would be too low.
    for (std::size_t i = span.first; i < span.past; ++i) {
        if (step > 1 && static_cast<std::size_t>(all.rows[i].first) % step != 0) continue;
        std::vector<std::uint32_t> others = all.keys[all.rows[i].key].entities;
        others[dimension] = 0;
        seen.emplace_back(std::move(others), all.rows[i].first);
    }
    const std::size_t rows = seen.size();
    std::sort(seen.begin(), seen.end());
    const auto groups = static_cast<std::size_t>(std::unique(seen.begin(), seen.end()) - seen.begin());
    return rows >= members_worth_a_slice * groups;
}

std::vector<SeriesSpan> write_by_period(Writing& w) {
    const StoreRows& all = w.all;
    std::vector<SeriesSpan> spans(all.series.size());
    for (std::size_t first = 0, past = 0; first < all.rows.size(); first = past) {
        const std::uint32_t series = all.keys[all.rows[first].key].series;
        while (past < all.rows.size() && all.keys[all.rows[past].key].series == series) ++past;
        spans[series] = {first, past, 0};
    }
    Statement insert_group = w.database.prepare("INSERT INTO groups(series, dimension, entities, id) VALUES (?, ?, ?, ?)");
    Statement insert = w.database.prepare("INSERT INTO by_period(id, rows) VALUES (?, ?)");
    std::int64_t groups = 0;
    for (std::uint32_t series = 0; series < spans.size(); ++series) {
        SeriesSpan& span = spans[series];
        if (span.first == span.past) continue;
        for (std::size_t d = 0; d < all.series[series].dimensions.size(); ++d) {
            if (!worth_a_slice(all, span, d)) continue;
            span.sliced |= std::int64_t{1} << d;
            write_slices(w, insert_group, insert, series, d, span, groups);
        }
    }
    return spans;
}

void write_series(Writing& w, const std::vector<SeriesSpan>& spans) {
    Statement insert = w.database.prepare("INSERT INTO series VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const StoreSeries& series = w.all.series[i];
        const std::string dimensions = joined(series.dimensions);
        std::int32_t first = 0, last = 0;
        for (std::size_t row = spans[i].first; row < spans[i].past; ++row) {
            const StoredRow& r = w.all.rows[row];
            first = row == spans[i].first ? r.first : std::min(first, r.first);
            last = std::max(last, r.first + r.days - 1);
        }
        const bool any = spans[i].first < spans[i].past;
        const std::string from = any ? to_iso(day_of(first)) : "", to = any ? to_iso(day_of(last)) : "";
        for (const std::string& text :
             {series.name, series.label, series.unit, series.frequency, series.nature, dimensions, series.about})
            w.digest.add_text(text);
        w.digest.add_text(series.unit_mult ? std::to_string(*series.unit_mult) : "");
        insert.bind(0, static_cast<std::int64_t>(i)).bind(1, series.name).bind(2, series.label).bind(3, series.unit);
        if (series.unit_mult)
            insert.bind(4, *series.unit_mult);
        else
            insert.bind_nothing(4);
        insert.bind(5, series.frequency)
            .bind(6, series.nature)
            .bind(7, dimensions)
            .bind(8, series.about)
            .bind(9, spans[i].sliced);
        insert.bind(10, static_cast<std::int64_t>(spans[i].past - spans[i].first)).bind(11, from).bind(12, to).run();
    }
}

void write_names(Writing& w) {
    Statement entity = w.database.prepare("INSERT INTO entities VALUES (?, ?, ?)");
    for (std::size_t i = 0; i < w.all.entities.size(); ++i) {
        w.digest.add_text(w.all.entities[i]);
        w.digest.add_text(w.all.labels[i]);
        entity.bind(0, static_cast<std::int64_t>(i)).bind(1, w.all.entities[i]).bind(2, w.all.labels[i]).run();
    }
    Statement origin = w.database.prepare("INSERT INTO origins VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < w.all.origins.size(); ++i) {
        const StoredOrigin& o = w.all.origins[i];
        for (const std::string_view text : {std::string_view(o.status), std::string_view(o.published.text),
                                            std::string_view(o.source), std::string_view(o.url), std::string_view(o.comment)})
            w.digest.add_text(text);
        w.digest.add_text(o.unit_mult ? std::to_string(*o.unit_mult) : "");
        origin.bind(0, static_cast<std::int64_t>(i)).bind(1, o.status);
        if (o.unit_mult)
            origin.bind(2, *o.unit_mult);
        else
            origin.bind_nothing(2);
        origin.bind(3, o.published.text).bind(4, o.source).bind(5, o.url).bind(6, o.comment).run();
    }
    Statement table = w.database.prepare("INSERT INTO tables VALUES (?, ?)");
    for (const auto& [name, csv] : w.all.tables) {
        w.digest.add_text(name);
        w.digest.add_text(csv);
        table.bind(0, name).bind(1, csv).run();
    }
}

}  // namespace

void write_store(const StoreRows& all, const std::filesystem::path& file) {
    Writing w{all, Database::create(file), {}};
    w.database.run("PRAGMA application_id = 1717658484");
    w.database.run("PRAGMA user_version = 1");
    for (const TableSql& table : tables) w.database.run(table.sql);
    w.database.run("BEGIN");
    write_names(w);
    write_keys(w);
    write_by_key(w);
    write_series(w, write_by_period(w));
    const std::string digest = w.digest.finish();
    const std::string count = std::to_string(all.rows.size());
    Statement about = w.database.prepare("INSERT INTO about VALUES (?, ?)");
    about.bind(0, "sha256").bind(1, digest).run();
    about.bind(0, "observations").bind(1, count).run();
    w.database.run("COMMIT");
    about = {};
    w.database.close();
}

}  // namespace factcheck::store
