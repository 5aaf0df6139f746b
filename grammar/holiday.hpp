// Names of holidays. The values are rows of the engine's model/holiday.cpp, from 1; several names may be one day.
//
// Accepts less than the eye: feasts of calendars whose days depend on a sighted moon, or on the country, are not listed.
#pragma once

#include "grammar/prediction.hpp"

namespace factcheck::grammar {

// Phrases as `any` takes them. The longer before what it begins with.
inline constexpr auto holidays = std::to_array<word_value>({
    {"new year's day", 1},
    {"new years day", 1},
    {"new year day", 1},
    {"new year's eve", 2},
    {"new years eve", 2},
    {"new year eve", 2},
    {"new year's", 1},
    {"christmas eve", 4},
    {"christmas day", 3},
    {"christmas", 3},
    {"xmas eve", 4},
    {"xmas day", 3},
    {"xmas", 3},
    {"boxing day", 5},
    {"st stephen's day", 5},
    {"easter monday", 7},
    {"easter sunday", 6},
    {"easter day", 6},
    {"easter", 6},
    {"good friday", 8},
    {"holy saturday", 9},
    {"easter saturday", 9},
    {"maundy thursday", 10},
    {"holy thursday", 10},
    {"palm sunday", 11},
    {"ash wednesday", 12},
    {"shrove tuesday", 13},
    {"mardi gras", 13},
    {"pancake day", 13},
    {"ascension day", 14},
    {"ascension thursday", 14},
    {"pentecost", 15},
    {"whit sunday", 15},
    {"whitsunday", 15},
    {"whit monday", 16},
    {"corpus christi day", 17},
    {"thanksgiving day", 18},
    {"thanksgiving", 18},
    {"black friday", 19},
    {"cyber monday", 20},
    {"labor day", 21},
    {"labour day", 21},
    {"memorial day", 22},
    {"martin luther king jr. day", 23},
    {"martin luther king day", 23},
    {"mlk day", 23},
    {"presidents' day", 24},
    {"president's day", 24},
    {"presidents day", 24},
    {"washington's birthday", 24},
    {"columbus day", 25},
    {"indigenous peoples' day", 25},
    {"mother's day", 26},
    {"mothers' day", 26},
    {"mothers day", 26},
    {"father's day", 27},
    {"fathers' day", 27},
    {"fathers day", 27},
    {"valentine's day", 28},
    {"valentines day", 28},
    {"valentine day", 28},
    {"st patrick's day", 29},
    {"st. patrick's day", 29},
    {"saint patrick's day", 29},
    {"st patricks day", 29},
    {"april fools' day", 30},
    {"april fool's day", 30},
    {"april fools day", 30},
    {"april fools", 30},
    {"halloween", 31},
    {"hallowe'en", 31},
    {"all hallows' eve", 31},
    {"veterans day", 32},
    {"veteran's day", 32},
    {"veterans' day", 32},
    {"armistice day", 32},
    {"remembrance day", 32},
    {"singles' day", 32},
    {"singles day", 32},
    {"independence day", 33},
    {"juneteenth", 34},
    {"may day", 35},
    {"workers' day", 35},
    {"cinco de mayo", 36},
    {"groundhog day", 37},
    {"earth day", 38},
    {"women's day", 39},
    {"all saints' day", 40},
    {"all saints day", 40},
    {"all souls' day", 41},
    {"all souls day", 41},
    {"feast of the epiphany", 42},
    {"bastille day", 43},
    {"canada day", 44},
    {"australia day", 45},
    {"anzac day", 46},
    {"guy fawkes night", 47},
    {"guy fawkes day", 47},
    {"bonfire night", 47},
    {"ve day", 48},
    {"v-e day", 48},
    {"election day", 49},
    {"flag day", 50},
    {"inauguration day", 51},
    {"st george's day", 52},
    {"st. george's day", 52},
    {"trinity sunday", 53},
    {"mothering sunday", 54},
    {"arbor day", 55},
    {"groundhog's day", 37},
    {"white day", 56},
    {"girls' day", 57},
    {"children's day", 58},
    {"st andrew's day", 59},
    {"st. andrew's day", 59},
    {"st david's day", 60},
    {"st. david's day", 60},
    {"kwanzaa", 61},
    {"patriots' day", 62},
    {"burns night", 63},
    {"twelfth night", 64},
});
// Kept on other days elsewhere: good enough to print, not to judge on.
inline constexpr auto holidays_of_places = std::to_array<std::int32_t>({21, 26, 27, 33, 35, 49, 50, 58});

// The longest name at the place.
struct holiday_name {
    using rule_t = holiday_name;
    using subs_t = p::empty_list;

    template <p::apply_mode, p::rewind_mode, template <typename...> class, template <typename...> class, typename Input,
              typename... States>
    static bool match(Input& in, States&&...) {
        const auto* row = find(in.current(), in.end());
        if (row == nullptr) return false;
        in.bump(phrase_at(in.current(), in.end(), row->word));
        return true;
    }

    static constexpr const word_value* find(const char* at, const char* end) {
        if (at == end) return nullptr;
        for (const word_value& row : holidays)
            if (row.word.front() == to_lower(*at) && phrase_at(at, end, row.word) != 0) return &row;
        return nullptr;
    }
};

template <typename View>
struct of_kind<View, holiday_name> {
    static constexpr View value = [] {
        View out{};
        for (const word_value& row : holidays) out = either(out, View::phrase(row.word));
        return out;
    }();
};

}  // namespace factcheck::grammar

namespace tao::pegtl {

template <typename Name>
struct analyze_traits<Name, factcheck::grammar::holiday_name> : analyze_any_traits<> {};

}  // namespace tao::pegtl
