#include "run/atomic_write.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <system_error>
#include <utility>

namespace factcheck {
namespace {

namespace fs = std::filesystem;

constexpr int attempts_at_a_name = 100;

// A descriptor that is closed on every way out; close() reports what the disk said last.
class File {
public:
    explicit File(int descriptor) : descriptor_(descriptor) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
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

int write_in_place(const fs::path& path, std::string_view bytes) {
    File file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file.is_open()) return errno;
    if (const int error = write_all(file.descriptor(), bytes); error != 0) return error;
    return file.close();
}

int fill(File& file, std::string_view bytes, std::optional<mode_t> mode) {
    if (const int error = write_all(file.descriptor(), bytes); error != 0) return error;
    if (mode && ::fchmod(file.descriptor(), *mode) != 0) return errno;
    if (::fsync(file.descriptor()) != 0) return errno;
    return file.close();
}

// A name of our own beside the target: rename is whole only inside one file system.
int write_beside_and_rename(const fs::path& target, std::string_view bytes, std::optional<mode_t> mode) {
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    for (int attempt = 0; attempt < attempts_at_a_name; ++attempt) {
        const fs::path beside = folder / (".factcheck-" + std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".tmp");
        File file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
        if (!file.is_open() && errno == EEXIST) continue;
        if (!file.is_open()) return errno;
        int error = fill(file, bytes, mode);
        if (error == 0 && ::rename(beside.c_str(), target.c_str()) != 0) error = errno;
        if (error != 0) {
            ::unlink(beside.c_str());
            return error;
        }
        return sync_folder(folder);
    }
    return EEXIST;
}

}  // namespace

std::string write_whole(const fs::path& path, std::string_view bytes) {
    std::error_code error_code;
    fs::path target = path;
    if (fs::is_symlink(path, error_code)) {
        target = fs::canonical(path, error_code);
        if (error_code) return failure(path, error_code.value());
    }
    struct stat status {};
    int error = 0;
    if (::stat(target.c_str(), &status) != 0) {
        error = errno == ENOENT ? write_beside_and_rename(target, bytes, std::nullopt) : errno;
    } else if (S_ISDIR(status.st_mode)) {
        error = EISDIR;
    } else if (S_ISREG(status.st_mode)) {
        error = ::access(target.c_str(), W_OK) == 0 ? write_beside_and_rename(target, bytes, status.st_mode & 07777U) : errno;
    } else {
        error = write_in_place(target, bytes);
    }
    return error == 0 ? std::string() : failure(path, error);
}

}  // namespace factcheck
