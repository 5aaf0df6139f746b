// Any bytes as an expression: refused with faults that lie inside it, or a checked tree whose every node is a piece of the
// source, which reads the same once more.
#include "model/limits.hpp"
#include "rules/expression.hpp"
#include "rules/world.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

using namespace factcheck;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

std::optional<CheckedExpression> parse(const std::string& text, Diagnostics& diagnostics) {
    static const testing::World world;
    return parse_expression(
        text,
        [](std::size_t at) {
            return Place{"f", 1, at + 1};
        },
        world.scope, diagnostics);
}

void look_at(const Expression& expression, const std::string& text, std::size_t depth) {
    require(depth < 40 * limits::grammar_depth);
    require(text.find(expression.source) != std::string::npos);
    require(expression.place.column >= 1 && expression.place.column <= text.size() + 1);
    for (const Expression& arg : expression.args) look_at(arg, text, depth + 1);
}

bool same(const Expression& a, const Expression& b) {
    if (a.kind != b.kind || a.name != b.name || a.type != b.type || a.list != b.list || a.number != b.number ||
        a.args.size() != b.args.size())
        return false;
    for (std::size_t i = 0; i < a.args.size(); ++i)
        if (!same(a.args[i], b.args[i])) return false;
    return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    Diagnostics diagnostics;
    const auto parsed = parse(text, diagnostics);
    require(parsed.has_value() == diagnostics.empty());
    for (const Diagnostic& d : diagnostics) require(d.place.column >= 1 && d.place.column <= size + 1 && !d.message.empty());
    if (!parsed) return 0;
    look_at(parsed->expression, text, 0);
    Diagnostics again;
    const auto second = parse("(" + text + ")", again);
    require(second && same(parsed->expression, second->expression));
    return 0;
}
