#include "run/pack_folders.hpp"
#include "tests/support/folder.hpp"

#include <doctest/doctest.h>

using namespace factcheck;
using namespace factcheck::testing;
using Strings = std::vector<std::string>;

TEST_CASE("a folder stands as it is, a name is looked up, first come first served") {
    const Folder folder;
    folder.write("mine/trade/pack.yaml", "");
    folder.write("theirs/trade/pack.yaml", "");
    folder.write("theirs/calendar/pack.yaml", "");
    const std::string root = folder.path.string();
    const Strings places{root + "/mine", root + "/theirs"};
    const PackFolders found = pack_folders({root, "trade,calendar", "calendar"}, places);
    CHECK(found.errors.empty());
    CHECK(found.folders == Strings{root, root + "/mine/trade", root + "/theirs/calendar", root + "/theirs/calendar"});
}

TEST_CASE("what is no pack is said in one sentence each") {
    const Folder folder;
    const std::string root = folder.path.string();
    const std::string file = folder.write("a.yaml", "");
    const std::string empty = folder.write("empty/readme.txt", "").substr(0, root.size() + 6);
    const PackFolders found = pack_folders({empty, file, root + "/no", ".no", "weather"}, {root});
    CHECK(found.folders.empty());
    CHECK(found.errors == Strings{empty + ": no pack at or below this folder; a pack is a folder with a pack.yaml",
                                  file + ": is a file; --rules takes the folder of a pack",
                                  root + "/no: no such folder; --rules takes the folder of a pack, or the name of one",
                                  ".no: no such folder; --rules takes the folder of a pack, or the name of one",
                                  "no pack is called weather in " + root +
                                      "; pass the folder of a pack as --rules, or the folder of many in FACTCHECK_PATH"});
}

TEST_CASE("the search path comes before what is installed") {
    const Folder folder;
    const std::string root = folder.path.string();
    CHECK(pack_places("a::b:", root) == Strings{"a", "b", root});
    CHECK(pack_places("", root + "/no").empty());
}
