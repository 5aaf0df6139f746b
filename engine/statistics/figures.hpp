// Figures by year: of a country or group, of sums and ratios of series, as of a year. One object a document; nothing is shared.
#pragma once

#include "statistics/index.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace factcheck::statistics {

struct YearSpan {
    int first = 0;
    int last = 0;
    friend bool operator==(const YearSpan&, const YearSpan&) = default;
};

struct Figure {
    Rational value;     // in the unit of the way of measuring
    Rational width;     // half a unit of the last printed digit; 0 for whole numbers and what is computed
    bool made = false;  // computed from members of a group
};

class Figures {
public:
    // Figures of years after `last_year` are not looked at: a text is judged by what its day could know.
    Figures(const Reference& reference, const Index& index, int last_year)
        : reference_(reference), index_(index), last_year_(last_year) {}

    [[nodiscard]] std::optional<Figure> at(const Measured& way, const std::string& subject, int year);
    // Years that have a figure, ascending. Of a group without figures of its own, the years of its members.
    [[nodiscard]] std::vector<int> years(const Measured& way, const std::string& subject);
    // The first and last year of the figures, without a look at any of them.
    [[nodiscard]] std::optional<YearSpan> reach(const Measured& way, const std::string& subject) const;
    // Countries with a figure in the year, of the group or of all.
    [[nodiscard]] std::vector<std::pair<std::string, Figure>> countries(const Measured& way, const CountryGroup* group, int year);
    [[nodiscard]] int last_year() const { return last_year_; }
    [[nodiscard]] const Reference& reference() const { return reference_; }

private:
    using Line = std::map<int, Figure>;
    [[nodiscard]] std::vector<Key> keys_of(const std::string& subject) const;
    [[nodiscard]] const Line& line(const Series& series, const std::string& subject);
    [[nodiscard]] std::optional<Figure> one(const Series& series, const std::string& subject, int year);
    [[nodiscard]] std::optional<Figure> own(const Measured& way, const std::string& subject, int year);
    [[nodiscard]] std::optional<Figure> of_members(const Measured& way, const CountryGroup& group, int year);

    const Reference& reference_;
    const Index& index_;
    int last_year_;
    std::map<std::pair<const Series*, std::string>, Line> lines_;
};

}  // namespace factcheck::statistics
