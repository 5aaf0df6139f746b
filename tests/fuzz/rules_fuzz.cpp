// Any bytes as each file of a pack: refused with faults that lie inside the file, or compiled.
#include "model/limits.hpp"
#include "rules/compile.hpp"
#include "rules/spec.hpp"
#include "rules/yaml.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace factcheck;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

std::size_t depth_of(const YamlNode& node) {
    std::size_t deepest = 0;
    for (const YamlNode& item : node.items) deepest = std::max(deepest, depth_of(item));
    return deepest + 1;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Diagnostics diagnostics;
    const YamlFile file = read_yaml("f.yaml", std::string(reinterpret_cast<const char*>(data), size), diagnostics);
    require(depth_of(file.root) <= limits::yaml_depth + 1);
    if (file.root.kind != YamlNode::Kind::none) {
        (void)read_pack_spec(file, diagnostics);
        VocabularySpec vocabulary;
        std::vector<RuleSpec> rules;
        read_vocabulary_spec(file, vocabulary, diagnostics);
        read_rules_spec(file, rules, diagnostics);
        Pack pack;
        pack.name = "f";
        compile_vocabulary(vocabulary, {}, pack, diagnostics);
        compile_rules(rules, visible_names(pack, {}), pack, diagnostics);
    }
    for (const Diagnostic& d : diagnostics) {
        require(!d.message.empty() && d.place.file == "f.yaml");
        require(d.place.line >= 1 && d.place.line <= file.lines.size());
        require(d.place.column >= 1 && d.place.column <= size + 2);
    }
    return 0;
}
