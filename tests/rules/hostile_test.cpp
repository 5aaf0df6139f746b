// Packs that are made to hurt: each is refused with one clear sentence, quickly and in little memory.
#include "model/limits.hpp"
#include "rules/files.hpp"
#include "rules/load.hpp"
#include "rules/nearest.hpp"
#include "rules/yaml.hpp"
#include "support/folder.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

using namespace factcheck;
namespace fs = std::filesystem;

namespace {

Diagnostics faults_of(std::string bytes) {
    Diagnostics out;
    (void)read_yaml("f.yaml", std::move(bytes), out);
    return out;
}

std::string first_of(std::string bytes) {
    const Diagnostics all = faults_of(std::move(bytes));
    return all.empty() ? "" : to_string(all.front());
}

std::string times(std::size_t n, std::string_view piece) {
    std::string out;
    for (std::size_t i = 0; i < n; ++i) out += piece;
    return out;
}

constexpr std::string_view header = "schema: 1\nname: p\nversion: 1.0.0\nabout: x\n";

}  // namespace

TEST_CASE("nesting is refused at the limit, whatever it is made of") {
    const std::string deep = "nested deeper than 64";
    for (const std::string_view piece : {"[", "- ", "? ", "{a: ", "[{a: ", "{? "}) {
        INFO(piece);
        const Diagnostics all = faults_of(times(100'000, piece));
        REQUIRE(all.size() == 1);
        CHECK(all.front().message == deep);
        CHECK(all.front().place.line == 1);
    }
    std::string stairs;
    for (std::size_t i = 0; i < 100; ++i) stairs += times(i, " ") + "a:\n";
    CHECK(faults_of(stairs).front().message == deep);
    CHECK(faults_of(times(64, "[") + times(64, "]")).empty());
    CHECK(first_of(times(65, "[") + times(65, "]")) == "f.yaml:1:65: error: nested deeper than 64");
}

TEST_CASE("an alias ladder is refused at its first step") {
    std::string ladder = "k0: &k0 [x]\n";
    for (int i = 1; i < 12; ++i) {
        ladder += "k" + std::to_string(i) + ": &k" + std::to_string(i) + " [";
        for (int j = 0; j < 9; ++j) ladder += "*k" + std::to_string(i - 1) + (j < 8 ? "," : "]\n");
    }
    const Diagnostics all = faults_of(ladder);
    CHECK(all.size() == 12 + 9 * 11);
    CHECK(to_string(all.front()) == "f.yaml:1:5: error: anchors are not supported: write the value out where it is used");
}

TEST_CASE("too many values are refused") {
    CHECK(first_of("[" + times(limits::yaml_nodes + 10, "a,") + "]").find("the file holds more than 200000 values: split it") !=
          std::string::npos);
}

TEST_CASE("bytes that are no text are refused by their offset") {
    CHECK(first_of("m: \"\xff\xc0\x80\"") == "f.yaml:1:5: error: not UTF-8: byte 0xff at byte 4; save the file as UTF-8");
    CHECK(first_of("a: \xc3\xa9\nb: \xed\xa0\x80") ==
          "f.yaml:2:4: error: not UTF-8: byte 0xed at byte 9; save the file as UTF-8");
    CHECK(first_of(std::string("a: b\0c", 6)) ==
          "f.yaml:1:5: error: the control character 0x00 at byte 4 cannot stand in a pack");
    CHECK(first_of("a: \x1b[31m") == "f.yaml:1:4: error: the control character 0x1b at byte 3 cannot stand in a pack");
    CHECK(first_of(std::string("\xff\xfe"
                               "a\0:\0",
                               6))
              .find("not UTF-8: byte 0xff at byte 0") != std::string::npos);
}

TEST_CASE("columns count code points, and a byte order mark does not count") {
    CHECK(first_of("\xEF\xBB\xBF- \xC3\xA9\xC3\xA9: *a") ==
          "f.yaml:1:7: error: not YAML: the referenced anchor is not defined; inside { } and [ ] an expression stands in quotes");
    CHECK(faults_of("\xEF\xBB\xBF"
                    "a: b\r\nc: d\r\n")
              .empty());
}

TEST_CASE("scalars keep the text that stands there") {
    Diagnostics faults;
    const YamlFile file =
        read_yaml("f.yaml", "[010, no, on, y, .inf, 0x1, 1_000, ~, null, '~', '', 2025-08-04, 07-01, 1e3, NO]", faults);
    CHECK(faults.empty());
    std::vector<std::string> texts;
    for (const YamlNode& node : file.root.items) texts.push_back(node.kind == YamlNode::Kind::none ? "(none)" : node.text);
    CHECK(texts == std::vector<std::string>{"010", "no", "on", "y", ".inf", "0x1", "1_000", "(none)", "(none)", "~", "",
                                            "2025-08-04", "07-01", "1e3", "NO"});
}

TEST_CASE("a place inside a scalar is found however the scalar was written") {
    const auto place = [](const std::string& bytes, std::string_view word) {
        Diagnostics faults;
        const YamlFile file = read_yaml("f.yaml", bytes, faults);
        REQUIRE(faults.empty());
        const YamlNode& scalar = file.root.items.front();
        const std::size_t at = scalar.text.find(word);
        REQUIRE(at != std::string::npos);
        const Place out = place_in(file, scalar, at);
        return std::to_string(out.line) + ":" + std::to_string(out.column);
    };
    CHECK(place("a: one two", "two") == "1:8");
    CHECK(place("a: one", "one") == "1:4");
    CHECK(place("a: 'one two'", "two") == "1:9");
    CHECK(place("a: \"one \\\" two\"", "two") == "1:12");
    CHECK(place("a: one\n  two\n  three", "three") == "3:3");
    CHECK(place("a: |\n  one\n    two", "two") == "3:5");
    CHECK(place("a: >-\n\n  one\n  two", "two") == "4:3");
    CHECK(place("a:   \xC3\xA9\xC3\xA9 two", "two") == "1:9");
    CHECK(place("a:\n  one\n  two", "two") == "3:3");
}

TEST_CASE("large files are refused before they are parsed") {
    const testing::Folder folder;
    folder.write("pack.yaml", std::string(header) + "rules: [r.yaml]\n");
    folder.write("r.yaml", "k: " + std::string(50U << 20U, 'a'));
    const LoadedPacks loaded = load_packs({folder.path});
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK(loaded.diagnostics.front().message == "r.yaml: it is larger than 1048576 bytes: split it");
    CHECK(loaded.diagnostics.front().place.line == 5);
}

TEST_CASE("a pack of many files is refused at its limit") {
    const testing::Folder folder;
    std::string list;
    const std::string padding(limits::rule_file_bytes - 64, 'x');
    for (int i = 0; i < 17; ++i) {
        const std::string name = "r" + std::to_string(i) + ".yaml";
        folder.write(name, "rules: []\n# " + padding + "\n");
        list += (i == 0 ? "" : ", ") + name;
    }
    folder.write("pack.yaml", std::string(header) + "rules: [" + list + "]\n");
    const LoadedPacks loaded = load_packs({folder.path});
    REQUIRE_FALSE(loaded.diagnostics.empty());
    CHECK(loaded.diagnostics.front().message == "the pack's rule files have more than 16777216 bytes: split it");
}

TEST_CASE("wide maps and many rules are read in time that grows with their size") {
    // 4,000 entities and 2,000 rules: a look-up by key in a list would take minutes.
    const testing::Folder folder;
    std::string entities = "entities:\n", rules = "rules:\n";
    for (int i = 0; i < 4000; ++i)
        entities += "  e" + std::to_string(i) + ": {type: country, name: E" + std::to_string(i) + "}\n";
    for (int i = 0; i < 2000; ++i)
        rules += "  - {id: r" + std::to_string(i) +
                 ", about: x, claim: {kind: date, weekday: any, date: day}, expect: weekday = weekday(date)}\n";
    folder.write("v.yaml", entities);
    folder.write("r.yaml", rules);
    folder.write("pack.yaml", std::string(header) + "vocabulary: [v.yaml]\nrules: [r.yaml]\n");
    const LoadedPacks loaded = load_packs({folder.path});
    CHECK(loaded.diagnostics.empty());
    REQUIRE(loaded.packs.size() == 1);
    CHECK(loaded.packs.front().rules.size() == 2000);
    CHECK(loaded.packs.front().vocabulary.entities.size() == 4000);
}

TEST_CASE("files of a pack are regular files inside of it") {
    const testing::Folder folder;
    folder.write("outside.yaml", "secret: 1\n");
    folder.write("pack/inside.yaml", "a: 1\n");
    folder.write("pack/data/more.yaml", "a: 2\n");
    const fs::path pack = folder.path / "pack";
    fs::create_symlink(folder.path / "outside.yaml", pack / "link.yaml");
    fs::create_symlink(pack / "inside.yaml", pack / "own_link.yaml");
    fs::create_symlink(folder.path, pack / "up");
    REQUIRE(::mkfifo((pack / "pipe.yaml").c_str(), 0600) == 0);
    const auto fault = [&](const std::string& name) { return read_inside(pack, name, 100).fault; };
    CHECK(read_inside(pack, "inside.yaml", 100).bytes == "a: 1\n");
    CHECK(read_inside(pack, "./data//more.yaml", 100).bytes == "a: 2\n");
    CHECK(fault("link.yaml") == "it is a link: a pack's files lie in the pack");
    CHECK(fault("own_link.yaml") == "it is a link: a pack's files lie in the pack");
    CHECK(fault("up/outside.yaml") == "there is no such file: a part of its path is a file or a link");
    CHECK(fault("../outside.yaml") == "the path must stay inside the pack's folder: no \"..\"");
    CHECK(fault("data/../../outside.yaml") == "the path must stay inside the pack's folder: no \"..\"");
    CHECK(fault((folder.path / "outside.yaml").string()) == "the path must be relative to the pack's folder");
    CHECK(fault("/dev/zero") == "the path must be relative to the pack's folder");
    CHECK(fault("pipe.yaml") == "it is not a regular file");
    CHECK(fault("data") == "it is not a regular file");
    CHECK(fault(".") == "it is not a regular file");
    CHECK(fault("") == "it is not a regular file");
    CHECK(fault("none.yaml") == "there is no such file");
    CHECK(fault(std::string("inside.yaml\0.png", 16)) == "there is no such file");
    CHECK(read_inside(pack, "inside.yaml", 4).fault == "it is larger than 4 bytes: split it");
    // The pack's own folder is the user's choice: it may be reached over a link.
    fs::create_directory_symlink(pack, folder.path / "way");
    CHECK(read_inside(folder.path / "way", "inside.yaml", 100).bytes == "a: 1\n");
}

TEST_CASE("nothing is told of a table that a link brings in") {
    const testing::Folder folder;
    folder.write("secret.csv", "root:x:0:0\nhidden\n");
    folder.write("pack/pack.yaml", std::string(header) + "data: datapackage.json\n");
    folder.write(
        "pack/datapackage.json",
        R"({"name": "d", "resources": [{"name": "rows", "path": "rows.csv", "table": "events", "schema": {"fields": [)"
        R"({"name": "event", "type": "string"}, {"name": "kind", "type": "string"}, {"name": "label", "type": "string"}]}}]})");
    fs::create_symlink(folder.path / "secret.csv", folder.path / "pack" / "rows.csv");
    const LoadedPacks loaded = load_packs({folder.path / "pack"});
    REQUIRE_FALSE(loaded.diagnostics.empty());
    std::string all;
    for (const Diagnostic& d : loaded.diagnostics) all += to_string(d) + "\n";
    INFO(all);
    CHECK(all.find("leads out of the data package's folder") != std::string::npos);
    CHECK(all.find("root") == std::string::npos);
    CHECK(all.find("hidden") == std::string::npos);
}

TEST_CASE("packs are found below a folder in the order of their names; links and hidden folders are not followed") {
    const testing::Folder folder;
    for (const char* name : {"b", "a", "a/inner", ".hidden"}) folder.write(std::string(name) + "/pack.yaml", "");
    fs::create_directory_symlink(folder.path, folder.path / "a" / "loop");
    Diagnostics faults;
    std::vector<std::string> found;
    for (const fs::path& pack : find_packs(folder.path, faults)) found.push_back(pack.lexically_relative(folder.path).string());
    CHECK(faults.empty());
    CHECK(found == std::vector<std::string>{"a", "a/inner", "b"});
}

TEST_CASE("the hash is that of names and contents, whatever the order") {
    CHECK(hash_of({}) == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    const std::string two = hash_of({{"a", "1"}, {"b", "2"}});
    CHECK(two == hash_of({{"b", "2"}, {"a", "1"}}));
    CHECK(two != hash_of({{"a", "2"}, {"b", "1"}}));
    CHECK(two != hash_of({{"a", "12"}, {"b", ""}}));
    CHECK(two != hash_of({{"ab", "1"}, {"", "2"}}));
}

TEST_CASE("hints are for near words only") {
    const std::vector<std::string_view> known{"severity", "message", "expect"};
    CHECK(did_you_mean("sevrity", known) == " (did you mean severity?)");
    CHECK(did_you_mean("xyz", known).empty());
    CHECK(did_you_mean(std::string(1000, 's'), known).empty());
    CHECK(listed(known) == "severity, message and expect");
}
