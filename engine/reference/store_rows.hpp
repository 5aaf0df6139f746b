// All rows of a store that is being made, in order, and how they are written.
#pragma once

#include "reference/store_build.hpp"
#include "reference/store_format.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace factcheck::store {

struct StoredOrigin {
    std::string status;
    std::optional<int> unit_mult;
    Published published;
    std::string source;
    std::string url;
    std::string comment;
};

struct StoredKey {
    std::uint32_t series = 0;
    std::vector<std::uint32_t> entities;
};

// Ten million of these are held at once: 40 bytes each.
struct StoredRow {
    std::uint64_t low = 0;  // of the coefficient
    std::int64_t high = 0;
    std::uint32_t key = 0;
    std::int32_t first = 0;
    std::int32_t days = 0;
    std::uint32_t origin = 0;
    std::uint32_t line = 0;
    std::int16_t exponent = 0;
    Grain grain = Grain::day;

    void set(const Decimal& value) {
        low = static_cast<std::uint64_t>(value.coefficient);
        high = static_cast<std::int64_t>(value.coefficient >> 64);
        exponent = static_cast<std::int16_t>(value.exponent);
    }
    [[nodiscard]] Decimal value() const { return {(static_cast<Int128>(high) << 64) | static_cast<Int128>(low), exponent}; }
};

struct StoreRows {
    std::vector<StoreSeries> series;    // by name
    std::vector<std::string> entities;  // by code
    std::vector<std::string> labels;    // of the entities
    std::vector<StoredOrigin> origins;  // by publication
    std::vector<StoredKey> keys;        // by series, then entities
    std::vector<StoredRow> rows;        // by key, period, publication, line
    std::map<std::string, std::string> tables;
};

// Throws SqlFault.
void write_store(const StoreRows& all, const std::filesystem::path& file);

}  // namespace factcheck::store
