// Series: who says so, for how long, and which periods are missing.
#include "author/lint.hpp"

#include <algorithm>
#include <set>

namespace factcheck {
namespace {

const SeriesExtent* extent_of(const Linting& lint, const Series& series) {
    const auto found = std::find_if(lint.loaded.extents.begin(), lint.loaded.extents.end(),
                                    [&](const SeriesExtent& e) { return e.pack == series.pack && e.series == series.id; });
    return found == lint.loaded.extents.end() ? nullptr : &*found;
}

void names_in(const Expression& expression, std::set<std::string>& out) {
    if (expression.kind == Expression::Kind::lookup) out.insert(expression.name);
    for (const Expression& arg : expression.args) names_in(arg, out);
}

// What measures and rules of any loaded pack look up.
std::set<std::string> looked_up(const Linting& lint) {
    std::set<std::string> out;
    for (const Pack& pack : lint.loaded.packs) {
        for (const Measure& measure : pack.vocabulary.measures) out.insert(measure.series.begin(), measure.series.end());
        for (const Series& series : pack.series) out.insert(series.mirror_of);
        for (const Rule& rule : pack.rules) {
            names_in(rule.expect, out);
            for (const auto& let : rule.let) names_in(let.second, out);
            for (const auto* conditions : {&rule.unless, &rule.misleading, &rule.slips})
                for (const Condition& condition : *conditions) names_in(condition.test, out);
        }
    }
    return out;
}

std::optional<Grain> grain_of(std::string_view frequency) {
    if (frequency == "A") return Grain::year;
    if (frequency == "Q") return Grain::quarter;
    if (frequency == "M") return Grain::month;
    return std::nullopt;
}

// Months of a period, counted from year 0; -1 where it is not whole months.
long first_month(const Period& period) {
    const std::chrono::year_month_day first(period.first);
    return static_cast<int>(first.year()) * 12L + static_cast<long>(static_cast<unsigned>(first.month())) - 1;
}

void check_gaps(Linting& lint, const Series& series, const SeriesExtent& extent) {
    const auto grain = grain_of(series.frequency);
    if (!grain) return;
    const long step = *grain == Grain::year ? 12 : *grain == Grain::quarter ? 3 : 1;
    std::size_t gaps = 0;
    std::string first;
    for (const Key& key : extent.keys) {
        long last = -1;
        for (const Period& period : lint.loaded.reference->periods(series, key)) {
            if (days_inclusive(period) < step * 28 || days_inclusive(period) > step * 31) continue;
            const long month = first_month(period);
            if (last >= 0 && month > last + step) {
                gaps += static_cast<std::size_t>((month - last) / step - 1);
                if (first.empty()) first = "before " + to_words(period);
                for (const std::string& id : key)
                    if (gaps > 0 && first.find(id) == std::string::npos && key.size() == 1) first += " (" + id + ")";
            }
            last = std::max(last, month);
        }
    }
    if (gaps > 0)
        lint_found(lint, "gap", series.place,
                   "the series " + series.id + " lacks " + std::to_string(gaps) + " of its periods, the first " + first);
}

}  // namespace

void lint_data(Linting& lint) {
    const std::set<std::string> used = looked_up(lint);
    for (const Series& series : lint.pack.series) {
        const std::string name = "the series " + series.id;
        if (series.sources.empty()) lint_found(lint, "no-source", series.place, name + " names no sources");
        if (series.licence.empty()) lint_found(lint, "no-licence", series.place, name + " has no licence");
        if (series.stale_after.empty())
            lint_found(lint, "no-stale-after", series.place, name + " does not say how long it stays fresh");
        if (!used.contains(series.id) && !used.contains(series.measure))
            lint_found(lint, "unused-series", series.place, "no measure and no rule looks in " + name);
        const SeriesExtent* extent = extent_of(lint, series);
        if (extent == nullptr || extent->rows == 0)
            lint_found(lint, "no-rows", series.place, name + " has no figures");
        else
            check_gaps(lint, series, *extent);
    }
}

}  // namespace factcheck
