#include "run/globs.hpp"

#include <algorithm>
#include <cstddef>

namespace factcheck {
namespace {

bool in_set(std::string_view set, char c) {
    const auto code = [](char each) { return static_cast<unsigned char>(each); };
    for (std::size_t i = 0; i < set.size(); ++i) {
        if (set[i] == '\\' && i + 1 < set.size()) ++i;
        if (i + 2 < set.size() && set[i + 1] == '-') {
            const std::size_t last = set[i + 2] == '\\' && i + 3 < set.size() ? i + 3 : i + 2;
            if (code(set[i]) <= code(c) && code(c) <= code(set[last])) return true;
            i = last;
        } else if (set[i] == c) {
            return true;
        }
    }
    return false;
}

}  // namespace

// The first ] is one of the set, as in [^]].
void Glob::add_set(std::string_view pattern, std::size_t& at) {
    std::size_t from = at + 1;
    Step step{.kind = Step::Kind::set};
    if (from < pattern.size() && (pattern[from] == '!' || pattern[from] == '^')) {
        step.inverted = true;
        ++from;
    }
    std::size_t end = from;
    if (end < pattern.size() && pattern[end] == ']') ++end;
    while (end < pattern.size() && pattern[end] != ']') end += pattern[end] == '\\' ? 2 : 1;
    never_ = never_ || end >= pattern.size();
    if (never_) return;
    step.set = pattern.substr(from, end - from);
    steps_.push_back(step);
    at = end;
}

Glob::Glob(std::string_view pattern) {
    if (pattern.ends_with('/')) {
        folders_only_ = true;
        pattern.remove_suffix(1);
    }
    never_ = pattern.empty();
    const bool rooted = pattern.find('/') != std::string_view::npos;
    if (!rooted) steps_.push_back({.kind = Step::Kind::folders});
    if (pattern.starts_with('/')) pattern.remove_prefix(1);
    for (std::size_t at = 0; at < pattern.size() && !never_; ++at) {
        const bool at_name = at == 0 || pattern[at - 1] == '/';
        const char c = pattern[at];
        const std::size_t past_stars = std::min(pattern.find_first_not_of('*', at), pattern.size());
        const bool folders = at_name && past_stars - at >= 2;
        if (folders && past_stars < pattern.size() && pattern[past_stars] == '/') {
            steps_.push_back({.kind = Step::Kind::folders});
            at = past_stars;
        } else if (folders && past_stars == pattern.size() && rooted) {
            steps_.push_back({.kind = Step::Kind::rest});
            break;
        } else if (c == '*') {
            if (steps_.empty() || steps_.back().kind != Step::Kind::star) steps_.push_back({.kind = Step::Kind::star});
        } else if (c == '?') {
            steps_.push_back({.kind = Step::Kind::any});
        } else if (c == '[') {
            add_set(pattern, at);
        } else {
            if (c == '\\' && ++at == pattern.size()) never_ = true;
            if (!never_) steps_.push_back({.kind = Step::Kind::byte, .byte = pattern[at]});
        }
    }
}

// All ways through the pattern at once, byte by byte.
bool Glob::matches(std::string_view path, bool is_folder) const {
    if (never_ || (folders_only_ && !is_folder)) return false;
    std::vector<bool> now(steps_.size() + 1);
    std::vector<bool> next(steps_.size() + 1);
    const auto enter = [this](std::vector<bool>& states, std::size_t at, bool at_name) {
        for (states[at] = true; at < steps_.size(); states[++at] = true)
            if (steps_[at].kind != Step::Kind::star && !(steps_[at].kind == Step::Kind::folders && at_name)) break;
    };
    enter(now, 0, true);
    for (const char c : path) {
        next.assign(next.size(), false);
        for (std::size_t at = 0; at < steps_.size(); ++at) {
            if (!now[at]) continue;
            const Step& step = steps_[at];
            switch (step.kind) {
                case Step::Kind::byte:
                    if (step.byte == c) enter(next, at + 1, c == '/');
                    break;
                case Step::Kind::any:
                    if (c != '/') enter(next, at + 1, false);
                    break;
                case Step::Kind::set:
                    if (c != '/' && in_set(step.set, c) != step.inverted) enter(next, at + 1, false);
                    break;
                case Step::Kind::star:
                    if (c != '/') enter(next, at, false);
                    break;
                case Step::Kind::folders:
                    next[at] = true;
                    if (c == '/') enter(next, at + 1, true);
                    break;
                case Step::Kind::rest: return true;
            }
        }
        now.swap(next);
    }
    return now[steps_.size()];
}

}  // namespace factcheck
