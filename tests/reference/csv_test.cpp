// tests/corpus/csv/cases.yaml row by row; what is written is read back; Python's csv module as the other reader.
#include "reference/csv.hpp"

#include "model/limits.hpp"
#include "support/folder.hpp"
#include "support/source.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <yaml-cpp/yaml.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <string>
#include <vector>

using namespace factcheck;

namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Reading {
    Rows rows;
    Faults faults;
};

Reading read(std::string_view bytes, const CsvDialect& dialect = {}) {
    Reading out;
    out.faults.file = "t.csv";
    const auto keep = [&](const CsvRow& row) {
        std::vector<std::string>& fields = out.rows.emplace_back();
        for (const CsvCell& cell : row.cells) fields.push_back(cell.text);
    };
    read_csv(bytes, dialect, keep, out.faults);
    return out;
}

unsigned hex_digit(char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'A' + 10); }

// "<FF>" -> the byte FF.
std::string bytes_of_text(const std::string& text) {
    const std::string hex = "0123456789ABCDEF";
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool byte = text[i] == '<' && i + 3 < text.size() && text[i + 3] == '>' &&
                          hex.find(text[i + 1]) != std::string::npos && hex.find(text[i + 2]) != std::string::npos;
        out += byte ? static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2])) : text[i];
        if (byte) i += 3;
    }
    return out;
}

std::string written(const Rows& rows, const CsvDialect& dialect = {}) {
    std::string out;
    for (const auto& row : rows) out += write_csv_row(row, dialect);
    return out;
}

}  // namespace

TEST_CASE("the corpus of CSV") {
    const YAML::Node cases = YAML::LoadFile(testing::source("/tests/corpus/csv/cases.yaml"));
    REQUIRE(cases.size() >= 30);
    for (const YAML::Node& row : cases) {
        const std::string name = row["name"].as<std::string>();
        CAPTURE(name);
        CsvDialect dialect;
        if (row["dialect"]) dialect.delimiter = row["dialect"]["delimiter"].as<std::string>(",").front();
        if (row["dialect"]) dialect.quote = row["dialect"]["quote"].as<std::string>("\"").front();
        const Reading got = read(bytes_of_text(row["text"].as<std::string>()), dialect);
        CHECK(got.rows == row["rows"].as<Rows>(Rows{}));
        const auto wanted = row["faults"].as<std::vector<std::string>>(std::vector<std::string>{});
        REQUIRE(got.faults.found.size() == wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const Diagnostic& fault = got.faults.found[i];
            const std::string said =
                std::to_string(fault.place.line) + ":" + std::to_string(fault.place.column) + ": " + fault.message;
            CHECK_MESSAGE(said.starts_with(wanted[i]), said);
        }
    }
}

TEST_CASE("a field over its limit is a fault, one at it is not") {
    const std::string longest(limits::csv_field_bytes, 'x');
    CHECK(read("a\n" + longest + "\n").rows.back().front() == longest);
    const Reading over = read("a\n" + longest + "x\nb\n");
    CHECK(over.rows == Rows{{"a"}, {"b"}});
    REQUIRE(over.faults.found.size() == 1);
    CHECK(over.faults.found.front().place.line == 2);
}

TEST_CASE("a file of faults alone is cut short and says by how much") {
    std::string bytes = "a,b\n";
    for (std::size_t i = 0; i < limits::faults_per_file + 7; ++i) bytes += "x\n";
    Diagnostics diagnostics;
    hand_over(read(bytes).faults, diagnostics);
    REQUIRE(diagnostics.size() == limits::faults_per_file + 1);
    CHECK(diagnostics.back().message == "7 more faults in this file");
}

TEST_CASE("what is written is read back") {
    CHECK(rc::check([] {
        const auto field = rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab ,;\"'\n\r\xEF")));
        const std::size_t width = *rc::gen::inRange<std::size_t>(1, 5);
        CsvDialect dialect;
        dialect.delimiter = *rc::gen::element(',', ';', '\t');
        dialect.quote = *rc::gen::element('"', '\'');
        Rows rows;
        const std::size_t count = *rc::gen::inRange<std::size_t>(1, 5);
        while (rows.size() < count) {
            auto& row = rows.emplace_back(*rc::gen::container<std::vector<std::string>>(width, field));
            for (std::string& text : row) std::replace(text.begin(), text.end(), '\xEF', 'e');
        }
        const Reading got = read(written(rows, dialect), dialect);
        RC_ASSERT(got.faults.found.empty());
        RC_ASSERT(got.rows == rows);
    }));
}

TEST_CASE("any bytes are read to their end without harm") {
    CHECK(rc::check([] {
        const auto bytes = *rc::gen::arbitrary<std::string>();
        const Reading got = read(bytes);
        RC_ASSERT((!got.rows.empty() || !got.faults.found.empty()));
        for (const auto& row : got.rows) RC_ASSERT(row.size() == got.rows.front().size());
    }));
}

namespace {

// Every text of up to `length` letters.
std::vector<std::string> all_texts(const std::string& letters, std::size_t length) {
    std::vector<std::string> out{""};
    for (std::size_t from = 0; length > 0; --length) {
        const std::size_t end = out.size();
        for (; from < end; ++from)
            for (const char letter : letters) out.push_back(out[from] + letter);
    }
    return out;
}

}  // namespace

// Whatever is accepted here, Python reads alike; whatever Python writes is accepted here.
TEST_CASE("Python's csv module reads the same rows") {
    const testing::Folder folder;
    const std::vector<std::string> texts = all_texts("a,\"\n\r", 6);
    const std::string in = folder.write("in.json", nlohmann::json(texts).dump());
    const std::string out = (folder.path / "out.json").string();
    const std::string command = "python3 '" + testing::source("/tests/reference/csv_rows.py") + "' '" + in + "' '" + out + "'";
    REQUIRE(std::system(command.c_str()) == 0);
    const auto python = nlohmann::json::parse(testing::bytes_of(out));
    REQUIRE(python.size() == texts.size());
    std::size_t accepted = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::string& text = texts[i];
        CAPTURE(text);
        const Reading got = read(text);
        if (got.faults.found.empty()) {
            ++accepted;
            REQUIRE(nlohmann::json(got.rows) == python[i]["rows"]);
        }
        if (python[i].contains("written")) {
            const Reading again = read(python[i]["written"].get<std::string>());
            REQUIRE(again.faults.found.empty());
            REQUIRE(nlohmann::json(again.rows) == python[i]["rows"]);
        }
    }
    CHECK(accepted > 1000);
}
