#include "read/read.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace factcheck;

namespace {

// Sentences parted by " | " are the expected reading of the row without the marks.
std::vector<std::string> parts_of(std::string row) {
    std::vector<std::string> parts;
    for (std::size_t at = row.find(" | "); at != std::string::npos; at = row.find(" | ")) {
        parts.push_back(row.substr(0, at));
        row.erase(0, at + 3);
    }
    parts.push_back(row);
    return parts;
}

constexpr const char* rows[] = {
    "Exports rose. | Imports fell.",
    "Exports rose by 5.4 percent. | Imports fell to .5 percent.",
    "Mr. Dar met Mrs. Smith. | He left.",
    "The U.S. economy grew. | It did.",
    "He flew to the U.S. | The talks went on.",
    "The U.S. Treasury said so.",
    "It opened at 10 a.m. Monday. | Few came.",
    "It closed at 5 p.m. | The bank did not say why.",
    "No. 10 said nothing. | No. | The minister knew.",
    "On Jan. 5 it fell. | In Sept. 2024 it rose.",
    "It began in Jan. | The rest is known.",
    "J. D. Vance and George W. Bush met.",
    "It rose by 5 per cent. | Exports fell.",
    "It rose by 5 pct. | Exports fell.",
    "It cost Rs. 500 in all. | Nobody paid.",
    "\"We agreed,\" he said. | \"It is done.\" | They left.",
    "\"Is it done?\" he asked. | \"Yes!\" she said.",
    "It fell (by 5 percent.) | Then it rose.",
    "It fell... and rose. | It went on... | Then it stopped.",
    "Really?! | Yes.",
    "Acme Inc. reported a loss. | Acme Ltd. | The firm is gone.",
    "Goods, e.g. Cotton, i.e. Fibre, rose.",
    "1. Exports rose. | 2 percent is little.",
    "In 2024. | 2025 was better.",
    "Dr. A. Khan of St. Mary vs. Prof. Lee.",
    "ISLAMABAD - The bank said so. | It did.",
    "He left. | \u00C9lys\u00E9e said no.",
    "The version 3.2.7 is out. | See example.com for more.",
    "He is gone. | $5 is left.",
};

}  // namespace

TEST_CASE("sentences end where a reader says they do") {
    for (const char* row : rows) {
        CAPTURE(row);
        const auto expected = parts_of(row);
        std::string bytes;
        for (const auto& part : expected) bytes += (bytes.empty() ? "" : " ") + part;
        const Text text = read_text(bytes, {.path = "a.txt"});
        std::vector<std::string> found;
        for (const Sentence& sentence : text.sentences) found.emplace_back(words_at(text, sentence.span));
        CHECK(found == expected);
    }
}
