#include "grammar/expression.hpp"

#include <doctest/doctest.h>
#include <tao/pegtl/contrib/analyze.hpp>
#include <tao/pegtl/memory_input.hpp>
#include <tao/pegtl/parse.hpp>

#include <string>
#include <string_view>

namespace g = factcheck::grammar::expression;
namespace pegtl = tao::pegtl;

namespace {

bool parses(std::string_view text) {
    pegtl::memory_input<> in(text.data(), text.size(), "");
    try {
        return pegtl::parse<g::whole>(in);
    } catch (const pegtl::parse_error&) {
        return false;
    }
}

}  // namespace

TEST_CASE("the grammar makes progress in every loop") { CHECK(pegtl::analyze<g::whole>() == 0); }

TEST_CASE("words of the language end where words end") {
    for (const char* good :
         {"a = b", "a=b", "android", "notary", "order or island", "a in inland", "is_a is none", "3 %", "3%", "3 km",
          "3 since_when", "f(a since b)", "f(a of b per c)", "a[*side, b]", "a.in", "not a", "  a  "}) {
        INFO(good);
        CHECK(parses(good));
    }
    for (const char* bad : {"and", "a andb", "a is", "a b", "3 of", "a.", "a[b", "f(a,b)", "3.", "a = b = c", "not not a", "--a",
                            "a\xC2\xA0= b", "a = 'b'"}) {
        INFO(bad);
        CHECK_FALSE(parses(bad));
    }
}
