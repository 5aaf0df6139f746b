// Two steps: the text becomes a raw tree by the grammar, the raw tree becomes a checked one. The language has no loops and no
// recursion, so evaluation always ends; brackets are counted before parsing, so parsing does too.
#include "rules/expression.hpp"

#include "grammar/expression.hpp"
#include "lexicon/units.hpp"
#include "model/limits.hpp"
#include "rules/functions.hpp"
#include "rules/nearest.hpp"

#include <tao/pegtl/match.hpp>
#include <tao/pegtl/memory_input.hpp>
#include <tao/pegtl/must_if.hpp>
#include <tao/pegtl/nothing.hpp>
#include <tao/pegtl/parse.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace factcheck {

namespace {

namespace pegtl = tao::pegtl;
namespace g = grammar::expression;

constexpr std::size_t expression_bytes = 4096;

// ---- text -> raw tree

struct Raw {
    Expression::Kind kind = Expression::Kind::name;
    std::string name;  // operators by their sign or word
    std::string unit;
    std::vector<Raw> args;
    std::vector<std::string> keywords;  // of a call: one for each argument, "" for the first
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct Sign {
    std::string name;
    std::size_t at = 0;
};

struct Building {
    std::string_view source;
    std::vector<Raw> stack;
    std::vector<Sign> signs;           // operators whose right side is being read
    std::vector<std::size_t> open;     // where on the stack the arguments of open calls and look-ups begin
    std::vector<std::string> keyword;  // of the argument that is being read
    std::vector<std::size_t> keyword_base;
};

void reduce(Building& b, Expression::Kind kind) {
    Raw right = std::move(b.stack.back());
    b.stack.pop_back();
    Raw left = std::move(b.stack.back());
    b.stack.pop_back();
    Raw out;
    out.kind = kind;
    out.name = std::move(b.signs.back().name);
    b.signs.pop_back();
    out.begin = left.begin;
    out.end = right.end;
    out.args.push_back(std::move(left));
    out.args.push_back(std::move(right));
    b.stack.push_back(std::move(out));
}

void reduce_one(Building& b, Expression::Kind kind, std::string name, std::size_t begin) {
    Raw out;
    out.kind = kind;
    out.name = std::move(name);
    out.begin = begin;
    out.end = b.stack.back().end;
    out.args.push_back(std::move(b.stack.back()));
    b.stack.back() = std::move(out);
}

void open(Building& b) { b.open.push_back(b.stack.size()); }

// The arguments on the stack go into the name below them.
void close(Building& b, Expression::Kind kind, std::size_t end) {
    const std::size_t base = b.open.back();
    b.open.pop_back();
    Raw& owner = b.stack[base - 1];
    owner.kind = kind;
    owner.end = end;
    std::move(b.stack.begin() + static_cast<std::ptrdiff_t>(base), b.stack.end(), std::back_inserter(owner.args));
    b.stack.resize(base);
}

template <class Rule>
struct Action : pegtl::nothing<Rule> {};

template <class Input>
std::size_t begin_of(const Building& b, const Input& in) {
    return static_cast<std::size_t>(in.begin() - b.source.data());
}

template <class Input>
std::size_t end_of(const Building& b, const Input& in) {
    return begin_of(b, in) + in.size();
}

void push(Building& b, Expression::Kind kind, std::string name, std::size_t begin, std::size_t end) {
    Raw raw;
    raw.kind = kind;
    raw.name = std::move(name);
    raw.begin = begin;
    raw.end = end;
    b.stack.push_back(std::move(raw));
}

#define FACTCHECK_EXPRESSION_ACTION(rule, body)           \
    template <>                                           \
    struct Action<g::rule> {                              \
        template <class Input>                            \
        static void apply(const Input& in, Building& b) { \
            body;                                         \
        }                                                 \
    };

FACTCHECK_EXPRESSION_ACTION(name, push(b, Expression::Kind::name, in.string(), begin_of(b, in), end_of(b, in)))
FACTCHECK_EXPRESSION_ACTION(number, push(b, Expression::Kind::number, in.string(), begin_of(b, in), end_of(b, in)))
FACTCHECK_EXPRESSION_ACTION(unit, (b.stack.back().unit = in.string(), b.stack.back().end = end_of(b, in)))
FACTCHECK_EXPRESSION_ACTION(star, push(b, Expression::Kind::star, "", begin_of(b, in), end_of(b, in)))
FACTCHECK_EXPRESSION_ACTION(star_name, (b.stack.back().name = in.string(), b.stack.back().end = end_of(b, in)))
FACTCHECK_EXPRESSION_ACTION(open_call, ((void)in, open(b)))
FACTCHECK_EXPRESSION_ACTION(open_lookup, ((void)in, open(b)))
FACTCHECK_EXPRESSION_ACTION(close_call, close(b, Expression::Kind::call, end_of(b, in)))
FACTCHECK_EXPRESSION_ACTION(close_lookup, close(b, Expression::Kind::lookup, end_of(b, in)))
FACTCHECK_EXPRESSION_ACTION(product_sign, b.signs.push_back({in.string(), begin_of(b, in)}))
FACTCHECK_EXPRESSION_ACTION(sum_sign, b.signs.push_back({in.string(), begin_of(b, in)}))
FACTCHECK_EXPRESSION_ACTION(relator, b.signs.push_back({in.string(), begin_of(b, in)}))
FACTCHECK_EXPRESSION_ACTION(product_step, ((void)in, reduce(b, Expression::Kind::arithmetic)))
FACTCHECK_EXPRESSION_ACTION(sum_step, ((void)in, reduce(b, Expression::Kind::arithmetic)))
FACTCHECK_EXPRESSION_ACTION(relation_step, ((void)in, reduce(b, Expression::Kind::relation)))
FACTCHECK_EXPRESSION_ACTION(negative, reduce_one(b, Expression::Kind::arithmetic, "-", begin_of(b, in)))
FACTCHECK_EXPRESSION_ACTION(negated, reduce_one(b, Expression::Kind::logic, "not", begin_of(b, in)))

// `and` and `or` have no sign of their own on the list: the words are rules of `reserved` too.
FACTCHECK_EXPRESSION_ACTION(and_step, ((void)in, b.signs.push_back({"and", 0}), reduce(b, Expression::Kind::logic)))
FACTCHECK_EXPRESSION_ACTION(or_step, ((void)in, b.signs.push_back({"or", 0}), reduce(b, Expression::Kind::logic)))

// The member's owner is on top; the name of the member is the node's.
FACTCHECK_EXPRESSION_ACTION(member_name, {
    const std::size_t begin = b.stack.back().begin;
    reduce_one(b, Expression::Kind::member, in.string(), begin);
    b.stack.back().end = end_of(b, in);
})

// A keyword notes how high the stack is; what lies above it when the argument ends is the argument.
FACTCHECK_EXPRESSION_ACTION(keyword, {
    b.keyword.push_back(in.string());
    b.keyword_base.push_back(b.stack.size());
    push(b, Expression::Kind::name, in.string(), begin_of(b, in), end_of(b, in));
})
FACTCHECK_EXPRESSION_ACTION(keyword_argument, {
    (void)in;
    const std::size_t base = b.keyword_base.back();
    Raw& owner = b.stack[b.open.back() - 1];
    owner.keywords.resize(base - b.open.back());
    owner.keywords.push_back(std::move(b.keyword.back()));
    // Without an argument the keyword stands for the name that it is.
    if (b.stack.size() > base + 1) b.stack.erase(b.stack.begin() + static_cast<std::ptrdiff_t>(base));
    b.keyword.pop_back();
    b.keyword_base.pop_back();
})

#undef FACTCHECK_EXPRESSION_ACTION

struct Errors {
    template <class Rule>
    static constexpr const char* message = nullptr;
};
template <>
constexpr const char* Errors::message<g::space> = "";
template <>
constexpr const char* Errors::message<g::value> = "a value is missing here";
template <>
constexpr const char* Errors::message<g::operand> = "a value is missing behind the minus sign";
template <>
constexpr const char* Errors::message<g::factor> = "a value is missing behind * or /";
template <>
constexpr const char* Errors::message<g::term> = "a value is missing behind + or -";
template <>
constexpr const char* Errors::message<g::right_side> = "the right side of the relation is missing";
template <>
constexpr const char* Errors::message<g::denied> = "a condition is missing behind \"not\"";
template <>
constexpr const char* Errors::message<g::and_side> = "a condition is missing behind \"and\"";
template <>
constexpr const char* Errors::message<g::or_side> = "a value is missing behind \"or\"";
template <>
constexpr const char* Errors::message<g::place> = "an entity, a period or * is missing here";
template <>
constexpr const char* Errors::message<g::member_name> = "the name of a member is missing behind the point";
template <>
constexpr const char* Errors::message<g::close_group> = "a closing ) is missing here";
template <>
constexpr const char* Errors::message<g::close_call> =
    "a closing ) is missing here; arguments after the first have a keyword and no comma, as in change(to since from)";
template <>
constexpr const char* Errors::message<g::close_lookup> = "a closing ] is missing here";
template <>
constexpr const char* Errors::message<g::end> = "the expression should end here";

template <>
constexpr const char* Errors::message<pegtl::opt<g::arguments>> = "";
template <>
constexpr const char* Errors::message<pegtl::star<g::next_place>> = "";

template <class Rule>
using Control = typename pegtl::must_if<Errors>::template control<Rule>;

void fault(Diagnostics& diagnostics, Place place, std::string message) {
    diagnostics.push_back({std::move(place), Severity::error, std::move(message)});
}

// Brackets deeper than the limit are refused before the grammar, which recurses at each, sees them.
std::optional<std::size_t> too_deep(std::string_view source) {
    std::size_t depth = 0;
    for (std::size_t i = 0; i < source.size(); ++i) {
        const char c = source[i];
        if ((c == '(' || c == '[') && ++depth > limits::grammar_depth) return i;
        if ((c == ')' || c == ']') && depth > 0) --depth;
    }
    return std::nullopt;
}

std::optional<Raw> parse(std::string_view source, const PlaceAt& place, Diagnostics& diagnostics) {
    if (source.size() > expression_bytes) {
        fault(diagnostics, place(0),
              "the expression is longer than " + std::to_string(expression_bytes) + " bytes: name its parts under let");
        return std::nullopt;
    }
    if (const auto at = too_deep(source)) {
        fault(diagnostics, place(*at),
              "brackets are nested deeper than " + std::to_string(limits::grammar_depth) + ": name the inner parts under let");
        return std::nullopt;
    }
    pegtl::memory_input<> in(source.data(), source.size(), "");
    Building building;
    building.source = source;
    try {
        pegtl::parse<g::whole, Action, Control>(in, building);
    } catch (const pegtl::parse_error& error) {
        fault(diagnostics, place(std::min(error.positions().front().byte, source.size())), std::string(error.message()));
        return std::nullopt;
    }
    return std::move(building.stack.front());
}

// ---- raw tree -> checked tree

constexpr Unit percent_unit{Dimension::percent, "%"};
constexpr Unit points_unit{Dimension::points, "[pp]"};
constexpr Unit number_unit{Dimension::number, ""};
constexpr Unit ratio_unit{Dimension::number, "ratio"};  // a quotient: 0.1 and 10 % are the same
constexpr Unit count_unit{Dimension::count, "1"};
constexpr Named unknown{};

struct Checking {
    std::string_view source;
    const PlaceAt& place;
    const Scope& scope;
    Diagnostics& diagnostics;
    std::set<std::string, std::less<>> starred;  // names that a * of the same look-up binds
};

struct Out {
    Expression expression;
    Named result;
};

void complain(Checking& c, std::size_t at, std::string message) { fault(c.diagnostics, c.place(at), std::move(message)); }

Expression node_of(const Checking& c, const Raw& raw) {
    Expression out;
    out.kind = raw.kind;
    out.name = raw.name;
    out.source = std::string(c.source.substr(raw.begin, raw.end - raw.begin));
    out.place = c.place(raw.begin);
    return out;
}

Out finish(Expression expression, Named result) {
    expression.type = result.type;
    expression.list = result.list;
    if (expression.kind != Expression::Kind::number && result.unit && *result.unit != ratio_unit) expression.unit = *result.unit;
    return {std::move(expression), result};
}

Out check(Checking& c, const Raw& raw);

Named quantity_in(std::optional<Unit> unit) { return {Type::quantity, false, unit, false}; }
constexpr Named truth{Type::truth, false, std::nullopt, false};

bool is(const Named& named, Type type) { return named.type == Type::any || type == Type::any || named.type == type; }

bool pure(Dimension d) { return d == Dimension::number || d == Dimension::count; }

// Sums and differences are taken digit by digit: the same unit, not only the same dimension.
bool same_unit(const std::optional<Unit>& a, const std::optional<Unit>& b) {
    if (!comparable(a, b)) return false;
    return !a || !b || a->code.empty() || b->code.empty() || a->code == b->code || a->dimension != b->dimension;
}

std::optional<Unit> finer_of(const std::optional<Unit>& a, const std::optional<Unit>& b) {
    if (!a) return b;
    return a->code.empty() && b && b->dimension == a->dimension ? b : a;
}

// ---- numbers and names

Out number(Checking& c, const Raw& raw) {
    Expression out = node_of(c, raw);
    out.name.clear();
    const auto amount = amount_from(raw.name, raw.unit);
    if (!amount && raw.name.size() > 1 && raw.name[0] == '0' && raw.name[1] != '.') {
        complain(c, raw.begin,
                 "\"" + raw.name + "\" begins with a zero: write " +
                     raw.name.substr(std::min(raw.name.find_first_not_of('0'), raw.name.size() - 1)));
        return finish(std::move(out), unknown);
    }
    if (!amount && amount_from(raw.name, "")) {
        std::vector<std::string_view> codes;
        for (const UnitRow& row : unit_table()) codes.push_back(row.unit.code);
        complain(c, raw.end - raw.unit.size(), "there is no unit " + raw.unit + did_you_mean(raw.unit, codes));
        return finish(std::move(out), unknown);
    }
    if (!amount) {
        complain(c, raw.begin, "\"" + raw.name + "\" has more than " + std::to_string(limits::number_digits) + " digits");
        return finish(std::move(out), unknown);
    }
    out.number = amount->number;
    out.unit = amount->unit;
    return finish(std::move(out), quantity_in(amount->unit));
}

std::vector<std::string_view> words_in_scope(const Scope& scope) {
    std::vector<std::string_view> out = keys_of(scope.names);
    for (const auto& [name, entity] : scope.visible->entities) out.emplace_back(name);
    for (const auto& [name, members] : scope.companions) out.emplace_back(name);
    return out;
}

std::string hint_for_name(const Checking& c, const std::string& name) {
    if (find_function(name) != nullptr) return ": it is a function, write " + signature_of(*find_function(name));
    if (c.scope.visible->series.contains(name)) return ": it is a series, look it up as " + name + "[...]";
    if (c.scope.companions.contains(name)) return ": it is a companion, name one of its slots as " + name + ".value";
    return did_you_mean(name, words_in_scope(c.scope));
}

Out name(Checking& c, const Raw& raw) {
    Expression out = node_of(c, raw);
    if (c.starred.contains(raw.name)) return finish(std::move(out), {Type::entity, false, std::nullopt, false});
    if (const auto found = c.scope.names.find(raw.name); found != c.scope.names.end())
        return finish(std::move(out), found->second);
    if (c.scope.visible->entities.contains(raw.name)) return finish(std::move(out), {Type::entity, false, std::nullopt, false});
    if (c.scope.visible->events.contains(raw.name)) return finish(std::move(out), {Type::event, false, std::nullopt, false});
    complain(c, raw.begin, "there is no value " + raw.name + hint_for_name(c, raw.name));
    return finish(std::move(out), unknown);
}

Out member(Checking& c, const Raw& raw) {
    Expression out = node_of(c, raw);
    const Raw& owner = raw.args.front();
    Expression inner = node_of(c, owner);
    out.args.push_back(std::move(inner));
    const auto companion = c.scope.companions.find(owner.name);
    if (companion == c.scope.companions.end()) {
        complain(c, raw.begin,
                 "there is no companion " + owner.name + did_you_mean(owner.name, keys_of(c.scope.companions)) +
                     (c.scope.companions.empty() ? ": only the claims named under with have members" : ""));
        return finish(std::move(out), unknown);
    }
    const auto found = companion->second.find(raw.name);
    if (found == companion->second.end()) {
        complain(c, raw.end - raw.name.size(),
                 owner.name + " has no member " + raw.name + did_you_mean(raw.name, keys_of(companion->second)));
        return finish(std::move(out), unknown);
    }
    return finish(std::move(out), found->second);
}

// ---- look-ups

void want_entity(Checking& c, const Raw& raw, const Named& given, std::string_view what) {
    if (given.list || !(is(given, Type::entity) || given.type == Type::symbol))
        complain(c, raw.begin, "an entity is wanted for " + std::string(what) + ", and this is " + in_words(given));
}

Out star(Checking& c, const Raw& raw) { return finish(node_of(c, raw), {Type::entity, false, std::nullopt, false}); }

Out series_lookup(Checking& c, const Raw& raw, const Series& series) {
    Expression out = node_of(c, raw);
    const std::size_t wanted = series.dimensions.size() + 1;
    if (raw.args.size() != wanted) {
        std::vector<std::string_view> places(series.dimensions.begin(), series.dimensions.end());
        places.emplace_back("period");
        complain(c, raw.begin,
                 raw.name + " wants " + std::to_string(wanted) + (wanted == 1 ? " place" : " places") + ", " + listed(places) +
                     "; here are " + std::to_string(raw.args.size()));
    }
    std::size_t stars = 0;
    for (std::size_t i = 0; i < raw.args.size(); ++i) {
        const Raw& arg = raw.args[i];
        if (arg.kind == Expression::Kind::star) {
            ++stars;
            if (i + 1 == raw.args.size())
                complain(c, arg.begin, "a period is wanted here: * stands for the members of a dimension");
            if (stars == 2) complain(c, arg.begin, "only one * can stand in a look-up");
            if (!arg.name.empty()) complain(c, arg.begin, "only facts[...] can name its star: write *");
            out.args.push_back(node_of(c, arg));
            continue;
        }
        Out place = check(c, arg);
        if (i + 1 < raw.args.size())
            want_entity(c, arg, place.result, i < series.dimensions.size() ? series.dimensions[i] : "a dimension");
        else if (place.result.list || !is(place.result, Type::period))
            complain(c, arg.begin, "a period is wanted here, and this is " + in_words(place.result));
        out.args.push_back(std::move(place.expression));
    }
    return finish(std::move(out), {Type::quantity, stars > 0, series.unit, false});
}

// The measure of facts[event, measure, side, claimant]: its name, or the claim's slot.
Out fact_measure(Checking& c, const Raw& raw) {
    const auto& measures = c.scope.visible->measures;
    if (raw.kind == Expression::Kind::name && !c.scope.names.contains(raw.name)) {
        if (!measures.contains(raw.name))
            complain(c, raw.begin, "there is no measure " + raw.name + did_you_mean(raw.name, keys_of(measures)));
        return finish(node_of(c, raw), {Type::measure, false, std::nullopt, false});
    }
    Out out = check(c, raw);
    if (!is(out.result, Type::measure)) complain(c, raw.begin, "a measure is wanted here, and this is " + in_words(out.result));
    return out;
}

Out fact_claimant(Checking& c, const Raw& raw) {
    if (raw.kind == Expression::Kind::name && raw.name == "press")
        return finish(node_of(c, raw), {Type::symbol, false, std::nullopt, false});
    Out out = check(c, raw);
    want_entity(c, raw, out.result, "the claimant");
    return out;
}

Out facts(Checking& c, const Raw& raw) {
    Expression out = node_of(c, raw);
    if (raw.args.size() != 4) {
        complain(c, raw.begin,
                 "facts wants 4 places, event, measure, side and claimant; here are " + std::to_string(raw.args.size()));
        return finish(std::move(out), unknown);
    }
    Out event = check(c, raw.args[0]);
    if (!is(event.result, Type::event) || event.result.list)
        complain(c, raw.args[0].begin, "an event is wanted here, and this is " + in_words(event.result));
    out.args.push_back(std::move(event.expression));
    out.args.push_back(fact_measure(c, raw.args[1]).expression);
    const bool starred = raw.args[2].kind == Expression::Kind::star;
    if (starred) {
        out.args.push_back(node_of(c, raw.args[2]));
        if (raw.args[2].name.empty())
            complain(c, raw.args[2].begin, "name the star, so that the claimant can be told: facts[event, killed, *side, side]");
    } else {
        Out side = check(c, raw.args[2]);
        want_entity(c, raw.args[2], side.result, "the side");
        out.args.push_back(std::move(side.expression));
    }
    const auto outer = c.starred;
    if (starred) c.starred.insert(raw.args[2].name);
    out.args.push_back(fact_claimant(c, raw.args[3]).expression);
    c.starred = outer;
    return finish(std::move(out), {Type::quantity, starred, count_unit, false});
}

Out lookup(Checking& c, const Raw& raw) {
    if (raw.name == "facts") return facts(c, raw);
    const auto& series = c.scope.visible->series;
    const auto found = series.find(raw.name);
    if (found != series.end()) return series_lookup(c, raw, *found->second);
    if (c.scope.visible->measures.contains(raw.name))
        complain(c, raw.begin, "the measure " + raw.name + " has no series to look it up in");
    else {
        std::vector<std::string_view> known = keys_of(series);
        known.emplace_back("facts");
        complain(c, raw.begin, "there is no series " + raw.name + did_you_mean(raw.name, known));
    }
    return finish(node_of(c, raw), unknown);
}

// ---- calls

// Arguments by the function's keywords: index of the parameter for each argument.
std::vector<const Raw*> arranged(Checking& c, const Raw& raw, const Function& function) {
    std::vector<const Raw*> out(function.parameters.size(), nullptr);
    for (std::size_t i = 0; i < raw.args.size(); ++i) {
        const std::string keyword = i < raw.keywords.size() ? raw.keywords[i] : std::string{};
        const auto found = std::find_if(function.parameters.begin(), function.parameters.end(),
                                        [&](const Parameter& p) { return p.keyword == keyword; });
        if (found == function.parameters.end()) {
            std::vector<std::string_view> known;
            for (const Parameter& p : function.parameters)
                if (!p.keyword.empty()) known.push_back(p.keyword);
            const std::string what =
                keyword.empty() ? " takes no argument" : " has no keyword " + keyword + did_you_mean(keyword, known);
            complain(c, raw.args[i].begin, raw.name + what + "; it is written " + signature_of(function));
            continue;
        }
        const Raw*& place = out[static_cast<std::size_t>(found - function.parameters.begin())];
        if (place != nullptr) complain(c, raw.args[i].begin, raw.name + " has two arguments behind " + keyword);
        place = &raw.args[i];
    }
    for (std::size_t i = 0; i < out.size(); ++i)
        if (out[i] == nullptr && !function.parameters[i].optional)
            complain(c, raw.begin,
                     raw.name + " lacks an argument" + (i > 0 ? " behind " + std::string(function.parameters[i].keyword) : "") +
                         "; it is written " + signature_of(function));
    return out;
}

Out unit_argument(Checking& c, const Raw& raw, std::optional<Unit>& unit) {
    unit = raw.kind == Expression::Kind::name ? unit_from_code(raw.name) : std::nullopt;
    if (!unit) {
        std::vector<std::string_view> codes;
        for (const UnitRow& row : unit_table()) codes.push_back(row.unit.code);
        complain(c, raw.begin, "the code of a unit is wanted here" + did_you_mean(raw.name, codes));
    }
    return finish(node_of(c, raw), {Type::symbol, false, std::nullopt, false});
}

void check_argument(Checking& c, const Raw& raw, const Function& function, const Parameter& parameter, const Named& given) {
    if (parameter.list && !given.list && given.type != Type::any)
        complain(c, raw.begin,
                 std::string(function.name) + " wants a list, and this is " + in_words(given) +
                     ": a look-up with * or a companion gives one");
    else if (!parameter.list && given.list)
        complain(c, raw.begin,
                 std::string(function.name) + " wants one " + std::string(name_of(parameter.type)) + ", and this is " +
                     in_words(given));
    else if (!is(given, parameter.type))
        complain(c, raw.begin,
                 std::string(function.name) + " wants " + in_words(Named{parameter.type}) +
                     (parameter.keyword.empty() ? "" : " behind " + std::string(parameter.keyword)) + ", and this is " +
                     in_words(given));
}

std::optional<Unit> unit_of_result(const Function& function, const std::optional<Unit>& first, const std::optional<Unit>& given) {
    const auto time = [](std::string_view code) { return unit_from_code(code).value_or(Unit{Dimension::time, ""}); };
    switch (function.unit) {
        case UnitRule::none:
        case UnitRule::open: return function.name == "per" ? std::nullopt : std::optional(Unit{Dimension::time, ""});
        case UnitRule::same_as_first: return first;
        case UnitRule::difference: return first && first->dimension == Dimension::percent ? std::optional(points_unit) : first;
        case UnitRule::percent: return percent_unit;
        case UnitRule::number: return ratio_unit;
        case UnitRule::count: return count_unit;
        case UnitRule::days: return time("d");
        case UnitRule::months: return time("mo");
        case UnitRule::years: return time("a");
        case UnitRule::given: return given;
    }
    return std::nullopt;
}

// Functions that read the shape of their argument, not its value.
void check_shape(Checking& c, const Raw& raw) {
    if (raw.name == "latest_full" && !raw.args.empty() &&
        !(raw.args[0].kind == Expression::Kind::call && raw.args[0].name == "fiscal_year"))
        complain(c, raw.args[0].begin, "latest_full wants fiscal_year(...), or nothing for calendar years");
}

Out call(Checking& c, const Raw& raw) {
    Expression out = node_of(c, raw);
    const Function* function = find_function(raw.name);
    if (function == nullptr) {
        std::vector<std::string_view> known;
        for (const Function& f : function_table()) known.push_back(f.name);
        complain(c, raw.begin, "there is no function " + raw.name + did_you_mean(raw.name, known));
        return finish(std::move(out), unknown);
    }
    if (!function->evaluated) {
        complain(c, raw.begin, "the function " + raw.name + " cannot be evaluated yet: leave it out");
        return finish(std::move(out), unknown);
    }
    check_shape(c, raw);
    Named first;
    std::optional<Unit> given;
    const std::vector<const Raw*> args = arranged(c, raw, *function);
    for (std::size_t i = 0; i < args.size(); ++i) {
        if (args[i] == nullptr) continue;
        const Parameter& parameter = function->parameters[i];
        Out arg = parameter.unit ? unit_argument(c, *args[i], given) : check(c, *args[i]);
        if (!parameter.unit) check_argument(c, *args[i], *function, parameter, arg.result);
        if (i == 0)
            first = arg.result;
        else if (function->same_units && !same_unit(first.unit, arg.result.unit))
            complain(c, args[i]->begin,
                     raw.name + " of " + in_words(first) + " and " + in_words(arg.result) + ": both must be in one unit");
        if (parameter.unit && given && !comparable(first.unit, given))
            complain(c, args[i]->begin, in_words(first) + " cannot be converted to " + std::string(given->code));
        out.args.push_back(std::move(arg.expression));
    }
    const Type type = function->result == Type::any ? first.type : function->result;
    const std::optional<Unit> unit =
        type == Type::quantity || type == Type::any ? unit_of_result(*function, first.unit, given) : std::nullopt;
    return finish(std::move(out), {type, function->list, unit, false});
}

// ---- relations, logic, arithmetic

std::string both(const Named& a, const Named& b) { return in_words(a) + " and " + in_words(b); }

Named checked_arithmetic(Checking& c, const Raw& raw, const Named& a, const Named& b) {
    for (std::size_t i = 0; i < 2; ++i) {
        const Named& side = i == 0 ? a : b;
        if (side.list || !is(side, Type::quantity)) {
            complain(c, raw.args[i].begin, "\"" + raw.name + "\" wants quantities, and this is " + in_words(side));
            return quantity_in(std::nullopt);
        }
    }
    if (raw.name == "+" || raw.name == "-") {
        if (!same_unit(a.unit, b.unit)) {
            const bool convertible = comparable(a.unit, b.unit);
            complain(c, raw.args[1].begin,
                     both(a, b) + " cannot be " + (raw.name == "+" ? "added" : "subtracted") +
                         (convertible ? ": convert one, convert(... to " + std::string(a.unit->code) + ")" : ""));
        }
        return quantity_in(finer_of(a.unit, b.unit));
    }
    if (!a.unit || !b.unit) return quantity_in(std::nullopt);
    if (raw.name == "*") {
        if (pure(a.unit->dimension)) return quantity_in(b.unit);
        if (pure(b.unit->dimension)) return quantity_in(a.unit);
        complain(c, raw.args[1].begin, both(a, b) + " cannot be multiplied: one of them must be a plain number");
        return quantity_in(std::nullopt);
    }
    if (a.unit->dimension == b.unit->dimension) {
        if (!same_unit(a.unit, b.unit))
            complain(c, raw.args[1].begin, both(a, b) + " cannot be divided: convert one of them first");
        return quantity_in(ratio_unit);
    }
    if (pure(b.unit->dimension)) return quantity_in(a.unit);
    return quantity_in(std::nullopt);
}

Out arithmetic(Checking& c, const Raw& raw) {
    Expression out = node_of(c, raw);
    Out a = check(c, raw.args[0]);
    out.args.push_back(std::move(a.expression));
    if (raw.args.size() == 1) {
        if (a.result.list || !is(a.result, Type::quantity))
            complain(c, raw.args[0].begin, "\"-\" wants a quantity, and this is " + in_words(a.result));
        return finish(std::move(out), quantity_in(a.result.unit));
    }
    Out b = check(c, raw.args[1]);
    const Named result = checked_arithmetic(c, raw, a.result, b.result);
    out.args.push_back(std::move(b.expression));
    return finish(std::move(out), result);
}

// What may stand behind `is`: a word, never a value.
std::vector<std::string_view> words_for(const Checking& c, const Named& left) {
    switch (left.type) {
        case Type::direction: return {"none", "up", "down"};
        case Type::entity: {
            auto out = keys_of(c.scope.visible->entities);
            out.emplace_back("none");
            return out;
        }
        case Type::measure: {
            auto out = keys_of(c.scope.visible->measures);
            out.emplace_back("none");
            return out;
        }
        case Type::event: {
            std::vector<std::string_view> out(c.scope.visible->events.begin(), c.scope.visible->events.end());
            out.emplace_back("none");
            return out;
        }
        case Type::symbol: {
            std::vector<std::string_view> out{"none", "percent", "points", "basis_points", "money", "press"};
            for (const UnitRow& row : unit_table()) out.push_back(row.unit.code);
            return out;
        }
        default: return {"none"};
    }
}

Out is_relation(Checking& c, const Raw& raw) {
    Expression out = node_of(c, raw);
    Out left = check(c, raw.args[0]);
    const Raw& word = raw.args[1];
    const std::vector<std::string_view> known = words_for(c, left.result);
    // A role or another symbol of the claim: its words are the pack's, so they are not listed here.
    const bool free_symbol = left.result.type == Type::symbol && left.expression.kind == Expression::Kind::name;
    if (word.kind != Expression::Kind::name)
        complain(c, word.begin, "a word is wanted behind \"is\", such as none; compare values with =");
    else if (left.result.type != Type::any && !free_symbol && std::find(known.begin(), known.end(), word.name) == known.end())
        complain(c, word.begin, in_words(left.result) + " is never " + word.name + did_you_mean(word.name, known));
    out.args.push_back(std::move(left.expression));
    out.args.push_back(finish(node_of(c, word), {Type::symbol, false, std::nullopt, false}).expression);
    return finish(std::move(out), truth);
}

void check_comparison(Checking& c, const Raw& raw, const Named& a, const Named& b) {
    const std::size_t at = raw.args[1].begin;
    const bool order = raw.name == "<" || raw.name == "<=" || raw.name == ">" || raw.name == ">=";
    const bool times = raw.name == "in" || raw.name == "before" || raw.name == "during";
    if (a.list || b.list)
        return complain(c, a.list ? raw.args[0].begin : at,
                        "a list cannot be compared: take each(...), any(...), sum(...) or another single value of it");
    if (!is(a, b.type)) return complain(c, at, both(a, b) + " cannot be compared");
    const Type type = a.type == Type::any ? b.type : a.type;
    if (times && !is({type}, Type::period))
        return complain(c, at, "\"" + raw.name + "\" compares periods, and this is " + in_words(b));
    if (order && type == Type::period && raw.name.size() == 2)
        return complain(c, at, "periods are compared with before, during, in, = or !=");
    if (order && type != Type::quantity && type != Type::period && type != Type::any)
        return complain(c, at, "\"" + raw.name + "\" compares quantities or periods, and this is " + in_words(b));
    if ((type == Type::quantity || type == Type::any) && !comparable(a.unit, b.unit))
        complain(c, at, both(a, b) + " cannot be compared");
}

Out relation(Checking& c, const Raw& raw) {
    if (raw.name == "is") return is_relation(c, raw);
    Expression out = node_of(c, raw);
    Out a = check(c, raw.args[0]);
    Out b = check(c, raw.args[1]);
    check_comparison(c, raw, a.result, b.result);
    out.args.push_back(std::move(a.expression));
    out.args.push_back(std::move(b.expression));
    return finish(std::move(out), truth);
}

Out logic(Checking& c, const Raw& raw) {
    Expression out = node_of(c, raw);
    std::vector<Named> results;
    for (const Raw& arg : raw.args) {
        Out side = check(c, arg);
        results.push_back(side.result);
        out.args.push_back(std::move(side.expression));
    }
    const bool values = raw.name == "or" && results[0].type != Type::truth;
    if (!values) {
        for (std::size_t i = 0; i < results.size(); ++i)
            if (results[i].list || !is(results[i], Type::truth))
                complain(c, raw.args[i].begin, "\"" + raw.name + "\" wants conditions, and this is " + in_words(results[i]));
        return finish(std::move(out), truth);
    }
    if (!is(results[0], results[1].type) || results[0].list != results[1].list || !comparable(results[0].unit, results[1].unit))
        complain(c, raw.args[1].begin,
                 "\"or\" takes the first value that is known: both must be of one kind, and these are " +
                     both(results[0], results[1]));
    Named result = results[0];
    result.said = false;
    return finish(std::move(out), result);
}

Out check(Checking& c, const Raw& raw) {
    switch (raw.kind) {
        case Expression::Kind::number: return number(c, raw);
        case Expression::Kind::name: return name(c, raw);
        case Expression::Kind::member: return member(c, raw);
        case Expression::Kind::call: return call(c, raw);
        case Expression::Kind::lookup: return lookup(c, raw);
        case Expression::Kind::star: return star(c, raw);
        case Expression::Kind::relation: return relation(c, raw);
        case Expression::Kind::logic: return logic(c, raw);
        case Expression::Kind::arithmetic: return arithmetic(c, raw);
    }
    return {};
}

}  // namespace

std::optional<CheckedExpression> parse_expression(std::string_view source, const PlaceAt& place, const Scope& scope,
                                                  Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.size();
    const auto raw = parse(source, place, diagnostics);
    if (!raw) return std::nullopt;
    Checking checking{source, place, scope, diagnostics, {}};
    Out out = check(checking, *raw);
    if (diagnostics.size() != before) return std::nullopt;
    return CheckedExpression{std::move(out.expression), out.result};
}

std::optional<Amount> amount_from(std::string_view digits, std::string_view unit) {
    if (digits.size() > 1 && digits[0] == '0' && digits[1] != '.') return std::nullopt;
    const auto number = rational_from(digits);
    if (!number) return std::nullopt;
    if (unit.empty()) return Amount{*number, number_unit};
    if (unit == "percent") unit = "%";
    if (const auto plain = unit_from_code(unit)) return Amount{*number, *plain};
    constexpr std::array<std::pair<char, int>, 4> prefixes{{{'k', 3}, {'M', 6}, {'G', 9}, {'T', 12}}};
    for (const auto& [prefix, power] : prefixes) {
        if (unit.front() != prefix) continue;
        const auto money = unit_from_code(unit.substr(1));
        if (money && money->dimension == Dimension::money) return Amount{*number * power_of_ten(power), *money};
    }
    return std::nullopt;
}

bool comparable(const std::optional<Unit>& a, const std::optional<Unit>& b) {
    if (!a || !b) return true;
    const auto shares = [](const Unit& u) {
        return u.dimension == Dimension::percent || u.dimension == Dimension::points || u == ratio_unit;
    };
    if (shares(*a) && shares(*b)) return true;
    if (pure(a->dimension) && pure(b->dimension)) return true;
    if (a->dimension != b->dimension) return false;
    if (a->code == b->code || a->code.empty() || b->code.empty()) return true;
    return conversion(*a, *b).has_value();
}

std::string in_words(const Named& named) {
    std::string one;
    if (named.type == Type::quantity && named.unit) {
        switch (named.unit->dimension) {
            case Dimension::percent: one = "a percentage"; break;
            case Dimension::points: one = "percentage points"; break;
            case Dimension::number: one = "a number"; break;
            case Dimension::count: one = "a count"; break;
            case Dimension::money: one = named.unit->code.empty() ? "money" : "money in " + std::string(named.unit->code); break;
            case Dimension::time: one = "a length of time"; break;
            default: one = "a quantity in " + std::string(named.unit->code); break;
        }
    } else {
        const std::string_view word = name_of(named.type);
        const bool vowel = word.front() == 'e';
        one = (vowel ? "an " : "a ") + std::string(word);
        if (named.type == Type::truth) one = "a condition";
    }
    return named.list ? "a list (each " + one + ")" : one;
}

}  // namespace factcheck
