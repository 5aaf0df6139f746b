// What holds of any text, on real news: a fixed sixth of 19,000 items, read as plain text. Skipped where the items are not there.
#include "mentions.hpp"
#include "read/read.hpp"
#include "support/extraction_holds.hpp"
#include "support/source.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

using namespace factcheck;

namespace {

// The lines of a file that gzip packed; empty if it is not there or cannot be read.
std::vector<std::string> every_nth_line(const std::filesystem::path& packed, std::size_t n) {
    std::vector<std::string> out;
    if (!std::filesystem::exists(packed)) return out;
    const std::string command = "gzip -dc '" + packed.string() + "'";
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    if (!pipe) return out;
    std::string line;
    std::array<char, 4096> piece{};
    std::size_t number = 0;
    while (std::fgets(piece.data(), piece.size(), pipe.get()) != nullptr) {
        line += piece.data();
        if (line.back() != '\n') continue;
        if (number++ % n == 0) out.push_back(line);
        line.clear();
    }
    return out;
}

}  // namespace

TEST_CASE("mentions of news ascend, lie in their sentences and say what the original says") {
    const auto corpus = std::filesystem::path(testing::source()).parent_path() / "shared" / "corpus" / "reuters.jsonl.gz";
    constexpr std::size_t every = 6;
    const std::vector<std::string> lines = every_nth_line(corpus, every);
    if (lines.empty()) {
        MESSAGE("skipped: ", corpus.string(), " is not there");
        return;
    }
    Work work;
    std::size_t bytes = 0;
    std::size_t count = 0;
    for (const std::string& line : lines) {
        const nlohmann::json item = nlohmann::json::parse(line);
        ReadOptions options;
        options.input_format = "text";
        options.date = day_from(item.at("date").get<std::string>());
        const Text text = read_text(item.at("text").get<std::string>(), options);
        const std::vector<Mention> mentions = extract(text, work);
        INFO("item ", item.at("id").dump());
        CHECK(testing::what_breaks(text, mentions) == "");
        CHECK(testing::what_breaks(text.original, mentions_of(text)) == "");
        bytes += text.reading.size();
        count += mentions.size();
    }
    CHECK(count > 10 * lines.size());
    INFO(work.attempts, " rule attempts and ", work.bytes, " bytes looked at for ", bytes);
    CHECK(work.attempts < 8 * bytes);  // about 4 as this is written
    CHECK(work.bytes < 3 * bytes);
}
