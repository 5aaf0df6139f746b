// A sentence read for statistics: its parts ("... while ..."), and in each the topics, countries, years, values and signs that
// stand there. What a part leaves open it has from its neighbours.
#pragma once

#include "link/discourse.hpp"
#include "statistics/figures.hpp"

#include <optional>
#include <string>
#include <vector>

namespace factcheck::statistics {

struct Subject {
    std::string id;
    std::string name;
    bool group = false;
    std::size_t first = 0;
    std::size_t last = 0;
    std::string marker;  // possessive, adjective, subject, or the preposition before it
};

struct TopicHit {
    std::size_t topic = 0;
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t words = 0;
    bool context = false;  // a word of `with` stands in the sentence
};

struct Time {
    std::vector<YearSpan> spans;  // readings, the likeliest first
    bool since = false;
    bool until = false;
    bool now = false;
    bool vague = false;    // "recent years"
    bool fine = false;     // months and days: finer than years
    bool deictic = false;  // "this decade"
    bool length = false;   // "in 35 years": counted back
    std::size_t first = 0;
    std::size_t last = 0;
};

struct Value {
    const MentionAt* at = nullptr;
    Stated stated;
    Rational a_year = 1;      // how many times a year: 365 for "a day"
    Rational per_people = 1;  // "per 100,000 people"
    std::string written;      // the words of its unit, for "MT"
};

struct Sign {
    Purpose purpose = Purpose::rise;
    std::size_t first = 0;
    std::size_t last = 0;
};

struct Part {
    std::size_t first = 0;
    std::size_t past = 0;
    std::vector<TopicHit> topics;
    std::vector<Found> hints;
    std::vector<Subject> subjects;
    std::vector<Time> times;
    std::vector<Value> values;
    std::vector<const MentionAt*> ranks;
    std::vector<const MentionAt*> multiples;
    std::vector<Sign> signs;
    std::vector<Found> shares;  // vague shares: "most", "a small proportion"
    std::optional<YearSpan> ages;
    bool topic_inherited = false;
    bool subjects_inherited = false;  // from an earlier sentence
    [[nodiscard]] bool has(Purpose purpose) const;
    [[nodiscard]] const Sign* sign(Purpose purpose) const;
};

struct SentenceParts {
    std::vector<Part> parts;
    Laid laid;
};

struct ReadContext {
    const Text& text;
    const LinkContext& link;
    const Index& index;
    int year = 0;  // of the text's day
};

// `before` is what earlier sentences spoke of, and is brought up to date.
[[nodiscard]] SentenceParts read_parts(const ReadContext& context, const Sentence& sentence, std::span<const Mention> mentions,
                                       std::size_t sentence_index, Part& before);

}  // namespace factcheck::statistics
