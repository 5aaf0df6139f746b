// The scope that tests/corpus/expression.yaml describes: series, entities, slots, lets and a companion that no pack has.
#pragma once

#include "lexicon/units.hpp"
#include "rules/expression.hpp"

#include <string>
#include <utility>
#include <vector>

namespace factcheck::testing {

struct World {
    std::vector<Series> series;
    std::vector<Measure> measures;
    std::vector<Entity> entities;
    VisibleNames visible;
    Scope scope;

    World() {  // not moved: names point into it
        const auto add = [&](std::string id, std::vector<std::string> dimensions, std::string_view code) {
            Series one;
            one.id = std::move(id);
            one.dimensions = std::move(dimensions);
            one.unit = unit_from_code(code).value();
            series.push_back(one);
        };
        add("exports", {"reporter", "partner"}, "EUR");
        add("imports", {"reporter", "partner"}, "EUR");
        add("dollars", {"reporter"}, "USD");
        add("jobless", {"reporter"}, "%");
        add("people", {"reporter"}, "1");
        for (const char* id : {"exports", "jobless", "people", "killed"}) measures.push_back({.id = id});
        for (const char* id : {"XR", "XZ", "WLD"}) entities.push_back({.id = id});
        for (const Series& one : series) visible.series.emplace(one.id, &one);
        for (const Measure& one : measures) visible.measures.emplace(one.id, &one);
        for (const Entity& one : entities) visible.entities.emplace(one.id, &one);
        visible.events = {"storm"};
        scope.visible = &visible;
        const auto quantity = [](std::string_view code) { return Named{Type::quantity, false, unit_from_code(code), true}; };
        const Named money{Type::quantity, false, Unit{Dimension::money, ""}, true};
        const Named period{Type::period, false, std::nullopt, true};
        const Named entity{Type::entity, false, std::nullopt, true};
        scope.names = {{"value", money},
                       {"from", {Type::quantity, false, std::nullopt, true}},
                       {"to", {Type::quantity, false, std::nullopt, true}},
                       {"direction", {Type::direction, false, std::nullopt, true}},
                       {"measure", {Type::measure, false, std::nullopt, true}},
                       {"reporter", entity},
                       {"partner", entity},
                       {"period", period},
                       {"base", period},
                       {"pct", quantity("%")},
                       {"pts", quantity("[pp]")},
                       {"n", quantity("1")},
                       {"eur", quantity("EUR")},
                       {"way", quantity("km")},
                       {"year", {Type::period, false, std::nullopt, false}},
                       {"parts", {Type::quantity, true, unit_from_code("EUR"), false}}};
        const Named truth{Type::truth, false, std::nullopt, false};
        Named values = money;
        values.list = true;
        scope.companions["others"] = {{"value", values}, {"open", truth}, {"overlap", truth}};
    }
};

}  // namespace factcheck::testing
