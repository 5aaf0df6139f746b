// The references, in memory and in a store's file, against a plain scan of the same rows.
#include "reference/reference.hpp"

#include "reference/store.hpp"
#include "support/folder.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace factcheck;

namespace {

Series series_named(const std::string& pack, const std::string& id, std::size_t dimensions) {
    Series out;
    out.pack = pack;
    out.id = id;
    for (std::size_t i = 0; i < dimensions; ++i) out.dimensions.push_back("d" + std::to_string(i));
    return out;
}

Observation row_of(Key key, const char* period, const char* published, const char* value) {
    Observation out;
    out.key = std::move(key);
    out.period = *period_from(period);
    const Period when = *period_from(published);
    out.published = {when.first, when.last, published};
    out.value = *decimal_from(value);
    return out;
}

std::vector<std::string> values_of(const Rows& rows) {
    std::vector<std::string> out;
    for (const Observation& row : rows) out.push_back(row.value.str());
    return out;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("rows, periods and members of a small store") {
    const Series exports = series_named("trade", "exports", 2);
    const auto store = make_memory_reference(
        {{"trade",
          "exports",
          {row_of({"PK", "US"}, "2023-07/2024-06", "2025-07", "3"), row_of({"PK", "US"}, "2023-07/2024-06", "2024-07-24", "2"),
           row_of({"PK", "US"}, "2024", "2025-01-10", "4"), row_of({"PK", "CN"}, "2023-07/2024-06", "2024-07-24", "5"),
           row_of({"IN", "US"}, "2023-07/2024-06", "2024-07-24", "6"),
           row_of({"PK", "US"}, "2023-07/2024-06", "2024-07-23", "1")}}});
    const Period fiscal = *period_from("2023-07-01/P12M");  // the same days in another grain
    CHECK(values_of(store->rows(exports, {"PK", "US"}, fiscal)) == Words{"1", "2", "3"});
    CHECK(values_of(store->rows(exports, {"PK", "CN"}, fiscal)) == Words{"5"});
    CHECK(store->rows(exports, {"PK", "US"}, *period_from("2023")).empty());
    CHECK(store->rows(exports, {"PK"}, fiscal).empty());
    CHECK(store->rows(exports, {}, fiscal).empty());
    CHECK(store->rows(series_named("other", "exports", 2), {"PK", "US"}, fiscal).empty());
    CHECK(store->rows(series_named("trade", "imports", 2), {"PK", "US"}, fiscal).empty());
    const auto periods = store->periods(exports, {"PK", "US"});
    REQUIRE(periods.size() == 2);
    CHECK(to_iso(periods[0].first) == "2023-07-01");
    CHECK(to_iso(periods[1].first) == "2024-01-01");
    CHECK(store->periods(exports, {"PK", "DE"}).empty());
    CHECK(store->members(exports, {"PK", ""}, 1, fiscal) == Words{"CN", "US"});
    CHECK(store->members(exports, {"ignored", "US"}, 0, fiscal) == Words{"IN", "PK"});
    CHECK(store->members(exports, {"PK", ""}, 1, *period_from("2024")) == Words{"US"});
    CHECK(store->members(exports, {"PK", ""}, 1, *period_from("2025")).empty());
    CHECK(store->members(exports, {"PK", ""}, 2, fiscal).empty());
}

TEST_CASE("tables of one series are put together, an empty store is empty") {
    const Series rate = series_named("p", "rate", 0);
    const auto store = make_memory_reference({{"p", "rate", {row_of({}, "2024", "2025-01", "1")}},
                                              {"p", "rate", {row_of({}, "2023", "2024-01", "2")}},
                                              {"q", "rate", {}}});
    CHECK(store->periods(rate, {}).size() == 2);
    CHECK(values_of(store->rows(rate, {}, *period_from("2023"))) == Words{"2"});
    CHECK(store->periods(series_named("q", "rate", 0), {}).empty());
    CHECK(make_memory_reference({})->periods(rate, {}).empty());
}

namespace {

std::vector<Observation> any_rows(std::size_t dimensions) {
    std::vector<Observation> out;
    const auto count = *rc::gen::inRange<std::size_t>(0, 40);
    while (out.size() < count) {
        Key key;
        while (key.size() < dimensions) key.push_back(*rc::gen::element<std::string>("A", "B", "C"));
        Observation row = row_of(key, *rc::gen::element("2023", "2024", "2023-07/2024-06", "2024-01/2024-12", "2024-01"),
                                 *rc::gen::element("2025-07", "2025-07-03", "2025-07-31", "2025-08"), "1");
        row.row = out.size();
        out.push_back(row);
    }
    return out;
}

bool published_before(const Observation& a, const Observation& b) {
    return std::pair(a.published.last, a.published.first) < std::pair(b.published.last, b.published.first);
}

}  // namespace

namespace {

std::shared_ptr<const Reference> store_of(const testing::Folder& folder, const Series& series,
                                          const std::vector<Observation>& rows) {
    StoreBuilder builder;
    builder.begin_file("rows");
    for (const Observation& row : rows) {
        const std::vector<std::string_view> key(row.key.begin(), row.key.end());
        const auto number = builder.series({.name = series.id, .dimensions = series.dimensions});
        builder.add(*number, key, row.period, row.value, {.published = row.published, .source = row.source}, row.row + 1);
    }
    Diagnostics diagnostics;
    builder.finish(diagnostics);
    const auto file = folder.path / "store.sqlite";
    std::filesystem::remove(file);
    builder.write(file);
    auto out = make_store_reference(file, {series}, diagnostics);
    CHECK(diagnostics.empty());
    return out;
}

}  // namespace

TEST_CASE("the references answer as a scan of all rows does") {
    const testing::Folder folder;
    CHECK(rc::check([&folder] {
        const auto dimensions = *rc::gen::inRange<std::size_t>(1, 4);
        const Series series = series_named("p", "s", dimensions);
        std::vector<Observation> all = any_rows(dimensions);
        for (Observation& row : all) row.source = std::to_string(row.row);  // no two are of one print
        const std::shared_ptr<const Reference> memory = make_memory_reference({{"p", "s", all}});
        const auto store = *rc::gen::element(memory, store_of(folder, series, all));
        Key key;
        while (key.size() < dimensions) key.push_back(*rc::gen::element<std::string>("A", "B", "C", "D"));
        const Period period = *period_from(*rc::gen::element("2023", "2024", "2023-07/2024-06", "2024-01"));
        const auto dimension = *rc::gen::inRange<std::size_t>(0, dimensions);

        std::size_t rows = 0;
        std::set<std::pair<Day, Day>> periods;
        std::set<std::string> members;
        for (const Observation& row : all) {
            const bool same_days = row.period.first == period.first && row.period.last == period.last;
            rows += row.key == key && same_days;
            if (row.key == key) periods.emplace(row.period.first, row.period.last);
            Key other = row.key;
            other[dimension] = key[dimension];
            if (other == key && same_days) members.insert(row.key[dimension]);
        }
        const auto got = store->rows(series, key, period);
        RC_ASSERT(got.size() == rows);
        RC_ASSERT(std::is_sorted(got.begin(), got.end(), published_before));
        const auto got_periods = store->periods(series, key);
        RC_ASSERT(got_periods.size() == periods.size());
        std::size_t i = 0;
        for (const auto& [first, last] : periods) {
            RC_ASSERT((got_periods[i].first == first && got_periods[i].last == last));
            ++i;
        }
        RC_ASSERT(store->members(series, key, dimension, period) == Words(members.begin(), members.end()));
        std::vector<std::pair<Key, std::string>> sliced, one_by_one;
        for (const Observation& row : store->slice(series, key, dimension, period)) sliced.emplace_back(row.key, row.source);
        for (const std::string& member : members) {
            key[dimension] = member;
            for (const Observation& row : memory->rows(series, key, period)) one_by_one.emplace_back(row.key, row.source);
        }
        RC_ASSERT(sliced == one_by_one);
    }));
}
