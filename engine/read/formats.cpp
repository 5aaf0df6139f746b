#include "read/formats.hpp"

#include "read/read.hpp"

#include <algorithm>

namespace factcheck {
namespace {

constexpr std::array table{&docx_format, &odt_format, &news_format, &mail_format, &html_format, &markdown_format, &plain_format};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool ends_with(std::string_view path, std::string_view ending) {
    return !ending.empty() && path.size() >= ending.size() &&
           std::equal(ending.begin(), ending.end(), path.end() - static_cast<std::ptrdiff_t>(ending.size()),
                      [](char a, char b) { return a == lower(b); });
}

bool has_ending_of(const InputFormat& format, std::string_view path) {
    return std::any_of(format.endings.begin(), format.endings.end(), [&](std::string_view e) { return ends_with(path, e); });
}

}  // namespace

std::span<const InputFormat* const> input_formats() { return table; }

const InputFormat& input_format_of(std::string_view name, std::string_view path, std::string_view bytes) {
    const auto first = [](auto holds) {
        const auto* const found =
            std::find_if(table.begin(), table.end(), [&](const InputFormat* format) { return holds(*format); });
        return found == table.end() ? nullptr : *found;
    };
    if (const InputFormat* named = first([&](const InputFormat& f) { return f.name == name; })) return *named;
    const InputFormat* by_path = first([&](const InputFormat& f) { return has_ending_of(f, path); });
    if (by_path != nullptr) return *by_path;
    const InputFormat* by_content = first([&](const InputFormat& f) { return f.recognised != nullptr && f.recognised(bytes); });
    return by_content != nullptr ? *by_content : plain_format;
}

bool has_known_ending(std::string_view path) {
    return std::any_of(table.begin(), table.end(), [&](const InputFormat* format) { return has_ending_of(*format, path); });
}

std::string other_formats_than(std::string_view name) {
    std::string known;
    for (const InputFormat* format : table) {
        if (format->name == name) return {};
        known += (known.empty() ? "" : ", ") + std::string(format->name);
    }
    return known;
}

}  // namespace factcheck
