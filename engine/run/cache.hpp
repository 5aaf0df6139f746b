// Results of documents that were checked before, by content: the text, its name and dates, the rules and their data, the program.
// A folder of files that only grow, one for each run, so that runs may share it and a killed one costs nothing. What is damaged
// is not there.
#pragma once

#include "factcheck.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

class Cache {
public:
    // `rules`: names and hashes of the packs, the version, all else that a result depends on. Empty, or one sentence on why the
    // folder cannot be used.
    [[nodiscard]] std::string open(const std::filesystem::path& folder, std::string rules, std::size_t most_bytes);
    Cache() = default;
    Cache(const Cache&) = delete;
    Cache& operator=(const Cache&) = delete;
    ~Cache();

    using Key = std::array<std::uint64_t, 2>;
    [[nodiscard]] Key key_of(const Document& document) const;
    // On any thread.
    [[nodiscard]] std::optional<ReportDocument> find(const Key& key) const;
    void keep(const Key& key, const ReportDocument& document);
    // What is not yet on the disk goes there.
    void flush();

private:
    struct Entry {
        Key key;
        std::uint64_t offset;  // of the record's bytes
        std::uint32_t size;
        std::uint32_t file;
    };

    void read_seed();
    void open_segment(const std::filesystem::path& path);
    void index(std::uint32_t file);
    void make_room(std::size_t most_bytes) const;
    void write_pending();

    std::filesystem::path folder_;
    std::string rules_;
    std::uint64_t seed_ = 0;
    std::vector<int> files_;
    std::vector<Entry> entries_;  // by key
    std::mutex mutex_;            // of what follows
    int own_ = -1;
    bool full_ = false;
    std::string pending_;
};

}  // namespace factcheck
