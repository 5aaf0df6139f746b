#include "run/suppress.hpp"

#include "model/utf8.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace factcheck {
namespace {

struct Comment {
    std::string_view open;
    std::string_view close;  // empty: the end of the line
    bool begins_line;        // nothing but spaces before it
};

struct Syntax {
    std::string_view ending;
    Comment comment;
    bool fences = false;  // lines between ``` or ~~~ are code
};

constexpr Comment markup{"<!--", "-->", false};
constexpr std::array syntaxes{
    Syntax{".md", markup, true},
    Syntax{".markdown", markup, true},
    Syntax{".mdown", markup, true},
    Syntax{".html", markup},
    Syntax{".htm", markup},
    Syntax{".xhtml", markup},
    Syntax{".xml", markup},
    Syntax{".rst", {".. ", "", true}},
    Syntax{".adoc", {"//", "", true}},
    Syntax{".asciidoc", {"//", "", true}},
    Syntax{".tex", {"%", "", true}},
};
constexpr std::string_view word = "factcheck-ignore";
constexpr std::size_t no_end = std::numeric_limits<std::size_t>::max();

const Syntax* syntax_of(std::string_view path) {
    const auto found = std::find_if(syntaxes.begin(), syntaxes.end(), [&](const Syntax& s) { return path.ends_with(s.ending); });
    return found == syntaxes.end() ? nullptr : &*found;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view spaces = " \t\r\n";
    const auto from = text.find_first_not_of(spaces);
    return from == std::string_view::npos ? std::string_view() : text.substr(from, text.find_last_not_of(spaces) - from + 1);
}

// Reads the lines of a text for comments.
class Comments {
public:
    Comments(std::string_view bytes, const Syntax& syntax) : bytes_(bytes), syntax_(syntax) {}

    std::vector<Ignore> all() {
        std::size_t number = 0;
        for (std::size_t at = 0; at < bytes_.size();) {
            const std::size_t end = std::min(bytes_.find('\n', at), bytes_.size());
            line(bytes_.substr(at, end - at), at, ++number);
            at = end + 1;
        }
        lines_ = number;
        for (Ignore& ignore : out_) ignore.last_line = ignore.last_line == no_end ? lines_ : ignore.last_line;
        return std::move(out_);
    }

private:
    void line(std::string_view text, std::size_t at, std::size_t number) {
        const std::string_view shown = trimmed(text);
        if (waiting_ != no_end) extend_block(shown, number);
        if (syntax_.fences && (shown.starts_with("```") || shown.starts_with("~~~"))) in_code_ = !in_code_;
        if (in_code_ || text.find(word) == std::string_view::npos) return;
        for (std::size_t from = 0; (from = text.find(syntax_.comment.open, from)) != std::string_view::npos;) {
            const std::string_view before = text.substr(0, from);
            const bool in_ticks = syntax_.fences && std::count(before.begin(), before.end(), '`') % 2 != 0;
            from += syntax_.comment.open.size();
            const std::size_t close =
                syntax_.comment.close.empty() ? text.size() : std::min(text.find(syntax_.comment.close, from), text.size());
            if (!in_ticks && (!syntax_.comment.begins_line || trimmed(before).empty())) {
                const std::size_t begin = from - syntax_.comment.open.size();
                const std::size_t past = std::min(close + syntax_.comment.close.size(), text.size());
                const bool alone = trimmed(before).empty() && trimmed(text.substr(past)).empty();
                take(trimmed(text.substr(from, close - from)), at + begin, at + past, begin, number, alone);
            }
            from = close;
        }
    }

    // A comment alone on its line is for the block that follows: up to an empty line.
    void extend_block(std::string_view shown, std::size_t number) {
        Ignore& ignore = out_[waiting_];
        const bool begun = ignore.last_line >= ignore.first_line;
        if (!shown.empty() && shown.find(word) == std::string_view::npos) ignore.last_line = number;
        if (shown.empty() && begun) waiting_ = no_end;
    }

    void take(std::string_view words, std::size_t from, std::size_t to, std::size_t column, std::size_t number, bool alone) {
        if (!words.starts_with(word)) return;
        std::string_view rest = words.substr(word.size());
        Ignore ignore;
        ignore.line = number;
        ignore.column = count_starts(bytes_.substr(from - column, column)) + 1;
        ignore.start = count_starts(bytes_.substr(0, from));
        ignore.end = ignore.start + count_starts(bytes_.substr(from, to - from));
        ignore.words = std::string(words);
        ignore.first_line = number;
        ignore.last_line = number;
        if (rest.starts_with("-end")) return end_range(number);
        const bool file = rest.starts_with("-file");
        const bool start = rest.starts_with("-start");
        if (file || start) rest.remove_prefix(file ? 5 : 6);
        if (!rest.empty() && rest.front() != ' ' && rest.front() != ':') return;  // another word
        if (file) ignore.first_line = 1;
        if (file || start) ignore.last_line = no_end;
        if (!file && !start && alone) {
            ignore.first_line = number + 1;
            ignore.last_line = number;
            waiting_ = out_.size();
        }
        name_rules(rest, ignore);
        if (start) open_.push_back(out_.size());
        out_.push_back(std::move(ignore));
    }

    void end_range(std::size_t number) {
        for (const std::size_t each : open_) out_[each].last_line = number;
        open_.clear();
    }

    static void name_rules(std::string_view rest, Ignore& ignore) {
        const auto colon = rest.find(':');
        std::string_view names = rest.substr(0, colon);
        while (!trimmed(names).empty()) {
            names = trimmed(names);
            const auto end = std::min(names.find_first_of(", "), names.size());
            if (end > 0) ignore.rules.emplace_back(names.substr(0, end));
            names.remove_prefix(std::min(end + 1, names.size()));
        }
        ignore.reason = colon == std::string_view::npos ? std::string() : std::string(trimmed(rest.substr(colon + 1)));
        if (ignore.rules.empty())
            ignore.wrong = "an ignore names the rule that it is for, as in factcheck-ignore calendar/weekday-date: the reason";
        else if (ignore.reason.empty())
            ignore.wrong = "an ignore says why after a colon, as in factcheck-ignore " + ignore.rules.front() + ": the reason";
    }

    std::string_view bytes_;
    const Syntax& syntax_;
    std::vector<Ignore> out_;
    std::vector<std::size_t> open_;
    std::size_t waiting_ = no_end;  // the ignore whose block is not over
    std::size_t lines_ = 0;
    bool in_code_ = false;
};

bool is_for(const Ignore& ignore, const ReportClaim& claim) {
    if (!ignore.wrong.empty() || !is_named(claim.rule, ignore.rules)) return false;
    if (!ignore.claim.empty()) return claim.text.find(ignore.claim) != std::string::npos;
    return ignore.first_line <= claim.end_line && claim.line <= ignore.last_line;
}

ReportClaim useless(const Ignore& ignore) {
    ReportClaim claim;
    claim.kind = "ignore";
    claim.rule = "factcheck/unused-ignore";
    claim.severity = Severity::warning;
    claim.start = ignore.start;
    claim.end = ignore.end;
    claim.line = claim.end_line = ignore.line;
    claim.column = ignore.column;
    claim.end_column = ignore.column + ignore.end - ignore.start;
    claim.text = ignore.words;
    claim.message = ignore.wrong;
    claim.settles = "the comment is mended";
    if (!claim.message.empty()) return claim;
    claim.message = "nothing of " + ignore.rules.front() + " is found here any more: the ignore can go";
    claim.settles = "the comment is deleted";
    return claim;
}

}  // namespace

std::vector<Ignore> ignores_in(std::string_view bytes, std::string_view path) {
    const Syntax* syntax = syntax_of(path);
    if (syntax == nullptr || bytes.find(word) == std::string_view::npos) return {};
    return Comments(bytes, *syntax).all();
}

bool has_comments(std::string_view path) { return syntax_of(path) != nullptr; }

bool is_named(std::string_view rule, const std::vector<std::string>& names) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return rule == name || (rule.starts_with(name) && rule.substr(name.size()).starts_with('/'));
    });
}

void suppress(ReportClaim& claim, std::string_view by, std::string_view reason) {
    claim.severity.reset();
    claim.suppressed_by = by;
    claim.suppressed_why = reason;
}

void leave_out(const std::vector<std::string>& rules, ReportDocument& document) {
    for (ReportClaim& claim : document.claims)
        if (claim.severity && is_named(claim.rule, rules)) suppress(claim, "settings", "");
}

void apply(const std::vector<Ignore>& ignores, const std::vector<std::string>& loaded_packs, ReportDocument& document) {
    if (ignores.empty()) return;
    std::vector<ReportClaim> found;
    for (const Ignore& ignore : ignores) {
        bool used = false;
        for (ReportClaim& claim : document.claims) {
            if (!is_for(ignore, claim)) continue;
            used = used || claim.severity || !claim.suppressed_by.empty();
            if (claim.severity) suppress(claim, ignore.claim.empty() ? "inline" : "sidecar", ignore.reason);
        }
        const bool missed = std::any_of(ignore.rules.begin(), ignore.rules.end(), [&](const std::string& rule) {
            return std::find(loaded_packs.begin(), loaded_packs.end(), rule.substr(0, rule.find('/'))) != loaded_packs.end();
        });
        if (!ignore.wrong.empty() || (!used && missed)) found.push_back(useless(ignore));
    }
    for (ReportClaim& claim : found) {
        const auto place = std::find_if(document.claims.begin(), document.claims.end(),
                                        [&](const ReportClaim& other) { return other.start > claim.start; });
        document.claims.insert(place, std::move(claim));
    }
}

}  // namespace factcheck
