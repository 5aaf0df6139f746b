#include "run/atomic_write.hpp"
#include "tests/support/folder.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

using namespace factcheck;
using namespace factcheck::testing;
namespace fs = std::filesystem;

namespace {

std::size_t entries(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {}));
}

// Files may not grow past `bytes` while this lives, and the process is told instead of killed.
struct FileSizeLimit {
    rlimit before{};
    void (*handler)(int) = nullptr;
    explicit FileSizeLimit(rlim_t bytes) {
        handler = std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before);
        rlimit lower = before;
        lower.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &lower);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
    }
};

}  // namespace

TEST_CASE("a file is written and replaced whole") {
    const Folder folder;
    const fs::path file = folder.path / "report.json";
    CHECK(write_whole(file, "one").empty());
    CHECK(bytes_of(file) == "one");
    CHECK(write_whole(file, std::string(3'000'000, 'x')).empty());
    CHECK(fs::file_size(file) == 3'000'000);
    CHECK(write_whole(file, "").empty());
    CHECK(fs::file_size(file) == 0);
    CHECK(entries(folder.path) == 1);
}

TEST_CASE("the mode of a file that was there is kept") {
    const Folder folder;
    const fs::path file = folder.path / "report";
    REQUIRE(write_whole(file, "one").empty());
    fs::permissions(file, fs::perms{0640});
    CHECK(write_whole(file, "two").empty());
    CHECK(fs::status(file).permissions() == fs::perms{0640});
}

TEST_CASE("a symbolic link stays one and its target is written") {
    const Folder folder;
    const fs::path file = folder.path / "report";
    const fs::path link = folder.path / "latest";
    REQUIRE(write_whole(file, "one").empty());
    fs::create_symlink("report", link);
    CHECK(write_whole(link, "two").empty());
    CHECK(fs::is_symlink(link));
    CHECK(bytes_of(file) == "two");
    fs::remove(file);
    CHECK(write_whole(link, "three") == "cannot write " + link.string() + ": No such file or directory");
}

TEST_CASE("a failure is one sentence, and the old bytes stay") {
    const Folder folder;
    const fs::path file = folder.path / "report";
    REQUIRE(write_whole(file, "old").empty());
    CHECK(write_whole("/dev/full", "text") == "cannot write /dev/full: No space left on device");
    CHECK(write_whole(folder.path / "no" / "report", "x") ==
          "cannot write " + (folder.path / "no" / "report").string() + ": No such file or directory");
    CHECK(write_whole(folder.path, "x") == "cannot write " + folder.path.string() + ": Is a directory");
    CHECK(write_whole(file / "below", "x") == "cannot write " + (file / "below").string() + ": Not a directory");
    {
        const FileSizeLimit limit(1'000);
        CHECK(write_whole(file, std::string(2'000, 'x')) == "cannot write " + file.string() + ": File too large");
    }
    CHECK(bytes_of(file) == "old");
    CHECK(entries(folder.path) == 1);
}

// The super-user may write anywhere, so that the test becomes nobody for the while of one call.
TEST_CASE("a folder that may not be written") {
    const Folder folder;
    fs::permissions(folder.path, fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_exec);
    const bool root = ::geteuid() == 0;
    if (root) REQUIRE(::seteuid(65534) == 0);
    const std::string said = write_whole(folder.path / "report", "x");
    if (root) REQUIRE(::seteuid(0) == 0);
    CHECK(said == "cannot write " + (folder.path / "report").string() + ": Permission denied");
}

TEST_CASE("a folder on a file system that may not be written") {
    CHECK(write_whole("/proc/report", "x").starts_with("cannot write /proc/report: "));
    CHECK(write_whole("/sys/report", "x").starts_with("cannot write /sys/report: "));
}

TEST_CASE("a leftover of another run is no obstacle") {
    const Folder folder;
    const fs::path leftover = folder.path / (".factcheck-" + std::to_string(::getpid()) + "-0.tmp");
    std::ofstream(leftover) << "half";
    CHECK(write_whole(folder.path / "report", "whole").empty());
    CHECK(bytes_of(folder.path / "report") == "whole");
    CHECK(bytes_of(leftover) == "half");
}
