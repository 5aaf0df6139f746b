// `factcheck rules` and `factcheck series`: what is loaded.
#include "author/catalogue.hpp"

#include "cli/author.hpp"
#include "cli/terminal.hpp"

namespace factcheck {
namespace {

struct Catalogue {
    std::string noun;
    std::string usage;
    std::string (*list)(const Engine::State&, const std::string&, Listing);
    std::string (*show)(const Engine::State&, const std::string&, Listing);
    std::string (*nearest)(const Engine::State&, const std::string&);
};

int wrong(const std::string& sentence) {
    complain(sentence);
    return exit_code::trouble;
}

int catalogue_command(const Options& options, const Catalogue& catalogue) {
    const std::vector<std::string>& words = options.files;
    const std::string what = words.empty() ? "list" : words.front();
    const bool show = what == "show", search = what == "search";
    if (!show && !search && what != "list") return wrong("\"" + what + "\" is not known here; " + catalogue.usage);
    if ((show || search) && words.size() != 2) return wrong(what + " takes one word behind it; " + catalogue.usage);
    const std::optional<Engine> engine = engine_of(options);
    if (!engine) return exit_code::trouble;
    const Listing as = options.format == Format::json ? Listing::json : Listing::text;
    if (!show) {
        const std::string out = catalogue.list(engine->state(), search ? words[1] : "", as);
        if (search && out.empty()) return wrong("no " + catalogue.noun + " holds \"" + words[1] + "\"");
        return printed(out);
    }
    const std::string out = catalogue.show(engine->state(), words[1], as);
    if (out.empty())
        return wrong("there is no " + catalogue.noun + " " + words[1] + ", or several" +
                     catalogue.nearest(engine->state(), words[1]));
    return printed(out);
}

}  // namespace

int rules_command(const Options& options) {
    return catalogue_command(
        options, {"rule", "say rules list, rules show PACK/ID or rules search WORDS", list_rules, show_rule, nearest_rule});
}

int series_command(const Options& options) {
    return catalogue_command(options, {"series", "say series list, series show PACK/ID or series search WORDS", list_series,
                                       show_series, nearest_series});
}

}  // namespace factcheck
