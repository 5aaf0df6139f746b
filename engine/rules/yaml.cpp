// yaml-cpp is used as a source of events: no tree of its own, so that limits hold while it reads. It is asked for one document
// and then once more, to tell whether there is a second; a loop over documents would not end on some inputs of four bytes.
#include "rules/yaml.hpp"

#include "model/limits.hpp"
#include "model/utf8.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <unordered_map>

namespace factcheck {

namespace {

struct Stop {};  // a limit was reached: said already, the rest of the file is not read

class Bytes : public std::streambuf {
public:
    explicit Bytes(std::string& bytes) { setg(bytes.data(), bytes.data(), bytes.data() + bytes.size()); }
};

class Builder : public YAML::EventHandler {
public:
    Builder(YamlFile& file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (documents_++ == 0) return;
        fault(offset(mark), "a second document begins here: one file holds one, without \"---\" between");
        throw Stop{};
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { add(YamlNode::Kind::none, mark, "", anchor, {}); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        fault(offset(mark), "aliases are not supported: write the value out");
        add(YamlNode::Kind::none, mark, "", 0, {});
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override {
        add(YamlNode::Kind::scalar, mark, tag, anchor, value);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(YamlNode::Kind::list, mark, tag, anchor);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
        open(YamlNode::Kind::map, mark, tag, anchor);
    }
    void OnMapEnd() override { close(); }

    void fault(std::size_t at, std::string message) {
        diagnostics_.push_back({place_in(file_, at), Severity::error, std::move(message)});
    }
    [[nodiscard]] std::size_t offset(const YAML::Mark& mark) const {
        return mark.pos < 0 ? 0 : std::min(static_cast<std::size_t>(mark.pos), file_.bytes.size());
    }

private:
    YamlNode made(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        YamlNode node;
        node.kind = kind;
        node.at = offset(mark);
        if (anchor != 0) fault(node.at, "anchors are not supported: write the value out where it is used");
        if (!tag.empty() && tag != "?" && tag != "!")
            fault(node.at, "tags such as !!str are not supported: leave it out, texts need none");
        if (++nodes_ > limits::yaml_nodes) {
            fault(node.at, "the file holds more than " + std::to_string(limits::yaml_nodes) + " values: split it");
            throw Stop{};
        }
        return node;
    }

    void add(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
             const std::string& value) {
        YamlNode node = made(kind, mark, tag, anchor);
        node.text = value;
        place(std::move(node));
    }

    void open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        YamlNode node = made(kind, mark, tag, anchor);
        if (stack_.size() >= limits::yaml_depth) {
            fault(node.at, "nested deeper than " + std::to_string(limits::yaml_depth));
            throw Stop{};
        }
        stack_.push_back(std::move(node));
    }

    void close() {
        YamlNode node = std::move(stack_.back());
        stack_.pop_back();
        if (node.kind == YamlNode::Kind::map) check_keys(node);
        place(std::move(node));
    }

    // Into the list or map that is open: of a map key and value in turn.
    void place(YamlNode node) {
        if (stack_.empty()) {
            file_.root = std::move(node);
            return;
        }
        YamlNode& owner = stack_.back();
        const bool key = owner.kind == YamlNode::Kind::map && owner.keys.size() == owner.items.size();
        (key ? owner.keys : owner.items).push_back(std::move(node));
    }

    void check_keys(const YamlNode& map) {
        std::unordered_map<std::string_view, std::size_t> seen;
        for (const YamlNode& key : map.keys) {
            if (key.kind != YamlNode::Kind::scalar) {
                fault(key.at, "a key must be a plain word");
                continue;
            }
            if (key.text == "<<") fault(key.at, "merge keys are not supported: write the keys out");
            const auto [first, fresh] = seen.emplace(key.text, key.at);
            if (!fresh)
                fault(key.at, "\"" + key.text + "\" stands twice here, first in line " +
                                  std::to_string(place_in(file_, first->second).line));
        }
    }

    YamlFile& file_;
    Diagnostics& diagnostics_;
    std::vector<YamlNode> stack_;
    std::size_t nodes_ = 0;
    int documents_ = 0;
};

void index(YamlFile& file) {
    file.lines.push_back(0);
    for (std::size_t at = file.bytes.find('\n'); at != std::string::npos; at = file.bytes.find('\n', at + 1))
        file.lines.push_back(at + 1);
}

// The first byte that cannot stand in a text, and why.
std::optional<std::pair<std::size_t, std::string>> bad_byte(std::string_view bytes) {
    const auto hex = [](unsigned char c) {
        constexpr std::string_view digits = "0123456789abcdef";
        return std::string{'0', 'x', digits[c >> 4U], digits[c & 15U]};
    };
    for (std::size_t at = 0; at < bytes.size();) {
        const auto c = static_cast<unsigned char>(bytes[at]);
        if (c >= 0x20 && c < 0x7F) {
            ++at;
            continue;
        }
        if (c == 0x7F || (c < 0x20 && c != '\n' && c != '\r' && c != '\t'))
            return std::pair(at,
                             "the control character " + hex(c) + " at byte " + std::to_string(at) + " cannot stand in a pack");
        const Decoded decoded = decode_utf8(bytes, at);
        if (!decoded.valid)
            return std::pair(at, "not UTF-8: byte " + hex(c) + " at byte " + std::to_string(at) + "; save the file as UTF-8");
        at += decoded.size;
    }
    return std::nullopt;
}

void parse(YamlFile& file, Diagnostics& diagnostics) {
    Builder builder(file, diagnostics);
    Bytes bytes(file.bytes);
    std::istream in(&bytes);
    try {
        YAML::Parser parser(in);
        if (parser.HandleNextDocument(builder)) (void)parser.HandleNextDocument(builder);
    } catch (const Stop&) {
        return;
    } catch (const YAML::Exception& error) {
        // What YAML takes for an alias is more often the star of a look-up.
        const bool star = error.msg.find("alias") != std::string::npos || error.msg.find("anchor") != std::string::npos;
        builder.fault(builder.offset(error.mark),
                      "not YAML: " + error.msg + (star ? "; inside { } and [ ] an expression stands in quotes" : ""));
    }
}

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::size_t text_begin(const YamlFile& file, std::size_t at) {
    const char c = at < file.bytes.size() ? file.bytes[at] : '\0';
    if (c == '"' || c == '\'') return at + 1;
    if (c != '|' && c != '>') return at;
    const std::size_t line = file.bytes.find('\n', at);
    return line == std::string::npos ? file.bytes.size() : line + 1;
}

}  // namespace

YamlFile plain_file(std::string path, std::string bytes) {
    YamlFile file;
    file.path = std::move(path);
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (bytes.compare(0, mark.size(), mark) == 0) bytes.erase(0, mark.size());
    file.bytes = std::move(bytes);
    index(file);
    return file;
}

YamlFile read_yaml(std::string path, std::string bytes, Diagnostics& diagnostics) {
    YamlFile file = plain_file(std::move(path), std::move(bytes));
    if (const auto bad = bad_byte(file.bytes))
        diagnostics.push_back({place_in(file, bad->first), Severity::error, bad->second});
    else
        parse(file, diagnostics);
    return file;
}

Place place_in(const YamlFile& file, std::size_t at) {
    const auto next = std::upper_bound(file.lines.begin(), file.lines.end(), at);
    const auto line = static_cast<std::size_t>(next - file.lines.begin());
    std::size_t column = 1;
    for (std::size_t i = line == 0 ? 0 : file.lines[line - 1]; i < at && i < file.bytes.size();) {
        i += decode_utf8(file.bytes, i).size;
        ++column;
    }
    return {file.path, line, column};
}

// Folding and indentation change white space only, so that many other characters stand before the place in the text as in the
// file.
Place place_in(const YamlFile& file, const YamlNode& scalar, std::size_t offset) {
    std::size_t before = 0;
    for (std::size_t i = 0; i < offset && i < scalar.text.size(); ++i) before += blank(scalar.text[i]) ? 0 : 1;
    std::size_t at = text_begin(file, scalar.at);
    const bool escaped = scalar.at < file.bytes.size() && file.bytes[scalar.at] == '"';
    while (at < file.bytes.size() && (before > 0 || blank(file.bytes[at]))) {
        if (!blank(file.bytes[at])) {
            --before;
            if (escaped && file.bytes[at] == '\\') ++at;
        }
        ++at;
    }
    if (offset >= scalar.text.size() && offset > 0) {  // past the end: right behind the last character
        while (at > scalar.at && blank(file.bytes[at - 1])) --at;
    }
    return place_in(file, std::min(at, file.bytes.size()));
}

}  // namespace factcheck
