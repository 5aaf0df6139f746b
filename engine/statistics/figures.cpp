#include "statistics/figures.hpp"

#include <algorithm>
#include <set>

namespace factcheck::statistics {

namespace {

// How much of a group must be known for its members to stand for it.
const Rational enough_members = Rational(9, 10);
const Rational enough_people = Rational(4, 5);

int year_of(Day day) { return static_cast<int>(std::chrono::year_month_day(day).year()); }

std::optional<int> whole_year(const Period& period) {
    const int year = year_of(period.first);
    const auto whole = year_period(year);
    return whole && same_days(*whole, period) ? std::optional(year) : std::nullopt;
}

// The newest row that says a figure. Whole numbers are counts; of others the last digit may be rounded.
template <class RowList>
std::optional<Figure> newest(const RowList& rows) {
    std::optional<Figure> out;
    for (const Observation& row : rows) {
        if (row.status == "M") continue;
        const bool whole = row.value.exponent >= 0 && row.unit_mult == 0;
        out = Figure{row.base_value(), whole ? Rational(0) : row.base_place() / 2, false};
    }
    return out;
}

}  // namespace

std::vector<Key> Figures::keys_of(const std::string& subject) const {
    std::vector<Key> out{Key{subject}};
    if (const CountryGroup* group = index_.group(subject))
        for (const std::string& code : group->codes) out.push_back(Key{code});
    return out;
}

const Figures::Line& Figures::line(const Series& series, const std::string& subject) {
    const auto [found, fresh] = lines_.try_emplace({&series, subject});
    if (!fresh) return found->second;
    for (const Key& key : keys_of(subject)) {
        for (const Period& period : reference_.periods(series, key)) {
            const auto year = whole_year(period);
            if (!year || *year > last_year_) continue;
            if (const auto figure = newest(reference_.rows(series, key, period))) found->second.emplace(*year, *figure);
        }
        if (!found->second.empty()) break;
    }
    return found->second;
}

std::optional<Figure> Figures::one(const Series& series, const std::string& subject, int year) {
    if (year > last_year_) return std::nullopt;
    if (const auto known = lines_.find({&series, subject}); known != lines_.end()) {
        const auto at = known->second.find(year);
        return at == known->second.end() ? std::nullopt : std::optional(at->second);
    }
    const auto period = year_period(year);
    if (!period) return std::nullopt;
    for (const Key& key : keys_of(subject))
        if (const auto figure = newest(reference_.rows(series, key, *period))) return figure;
    return std::nullopt;
}

// "The United States and India combined" is asked for as "US+IN".
std::optional<Figure> Figures::own(const Measured& way, const std::string& subject, int year) {
    if (const std::size_t plus = subject.rfind('+'); plus != std::string::npos) {
        auto first = own(way, subject.substr(0, plus), year);
        const auto second = own(way, subject.substr(plus + 1), year);
        if (!first || !second || way.said->form != FigureForm::total) return std::nullopt;
        first->value += second->value;
        first->made = true;
        return first;
    }
    Figure sum{0, 0, false};
    for (const Series* series : way.series) {
        const auto part = one(*series, subject, year);
        if (!part) return std::nullopt;
        sum.value += part->value;
        sum.width += part->width;
    }
    if (way.over != nullptr) {
        const auto whole = one(*way.over, subject, year);
        if (!whole || whole->value == 0) return std::nullopt;
        sum.value = sum.value * 100 / whole->value;
        sum.width = 0;
    }
    sum.value *= way.said->times;
    sum.width *= way.said->times;
    return sum;
}

// Totals of all members add up; shares and rates are weighted by people.
std::optional<Figure> Figures::of_members(const Measured& way, const CountryGroup& group, int year) {
    if (group.members.empty()) return std::nullopt;
    const bool adds = way.said->form == FigureForm::total && way.over == nullptr;
    if (!adds && (index_.population == nullptr || way.said->form == FigureForm::score)) return std::nullopt;
    Figure out{0, 0, true};
    Rational people = 0;
    Rational known_people = 0;
    std::size_t known = 0;
    for (const std::string& member : group.members) {
        const auto figure = own(way, member, year);
        if (adds) {
            if (!figure) continue;
            out.value += figure->value;
            ++known;
            continue;
        }
        const auto lives = one(*index_.population, member, year);
        if (!lives) continue;
        people += lives->value;
        if (!figure) continue;
        known_people += lives->value;
        out.value += figure->value * lives->value;
    }
    if (adds) return Rational(known) >= enough_members * group.members.size() ? std::optional(out) : std::nullopt;
    if (people == 0 || known_people < enough_people * people) return std::nullopt;
    out.value /= known_people;
    return out;
}

std::optional<Figure> Figures::at(const Measured& way, const std::string& subject, int year) {
    if (const auto figure = own(way, subject, year)) return figure;
    const CountryGroup* group = index_.group(subject);
    return group == nullptr || year > last_year_ ? std::nullopt : of_members(way, *group, year);
}

std::optional<YearSpan> Figures::reach(const Measured& way, const std::string& subject) const {
    const auto of = [&](const Key& key) -> std::optional<YearSpan> {
        const std::vector<Period> periods = reference_.periods(*way.series.front(), key);
        if (periods.empty() || year_of(periods.front().first) > last_year_) return std::nullopt;
        return YearSpan{year_of(periods.front().first), std::min(last_year_, year_of(periods.back().last))};
    };
    for (const Key& key : keys_of(subject.substr(0, subject.find('+'))))
        if (const auto span = of(key)) return span;
    const CountryGroup* group = index_.group(subject);
    return group == nullptr || group->members.empty() ? std::nullopt : of(Key{group->members.front()});
}

std::vector<int> Figures::years(const Measured& way, const std::string& subject) {
    std::vector<int> out;
    for (const auto& [year, figure] : line(*way.series.front(), subject.substr(0, subject.find('+'))))
        if (at(way, subject, year)) out.push_back(year);
    const CountryGroup* group = out.empty() ? index_.group(subject) : nullptr;
    if (group == nullptr || group->members.empty()) return out;
    std::set<int> seen;
    for (const auto& [year, figure] : line(*way.series.front(), group->members.front())) seen.insert(year);
    for (const int year : seen)
        if (at(way, subject, year)) out.push_back(year);
    return out;
}

std::vector<std::pair<std::string, Figure>> Figures::countries(const Measured& way, const CountryGroup* group, int year) {
    std::vector<std::pair<std::string, Figure>> out;
    const auto period = year_period(year);
    if (!period || year > last_year_) return out;
    const auto add = [&](const std::string& id) {
        if (const auto figure = own(way, id, year)) out.emplace_back(id, *figure);
    };
    if (group != nullptr) {
        for (const std::string& member : group->members) add(member);
        return out;
    }
    for (const std::string& id : reference_.members(*way.series.front(), Key{""}, 0, *period))
        if (id.size() == 2 && id != "EU") add(id);  // countries have ISO's two letters, groups have not
    return out;
}

}  // namespace factcheck::statistics
