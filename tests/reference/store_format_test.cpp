// Chunks of rows: what is packed comes out again, and no damage goes unseen.
#include "reference/store_format.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace factcheck;
using namespace factcheck::store;

namespace {

std::vector<PackedRow> any_rows() {
    std::vector<PackedRow> out;
    const auto count = *rc::gen::inRange(1, 30);
    std::int32_t first = *rc::gen::inRange(0, 700'000);
    for (int i = 0; i < count; ++i) {
        first += *rc::gen::element(0, 0, 1, 365, 10'000);
        PackedRow row;
        row.first = first;
        row.days = *rc::gen::element(1, 31, 365, 36'525);
        row.grain = *rc::gen::element(Grain::day, Grain::month, Grain::year, Grain::century);
        const auto digits = *rc::gen::element<Int128>(0, 1, 544419, Int128{1} << 63, (Int128{1} << 100) - 7);
        row.value = {*rc::gen::arbitrary<bool>() ? digits : -digits, *rc::gen::inRange(-30, 30)};
        row.origin = *rc::gen::element<std::uint32_t>(0, 7, 300, 0xFFFFFFFF);
        row.member = *rc::gen::element<std::uint32_t>(0, 1, 199, 1'000'000);
        out.push_back(row);
    }
    return out;
}

std::string chunk_of(const std::vector<PackedRow>& rows, std::int64_t id) {
    ChunkWriter writer(true);
    for (const PackedRow& row : rows) writer.add(row);
    return std::string(writer.finish(id));
}

bool same(const PackedRow& a, const PackedRow& b) {
    return a.first == b.first && a.days == b.days && a.grain == b.grain && a.value.coefficient == b.value.coefficient &&
           a.value.exponent == b.value.exponent && a.origin == b.origin && a.member == b.member;
}

}  // namespace

TEST_CASE("rows come out of a chunk as they went in") {
    CHECK(rc::check([] {
        const std::vector<PackedRow> rows = any_rows();
        const std::int64_t id = chunk_id(*rc::gen::inRange(0, 1'000'000), rows.front().first);
        const std::string chunk = chunk_of(rows, id);
        ChunkReader reader(id, chunk, true);
        PackedRow row;
        for (const PackedRow& wanted : rows) RC_ASSERT((reader.next(row) && same(row, wanted)));
        RC_ASSERT((!reader.next(row) && !reader.damaged()));
    }));
}

TEST_CASE("a chunk that is cut, changed in a bit, or another's is damaged") {
    CHECK(rc::check([] {
        const std::vector<PackedRow> rows = any_rows();
        const std::int64_t id = chunk_id(7, rows.front().first);
        std::string chunk = chunk_of(rows, id);
        std::int64_t asked = id;
        switch (*rc::gen::inRange(0, 3)) {
            case 0: chunk.resize(*rc::gen::inRange<std::size_t>(0, chunk.size())); break;
            case 1: {
                char& byte = chunk[*rc::gen::inRange<std::size_t>(0, chunk.size())];
                byte = static_cast<char>(byte ^ (1 << *rc::gen::inRange(0, 8)));
                break;
            }
            default: asked = chunk_id(8, rows.front().first);
        }
        ChunkReader reader(asked, chunk, true);
        PackedRow row;
        while (reader.next(row)) {
        }
        RC_ASSERT(reader.damaged());
    }));
}

TEST_CASE("lists of numbers, and bytes that are none") {
    const std::vector<std::uint32_t> numbers{0, 1, 127, 128, 300, 70'000, 0xFFFFFFFF};
    std::vector<std::uint32_t> out;
    CHECK(unpack_numbers(packed_numbers(numbers), out));
    CHECK(out == numbers);
    CHECK(unpack_numbers("", out));
    CHECK(out.empty());
    CHECK_FALSE(unpack_numbers("\x80", out));
    CHECK_FALSE(unpack_numbers("\xFF\xFF\xFF\xFF\xFF\x01", out));
}
