#include "cli/sidecar.hpp"

#include "model/limits.hpp"
#include "rules/nearest.hpp"
#include "rules/yaml.hpp"
#include "run/files.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

namespace factcheck {
namespace {

std::string said(const YamlFile& file, const YamlNode& node, const std::string& sentence) {
    return to_string({place_in(file, node.at), Severity::error, sentence});
}

Ignore read_ignore(const YamlFile& file, const YamlNode& node, std::string& error) {
    constexpr std::array<std::string_view, 3> keys{"rule", "claim", "reason"};
    Ignore ignore;
    const Place place = place_in(file, node.at);
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const std::string& key = node.keys[i].text;
        const std::string& text = node.items[i].text;
        if (key == "rule")
            ignore.rules.push_back(text);
        else if (key == "claim")
            ignore.claim = text;
        else if (key == "reason")
            ignore.reason = text;
        else
            error = said(file, node.keys[i],
                         "an ignore has no key " + key + did_you_mean(key, keys) + "; its keys are rule, claim and reason");
    }
    if (error.empty() && (ignore.rules.empty() || ignore.claim.empty() || ignore.reason.empty()))
        error = said(file, node, "an ignore needs a rule, the words of the claim, and a reason");
    ignore.words = file.path + ":" + std::to_string(place.line);
    ignore.line = 1;
    ignore.column = 1;
    return ignore;
}

}  // namespace

std::vector<Ignore> sidecar_of(const std::string& text_path, std::string& error) {
    const std::string path = text_path + ".factcheck.yaml";
    std::error_code unknown;
    if (text_path == "-" || !std::filesystem::is_regular_file(path, unknown)) return {};
    InputFile input(path);
    std::string bytes;
    input.read_up_to(bytes, limits::rule_file_bytes);
    error = input.error();
    if (!error.empty()) return {};
    Diagnostics diagnostics;
    const YamlFile file = read_yaml(path, std::move(bytes), diagnostics);
    if (!diagnostics.empty()) error = to_string(diagnostics.front());
    const bool good = file.root.kind == YamlNode::Kind::map && file.root.keys.size() == 1 && file.root.keys[0].text == "ignore";
    if (error.empty() && !good)
        error = said(file, file.root, "this file has one key, ignore, with a list of rule, claim and reason");
    std::vector<Ignore> out;
    if (error.empty())
        for (const YamlNode& item : file.root.items[0].items) out.push_back(read_ignore(file, item, error));
    return error.empty() ? out : std::vector<Ignore>();
}

}  // namespace factcheck
