#include "diagnose/digits.hpp"

#include <algorithm>

namespace factcheck {

namespace {

struct Digits {
    std::string all;
    std::size_t behind = 0;  // the point
};

// The first number of the words, without what groups its digits.
Digits digits_of(std::string_view words) {
    Digits out;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    std::size_t at = 0;
    while (at < words.size() && !is_digit(words[at])) ++at;
    bool point = false;
    for (; at < words.size(); ++at) {
        if (is_digit(words[at])) {
            out.all += words[at];
            out.behind += point ? 1 : 0;
        } else if (words[at] == '.' && !point && at + 1 < words.size() && is_digit(words[at + 1])) {
            point = true;
        } else if (words[at] != ',') {
            break;
        }
    }
    return out;
}

// Whether `longer` is `shorter` with one digit put in.
bool has_one_more(const std::string& longer, const std::string& shorter) {
    if (longer.size() != shorter.size() + 1) return false;
    const auto differ = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
    return std::equal(differ.first, shorter.end(), differ.second + 1);
}

std::string without_zeros(const std::string& digits) {
    const std::size_t first = digits.find_first_not_of('0'), last = digits.find_last_not_of('0');
    return first == std::string::npos ? std::string() : digits.substr(first, last - first + 1);
}

}  // namespace

std::string digit_slip(std::string_view written, std::string_view right) {
    constexpr std::size_t least = 2;         // digits: of fewer any is as near as any other
    constexpr std::size_t least_single = 3;  // of two digits one that differs says nothing
    const Digits a = digits_of(written), b = digits_of(right);
    if (a.all.size() < least || b.all.size() < least || (a.all == b.all && a.behind == b.behind)) return {};
    if (without_zeros(a.all) == without_zeros(b.all) && without_zeros(a.all).size() >= least) return "a decimal point has moved";
    if (a.behind != b.behind) return {};
    if (has_one_more(a.all, b.all)) return "a digit too many";
    if (has_one_more(b.all, a.all)) return "a digit is missing";
    if (a.all.size() != b.all.size()) return {};
    std::size_t first = a.all.size(), count = 0;
    for (std::size_t i = a.all.size(); i-- > 0;)
        if (a.all[i] != b.all[i]) first = i, ++count;
    if (count == 2 && a.all[first] == b.all[first + 1] && a.all[first + 1] == b.all[first]) return "two digits are transposed";
    return count == 1 && a.all.size() >= least_single ? "one digit is wrong" : std::string();
}

}  // namespace factcheck
