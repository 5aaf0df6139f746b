#include "run/pack_images.hpp"

#include "support/folder.hpp"
#include "support/source.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <string>
#include <vector>

using namespace factcheck;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> entries(const fs::path& folder) {
    std::vector<fs::path> out;
    for (const auto& entry : fs::directory_iterator(folder)) out.push_back(entry.path());
    return out;
}

std::string findings(const Loaded& loaded) {
    REQUIRE(loaded.engine);
    const ReportDocument report = loaded.engine->check({.bytes = "Sunday, 4 August 2025, was a fine day.", .path = "a.txt"});
    std::string out;
    for (const ReportClaim& claim : report.claims) out += claim.rule + ": " + claim.message + "\n";
    for (const ReportPack& pack : loaded.engine->packs()) out += pack.name + " " + pack.hash + "\n";
    return out;
}

}  // namespace

TEST_CASE("the second load is from an image, and nothing shows it") {
    const testing::Folder folder;
    const fs::path images = folder.path / "cache" / "packs";
    const std::vector<std::string> packs{testing::source("/rules/calendar")};
    const std::string plain = findings(load(packs));
    CHECK(findings(load_with_images(packs, images)) == plain);
    REQUIRE(entries(images).size() == 1);
    const fs::path image = entries(images).front();
    struct stat status {};
    REQUIRE(::stat(image.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600U);
    const auto written = fs::last_write_time(image);
    CHECK(findings(load_with_images(packs, images)) == plain);
    CHECK(fs::last_write_time(image) == written);

    SUBCASE("a damaged image is made anew") {
        const std::string whole = testing::bytes_of(image);
        fs::resize_file(image, whole.size() / 2);
        CHECK(findings(load_with_images(packs, images)) == plain);
        CHECK(testing::bytes_of(image) == whole);
    }
    SUBCASE("an image that others may write to is not read") {
        const std::string whole = testing::bytes_of(image);
        ::chmod(image.c_str(), 0666);
        fs::last_write_time(image, written - std::chrono::hours(1));
        CHECK(findings(load_with_images(packs, images)) == plain);
        CHECK(fs::last_write_time(image) != written - std::chrono::hours(1));
    }
    SUBCASE("no more than some are kept") {
        for (int i = 0; i < 40; ++i) {
            const std::string name = "cache/packs/" + std::to_string(i) + ".image";
            fs::last_write_time(folder.write(name, "old"), written - std::chrono::hours(100 - i));
        }
        fs::remove(image);
        CHECK(findings(load_with_images(packs, images)) == plain);
        CHECK(entries(images).size() == 32);
        CHECK(fs::exists(image));
    }
}

TEST_CASE("where no image can be kept packs load all the same") {
    const testing::Folder folder;
    const std::vector<std::string> packs{testing::source("/rules/calendar")};
    CHECK(load_with_images(packs, {}).engine);
    CHECK(load_with_images(packs, "/proc/none/here").engine);
    CHECK(load_with_images(packs, folder.write("a-file", "") + "/below").engine);
}

TEST_CASE("packs with faults have no image") {
    const testing::Folder folder;
    const fs::path images = folder.path / "images";
    folder.write("tiny/pack.yaml", "schema: 1\nname: tiny\nversion: 1.0.0\nabout: None.\nvocabulary: [missing.yaml]\n");
    const Loaded loaded = load_with_images({(folder.path / "tiny").string()}, images);
    CHECK_FALSE(loaded.engine);
    CHECK_FALSE(loaded.diagnostics.empty());
    CHECK_FALSE(fs::exists(images));
}

TEST_CASE("images are kept where the user keeps caches") {
    CHECK(image_folder("off", "/x", "/home/a").empty());
    CHECK(image_folder("/y", "/x", "/home/a") == "/y");
    CHECK(image_folder("", "/x", "/home/a") == "/x/factcheck/packs");
    CHECK(image_folder("", "relative", "/home/a") == "/home/a/.cache/factcheck/packs");
    CHECK(image_folder("", "", "").empty());
}
