// Names become numbers as they come, and are numbered again in their order at the end: the order of the sources shows only among
// figures that were published on one day.
#include "reference/store_build.hpp"

#include "reference/store_rows.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

namespace factcheck {

using namespace store;

namespace {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using Numbers = std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>>;

// The number of a name, new names at the end.
std::uint32_t number_in(Numbers& numbers, std::string_view name, std::vector<std::string>& names) {
    const auto found = numbers.find(name);
    if (found != numbers.end()) return found->second;
    const auto number = static_cast<std::uint32_t>(names.size());
    numbers.emplace(name, number);
    names.emplace_back(name);
    return number;
}

bool same(const Provenance& view, const StoredOrigin& own) {
    return view.source == own.source && view.published.first == own.published.first &&
           view.published.last == own.published.last && view.status == own.status && view.url == own.url &&
           view.comment == own.comment && view.unit_mult == own.unit_mult && view.published.text == own.published.text;
}

void append_part(std::string& out, std::string_view part) {
    append_varint(out, part.size());
    out += part;
}

// new number -> old number, in the order of `before`.
template <class Before>
std::vector<std::uint32_t> in_order(std::size_t count, Before before) {
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), before);
    return order;
}

std::vector<std::uint32_t> inverse(const std::vector<std::uint32_t>& order) {
    std::vector<std::uint32_t> out(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) out[order[i]] = i;
    return out;
}

template <class T>
void reorder(std::vector<T>& items, const std::vector<std::uint32_t>& order) {
    std::vector<T> out;
    out.reserve(order.size());
    for (const std::uint32_t old : order) out.push_back(std::move(items[old]));
    items = std::move(out);
}

}  // namespace

struct StoreBuilder::State {
    StoreRows all;
    std::map<std::string, std::string, std::less<>> labels;  // of entities
    Numbers entity_numbers, series_numbers, origin_numbers, key_numbers;
    std::vector<std::string> origin_names, key_names;  // what the numbers stand for
    std::string scratch;
    std::string last_key;
    std::uint32_t last_key_number = 0;
    std::vector<std::pair<std::uint32_t, std::string>> files;  // the line before their first
    std::uint32_t lines = 0;

    std::uint32_t origin(const Provenance& view);
    std::uint32_t key(std::uint32_t series, std::span<const std::string_view> ids);
    [[nodiscard]] Place place_of(std::uint32_t line) const;
    void number_again();
    void drop_duplicates(Diagnostics& diagnostics);
    void drop_unused();
};

std::uint32_t StoreBuilder::State::origin(const Provenance& view) {
    if (!all.origins.empty() && same(view, all.origins.back())) return static_cast<std::uint32_t>(all.origins.size() - 1);
    scratch.clear();
    for (const std::string_view part : {view.status, std::string_view(view.published.text), view.source, view.url, view.comment})
        append_part(scratch, part);
    if (view.unit_mult) append_part(scratch, std::to_string(*view.unit_mult));
    const std::uint32_t number = number_in(origin_numbers, scratch, origin_names);
    if (number == all.origins.size())
        all.origins.push_back({std::string(view.status), view.unit_mult, view.published, std::string(view.source),
                               std::string(view.url), std::string(view.comment)});
    return number;
}

std::uint32_t StoreBuilder::State::key(std::uint32_t series, std::span<const std::string_view> ids) {
    scratch.clear();
    append_varint(scratch, series);
    for (const std::string_view id : ids) append_part(scratch, id);
    if (scratch == last_key) return last_key_number;
    last_key = scratch;
    last_key_number = number_in(key_numbers, scratch, key_names);
    if (last_key_number == all.keys.size()) {
        StoredKey fresh{series, {}};
        for (const std::string_view id : ids) fresh.entities.push_back(number_in(entity_numbers, id, all.entities));
        all.keys.push_back(std::move(fresh));
    }
    return last_key_number;
}

Place StoreBuilder::State::place_of(std::uint32_t line) const {
    const auto after =
        std::upper_bound(files.begin(), files.end(), line, [](std::uint32_t l, const auto& f) { return l < f.first; });
    if (after == files.begin()) return {};
    const auto& [before, name] = *std::prev(after);
    return {name, line - before, 1};
}

void StoreBuilder::State::number_again() {
    const auto entity_order =
        in_order(all.entities.size(), [&](std::uint32_t a, std::uint32_t b) { return all.entities[a] < all.entities[b]; });
    const auto series_order =
        in_order(all.series.size(), [&](std::uint32_t a, std::uint32_t b) { return all.series[a].name < all.series[b].name; });
    const auto entity_at = inverse(entity_order);
    const auto series_at = inverse(series_order);
    for (StoredKey& key : all.keys) {
        key.series = series_at[key.series];
        for (std::uint32_t& entity : key.entities) entity = entity_at[entity];
    }
    const auto key_order = in_order(all.keys.size(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(all.keys[a].series, all.keys[a].entities) < std::tie(all.keys[b].series, all.keys[b].entities);
    });
    const auto tied = [&](std::uint32_t i) {
        const StoredOrigin& o = all.origins[i];
        return std::tie(o.published.last, o.published.first, o.published.text, o.source, o.url, o.status, o.unit_mult, o.comment);
    };
    const auto origin_order = in_order(all.origins.size(), [&](std::uint32_t a, std::uint32_t b) { return tied(a) < tied(b); });
    const auto key_at = inverse(key_order);
    const auto origin_at = inverse(origin_order);
    for (StoredRow& row : all.rows) {
        row.key = key_at[row.key];
        row.origin = origin_at[row.origin];
    }
    reorder(all.entities, entity_order);
    reorder(all.series, series_order);
    reorder(all.keys, key_order);
    reorder(all.origins, origin_order);
    all.labels.clear();
    for (const std::string& id : all.entities) {
        const auto found = labels.find(id);
        all.labels.push_back(found == labels.end() ? std::string{} : found->second);
    }
    // Origins stand in the order of publication: those of the same days are of one rank.
    std::vector<std::uint32_t> rank(all.origins.size(), 0);
    for (std::size_t i = 1; i < rank.size(); ++i) {
        const Published &a = all.origins[i - 1].published, &b = all.origins[i].published;
        rank[i] = rank[i - 1] + (a.first == b.first && a.last == b.last ? 0 : 1);
    }
    const auto before = [&](const StoredRow& a, const StoredRow& b) {
        return std::tie(a.key, a.first, a.days, rank[a.origin], a.line) <
               std::tie(b.key, b.first, b.days, rank[b.origin], b.line);
    };
    if (!std::is_sorted(all.rows.begin(), all.rows.end(), before)) std::sort(all.rows.begin(), all.rows.end(), before);
}

// Rows of one key and period that tell of one print: source, page and day of publication are the same.
void StoreBuilder::State::drop_duplicates(Diagnostics& diagnostics) {
    std::vector<std::uint32_t> print(all.origins.size(), 0);
    std::map<std::tuple<std::string_view, std::string_view, std::string_view>, std::uint32_t> prints;
    for (std::size_t i = 0; i < print.size(); ++i) {
        const StoredOrigin& o = all.origins[i];
        print[i] =
            prints
                .emplace(std::tuple(std::string_view(o.source), std::string_view(o.url), std::string_view(o.published.text)),
                         static_cast<std::uint32_t>(prints.size()))
                .first->second;
    }
    std::map<std::string, Faults> faults;
    std::vector<std::size_t> run;
    std::vector<bool> dropped(all.rows.size());
    const auto value_of = [&](const StoredRow& row) {
        const std::optional<int> mult = all.origins[row.origin].unit_mult;
        const int own = all.series[all.keys[row.key].series].unit_mult.value_or(0);
        Decimal value = row.value();
        value.exponent += mult.value_or(own);
        return value;
    };
    for (std::size_t first = 0, past = 0; first < all.rows.size(); first = past) {
        const StoredRow& head = all.rows[first];
        while (past < all.rows.size() && all.rows[past].key == head.key && all.rows[past].first == head.first &&
               all.rows[past].days == head.days)
            ++past;
        if (past - first < 2) continue;
        run.resize(past - first);
        std::iota(run.begin(), run.end(), first);
        std::stable_sort(run.begin(), run.end(),
                         [&](std::size_t a, std::size_t b) { return print[all.rows[a].origin] < print[all.rows[b].origin]; });
        std::size_t kept = run.front();
        std::set<std::pair<std::int16_t, std::uint32_t>> shapes;  // of the rows of this print that are kept
        for (std::size_t i = 0; i < run.size(); ++i) {
            if (print[all.rows[kept].origin] != print[all.rows[run[i]].origin]) {
                kept = run[i];
                shapes.clear();
            }
            const StoredRow &a = all.rows[kept], &b = all.rows[run[i]];
            const bool same_value = value_of(a) == value_of(b);
            dropped[run[i]] = !same_value || !shapes.emplace(b.exponent, b.origin).second;
            if (same_value) continue;
            const Place first_place = place_of(a.line), place = place_of(b.line);
            Faults& of_file = faults[place.file];
            of_file.file = place.file;
            add_fault(of_file, place.line, place.column,
                      "the value " + b.value().str() + ", where " + first_place.file + ":" + std::to_string(first_place.line) +
                          " has " + a.value().str() +
                          " for the same series, key, period, source, day and page: the first is kept, leave one of them out");
        }
    }
    for (auto& [file, own] : faults) hand_over(std::move(own), diagnostics);
    std::size_t to = 0;
    for (std::size_t from = 0; from < all.rows.size(); ++from)
        if (!dropped[from]) all.rows[to++] = all.rows[from];
    all.rows.resize(to);
}

namespace {

// Which are used -> old number to new, the unused left out of `items`.
template <class T>
std::vector<std::uint32_t> keep(std::vector<T>& items, const std::vector<bool>& used) {
    std::vector<std::uint32_t> at(items.size());
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        at[i] = count;
        if (!used[i]) continue;
        if (count != i) items[count] = std::move(items[i]);
        ++count;
    }
    items.resize(count);
    return at;
}

}  // namespace

void StoreBuilder::State::drop_unused() {
    std::vector<bool> keys(all.keys.size()), origins(all.origins.size()), entities(all.entities.size());
    for (const StoredRow& row : all.rows) {
        keys[row.key] = true;
        origins[row.origin] = true;
    }
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (keys[i])
            for (const std::uint32_t entity : all.keys[i].entities) entities[entity] = true;
    const auto key_at = keep(all.keys, keys);
    const auto origin_at = keep(all.origins, origins);
    keep(all.labels, entities);
    const auto entity_at = keep(all.entities, entities);
    for (StoredRow& row : all.rows) {
        row.key = key_at[row.key];
        row.origin = origin_at[row.origin];
    }
    for (StoredKey& key : all.keys)
        for (std::uint32_t& entity : key.entities) entity = entity_at[entity];
}

StoreBuilder::StoreBuilder() : state_(std::make_unique<State>()) {}
StoreBuilder::StoreBuilder(StoreBuilder&&) noexcept = default;
StoreBuilder::~StoreBuilder() = default;

void StoreBuilder::begin_file(const std::string& file) {
    State& s = *state_;
    s.files.emplace_back(s.lines, file);
}

std::optional<std::uint32_t> StoreBuilder::series(const StoreSeries& series) {
    State& s = *state_;
    const auto found = s.series_numbers.find(series.name);
    if (found == s.series_numbers.end()) {
        const auto number = static_cast<std::uint32_t>(s.all.series.size());
        s.series_numbers.emplace(series.name, number);
        s.all.series.push_back(series);
        return number;
    }
    StoreSeries& own = s.all.series[found->second];
    if (own.dimensions != series.dimensions) return std::nullopt;
    // What a later source says of a series counts, where it says anything.
    const auto take = [](std::string& to, const std::string& from) {
        if (!from.empty()) to = from;
    };
    take(own.label, series.label);
    take(own.unit, series.unit);
    take(own.frequency, series.frequency);
    take(own.nature, series.nature);
    take(own.about, series.about);
    if (series.unit_mult) own.unit_mult = series.unit_mult;
    return found->second;
}

void StoreBuilder::name_entity(std::string_view code, std::string_view label) {
    if (!label.empty() && !state_->labels.contains(code)) state_->labels.emplace(code, label);
}

void StoreBuilder::add(std::uint32_t series, std::span<const std::string_view> key, const Period& period, const Decimal& value,
                       const Provenance& origin, std::size_t line) {
    State& s = *state_;
    const std::uint32_t before = s.files.empty() ? 0 : s.files.back().first;
    StoredRow row;
    row.set(value);
    row.key = s.key(series, key);
    row.first = number_of(period.first);
    row.days = static_cast<std::int32_t>(days_inclusive(period));
    row.grain = period.grain;
    row.origin = s.origin(origin);
    row.line = before + static_cast<std::uint32_t>(line);
    s.lines = std::max(s.lines, row.line);
    s.all.rows.push_back(row);
}

void StoreBuilder::add_table(const std::string& name, std::string csv) { state_->all.tables[name] = std::move(csv); }

std::size_t StoreBuilder::size() const { return state_->all.rows.size(); }
std::size_t StoreBuilder::series_count() const { return state_->all.series.size(); }
bool StoreBuilder::has_tables() const { return !state_->all.tables.empty(); }

void StoreBuilder::finish(Diagnostics& diagnostics) {
    state_->number_again();
    state_->drop_duplicates(diagnostics);
    state_->drop_unused();
}

void StoreBuilder::write(const std::filesystem::path& file) const { write_store(state_->all, file); }

}  // namespace factcheck
