// Writes the reading copy of a text: original bytes come in, plain characters go out, each with its place in the map.
#pragma once

#include "model/text.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace factcheck {

class ReadingCopy {
public:
    // Appends to text.reading, map, paragraphs, invalid_bytes and notes; text.original must not change meanwhile.
    explicit ReadingCopy(Text& text);

    void begin_paragraph(Region region);
    // The original bytes, made plain: quotes, dashes, spaces, digits; what cannot be seen is left out.
    void copy(Span original);
    // One character that stands for the original bytes: an entity.
    void character(Span original, char32_t code_point);
    void space(Span original);
    void end_paragraph();

    [[nodiscard]] const std::vector<Region>& regions() const { return regions_; }  // of text.paragraphs

private:
    void put(Span original, std::string_view plain);
    void wait_with_space(Span original, bool wide);
    void flush_space(char next);
    void cut_long_paragraph();
    void copy_by_character(Span original);
    std::size_t copy_plain_run(std::size_t at, std::size_t end);
    std::size_t copy_dashes(std::size_t at, std::size_t end);
    void em_dash(Span original);

    Text& text_;
    std::vector<Region> regions_;
    std::size_t expected_ = 0;   // the original offset that the map gives for the end of the reading copy
    std::size_t paragraph_ = 0;  // where the open paragraph begins
    Region region_ = Region::body;
    Span space_;  // white space seen, written when a word follows
    bool space_waits_ = false;
    bool space_is_wide_ = false;
    bool cut_noted_ = false;
    bool bidi_noted_ = false;
};

}  // namespace factcheck
