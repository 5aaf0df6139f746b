// The dates that a document gives of itself: front matter, dateline, file name. Dates in its prose are the grammar's.
#pragma once

#include "model/period.hpp"

#include <optional>
#include <string_view>

namespace factcheck {

struct WrittenDay {
    int year = 0;  // 0: not written
    unsigned month = 0;
    unsigned day = 0;
};

// "2025-08-04", "2025-08-04T10:00Z", "20250804", "4 August 2025", "Monday, August 4th, 2025", "Aug. 4"; what follows the day is
// not looked at.
[[nodiscard]] std::optional<WrittenDay> written_day(std::string_view words);
[[nodiscard]] std::optional<Day> day_of(const WrittenDay& written);
// "2025-08-04-title.md", "pk_20250804.txt": the first day in the name of the file, not in its folders.
[[nodiscard]] std::optional<Day> day_in_file_name(std::string_view path);
// The day in "LONDON, March 3 (Reuters) -" at the start of the first paragraph.
[[nodiscard]] std::optional<WrittenDay> day_in_dateline(std::string_view paragraph);

}  // namespace factcheck
