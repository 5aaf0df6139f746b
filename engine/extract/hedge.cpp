// Actions of grammar/hedge.hpp.
#include "extract/parts.hpp"

#include "grammar/hedge.hpp"

namespace factcheck::extracting {

namespace {

struct HedgeDraft : Draft {
    Hedge hedge = Hedge::exact;
};

template <typename Rule>
struct action : p::nothing<Rule> {};

template <Hedge hedge>
struct says {
    template <typename Input>
    static void apply(const Input&, HedgeDraft& draft) {
        draft.hedge = hedge;
    }
};

template <>
struct action<grammar::hedge_about> : says<Hedge::about> {};
template <>
struct action<grammar::hedge_sign_about> : says<Hedge::about> {};
template <>
struct action<grammar::hedge_over> : says<Hedge::over> {};
template <>
struct action<grammar::hedge_under> : says<Hedge::under> {};
template <>
struct action<grammar::hedge_at_least> : says<Hedge::at_least> {};
template <>
struct action<grammar::hedge_at_most> : says<Hedge::at_most> {};
template <>
struct action<grammar::hedge_up_to> : says<Hedge::up_to> {};
template <>
struct action<grammar::hedge_nearly> : says<Hedge::nearly> {};
template <>
struct action<grammar::hedge_just_under> : says<Hedge::just_under> {};
template <>
struct action<grammar::hedge_close_to> : says<Hedge::close_to> {};
template <>
struct action<grammar::hedge_just_over> : says<Hedge::just_over> {};
template <>
struct action<grammar::hedge_not_over> : says<Hedge::at_most> {};
template <>
struct action<grammar::hedge_not_under> : says<Hedge::at_least> {};
template <>
struct action<grammar::sign_at_least> : says<Hedge::at_least> {};
template <>
struct action<grammar::sign_at_most> : says<Hedge::at_most> {};
template <>
struct action<grammar::sign_over> : says<Hedge::over> {};
template <>
struct action<grammar::sign_under> : says<Hedge::under> {};
template <>
struct action<grammar::tail_at_least> : says<Hedge::at_least> {};
template <>
struct action<grammar::tail_at_most> : says<Hedge::at_most> {};
template <>
struct action<grammar::tail_about> : says<Hedge::about> {};

}  // namespace

Hedged hedge_at(const Reader& reader, std::size_t at) {
    HedgeDraft draft;
    const std::size_t end = read_at<grammar::hedges, action>(reader, at, draft);
    return {draft.hedge, end};
}

Hedged hedge_behind(const Reader& reader, std::size_t at, Hedge so_far) {
    if (!word_goes_on(reader, at) && reader.at(at) != '+') return {so_far, nowhere};
    HedgeDraft draft;
    const std::size_t end = read_at<grammar::hedge_tail, action>(reader, at, draft);
    if (end == nowhere) return {so_far, nowhere};
    return {so_far == Hedge::exact ? draft.hedge : so_far, end};
}

}  // namespace factcheck::extracting
