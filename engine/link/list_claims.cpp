// Lists and how long they are said to be: "three countries: A, B and C", "to A and B, respectively", and shares of one whole that
// leave nothing over.
#include "link/figures.hpp"
#include "link/signs.hpp"
#include "link/words.hpp"

#include <algorithm>
#include <array>

namespace factcheck {

namespace {

using namespace std::string_view_literals;

constexpr std::array open_words{"including"sv, "include"sv, "such"sv,   "among"sv,   "like"sv,   "notably"sv, "especially"sv,
                                "mainly"sv,    "example"sv, "others"sv, "more"sv,    "etc"sv,    "other"sv,   "various"sv,
                                "as"sv,        "namely"sv,  "both"sv,   "between"sv, "whether"sv};

bool is_open(std::string_view word) { return std::find(open_words.begin(), open_words.end(), word) != open_words.end(); }

bool is_verb(std::string_view word) {
    return words::auxiliary(word) || words::past_verb(word) || words::present_verb(word) || words::future_verb(word) ||
           words::attributes(word);
}

Slot number_slot(std::string name, std::size_t n, Span words) {
    Stated stated;
    stated.sort = Sort::counted;
    stated.unit = {Dimension::count, "1"};
    stated.n = stated.upper = Rational(static_cast<long long>(n));
    stated.u = stated.upper_u = 1;
    stated.set = exactly(stated.n);
    Slot slot;
    slot.name = std::move(name);
    slot.words = words;
    slot.candidates.emplace_back(std::move(stated));
    return slot;
}

struct Listed {
    std::size_t items = 0;
    std::size_t past = 0;  // token behind the last item
    bool named = false;    // all are names
};

// "A, B and C" from a token on, to the end of the sentence or a mark: names, or single words, each of few words and no verb.
std::optional<Listed> list_from(const Laid& laid, std::size_t first) {
    constexpr std::size_t longest = 4;
    std::size_t items = 1, length = 0, names = 0, conjunctions = 0;
    bool last = false, fresh = true;
    std::size_t i = first;
    for (; i < laid.tokens.size(); ++i) {
        const Token& token = laid.tokens[i];
        const std::string& word = token.lower;
        if (word == "." || word == ";" || word == "!" || word == "?") break;
        const bool joint = word == "and" || word == "," || word == "&";
        if (joint && fresh && !(word == "and" && i > first && laid.tokens[i - 1].lower == ",")) return std::nullopt;
        if (word == "and") {
            if (last) return std::nullopt;
            last = true;
            ++conjunctions;
        } else if (word == "," && last) {
            break;  // ", it said"
        }
        if (joint) {
            if (!fresh) ++items;
            length = 0;
            fresh = true;
            continue;
        }
        if (token.kind == TokenKind::punctuation && word != "-" && word != "'") return std::nullopt;
        if (word == "or" || is_open(word) || is_verb(word) || (word[0] >= '0' && word[0] <= '9')) return std::nullopt;
        if (words::preposition(word) && word != "of") return std::nullopt;
        if (++length > longest) return std::nullopt;
        names += fresh && (token.capital || word == "the") ? 1 : 0;
        fresh = false;
    }
    if (conjunctions != 1 || fresh || items < 2) return std::nullopt;
    return names == items || (names == 0 && length <= 2) ? std::optional(Listed{items, i, names == items}) : std::nullopt;
}

// "three countries in the north: A, B and C"
void make_count_claim(Linking& linking, const MentionAt& at, const MentionAt* before) {
    constexpr std::size_t tail = 5;
    const Laid& laid = linking.laid;
    const Mention& mention = *at.mention;
    const Decimal n = mention.number.value;
    if (mention.unit.dimension != Dimension::count || !is_single_amount(mention) || mention.hedge != Hedge::exact ||
        mention.number.decimals != 0 || mention.number.scale != 0 || n < Decimal{2, 0} || n > Decimal{12, 0})
        return;
    std::size_t i = at.last + 1;
    // "Three regions were hit:", "two of the four founders, Smith and Berg, left"
    const bool passive = words::auxiliary(word_after(laid, at.last)) && word_after(laid, at.last, 3) == ":";
    for (; i < laid.tokens.size() && i <= at.last + tail && laid.tokens[i].lower != ":" && laid.tokens[i].lower != ","; ++i) {
        const std::string& word = laid.tokens[i].lower;
        if (laid.tokens[i].kind == TokenKind::punctuation || is_open(word) || (is_verb(word) && !passive)) return;
    }
    if (i + 1 >= laid.tokens.size() || (laid.tokens[i].lower != ":" && laid.tokens[i].lower != ",")) return;
    const auto listed = list_from(laid, i + 1);
    if (!listed) return;
    // "Bull has four members, Honeywell two and NEC one": each with a number of its own.
    for (const MentionAt& other : laid.mentions)
        if (other.first > i && other.first < listed->past) return;
    // Between commas only names are surely the things that were counted.
    const bool commas = laid.tokens[i].lower == ",";
    if (commas &&
        (i != at.last + 1 || !listed->named || listed->past >= laid.tokens.size() || laid.tokens[listed->past].lower != ","))
        return;
    // "Two of the four founders, Smith and Berg": the two are told.
    const bool some = at.first >= 2 && (word_before(laid, at.first) == "of" || word_before(laid, at.first, 2) == "of");
    if (some && (before == nullptr || before->last + 3 < at.first || !is_single_amount(*before->mention))) return;
    const MentionAt& told = some ? *before : at;
    Claim claim = figure_claim(linking, ClaimKind::count, told);
    add_slot(claim, quantity_slot("value", as_count(*told.mention)));
    add_slot(claim, number_slot("listed", listed->items, hull(laid.tokens[i + 1].span, laid.tokens[listed->past - 1].span)));
    linking.claims.push_back(std::move(claim));
}

// Names joined by commas and one "and" that end before a token, walking back: how many.
std::size_t names_back(const Laid& laid, std::size_t conjunction, std::size_t& first) {
    std::size_t items = 2, i = conjunction;
    bool any = false;
    while (i-- > 0) {
        const Token& token = laid.tokens[i];
        if (token.lower == "," && any) {
            // Another item only if a name stands before the comma.
            if (i == 0 || !laid.tokens[i - 1].capital) return 0;
            ++items;
            continue;
        }
        if (token.capital || token.lower == "the") {
            any = true;
            first = i;
            continue;
        }
        break;
    }
    return any ? items : 0;
}

// "to China, the US and the UK were $2.7bn, $5.4bn and $2.0bn respectively": as many figures as names.
void make_respective_claim(Linking& linking, const Figures& figures) {
    const Laid& laid = linking.laid;
    const auto word =
        std::find_if(laid.tokens.begin(), laid.tokens.end(), [](const Token& t) { return t.lower == "respectively"; });
    const auto place = static_cast<std::size_t>(word - laid.tokens.begin());
    std::size_t past = 0;
    while (past < figures.all.size() && figures.all[past]->last < place) ++past;
    if (past < 2) return;
    for (std::size_t i = figures.all[past - 1]->last + 1; i < place; ++i)
        if (const std::string& between = laid.tokens[i].lower; between != "," && is_verb(between)) return;
    std::size_t begin = past - 1;
    while (begin > 0 && figures.before[begin].only({Join::comma, Join::conjunction}) && !figures.before[begin].joins.empty() &&
           figures.all[begin - 1]->mention->unit == figures.all[begin]->mention->unit)
        --begin;
    const std::size_t values = past - begin;
    if (values < 2 || !figures.before[past - 1].has(Join::conjunction)) return;
    // The one "and" before the figures joins the names.
    std::size_t conjunction = 0, count = 0;
    for (std::size_t i = 1; i + 1 < figures.all[begin]->first; ++i)
        if (laid.tokens[i].lower == "and") conjunction = i, ++count;
    if (count != 1 || !laid.tokens[conjunction + 1].capital) return;
    std::size_t first = conjunction;
    const std::size_t names = names_back(laid, conjunction, first);
    // "ministers of A and B": a title before the name is one with it.
    if (names == 0 || first == 0) return;
    Claim claim = figure_claim(linking, ClaimKind::count, *figures.all[past - 1]);
    claim.focus = word->span;
    add_slot(claim, number_slot("value", values, hull(figures.all[begin]->mention->span, figures.all[past - 1]->mention->span)));
    add_slot(claim, number_slot("listed", names, hull(laid.tokens[first].span, laid.tokens[conjunction + 1].span)));
    claim.slots.push_back(role_slot("respective"));
    claim.span = hull(claim.span, word->span);
    linking.claims.push_back(std::move(claim));
}

bool is_share(const Mention& mention) {
    return mention.unit.dimension == Dimension::percent && mention.direction == Direction::none && is_single_amount(mention) &&
           mention.hedge == Hedge::exact;
}

bool leaves_nothing(const Laid& laid, const Gap& gap) {
    return std::any_of(laid.tokens.begin() + static_cast<std::ptrdiff_t>(gap.first),
                       laid.tokens.begin() + static_cast<std::ptrdiff_t>(gap.past), [](const Token& token) {
                           return token.lower == "rest" || token.lower == "remaining" || token.lower == "remainder" ||
                                  token.lower == "others" || token.lower == "everyone" || token.lower == "everything";
                       });
}

// Whether the sentence says of what they are shares: "Of the guests 55 percent", "55 percent of the vote".
bool says_of_what(const Laid& laid, const Figures& figures) {
    if (laid.tokens[0].lower == "of" || laid.tokens[0].lower == "among") return true;
    const MentionAt& first = *figures.all.front();
    const std::string_view next = word_after(laid, first.last, 2);
    return word_after(laid, first.last) == "of" && (next == "the" || next == "all");
}

constexpr std::array multiple_answers{"multiple"sv,     "several"sv, "also"sv, "each"sv,
                                      "respectively"sv, "could"sv,   "than"sv, "both"sv};

// "55 percent walk, 30 percent ride and the rest, 25 percent, drive": shares of one whole, told in one breath.
void make_shares_claims(Linking& linking, const Figures& figures) {
    const Laid& laid = linking.laid;
    const std::size_t n = figures.all.size();
    constexpr std::size_t most = 10;
    if (n < 3 || n > most) return;
    for (const MentionAt* at : figures.all)
        if (!is_share(*at->mention)) return;
    const Gap& gap = figures.before[n - 1];
    const bool rest = leaves_nothing(laid, gap) ||
                      (figures.after.past - figures.after.first <= 8 && leaves_nothing(laid, figures.after)) ||
                      word_before(laid, figures.all[n - 1]->first) == "other";
    if (!rest && !(says_of_what(laid, figures) && gap.has(Join::conjunction))) return;
    for (const Token& token : laid.tokens)
        if (std::find(multiple_answers.begin(), multiple_answers.end(), token.lower) != multiple_answers.end()) return;
    for (std::size_t i = 1; i < n; ++i) {
        const bool joined = figures.before[i].has(Join::conjunction) || figures.before[i].has(Join::comma) ||
                            std::any_of(laid.tokens.begin() + static_cast<std::ptrdiff_t>(figures.before[i].first),
                                        laid.tokens.begin() + static_cast<std::ptrdiff_t>(figures.before[i].past),
                                        [](const Token& token) { return token.lower == ";"; });
        if (!joined) return;
        // Each of a whole of its own: "55 percent of men, 40 percent of women".
        if (!rest && word_after(laid, figures.all[i]->last) == "of") return;
    }
    // "of the rest, 25 percent": of what is left, and not the rest itself.
    for (std::size_t i = gap.first; i < gap.past; ++i)
        if (laid.tokens[i].lower == "of" && (word_after(laid, i) == "the" || word_after(laid, i) == "these")) return;
    for (std::size_t i = 0; i < n; ++i) {
        Claim claim = figure_claim(linking, ClaimKind::share, *figures.all[i]);
        add_slot(claim, quantity_slot("value", *figures.all[i]->mention));
        claim.slots.push_back(role_slot(i + 1 < n ? "share" : rest ? "rest" : "last"));
        linking.claims.push_back(std::move(claim));
    }
}

}  // namespace

void make_list_claims(Linking& linking, const Figures& figures, const Signs& signs) {
    if (linking.laid.tokens.size() > 6)
        for (std::size_t i = 0; i < figures.all.size(); ++i)
            make_count_claim(linking, *figures.all[i], i > 0 ? figures.all[i - 1] : nullptr);
    if (signs.has(Sign::respectively)) make_respective_claim(linking, figures);
    make_shares_claims(linking, figures);
}

}  // namespace factcheck
