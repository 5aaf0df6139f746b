#include "read/formats.hpp"

#include <algorithm>

namespace factcheck {
namespace {

constexpr std::array table{&html_format, &markdown_format, &plain_format};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool ends_with(std::string_view path, std::string_view ending) {
    return !ending.empty() && path.size() >= ending.size() &&
           std::equal(ending.begin(), ending.end(), path.end() - static_cast<std::ptrdiff_t>(ending.size()),
                      [](char a, char b) { return a == lower(b); });
}

}  // namespace

std::span<const Format* const> formats() { return table; }

const Format& format_of(std::string_view name, std::string_view path, std::string_view bytes) {
    const auto first = [](auto holds) {
        const auto* const found = std::find_if(table.begin(), table.end(), [&](const Format* format) { return holds(*format); });
        return found == table.end() ? nullptr : *found;
    };
    if (const Format* named = first([&](const Format& f) { return f.name == name; })) return *named;
    const Format* by_path = first([&](const Format& f) {
        return std::any_of(f.endings.begin(), f.endings.end(), [&](std::string_view e) { return ends_with(path, e); });
    });
    if (by_path != nullptr) return *by_path;
    const Format* by_content = first([&](const Format& f) { return f.recognised != nullptr && f.recognised(bytes); });
    return by_content != nullptr ? *by_content : plain_format;
}

}  // namespace factcheck
