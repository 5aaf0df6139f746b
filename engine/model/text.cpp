#include "model/text.hpp"

#include "model/utf8.hpp"

#include <algorithm>

namespace factcheck {
namespace {

constexpr std::size_t bytes_between_marks = 4096;

// Where the byte at `at` came from, by the step before it; never past the next step or the end of where the map leads.
std::size_t extrapolate(const std::vector<MapStep>& map, std::vector<MapStep>::const_iterator step, std::size_t at,
                        std::size_t size) {
    std::size_t original = step->original + (at - step->reading);
    if (const auto next = step + 1; next != map.end()) original = std::min(original, next->original);
    return std::min(original, size);
}

std::size_t mapped_begin(const std::vector<MapStep>& map, std::size_t at, std::size_t size) {
    const auto after =
        std::upper_bound(map.begin(), map.end(), at, [](std::size_t value, const MapStep& step) { return value < step.reading; });
    return after == map.begin() ? 0 : extrapolate(map, after - 1, at, size);
}

std::size_t mapped_end(const std::vector<MapStep>& map, std::size_t at, std::size_t size) {
    const auto step =
        std::lower_bound(map.begin(), map.end(), at, [](const MapStep& s, std::size_t value) { return s.reading < value; });
    if (step != map.end() && step->reading == at) return step->original;
    return step == map.begin() ? 0 : extrapolate(map, step - 1, at, size);
}

std::size_t line_index(const Source& text, std::size_t original_offset) {
    const auto after = std::upper_bound(text.lines.begin(), text.lines.end(), original_offset);
    return after == text.lines.begin() ? 0 : static_cast<std::size_t>(after - text.lines.begin()) - 1;
}

bool ends_line(std::string_view bytes, std::size_t at) {
    return bytes[at] == '\n' || (bytes[at] == '\r' && (at + 1 == bytes.size() || bytes[at + 1] != '\n'));
}

std::size_t count_code_points(const Source& text, Span original) {
    if (text.ascii) return original.size();
    if (text.valid_utf8) return count_starts(std::string_view(text.original).substr(original.begin, original.size()));
    std::size_t count = 0;
    for (std::size_t at = original.begin; at < original.end; ++count) at += decode_utf8(text.original, at).size;
    return count;
}

void find_lines(Source& text) {
    const std::string_view bytes = text.original;
    text.lines.assign(1, 0);
    if (bytes.find('\r') == std::string_view::npos) {
        for (std::size_t at = 0; (at = bytes.find('\n', at)) != std::string_view::npos;) text.lines.push_back(++at);
        return;
    }
    for (std::size_t at = 0; at < bytes.size(); ++at)
        if (ends_line(bytes, at)) text.lines.push_back(at + 1);
}

// A mark stands where a code point begins.
void mark_code_points(Source& text) {
    text.code_points.assign(1, {});
    const std::string_view bytes = text.original;
    while (bytes.size() - text.code_points.back().offset > bytes_between_marks) {
        const CodePointMark last = text.code_points.back();
        std::size_t next = last.offset + bytes_between_marks;
        if (text.valid_utf8) {
            while (next < bytes.size() && !starts_code_point(bytes[next])) ++next;
        } else {
            next = last.offset;
            while (next - last.offset < bytes_between_marks) next += decode_utf8(bytes, next).size;
        }
        text.code_points.push_back({next, last.count + count_code_points(text, {last.offset, next})});
    }
}

LineColumn place_in(const Source& source, std::size_t original_offset) {
    if (source.lines.empty()) return {};
    const std::size_t line = line_index(source, original_offset);
    const std::size_t before = code_points_before(source, original_offset) - code_points_before(source, source.lines[line]);
    // Editors do not count a byte order mark as a column.
    const bool marked = line == 0 && before > 0 && source.original.compare(0, 3, "\xEF\xBB\xBF") == 0;
    return {line + 1, marked ? before : before + 1};
}

}  // namespace

Span original_span(const Text& text, Span reading) {
    const std::size_t size = text.original.size();
    const std::size_t begin = code_point_start(text.original, mapped_begin(text.map, reading.begin, size));
    if (reading.empty()) return {begin, begin};
    std::size_t end = std::max(begin, mapped_end(text.map, reading.end, size));
    while (end < text.original.size() && code_point_start(text.original, end) != end) ++end;
    return {begin, end};
}

void index_lines(Source& text) {
    text.ascii = is_ascii(text.original);
    text.valid_utf8 = text.ascii || is_valid_utf8(text.original);
    find_lines(text);
    mark_code_points(text);
}

std::size_t code_points_before(const Source& text, std::size_t original_offset) {
    const std::size_t stop = std::min(original_offset, text.original.size());
    const auto after = std::upper_bound(text.code_points.begin(), text.code_points.end(), stop,
                                        [](std::size_t value, const CodePointMark& mark) { return value < mark.offset; });
    const CodePointMark mark = after == text.code_points.begin() ? CodePointMark{} : *(after - 1);
    return mark.count + count_code_points(text, {mark.offset, stop});
}

std::size_t CodePointCursor::before(std::size_t original_offset) {
    const std::size_t stop = std::min(original_offset, text_.original.size());
    if (text_.ascii) return stop;
    if (stop < last_.offset || stop - last_.offset > bytes_between_marks)
        last_ = {stop, code_points_before(text_, stop)};
    else
        last_ = {stop, last_.count + count_code_points(text_, {last_.offset, stop})};
    return last_.count;
}

LineColumn line_column(const Text& text, std::size_t original_offset) {
    if (!text.container) return place_in(text, original_offset);
    const Container* container = text.container.get();
    std::size_t at = mapped_begin(container->map, original_offset, container->file->original.size());
    for (; container->outer != nullptr; container = container->outer.get())
        at = mapped_begin(container->outer->map, at, container->outer->file->original.size());
    LineColumn place = place_in(*container->file, at);
    place.line += container->lines_before;
    return place;
}

std::string_view words_at(const Text& text, Span reading) {
    const std::size_t end = std::min(reading.end, text.reading.size());
    const std::size_t begin = std::min(reading.begin, end);
    return std::string_view(text.reading).substr(begin, end - begin);
}

Span line_at(const Source& text, std::size_t index) {
    const std::size_t begin = text.lines[index];
    std::size_t end = index + 1 < text.lines.size() ? text.lines[index + 1] : text.original.size();
    while (end > begin && (text.original[end - 1] == '\n' || text.original[end - 1] == '\r')) --end;
    return {begin, end};
}

Span original_line_of(const Source& text, std::size_t original_offset) {
    return text.lines.empty() ? Span{} : line_at(text, line_index(text, original_offset));
}

}  // namespace factcheck
