#include "cli/settings.hpp"

#include "cli/option_table.hpp"
#include "factcheck.hpp"
#include "model/limits.hpp"
#include "rules/nearest.hpp"
#include "rules/yaml.hpp"
#include "run/files.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

namespace factcheck {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view file_name = ".factcheck.yaml";
constexpr std::size_t most_extended = 8;
// What belongs to one call and not to a project.
constexpr std::array<std::string_view, 12> never_settings{"--help",       "--version",    "--json",           "--limits",
                                                          "--list-files", "--files-from", "--stdin-filename", "--config",
                                                          "--isolated",   "--quiet",      "--write-baseline", "--prune-baseline"};
constexpr std::array<std::string_view, 4> paths{"--rules", "--baseline", "--cache", "--output"};

bool is_setting(const OptionRow& row) {
    return (row.commands & bit(Command::check)) != 0 &&
           std::find(never_settings.begin(), never_settings.end(), long_name(row)) == never_settings.end();
}

const OptionRow* setting(std::string_view name) {
    for (const OptionRow& row : option_rows())
        if (is_setting(row) && long_name(row).substr(2) == name) return &row;
    return nullptr;
}

// true, false or nullopt: neither.
std::optional<bool> truth_of(std::string_view text) {
    if (text == "true" || text == "1") return true;
    if (text == "false" || text == "0") return false;
    return std::nullopt;
}

// ---- variables ----

std::string variable_of(const OptionRow& row) {
    std::string name = "FACTCHECK_";
    for (const char c : long_name(row).substr(2))
        name += c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return name;
}

std::vector<Given> layer_of(const Environment& environment, std::vector<std::string>& errors) {
    std::vector<Given> layer;
    for (const OptionRow& row : option_rows()) {
        const std::string name = variable_of(row);
        const std::string value = is_setting(row) ? environment(name.c_str()) : std::string();
        if (value.empty()) continue;
        const auto on = row.value.empty() ? truth_of(value) : true;
        if (!on) errors.push_back(name + ": \"" + value + "\" is neither true nor false");
        if (on.value_or(false)) layer.push_back({&row, value, name, {}});
    }
    return layer;
}

// ---- files ----

// One file of settings while it is read.
struct Reading {
    YamlFile file;
    fs::path folder;
    Settings& out;

    void fault(const YamlNode& node, const std::string& sentence) const {
        out.errors.push_back(to_string({place_in(file, node.at), Severity::error, sentence}));
    }
    [[nodiscard]] std::string place(const YamlNode& node) const {
        const Place at = place_in(file, node.at);
        return at.file + ":" + std::to_string(at.line);
    }
};

bool is_path(const OptionRow& row, const std::string& value, const fs::path& folder) {
    if (std::find(paths.begin(), paths.end(), long_name(row)) == paths.end() || fs::path(value).is_absolute()) return false;
    std::error_code error;
    // The name of a pack that is installed is no path.
    return long_name(row) != "--rules" || value.find('/') != std::string::npos || fs::is_directory(folder / value, error);
}

std::string from_here(const OptionRow& row, const std::string& value, const fs::path& folder) {
    const auto equals = long_name(row) == "--output" ? value.find('=') : std::string::npos;
    if (equals != std::string::npos)
        return value.substr(0, equals + 1) + (folder / value.substr(equals + 1)).lexically_normal().string();
    return is_path(row, value, folder) ? (folder / value).lexically_normal().string() : value;
}

void read_value(const Reading& reading, const OptionRow& row, const YamlNode& key, const YamlNode& value,
                std::vector<Given>& layer) {
    if (value.kind == YamlNode::Kind::list) {
        for (const YamlNode& item : value.items) read_value(reading, row, key, item, layer);
        return;
    }
    if (value.kind != YamlNode::Kind::scalar) return reading.fault(value, key.text + " takes a text or a list of texts");
    const auto on = row.value.empty() ? truth_of(value.text) : true;
    if (!on) return reading.fault(value, key.text + " is true or false");
    if (*on) layer.push_back({&row, from_here(row, value.text, reading.folder), reading.place(value), reading.folder.string()});
}

std::string listed_texts(const Reading& reading, const YamlNode& node, const std::string& key) {
    std::string lines;
    if (node.kind == YamlNode::Kind::scalar) return node.text + "\n";
    if (node.kind != YamlNode::Kind::list) reading.fault(node, key + " is a list of texts");
    for (const YamlNode& item : node.items) lines += item.text + "\n";
    return lines;
}

void read_override(const Reading& reading, const YamlNode& node) {
    constexpr std::array<std::string_view, 4> keys{"files", "ignore", "date", "as-of"};
    if (node.kind != YamlNode::Kind::map) return reading.fault(node, "an override is a map with files and ignore, date or as-of");
    PathOverride out;
    out.root = reading.folder.string();
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const std::string& key = node.keys[i].text;
        const YamlNode& value = node.items[i];
        Options checked;
        std::string wrong;
        if (key == "files")
            out.files = listed_texts(reading, value, key);
        else if (key == "ignore")
            for (const YamlNode& item : value.items) out.ignored_rules.push_back(item.text);
        else if (key == "date" || key == "as-of")
            wrong = setting(key)->set(checked, (key == "date" ? out.date : out.as_of) = value.text);
        else
            wrong = "an override has no key " + key + did_you_mean(key, keys) + "; its keys are files, ignore, date and as-of";
        if (!wrong.empty()) reading.fault(node.keys[i], wrong);
    }
    if (out.files.empty()) reading.fault(node, "an override needs files: the patterns of the paths that it is for");
    reading.out.overrides.push_back(std::move(out));
}

// The parts of a version; the rest of one that is none counts as zero.
std::array<unsigned, 3> parts_of(std::string_view version) {
    std::array<unsigned, 3> parts{};
    const char* at = version.data();
    const char* end = at + version.size();
    for (unsigned& part : parts) {
        const auto [past, error] = std::from_chars(at, end, part);
        if (error != std::errc() || past == end || *past != '.') break;
        at = past + 1;
    }
    return parts;
}

// Before anything else: a newer file may have keys that this program does not know.
bool is_too_new(const Reading& reading) {
    const YamlNode& root = reading.file.root;
    for (std::size_t i = 0; i < root.keys.size(); ++i) {
        if (root.keys[i].text != "min_version" || parts_of(root.items[i].text) <= parts_of(version())) continue;
        reading.fault(root.items[i], "these settings need factcheck " + root.items[i].text + " or newer, and this is " +
                                         std::string(version()) + "; update it");
        return true;
    }
    return false;
}

std::string unknown_key(const std::string& key) {
    std::vector<std::string_view> known{"extends", "overrides", "min_version"};
    for (const OptionRow& row : option_rows())
        if (is_setting(row)) known.push_back(long_name(row).substr(2));
    std::string dashed = key;
    std::replace(dashed.begin(), dashed.end(), '_', '-');
    const std::string hint = did_you_mean(dashed, known);
    return "there is no setting " + key + (hint.empty() ? "; settings are called as options are, see factcheck --help" : hint);
}

void read_file(const std::string& path, std::size_t depth, Settings& out);

void read_keys(const Reading& reading, std::size_t depth) {
    const YamlNode& root = reading.file.root;
    if (root.kind == YamlNode::Kind::none) return;
    if (root.kind != YamlNode::Kind::map) return reading.fault(root, "settings are keys and values, as in fail-on: warning");
    std::vector<Given> layer;
    std::string extended;
    for (std::size_t i = 0; i < root.keys.size(); ++i) {
        const YamlNode& key = root.keys[i];
        const YamlNode& value = root.items[i];
        if (key.text == "min_version") continue;
        if (key.text == "extends")
            extended = (reading.folder / value.text).lexically_normal().string();
        else if (key.text == "overrides")
            for (const YamlNode& item : value.items) read_override(reading, item);
        else if (const OptionRow* row = setting(key.text))
            read_value(reading, *row, key, value, layer);
        else
            reading.fault(key, unknown_key(key.text));
    }
    reading.out.layers.push_back(std::move(layer));
    if (!extended.empty()) read_file(extended, depth + 1, reading.out);
}

void read_file(const std::string& path, std::size_t depth, Settings& out) {
    if (depth > most_extended)
        return out.errors.push_back(path + ": settings extend each other in a circle, or more than 8 deep");
    InputFile input(path);
    std::string bytes;
    input.read_up_to(bytes, limits::rule_file_bytes);
    if (!input.error().empty()) return out.errors.push_back(input.error());
    out.files.push_back(path);
    Diagnostics diagnostics;
    const Reading reading{read_yaml(path, std::move(bytes), diagnostics), fs::path(path).parent_path(), out};
    for (const Diagnostic& diagnostic : diagnostics) out.errors.push_back(to_string(diagnostic));
    if (diagnostics.empty() && !is_too_new(reading)) read_keys(reading, depth);
}

// The nearest file, as a path from here.
std::string nearest_file(const Environment& environment) {
    std::error_code error;
    fs::path up;
    for (fs::path folder = fs::current_path(error);; folder = folder.parent_path(), up /= "..") {
        if (fs::is_regular_file(folder / file_name, error)) return (up / file_name).string();
        if (folder == folder.parent_path()) break;
    }
    fs::path home = environment("XDG_CONFIG_HOME");
    if (!home.is_absolute()) home = environment("HOME").empty() ? fs::path() : fs::path(environment("HOME")) / ".config";
    const fs::path own = home / "factcheck/config.yaml";
    return home.is_absolute() && fs::is_regular_file(own, error) ? own.string() : std::string();
}

}  // namespace

Settings read_settings(const Options& asked, const Environment& environment) {
    Settings out;
    if (asked.isolated) return out;
    out.layers.push_back(layer_of(environment, out.errors));
    const std::string path = asked.config.empty() ? nearest_file(environment) : asked.config;
    if (!path.empty()) read_file(path, 0, out);
    for (auto& layer : out.layers)
        std::erase_if(layer, [&](const Given& given) { return (given.row->commands & bit(asked.command)) == 0; });
    return out;
}

}  // namespace factcheck
