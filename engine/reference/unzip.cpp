#include "reference/unzip.hpp"

#include "model/limits.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <memory>

namespace factcheck {

namespace {

struct Free {
    void operator()(archive* a) const { archive_read_free(a); }
};

constexpr std::size_t most_parts = 10'000;

}  // namespace

std::map<std::string, std::string> unzip(std::string_view bytes, std::string& wrong) {
    std::map<std::string, std::string> out;
    const std::unique_ptr<archive, Free> reader(archive_read_new());
    archive_read_support_format_zip(reader.get());
    if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
        wrong = "the archive is damaged";
        return out;
    }
    const auto refuse = [&](std::string why) {
        wrong = std::move(why);
        out.clear();
        return out;
    };
    std::size_t total = 0;
    archive_entry* entry = nullptr;
    int code = ARCHIVE_OK;
    std::array<char, 1U << 16U> room{};
    while ((code = archive_read_next_header(reader.get(), &entry)) == ARCHIVE_OK) {
        if (out.size() == most_parts) return refuse("the archive has more than " + std::to_string(most_parts) + " parts");
        const char* name = archive_entry_pathname(entry);
        std::string& part = out[name == nullptr ? "" : name];
        while (true) {
            const la_ssize_t got = archive_read_data(reader.get(), room.data(), room.size());
            if (got < 0) return refuse("the archive is damaged");
            if (got == 0) break;
            total += static_cast<std::size_t>(got);
            if (total > limits::workbook_bytes)
                return refuse("the archive unpacks to more than " + std::to_string(limits::workbook_bytes) +
                              " bytes: save the table as CSV");
            part.append(room.data(), static_cast<std::size_t>(got));
        }
    }
    if (code != ARCHIVE_EOF) return refuse("the archive is damaged");
    return out;
}

}  // namespace factcheck
