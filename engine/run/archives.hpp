// Compressed files and archives: what lies in them is read as if it lay in a folder.
#pragma once

#include "run/byte_stream.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

// By its first bytes: gzip, bzip2, xz, zstd, lz4, tar, zip, cpio.
[[nodiscard]] bool is_archive(std::string_view head);
// "a.html.gz" without what says how it is packed: "a.html"; else the path itself.
[[nodiscard]] std::string_view without_packing(std::string_view path);
// Whether the path is that of an archive of many files ("texts.tar.zst", "texts.zip").
[[nodiscard]] bool names_archive(std::string_view path);

struct ArchiveVisitor {
    // A file of the archive; `path` is "texts.tar!a/b.html", or that of the archive where it packs a single file without a name.
    std::function<void(const std::string& path, ByteStream& stream)> file;
    // One sentence about the archive, or a file of it.
    std::function<void(const std::string& error)> error;
};

// The files of the archive at `path` in their order. `head` was read from the stream already. A limit that bites ends the
// reading, and one sentence says so.
void each_file_in_archive(const std::string& path, std::string head, ByteStream& stream, const ArchiveVisitor& visitor);

}  // namespace factcheck
