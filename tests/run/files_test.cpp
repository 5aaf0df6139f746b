#include "run/files.hpp"

#include "read/formats.hpp"
#include "tests/support/folder.hpp"

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>

using namespace factcheck;
using namespace factcheck::testing;

namespace {

std::string whole(const std::string& path, std::string& error) {
    InputFile file(path);
    std::string bytes;
    file.read_up_to(bytes, 1U << 30U);
    error = file.error();
    return bytes;
}

std::string error_of(const std::string& path) {
    std::string error;
    CHECK(whole(path, error).empty());
    return error;
}

std::vector<std::string> paths_of(const FoundFiles& found) {
    std::vector<std::string> paths;
    for (const FoundFile& file : found.files) paths.push_back(file.path);
    return paths;
}

}  // namespace

TEST_CASE("a file is read from front to back, in pieces of any size") {
    const Folder folder;
    const std::string text(1'000'000, 'x');
    InputFile file(folder.write("a.txt", text));
    std::string bytes;
    file.read_up_to(bytes, 10);
    CHECK(bytes.size() == 10);
    CHECK(!file.at_end());
    file.read_up_to(bytes, 2'000'000);
    CHECK(bytes == text);
    CHECK(file.at_end());
    CHECK(file.error().empty());
}

TEST_CASE("a file whose size is not known before is read to its end") {
    std::string error;
    CHECK(!whole("/proc/self/status", error).empty());
    CHECK(error.empty());
}

TEST_CASE("what is not a file is refused in one sentence, and nothing waits for it") {
    const Folder folder;
    const std::string pipe = (folder.path / "pipe").string();
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(error_of(pipe) == pipe + ": is a pipe; pass what comes out of it on standard input as -");
    CHECK(error_of("/dev/zero") == "/dev/zero: is a device; name a file, or pass its text on standard input as -");
    CHECK(error_of(folder.path.string()) == folder.path.string() + ": is a folder");
    const std::string missing = (folder.path / "no.txt").string();
    CHECK(error_of(missing) == missing + ": no such file; check the name");
    const std::string below = folder.write("a.txt", "x") + "/b.txt";
    CHECK(error_of(below) == below + ": no such file; check the name");

    const std::string name = (folder.path / "socket").string();
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    name.copy(address.sun_path, sizeof address.sun_path - 1);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    REQUIRE(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    CHECK(error_of(name) == name + ": is a socket; name a file, or pass its text on standard input as -");
    ::close(socket);
}

// The super-user may read anything, so that the test becomes nobody for the while of one call.
TEST_CASE("a file that may not be read") {
    const Folder folder;
    std::filesystem::permissions(folder.path, std::filesystem::perms{0755});
    const std::string path = folder.write("a.txt", "text");
    std::filesystem::permissions(path, std::filesystem::perms::none);
    const bool root = ::geteuid() == 0;
    if (root) REQUIRE(::seteuid(65534) == 0);
    const std::string error = error_of(path);
    if (root) REQUIRE(::seteuid(0) == 0);
    CHECK(error == path + ": may not be read; check its permissions");
}

TEST_CASE("a folder stands for the texts below it, in the order of their paths") {
    const Folder folder;
    const std::string root = folder.path.string();
    for (const char* name :
         {"b.md", "a/z.txt", "a/b/c.markdown", "a.jsonl", ".git/x.md", ".hidden.md", "picture.png", "a/Makefile"})
        folder.write(name, "x");
    std::filesystem::create_symlink("b.md", folder.path / "link.md");
    std::filesystem::create_directory_symlink(folder.path, folder.path / "a/loop");
    const FoundFiles found = find_files({.names = {root}});
    CHECK(found.errors.empty());
    CHECK(paths_of(found) == std::vector{root + "/a.jsonl", root + "/a/b/c.markdown", root + "/a/z.txt", root + "/b.md"});
    std::vector<std::string> skipped;
    for (const ReportSkipped& entry : found.skipped) skipped.push_back(entry.path.substr(root.size() + 1) + ": " + entry.reason);
    std::sort(skipped.begin(), skipped.end());
    CHECK(skipped == std::vector<std::string>{".git: hidden", ".hidden.md: hidden", "a/Makefile: not a text by its ending",
                                              "a/loop: a symbolic link", "link.md: a symbolic link",
                                              "picture.png: not a text by its ending"});
}

TEST_CASE("each file once, and named beats met") {
    const Folder folder;
    const std::string file = folder.write("a.md", "x");
    const std::string odd = folder.write("a.png", "x");
    const FoundFiles found = find_files({.names = {folder.path.string(), odd, file, "-", "-", file}});
    CHECK(paths_of(found) == std::vector<std::string>{"-", file, odd});
    for (const FoundFile& each : found.files) CHECK(each.named);
}

TEST_CASE("a folder without texts is a fault: nothing was checked") {
    const Folder folder;
    folder.write("x.png", "x");
    const std::string root = folder.path.string();
    CHECK(find_files({.names = {root}}).errors ==
          std::vector{root + ": no texts below this folder; their names end in .md, .txt, .html or .jsonl"});
}

TEST_CASE("binary: a zero byte near the front that UTF-16 does not explain") {
    using namespace std::string_view_literals;
    CHECK(is_binary("a\0b"sv));
    CHECK(is_binary(std::string(known_by_bytes - 1, 'a') + '\0'));
    CHECK(!is_binary(std::string(known_by_bytes, 'a') + '\0'));
    CHECK(
        !is_binary("\xFF\xFE"
                   "a\0b\0"sv));
    CHECK(!is_binary("\xFE\xFF\0a\0b"sv));
    CHECK(!is_binary(""));
}
