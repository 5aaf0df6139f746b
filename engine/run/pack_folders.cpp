#include "run/pack_folders.hpp"

#include <filesystem>
#include <system_error>

namespace factcheck {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view manifest = "pack.yaml";

bool is_folder(const fs::path& path) {
    std::error_code error;
    return fs::is_directory(path, error);
}

bool is_file(const fs::path& path) {
    std::error_code error;
    return fs::is_regular_file(path, error);
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto end = text.find(separator);
        if (end != 0) parts.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return parts;
}

bool holds_a_pack(const fs::path& folder) {
    std::error_code error;
    const auto follow = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator entry(folder, follow, error), end; !error && entry != end; entry.increment(error))
        if (entry->path().filename() == manifest) return true;
    return false;
}

void add_folder(const std::string& folder, PackFolders& out) {
    if (holds_a_pack(folder))
        out.folders.push_back(folder);
    else
        out.errors.push_back(folder + ": no pack at or below this folder; a pack is a folder with a pack.yaml");
}

void add_name(const std::string& name, const std::vector<std::string>& places, PackFolders& out) {
    for (const std::string& place : places) {
        if (!is_file(fs::path(place) / name / manifest)) continue;
        out.folders.push_back((fs::path(place) / name).string());
        return;
    }
    std::string looked;
    for (const std::string& place : places) looked += (looked.empty() ? "" : ", ") + place;
    out.errors.push_back("no pack is called " + name + (looked.empty() ? "" : " in " + looked) +
                         "; pass the folder of a pack as --rules, or the folder of many in FACTCHECK_PATH");
}

}  // namespace

PackFolders pack_folders(const std::vector<std::string>& values, const std::vector<std::string>& places) {
    PackFolders out;
    for (const std::string& value : values) {
        if (is_folder(value))
            add_folder(value, out);
        else if (is_file(value))
            out.errors.push_back(value + ": is a file; --rules takes the folder of a pack");
        else if (value.find('/') != std::string::npos || value.starts_with('.'))
            out.errors.push_back(value + ": no such folder; --rules takes the folder of a pack, or the name of one");
        else
            for (const std::string& name : split(value, ',')) add_name(name, places, out);
    }
    return out;
}

std::vector<std::string> pack_places(std::string_view search_path, std::string_view installed) {
    std::vector<std::string> places = split(search_path, ':');
    if (is_folder(installed)) places.emplace_back(installed);
    return places;
}

}  // namespace factcheck
