// What the figures say of one part of a sentence: a verdict with its reason and the figures that it stands on.
#pragma once

#include "judge/relate.hpp"
#include "model/verdict.hpp"
#include "statistics/parts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace factcheck::statistics {

// A figure that an opinion stands on.
struct Cite {
    const Measured* way = nullptr;
    std::string subject;
    int year = 0;
};

struct Opinion {
    std::string rule;  // level, change, trend, record, rank, comparison, only, share ...
    Verdict verdict = Verdict::unverifiable;
    Reason reason = Reason::none;
    std::string say;      // what the figures say, or what is missing
    std::string cause;    // the one slip that explains a miss
    std::string settles;  // what would settle it
    std::vector<Cite> cites;
    std::vector<std::string> notes;
    std::optional<Rational> right;  // the figure in the claim's unit, for a value
    Unit unit;
    const MentionAt* focus = nullptr;  // the value that is judged
    Slot period;                       // years that were looked at
};

// One way of measuring that the words may mean, for one part of a sentence, with its score.
struct Candidate {
    const Measured* way = nullptr;
    std::size_t topic = 0;
    bool of_world = false;  // "15 % of the world's emissions": a total as a share of the whole
    Rational score;
    std::vector<std::string> why;  // the signs that made the score, for people
};

// All that a judgement of a part looks at.
struct Case {
    const Index& index;
    Figures& figures;
    const Laid& laid;
    const Part& part;
    Candidate candidate;
    Subject subject;
    int year = 0;  // of the text's day
    [[nodiscard]] std::optional<Figure> at(const std::string& id, int y) const;
    [[nodiscard]] std::optional<Figure> at(int y) const { return at(subject.id, y); }
    [[nodiscard]] std::vector<int> years(const std::string& id) const;
    [[nodiscard]] std::vector<int> years() const { return years(subject.id); }
    [[nodiscard]] const Measured& way() const { return *candidate.way; }
    [[nodiscard]] std::string about(const std::string& name) const;  // "life expectancy in Japan"
};

// How a figure reads in the claim's unit: "1:600" of doctors per 1,000. Absent where the units do not meet.
[[nodiscard]] std::optional<Rational> factor_to(const Candidate& candidate, const Value& value);
[[nodiscard]] Known known_from(const Figure& figure, const Rational& factor, Unit unit);

// Years to try for a claim about now: the last whole year, the text's own, the one before. Empty where all are older than the
// pack lets pass.
[[nodiscard]] std::vector<int> years_of_now(const Case& c, const std::string& id);
[[nodiscard]] Opinion missing(const Case& c, const std::string& rule, const std::string& name, YearSpan span,
                              const std::vector<int>& years);
[[nodiscard]] Opinion open(const std::string& rule, Reason reason, std::string say, std::string settles = {});
[[nodiscard]] Opinion milder(Opinion a, Opinion b);
[[nodiscard]] Opinion harsher(Opinion a, Opinion b);  // of a compound
[[nodiscard]] std::string shown(const Case& c, const Rational& value);

// The rules. Each looks at one predicate of the part.
[[nodiscard]] Opinion judge_level(const Case& c, const Value& value);
[[nodiscard]] Opinion judge_change(const Case& c, const Value& value, Direction direction);
[[nodiscard]] Opinion judge_multiple(const Case& c, const MentionAt& multiple);
[[nodiscard]] Opinion judge_from_to(const Case& c, const Value& from, const Value& to);
[[nodiscard]] Opinion judge_trend(const Case& c, Direction direction, bool denied);
[[nodiscard]] Opinion judge_quickening(const Case& c, bool denied);
[[nodiscard]] Opinion judge_record(const Case& c, bool highest);
[[nodiscard]] Opinion judge_rank(const Case& c, bool highest, int place, bool among, const CountryGroup* group);
[[nodiscard]] Opinion judge_amount(const Case& c, bool many);
[[nodiscard]] Opinion judge_change_rank(const Case& c, bool falls, const CountryGroup* group);
[[nodiscard]] Opinion judge_above_all(const Case& c, bool highest, const CountryGroup* group);
[[nodiscard]] Opinion judge_between(const Case& c, const Subject& other, Purpose relation);
[[nodiscard]] Opinion judge_overtaking(const Case& c, const Candidate& other, const std::string& other_subject, bool happened);
[[nodiscard]] Opinion judge_only(const Case& c, const CountryGroup& group);
[[nodiscard]] Opinion judge_ended(const Case& c, bool denied);
[[nodiscard]] Opinion judge_all(const Case& c, const CountryGroup* group, bool none, const Value* value);

}  // namespace factcheck::statistics
