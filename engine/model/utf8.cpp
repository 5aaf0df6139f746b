#include "model/utf8.hpp"

#include "model/bytes.hpp"

#include <simdjson.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace factcheck {
namespace {

unsigned byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

struct Lead {
    std::size_t size;    // 0: no lead byte
    unsigned bits;       // of the code point
    unsigned low, high;  // bounds of the second byte: they keep out overlong forms, surrogates and what lies past U+10FFFF
};

Lead lead_of(unsigned byte) {
    if (byte >= 0xC2 && byte <= 0xDF) return {2, byte & 0x1FU, 0x80, 0xBF};
    if (byte == 0xE0) return {3, 0, 0xA0, 0xBF};
    if (byte == 0xED) return {3, 0xD, 0x80, 0x9F};
    if (byte >= 0xE1 && byte <= 0xEF) return {3, byte & 0xFU, 0x80, 0xBF};
    if (byte == 0xF0) return {4, 0, 0x90, 0xBF};
    if (byte >= 0xF1 && byte <= 0xF3) return {4, byte & 0x7U, 0x80, 0xBF};
    if (byte == 0xF4) return {4, 4, 0x80, 0x8F};
    return {0, 0, 0, 0};
}

}  // namespace

Decoded decode_utf8(std::string_view bytes, std::size_t at) {
    const unsigned first = byte_at(bytes, at);
    if (first < 0x80) return {static_cast<char32_t>(first), 1, true};
    const Lead lead = lead_of(first);
    if (lead.size == 0 || bytes.size() - at < lead.size) return {};
    char32_t code_point = lead.bits;
    for (std::size_t i = 1; i < lead.size; ++i) {
        const unsigned next = byte_at(bytes, at + i);
        const unsigned low = i == 1 ? lead.low : 0x80U;
        const unsigned high = i == 1 ? lead.high : 0xBFU;
        if (next < low || next > high) return {};
        code_point = (code_point << 6U) | (next & 0x3FU);
    }
    return {code_point, lead.size, true};
}

bool is_ascii(std::string_view bytes) {
    std::size_t at = 0;
    auto high = load_sixteen("................") >= 0x80;
    for (; bytes.size() - at >= sixteen; at += sixteen) high |= load_sixteen(bytes.data() + at) >= 0x80;
    if (any_of(high)) return false;
    return std::all_of(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(), [](char c) { return c >= 0; });
}

bool is_valid_utf8(std::string_view bytes) { return simdjson::validate_utf8(bytes.data(), bytes.size()); }

// Eight bytes at once: a byte goes on with a code point if its top bit is set and the next is not.
std::size_t count_starts(std::string_view bytes) {
    constexpr std::uint64_t each = 0x0101010101010101U;
    std::size_t going_on = 0;
    std::size_t at = 0;
    for (; bytes.size() - at >= 8; at += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, bytes.data() + at, 8);
        const std::uint64_t goes_on = (eight >> 7U) & ~(eight >> 6U) & each;
        if (goes_on != 0) going_on += static_cast<std::size_t>((goes_on * each) >> 56U);  // the sum of its bytes
    }
    for (; at < bytes.size(); ++at) going_on += starts_code_point(bytes[at]) ? 0U : 1U;
    return bytes.size() - going_on;
}

void append_utf8(std::string& out, char32_t code_point) {
    const auto push = [&out](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (code_point < 0x80) return push(code_point);
    if (code_point < 0x800) {
        push(0xC0U | (code_point >> 6U));
    } else {
        if (code_point < 0x10000) {
            push(0xE0U | (code_point >> 12U));
        } else {
            push(0xF0U | (code_point >> 18U));
            push(0x80U | ((code_point >> 12U) & 0x3FU));
        }
        push(0x80U | ((code_point >> 6U) & 0x3FU));
    }
    push(0x80U | (code_point & 0x3FU));
}

std::string valid_utf8(std::string_view bytes) {
    std::string out;
    for (std::size_t at = 0; at < bytes.size();) {
        const Decoded decoded = decode_utf8(bytes, at);
        append_utf8(out, decoded.code_point);
        at += decoded.size;
    }
    return out;
}

std::size_t code_point_start(std::string_view bytes, std::size_t at) {
    if (at >= bytes.size()) return at;
    for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
        if ((byte_at(bytes, at - back + 1) & 0xC0U) != 0x80U) return at;
        const Decoded decoded = decode_utf8(bytes, at - back);
        if (decoded.valid && decoded.size > back) return at - back;
    }
    return at;
}

std::string single_spaced(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool space = c == ' ' || (c >= '\t' && c <= '\r');
        if (!space)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

}  // namespace factcheck
