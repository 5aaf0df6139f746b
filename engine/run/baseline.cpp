#include "run/baseline.hpp"

#include "model/utf8.hpp"
#include "run/files.hpp"
#include "run/suppress.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace factcheck {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t most_bytes = 1U << 30U;

std::string text_at(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::size_t count_at(const Json& object) {
    const auto found = object.find("count");
    return found != object.end() && found->is_number_unsigned() ? found->get<std::size_t>() : 1;
}

}  // namespace

Baseline::Baseline(std::string file) : file_(std::move(file)) {}

std::string Baseline::load() {
    InputFile input(file_);
    std::string bytes;
    input.read_up_to(bytes, most_bytes);
    if (!input.error().empty()) return input.error() + "; --write-baseline makes one";
    const Json root = Json::parse(bytes, nullptr, false);
    const bool is_one = root.is_object() && root.contains("baseline") && root["baseline"].is_array() && root.contains("schema");
    if (!is_one) return file_ + ": is no baseline; --write-baseline makes one";
    if (root["schema"] != 1) return file_ + ": is a baseline of a newer factcheck; update factcheck, or write it anew";
    for (const Json& entry : root["baseline"]) {
        if (!entry.is_object()) return file_ + ": is no baseline; --write-baseline makes one";
        entries_[{text_at(entry, "path"), text_at(entry, "id"), text_at(entry, "rule"), text_at(entry, "claim")}] +=
            count_at(entry);
    }
    left_ = entries_;
    return {};
}

std::string Baseline::path_of(const std::string& path) const {
    std::error_code error;
    const fs::path folder = fs::absolute(file_, error).lexically_normal().parent_path();
    const fs::path relative = fs::absolute(path, error).lexically_normal().lexically_relative(folder);
    return valid_utf8(path == "-" || relative.empty() ? path : relative.generic_string());
}

BaselineKey Baseline::key_of(const ReportDocument& document, const ReportClaim& claim) const {
    return {path_of(document.path), valid_utf8(document.id), claim.rule, valid_utf8(single_spaced(claim.text))};
}

void Baseline::take(ReportDocument& document) {
    if (!entries_.empty()) {
        std::pair name(path_of(document.path), valid_utf8(document.id));
        const auto entry = entries_.lower_bound({name.first, name.second, "", ""});
        const bool has_entries = entry != entries_.end() && entry->first.path == name.first && entry->first.id == name.second;
        if (has_entries) seen_.insert(std::move(name));
    }
    for (ReportClaim& claim : document.claims) {
        if (!claim.severity) continue;
        const BaselineKey key = key_of(document, claim);
        ++found_[key];
        const auto left = left_.find(key);
        if (left == left_.end() || left->second == 0) continue;
        --left->second;
        ++known_;
        suppress(claim, "baseline", "");
    }
}

std::vector<BaselineKey> Baseline::stale() const {
    std::vector<BaselineKey> out;
    for (const auto& [key, count] : left_)
        if (count > 0 && seen_.contains({key.path, key.id})) out.push_back(key);
    return out;
}

std::string Baseline::written(bool prune) const {
    std::map<BaselineKey, std::size_t> kept = prune ? entries_ : found_;
    if (prune)
        for (const BaselineKey& key : stale()) {
            kept[key] -= left_.at(key);
            if (kept[key] == 0) kept.erase(key);
        }
    Json entries = Json::array();
    for (const auto& [key, count] : kept) {
        Json entry = {{"path", key.path}};
        if (!key.id.empty()) entry["id"] = key.id;
        entry["rule"] = key.rule;
        entry["claim"] = key.claim;
        if (count > 1) entry["count"] = count;
        entries.push_back(std::move(entry));
    }
    Json root = {{"schema", 1}};
    root["baseline"] = std::move(entries);
    return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace factcheck
