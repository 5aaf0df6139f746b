#include "statistics/statistics.hpp"

#include "bind/evaluate.hpp"
#include "diagnose/digits.hpp"
#include "diagnose/report_claim.hpp"
#include "diagnose/suggest.hpp"
#include "link/stated.hpp"
#include "statistics/predicates.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace factcheck::statistics {

namespace {

constexpr std::array rules{GeneralRule{"level", "A measure has a value, now, in a year or over years."},
                           GeneralRule{"change", "A measure rose or fell by so much, or was multiplied."},
                           GeneralRule{"trend", "A measure has risen or fallen over years."},
                           GeneralRule{"record", "A measure is the highest or lowest of its own history."},
                           GeneralRule{"rank", "A country's place among others."},
                           GeneralRule{"comparison", "One country or measure against another."},
                           GeneralRule{"only", "One country alone of its group."},
                           GeneralRule{"every", "All countries of a group, or none."},
                           GeneralRule{"ended", "Nothing is left of a measure."}};

struct Reporting {
    const StatisticsContext& context;
    Figures& figures;
    const Laid& laid;
    const Part& part;
};

std::string entity_label(const Reporting& r, const std::string& id) {
    if (const CountryGroup* group = r.context.index.group(id)) return group->name;
    return entity_name(r.context.link.names, id);
}

// Under its own id, or under a code that publishers give a group.
auto rows_of(const Reporting& r, const Series& series, const std::string& subject, const Period& period) {
    auto rows = r.context.reference.rows(series, Key{subject}, period);
    const CountryGroup* group = rows.empty() ? r.context.index.group(subject) : nullptr;
    if (group != nullptr)
        for (const std::string& code : group->codes)
            if (rows.empty()) rows = r.context.reference.rows(series, Key{code}, period);
    return rows;
}

// The row that a figure was read from, as evidence. Sums cite each of their series.
void add_rows(const Reporting& r, const Measured& way, const std::string& subject, int year, std::set<std::string>& seen,
              ReportClaim& out) {
    const auto period = year_period(year);
    if (!period) return;
    std::vector<const Series*> all = way.series;
    if (way.over != nullptr) all.push_back(way.over);
    for (const Series* series : all)
        for (const Observation& row : rows_of(r, *series, subject, *period)) {
            ReportEvidence line;
            line.series = series->id;
            line.key.emplace_back(series->dimensions.front(), subject);
            line.period = ReportPeriod{to_iso(period->first), to_iso(period->last)};
            line.value = to_decimal_string(row.base_value(), 12, Rounding::nearest);
            line.unit = std::string(series->unit.code);
            line.published = row.published.text;
            line.source = row.source;
            line.url = row.url;
            line.licence = series->licence;
            line.words = series->label + ", " + entity_label(r, subject) + ", " + std::to_string(year) + ": " +
                         grouped(row.value.str()) + (series->unit.dimension == Dimension::percent ? " %" : "");
            if (seen.insert(line.words).second) out.evidence.push_back(std::move(line));
        }
}

void add_evidence(const Reporting& r, const Opinion& opinion, ReportClaim& out) {
    constexpr std::size_t most_members = 3;  // of a group that was added up: they stand for all
    std::set<std::string> seen;
    for (const Cite& cite : opinion.cites) {
        if (cite.way == nullptr) continue;
        const std::size_t before = out.evidence.size();
        std::string rest = cite.subject;
        for (std::size_t plus = rest.find('+'); plus != std::string::npos; plus = rest.find('+')) {
            add_rows(r, *cite.way, rest.substr(0, plus), cite.year, seen, out);
            rest = rest.substr(plus + 1);
        }
        add_rows(r, *cite.way, rest, cite.year, seen, out);
        const CountryGroup* group = out.evidence.size() == before ? r.context.index.group(cite.subject) : nullptr;
        if (group == nullptr) continue;
        for (std::size_t i = 0; i < std::min(most_members, group->members.size()); ++i)
            add_rows(r, *cite.way, group->members[i], cite.year, seen, out);
        out.notes.push_back("the figure of " + group->name + " is made of those of its members");
    }
}

// A hint and no alarm, whatever the verdict: in ordinary news most of them are of a sentence that speaks of something else. See
// docs/world.md, "In the news".
std::optional<Severity> severity_of(Verdict verdict) {
    const bool is_finding = verdict != Verdict::supported && verdict != Verdict::unverifiable;
    return is_finding ? std::optional(Severity::info) : std::nullopt;
}

std::string message_of(const Reporting& r, const Opinion& opinion) {
    const std::string words =
        "\"" + std::string(words_of(r.laid, {r.laid.tokens[r.part.first].span.begin, r.laid.tokens[r.part.past - 1].span.end})) +
        "\"";
    switch (opinion.verdict) {
        case Verdict::supported: return words + " holds: " + opinion.say;
        case Verdict::imprecise: return words + " is close but not exact: " + opinion.say;
        case Verdict::misleading: return words + " misleads: " + opinion.say;
        case Verdict::outdated: return words + " held once: " + opinion.say;
        case Verdict::contradicted: return words + " does not hold: " + opinion.say;
        case Verdict::unverifiable: break;
    }
    return opinion.say.empty() ? std::string(name_of(opinion.reason)) : opinion.say;
}

// The years, countries and values near a miss that would make it true: what the writer may have slipped by.
std::string kind_of(const std::string& rule) {
    if (rule == "record" || rule == "rank" || rule == "only") return "rank";
    if (rule == "every") return "share";
    if (rule == "ended") return "level";
    return rule;
}

// The figure in the writer's own style, and the slip of the keyboard that explains the miss.
void suggest_number(const Reporting& r, const Opinion& opinion, ReportClaim& out) {
    const Mention& mention = *opinion.focus->mention;
    if (opinion.rule != "level" || mention.is_range || mention.kind == MentionKind::ratio || mention.core.empty()) return;
    const std::string words(words_of(r.laid, mention.core));
    const Stated stated = stated_of(mention);
    const std::string better = number_in_style(words, stated, *opinion.right);
    if (better.empty() || better == words || stated.hedge != Hedge::exact) return;
    const Span replaces = original_span(r.context.text, mention.core);
    out.suggestion = better;
    out.replace_start = code_points_before(r.context.text, replaces.begin);
    out.replace_end = code_points_before(r.context.text, replaces.end);
    if (out.cause.empty() && opinion.verdict == Verdict::contradicted) out.cause = digit_slip(words, better);
}

ReportClaim report_of(const Reporting& r, const PartOpinion& judged) {
    const Opinion& opinion = judged.opinion;
    ReportClaim out;
    out.kind = kind_of(opinion.rule);
    out.verdict = opinion.verdict;
    out.reason = opinion.verdict == Verdict::unverifiable ? opinion.reason : Reason::none;
    const std::string pack = r.part.topics.empty() ? "world" : r.context.index.topics[r.part.topics.front().topic].topic->pack;
    out.rule = pack + "/" + opinion.rule;
    out.severity = severity_of(opinion.verdict);
    std::size_t first = r.part.first, last = r.part.past - 1;
    while (last > first && r.laid.tokens[last].kind == TokenKind::punctuation) --last;
    while (first < last && (r.laid.tokens[first].kind == TokenKind::punctuation || r.laid.tokens[first].lower == "and")) ++first;
    const Span span{r.laid.tokens[first].span.begin, r.laid.tokens[last].span.end};
    Claim place;
    place.span = span;
    place.focus = opinion.focus != nullptr ? opinion.focus->mention->span : span;
    place_in(r.context.text, place, out);
    out.message = message_of(r, opinion);
    out.settles = opinion.settles;
    if (opinion.verdict != Verdict::unverifiable) out.cause = opinion.cause;
    out.notes = opinion.notes;
    add_evidence(r, opinion, out);
    if (opinion.right && opinion.focus != nullptr &&
        (opinion.verdict == Verdict::contradicted || opinion.verdict == Verdict::imprecise)) {
        const std::string exact = to_decimal_string(*opinion.right, 6, Rounding::nearest);
        out.expected = ReportQuantity{exact, exact, std::string(opinion.unit.code)};
        suggest_number(r, opinion, out);
    }
    if (judged.candidates.size() > 1) {
        std::string weighed;
        for (std::size_t i = 0; i < std::min<std::size_t>(3, judged.candidates.size()); ++i) {
            const Candidate& c = judged.candidates[i];
            weighed +=
                (i == 0 ? "" : "; ") + c.way->series.front()->label + " " + to_decimal_string(c.score, 2, Rounding::nearest);
        }
        out.notes.push_back("series weighed: " + weighed);
    }
    // No finding without evidence.
    if (out.evidence.empty()) out.severity.reset();
    return out;
}

std::span<const Mention> of_sentence(std::span<const Mention> mentions, const Sentence& sentence) {
    const auto at = [](const Mention& m, std::size_t place) { return m.span.begin < place; };
    const auto first = std::lower_bound(mentions.begin(), mentions.end(), sentence.span.begin, at);
    return {first, std::lower_bound(first, mentions.end(), sentence.span.end, at)};
}

}  // namespace

std::span<const GeneralRule> general_rules() { return rules; }

std::vector<ReportClaim> check(const StatisticsContext& context, std::span<const Mention> mentions) {
    std::vector<ReportClaim> out;
    if (context.index.empty() || !context.as_of) return out;
    const int year = static_cast<int>(std::chrono::year_month_day(*context.as_of).year());
    Figures figures(context.reference, context.index, year);
    Part before;
    std::size_t spoken = 0;  // sentences since a topic was named
    for (std::size_t i = 0; i < context.text.sentences.size(); ++i) {
        const Sentence& sentence = context.text.sentences[i];
        const std::string_view words = std::string_view(context.text.reading).substr(sentence.span.begin, sentence.span.size());
        if (!context.index.phrases.may_hold_cue(words)) {
            // What was spoken of is remembered for one sentence.
            if (before.topics.empty() || ++spoken > 1) {
                before = Part{};
                continue;
            }
        } else {
            spoken = 0;
        }
        const ReadContext read{context.text, context.link, context.index, year};
        const SentenceParts parts = read_parts(read, sentence, of_sentence(mentions, sentence), i, before);
        Room room{context.index, figures, parts.laid, year, {}, {}, {}, {}};
        for (const Part& part : parts.parts) {
            const Reporting reporting{context, figures, parts.laid, part};
            for (const PartOpinion& judged : judge_part(room, part)) out.push_back(report_of(reporting, judged));
        }
    }
    return out;
}

}  // namespace factcheck::statistics
