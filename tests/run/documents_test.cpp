#include "run/documents.hpp"

#include "model/limits.hpp"
#include "tests/support/folder.hpp"

#include <doctest/doctest.h>

using namespace factcheck;
using namespace factcheck::testing;

namespace {

struct Read {
    std::vector<Document> documents;
    DocumentsRead result;
};

Read read(const std::string& path) {
    Read out;
    out.result = each_document({path}, [&](Document document) { out.documents.push_back(std::move(document)); });
    return out;
}

}  // namespace

TEST_CASE("a text is one document, an empty one too") {
    const Folder folder;
    for (const std::string text : {"Exports rose.\n", "", "{not JSON}", "{\"a\": 1}\n",
                                   "\xFF\xFE"
                                   "odd"}) {
        const std::string path = folder.write("a.txt", text);
        const Read got = read(path);
        REQUIRE(got.documents.size() == 1);
        CHECK(got.documents[0].bytes == text);
        CHECK(got.documents[0].path == path);
        CHECK(got.result.errors.empty());
        CHECK(got.result.skipped.empty());
    }
}

TEST_CASE("JSON Lines are one document a line") {
    const Folder folder;
    const Read got = read(folder.write("a.jsonl",
                                       "{\"id\": \"a\", \"text\": \"One\\nline \\u20ac.\", \"date\": \"2025-08-04\"}\r\n"
                                       "\n"
                                       "{\"text\": \"Two.\", \"id\": 7, \"date\": \"2025-08-04T12:00:00Z\", \"more\": []}\n"
                                       "{\"text\": \"\", \"date\": null}"));
    CHECK(got.result.errors.empty());
    REQUIRE(got.documents.size() == 3);
    CHECK(got.documents[0].bytes == "One\nline €.");
    CHECK(got.documents[0].id == "a");
    CHECK(got.documents[0].date == "2025-08-04");
    CHECK(got.documents[0].input_format == "text");
    CHECK(got.documents[1].id == "7");
    CHECK(got.documents[1].date == "2025-08-04");
    CHECK(got.documents[2].bytes.empty());
    CHECK(got.documents[2].id.empty());
    CHECK(got.documents[2].date.empty());
}

TEST_CASE("JSON Lines are known by their first line where no ending says so") {
    const Folder folder;
    const std::string line = "{\"text\": \"One.\"}\n";
    CHECK(read(folder.write("corpus", line + line)).documents.size() == 2);
    CHECK(read(folder.write("corpus.txt", line + line)).documents.size() == 1);
}

TEST_CASE("a bad line is named by its number, and the others are read") {
    const Folder folder;
    const std::string path = folder.write("a.jsonl",
                                          "{\"text\": \"One.\"}\n{\"text\": \n[1]\n{\"txt\": \"x\"}\n"
                                          "{\"text\": \"x\", \"date\": \"spring\"}\n{\"text\": \"Two.\"}\n");
    const Read got = read(path);
    CHECK(got.documents.size() == 3);
    REQUIRE(got.result.errors.size() == 4);
    CHECK(got.result.errors[0].starts_with(path + ":2: is not JSON; a record is {"));
    CHECK(got.result.errors[1].starts_with(path + ":3: has no \"text\"; a record is {"));
    CHECK(got.result.errors[2].starts_with(path + ":4: has no \"text\"; a record is {"));
    CHECK(got.result.errors[3] ==
          path + ":5: the \"date\" is not a day, and the text was read without one; write it as 2025-08-04");
}

TEST_CASE("dates as corpora write them") {
    const Folder folder;
    const Read got = read(
        folder.write("a.jsonl",
                     "{\"text\": \"\", \"date\": \"26-FEB-1987 15:01:01.79\"}\n{\"text\": \"\", \"date\": \"4 August 2025\"}\n"
                     "{\"text\": \"\", \"date\": \"\"}\n"));
    CHECK(got.result.errors.empty());
    REQUIRE(got.documents.size() == 3);
    CHECK(got.documents[0].date == "1987-02-26");
    CHECK(got.documents[1].date == "2025-08-04");
    CHECK(got.documents[2].date.empty());
}

TEST_CASE("of many bad lines the first are named and the rest counted") {
    const Folder folder;
    std::string bytes;
    for (int i = 0; i < 300; ++i) bytes += "no\n";
    const std::string path = folder.write("a.jsonl", bytes);
    const Read got = read(path);
    REQUIRE(got.result.errors.size() == 11);
    CHECK(got.result.errors.back() == path + ": 290 more lines with faults");
}

TEST_CASE("lines across the pieces of a large file") {
    const Folder folder;
    std::string bytes;
    for (int i = 0; i < 5'000; ++i)
        bytes += "{\"id\": \"" + std::to_string(i) + "\", \"text\": \"" + std::string(static_cast<std::size_t>(i % 300), 'x') +
                 "\"}\n";
    const Read got = read(folder.write("a.jsonl", bytes));
    CHECK(got.result.errors.empty());
    REQUIRE(got.documents.size() == 5'000);
    for (std::size_t i = 0; i < got.documents.size(); ++i) {
        CHECK(got.documents[i].id == std::to_string(i));
        CHECK(got.documents[i].bytes.size() == i % 300);
    }
}

TEST_CASE("binary files and files over the limit are not read") {
    const Folder folder;
    const std::string named = folder.write("binary/a.txt", std::string("a\0b", 3));
    const Read binary = read(named);
    CHECK(binary.documents.empty());
    REQUIRE(binary.result.skipped.size() == 1);
    CHECK(binary.result.skipped[0].path == named);
    CHECK(binary.result.skipped[0].reason == "binary");
    CHECK(binary.result.errors == std::vector{named + ": is binary, not text, and was not checked; leave it out"});

    const Read met = read((folder.path / "binary").string());  // no fault of whoever named the folder
    CHECK(met.documents.empty());
    CHECK(met.result.skipped.size() == 1);
    CHECK(met.result.errors.empty());

    const std::string path = folder.write("large.txt", "x");
    std::filesystem::resize_file(path, limits::document_bytes + 1);
    std::fstream(path, std::ios::in | std::ios::out) << std::string(1U << 17U, 'x');  // the zeros lie behind what is sniffed
    const Read large = read(path);
    CHECK(large.documents.empty());
    CHECK(large.result.errors == std::vector{path + ": larger than 67108864 bytes and not read; split it"});
}
