#include "run/atomic_write.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <optional>
#include <system_error>
#include <utility>

namespace factcheck {
namespace {

namespace fs = std::filesystem;

constexpr int attempts_at_a_name = 100;
constexpr std::string_view name_begins = ".factcheck-";
constexpr std::string_view name_ends = ".tmp";
constexpr std::chrono::minutes surely_left_behind{10};

// A descriptor that is closed on every way out; close() reports what the disk said last.
class File {
public:
    explicit File(int descriptor) : descriptor_(descriptor) {}
    File(File&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    File& operator=(File&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    ~File() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }

    [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
    [[nodiscard]] int descriptor() const { return descriptor_; }
    // 0, or errno.
    [[nodiscard]] int close() { return ::close(std::exchange(descriptor_, -1)) == 0 || errno == EINTR ? 0 : errno; }

private:
    int descriptor_;
};

int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        if (written == 0) return EIO;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

std::string failure(const fs::path& path, int error) {
    return "cannot write " + path.string() + ": " + std::generic_category().message(error);
}

// The folder's entry must reach the disk too; some file systems know no such thing and say EINVAL.
int sync_folder(const fs::path& folder) {
    const File opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!opened.is_open()) return errno == EACCES ? 0 : errno;
    return ::fsync(opened.descriptor()) == 0 || errno == EINVAL || errno == EROFS ? 0 : errno;
}

// What a killed run left behind. A name whose writer lives is locked by it, on whatever machine that is.
void remove_leftovers(const fs::path& folder) {
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (!name.starts_with(name_begins) || !name.ends_with(name_ends)) continue;
        std::error_code unknown;
        const auto written = fs::last_write_time(entry->path(), unknown);
        if (unknown || fs::file_time_type::clock::now() - written < surely_left_behind) continue;
        const File left(::open(entry->path().c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
        if (left.is_open() && ::flock(left.descriptor(), LOCK_EX | LOCK_NB) == 0) ::unlink(entry->path().c_str());
    }
}

}  // namespace

struct WholeFile::State {
    fs::path named;    // by the user, for messages
    fs::path target;   // links followed
    fs::path beside;   // a name of our own in the same folder: rename is whole only inside one file system; empty: in place
    mode_t fresh = 0;  // of a file that is new
    std::optional<mode_t> mode;  // of the file that is there
    File file{-1};
    int error = 0;

    ~State() {
        if (!beside.empty()) ::unlink(beside.c_str());
    }

    void open() {
        std::error_code error_code;
        if (fs::is_symlink(named, error_code)) {
            target = fs::canonical(named, error_code);
            if (error_code) {
                error = error_code.value();
                return;
            }
        }
        struct stat status {};
        if (::stat(target.c_str(), &status) != 0)
            error = errno == ENOENT ? open_beside() : errno;
        else if (S_ISDIR(status.st_mode))
            error = EISDIR;
        else if (S_ISREG(status.st_mode)) {
            mode = status.st_mode & 07777U;
            error = ::access(target.c_str(), W_OK) == 0 ? open_beside() : errno;
        } else {
            file = File(::open(target.c_str(), O_WRONLY | O_CLOEXEC));
            error = file.is_open() ? 0 : errno;
        }
    }

    int open_beside() {
        remove_leftovers(folder());
        for (int attempt = 0; attempt < attempts_at_a_name; ++attempt) {
            const fs::path name = folder() / (std::string(name_begins) + std::to_string(::getpid()) + "-" +
                                              std::to_string(attempt) + std::string(name_ends));
            file = File(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, fresh));
            if (!file.is_open() && errno == EEXIST) continue;
            if (!file.is_open()) return errno;
            beside = name;
            ::flock(file.descriptor(), LOCK_EX | LOCK_NB);
            return 0;
        }
        return EEXIST;
    }

    [[nodiscard]] fs::path folder() const { return target.has_parent_path() ? target.parent_path() : fs::path("."); }

    int commit() {
        if (error != 0) return error;
        if (beside.empty()) return file.close();
        if (mode && ::fchmod(file.descriptor(), *mode) != 0) return errno;
        if (::fsync(file.descriptor()) != 0) return errno;
        if (const int failed = file.close(); failed != 0) return failed;
        if (::rename(beside.c_str(), target.c_str()) != 0) return errno;
        beside.clear();
        return sync_folder(folder());
    }
};

WholeFile::WholeFile(fs::path path, unsigned mode) : state_(std::make_unique<State>()) {
    state_->fresh = static_cast<mode_t>(mode);
    state_->named = path;
    state_->target = std::move(path);
    state_->open();
}

WholeFile::WholeFile(WholeFile&&) noexcept = default;
WholeFile& WholeFile::operator=(WholeFile&&) noexcept = default;
WholeFile::~WholeFile() = default;

void WholeFile::write(std::string_view bytes) {
    if (state_->error == 0) state_->error = write_all(state_->file.descriptor(), bytes);
}

fs::path WholeFile::beside() const { return state_->error == 0 ? state_->beside : fs::path(); }

std::string WholeFile::commit() {
    const int error = state_->commit();
    return error == 0 ? std::string() : failure(state_->named, error);
}

std::string write_whole(const fs::path& path, std::string_view bytes) {
    WholeFile file(path);
    file.write(bytes);
    return file.commit();
}

}  // namespace factcheck
