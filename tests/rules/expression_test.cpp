#include "rules/expression.hpp"

#include "model/limits.hpp"
#include "rules/world.hpp"

#include "support/source.hpp"

#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include <string>
#include <vector>

using namespace factcheck;
using factcheck::testing::World;

namespace {

std::optional<CheckedExpression> parse(const World& world, const std::string& text, Diagnostics& diagnostics) {
    return parse_expression(
        text,
        [](std::size_t at) {
            return Place{"", 1, at + 1};
        },
        world.scope, diagnostics);
}

std::string told(const Diagnostics& diagnostics) {
    std::string out;
    for (const Diagnostic& d : diagnostics) out += std::to_string(d.place.column) + ": " + d.message + "\n";
    return out;
}

const YAML::Node& corpus() {
    static const YAML::Node all = YAML::LoadFile(testing::source("/tests/corpus/expression.yaml"));
    return all;
}

// The tree with all brackets, to see what binds to what.
std::string tree(const Expression& e) {
    std::string args;
    for (const Expression& arg : e.args) args += (args.empty() ? "" : " ") + tree(arg);
    switch (e.kind) {
        case Expression::Kind::number: return to_decimal_string(e.number, 3, Rounding::nearest) + std::string(e.unit.code);
        case Expression::Kind::name: return e.name;
        case Expression::Kind::star: return "*" + e.name;
        case Expression::Kind::lookup: return e.name + "[" + args + "]";
        default: return "(" + e.name + " " + args + ")";
    }
}

std::string tree_of(const World& world, const std::string& text) {
    Diagnostics diagnostics;
    const auto parsed = parse(world, text, diagnostics);
    CHECK(told(diagnostics) == "");
    return parsed ? tree(parsed->expression) : "";
}

}  // namespace

TEST_CASE("expressions that hold have the type that the corpus says") {
    const World world;
    for (const auto& row : corpus()["holds"]) {
        const auto text = row["text"].as<std::string>();
        INFO(text);
        Diagnostics diagnostics;
        const auto parsed = parse(world, text, diagnostics);
        CHECK(told(diagnostics) == "");
        CHECK((parsed ? in_words(parsed->result) : "") == row["is"].as<std::string>());
    }
}

TEST_CASE("expressions that are refused say why, at the column of each fault") {
    const World world;
    for (const auto& row : corpus()["refused"]) {
        const auto text = row["text"].as<std::string>();
        INFO(text);
        std::string want;
        for (const auto& line : row["faults"]) want += line.as<std::string>() + "\n";
        Diagnostics diagnostics;
        CHECK_FALSE(parse(world, text, diagnostics));
        CHECK(told(diagnostics) == want);
    }
}

TEST_CASE("what binds to what") {
    const World world;
    CHECK(tree_of(world, "1 + 2 * 3 - 4") == "(- (+ 1 (* 2 3)) 4)");
    CHECK(tree_of(world, "(1 + 2) * 3") == "(* (+ 1 2) 3)");
    CHECK(tree_of(world, "8 / 4 / 2") == "(/ (/ 8 4) 2)");
    CHECK(tree_of(world, "-1 - -2") == "(- (- 1) (- 2))");
    CHECK(tree_of(world, "valid(to) and valid(from) or not valid(base)") ==
          "(or (and (valid to) (valid from)) (not (valid base)))");
    CHECK(tree_of(world, "valid(to) or valid(from) and valid(base)") == "(or (valid to) (and (valid from) (valid base)))");
    CHECK(tree_of(world, "not value = eur") == "(not (= value eur))");
    CHECK(tree_of(world, "difference(to from) / to") == "(/ (difference to from) to)");
    CHECK(tree_of(world, "difference(to from from)") == "(difference to from)");
    CHECK(tree_of(world, "change(1 EUR + 2 EUR since 3 EUR)") == "(change (+ 1EUR 2EUR) 3EUR)");
    CHECK(tree_of(world, "sum(facts[storm, killed, *side, side])") == "(sum facts[storm killed *side side])");
    CHECK(tree_of(world, "value = any(others.value)") == "(= value (any (value others)))");
    CHECK(tree_of(world, "300 MUSD") == "300000000USD");
    CHECK(tree_of(world, "2.5 %") == "2.5%");
    CHECK(tree_of(world, "times(eur of times(to of from) * eur)") == "(times eur (* (times to from) eur))");
}

TEST_CASE("arguments come in the order of the signature, whatever the order of the keywords") {
    const World world;
    Diagnostics diagnostics;
    const auto parsed = parse(world, "rank(partner among exports[reporter, *, year])", diagnostics);
    REQUIRE(parsed);
    CHECK(parsed->expression.args.size() == 2);
    CHECK(parsed->expression.args[0].name == "partner");
    CHECK(parsed->expression.source == "rank(partner among exports[reporter, *, year])");
    CHECK(parsed->expression.args[1].place.column == 20);
    CHECK(parsed->expression.args[1].source == "exports[reporter, *, year]");
    CHECK(parsed->expression.type == Type::quantity);
}

TEST_CASE("brackets nest as deep as the limit and no deeper") {
    const World world;
    const auto nested = [](std::size_t depth, const char* open, const char* close) {
        std::string out;
        for (std::size_t i = 0; i < depth; ++i) out += open;
        out += "year";
        for (std::size_t i = 0; i < depth; ++i) out += close;
        return out;
    };
    Diagnostics good;
    CHECK(parse(world, nested(limits::grammar_depth, "(", ")"), good));
    CHECK(parse(world, nested(limits::grammar_depth, "prior(", ")"), good));
    CHECK(good.empty());
    Diagnostics deep;
    CHECK_FALSE(parse(world, nested(limits::grammar_depth + 1, "(", ")"), deep));
    CHECK(told(deep) == "65: brackets are nested deeper than 64: name the inner parts under let\n");
    Diagnostics bomb;
    CHECK_FALSE(parse(world, std::string(4000, '('), bomb));
    CHECK_FALSE(parse(world, std::string(100'000, '('), bomb));
    CHECK_FALSE(parse(world, std::string(100'000, '['), bomb));
    CHECK(bomb.size() == 3);
    CHECK(bomb.back().message == "the expression is longer than 4096 bytes: name its parts under let");
}
