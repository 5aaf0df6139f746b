// Text of others inside a format: nothing in it can end what it stands in, or say anything to what reads it.
#pragma once

#include <string>
#include <string_view>

namespace factcheck {

// For HTML and XML, as text or in a quoted attribute. Line breaks stay; other control characters, and what XML 1.0 cannot
// hold at all, are shown as <U+001B>.
[[nodiscard]] std::string markup_escaped(std::string_view text);
// One line of Markdown (CommonMark and GitHub's) that shows these characters and nothing else: no emphasis, link, mention,
// reference to an issue, or HTML.
[[nodiscard]] std::string markdown_escaped(std::string_view text);
// A code span of Markdown, whatever backticks are in it.
[[nodiscard]] std::string markdown_code(std::string_view text);
// A field of RFC 4180, on one line. Words that a spreadsheet would run as a formula are led by an apostrophe.
[[nodiscard]] std::string csv_escaped(std::string_view text);
// The value of a property and the message of a workflow command of GitHub.
[[nodiscard]] std::string command_property(std::string_view text);
[[nodiscard]] std::string command_message(std::string_view text);
// A path as a relative reference of RFC 3986, from the folder that reports count from.
[[nodiscard]] std::string uri_of_path(std::string_view path);
// An address that a page may link to: http or https, without blanks or quotes; empty for all others.
[[nodiscard]] std::string linkable(std::string_view url);

}  // namespace factcheck
