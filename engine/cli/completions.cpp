// `factcheck completions SHELL` and `factcheck manual`: from the same table as the help.
#include "cli/commands.hpp"
#include "cli/option_table.hpp"
#include "cli/terminal.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck {
namespace {

struct Choices {
    std::string_view option;
    std::string_view words;
};
// What is not a file and is one of a few words.
constexpr std::array choices{
    Choices{"--fail-on", "error warning info never"},
    Choices{"--min-level", "error warning info"},
    Choices{"--color", "auto always never"},
    Choices{"--as-of", "latest"},
};

std::string_view words_of(std::string_view option) {
    for (const Choices& each : choices)
        if (each.option == option) return each.words;
    return {};
}

std::vector<std::string> names_of(const OptionRow& row) {
    std::vector<std::string> names;
    for (std::string_view rest = row.names; !rest.empty();) {
        const auto end = std::min(rest.find(','), rest.size());
        names.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return names;
}

std::string command_names(std::string_view between = " ") {
    std::string all;
    for (const CommandRow& row : command_rows()) all += std::string(all.empty() ? "" : between) + std::string(row.name);
    return all;
}

template <class Use>
void each_option(Command command, const Use& use) {
    for (const OptionRow& row : option_rows())
        if ((row.commands & bit(command)) != 0 && !row.about.empty()) use(row);
}

std::string bash() {
    std::string out =
        "# bash completion of factcheck; put it where bash looks: share/bash-completion/completions/factcheck\n"
        "_factcheck() {\n"
        "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=check options\n"
        "    case ${COMP_WORDS[1]} in\n        " +
        command_names("|");
    out += ") command=${COMP_WORDS[1]} ;;\n    esac\n    case $before in\n";
    for (const Choices& each : choices)
        out += "        " + std::string(each.option) + ") COMPREPLY=($(compgen -W '" + std::string(each.words) +
               "' -- \"$word\")); return ;;\n";
    out += "    esac\n    case $command in\n";
    for (const CommandRow& row : command_rows()) {
        std::string options;
        each_option(row.command, [&](const OptionRow& option) {
            for (const std::string& name : names_of(option)) options += (options.empty() ? "" : " ") + name;
        });
        out += "        " + std::string(row.name) + ") options='" + options + "' ;;\n";
    }
    out +=
        "    esac\n"
        "    if [[ $word == -* ]]; then\n"
        "        COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
        "    elif [[ $COMP_CWORD -eq 1 ]]; then\n"
        "        COMPREPLY=($(compgen -W '" +
        command_names() +
        "' -- \"$word\") $(compgen -f -- \"$word\"))\n"
        "    else\n"
        "        COMPREPLY=($(compgen -f -- \"$word\"))\n"
        "    fi\n"
        "}\n"
        "complete -o filenames -F _factcheck factcheck\n";
    return out;
}

std::string escaped(std::string_view text, std::string_view special) {
    std::string out;
    for (const char c : text) {
        if (special.find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

std::string in_single_quotes(std::string_view text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? "'\\''" : std::string(1, c);
    return out + "'";
}

std::string zsh() {
    std::string out =
        "#compdef factcheck\n"
        "# zsh completion of factcheck; put it into a folder of $fpath as _factcheck\n"
        "_factcheck() {\n"
        "    local command=check\n"
        "    local -a commands=(\n";
    for (const CommandRow& row : command_rows())
        out += "        " + in_single_quotes(std::string(row.name) + ":" + escaped(row.about, ":")) + "\n";
    out +=
        "    )\n"
        "    (( ${${commands%%:*}[(Ie)${words[2]}]} )) && command=${words[2]}\n"
        "    if (( CURRENT == 2 )); then _describe command commands; fi\n"
        "    case $command in\n";
    for (const CommandRow& row : command_rows()) {
        out += "        " + std::string(row.name) + ")\n            _arguments \\\n";
        each_option(row.command, [&](const OptionRow& option) {
            for (const std::string& name : names_of(option)) {
                std::string spec = "*" + name + "[" + escaped(option.about, "[]\\") + "]";
                const std::string_view words = words_of(long_name(option));
                if (!option.value.empty())
                    spec += ":" + escaped(option.value, ":") + ":" + (words.empty() ? "_files" : "(" + std::string(words) + ")");
                out += "                " + in_single_quotes(spec) + " \\\n";
            }
        });
        out += "                '*:file:_files' ;;\n";
    }
    return out + "    esac\n}\n_factcheck \"$@\"\n";
}

std::string fish() {
    std::string out =
        "# fish completion of factcheck; put it where fish looks: share/fish/vendor_completions.d/factcheck.fish\n"
        "set -l commands " +
        command_names() + "\n";
    for (const CommandRow& row : command_rows())
        out += "complete -c factcheck -n __fish_use_subcommand -a " + std::string(row.name) + " -d " +
               in_single_quotes(row.about) + "\n";
    for (const CommandRow& row : command_rows()) {
        const std::string when = row.command == Command::check
                                     ? "not __fish_seen_subcommand_from $commands; or __fish_seen_subcommand_from check"
                                     : "__fish_seen_subcommand_from " + std::string(row.name);
        each_option(row.command, [&](const OptionRow& option) {
            out += "complete -c factcheck -n '" + when + "'";
            for (const std::string& name : names_of(option))
                out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
            if (!option.value.empty()) out += " -r";
            if (const std::string_view words = words_of(long_name(option)); !words.empty())
                out += " -f -a '" + std::string(words) + "'";
            out += " -d " + in_single_quotes(option.about) + "\n";
        });
    }
    return out;
}

// A line of roff as it stands: no minus that becomes a dash, no point that becomes a request.
std::string roff(std::string_view text) {
    std::string out = escaped(text, "\\-");
    return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

std::string manual() {
    std::string out =
        ".TH FACTCHECK 1 \"\" \"factcheck " + std::string(version()) +
        "\" \"User Commands\"\n.SH NAME\nfactcheck \\- says which numbers and dates of a text are wrong, and why\n.SH SYNOPSIS\n";
    for (const CommandRow& row : command_rows())
        out += ".B factcheck " + (row.command == Command::check ? "[check]" : std::string(row.name)) + "\n[options] " +
               roff(row.operands) + "\n.br\n";
    out +=
        ".SH DESCRIPTION\nA folder stands for the texts below it, \\- for standard input. The first word is a command if it is "
        "one.\n";
    for (const CommandRow& row : command_rows()) {
        std::string name(row.name);
        for (char& c : name) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
        out += ".SH " + name + "\n" + roff(row.about) + "\n";
        each_option(row.command, [&](const OptionRow& option) {
            out += ".TP\n";
            std::string line;
            for (const std::string& each : names_of(option)) line += (line.empty() ? "\\fB" : ", \\fB") + roff(each) + "\\fR";
            out += line + (option.value.empty() ? "" : " \\fI" + roff(option.value) + "\\fR") + "\n" + roff(option.about) + "\n";
        });
    }
    out +=
        ".SH EXIT STATUS\n"
        ".TP\n0\nno findings at or above \\-\\-fail\\-on\n"
        ".TP\n1\nfindings\n"
        ".TP\n2\nsomething is wrong with the command, the rules or a file, or a text was not fully checked\n"
        ".TP\n130, 143\nstopped by Ctrl\\-C or SIGTERM\n"
        ".SH FILES\n.TP\n\\&.factcheck.yaml\nsettings: the keys are the names of options\n"
        ".TP\n\\&.factcheckignore\npaths that are left alone, as .gitignore has them\n"
        ".SH ENVIRONMENT\n.TP\nFACTCHECK_PATH\nfolders of packs, separated by colons\n"
        ".TP\nFACTCHECK_FAIL_ON and others\nas the option of that name\n";
    return out;
}

}  // namespace

int completions_command(const Options& options) {
    const std::string shell = options.files.size() == 1 ? options.files.front() : std::string();
    const std::string out = shell == "bash"   ? bash()
                            : shell == "zsh"  ? zsh()
                            : shell == "fish" ? fish()
                            : shell == "man"  ? manual()
                                              : "";
    if (!out.empty()) return write_stdout(out) == Written::failed ? exit_code::trouble : exit_code::clean;
    complain("completions knows bash, zsh and fish, and man for the manual page; name one of them");
    return exit_code::trouble;
}

}  // namespace factcheck
