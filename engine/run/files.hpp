// The narrow door through which files come in: what the names of a command line stand for, and the bytes behind them.
#pragma once

#include "model/report.hpp"
#include "run/byte_stream.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

struct FoundFile {
    std::string path;
    bool named = false;  // by the user; else met while walking a folder
    std::string called;  // what standard input is called; empty: -
};

struct FoundFiles {
    std::vector<FoundFile> files;        // by path, each once; "-" is standard input
    std::vector<ReportSkipped> skipped;  // met while walking: hidden, ignored, links, other than texts
    std::vector<std::string> errors;     // one sentence each
};

// What a command line says about the files to read.
struct FileChoice {
    std::vector<std::string> names;  // files, folders, -
    std::string listed_in;           // a file with more names, one a line or zero bytes between them; - is standard input
    std::string globs;               // of --include and --exclude, as lines of .gitignore: the last that matches decides
    std::string globs_root;          // the folder that they speak of; empty: the current one
    bool includes = false;           // some of them say what to read: then the rest is left alone
    bool ignore_files = true;        // .gitignore and .factcheckignore hold
    bool force_exclude = false;      // globs and ignore files hold for named files too
    bool allow_empty = false;        // no texts at all are no fault
    std::string stdin_name;          // what a text of standard input is called
};

// A folder stands for the text and Markdown files below it, any other name for itself.
[[nodiscard]] FoundFiles find_files(const FileChoice& choice);

// An open file or standard input, read once from front to back.
class InputFile : public ByteStream {
public:
    explicit InputFile(std::string path);
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;
    ~InputFile() override;

    void read_up_to(std::string& bytes, std::size_t size) override;
    [[nodiscard]] bool at_end() const override { return at_end_; }
    [[nodiscard]] const std::string& error() const override { return error_; }

private:
    void fail(std::string_view why);
    void read_some(std::string& bytes, std::size_t size);

    std::string path_;
    int descriptor_ = -1;
    bool at_end_ = false;
    std::string error_;
};

// By all of them so far: for those who show how far a run is.
[[nodiscard]] std::uint64_t bytes_read();

// A zero byte near the front, and no byte order mark of UTF-16 or UTF-32 to explain it.
[[nodiscard]] bool is_binary(std::string_view head);

}  // namespace factcheck
