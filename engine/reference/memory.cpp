// The reference store in memory: per series one sorted column of rows and, per dimension, an index of who has figures.
#include "reference/reference.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace factcheck {

namespace {

// The grain does not tell periods apart: a fiscal year of twelve months is the run of those months.
using Days = std::pair<Day, Day>;

Days days_of(const Period& period) { return {period.first, period.last}; }

bool in_store_order(const Observation& a, const Observation& b) {
    return std::tie(a.key, a.period.first, a.period.last, a.published.last, a.published.first, a.row) <
           std::tie(b.key, b.period.first, b.period.last, b.published.last, b.published.first, b.row);
}

// A key with one position left out, then the period, then who stands at that position.
struct MemberEntry {
    Key others;
    Days days;
    std::string member;
    friend auto operator<=>(const MemberEntry&, const MemberEntry&) = default;
};

Key without(const Key& key, std::size_t dimension) {
    Key out = key;
    out.erase(out.begin() + static_cast<std::ptrdiff_t>(dimension));
    return out;
}

struct Column {
    std::vector<Observation> rows;                  // in store order
    std::vector<std::vector<MemberEntry>> members;  // one sorted list a dimension
};

void index_members(Column& column) {
    const std::size_t dimensions = column.rows.empty() ? 0 : column.rows.front().key.size();
    column.members.resize(dimensions);
    for (std::size_t d = 0; d < dimensions; ++d) {
        std::vector<MemberEntry>& entries = column.members[d];
        for (const Observation& row : column.rows) entries.push_back({without(row.key, d), days_of(row.period), row.key[d]});
        std::sort(entries.begin(), entries.end());
        entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    }
}

class MemoryReference final : public Reference {
public:
    explicit MemoryReference(std::vector<SeriesRows> tables) {
        for (SeriesRows& table : tables) {
            std::vector<Observation>& rows = columns_[{table.pack, table.series}].rows;
            rows.insert(rows.end(), std::make_move_iterator(table.rows.begin()), std::make_move_iterator(table.rows.end()));
        }
        for (auto& [name, column] : columns_) {
            std::sort(column.rows.begin(), column.rows.end(), in_store_order);
            index_members(column);
        }
    }

    [[nodiscard]] std::vector<Observation> rows(const Series& series, const Key& key, const Period& period) const override {
        const Column* column = column_of(series);
        if (column == nullptr) return {};
        const auto place = [](const Observation& row) { return std::tie(row.key, row.period.first, row.period.last); };
        const auto wanted = std::tie(key, period.first, period.last);
        const auto first = std::partition_point(column->rows.begin(), column->rows.end(),
                                                [&](const Observation& r) { return place(r) < wanted; });
        const auto last =
            std::partition_point(first, column->rows.end(), [&](const Observation& r) { return place(r) == wanted; });
        return {first, last};
    }

    [[nodiscard]] std::vector<Period> periods(const Series& series, const Key& key) const override {
        const Column* column = column_of(series);
        if (column == nullptr) return {};
        std::vector<Period> out;
        auto at =
            std::partition_point(column->rows.begin(), column->rows.end(), [&](const Observation& r) { return r.key < key; });
        for (; at != column->rows.end() && at->key == key; ++at)
            if (out.empty() || days_of(out.back()) != days_of(at->period)) out.push_back(at->period);
        return out;
    }

    [[nodiscard]] std::vector<std::string> members(const Series& series, const Key& key, std::size_t dimension,
                                                   const Period& period) const override {
        const Column* column = column_of(series);
        if (column == nullptr || dimension >= column->members.size() || dimension >= key.size()) return {};
        const Key others = without(key, dimension);
        const Days days = days_of(period);
        const std::vector<MemberEntry>& entries = column->members[dimension];
        const auto before = [&](const MemberEntry& e) { return std::tie(e.others, e.days) < std::tie(others, days); };
        std::vector<std::string> out;
        for (auto at = std::partition_point(entries.begin(), entries.end(), before);
             at != entries.end() && at->others == others && at->days == days; ++at)
            out.push_back(at->member);
        return out;
    }

private:
    [[nodiscard]] const Column* column_of(const Series& series) const {
        const auto found = columns_.find({series.pack, series.id});
        return found == columns_.end() ? nullptr : &found->second;
    }

    std::map<std::pair<std::string, std::string>, Column> columns_;  // by pack and series
};

}  // namespace

std::unique_ptr<Reference> make_memory_reference(std::vector<SeriesRows> tables) {
    return std::make_unique<MemoryReference>(std::move(tables));
}

}  // namespace factcheck
