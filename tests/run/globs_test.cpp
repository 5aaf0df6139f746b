#include "run/globs.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace factcheck;

TEST_CASE("patterns match as those of .gitignore") {
    struct Row {
        const char* pattern;
        const char* path;
        bool matches;
        bool folder = false;
    };
    for (const Row& row : {
             Row{"*.md", "a.md", true},
             Row{"*.md", "x/y/a.md", true},
             Row{"*.md", "a.mdx", false},
             Row{"/*.md", "x/a.md", false},
             Row{"/*.md", "a.md", true},
             Row{"a/*.md", "a/b.md", true},
             Row{"a/*.md", "x/a/b.md", false},
             Row{"a/*.md", "a/x/b.md", false},
             Row{"drafts/", "drafts", false},
             Row{"drafts/", "drafts", true, true},
             Row{"drafts/", "x/drafts", true, true},
             Row{"**/b", "b", true},
             Row{"**/b", "x/y/b", true},
             Row{"a/**", "a", false},
             Row{"a/**", "a/x/y", true},
             Row{"a/**/b", "a/b", true},
             Row{"a/**/b", "a/x/y/b", true},
             Row{"a/**/b", "a/xb", false},
             Row{"a?c", "abc", true},
             Row{"a?c", "a/c", false},
             Row{"[a-c]x", "bx", true},
             Row{"[!a-c]x", "bx", false},
             Row{"[!a-c]x", "dx", true},
             Row{"[]]x", "]x", true},
             Row{"[a", "[a", false},
             Row{"\\*", "*", true},
             Row{"\\*", "a", false},
             Row{"*a*b*", "xxaxxbxx", true},
             Row{"*a*b*", "xxbxxaxx", false},
             Row{"", "a", false},
             Row{"/", "a", false},
         }) {
        CAPTURE(row.pattern);
        CAPTURE(row.path);
        CHECK(Glob(row.pattern).matches(row.path, row.folder) == row.matches);
    }
}

TEST_CASE("a pattern of many stars takes no longer for it") {
    std::string pattern;
    for (int i = 0; i < 200; ++i) pattern += "*a";
    CHECK(!Glob(pattern + "b").matches(std::string(5000, 'a'), false));
}
