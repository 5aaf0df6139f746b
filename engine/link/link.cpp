#include "link/link.hpp"

#include "link/discourse.hpp"

#include <algorithm>

namespace factcheck {

namespace {

// Mentions are ascending: those of a sentence are one run.
std::span<const Mention> of_sentence(std::span<const Mention> mentions, const Sentence& sentence) {
    const auto first = std::lower_bound(mentions.begin(), mentions.end(), sentence.span.begin,
                                        [](const Mention& m, std::size_t at) { return m.span.begin < at; });
    const auto past = std::lower_bound(first, mentions.end(), sentence.span.end,
                                       [](const Mention& m, std::size_t at) { return m.span.begin < at; });
    return {first, past};
}

void remember_entities(Discourse& discourse, const Laid& laid, std::size_t sentence) {
    for (const EntityAt& entity : laid.entities) discourse.entities.push_back({entity, sentence});
    // Only what the next sentences can reach is kept, so that a long document stays linear.
    constexpr std::size_t kept = 64;
    if (discourse.entities.size() > 2 * kept)
        discourse.entities.erase(discourse.entities.begin(), discourse.entities.end() - static_cast<std::ptrdiff_t>(kept));
    if (discourse.measures.size() > 2 * kept)
        discourse.measures.erase(discourse.measures.begin(), discourse.measures.end() - static_cast<std::ptrdiff_t>(kept));
    if (discourse.events.size() > 2 * kept)
        discourse.events.erase(discourse.events.begin(), discourse.events.end() - static_cast<std::ptrdiff_t>(kept));
}

}  // namespace

std::vector<Claim> link(const Text& text, std::span<const Mention> mentions, const LinkContext& context) {
    std::vector<Claim> out;
    Discourse discourse;
    Laid before;
    for (std::size_t i = 0; i < text.sentences.size(); ++i) {
        const Sentence& sentence = text.sentences[i];
        Laid laid = lay_out(text, sentence, of_sentence(mentions, sentence), context.terms, context.names);
        const bool goes_on = i > 0 && text.sentences[i - 1].paragraph == sentence.paragraph;
        Linking linking{text, context, laid, discourse, i, goes_on ? &before : nullptr, {}, {}};
        linking.times = resolve_times(linking);
        make_rank_claims(linking);
        make_value_claims(linking);
        make_event_claims(linking);
        make_figure_claims(linking);
        remember_entities(discourse, laid, i);
        std::stable_sort(linking.claims.begin(), linking.claims.end(),
                         [](const Claim& a, const Claim& b) { return a.span < b.span; });
        out.insert(out.end(), std::make_move_iterator(linking.claims.begin()), std::make_move_iterator(linking.claims.end()));
        before = std::move(laid);
    }
    return out;
}

}  // namespace factcheck
