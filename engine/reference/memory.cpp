// The reference store in memory: per series one sorted column of rows and, per dimension, an index of who has figures.
#include "reference/reference.hpp"

#include <algorithm>
#include <compare>
#include <cstdint>
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

struct Column {
    std::vector<Observation> rows;  // in store order
    std::vector<std::vector<std::uint32_t>>
        members;  // a dimension: one row of each key and period, in the order of `before_member`
};

// Keys in order, one position left out.
std::strong_ordering compare_others(const Key& a, const Key& b, std::size_t left_out) {
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        if (i != left_out && a[i] != b[i]) return a[i] < b[i] ? std::strong_ordering::less : std::strong_ordering::greater;
    return a.size() <=> b.size();
}

// By the other positions, then the period, so that all who stand at the position lie together.
std::strong_ordering compare_group(const Observation& row, const Key& key, const Days& days, std::size_t dimension) {
    const auto others = compare_others(row.key, key, dimension);
    return others != 0 ? others : days_of(row.period) <=> days;
}

void index_members(Column& column) {
    const std::vector<Observation>& rows = column.rows;
    std::vector<std::uint32_t> distinct;
    for (std::uint32_t i = 0; i < rows.size(); ++i)
        if (i == 0 || rows[i].key != rows[i - 1].key || days_of(rows[i].period) != days_of(rows[i - 1].period))
            distinct.push_back(i);
    column.members.assign(rows.empty() ? 0 : rows.front().key.size(), distinct);
    for (std::size_t d = 0; d < column.members.size(); ++d) {
        const auto before_member = [&](std::uint32_t a, std::uint32_t b) {
            const auto group = compare_group(rows[a], rows[b].key, days_of(rows[b].period), d);
            return group != 0 ? group < 0 : rows[a].key[d] < rows[b].key[d];
        };
        std::sort(column.members[d].begin(), column.members[d].end(), before_member);
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

    [[nodiscard]] Rows rows(const Series& series, const Key& key, const Period& period) const override {
        const Column* column = column_of(series);
        if (column == nullptr) return {};
        const auto place = [](const Observation& row) { return std::tie(row.key, row.period.first, row.period.last); };
        const auto wanted = std::tie(key, period.first, period.last);
        const auto first = std::partition_point(column->rows.begin(), column->rows.end(),
                                                [&](const Observation& r) { return place(r) < wanted; });
        const auto last =
            std::partition_point(first, column->rows.end(), [&](const Observation& r) { return place(r) == wanted; });
        return Rows(std::span<const Observation>(first, last));
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
        const std::vector<std::uint32_t>& entries = column->members[dimension];
        const auto group = [&](std::uint32_t row) { return compare_group(column->rows[row], key, days_of(period), dimension); };
        std::vector<std::string> out;
        auto at = std::partition_point(entries.begin(), entries.end(), [&](std::uint32_t row) { return group(row) < 0; });
        for (; at != entries.end() && group(*at) == 0; ++at) out.push_back(column->rows[*at].key[dimension]);
        return out;
    }

    [[nodiscard]] Rows slice(const Series& series, const Key& key, std::size_t dimension, const Period& period) const override {
        std::vector<Observation> out;
        Key one = key;
        for (std::string& id : members(series, key, dimension, period)) {
            one[dimension] = std::move(id);
            const Rows own = rows(series, one, period);
            out.insert(out.end(), own.begin(), own.end());
        }
        return Rows(std::move(out));
    }

private:
    [[nodiscard]] const Column* column_of(const Series& series) const {
        const auto found = columns_.find({series.pack, series.id});
        return found == columns_.end() ? nullptr : &found->second;
    }

    std::map<std::pair<std::string, std::string>, Column> columns_;  // by pack and series
};

class RoutedReference final : public Reference {
public:
    RoutedReference(std::map<std::string, std::shared_ptr<const Reference>> by_pack, std::unique_ptr<const Reference> others)
        : by_pack_(std::move(by_pack)), others_(std::move(others)) {}

    [[nodiscard]] Rows rows(const Series& series, const Key& key, const Period& period) const override {
        return of(series).rows(series, key, period);
    }
    [[nodiscard]] std::vector<Period> periods(const Series& series, const Key& key) const override {
        return of(series).periods(series, key);
    }
    [[nodiscard]] std::vector<std::string> members(const Series& series, const Key& key, std::size_t dimension,
                                                   const Period& period) const override {
        return of(series).members(series, key, dimension, period);
    }
    [[nodiscard]] Rows slice(const Series& series, const Key& key, std::size_t dimension, const Period& period) const override {
        return of(series).slice(series, key, dimension, period);
    }

private:
    [[nodiscard]] const Reference& of(const Series& series) const {
        const auto found = by_pack_.find(series.pack);
        return found == by_pack_.end() ? *others_ : *found->second;
    }

    std::map<std::string, std::shared_ptr<const Reference>> by_pack_;
    std::unique_ptr<const Reference> others_;
};

}  // namespace

std::unique_ptr<Reference> make_reference(std::map<std::string, std::shared_ptr<const Reference>> by_pack,
                                          std::unique_ptr<const Reference> others) {
    return std::make_unique<RoutedReference>(std::move(by_pack), std::move(others));
}

std::unique_ptr<Reference> make_memory_reference(std::vector<SeriesRows> tables) {
    return std::make_unique<MemoryReference>(std::move(tables));
}

}  // namespace factcheck
