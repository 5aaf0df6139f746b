// Rules that need other claims of the document: how these are joined, what is read of them, and what it costs.
#include "bind/bind.hpp"
#include "judge/judge.hpp"
#include "link/names.hpp"
#include "read/read.hpp"
#include "rules/load.hpp"
#include "tests/support/folder.hpp"

#include <doctest/doctest.h>

using namespace factcheck;
using namespace factcheck::testing;

namespace {

constexpr const char* manifest = "schema: 1\nname: sums\nversion: 1.0.0\nabout: Sums.\nrules: [rules.yaml]\n";

LoadedPacks pack_with(const std::string& companion, const std::string& expect, const std::string& more = "") {
    const Folder folder;
    folder.write("sums/pack.yaml", manifest);
    folder.write("sums/rules.yaml",
                 "rules:\n  - id: sum\n    about: Parts make a total.\n    claim: {kind: count, role: total}\n"
                 "    with:\n      parts: {role: part, " +
                     companion + "}\n" + more + "    expect: " + expect + "\n");
    LoadedPacks packs = load_packs({folder.path});
    for (const Diagnostic& diagnostic : packs.diagnostics) MESSAGE(to_string(diagnostic));
    REQUIRE(packs.diagnostics.empty());
    return packs;
}

// A paragraph a row of numbers: the first is the total of the others, one sentence each.
struct Document {
    Text text;
    std::vector<Claim> claims;
};

Slot quantity(const std::string& name, long n, Span words) {
    Stated stated;
    stated.sort = Sort::counted;
    stated.unit = {Dimension::count, "1"};
    stated.n = stated.upper = n;
    stated.u = 1;
    stated.set = exactly(Rational(n));
    Slot slot;
    slot.name = name;
    slot.words = words;
    slot.candidates.emplace_back(std::move(stated));
    return slot;
}

Document document(const std::vector<std::vector<long>>& paragraphs) {
    std::string bytes;
    for (const auto& row : paragraphs) {
        for (const long n : row) bytes += "There were " + std::to_string(n) + " boats. ";
        bytes += "\n\n";
    }
    Document out{read_text(bytes, {}), {}};
    std::size_t sentence = 0;
    for (const auto& row : paragraphs)
        for (std::size_t i = 0; i < row.size(); ++i, ++sentence) {
            REQUIRE(sentence < out.text.sentences.size());
            Claim claim;
            claim.kind = ClaimKind::count;
            claim.sentence = sentence;
            claim.span = claim.focus = out.text.sentences[sentence].span;
            claim.slots.push_back(quantity("value", row[i], claim.span));
            Slot role;
            role.name = "role";
            role.candidates.emplace_back(Symbol{i == 0 ? "total" : "part"});
            claim.slots.push_back(std::move(role));
            out.claims.push_back(std::move(claim));
        }
    return out;
}

std::vector<std::string> verdicts(const LoadedPacks& packs, const Document& document, Work* counted = nullptr) {
    const Names names = names_of(packs.packs);
    Work work;
    std::vector<std::string> out;
    const BindContext context{document.text, packs.packs, names, *packs.reference, std::nullopt, document.claims};
    for (const BoundClaim& bound : bind(context, work)) {
        const Judgement judgement = judge(bound);
        out.emplace_back(judgement.silent ? "silent" : name_of(judgement.verdict));
    }
    if (counted != nullptr) *counted = work;
    return out;
}

using Verdicts = std::vector<std::string>;

}  // namespace

TEST_CASE("companions are joined in their scope by equal slots") {
    const Document two = document({{20, 12, 8}, {9, 4, 3}});
    CHECK(verdicts(pack_with("same: [kind, unit], in: paragraph", "value = sum(parts.value)"), two) ==
          Verdicts{"supported", "contradicted"});
    CHECK(verdicts(pack_with("same: [kind, unit]", "value = sum(parts.value)"), two) == Verdicts{"contradicted", "contradicted"});
    CHECK(verdicts(pack_with("in: sentence", "value = sum(parts.value)"), two).empty());
    CHECK(verdicts(pack_with("in: headline", "value = sum(parts.value)"), two).empty());
    CHECK(verdicts(pack_with("same: [value]", "value = sum(parts.value)"), two).empty());
}

TEST_CASE("all, one or the nearest of the companions are taken") {
    const Document one = document({{12, 12, 8}, {9, 9}});
    CHECK(verdicts(pack_with("in: paragraph", "value = any(parts.value)"), one) == Verdicts{"supported", "supported"});
    CHECK(verdicts(pack_with("in: paragraph", "value = each(parts.value)"), one) == Verdicts{"contradicted", "supported"});
    CHECK(verdicts(pack_with("in: paragraph, take: nearest", "value = parts.value"), one) == Verdicts{"supported", "supported"});
    CHECK(verdicts(pack_with("in: paragraph, take: one", "value = parts.value"), one) == Verdicts{"supported"});
    CHECK(verdicts(pack_with("in: paragraph, at_least: 2", "value = max(parts.value)"), one) == Verdicts{"supported"});
}

TEST_CASE("a list that need not be whole silences a rule that asks") {
    Document open = document({{20, 12, 7}});
    const LoadedPacks asks = pack_with("in: paragraph", "value = sum(parts.value)", "    unless: parts.open\n");
    CHECK(verdicts(asks, open) == Verdicts{"contradicted"});
    open.claims[1].open = true;
    CHECK(verdicts(asks, open) == Verdicts{"silent"});
}

TEST_CASE("companions are evidence: the document, the line and the words") {
    const LoadedPacks packs = pack_with("in: paragraph", "value = sum(parts.value)");
    const Document one = document({{20, 12, 7}});
    const Names names = names_of(packs.packs);
    Work work;
    const BindContext context{one.text, packs.packs, names, *packs.reference, std::nullopt, one.claims};
    const auto bound = bind(context, work);
    REQUIRE(bound.size() == 1);
    const auto& evidence = bound.front().readings.front().outcome.evidence;
    REQUIRE(evidence.size() == 2);
    CHECK(evidence.front().source == "this document");
    CHECK(evidence.front().words == "line 1 says \"There were 12 boats.\"");
}

TEST_CASE("joining is linear in the document") {
    const LoadedPacks packs = pack_with("same: [kind, unit], in: paragraph", "value = sum(parts.value)");
    const LoadedPacks anywhere = pack_with("same: [kind, unit], in: document", "value = sum(parts.value)");
    const std::vector<long> row{20, 12, 8, 0};
    const auto work_of = [&](const LoadedPacks& rules, std::size_t paragraphs) {
        Work work;
        const Verdicts all = verdicts(rules, document(std::vector(paragraphs, row)), &work);
        CHECK(all.size() == (&rules == &packs ? paragraphs : 0));  // too many to be told apart: silent
        return static_cast<double>(work.attempts);
    };
    for (const LoadedPacks* rules : {&packs, &anywhere}) {
        const double once = work_of(*rules, 2'500);  // 10,000 claims
        CHECK(work_of(*rules, 5'000) <= 2.2 * once);
    }
}
