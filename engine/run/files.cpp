#include "run/files.hpp"

#include "read/encoding.hpp"
#include "read/formats.hpp"
#include "run/interrupt.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <system_error>
#include <utility>

namespace factcheck {
namespace {

constexpr std::size_t chunk = 256U << 10U;
std::atomic<std::uint64_t> all_bytes{0};

std::string message_of(int error) { return std::generic_category().message(error); }

std::string why_not_open(int error) {
    if (error == ENOENT || error == ENOTDIR) return "no such file; check the name";
    if (error == EACCES) return "may not be read; check its permissions";
    if (error == ENXIO) return "is a socket; name a file, or pass its text on standard input as -";
    return "cannot be opened: " + message_of(error);
}

std::string why_no_text(int descriptor) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) return "cannot be examined: " + message_of(errno);
    if (S_ISREG(status.st_mode)) return {};
    if (S_ISDIR(status.st_mode)) return "is a folder";
    if (S_ISFIFO(status.st_mode)) return "is a pipe; pass what comes out of it on standard input as -";
    return "is a device; name a file, or pass its text on standard input as -";
}

}  // namespace

InputFile::InputFile(std::string path) : path_(std::move(path)) {
    if (path_ == "-") {
        descriptor_ = STDIN_FILENO;
        return;
    }
    // O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
    descriptor_ = ::open(path_.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    const std::string why = descriptor_ < 0 ? why_not_open(errno) : why_no_text(descriptor_);
    if (!why.empty()) fail(why);
}

InputFile::~InputFile() {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

void InputFile::fail(std::string_view why) {
    error_ = (path_ == "-" ? std::string("standard input") : path_) + ": " + std::string(why);
    at_end_ = true;
}

void InputFile::read_some(std::string& bytes, std::size_t size) {
    const std::size_t before = bytes.size();
    bytes.resize(std::min(size, before + chunk));
    const ssize_t got = ::read(descriptor_, bytes.data() + before, bytes.size() - before);
    bytes.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got == 0) at_end_ = true;
    if (got > 0) all_bytes.fetch_add(static_cast<std::uint64_t>(got), std::memory_order_relaxed);
    if (got < 0 && errno == EINTR && interrupted() != 0) at_end_ = true;  // what waits for a terminal or a pipe must end too
    if (got >= 0 || errno == EINTR) return;
    if (errno != EAGAIN) return fail("cannot be read: " + message_of(errno));
    pollfd waiting{descriptor_, POLLIN, 0};  // somebody made standard input non-blocking
    ::poll(&waiting, 1, -1);
}

void InputFile::read_up_to(std::string& bytes, std::size_t size) {
    while (!at_end_ && bytes.size() < size) read_some(bytes, size);
}

std::uint64_t bytes_read() { return all_bytes.load(std::memory_order_relaxed); }

bool is_binary(std::string_view head) {
    return marked_encoding(head).empty() && head.substr(0, known_by_bytes).find('\0') != std::string_view::npos;
}

}  // namespace factcheck
