// `factcheck merge`: the reports of parts of a corpus as the one report that a single run would have written.
#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "run/files.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

namespace factcheck {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t piece = 256U << 10U;
constexpr std::size_t most_line_bytes = 1U << 30U;

// One report, read line by line.
class Lines {
public:
    explicit Lines(const std::string& path) : file_(path) {}
    // The next line with its line break; empty: there is none.
    std::string_view next() {
        bytes_.erase(0, std::exchange(taken_, 0));
        std::size_t searched = 0;
        std::size_t end = 0;
        while ((end = bytes_.find('\n', searched)) == std::string::npos && !file_.at_end() && bytes_.size() < most_line_bytes) {
            searched = bytes_.size();
            file_.read_up_to(bytes_, bytes_.size() + piece);
        }
        taken_ = end == std::string::npos ? bytes_.size() : end + 1;
        return std::string_view(bytes_).substr(0, taken_);
    }
    std::string all() {
        while (!file_.at_end()) file_.read_up_to(bytes_, bytes_.size() + piece);
        return std::exchange(bytes_, {});
    }
    [[nodiscard]] const std::string& error() const { return file_.error(); }

private:
    InputFile file_;
    std::string bytes_;
    std::size_t taken_ = 0;
};

struct Merged {
    std::size_t errors = 0;  // that the parts report
    std::array<std::size_t, 3> findings{};
    std::string wrong;  // one sentence: it cannot be done
    Written written = Written::all;
};

void count_severity(const Json& claim, Merged& out) {
    for (const Severity severity : {Severity::info, Severity::warning, Severity::error})
        if (claim.contains("severity") && claim["severity"] == name_of(severity))
            ++out.findings.at(static_cast<std::size_t>(severity));
}

// ---- JSON Lines: records in the order of their paths; of one path in the order of the parts ----

struct Part {
    std::string name;
    std::unique_ptr<Lines> lines;
    std::string line;  // its next document
    std::string path;
    std::vector<std::pair<std::string, std::string>> skipped;  // path, line
    std::vector<std::string> errors;
};

// Takes the next document of a part; what is no document goes to its lists.
void advance(Part& part, Merged& out) {
    part.line.clear();
    for (std::string_view line; out.wrong.empty() && !(line = part.lines->next()).empty();) {
        const Json record = Json::parse(line, nullptr, false);
        if (record.is_object() && record.contains("error")) {
            part.errors.emplace_back(line);
            ++out.errors;
        } else if (!record.is_object() || !record.contains("path") || !record["path"].is_string()) {
            out.wrong = part.name + ": is no report of factcheck as JSON Lines";
        } else if (record.contains("skipped")) {
            part.skipped.emplace_back(record["path"].get<std::string>(), line);
        } else {
            part.path = record["path"].get<std::string>();
            part.line = line;
            if (record.contains("claims"))
                for (const Json& claim : record["claims"]) count_severity(claim, out);
            if (record.contains("partly_read")) ++out.errors;
            return;
        }
    }
    if (!part.lines->error().empty()) out.wrong = part.lines->error();
}

void merge_lines(const std::vector<std::string>& names, Merged& out) {
    std::vector<Part> parts;
    for (const std::string& name : names) parts.push_back({name, std::make_unique<Lines>(name), {}, {}, {}, {}});
    for (Part& part : parts) advance(part, out);
    std::string bytes;
    const auto write = [&](std::string_view line) {
        bytes += line;
        if (bytes.size() < piece) return;
        if (out.written == Written::all) out.written = write_stdout(bytes);
        bytes.clear();
    };
    while (out.wrong.empty() && out.written == Written::all) {
        const auto later = [](const Part& a, const Part& b) {
            return b.line.empty() ? false : a.line.empty() || b.path < a.path;
        };
        Part* first = &parts.front();
        for (Part& part : parts)
            if (later(*first, part)) first = &part;
        if (first->line.empty()) break;
        write(first->line);
        advance(*first, out);
    }
    std::vector<std::pair<std::string, std::string>> skipped;
    for (Part& part : parts) skipped.insert(skipped.end(), part.skipped.begin(), part.skipped.end());
    std::stable_sort(skipped.begin(), skipped.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& each : skipped) write(each.second);
    for (const Part& part : parts)
        for (const std::string& error : part.errors) write(error);
    if (out.written == Written::all && out.wrong.empty()) out.written = write_stdout(bytes);
}

// ---- one object ----

// Numbers are added, key by key.
void add(Json& sum, const Json& more) {
    for (const auto& [key, value] : more.items()) {
        if (value.is_object()) {
            if (!sum.contains(key)) sum[key] = Json::object();
            add(sum[key], value);
        } else {
            sum[key] = sum.value(key, std::uint64_t{0}) + value.get<std::uint64_t>();
        }
    }
}

void append(Json& all, const Json& part, const char* key) {
    if (part.contains(key))
        for (const Json& each : part[key]) all[key].push_back(each);
}

void sort_by_path(Json& list) {
    std::stable_sort(list.begin(), list.end(), [](const Json& a, const Json& b) {
        return a.value("path", std::string()) < b.value("path", std::string());
    });
}

// The verdicts stand in the order of the enumeration, whatever part had which.
Json in_order_of_verdicts(const Json& counts) {
    Json out = Json::object();
    for (const Verdict verdict : {Verdict::supported, Verdict::unverifiable, Verdict::imprecise, Verdict::outdated,
                                  Verdict::misleading, Verdict::contradicted})
        if (const std::string name(name_of(verdict)); counts.contains(name)) out[name] = counts[name];
    return out;
}

void merge_objects(const std::vector<std::string>& names, Merged& out) {
    Json all;
    for (const std::string& name : names) {
        Lines file(name);
        const Json part = Json::parse(file.all(), nullptr, false);
        if (!file.error().empty())
            out.wrong = file.error();
        else if (!part.is_object() || !part.contains("schema") || !part.contains("documents") || !part.contains("summary"))
            out.wrong =
                name + ": is no report of factcheck as JSON; merge takes those of --format json or jsonl, all of one format";
        else if (!all.is_null() && (part["packs"] != all["packs"] || part["factcheck"] != all["factcheck"]))
            out.wrong = name + ": was made with other packs or another factcheck than " + names.front() + "; check it anew";
        if (!out.wrong.empty()) return;
        if (all.is_null()) {
            all = part;
            continue;
        }
        for (const char* key : {"documents", "skipped", "errors", "warnings"}) append(all, part, key);
        add(all["summary"], part["summary"]);
    }
    sort_by_path(all["documents"]);
    sort_by_path(all["skipped"]);
    all["summary"]["verdicts"] = in_order_of_verdicts(all["summary"]["verdicts"]);
    out.errors = all["errors"].size();
    for (const Json& document : all["documents"])
        if (document.contains("partly_read")) ++out.errors;
    for (const Severity severity : {Severity::info, Severity::warning, Severity::error})
        out.findings.at(static_cast<std::size_t>(severity)) =
            all["summary"]["findings"].value(std::string(name_of(severity)), std::size_t{0});
    out.written = write_stdout(all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

bool is_one_object(const std::string& name) {
    InputFile file(name);
    std::string head;
    file.read_up_to(head, 64);
    return head.starts_with("{\n");  // a record of JSON Lines is a line
}

}  // namespace

int merge_command(const Options& options) {
    Merged out;
    if (options.files.empty())
        out.wrong = "no reports: name those of the parts, in their order; see factcheck merge --help";
    else if (is_one_object(options.files.front()))
        merge_objects(options.files, out);
    else
        merge_lines(options.files, out);
    if (!out.wrong.empty()) complain(out.wrong);
    if (!out.wrong.empty() || out.errors > 0 || out.written == Written::failed) return exit_code::trouble;
    if (!options.fail_on) return exit_code::clean;
    for (const Severity severity : {Severity::info, Severity::warning, Severity::error})
        if (severity >= *options.fail_on && out.findings.at(static_cast<std::size_t>(severity)) > 0) return exit_code::findings;
    return exit_code::clean;
}

}  // namespace factcheck
