#include "lexicon/units.hpp"
#include "rules/compile.hpp"
#include "rules/nearest.hpp"
#include "rules/scalars.hpp"
#include "rules/words.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace factcheck {

namespace {

using words::fiscal_names, words::frequencies, words::markers, words::natures, words::roundings;

// Ids of the specs and of the packs that are used: what a name may mean while the pack is being read.
struct Compiling {
    const VisibleNames& used;
    Diagnostics& diagnostics;
    std::vector<std::string_view> entities, measures, series;
};

std::vector<std::string> strings(const SaidList& list) {
    std::vector<std::string> out;
    for (const Said& said : list) out.push_back(said.text());
    return out;
}

bool holds(const std::vector<std::string_view>& sorted, std::string_view id) {
    return std::binary_search(sorted.begin(), sorted.end(), id);
}

void want_entity(Compiling& c, const Said& said) {
    if (said && !holds(c.entities, said.text()))
        fault(c.diagnostics, said, "there is no entity " + said.text() + did_you_mean(said.text(), c.entities));
}

template <class Spec, class Map>
std::vector<std::string_view> ids_of(const std::vector<Spec>& specs, const Map& used) {
    std::vector<std::string_view> out = keys_of(used);
    for (const Spec& spec : specs) out.emplace_back(spec.id.text());
    std::sort(out.begin(), out.end());
    return out;
}

// The first of each id counts; later ones are faults that name it.
template <class Spec>
std::vector<const Spec*> unique(Compiling& c, const std::vector<Spec>& specs, std::string_view what) {
    std::unordered_map<std::string_view, const Spec*> seen;
    std::vector<const Spec*> out;
    for (const Spec& spec : specs) {
        const auto [first, fresh] = seen.emplace(spec.id.text(), &spec);
        // Two in one file are a duplicate key, which has been said.
        if (!fresh && first->second->id.file != spec.id.file) {
            const Place place = first->second->id.place();
            fault(c.diagnostics, spec.id,
                  std::string(what) + " " + spec.id.text() + " stands twice, first in " + place.file + ":" +
                      std::to_string(place.line));
        }
        if (fresh && is_id(spec.id, what, IdStyle::name, c.diagnostics)) out.push_back(&spec);
    }
    return out;
}

Nature nature_of(Compiling& c, const Said& said) {
    if (!said) return Nature::flow;
    return static_cast<Nature>(one_of(said, "nature", natures, c.diagnostics).value_or(0));
}

// ---- entities

std::optional<FiscalCalendar> fiscal_of(Compiling& c, const EntitySpec& spec) {
    if (!spec.fiscal_starts || !spec.fiscal_named_by) return std::nullopt;
    const auto named = one_of(spec.fiscal_named_by, "way to name a fiscal year", fiscal_names, c.diagnostics);
    constexpr int any_leap_year = 2024;
    const auto first = day_from(std::to_string(any_leap_year) + "-" + spec.fiscal_starts.text());
    const bool leap_day = spec.fiscal_starts.text() == "02-29";
    if (!first || leap_day) {
        fault(c.diagnostics, spec.fiscal_starts,
              "\"" + spec.fiscal_starts.text() + "\" is no day of every year: write month and day as 07-01");
        return std::nullopt;
    }
    const std::chrono::year_month_day date(*first);
    return FiscalCalendar{static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), named.value_or(1) == 1};
}

Entity entity_of(Compiling& c, const EntitySpec& spec) {
    want_entity(c, spec.stands_for);
    for (const Said& member : spec.members) want_entity(c, member);
    if (spec.type) (void)is_id(spec.type, "a type of entity", IdStyle::name, c.diagnostics);
    return {spec.id.text(),         spec.type.text(),   spec.name.text(),      strings(spec.aliases), strings(spec.adjectives),
            spec.stands_for.text(), fiscal_of(c, spec), strings(spec.members), spec.id.place()};
}

// ---- series

void check_duration(Compiling& c, const Said& said) {
    if (!said) return;
    const std::string& text = said.text();
    const bool good = text.size() >= 3 && text[0] == 'P' &&
                      std::string_view("DWMY").find(text.back()) != std::string_view::npos &&
                      std::all_of(text.begin() + 1, text.end() - 1, [](char d) { return d >= '0' && d <= '9'; });
    if (!good) fault(c.diagnostics, said, "\"" + text + "\" is no length of time: write P45D, P3M or P1Y");
}

Completeness complete_of(Compiling& c, const CompleteSpec& spec, const Unit& unit) {
    Completeness out;
    if (static_cast<bool>(spec.top) == static_cast<bool>(spec.above))
        fault(c.diagnostics, spec.at, "an entry of complete says either top or above");
    constexpr int most_places = 1000;
    if (spec.top) out.top = whole_number(spec.top, 1, most_places, c.diagnostics);
    if (spec.above)
        if (const auto limit = amount(spec.above, c.diagnostics)) {
            out.above = limit->number;
            if (limit->unit != unit && limit->unit.dimension != Dimension::number)
                fault(c.diagnostics, spec.above,
                      "the series is in " + std::string(unit.code) + ", and this is in " + std::string(limit->unit.code));
        }
    for (const Said& said : spec.periods) {
        const auto period = period_from(said.text());
        if (period)
            out.periods.push_back(*period);
        else
            fault(c.diagnostics, said, "\"" + said.text() + "\" is no period: write 2024, 2024-05 or 2023-07/2024-06");
    }
    out.source = spec.source.text();
    out.url = spec.url.text();
    return out;
}

std::vector<Rational> thresholds_of(Compiling& c, const SaidList& list) {
    std::vector<Rational> out;
    for (const Said& said : list)
        if (const auto limit = amount(said, c.diagnostics)) out.push_back(limit->number);
    return out;
}

std::vector<std::string> dimensions_of(Compiling& c, const SaidList& list) {
    std::vector<std::string> out;
    for (const Said& said : list) {
        if (!is_id(said, "a dimension", IdStyle::name, c.diagnostics)) continue;
        if (slot_type(said.text()) && said.text() != "claimant")
            fault(c.diagnostics, said, said.text() + " is a slot of claims and cannot be a dimension");
        else if (std::find(out.begin(), out.end(), said.text()) != out.end())
            fault(c.diagnostics, said, "the dimension " + said.text() + " stands twice");
        else
            out.push_back(said.text());
    }
    return out;
}

Series series_of(Compiling& c, const SeriesSpec& spec, const std::string& pack) {
    Series out;
    out.id = spec.id.text();
    out.pack = pack;
    out.label = spec.label.text();
    out.measure = spec.measure.text();
    if (spec.measure && !holds(c.measures, out.measure))
        fault(c.diagnostics, spec.measure, "there is no measure " + out.measure + did_you_mean(out.measure, c.measures));
    out.dimensions = dimensions_of(c, spec.dimensions);
    if (spec.unit) out.unit = unit(spec.unit, c.diagnostics).value_or(Unit{});
    constexpr int largest_multiplier = 15;
    if (spec.unit_mult)
        out.unit_mult = whole_number(spec.unit_mult, -largest_multiplier, largest_multiplier, c.diagnostics).value_or(0);
    if (spec.frequency && one_of(spec.frequency, "frequency", frequencies, c.diagnostics)) out.frequency = spec.frequency.text();
    out.nature = nature_of(c, spec.nature);
    if (spec.rounding)
        out.rounding = static_cast<SourceRounding>(one_of(spec.rounding, "rounding", roundings, c.diagnostics).value_or(0));
    want_entity(c, spec.total);
    out.total = spec.total.text();
    out.rank_over = spec.rank_over.text();
    out.sources = strings(spec.sources);
    out.mirror_of = spec.mirror_of.text();
    if (spec.mirror_of && !holds(c.series, out.mirror_of))
        fault(c.diagnostics, spec.mirror_of, "there is no series " + out.mirror_of + did_you_mean(out.mirror_of, c.series));
    out.licence = spec.licence.text();
    check_duration(c, spec.stale_after);
    out.stale_after = spec.stale_after.text();
    for (const CompleteSpec& complete : spec.complete) out.complete.push_back(complete_of(c, complete, out.unit));
    out.thresholds = thresholds_of(c, spec.thresholds);
    out.place = spec.id.place();
    return out;
}

// ---- measures

std::vector<Role> roles_of(Compiling& c, const SaidLists& roles) {
    std::vector<Role> out;
    for (const auto& [name, words] : roles) {
        if (!is_id(name, "a role", IdStyle::name, c.diagnostics)) continue;
        if (slot_type(name.text())) fault(c.diagnostics, name, name.text() + " is a slot of claims and cannot be a role");
        for (const Said& word : words) (void)one_of(word, "marker", markers, c.diagnostics);
        out.push_back({name.text(), strings(words)});
    }
    return out;
}

void want_role(Compiling& c, const Said& said, const std::vector<Role>& roles) {
    std::vector<std::string_view> known;
    for (const Role& role : roles) known.push_back(role.name);
    if (std::find(known.begin(), known.end(), said.text()) != known.end()) return;
    fault(c.diagnostics, said, "the measure has no role " + said.text() + did_you_mean(said.text(), known));
}

Measure measure_of(Compiling& c, const MeasureSpec& spec, Pack& pack) {
    Measure out;
    out.id = spec.id.text();
    out.pack = pack.name;
    out.label = spec.label ? spec.label.text() : spec.id.text();
    out.cues = strings(spec.cues);
    for (const Said& cue : spec.cues) out.cue_places.push_back(cue.place());
    out.roles = roles_of(c, spec.roles);
    for (const auto& [role, nouns] : spec.ranks) {
        want_role(c, role, out.roles);
        out.ranks.emplace_back(role.text(), strings(nouns));
    }
    const auto own_unit = spec.unit ? unit(spec.unit, c.diagnostics) : std::nullopt;
    out.unit = own_unit.value_or(Unit{});
    out.nature = nature_of(c, spec.nature);
    for (const Said& said : spec.series) {
        const auto own =
            std::find_if(pack.series.begin(), pack.series.end(), [&](const Series& s) { return s.id == said.text(); });
        out.series.push_back(said.text());
        if (own == pack.series.end()) {
            std::vector<std::string_view> known;
            for (const Series& s : pack.series) known.emplace_back(s.id);
            fault(c.diagnostics, said, "this pack has no series " + said.text() + did_you_mean(said.text(), known));
        } else if (!comparable(own->unit, own_unit)) {
            fault(c.diagnostics, said,
                  "the series " + said.text() + " is in " + std::string(own->unit.code) + ", and the measure in " +
                      std::string(out.unit.code));
        }
    }
    for (const auto& [role, entity] : spec.defaults) {
        want_role(c, role, out.roles);
        want_entity(c, entity);
        out.defaults.emplace_back(role.text(), entity.text());
    }
    if (spec.reads_as && !holds(c.measures, spec.reads_as.text()))
        fault(c.diagnostics, spec.reads_as,
              "there is no measure " + spec.reads_as.text() + did_you_mean(spec.reads_as.text(), c.measures));
    out.reads_as = spec.reads_as.text();
    out.note = spec.note.text();
    out.place = spec.id.place();
    return out;
}

// Thresholds of a measure are those of its series, unless a series has its own.
void hand_thresholds(Compiling& c, const MeasureSpec& spec, Pack& pack) {
    const std::vector<Rational> thresholds = thresholds_of(c, spec.thresholds);
    for (Series& series : pack.series)
        if (series.measure == spec.id.text() && series.thresholds.empty()) series.thresholds = thresholds;
}

}  // namespace

VisibleNames visible_names(const Pack& pack, std::span<const Pack> loaded) {
    VisibleNames out;
    const auto add = [&](const Pack& from) {
        for (const Entity& entity : from.vocabulary.entities) out.entities.emplace(entity.id, &entity);
        for (const Event& event : from.events) out.events.emplace(event.id);
        for (const Measure& measure : from.vocabulary.measures) {
            out.measures.emplace(measure.id, &measure);
            if (measure.series.empty()) continue;
            for (const Series& series : from.series)
                if (series.id == measure.series.front()) out.series.emplace(measure.id, &series);
        }
        for (const Series& series : from.series) out.series.emplace(series.id, &series);
    };
    add(pack);
    for (const std::string& name : pack.uses)
        for (const Pack& other : loaded)
            if (other.name == name) add(other);
    return out;
}

void compile_vocabulary(const VocabularySpec& spec, const VisibleNames& used, Pack& pack, Diagnostics& diagnostics) {
    Compiling c{used, diagnostics, ids_of(spec.entities, used.entities), ids_of(spec.measures, used.measures),
                ids_of(spec.series, used.series)};
    for (const EntitySpec* entity : unique(c, spec.entities, "an entity"))
        pack.vocabulary.entities.push_back(entity_of(c, *entity));
    for (const SeriesSpec* series : unique(c, spec.series, "a series")) pack.series.push_back(series_of(c, *series, pack.name));
    for (const MeasureSpec* measure : unique(c, spec.measures, "a measure")) {
        pack.vocabulary.measures.push_back(measure_of(c, *measure, pack));
        hand_thresholds(c, *measure, pack);
    }
}

}  // namespace factcheck
