// The closed lists of the model and their names.
#include "model/claim.hpp"
#include "model/diagnostic.hpp"
#include "model/observation.hpp"
#include "model/slots.hpp"
#include "model/verdict.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace factcheck;

namespace {

// Names of the values 0 to `count` - 1: none empty, none twice.
template <typename T>
std::set<std::string> names_of(int count) {
    std::set<std::string> out;
    for (int i = 0; i < count; ++i) out.insert(std::string(name_of(static_cast<T>(i))));
    CHECK(out.count("") == 0);
    CHECK(out.size() == static_cast<std::size_t>(count));
    CHECK(name_of(static_cast<T>(count)) == "");
    return out;
}

}  // namespace

TEST_CASE("every verdict, reason and severity has a name of its own that reads back") {
    for (const std::string& name : names_of<Verdict>(6)) CHECK(name_of(*verdict_from(name)) == name);
    for (const std::string& name : names_of<Reason>(18)) CHECK(name_of(*reason_from(name)) == name);
    for (const std::string& name : names_of<Severity>(3)) CHECK(name_of(*severity_from(name)) == name);
    CHECK(name_of(Reason::history_too_short) == "history-too-short");
    CHECK_FALSE(verdict_from("Supported"));
    CHECK_FALSE(verdict_from(""));
    CHECK_FALSE(reason_from("no_series"));
    CHECK_FALSE(severity_from("fatal"));
}

TEST_CASE("every kind, modality and origin has a name of its own") {
    CHECK(names_of<ClaimKind>(9).count("comparison") == 1);
    CHECK(names_of<Modality>(7).count("forecast") == 1);
    CHECK(names_of<Origin>(7).count("earlier sentence") == 1);
}

TEST_CASE("slots are found by name") {
    Claim claim;
    claim.slots.resize(2);
    claim.slots[0].name = "measure";
    claim.slots[1].name = "value";
    CHECK(find_slot(claim, "value") == &claim.slots[1]);
    CHECK(find_slot(claim, "partner") == nullptr);
}

TEST_CASE("the table of slots names kinds that exist, and no slot twice") {
    const std::set<std::string> kinds = names_of<ClaimKind>(9);
    std::set<std::string_view> seen;
    for (const SlotRow& row : slot_table()) {
        INFO(row.name);
        CHECK(seen.insert(row.name).second);
        CHECK_FALSE(row.about.empty());
        CHECK(slot_type(row.name) == row.type);
        std::string_view rest = row.kinds;
        while (!rest.empty() && rest != "*") {
            const std::size_t space = std::min(rest.find(' '), rest.size());
            CHECK(kinds.count(std::string(rest.substr(0, space))) == 1);
            rest.remove_prefix(std::min(space + 1, rest.size()));
        }
    }
    CHECK_FALSE(slot_type("reporter"));
    CHECK(slot_type("value") == Type::quantity);
}

TEST_CASE("faults are printed as compilers print them") {
    CHECK(to_string({{"pack.yaml", 3, 7}, Severity::error, "unknown key"}) == "pack.yaml:3:7: error: unknown key");
    CHECK(to_string({{"pack.yaml", 3, 0}, Severity::warning, "old"}) == "pack.yaml:3: warning: old");
    CHECK(to_string({{"pack.yaml", 0, 0}, Severity::error, "no such file"}) == "pack.yaml: error: no such file");
    CHECK(to_string({{}, Severity::info, "nothing to do"}) == "info: nothing to do");
}

TEST_CASE("figures in the unit of their series") {
    Observation row;
    row.value = *decimal_from("5444.1970");
    row.unit_mult = 6;
    CHECK(row.base_value() == 5444197000);
    CHECK(row.base_place() == 100);
    row.value = *decimal_from("3.2");
    row.unit_mult = 0;
    CHECK(row.base_place() == Rational(1, 10));
}
