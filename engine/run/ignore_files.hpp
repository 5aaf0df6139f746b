// .gitignore and .factcheckignore: which paths a walk leaves alone, and which line of which file says so.
#pragma once

#include "run/globs.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

// Patterns of one file, or those of the command line. The last that matches decides.
class Patterns {
public:
    struct Line {
        std::size_t number;
        bool keeps;  // written with ! before it
        Glob glob;
    };
    // `root`: the folder that they speak of.
    Patterns(std::string shown, std::filesystem::path root, std::string text);
    // The line that decides over a path; null: none does.
    [[nodiscard]] const Line* deciding(const std::filesystem::path& absolute, bool is_folder) const;
    // Whether they name a file, or a folder that it lies in.
    [[nodiscard]] bool name(const std::filesystem::path& absolute) const;
    [[nodiscard]] const std::string& shown() const { return shown_; }

private:
    std::string shown_;  // for people
    std::filesystem::path root_;
    std::shared_ptr<const std::string> text_;  // what the globs point into
    std::vector<Line> lines_;
};

// The files that hold in one folder: those of its parents first. A value: a walk hands each folder its own.
class IgnoreFiles {
public:
    // Those above a folder: of the parents up to the top of its git repository, or else to the current folder.
    [[nodiscard]] static IgnoreFiles above(const std::filesystem::path& absolute);
    // Adds those of one folder.
    void enter(const std::filesystem::path& folder, const std::filesystem::path& absolute);
    // "ignored by .gitignore:3", or empty.
    [[nodiscard]] std::string reason(const std::filesystem::path& absolute, bool is_folder) const;
    // The same of a path that no walk led to: a folder above it may be ignored.
    [[nodiscard]] static std::string reason_for(const std::filesystem::path& path);

private:
    void add(const std::filesystem::path& file, std::string shown, const std::filesystem::path& root);

    bool in_repository_ = false;  // .gitignore says nothing elsewhere
    std::vector<std::shared_ptr<const Patterns>> files_;
};

}  // namespace factcheck
