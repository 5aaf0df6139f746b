#include "reference/store_format.hpp"

#include "model/limits.hpp"

#include <cstring>

namespace factcheck::store {

namespace {

constexpr int grain_bits = 4;
constexpr std::size_t sum_bytes = 8;
constexpr std::int32_t most_days = (1 << day_bits) - 1;

const Day day_one = *make_day(limits::year_min, 1, 1);

std::uint64_t zigzag(std::int64_t value) {
    return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
}
std::int64_t unzigzag(std::uint64_t value) {
    return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
}
UInt128 zigzag_large(Int128 value) { return (static_cast<UInt128>(value) << 1U) ^ static_cast<UInt128>(value >> 127); }
Int128 unzigzag_large(UInt128 value) { return static_cast<Int128>(value >> 1U) ^ -static_cast<Int128>(value & 1U); }

// Tells a chunk from a damaged one, and from one that stands elsewhere; eight bytes at a time, as it is taken with each look-up.
std::uint64_t sum_of(std::int64_t id, std::string_view bytes) {
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15U;
    std::uint64_t out = (static_cast<std::uint64_t>(id) + bytes.size()) * factor;
    for (; bytes.size() >= sum_bytes; bytes.remove_prefix(sum_bytes)) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), sum_bytes);
        out = (out ^ word) * factor;
        out ^= out >> 29U;
    }
    for (const char c : bytes) out = (out ^ static_cast<unsigned char>(c)) * factor;
    return out ^ (out >> 32U);
}

}  // namespace

std::int32_t number_of(Day day) { return static_cast<std::int32_t>((day - day_one).count()); }
Day day_of(std::int32_t number) { return day_one + std::chrono::days{number}; }
Period period_of(const PackedRow& row) { return {day_of(row.first), day_of(row.first + row.days - 1), row.grain}; }

void append_varint(std::string& out, UInt128 value) {
    while (value >= 0x80) {
        out += static_cast<char>(static_cast<unsigned>(value & 0x7FU) | 0x80U);
        value >>= 7U;
    }
    out += static_cast<char>(value);
}

std::string packed_numbers(const std::vector<std::uint32_t>& numbers) {
    std::string out;
    for (const std::uint32_t number : numbers) append_varint(out, number);
    return out;
}

bool unpack_numbers(std::string_view bytes, std::vector<std::uint32_t>& out) {
    out.clear();
    std::uint64_t number = 0;
    unsigned shift = 0;
    for (const char c : bytes) {
        if (shift > 28) return false;
        number |= static_cast<std::uint64_t>(static_cast<unsigned char>(c) & 0x7FU) << shift;
        shift += 7;
        if ((static_cast<unsigned char>(c) & 0x80U) != 0) continue;
        out.push_back(static_cast<std::uint32_t>(number));
        number = 0;
        shift = 0;
    }
    return shift == 0;
}

void ChunkWriter::add(const PackedRow& row) {
    append_varint(rows_, zigzag(row.first - (count_ == 0 ? row.first : first_)));
    append_varint(rows_, (static_cast<std::uint64_t>(row.days) << grain_bits) | static_cast<unsigned>(row.grain));
    append_varint(rows_, zigzag_large(row.value.coefficient));
    append_varint(rows_, zigzag(row.value.exponent));
    append_varint(rows_, row.origin);
    if (members_) append_varint(rows_, zigzag(static_cast<std::int64_t>(row.member) - (count_ == 0 ? 0 : member_)));
    first_ = row.first;
    member_ = row.member;
    ++count_;
}

std::string_view ChunkWriter::finish(std::int64_t id) {
    const std::uint64_t sum = sum_of(id, rows_);
    out_.assign(reinterpret_cast<const char*>(&sum), sum_bytes);
    out_ += rows_;
    rows_.clear();
    count_ = 0;
    return out_;
}

ChunkReader::ChunkReader(std::int64_t id, std::string_view bytes, bool members)
    : members_(members), first_(id & ((std::int64_t{1} << day_bits) - 1)) {
    std::uint64_t sum = 0;
    damaged_ = bytes.size() < sum_bytes;
    if (damaged_) return;
    std::memcpy(&sum, bytes.data(), sum_bytes);
    rest_ = bytes.substr(sum_bytes);
    damaged_ = sum != sum_of(id, rest_);
    if (damaged_) rest_ = {};
}

std::uint64_t ChunkReader::number() {
    std::uint64_t out = 0;
    for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        out |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if ((byte & 0x80U) == 0) return out;
    }
    damaged_ = true;
    return 0;
}

UInt128 ChunkReader::large_number() {
    UInt128 out = 0;
    for (unsigned shift = 0; shift < 128 && !rest_.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        out |= static_cast<UInt128>(byte & 0x7FU) << shift;
        if ((byte & 0x80U) == 0) return out;
    }
    damaged_ = true;
    return 0;
}

bool ChunkReader::next(PackedRow& row) {
    if (rest_.empty() || damaged_) return false;
    first_ += unzigzag(number());
    const std::uint64_t shape = number();
    row.value.coefficient = unzigzag_large(large_number());
    const std::int64_t exponent = unzigzag(number());
    const std::uint64_t origin = number();
    if (members_) member_ += unzigzag(number());
    const std::uint64_t days = shape >> grain_bits;
    const std::uint64_t grain = shape & ((1U << grain_bits) - 1);
    const bool sound = first_ >= 0 && days >= 1 && days <= most_days && first_ + static_cast<std::int64_t>(days) <= most_days &&
                       grain <= static_cast<std::uint64_t>(Grain::century) && exponent >= -limits::number_digits * 10 &&
                       exponent <= limits::number_digits * 10 && origin <= 0xFFFFFFFFU && member_ >= 0 && member_ <= 0xFFFFFFFF;
    if (!sound) damaged_ = true;
    if (damaged_) return false;
    row.first = static_cast<std::int32_t>(first_);
    row.days = static_cast<std::int32_t>(days);
    row.grain = static_cast<Grain>(grain);
    row.value.exponent = static_cast<std::int32_t>(exponent);
    row.origin = static_cast<std::uint32_t>(origin);
    row.member = static_cast<std::uint32_t>(member_);
    return true;
}

}  // namespace factcheck::store
