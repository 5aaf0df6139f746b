// Sentences -> claims: tests/corpus/claims.yaml holds each sentence with the slots that link must fill, and sentences that claim
// nothing.
#include "check.hpp"
#include "extract/extract.hpp"
#include "link/link.hpp"
#include "read/read.hpp"

#include "support/source.hpp"

#include <doctest.h>
#include <yaml-cpp/yaml.h>

namespace {

using namespace factcheck;

const Engine& shipped() {
    static const Loaded loaded = load({testing::source("/rules")});
    REQUIRE(loaded.engine.has_value());
    return *loaded.engine;
}

std::string bound_in(const std::optional<Bound>& bound) {
    return bound ? to_decimal_string(bound->value, 6, Rounding::nearest) : "...";
}

std::string in_words(const SlotValue& value) {
    struct Visitor {
        std::string operator()(const Stated& s) const {
            const std::string set = s.set.low && s.set.high && s.set.low->value == s.set.high->value
                                        ? bound_in(s.set.low)
                                        : bound_in(s.set.low) + " to " + bound_in(s.set.high);
            return set + (s.unit.code.empty() || s.unit.code == "1" ? "" : " " + std::string(s.unit.code));
        }
        std::string operator()(const Period& p) const { return to_timex(p); }
        std::string operator()(std::chrono::weekday d) const { return std::string(weekday_name(d)); }
        std::string operator()(Direction d) const { return d == Direction::up ? "up" : d == Direction::down ? "down" : "none"; }
        std::string operator()(const EntityId& e) const { return e.id; }
        std::string operator()(const EventId& e) const { return e.id; }
        std::string operator()(const MeasureId& m) const { return m.id; }
        std::string operator()(const Symbol& s) const { return s.id; }
    };
    return std::visit(Visitor{}, value);
}

// "PK" or, of several readings, "PK | IN"; "open" for a slot that the text points to but cannot fill.
std::string in_words(const Slot* slot) {
    if (slot == nullptr) return "absent";
    if (slot->candidates.empty()) return "open";
    std::string out;
    for (const SlotValue& value : slot->candidates) out += (out.empty() ? "" : " | ") + in_words(value);
    return out;
}

std::string shown(const Claim& claim) {
    std::string out = std::string(name_of(claim.kind)) + (claim.narrowed ? " narrowed" : "");
    for (const Slot& slot : claim.slots) out += ", " + slot.name + ": " + in_words(&slot);
    return out;
}

std::string found(const Claim& claim, const std::string& key) {
    if (key == "kind") return std::string(name_of(claim.kind));
    if (key == "modality") return std::string(name_of(claim.modality));
    if (key == "narrowed") return claim.narrowed ? "true" : "false";
    return in_words(find_slot(claim, key));
}

std::vector<Claim> claims_in(const std::string& text, const std::string& date) {
    ReadOptions options;
    if (!date.empty()) options.date = day_from(date);
    const Text read = read_text(text, options);
    Work work;
    const std::vector<Mention> mentions = extract(read, work);
    return link(read, mentions, {shipped().state().terms, shipped().state().names});
}

bool fits(const Claim& claim, const YAML::Node& want) {
    for (const auto& slot : want)
        if (found(claim, slot.first.as<std::string>()) != slot.second.as<std::string>()) return false;
    return true;
}

}  // namespace

TEST_CASE("each sentence makes its claims and no others") {
    const YAML::Node rows = YAML::LoadFile(testing::source("/tests/corpus/claims.yaml"));
    REQUIRE(rows.size() > 10);
    for (const YAML::Node& row : rows) {
        const std::string text = row["text"].as<std::string>();
        const std::vector<Claim> claims = claims_in(text, row["date"] ? row["date"].as<std::string>() : "2025-08-04");
        std::string all;
        for (const Claim& claim : claims) all += "\n  " + shown(claim);
        INFO(text << all);
        CHECK_EQ(claims.size(), row["claims"].size());
        for (const YAML::Node& want : row["claims"]) {
            std::string wanted;
            for (const auto& slot : want) wanted += slot.first.as<std::string>() + ": " + slot.second.as<std::string>() + ", ";
            INFO("wanted: " << wanted);
            CHECK(std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) { return fits(claim, want); }));
        }
    }
}
