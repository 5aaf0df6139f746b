// `factcheck schema`: JSON Schemas of a pack's files, for editors.
#include "author/schema.hpp"

#include "cli/author.hpp"
#include "cli/terminal.hpp"
#include "rules/nearest.hpp"

namespace factcheck {

int schema_command(const Options& options) {
    if (options.docs) return printed(keys_page());
    const std::string name = options.files.empty() ? "" : options.files.front();
    const std::string schema = options.files.size() == 1 ? schema_of(name) : "";
    if (!schema.empty()) return printed(schema);
    complain((options.files.size() == 1 ? "there is no schema of " + name + did_you_mean(name, schema_names()) + "; "
                                        : "one schema at a time; ") +
             "there are " + listed(schema_names()));
    return exit_code::trouble;
}

}  // namespace factcheck
