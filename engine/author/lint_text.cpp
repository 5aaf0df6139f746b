// White space and lists of cues: what can be mended without understanding the rule.
#include "author/lint.hpp"

#include "author/faults.hpp"
#include "rules/yaml.hpp"

#include <algorithm>
#include <set>

namespace factcheck {
namespace {

// A byte range of the file to take out, with what is said of it.
struct Cut {
    std::size_t from = 0;
    std::size_t past = 0;
    std::string_view code;
    std::string message;
    std::size_t at = 0;  // where it is said, if not at `from`
};

void cut_line_ends(const std::string& bytes, std::vector<Cut>& cuts) {
    if (bytes.starts_with("\xEF\xBB\xBF")) cuts.push_back({0, 3, "line-ends", "the file begins with a byte order mark"});
    bool said = false;
    for (std::size_t at = bytes.find("\r\n"); at != std::string::npos; at = bytes.find("\r\n", at + 2)) {
        cuts.push_back({at, at + 1, "line-ends", said ? "" : "lines end in CR LF"});
        said = true;
    }
}

void cut_trailing_space(const std::string& bytes, std::vector<Cut>& cuts) {
    for (std::size_t line = 0; line < bytes.size();) {
        std::size_t end = std::min(bytes.find('\n', line), bytes.size());
        const std::size_t next = end + 1;
        if (end > line && bytes[end - 1] == '\r') --end;
        std::size_t last = end;
        while (last > line && (bytes[last - 1] == ' ' || bytes[last - 1] == '\t')) --last;
        if (last < end) cuts.push_back({last, end, "trailing-space", "white space at the end of the line"});
        line = next;
    }
}

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

// A list in brackets: the second of two equal cues goes with the comma before it.
void cut_double_cues(const std::string& bytes, const YamlNode& list, std::vector<Cut>& cuts) {
    std::set<std::string> seen;
    for (const YamlNode& item : list.items) {
        if (item.kind != YamlNode::Kind::scalar || seen.insert(lower(item.text)).second) continue;
        const bool plain = bytes.compare(item.at, item.text.size(), item.text) == 0;
        const std::size_t comma = bytes.find_last_not_of(" \t\r\n", item.at - 1);
        const bool bracketed = plain && comma != std::string::npos && bytes[comma] == ',';
        const std::string message = "the cue \"" + item.text + "\" stands twice in this list";
        if (bracketed)
            cuts.push_back({comma, item.at + item.text.size(), "cue-twice", message, item.at});
        else
            cuts.push_back({item.at, item.at, "cue-twice", message, item.at});
    }
}

void walk(const std::string& bytes, const YamlNode& node, std::vector<Cut>& cuts) {
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const bool cues = node.kind == YamlNode::Kind::map && node.keys[i].text == "cues";
        if (cues && node.items[i].kind == YamlNode::Kind::list) cut_double_cues(bytes, node.items[i], cuts);
        walk(bytes, node.items[i], cuts);
    }
}

}  // namespace

Tidied tidied(const std::string& path, const std::string& bytes) {
    std::vector<Cut> cuts;
    cut_line_ends(bytes, cuts);
    cut_trailing_space(bytes, cuts);
    const bool marked = bytes.starts_with("\xEF\xBB\xBF");
    if (!path.ends_with(".csv") && !marked) {  // without a mark the bytes of the tree are those of the file
        Diagnostics ignored;
        const YamlFile file = read_yaml(path, bytes, ignored);
        walk(bytes, file.root, cuts);
    }
    std::sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) { return a.from < b.from; });
    const YamlFile lines = plain_file(path, marked ? bytes.substr(3) : bytes);
    Tidied out;
    std::size_t kept = 0;
    for (const Cut& cut : cuts) {
        const std::size_t said = cut.at > 0 ? cut.at : cut.from;
        const std::size_t shown = marked && said >= 3 ? said - 3 : said;
        if (!cut.message.empty())
            out.found.push_back({place_in(lines, shown), fault_row(cut.code)->severity, cut.message, std::string(cut.code)});
        if (cut.from < kept) continue;
        out.bytes.append(bytes, kept, cut.from - kept);
        kept = cut.past;
    }
    out.bytes.append(bytes, kept);
    if (!out.bytes.empty() && out.bytes.back() != '\n') {
        out.found.push_back({place_in(lines, lines.bytes.size()), fault_row("final-newline")->severity,
                             "the last line has no end", "final-newline"});
        out.bytes += '\n';
    }
    return out;
}

}  // namespace factcheck
