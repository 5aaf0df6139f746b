// What can be changed in a pack, as values: each names the one place that it changes.
#pragma once

#include "author/mutate.hpp"
#include "check.hpp"
#include "reference/reference.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace factcheck {

// A figure to be changed in what the reference gives out: all that was printed of one key and period.
struct ChangedFigure {
    std::string pack, series;
    Key key;
    Period period;
    std::string name;  // as evidence names it: see figure_name
};

// A figure as a line of evidence names it: series, key, period.
[[nodiscard]] std::string figure_name(const ReportEvidence& evidence);

struct Change {
    Mutant mutant;
    std::size_t rule = 0;              // of the pack, whose tests are run first
    std::function<void(Pack&)> apply;  // null for figures
    bool words = false;                // the words of the pack change: terms are compiled anew
    std::optional<ChangedFigure> figure;
};

// Whether a rule of the pack names the measure, so that a verdict can hang on its words.
[[nodiscard]] bool is_judged(const Pack& pack, const Measure& measure);
[[nodiscard]] std::vector<Change> changes_of(const Engine::State& state, const Pack& pack, const std::string& filter);

// The reference with one figure changed, or none.
class ChangingReference final : public Reference {
public:
    explicit ChangingReference(std::shared_ptr<const Reference> from) : from_(std::move(from)) {}
    [[nodiscard]] Rows rows(const Series& series, const Key& key, const Period& period) const override;
    [[nodiscard]] Rows slice(const Series& series, const Key& key, std::size_t dimension, const Period& period) const override;
    [[nodiscard]] std::vector<Period> periods(const Series& series, const Key& key) const override {
        return from_->periods(series, key);
    }
    [[nodiscard]] std::vector<std::string> members(const Series& series, const Key& key, std::size_t dimension,
                                                   const Period& period) const override {
        return from_->members(series, key, dimension, period);
    }
    void change(std::optional<ChangedFigure> figure) { changed_ = std::move(figure); }

private:
    [[nodiscard]] Rows changed(const Rows& rows, const Series& series, const Period& period) const;

    std::shared_ptr<const Reference> from_;
    std::optional<ChangedFigure> changed_;
};

}  // namespace factcheck
