// The table of slots. Roles of entities (reporter, partner, side ...) are the packs' own and are not listed.
#include "model/slots.hpp"

#include <array>

namespace factcheck {

namespace {

constexpr std::array table{
    SlotRow{"measure", Type::measure, "*", "what is measured: exports, inflation, killed"},
    SlotRow{"value", Type::quantity, "level change comparison share count duration date",
            "the number that the words state, as the set of values they allow"},
    SlotRow{"from", Type::quantity, "change", "the level before: rose from 40 to 50"},
    SlotRow{"to", Type::quantity, "change", "the level after"},
    SlotRow{"earlier", Type::quantity, "change", "a level that stands elsewhere and may be what the change is measured from"},
    SlotRow{"part", Type::quantity, "share", "how much of the whole it is: 12 of the 40"},
    SlotRow{"whole", Type::quantity, "share", "what the part is of"},
    SlotRow{"other", Type::quantity, "comparison", "the figure that it is compared with: more than the 45"},
    SlotRow{"again", Type::quantity, "level count", "the figure that stands elsewhere for the same, or for another thing"},
    SlotRow{"same_as", Type::quantity, "level", "the same once more in another unit: 10 miles (16 kilometres)"},
    SlotRow{"minuend", Type::quantity, "level comparison",
            "of a balance: what is larger, exports of a surplus, imports of a deficit"},
    SlotRow{"subtrahend", Type::quantity, "level comparison", "of a balance: what is taken from it"},
    SlotRow{"dividend", Type::quantity, "level", "what a mean or a share per head divides: $5 million shared by 10,000 people"},
    SlotRow{"divisor", Type::quantity, "level", "what it is divided by: 10,000 people, 4 years"},
    SlotRow{"all_told", Type::quantity, "level", "what the figures of the sentence before add up to"},
    SlotRow{"listed", Type::quantity, "count", "how many the text goes on to list: three countries, A, B and C"},
    SlotRow{"between", Type::quantity, "duration count", "the years between the days that stand with a length of time or an age"},
    SlotRow{"most", Type::quantity, "level share change date",
            "what the value cannot exceed: the whole, 100 percent, the days of a month"},
    SlotRow{"least", Type::quantity, "level count", "what the value cannot fall below"},
    SlotRow{"digits", Type::quantity, "level", "of a hedged figure: how many digits it spends"},
    SlotRow{"told", Type::period, "date", "the same day in other words: last month, Christmas Day"},
    SlotRow{"former", Type::period, "date", "the day that the words put before the date"},
    SlotRow{"span", Type::period, "duration", "the dates that a length of time runs between"},
    SlotRow{"direction", Type::direction, "change trend comparison level", "up or down"},
    SlotRow{"rank", Type::quantity, "rank", "the place in the order, 1 for the largest; for top three the places 1 to 3"},
    SlotRow{"of", Type::symbol, "rank comparison", "the role that the order runs over: partner"},
    SlotRow{"period", Type::period, "level change rank comparison share trend count", "when the measure has the value"},
    SlotRow{"base", Type::period, "change comparison", "what a change is measured from"},
    SlotRow{"date", Type::period, "date", "when something happened"},
    SlotRow{"weekday", Type::weekday, "date", "the weekday that is written with the date"},
    SlotRow{"event", Type::event, "count date duration", "what happened"},
    SlotRow{"since", Type::event, "duration", "the event that a time span is counted from, to the day of the text"},
    SlotRow{"role", Type::symbol, "level change share count comparison date",
            "part or total, where figures add up; share or rest, of shares of one whole; figure: of a headline, and of "
            "the body below it; style: nothing but how it is written"},
    SlotRow{"claimant", Type::entity, "*", "who says so: as quoted"},
};

}  // namespace

std::span<const SlotRow> slot_table() { return table; }

std::optional<Type> slot_type(std::string_view name) {
    for (const SlotRow& row : table)
        if (row.name == name) return row.type;
    return std::nullopt;
}

}  // namespace factcheck
