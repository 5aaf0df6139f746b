#include "run/archives.hpp"

#include "model/limits.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <utility>

namespace factcheck {
namespace {

using namespace std::string_view_literals;

using Archive = std::unique_ptr<archive, int (*)(archive*)>;

constexpr std::array packings{".gz"sv, ".zst"sv, ".bz2"sv, ".xz"sv, ".lz4"sv};
constexpr std::array archives{".tar"sv, ".zip"sv, ".tgz"sv, ".tzst"sv, ".txz"sv, ".tbz2"sv, ".cpio"sv};
constexpr std::size_t tar_mark_at = 257;
constexpr std::size_t piece = 256U << 10U;

template <std::size_t N>
std::string_view ending_of(const std::array<std::string_view, N>& endings, std::string_view path) {
    const auto found = std::find_if(endings.begin(), endings.end(), [&](std::string_view e) { return path.ends_with(e); });
    return found == endings.end() || found->size() == path.size() ? std::string_view() : *found;
}

// Feeds the library from the stream.
struct Feed {
    ByteStream& stream;
    std::string bytes;  // the last piece, which the library still looks at

    static la_ssize_t read(archive* reader, void* data, const void** out) {
        auto& self = *static_cast<Feed*>(data);
        if (self.bytes.empty() || self.given) {
            self.bytes.clear();
            self.stream.read_up_to(self.bytes, piece);
        }
        self.given = true;
        *out = self.bytes.data();
        if (self.stream.error().empty()) return static_cast<la_ssize_t>(self.bytes.size());
        archive_set_error(reader, EIO, "%s", "cannot be read");
        return -1;
    }

    bool given = false;  // `bytes` were handed over
};

std::string printed(std::size_t bytes) { return std::to_string(bytes) + " bytes"; }

// What has come out of an archive, and whether that is too much.
class Bounds {
public:
    explicit Bounds(archive* from) : from_(from) {}

    // Why no more may be unpacked; empty: it may.
    std::string take(std::size_t bytes) {
        out_ += bytes;
        const auto in = static_cast<std::size_t>(std::max<la_int64_t>(archive_filter_bytes(from_, -1), 1));
        if (out_ > limits::unpacked_bytes) return "holds more than " + printed(limits::unpacked_bytes);
        if (out_ > limits::unpacked_free && out_ / in > limits::unpacked_ratio)
            return "unpacks to more than " + std::to_string(limits::unpacked_ratio) + " times its size";
        return {};
    }

private:
    archive* from_;
    std::size_t out_ = 0;
};

// One file of the archive.
class EntryStream : public ByteStream {
public:
    EntryStream(std::string path, archive* from, Bounds& bounds) : path_(std::move(path)), from_(from), bounds_(bounds) {}

    void read_up_to(std::string& bytes, std::size_t size) override {
        while (!at_end_ && bytes.size() < size) {
            const std::size_t before = bytes.size();
            bytes.resize(std::min(size, before + piece));
            const auto got = archive_read_data(from_, bytes.data() + before, bytes.size() - before);
            bytes.resize(before + static_cast<std::size_t>(std::max<la_ssize_t>(got, 0)));
            if (got == 0) at_end_ = true;
            if (got < 0) fail(what_is_wrong());
            if (got <= 0) continue;
            if (const std::string trap = bounds_.take(static_cast<std::size_t>(got)); !trap.empty()) {
                trap_ = true;
                fail(trap + ", and the rest was not read; unpack it first if it is to be trusted");
            }
        }
    }
    [[nodiscard]] bool at_end() const override { return at_end_; }
    [[nodiscard]] const std::string& error() const override { return error_; }
    // Unpacks what nobody has read, within the same bounds: the library would do so without any.
    void pass() {
        std::string bytes;
        while (!at_end_) {
            bytes.clear();
            read_up_to(bytes, piece);
        }
    }
    [[nodiscard]] bool trap() const { return trap_; }

private:
    [[nodiscard]] std::string what_is_wrong() const {
        const char* said = archive_error_string(from_);
        return "cannot be unpacked" + (said == nullptr ? "" : " (" + std::string(said) + ")");
    }
    void fail(const std::string& why) {
        error_ = path_ + ": " + why;
        at_end_ = true;
    }

    std::string path_;
    archive* from_;
    Bounds& bounds_;
    bool at_end_ = false;
    bool trap_ = false;
    std::string error_;
};

// The library hands out names in the character set of the thread's locale, and none at all where that does not have them. Only
// this thread and only its characters: numbers are written everywhere else without asking a locale.
class Utf8Names {
public:
    Utf8Names() : utf8_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
        if (utf8_ != nullptr) before_ = ::uselocale(utf8_);
    }
    Utf8Names(const Utf8Names&) = delete;
    Utf8Names& operator=(const Utf8Names&) = delete;
    ~Utf8Names() {
        if (utf8_ == nullptr) return;
        ::uselocale(before_);
        ::freelocale(utf8_);
    }

private:
    locale_t utf8_;
    locale_t before_ = nullptr;
};

std::string name_of(archive_entry* entry, std::size_t number) {
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr) name = archive_entry_pathname(entry);
    return name == nullptr ? "file " + std::to_string(number) : std::string(name);
}

// Whether the rest of a file is passed by without being unpacked.
bool skips_for_nothing(archive* reader, archive_entry* entry) {
    return (archive_format(reader) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP && archive_entry_size_is_set(entry) != 0;
}

void support_what_is_read(archive* reader) {
    archive_read_support_filter_gzip(reader);
    archive_read_support_filter_bzip2(reader);
    archive_read_support_filter_xz(reader);
    archive_read_support_filter_zstd(reader);
    archive_read_support_filter_lz4(reader);
    archive_read_support_format_tar(reader);
    archive_read_support_format_zip(reader);
    archive_read_support_format_cpio(reader);
    archive_read_support_format_raw(reader);  // a single compressed file
}

}  // namespace

bool is_archive(std::string_view head) {
    static constexpr std::array marks{"\x1F\x8B"sv,
                                      "BZh"sv,
                                      "\xFD"
                                      "7zXZ\0"sv,
                                      "\x28\xB5\x2F\xFD"sv,
                                      "\x04\x22\x4D\x18"sv,
                                      "PK\x03\x04"sv,
                                      "PK\x05\x06"sv,
                                      "070701"sv,
                                      "070707"sv};
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return head.starts_with(mark); }) ||
           (head.size() > tar_mark_at && head.substr(tar_mark_at).starts_with("ustar"));
}

std::string_view without_packing(std::string_view path) {
    path.remove_suffix(ending_of(packings, path).size());
    return path;
}

bool names_archive(std::string_view path) { return !ending_of(archives, without_packing(path)).empty(); }

void each_file_in_archive(const std::string& path, std::string head, ByteStream& stream, const ArchiveVisitor& visitor) {
    const Utf8Names names;
    Feed feed{stream, std::move(head)};
    const Archive reader(archive_read_new(), archive_read_free);
    support_what_is_read(reader.get());
    std::size_t count = 0;
    const auto broken = [&] {
        const char* said = archive_error_string(reader.get());
        visitor.error(path + ": the archive is broken" + (count == 0 ? "" : " after " + std::to_string(count) + " files") +
                      (said == nullptr ? "" : " (" + std::string(said) + ")") + ", and the rest was not read");
    };
    if (archive_read_open(reader.get(), &feed, nullptr, Feed::read, nullptr) != ARCHIVE_OK) return broken();
    Bounds bounds(reader.get());
    while (true) {
        archive_entry* entry = nullptr;
        const int status = archive_read_next_header(reader.get(), &entry);
        if (status == ARCHIVE_EOF) return;
        if (status < ARCHIVE_WARN) return broken();
        if (++count > limits::archive_files)
            return visitor.error(path + ": holds more than " + std::to_string(limits::archive_files) +
                                 " files, and the rest was not read; split it");
        const bool single = archive_format(reader.get()) == ARCHIVE_FORMAT_RAW;
        if (!single && archive_entry_filetype(entry) != AE_IFREG) continue;
        EntryStream file(single ? path : path + "!" + name_of(entry, count), reader.get(), bounds);
        visitor.file(single ? path : path + "!" + name_of(entry, count), file);
        if (!skips_for_nothing(reader.get(), entry)) file.pass();
        if (file.trap()) return visitor.error(file.error());
    }
}

}  // namespace factcheck
