// A checked rule: what the engine runs. The YAML that says it is another type and stays in rules/.
#pragma once

#include "model/claim.hpp"
#include "model/diagnostic.hpp"
#include "model/observation.hpp"
#include "model/rational.hpp"
#include "model/slots.hpp"
#include "model/statistics.hpp"
#include "model/verdict.hpp"
#include "model/vocabulary.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace factcheck {

// A node of an expression tree. One shape for all:
//   number    number, unit          3, 3 %, 300 MUSD
//   name      name                  a slot, a `let` name or a symbol
//   member    name, args[0]         body.value -> name "value", args {name "body"}
//   call      name, args            change(to since from): args in the order of the function's signature
//   lookup    name, args            exports[reporter, partner, period]: name is a measure or a series of the pack, or "facts"
//   star      name                  * is "", *side is "side"
//   relation  name, args[0..1]      = != < <= > >= in before during is
//   logic     name, args            and, or, not; `or` between other than truths takes the first that is known
//   arithmetic name, args           + - * /, unary minus has one arg
struct Expression {
    enum class Kind : std::uint8_t { number, name, member, call, lookup, star, relation, logic, arithmetic };
    Kind kind = Kind::name;
    std::string name;
    std::vector<Expression> args;
    Rational number;
    Unit unit;
    Type type = Type::any;  // what it evaluates to
    bool list = false;      // a list of that type
    std::string source;     // as written, for messages
    Place place;
};

// `claim:` of a rule: which claims it looks at.
struct SlotPattern {
    std::string name;
    std::vector<std::string> allowed;  // measure ids, dimensions (money, percent, quantity), grains (day); empty: any filler
};

struct ClaimPattern {
    std::vector<ClaimKind> kinds;      // empty: all
    std::vector<SlotPattern> slots;    // each must be filled
    std::string of;                    // role that a rank runs over
    std::string region;                // headline, body; empty: both
    std::vector<Modality> modalities;  // default {asserted}
};

struct Companion {
    std::string name;
    ClaimPattern pattern;
    std::string role;
    std::vector<std::string> same;   // slots that must be equal
    std::string scope = "document";  // clause, sentence, paragraph, headline, body, document
    std::string take = "all";        // one, all, nearest
    int at_least = 0;
};

struct Condition {
    Expression test;
    std::string say;           // of `misleading`
    std::string cause;         // of `slips`
    std::string unverifiable;  // of `unless`: the reason; empty: silent
    Reason reason = Reason::none;
};

struct RuleTest {
    std::string text;
    std::string title;
    std::optional<Day> date;
    std::string verdict;  // a verdict's name or "silent"
    std::optional<std::string> suggestion;
    std::optional<std::string> cause;
    std::optional<std::string> evidence;  // words that an evidence line must hold
    std::optional<std::string> reason;
    bool todo = false;
    std::string file;  // of the pack, which the text was read from; its ending chooses the format
    Place place;
};

struct Rule {
    std::string id;  // unique in its pack
    std::string pack;
    std::string about;
    std::map<Verdict, Severity> severity;  // for each verdict that is a finding, after the defaults of docs/semantics.md
    ClaimPattern claim;
    std::vector<Companion> with;
    std::vector<std::pair<std::string, Expression>> let;
    Expression expect;  // a relation
    std::vector<Condition> unless;
    std::vector<Condition> misleading;
    std::vector<Condition> slips;
    std::optional<Rational> near;  // factor on the near-miss width
    std::string message;
    std::vector<std::pair<std::string, Expression>> suggest;
    std::vector<std::string> references;
    std::vector<RuleTest> tests;
    Place place;
    [[nodiscard]] std::string full_id() const { return pack + "/" + id; }
};

class Reference;  // reference/reference.hpp

// A pack after loading: everything checked, names resolved, data read.
struct Pack {
    std::string name;
    std::string version;
    std::string about;
    std::string folder;
    std::string hash;                // "sha256:..." over its files in path order
    std::vector<std::string> files;  // of YAML and of entities, as pack.yaml names them, and pack.yaml itself
    std::optional<Day> test_date;
    std::string extends;            // the pack whose rules it takes over and changes
    std::vector<std::string> uses;  // other packs whose entities, measures and series it may name
    Vocabulary vocabulary;
    std::vector<Series> series;
    std::vector<Event> events;
    std::vector<Rule> rules;
    Statistics statistics;
    std::optional<Day> data_until;  // last day that its observations speak of
};

}  // namespace factcheck
