#include "render/json_text.hpp"

#include "model/utf8.hpp"
#include "render/columns.hpp"

#include <nlohmann/json.hpp>

#include <string_view>

namespace factcheck {
namespace {

void append_unit(std::string& out, unsigned unit) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out += digits[(unit >> static_cast<unsigned>(shift)) & 0xFU];
}

void append_escaped(std::string& out, char32_t c) {
    if (c < 0x10000) return append_unit(out, static_cast<unsigned>(c));
    append_unit(out, 0xD800U + ((static_cast<unsigned>(c) - 0x10000U) >> 10U));
    append_unit(out, 0xDC00U + ((static_cast<unsigned>(c) - 0x10000U) & 0x3FFU));
}

bool is_plain(char c) { return static_cast<unsigned char>(c) < 0x7F && c != '#'; }

}  // namespace

std::string json_text(const nlohmann::ordered_json& json, int indent) {
    const std::string dumped = json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    std::string out;
    out.reserve(dumped.size());
    for (std::size_t at = 0; at < dumped.size();) {
        std::size_t plain = at;
        while (plain < dumped.size() && is_plain(dumped[plain])) ++plain;
        out.append(dumped, at, plain - at);
        at = plain;
        if (at == dumped.size()) break;
        const Decoded decoded = decode_utf8(dumped, at);
        if (dumped[at] == '#' ? dumped.compare(at, 2, "##") == 0 : is_hidden(decoded.code_point))
            append_escaped(out, decoded.code_point);
        else
            out.append(dumped, at, decoded.size);
        at += decoded.size;
    }
    return out;
}

}  // namespace factcheck
