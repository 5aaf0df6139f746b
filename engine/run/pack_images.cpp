#include "run/pack_images.hpp"

#include "check.hpp"
#include "rules/image.hpp"
#include "run/atomic_write.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

namespace factcheck {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_images = 32;
constexpr mode_t others = S_IRWXG | S_IRWXO;

// A file of the user's own that nobody else may read or write, mapped while this lives.
class Mapped {
public:
    explicit Mapped(const fs::path& path) {
        const int file = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
        if (file < 0) return;
        struct stat status {};
        const bool own = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == ::geteuid() &&
                         (status.st_mode & others) == 0 && status.st_size > 0;
        if (own) {
            size_ = static_cast<std::size_t>(status.st_size);
            data_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
        }
        ::close(file);
    }
    Mapped(const Mapped&) = delete;
    Mapped& operator=(const Mapped&) = delete;
    ~Mapped() {
        if (data_ != MAP_FAILED) ::munmap(data_, size_);
    }
    [[nodiscard]] std::string_view bytes() const {
        return data_ == MAP_FAILED ? std::string_view() : std::string_view(static_cast<const char*>(data_), size_);
    }

private:
    void* data_ = MAP_FAILED;
    std::size_t size_ = 0;
};

// The folder, of mode 0700 where it is made here; false where it is another's or cannot be made.
bool is_ready(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder.parent_path(), error);
    ::mkdir(folder.c_str(), S_IRWXU);
    struct stat status {};
    return ::lstat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == ::geteuid() &&
           (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

// The images that were not used for longest go.
void prune(const fs::path& folder) {
    std::vector<std::pair<fs::file_time_type, fs::path>> images;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code gone;
        if (entry->path().extension() == ".image") images.emplace_back(fs::last_write_time(entry->path(), gone), entry->path());
    }
    if (images.size() <= most_images) return;
    std::sort(images.begin(), images.end());
    for (std::size_t i = 0; i + most_images < images.size(); ++i) fs::remove(images[i].second, error);
}

void keep(const fs::path& images, const std::string& name, const std::string& image) {
    if (image.empty() || !is_ready(images)) return;
    WholeFile file(images / name, S_IRUSR | S_IWUSR);
    file.write(image);
    if (file.commit().empty()) prune(images);
}

bool faultless(const Diagnostics& diagnostics) {
    return std::none_of(diagnostics.begin(), diagnostics.end(),
                        [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; });
}

}  // namespace

fs::path user_cache(std::string_view xdg_cache_home, std::string_view home) {
    if (const fs::path caches = xdg_cache_home; caches.is_absolute()) return caches / "factcheck";
    const fs::path own = home;
    return own.is_absolute() ? own / ".cache" / "factcheck" : fs::path();
}

fs::path image_folder(std::string_view pack_cache, std::string_view xdg_cache_home, std::string_view home) {
    if (pack_cache == "off") return {};
    if (!pack_cache.empty()) return pack_cache;
    const fs::path cache = user_cache(xdg_cache_home, home);
    return cache.empty() ? cache : cache / "packs";
}

Loaded load_with_images(const std::vector<std::string>& folders, const fs::path& images) {
    if (images.empty()) return load(folders);
    const std::vector<fs::path> paths(folders.begin(), folders.end());
    const std::string name = image_name(paths);
    if (auto contents = contents_of_image(Mapped(images / name).bytes())) return engine_of(loaded_packs(std::move(*contents)));
    PackContents contents = read_packs(paths, true);
    if (faultless(contents.diagnostics)) keep(images, name, image_of(contents));
    return engine_of(loaded_packs(std::move(contents)));
}

}  // namespace factcheck
