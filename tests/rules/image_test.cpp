#include "rules/image.hpp"

#include "lexicon/units.hpp"

#include "support/folder.hpp"
#include "support/source.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace factcheck;

namespace {

PackContents shipped() { return read_packs({testing::source("/rules")}, true); }

constexpr std::string_view pack_yaml = R"(schema: 1
name: tiny
version: 1.0.0
about: One measure.
vocabulary: [words.yaml]
)";
constexpr std::string_view words_yaml = R"(measures:
  subscribers: {label: subscribers, cues: [subscribers], unit: "1"}
)";

}  // namespace

TEST_CASE("what an image gives back makes the same image again") {
    const PackContents contents = shipped();
    REQUIRE(contents.diagnostics.empty());
    const std::string image = image_of(contents);
    REQUIRE(image.size() > 100'000);
    const auto back = contents_of_image(image);
    REQUIRE(back);
    CHECK(back->packs.size() == contents.packs.size());
    CHECK(back->tables.size() == contents.tables.size());
    CHECK(back->files.size() == contents.files.size());
    CHECK(image_of(*back) == image);
}

TEST_CASE("units come back as rows of the table, whose codes others point to") {
    const auto back = contents_of_image(image_of(shipped()));
    REQUIRE(back);
    std::size_t money = 0;
    for (const Pack& pack : back->packs)
        for (const Series& series : pack.series)
            if (series.unit.dimension == Dimension::money && ++money > 0)
                CHECK(series.unit.code.data() == unit_from_code(series.unit.code)->code.data());
    CHECK(money > 0);
}

TEST_CASE("a damaged image is none") {
    const std::string image = image_of(shipped());
    for (std::size_t i = 0; i < image.size(); i += image.size() / 97) {
        std::string flipped = image;
        flipped[i] = static_cast<char>(flipped[i] ^ 0x20);
        CHECK_FALSE(contents_of_image(flipped));
        CHECK_FALSE(contents_of_image(std::string_view(image).substr(0, i)));
    }
    CHECK_FALSE(contents_of_image({}));
    CHECK_FALSE(contents_of_image(image + "x"));
}

TEST_CASE("an image does not outlive what it was made from") {
    const testing::Folder folder;
    folder.write("tiny/pack.yaml", pack_yaml);
    const std::string words = folder.write("tiny/words.yaml", words_yaml);
    const PackContents contents = read_packs({folder.path}, true);
    REQUIRE(contents.diagnostics.empty());
    REQUIRE(contents.files.size() == 2);
    const std::string image = image_of(contents);
    CHECK(contents_of_image(image));
    folder.write("tiny/words.yaml", std::string(words_yaml) + "# a comment\n");
    CHECK_FALSE(contents_of_image(image));
    folder.write("tiny/words.yaml", words_yaml);
    CHECK(contents_of_image(image));
    std::filesystem::remove(words);
    CHECK_FALSE(contents_of_image(image));
}

TEST_CASE("a pack that comes to a folder gives its image another name") {
    const testing::Folder folder;
    folder.write("tiny/pack.yaml", pack_yaml);
    const std::string one = image_name({folder.path});
    CHECK(image_name({folder.path}) == one);
    folder.write("second/pack.yaml", pack_yaml);
    CHECK(image_name({folder.path}) != one);
}
