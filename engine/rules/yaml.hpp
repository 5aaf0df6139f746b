// One YAML file as a plain tree with places. Nothing is interpreted: a scalar is its text. What the house does not use is refused
// (anchors, aliases, merge keys, tags, a second document, maps as keys), because it hides what a file says or lets it grow.
#pragma once

#include "model/diagnostic.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

struct YamlNode {
    enum class Kind : unsigned char { none, scalar, list, map };
    Kind kind = Kind::none;
    std::string text;             // of a scalar
    std::size_t at = 0;           // byte of the file where it begins
    std::vector<YamlNode> keys;   // of a map, in the order of the file
    std::vector<YamlNode> items;  // of a list or, beside its key, of a map
};

struct YamlFile {
    std::string path;  // as shown to people
    std::string bytes;
    std::vector<std::size_t> lines;  // where each line begins
    YamlNode root;
};

// Text that is valid UTF-8 without control characters, parsed. Faults go to `diagnostics`; what could be read is in the tree.
[[nodiscard]] YamlFile read_yaml(std::string path, std::string bytes, Diagnostics& diagnostics);

// The file as it stands, its lines known and nothing parsed.
[[nodiscard]] YamlFile plain_file(std::string path, std::string bytes);

// Line and column, in code points, of a byte of the file.
[[nodiscard]] Place place_in(const YamlFile& file, std::size_t at);
// Where a byte of a scalar's text stands in the file, whatever way the scalar was written.
[[nodiscard]] Place place_in(const YamlFile& file, const YamlNode& scalar, std::size_t offset);

}  // namespace factcheck
