#include "model/fingerprint.hpp"

#include "model/utf8.hpp"

#include <sys/types.h>

#include <sha256.h>

#include <array>
#include <cstdint>

namespace factcheck {
namespace {

// Line breaks come and go with every reflow, capitals with every move to the front of a sentence.
std::string normalised(std::string_view words) {
    std::string out = single_spaced(words);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::string digest_of(std::string_view bytes) {
    SHA256_CTX context;
    SHA256Init(&context);
    SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest{};
    SHA256Final(digest.data(), &context);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (std::size_t i = 0; i < digest.size() / 2; ++i) {
        out += digits[digest[i] >> 4U];
        out += digits[digest[i] & 0xFU];
    }
    return out;
}

}  // namespace

std::string Fingerprints::of(std::string_view path, std::string_view id, const ReportClaim& claim) {
    std::string key = claim.severity ? "finding" : "claim";
    for (const std::string_view part : {std::string_view(claim.rule), path, id}) (key += '\0') += part;
    (key += '\0') += normalised(claim.text);
    const std::size_t before = seen_[key]++;
    return digest_of(key + '\0' + std::to_string(before));
}

}  // namespace factcheck
