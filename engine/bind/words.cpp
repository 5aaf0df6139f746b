// Values as people read them: "$5,444.197 million", "fiscal 2023-24", "the United States".
#include "bind/evaluate.hpp"

#include "lexicon/units.hpp"

namespace factcheck {

std::string entity_name(const Names& names, const std::string& id) {
    const auto found = names.entities.find(id);
    return found == names.entities.end() ? id : found->second->name;
}

std::string grouped(const std::string& digits) {
    const std::size_t sign = !digits.empty() && digits.front() == '-' ? 1 : 0;
    const std::size_t point = digits.find('.') == std::string::npos ? digits.size() : digits.find('.');
    std::string out = digits.substr(0, sign);
    for (std::size_t i = sign; i < point; ++i) {
        out += digits[i];
        const std::size_t left = point - i - 1;
        if (left > 0 && left % 3 == 0) out += ',';
    }
    return out + digits.substr(point);
}

std::string amount_in_words(const Rational& value, Unit unit, int places) {
    if (unit.dimension == Dimension::money) {
        const UnitRow* row = unit_row(unit);
        const std::string symbol =
            row != nullptr && !row->symbol.empty() ? std::string(row->symbol) : std::string(unit.code) + " ";
        const std::string sign = value < 0 ? "-" : "";
        const Rational size = absolute(value);
        if (size >= power_of_ten(6))
            return sign + symbol + grouped(to_decimal_string(size / power_of_ten(6), places + 6, Rounding::nearest)) + " million";
        return sign + symbol + grouped(to_decimal_string(size, places < 0 ? 0 : places, Rounding::nearest));
    }
    const std::string number = grouped(to_decimal_string(value, places < 0 ? 0 : places, Rounding::nearest));
    if (unit.dimension == Dimension::percent) return number + " %";
    if (unit.dimension == Dimension::points) return number + " percentage points";
    if (unit.dimension == Dimension::number || unit.dimension == Dimension::count) return number;
    const UnitRow* row = unit_row(unit);
    if (row == nullptr) return number + (unit.code.empty() ? "" : " " + std::string(unit.code));
    return number + " " + std::string(row->name) + (value == 1 ? "" : "s");
}

namespace {

std::string set_in_words(const Interval& set, Unit unit, int places) {
    if (!set.low && !set.high) return "anything";
    if (!set.low) return (set.high->closed ? "at most " : "under ") + amount_in_words(set.high->value, unit, places);
    if (!set.high) return (set.low->closed ? "at least " : "over ") + amount_in_words(set.low->value, unit, places);
    const std::string low = amount_in_words(set.low->value, unit, places);
    const std::string high = amount_in_words(set.high->value, unit, places);
    return low == high ? low : low + " to " + high;
}

// The printed digits of a figure; of what is derived, enough to tell the ends of its set apart.
int places_for(const Known& known) {
    if (known.unit.dimension == Dimension::percent || known.unit.dimension == Dimension::points) {
        if (!known.derived || !known.set.low || !known.set.high) return 2;
        const auto shown = [](const Bound& bound) { return to_decimal_string(bound.value, 1, Rounding::nearest); };
        return shown(*known.set.low) == shown(*known.set.high) ? 2 : 1;
    }
    if (known.unit.dimension == Dimension::money) return -3;
    return 1;
}

}  // namespace

std::string in_words(const Names& names, const Value& value) {
    struct Visitor {
        const Names& names;
        std::string operator()(const Nothing&) const { return "unknown"; }
        std::string operator()(const Known& k) const {
            if (k.is_range || k.open_assumed || (k.derived && k.unit.dimension == Dimension::percent))
                return set_in_words(k.set, k.unit, places_for(k));
            return amount_in_words(k.e, k.unit, places_for(k));
        }
        std::string operator()(const Stated& s) const {
            const std::string first = amount_in_words(s.n, s.unit, s.decimals);
            if (!s.range || s.n == s.upper) return first;
            const std::string last = amount_in_words(s.upper, s.unit, s.decimals);
            // "11 to 13 years"
            const bool unit = s.unit.dimension == Dimension::time;
            return (unit ? to_decimal_string(s.n, 1, Rounding::nearest) : first) + " to " + last;
        }
        std::string operator()(const Period& p) const { return to_words(p); }
        std::string operator()(std::chrono::weekday d) const { return std::string(weekday_name(d)); }
        std::string operator()(Direction d) const {
            return d == Direction::up ? "up" : d == Direction::down ? "down" : "unchanged";
        }
        std::string operator()(const EntityId& e) const { return entity_name(names, e.id); }
        std::string operator()(const EventId& e) const {
            const auto found = names.events.find(e.id);
            return found == names.events.end() ? e.id : found->second->label;
        }
        std::string operator()(const MeasureId& m) const {
            const auto found = names.measures.find(m.id);
            return found == names.measures.end() ? m.id : found->second.front()->label;
        }
        std::string operator()(const Symbol& s) const { return s.id; }
        std::string operator()(Truth t) const { return t == Truth::yes ? "true" : t == Truth::no ? "false" : "unknown"; }
        std::string operator()(const List& list) const { return std::to_string(list.elements.size()) + " values"; }
    };
    return std::visit(Visitor{names}, value);
}

}  // namespace factcheck
