// Files are opened step by step from the pack's folder, each step without following links, so that no name in a pack reaches
// outside of it, whatever is renamed meanwhile.
#include "rules/files.hpp"

#include "model/limits.hpp"

#include <fcntl.h>
#include <sha256.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

namespace factcheck {

namespace fs = std::filesystem;

namespace {

constexpr int deepest_folder = 16;            // below a named folder
constexpr std::size_t most_folders = 10'000;  // of one tree: more is a wrong path, not a place of packs

class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    [[nodiscard]] int get() const { return fd_; }

private:
    int fd_;
};

void fault(Diagnostics& diagnostics, const fs::path& path, std::string message) {
    diagnostics.push_back({{path.string(), 0, 0}, Severity::error, std::move(message)});
}

struct Walk {
    std::vector<fs::path> packs;
    std::size_t folders = 0;
    bool cut = false;
};

void walk(const fs::path& folder, int depth, Walk& out, Diagnostics& diagnostics) {
    if (++out.folders > most_folders || depth > deepest_folder) {
        out.cut = true;
        return;
    }
    std::error_code error;
    if (fs::exists(folder / "pack.yaml", error)) out.packs.push_back(folder);
    std::vector<fs::path> below;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        std::error_code ignored;
        const bool hidden = it->path().filename().string().starts_with('.');
        if (!hidden && !it->is_symlink(ignored) && it->is_directory(ignored)) below.push_back(it->path());
    }
    if (error) fault(diagnostics, folder, "the folder cannot be read: " + error.message());
    std::sort(below.begin(), below.end());
    for (const fs::path& inner : below) walk(inner, depth + 1, out, diagnostics);
}

std::string why_not(int error) {
    switch (error) {
        case ENOENT: return "there is no such file";
        case ENOTDIR: return "there is no such file: a part of its path is a file or a link";
        case ELOOP: return "it is a link: a pack's files lie in the pack";
        case EACCES: return "it may not be read";
        default: return std::string("it cannot be read: ") + std::strerror(error);
    }
}

FileBytes refused(std::string why) { return {std::nullopt, std::move(why)}; }

FileBytes read_all(const Descriptor& file, std::size_t most) {
    struct stat about {};
    if (::fstat(file.get(), &about) != 0) return refused(why_not(errno));
    if (!S_ISREG(about.st_mode)) return refused("it is not a regular file");
    const std::string too_large = "it is larger than " + std::to_string(most) + " bytes: split it";
    if (static_cast<std::size_t>(about.st_size) > most) return refused(too_large);
    std::string bytes;
    bytes.resize(static_cast<std::size_t>(about.st_size) + 1);  // one more shows whether it has grown
    std::size_t size = 0;
    while (true) {
        if (size == bytes.size()) bytes.resize(bytes.size() * 2);
        const ssize_t got = ::read(file.get(), bytes.data() + size, bytes.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return refused(why_not(errno));
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
        if (size > most) return refused(too_large);
    }
    bytes.resize(size);
    return {std::move(bytes), {}};
}

}  // namespace

std::vector<fs::path> find_packs(const fs::path& folder, Diagnostics& diagnostics) {
    std::error_code error;
    const fs::file_status status = fs::status(folder, error);
    if (!fs::exists(status)) {
        fault(diagnostics, folder, "there is no such folder");
        return {};
    }
    if (!fs::is_directory(status)) {
        fault(diagnostics, folder, "this is not a folder: name the folder that holds the pack.yaml");
        return {};
    }
    Walk out;
    const std::size_t before = diagnostics.size();
    walk(folder, 0, out, diagnostics);
    if (out.cut)
        fault(diagnostics, folder, "there are too many folders below it to look for packs in: name the packs' own folders");
    else if (out.packs.empty() && diagnostics.size() == before)
        fault(diagnostics, folder, "there is no pack.yaml at or below this folder");
    return std::move(out.packs);
}

namespace {

struct Opened {
    std::optional<Descriptor> file;
    std::string fault;
};

Opened open_inside(const fs::path& folder, const std::string& relative) {
    const auto no = [](std::string why) { return Opened{std::nullopt, std::move(why)}; };
    const fs::path path(relative);
    if (path.is_absolute()) return no("the path must be relative to the pack's folder");
    if (relative.find('\0') != std::string::npos) return no("there is no such file");
    std::vector<std::string> steps;
    for (const fs::path& step : path) {
        if (step == "..") return no("the path must stay inside the pack's folder: no \"..\"");
        if (!step.empty() && step != ".") steps.push_back(step.string());
    }
    if (steps.empty()) return no("it is not a regular file");
    // The folder itself is the user's choice and may be a link.
    Descriptor at(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (at.get() < 0) return no(why_not(errno));
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const bool last = i + 1 == steps.size();
        const int flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | (last ? 0 : O_DIRECTORY);
        Descriptor next(::openat(at.get(), steps[i].c_str(), flags));
        if (next.get() < 0) return no(why_not(errno));
        at = std::move(next);
    }
    return {std::move(at), {}};
}

}  // namespace

FileBytes read_inside(const fs::path& folder, const std::string& relative, std::size_t most) {
    const Opened opened = open_inside(folder, relative);
    return opened.file ? read_all(*opened.file, most) : refused(opened.fault);
}

std::string why_not_inside(const fs::path& folder, const std::string& relative) {
    const Opened opened = open_inside(folder, relative);
    if (!opened.file) return opened.fault;
    struct stat about {};
    if (::fstat(opened.file->get(), &about) != 0) return why_not(errno);
    return S_ISREG(about.st_mode) ? "" : "it is not a regular file";
}

std::string hash_of(std::vector<std::pair<std::string, std::string>> files) {
    std::sort(files.begin(), files.end());
    SHA2_CTX context;
    SHA256Init(&context);
    const auto add = [&](std::string_view bytes) {
        SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    };
    for (const auto& [name, bytes] : files) {
        add(name);
        add(std::string_view("\0", 1));
        add(std::to_string(bytes.size()));
        add(std::string_view("\0", 1));
        add(bytes);
    }
    std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest{};
    SHA256Final(digest.data(), &context);
    constexpr std::string_view hex = "0123456789abcdef";
    std::string out = "sha256:";
    for (const std::uint8_t byte : digest) {
        out += hex[byte >> 4U];
        out += hex[byte & 15U];
    }
    return out;
}

}  // namespace factcheck
