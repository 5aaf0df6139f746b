// Patterns of paths as .gitignore has them, matched in time that grows with the path and not with what the pattern might try.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace factcheck {

// *, ?, [a-z], [!a] within a name; **/ any folders, /** all below; \ takes the next character as it is.
class Glob {
public:
    // A pattern with a slash, but at its end, is matched from the root; one without matches a name in any folder.
    explicit Glob(std::string_view pattern);
    // `path` is below the root, without a slash at its ends.
    [[nodiscard]] bool matches(std::string_view path, bool is_folder) const;

private:
    struct Step {
        enum class Kind : std::uint8_t { byte, any, set, star, folders, rest };
        Kind kind = Kind::byte;
        char byte = 0;
        bool inverted = false;
        std::string_view set = {};  // of the pattern, which must live on: ranges as written
    };
    void add_set(std::string_view pattern, std::size_t& at);

    std::vector<Step> steps_;
    bool folders_only_ = false;
    bool never_ = false;  // a bracket that is not closed, or nothing at all
};

}  // namespace factcheck
