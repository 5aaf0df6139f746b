#include "read/encoding.hpp"

#include "model/utf8.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>

namespace factcheck {
namespace {

using namespace std::string_view_literals;

// 0x80 to 0x9F; 0: not used.
constexpr std::array<char32_t, 32> upper_controls = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

std::string lower(std::string_view name) {
    std::string out(name);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
    const std::string plain = lower(name);
    return std::find(names.begin(), names.end(), plain) != names.end();
}

Recoded from_windows_1252(std::string_view bytes) {
    Recoded out;
    out.utf8.reserve(bytes.size() + bytes.size() / 16);
    for (std::size_t at = 0; at < bytes.size();) {
        std::size_t plain = at;
        while (plain < bytes.size() && static_cast<unsigned char>(bytes[plain]) < 0x80) ++plain;
        out.utf8.append(bytes.substr(at, plain - at));
        if (plain < bytes.size()) append_utf8(out.utf8, windows_1252(static_cast<unsigned char>(bytes[plain++])));
        at = plain;
    }
    return out;
}

// Two or four bytes, the lowest first or last.
std::uint32_t unit_at(std::string_view bytes, std::size_t at, std::size_t size, bool big) {
    std::uint32_t unit = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[at + (big ? i : size - 1 - i)]);
        unit = unit << 8U | byte;
    }
    return unit;
}

bool is_surrogate(std::uint32_t unit) { return unit >= 0xD800 && unit <= 0xDFFF; }

Recoded from_utf16(std::string_view bytes, bool big) {
    Recoded out;
    out.utf8.reserve(bytes.size() / 2 + 16);
    std::size_t at = 0;
    while (at + 2 <= bytes.size()) {
        std::uint32_t point = unit_at(bytes, at, 2, big);
        at += 2;
        if (point >= 0xD800 && point <= 0xDBFF && at + 2 <= bytes.size()) {
            const std::uint32_t low = unit_at(bytes, at, 2, big);
            if (low >= 0xDC00 && low <= 0xDFFF) {
                point = 0x10000 + ((point - 0xD800) << 10U) + (low - 0xDC00);
                at += 2;
            }
        }
        if (is_surrogate(point)) {
            ++out.replaced;
            point = 0xFFFD;
        }
        append_utf8(out.utf8, point);
    }
    if (at < bytes.size()) {
        ++out.replaced;
        append_utf8(out.utf8, 0xFFFD);
    }
    return out;
}

Recoded from_utf32(std::string_view bytes, bool big) {
    Recoded out;
    out.utf8.reserve(bytes.size() / 4 + 16);
    for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4) {
        const std::uint32_t point = unit_at(bytes, at, 4, big);
        const bool good = point <= 0x10FFFF && !is_surrogate(point);
        out.replaced += good ? 0 : 1;
        append_utf8(out.utf8, good ? point : 0xFFFD);
    }
    return out;
}

// Keeps the converter open for one text and closes it whatever happens.
class Converter {
public:
    explicit Converter(std::string_view encoding) : iconv_(::iconv_open("UTF-8", std::string(encoding).c_str())) {}
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    ~Converter() {
        if (known()) ::iconv_close(iconv_);
    }
    [[nodiscard]] bool known() const { return iconv_ != iconv_t(-1); }  // NOLINT(performance-no-int-to-ptr): how iconv says no

    [[nodiscard]] Recoded recode(std::string_view bytes) {
        Recoded out;
        std::array<char, 16U << 10U> room{};
        char* from = const_cast<char*>(bytes.data());  // iconv's signature; it does not write there
        std::size_t left = bytes.size();
        while (left > 0) {
            char* to = room.data();
            std::size_t free = room.size();
            const std::size_t done = ::iconv(iconv_, &from, &left, &to, &free);
            const int error = errno;
            out.utf8.append(room.data(), room.size() - free);
            if (done != static_cast<std::size_t>(-1) || error == E2BIG) continue;
            ++out.replaced;  // a sequence that the encoding does not have, or that the end cuts
            append_utf8(out.utf8, 0xFFFD);
            ++from;
            --left;
        }
        return out;
    }

private:
    iconv_t iconv_;
};

}  // namespace

char32_t windows_1252(unsigned char byte) {
    if (byte < 0x80 || byte > 0x9F) return byte;
    const char32_t point = upper_controls[byte - 0x80U];
    return point == 0 ? byte : point;
}

std::string_view marked_encoding(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE\0\0"sv)) return "UTF-32LE";
    if (bytes.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32BE";
    if (bytes.starts_with("\xFF\xFE"sv)) return "UTF-16LE";
    if (bytes.starts_with("\xFE\xFF"sv)) return "UTF-16BE";
    return {};
}

bool looks_like_windows_1252(std::string_view bytes) {
    std::size_t high = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        if (byte < 0x80) {
            if (byte < ' ' && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f') return false;
            continue;
        }
        const Decoded decoded = decode_utf8(bytes, at);
        if (decoded.valid) return false;  // part of it is UTF-8: what is not is damage
        if (byte <= 0x9F && upper_controls[byte - 0x80U] == 0) return false;
        ++high;
    }
    return high > 0 && high * 5 < bytes.size();  // English has few
}

bool names_utf8(std::string_view encoding) {
    static constexpr std::array names = {"utf-8"sv,          "utf8"sv, "us-ascii"sv, "ascii"sv, "unicode-1-1-utf-8"sv,
                                         "x-unicode20utf8"sv};
    return is_one_of(names, encoding);
}

std::optional<Recoded> to_utf8(std::string_view bytes, std::string_view encoding) {
    static constexpr std::array western = {"windows-1252"sv, "cp1252"sv,    "cp-1252"sv, "x-cp1252"sv, "iso-8859-1"sv, "latin1"sv,
                                           "iso_8859-1"sv,   "iso8859-1"sv, "latin-1"sv, "l1"sv,       "iso88591"sv};
    if (is_one_of(western, encoding)) return from_windows_1252(bytes);
    const std::string name = lower(encoding);
    if (name == "utf-16le" || name == "utf-16be") return from_utf16(bytes, name.ends_with("be"));
    if (name == "utf-32le" || name == "utf-32be") return from_utf32(bytes, name.ends_with("be"));
    if (name == "utf-16") return from_utf16(bytes, !marked_encoding(bytes).ends_with("LE"));
    const bool plain_name = !name.empty() && name.size() < 40 &&
                            name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_:.") == std::string::npos;
    if (!plain_name) return std::nullopt;
    Converter converter(name);
    return converter.known() ? std::optional(converter.recode(bytes)) : std::nullopt;
}

}  // namespace factcheck
