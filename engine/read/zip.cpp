#include "read/zip.hpp"

#include "model/limits.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>

namespace factcheck {
namespace {

using Archive = std::unique_ptr<archive, int (*)(archive*)>;

std::string what_is_wrong(archive* from) {
    const char* said = archive_error_string(from);
    return std::string("the archive is broken") + (said == nullptr ? "" : " (" + std::string(said) + ")");
}

std::string read_member(archive* from, std::size_t most, std::string& bytes) {
    constexpr std::size_t piece = 64U << 10U;
    while (true) {
        const std::size_t before = bytes.size();
        bytes.resize(before + piece);
        const auto got = archive_read_data(from, bytes.data() + before, piece);
        bytes.resize(before + static_cast<std::size_t>(std::max<la_ssize_t>(got, 0)));
        if (got == 0) return {};
        if (got < 0) return what_is_wrong(from);
        if (bytes.size() > most) {
            bytes.clear();
            return "a file of the archive is larger than " + std::to_string(most) + " bytes";
        }
    }
}

}  // namespace

ZipMembers read_zip(std::string_view bytes, const std::vector<std::string_view>& names) {
    ZipMembers out;
    out.bytes.resize(names.size());
    const Archive from(archive_read_new(), archive_read_free);
    archive_read_support_format_zip(from.get());
    if (archive_read_open_memory(from.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
        out.error = what_is_wrong(from.get());
        return out;
    }
    const std::size_t most = std::min(limits::document_bytes, limits::unpacked_ratio * bytes.size() + limits::unpacked_free);
    for (std::size_t count = 0; count < limits::archive_files; ++count) {
        archive_entry* entry = nullptr;
        const int status = archive_read_next_header(from.get(), &entry);
        if (status == ARCHIVE_EOF) return out;
        if (status < ARCHIVE_WARN) {
            out.error = what_is_wrong(from.get());
            return out;
        }
        const char* path = archive_entry_pathname(entry);
        const auto name = std::find(names.begin(), names.end(), std::string_view(path == nullptr ? "" : path));
        if (name == names.end()) continue;
        out.error = read_member(from.get(), most, out.bytes[static_cast<std::size_t>(name - names.begin())]);
        if (!out.error.empty()) return out;
    }
    out.error = "the archive holds more than " + std::to_string(limits::archive_files) + " files";
    return out;
}

}  // namespace factcheck
