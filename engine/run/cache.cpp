#include "run/cache.hpp"

#include "run/stored_report.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#define XXH_INLINE_ALL  // no library to link
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <tuple>
#include <utility>

namespace factcheck {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view magic = "factcheck cache 1\n";
constexpr std::string_view ending = ".results";
constexpr std::size_t flushed_bytes = 256U << 10U;
constexpr std::size_t most_files = 64;

// Before the bytes of each record, in the machine's own order: a cache stays on its machine.
struct Head {
    Cache::Key key;
    std::uint64_t check;  // of the key and the bytes
    std::uint32_t size;
    std::uint32_t zero = 0;
};
static_assert(sizeof(Head) == 32);

std::uint64_t check_of(const Cache::Key& key, std::string_view bytes, std::uint64_t seed) {
    return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed ^ key[0] ^ key[1]);
}

bool read_at(int file, void* to, std::size_t size, std::uint64_t offset) {
    auto* at = static_cast<char*>(to);
    while (size > 0) {
        const ssize_t got = ::pread(file, at, size, static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        at += got;
        offset += static_cast<std::uint64_t>(got);
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

std::uint64_t size_of(int file) {
    struct stat status {};
    return ::fstat(file, &status) == 0 && S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(status.st_size) : 0;
}

void add_field(std::string& all, std::string_view field) {
    all += std::to_string(field.size());
    all += ':';
    all += field;
}

std::vector<fs::path> segments_in(const fs::path& folder) {
    std::vector<std::pair<fs::file_time_type, fs::path>> found;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code unknown;
        if (entry->path().extension() != ending || entry->is_symlink(unknown) || !entry->is_regular_file(unknown)) continue;
        const auto time = entry->last_write_time(unknown);
        if (!unknown) found.emplace_back(time, entry->path());
    }
    std::sort(found.begin(), found.end());
    std::vector<fs::path> paths;
    for (auto& each : found) paths.push_back(std::move(each.second));
    return paths;  // the oldest first
}

std::string hex(std::uint64_t number) {
    std::string out(16, '0');
    for (std::size_t i = 0; i < 16; ++i) out[15 - i] = "0123456789abcdef"[(number >> (4 * i)) & 15U];
    return out;
}

}  // namespace

std::string Cache::open(const fs::path& folder, std::string rules, std::size_t most_bytes) {
    folder_ = folder;
    rules_ = std::move(rules);
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return "--cache: cannot make the folder " + folder.string() + ": " + error.message();
    read_seed();
    if (seed_ == 0) return "--cache: cannot write to the folder " + folder.string() + "; check its permissions";
    make_room(most_bytes);
    for (const fs::path& path : segments_in(folder)) open_segment(path);
    std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.key < b.key; });
    return {};
}

Cache::~Cache() {
    flush();
    for (const int file : files_) ::close(file);
    if (own_ >= 0) ::close(own_);
}

// A number that nobody else knows: nobody can write a text that is taken for another. The first run makes it.
void Cache::read_seed() {
    const fs::path path = folder_ / "seed";
    for (int attempt = 0; attempt < 2; ++attempt) {
        const int file = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
        if (file >= 0) {
            const bool read = read_at(file, &seed_, sizeof seed_, 0);
            ::close(file);
            if (read && seed_ != 0) return;
            ::unlink(path.c_str());
        }
        std::uint64_t number = 0;
        if (::getrandom(&number, sizeof number, 0) != sizeof number) return;
        const fs::path made = folder_ / ("seed-" + hex(number));
        const int out = ::open(made.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (out < 0) return;
        const bool written = ::write(out, &number, sizeof number) == sizeof number;
        ::close(out);
        if (written) static_cast<void>(::link(made.c_str(), path.c_str()));  // fails where another run was first
        ::unlink(made.c_str());
    }
}

// The oldest go first; what a run is writing now is locked by it.
void Cache::make_room(std::size_t most_bytes) const {
    std::vector<fs::path> paths = segments_in(folder_);
    std::size_t bytes = 0;
    std::error_code error;
    for (const fs::path& path : paths) bytes += fs::file_size(path, error);
    std::size_t files = paths.size();
    for (const fs::path& path : paths) {
        if (bytes <= most_bytes && files <= most_files) return;
        const int file = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
        const bool unused = file >= 0 && ::flock(file, LOCK_EX | LOCK_NB) == 0;
        const std::size_t size = file >= 0 ? size_of(file) : 0;
        if (unused && ::unlink(path.c_str()) == 0) bytes -= std::min(bytes, size), --files;
        if (file >= 0) ::close(file);
    }
}

void Cache::open_segment(const fs::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    std::string head(magic.size(), '\0');
    if (file < 0) return;
    if (!read_at(file, head.data(), head.size(), 0) || head != magic) {
        ::close(file);
        return;
    }
    files_.push_back(file);
    index(static_cast<std::uint32_t>(files_.size() - 1));
}

// Walks from head to head; the bytes between are looked at when they are asked for.
void Cache::index(std::uint32_t file) {
    const std::uint64_t size = size_of(files_[file]);
    std::string window;
    std::uint64_t window_at = 0;
    for (std::uint64_t at = magic.size(); at + sizeof(Head) <= size;) {
        if (at < window_at || at + sizeof(Head) > window_at + window.size()) {
            window.resize(static_cast<std::size_t>(std::min<std::uint64_t>(1U << 20U, size - at)));
            window_at = at;
            if (!read_at(files_[file], window.data(), window.size(), at)) return;
        }
        Head head{};
        std::memcpy(&head, window.data() + (at - window_at), sizeof head);
        if (head.zero != 0 || at + sizeof head + head.size > size) return;  // the end of a run that was killed
        entries_.push_back({head.key, at, head.size, file});
        at += sizeof head + head.size;
    }
}

Cache::Key Cache::key_of(const Document& document) const {
    const XXH128_hash_t text = XXH3_128bits_withSeed(document.bytes.data(), document.bytes.size(), seed_);
    std::string all;
    add_field(all, std::string_view(reinterpret_cast<const char*>(&text), sizeof text));
    for (const std::string* field :
         {&rules_, &document.path, &document.id, &document.date, &document.date_from, &document.as_of, &document.input_format})
        add_field(all, *field);
    add_field(all, std::string(document.detail.line_hashes ? "lines " : "") + (document.detail.article ? "article" : ""));
    const XXH128_hash_t key = XXH3_128bits_withSeed(all.data(), all.size(), seed_);
    return {key.low64, key.high64};
}

std::optional<ReportDocument> Cache::find(const Key& key) const {
    const auto before = [](const Entry& entry, const Key& wanted) { return entry.key < wanted; };
    const auto entry = std::lower_bound(entries_.begin(), entries_.end(), key, before);
    if (entry == entries_.end() || entry->key != key) return std::nullopt;
    std::string record(sizeof(Head) + entry->size, '\0');
    if (!read_at(files_[entry->file], record.data(), record.size(), entry->offset)) return std::nullopt;
    Head head{};
    std::memcpy(&head, record.data(), sizeof head);
    const std::string_view bytes = std::string_view(record).substr(sizeof head);
    if (head.key != key || head.check != check_of(key, bytes, seed_)) return std::nullopt;
    return restored(bytes);
}

void Cache::keep(const Key& key, const ReportDocument& document) {
    const std::string bytes = stored(document);
    const Head head{key, check_of(key, bytes, seed_), static_cast<std::uint32_t>(bytes.size())};
    if (bytes.size() > (64U << 20U)) return;
    const std::lock_guard lock(mutex_);
    pending_.append(reinterpret_cast<const char*>(&head), sizeof head);
    pending_ += bytes;
    if (pending_.size() >= flushed_bytes) write_pending();
}

void Cache::flush() {
    const std::lock_guard lock(mutex_);
    write_pending();
}

// A disk that is full costs the cache and nothing else.
void Cache::write_pending() {
    std::string bytes = std::exchange(pending_, {});
    if (bytes.empty() || full_) return;
    if (own_ < 0) {
        std::uint64_t name = 0;
        if (::getrandom(&name, sizeof name, 0) != sizeof name) return;
        own_ = ::open((folder_ / (hex(name) + std::string(ending))).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (own_ >= 0) ::flock(own_, LOCK_EX | LOCK_NB);
        bytes.insert(0, magic);
    }
    for (std::string_view rest = bytes; !rest.empty() && !full_;) {
        const ssize_t written = ::write(own_, rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        full_ = written <= 0;
        if (!full_) rest.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace factcheck
