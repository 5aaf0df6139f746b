// A stranger's program: it knows the installed header, the installed packs and nothing else.
#include <factcheck.hpp>

#include <iostream>

int main() {
    const factcheck::Loaded loaded = factcheck::load({RULES_DIR});
    for (const auto& diagnostic : loaded.diagnostics) std::cerr << factcheck::to_string(diagnostic) << '\n';
    if (!loaded.engine) return 2;

    factcheck::Document document;
    document.bytes = "The call took place on Tuesday, 4 August 2025.";
    document.path = "article.txt";
    const factcheck::ReportDocument report = loaded.engine->check(document);
    for (const auto& claim : report.claims) std::cout << factcheck::name_of(claim.verdict) << ": " << claim.text << '\n';
    return report.verdict == factcheck::Verdict::contradicted ? 0 : 1;
}
