// How each part of a loaded pack is written to an image and read back, for cereal. A structure is taken apart by a structured
// binding of all its members, so that one that is added later does not compile until it is named here.
#pragma once

#include "lexicon/units.hpp"
#include "model/decimal.hpp"
#include "model/diagnostic.hpp"
#include "model/observation.hpp"
#include "model/rule.hpp"
#include "rules/load.hpp"

#include <cereal/cereal.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/utility.hpp>
#include <cereal/types/vector.hpp>

#include <chrono>
#include <concepts>
#include <cstdint>
#include <stdexcept>
#include <string>

namespace cereal {

template <class Archive>
std::int32_t save_minimal(const Archive&, const std::chrono::sys_days& day) {
    return static_cast<std::int32_t>(day.time_since_epoch().count());
}
template <class Archive>
void load_minimal(const Archive&, std::chrono::sys_days& day, const std::int32_t& count) {
    day = std::chrono::sys_days(std::chrono::days(count));
}

// The library of rationals has a way of its own for another library.
template <class Archive>
struct specialize<Archive, factcheck::Rational, specialization::non_member_load_save> {};

// Of any size. A template, because whole numbers turn into rationals by themselves.
template <class Archive, class Number>
requires std::same_as<Number, factcheck::Rational>
void save(Archive& archive, const Number& value) { archive(value.str()); }
template <class Archive, class Number>
requires std::same_as<Number, factcheck::Rational>
void load(Archive& archive, Number& value) {
    std::string text;
    archive(text);
    value.assign(text);
}

}  // namespace cereal

namespace factcheck {

// A unit's code points into the table of units.
template <class Archive>
void save(Archive& archive, const Unit& unit) {
    archive(unit.dimension, std::string(unit.code));
}
template <class Archive>
void load(Archive& archive, Unit& unit) {
    std::string code;
    archive(unit.dimension, code);
    unit.code = {};
    if (code.empty()) return;
    if (const UnitRow* row = unit_row({unit.dimension, code})) {
        unit.code = row->unit.code;
    } else if (const auto known = unit_from_code(code)) {
        unit.code = known->code;
    } else {
        throw std::runtime_error("unknown unit");
    }
}

template <class Archive>
void serialize(Archive& archive, Decimal& value) {
    auto& [coefficient, exponent] = value;
    auto high = static_cast<std::int64_t>(coefficient >> 64);
    auto low = static_cast<std::uint64_t>(coefficient);
    archive(high, low, exponent);
    coefficient = static_cast<Int128>((static_cast<UInt128>(static_cast<std::uint64_t>(high)) << 64) | low);
}

template <class Archive>
void serialize(Archive& archive, Place& it) {
    auto& [file, line, column] = it;
    archive(file, line, column);
}

template <class Archive>
void serialize(Archive& archive, Diagnostic& it) {
    auto& [place, severity, message, code] = it;
    archive(place, severity, message, code);
}

template <class Archive>
void serialize(Archive& archive, Period& it) {
    auto& [first, last, grain] = it;
    archive(first, last, grain);
}

template <class Archive>
void serialize(Archive& archive, FiscalCalendar& it) {
    auto& [start_month, start_day, named_by_end] = it;
    archive(start_month, start_day, named_by_end);
}

template <class Archive>
void serialize(Archive& archive, Published& it) {
    auto& [first, last, text] = it;
    archive(first, last, text);
}

template <class Archive>
void serialize(Archive& archive, Completeness& it) {
    auto& [above, top, periods, source, url] = it;
    archive(above, top, periods, source, url);
}

template <class Archive>
void serialize(Archive& archive, Series& it) {
    auto& [id, pack, label, measure, dimensions, unit, unit_mult, frequency, nature, rounding, total, rank_over, sources,
           mirror_of, licence, stale_after, complete, thresholds, place] = it;
    archive(id, pack, label, measure, dimensions, unit, unit_mult, frequency, nature, rounding, total, rank_over, sources,
            mirror_of, licence, stale_after, complete, thresholds, place);
}

template <class Archive>
void serialize(Archive& archive, Observation& it) {
    auto& [key, period, value, unit_mult, status, published, source, url, comment, row] = it;
    archive(key, period, value, unit_mult, status, published, source, url, comment, row);
}

template <class Archive>
void serialize(Archive& archive, SeriesRows& it) {
    auto& [pack, series, rows] = it;
    archive(pack, series, rows);
}

template <class Archive>
void serialize(Archive& archive, Entity& it) {
    auto& [id, type, name, aliases, adjectives, stands_for, fiscal, members, place] = it;
    archive(id, type, name, aliases, adjectives, stands_for, fiscal, members, place);
}

template <class Archive>
void serialize(Archive& archive, EventDate& it) {
    auto& [period, open_end, published, source, url] = it;
    archive(period, open_end, published, source, url);
}

template <class Archive>
void serialize(Archive& archive, Fact& it) {
    auto& [measure, side, claimant, low, high, as_of, published, source, url] = it;
    archive(measure, side, claimant, low, high, as_of, published, source, url);
}

template <class Archive>
void serialize(Archive& archive, Event& it) {
    auto& [id, pack, kind, label, cues, where, participants, persons, recurs, dates, facts, place] = it;
    archive(id, pack, kind, label, cues, where, participants, persons, recurs, dates, facts, place);
}

template <class Archive>
void serialize(Archive& archive, Role& it) {
    auto& [name, markers] = it;
    archive(name, markers);
}

template <class Archive>
void serialize(Archive& archive, Measure& it) {
    auto& [id, pack, label, cues, roles, ranks, unit, nature, series, defaults, reads_as, note, place, cue_places] = it;
    archive(id, pack, label, cues, roles, ranks, unit, nature, series, defaults, reads_as, note, place, cue_places);
}

template <class Archive>
void serialize(Archive& archive, Vocabulary& it) {
    auto& [measures, entities] = it;
    archive(measures, entities);
}

template <class Archive>
void serialize(Archive& archive, Expression& it) {
    auto& [kind, name, args, number, unit, type, list, source, place] = it;
    archive(kind, name, args, number, unit, type, list, source, place);
}

template <class Archive>
void serialize(Archive& archive, SlotPattern& it) {
    auto& [name, allowed] = it;
    archive(name, allowed);
}

template <class Archive>
void serialize(Archive& archive, ClaimPattern& it) {
    auto& [kinds, slots, of, region, modalities] = it;
    archive(kinds, slots, of, region, modalities);
}

template <class Archive>
void serialize(Archive& archive, Companion& it) {
    auto& [name, pattern, role, same, scope, take, at_least] = it;
    archive(name, pattern, role, same, scope, take, at_least);
}

template <class Archive>
void serialize(Archive& archive, Condition& it) {
    auto& [test, say, cause, unverifiable, reason] = it;
    archive(test, say, cause, unverifiable, reason);
}

template <class Archive>
void serialize(Archive& archive, RuleTest& it) {
    auto& [text, title, date, verdict, suggestion, cause, evidence, reason, todo, file, place] = it;
    archive(text, title, date, verdict, suggestion, cause, evidence, reason, todo, file, place);
}

template <class Archive>
void serialize(Archive& archive, Rule& it) {
    auto& [id, pack, about, severity, claim, with, let, expect, unless, misleading, slips, near, message, suggest, references,
           tests, place] = it;
    archive(id, pack, about, severity, claim, with, let, expect, unless, misleading, slips, near, message, suggest, references,
            tests, place);
}

template <class Archive>
void serialize(Archive& archive, TopicSeries& it) {
    auto& [series, over, words, form, unit, times, per, place] = it;
    archive(series, over, words, form, unit, times, per, place);
}

template <class Archive>
void serialize(Archive& archive, AgeBand& it) {
    auto& [first, last, series] = it;
    archive(first, last, series);
}

template <class Archive>
void serialize(Archive& archive, Topic& it) {
    auto& [id, pack, label, cues, with, without, series, ages, part_of, more_is_worse, only, place] = it;
    archive(id, pack, label, cues, with, without, series, ages, part_of, more_is_worse, only, place);
}

template <class Archive>
void serialize(Archive& archive, CountryGroup& it) {
    auto& [id, name, words, members, codes, place] = it;
    archive(id, name, words, members, codes, place);
}

template <class Archive>
void serialize(Archive& archive, Statistics& it) {
    auto& [topics, groups, words, shares, weights] = it;
    archive(topics, groups, words, shares, weights);
}

template <class Archive>
void serialize(Archive& archive, Pack& it) {
    auto& [name, version, about, folder, hash, files, test_date, extends, uses, vocabulary, series, events, rules, statistics,
           data_until] = it;
    archive(name, version, about, folder, hash, files, test_date, extends, uses, vocabulary, series, events, rules, statistics,
            data_until);
}

// What it opens is opened anew.
template <class Archive>
void serialize(Archive& archive, PackStore& it) {
    auto& [pack, file, digest, reference] = it;
    (void)reference;
    archive(pack, file, digest);
}

template <class Archive>
void serialize(Archive& archive, PackFile& it) {
    auto& [folder, name, hash] = it;
    archive(folder, name, hash.low, hash.high);
}

}  // namespace factcheck
