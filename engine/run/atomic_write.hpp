// Files written whole or not at all: whoever reads the name finds the old bytes or the new ones, also after a crash.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace factcheck {

// Empty when all bytes are in the file; else one sentence that names the file and says why. The mode of an existing file is
// kept and a symbolic link is followed. What is not a regular file (a pipe, a device) is written to as it is.
[[nodiscard]] std::string write_whole(const std::filesystem::path& path, std::string_view bytes);

// The same for bytes that come in pieces. Without commit() the name keeps its old bytes.
class WholeFile {
public:
    // `mode` is that of a file that is new; the process's mask takes away from it.
    explicit WholeFile(std::filesystem::path path, unsigned mode = 0666);
    WholeFile(WholeFile&&) noexcept;
    WholeFile& operator=(WholeFile&&) noexcept;
    ~WholeFile();

    void write(std::string_view bytes);
    // For libraries that write to a name: the empty file beside the target that commit() puts in its place. Empty where the
    // target is no regular file or cannot be written, which commit() says.
    [[nodiscard]] std::filesystem::path beside() const;
    [[nodiscard]] std::string commit();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace factcheck
