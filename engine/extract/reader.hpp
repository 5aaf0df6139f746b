// What every dimension reads with: a place in a sentence, and one way to run a grammar there. Internal to extract/.
#pragma once

#include "model/mention.hpp"
#include "model/span.hpp"
#include "model/work.hpp"

#include "grammar/prediction.hpp"

#include <tao/pegtl/match.hpp>
#include <tao/pegtl/memory_input.hpp>
#include <tao/pegtl/normal.hpp>
#include <tao/pegtl/nothing.hpp>
#include <tao/pegtl/parse.hpp>

#include <cstdint>
#include <string_view>

namespace factcheck::extracting {

namespace p = tao::pegtl;

inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

struct Reader {
    std::string_view text;  // the reading copy up to the sentence's end
    std::size_t begin = 0;  // of the sentence
    Work* work = nullptr;
    // The words at the place last asked for: many rules are tried at one place.
    mutable grammar::words_ahead ahead{};
    mutable std::size_t ahead_at = static_cast<std::size_t>(-1);

    [[nodiscard]] std::size_t end() const { return text.size(); }
    [[nodiscard]] std::string_view rest(std::size_t at) const { return text.substr(at); }
    [[nodiscard]] std::string_view words(Span span) const { return text.substr(span.begin, span.size()); }
    [[nodiscard]] char at(std::size_t place) const { return place < text.size() ? text[place] : '\0'; }
    [[nodiscard]] char before(std::size_t place) const { return place > begin ? text[place - 1] : '\0'; }
};

// A grammar writes to a draft of its own, which is used only after the whole of it matched. Each draft counts its rules. A rule
// that cannot begin with the byte at hand is not tried.
struct Draft {
    const Reader* reader = nullptr;
    std::uint64_t attempts = 0;
};

template <typename Rule>
struct counting : p::normal<Rule> {
    template <typename Input, typename State>
    static void start(const Input&, State& draft) noexcept {
        ++draft.attempts;
    }

    template <p::apply_mode A, p::rewind_mode M, template <typename...> class Action, template <typename...> class Control,
              typename Input, typename... States>
    [[nodiscard]] static bool match(Input& in, States&&... states) {
        if constexpr (grammar::worth_asking<Rule>)
            if (!grammar::may_begin<Rule>(in.current(), in.end())) return false;
        return p::normal<Rule>::template match<A, M, Action, Control>(in, states...);
    }
};

template <typename Rule>
using no_action = p::nothing<Rule>;

template <typename Rule>
[[nodiscard]] bool may_begin(const Reader& reader, std::size_t at) {
    const char* const text = reader.text.data();
    return at < reader.end() && grammar::may_begin<Rule>(text + at, text + reader.end());
}

// The same by the two words that stand there.
template <typename Rule>
[[nodiscard]] bool may_begin_in_words(const Reader& reader, std::size_t at) {
    if (!may_begin<Rule>(reader, at)) return false;
    if constexpr (!grammar::worth_asking_words<Rule>) return true;
    if (grammar::parts_words(reader.text[at])) return true;
    if (reader.ahead_at != at) {
        reader.ahead = grammar::words_at(reader.text.data() + at, reader.text.data() + reader.end());
        reader.ahead_at = at;
    }
    return grammar::may_begin<Rule>(reader.ahead);
}

// Where the match of `Rule` at `at` ends, `nowhere` if it does not match.
template <typename Rule, template <typename...> class Action, typename State>
[[nodiscard]] std::size_t read_at(const Reader& reader, std::size_t at, State& draft) {
    if (!may_begin_in_words<Rule>(reader, at)) return nowhere;
    const char* const start = reader.text.data() + at;
    p::memory_input<p::tracking_mode::lazy, p::eol::lf, const char*> input(start, reader.text.data() + reader.text.size(), "");
    draft.reader = &reader;
    const std::uint64_t before = draft.attempts;
    const bool matched = p::parse<Rule, Action, counting>(input, draft);
    const auto size = static_cast<std::size_t>(input.current() - start);
    reader.work->attempts += draft.attempts - before;
    reader.work->bytes += size + 1;
    return matched ? at + size : nowhere;
}

template <typename Rule>
[[nodiscard]] std::size_t read_at(const Reader& reader, std::size_t at) {
    Draft draft;
    return read_at<Rule, no_action>(reader, at, draft);
}

// The span of what an action saw.
template <typename Input>
[[nodiscard]] Span span_of(const Input& in, const Draft& draft) {
    const auto begin = static_cast<std::size_t>(in.begin() - draft.reader->text.data());
    return {begin, begin + in.size()};
}

// The word that ends before `at`, without its gap; empty at the start of the sentence or after a mark.
[[nodiscard]] Span word_before(const Reader& reader, std::size_t at);
// Past the gap at `at`, if there is one.
[[nodiscard]] inline std::size_t skip_gap(const Reader& reader, std::size_t at) {
    const char* const data = reader.text.data();
    return at + (at < reader.end() ? grammar::gap_at(data + at, data + reader.end()) : 0);
}
// The word that begins at `at` or after one gap.
[[nodiscard]] inline Span word_after(const Reader& reader, std::size_t at) {
    constexpr std::size_t longest_word = 40;
    const std::size_t begin = skip_gap(reader, at);
    std::size_t end = begin;
    while (end < reader.end() && end - begin < longest_word && grammar::is_letter(reader.text[end])) ++end;
    return {begin, end};
}
// Whether a word goes on at `at`, after one gap or hyphen or directly: most values end at a mark, and nothing need be tried.
[[nodiscard]] inline bool word_goes_on(const Reader& reader, std::size_t at) {
    const char c = reader.at(at);
    if (grammar::is_letter(c)) return true;
    return (grammar::is_gap(c) || c == '-') && (grammar::is_letter(reader.at(at + 1)) || reader.at(at + 1) == '-');
}
[[nodiscard]] inline bool is_word(std::string_view text, std::string_view lower) {
    if (text.size() != lower.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (grammar::to_lower(text[i]) != lower[i]) return false;
    return true;
}

}  // namespace factcheck::extracting
