// What the program says of itself: --version and --limits.
#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "model/limits.hpp"

#include <array>
#include <string>
#include <string_view>

namespace factcheck {
namespace {

struct LimitRow {
    std::string_view name;
    std::size_t value;
    std::string_view about;
};

#define FACTCHECK_LIMIT(name, about) \
    LimitRow { #name, static_cast < std::size_t>(limits::name), about }
constexpr std::array limit_table{
    FACTCHECK_LIMIT(document_bytes, "a larger document is refused"),
    FACTCHECK_LIMIT(paragraph_bytes, "a longer paragraph is cut"),
    FACTCHECK_LIMIT(sentence_bytes, "a longer sentence is cut at a space"),
    FACTCHECK_LIMIT(mentions, "numbers and times of a document that are checked"),
    FACTCHECK_LIMIT(grammar_depth, "brackets within brackets in an expression"),
    FACTCHECK_LIMIT(yaml_depth, "levels of a rule file"),
    FACTCHECK_LIMIT(yaml_nodes, "nodes of a rule file, aliases counted each time"),
    FACTCHECK_LIMIT(rule_file_bytes, "a rule file"),
    FACTCHECK_LIMIT(pack_bytes, "a pack's rule files together"),
    FACTCHECK_LIMIT(csv_file_bytes, "a data file"),
    FACTCHECK_LIMIT(import_bytes, "a file that is brought into a store"),
    FACTCHECK_LIMIT(workbook_bytes, "a workbook that is unpacked"),
    FACTCHECK_LIMIT(query_milliseconds, "milliseconds that a database may take for a statement"),
    FACTCHECK_LIMIT(csv_field_bytes, "a field of a data file"),
    FACTCHECK_LIMIT(json_depth, "levels of a data package"),
    FACTCHECK_LIMIT(store_steps, "steps of SQLite's machine until the next row of a store"),
    FACTCHECK_LIMIT(faults_per_file, "faults of one data file that are printed; the rest are counted"),
    FACTCHECK_LIMIT(findings_per_rule, "findings of one rule in one document"),
    FACTCHECK_LIMIT(markup_depth, "tags within tags of a page"),
    FACTCHECK_LIMIT(markup_attributes, "attributes of one tag"),
    FACTCHECK_LIMIT(markup_bytes, "memory for the elements of a page"),
    FACTCHECK_LIMIT(archive_files, "files in one archive"),
    FACTCHECK_LIMIT(archive_depth, "archives within archives"),
    FACTCHECK_LIMIT(unpacked_bytes, "what one archive unpacks to"),
    FACTCHECK_LIMIT(unpacked_ratio, "times an archive's size that it may unpack to"),
    FACTCHECK_LIMIT(unpacked_free, "unpacked bytes before that is looked at"),
    FACTCHECK_LIMIT(excerpt_code_points, "words shown of a text"),
    FACTCHECK_LIMIT(message_bytes, "a message"),
    FACTCHECK_LIMIT(job_summary_bytes, "a job summary of GitHub; the findings that do not fit are counted"),
    FACTCHECK_LIMIT(sarif_results, "results of a SARIF report, the worst first; the rest is counted"),
    FACTCHECK_LIMIT(claim_candidates, "readings of one slot of a claim"),
    FACTCHECK_LIMIT(companions, "companions of one claim; where there are more, a rule that needs them is silent"),
    FACTCHECK_LIMIT(work_per_byte, "attempts of the grammar for each byte that no text exceeds"),
    FACTCHECK_LIMIT(work_base, "attempts of the grammar that any text is granted"),
    FACTCHECK_LIMIT(number_digits, "digits of a number"),
    FACTCHECK_LIMIT(year_min, "the first year"),
    FACTCHECK_LIMIT(year_max, "the last year"),
};
#undef FACTCHECK_LIMIT

int printed(const std::string& text) { return write_stdout(text) == Written::failed ? exit_code::trouble : exit_code::clean; }

}  // namespace

int limits_command() {
    std::string out;
    for (const LimitRow& row : limit_table) {
        std::string line(row.name);
        line.resize(22, ' ');
        line += std::to_string(row.value);
        line.resize(34, ' ');
        out += line + std::string(row.about) + "\n";
    }
    return printed(out);
}

int version_command(const Options& options) {
    const std::string number(version());
    return printed(options.json ? R"({"schema": 1, "factcheck": ")" + number + "\"}\n" : "factcheck " + number + "\n");
}

}  // namespace factcheck
