#include "model/line_hash.hpp"

#include "model/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>

namespace factcheck {
namespace {

constexpr std::size_t window = 100;
constexpr std::uint64_t base = 37;
constexpr char32_t end_of_file = 0xFFFF;

constexpr std::uint64_t power_of_window() {
    std::uint64_t power = 1;
    for (std::size_t i = 0; i < window; ++i) power *= base;
    return power;
}

std::string in_hex(std::uint64_t number) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (; number != 0 || out.empty(); number >>= 4U) out += digits[number & 0xFU];
    std::reverse(out.begin(), out.end());
    return out;
}

// A ring of the last code units: where a unit that began a line is about to fall out, the hash is that of its line.
class Roller {
public:
    Roller(const std::vector<std::size_t>& lines, std::vector<std::string>& out) : lines_(lines), out_(out) {}

    void take(char32_t unit) {
        if (unit == ' ' || unit == '\t' || (after_return_ && unit == '\n')) {
            after_return_ = false;
            return;
        }
        after_return_ = unit == '\r';
        if (after_return_) unit = '\n';
        say_line();
        if (line_begins_) line_of_[at_] = ++line_;
        line_begins_ = unit == '\n';
        roll(unit);
    }

    void finish() {
        take(end_of_file);
        for (std::size_t i = 0; i < window; ++i) {
            say_line();
            roll(0);
        }
    }

private:
    void say_line() {
        const std::size_t line = line_of_[at_];
        if (line == 0) return;
        line_of_[at_] = 0;
        const std::size_t count = ++seen_[hash_];
        for (; next_ < lines_.size() && lines_[next_] <= line; ++next_)
            if (lines_[next_] == line) out_[next_] = in_hex(hash_) + ":" + std::to_string(count);
    }

    void roll(char32_t unit) {
        hash_ = hash_ * base + unit - power_of_window() * units_[at_];
        units_[at_] = unit;
        at_ = (at_ + 1) % window;
    }

    const std::vector<std::size_t>& lines_;
    std::vector<std::string>& out_;
    std::size_t next_ = 0;
    std::array<std::uint64_t, window> units_{};
    std::array<std::size_t, window> line_of_{};  // of a unit that begins a line; 0: of others
    std::uint64_t hash_ = 0;
    std::size_t at_ = 0;
    std::size_t line_ = 0;
    bool line_begins_ = true;
    bool after_return_ = false;
    std::unordered_map<std::uint64_t, std::size_t> seen_;
};

}  // namespace

std::vector<std::string> line_hashes(std::string_view bytes, const std::vector<std::size_t>& lines) {
    std::vector<std::string> out(lines.size());
    Roller roller(lines, out);
    for (std::size_t at = 0; at < bytes.size();) {
        const Decoded decoded = decode_utf8(bytes, at);
        at += decoded.size;
        if (decoded.code_point < 0x10000) {
            roller.take(decoded.code_point);
        } else {
            roller.take(0xD800 + ((decoded.code_point - 0x10000) >> 10U));
            roller.take(0xDC00 + ((decoded.code_point - 0x10000) & 0x3FFU));
        }
    }
    roller.finish();
    return out;
}

}  // namespace factcheck
