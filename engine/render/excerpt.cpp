#include "render/excerpt.hpp"

#include "model/limits.hpp"
#include "render/columns.hpp"

#include <algorithm>

namespace factcheck {
namespace {

constexpr std::size_t tab_stop = 4;
constexpr std::size_t longest_word_cut = 16;  // a cut moves at most this far to fall between words
constexpr std::string_view ellipsis = "…";

using Cells = std::vector<Cell>;

// White space becomes plain blanks: a tab up to its stop, a line break one blank.
Cells laid_out(std::string_view line) {
    Cells cells = cells_of(line);
    std::size_t column = 0;
    for (Cell& cell : cells) {
        if (cell.shown == "<U+0009>")
            cell = {std::string(tab_stop - column % tab_stop, ' '), tab_stop - column % tab_stop, true};
        else if (cell.space)
            cell = {" ", 1, true};
        column += cell.columns;
    }
    return cells;
}

Marked clamped(Marked m, std::size_t size) {
    const std::size_t to = std::min(m.to, size);
    return {std::min(m.from, to), to};
}

bool is_empty(Marked m) { return m.from >= m.to; }

// Grows [from, to) evenly on both sides while it fits; what one side cannot use the other gets.
Marked window_around(const Cells& cells, Marked core, std::size_t columns, std::size_t code_points) {
    Marked w{core.from, core.from};
    std::size_t used = 0;
    const auto fits = [&](std::size_t at) { return used + cells[at].columns <= columns && w.to - w.from < code_points; };
    const auto take_right = [&] { used += cells[w.to++].columns; };
    const auto take_left = [&] { used += cells[--w.from].columns; };
    while (w.to < core.to && fits(w.to)) take_right();
    for (bool grown = true; grown;) {
        grown = false;
        if (w.from > 0 && fits(w.from - 1)) {
            take_left();
            grown = true;
        }
        if (w.to < cells.size() && fits(w.to)) {
            take_right();
            grown = true;
        }
    }
    return w;
}

// Moves cut ends inwards to the next blank, never into `keep`.
Marked at_words(const Cells& cells, Marked w, Marked keep) {
    if (w.from > 0) {
        std::size_t from = w.from;
        while (from < keep.from && from - w.from < longest_word_cut && !cells[from].space && !cells[from - 1].space) ++from;
        if (from < keep.from && (cells[from].space || cells[from - 1].space)) w.from = from;
    }
    if (w.to < cells.size()) {
        std::size_t to = w.to;
        while (to > keep.to && w.to - to < longest_word_cut && !cells[to].space && !cells[to - 1].space) --to;
        if (to > keep.to && (cells[to].space || cells[to - 1].space)) w.to = to;
    }
    return w;
}

Marked without_blank_ends(const Cells& cells, Marked w) {
    while (w.from < w.to && cells[w.from].space) ++w.from;
    while (w.to > w.from && cells[w.to - 1].space) --w.to;
    return w;
}

void trim_right(std::string& s) { s.erase(s.find_last_not_of(' ') + 1); }

Excerpt drawn(const Cells& cells, Marked w, const std::vector<Marked>& marks, Marked focus) {
    Excerpt out;
    if (w.from > 0) {
        out.line += ellipsis;
        out.marks += ' ';
    }
    for (std::size_t i = w.from; i < w.to; ++i) {
        const bool in_claim = std::any_of(marks.begin(), marks.end(), [i](Marked m) { return m.from <= i && i < m.to; });
        const bool in_focus = focus.from <= i && i < focus.to;
        out.line += cells[i].shown;
        out.marks.append(cells[i].columns, in_focus ? '^' : in_claim ? '~' : ' ');
    }
    if (w.to < cells.size()) out.line += ellipsis;
    trim_right(out.line);
    trim_right(out.marks);
    return out;
}

}  // namespace

Excerpt excerpt_of(std::string_view source_line, Marked claim, Marked focus, std::size_t columns) {
    return excerpt_of(source_line, claim, focus, {claim}, columns);
}

Excerpt excerpt_of(std::string_view source_line, Marked claim, Marked focus, const std::vector<Marked>& marks,
                   std::size_t columns) {
    const Cells cells = laid_out(source_line);
    claim = clamped(claim, cells.size());
    focus = clamped(focus, cells.size());
    const Marked line = without_blank_ends(cells, {0, cells.size()});
    const std::size_t room = std::max<std::size_t>(columns, 20) - 2;  // an ellipsis at each end
    const std::size_t code_points = limits::excerpt_code_points - 2;
    std::size_t claim_columns = 0;
    for (std::size_t i = claim.from; i < claim.to; ++i) claim_columns += cells[i].columns;
    const bool claim_fits = claim_columns <= room && claim.to - claim.from <= code_points;
    const Marked core = claim_fits || is_empty(focus) ? claim : focus;
    const Cells shown(cells.begin() + static_cast<std::ptrdiff_t>(line.from),
                      cells.begin() + static_cast<std::ptrdiff_t>(line.to));
    const auto moved = [&](Marked m) {
        const std::size_t size = shown.size();
        return clamped({m.from - std::min(m.from, line.from), m.to - std::min(m.to, line.from)}, size);
    };
    const Marked window = window_around(shown, moved(core), room, code_points);
    std::vector<Marked> below;
    for (const Marked& mark : marks) below.push_back(moved(clamped(mark, cells.size())));
    return drawn(shown, without_blank_ends(shown, at_words(shown, window, moved(core))), below, moved(focus));
}

std::string words_of(std::string_view source_line, Marked words) {
    const Cells cells = laid_out(source_line);
    words = clamped(words, cells.size());
    std::string out;
    for (std::size_t i = words.from; i < words.to; ++i) out += cells[i].shown;
    return out;
}

std::string shortened(std::string_view text, std::size_t columns) { return excerpt_of(text, {}, {}, columns).line; }

}  // namespace factcheck
