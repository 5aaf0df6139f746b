#include "cli/terminal.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace factcheck;

namespace {

struct Row {
    ColourChoice choice;
    std::map<std::string, std::string> environment;
    bool terminal;
    bool colour;
};

}  // namespace

TEST_CASE("colour: the option, then the environment, then the terminal") {
    const auto automatic = ColourChoice::automatic;
    const std::vector<Row> rows{
        {automatic, {}, true, true},
        {automatic, {}, false, false},
        {ColourChoice::always, {{"NO_COLOR", "1"}}, false, true},
        {ColourChoice::never, {{"FORCE_COLOR", "1"}}, true, false},
        {automatic, {{"NO_COLOR", "1"}, {"FORCE_COLOR", "1"}}, true, false},
        {automatic, {{"NO_COLOR", ""}}, true, true},
        {automatic, {{"FORCE_COLOR", "1"}, {"CLICOLOR", "0"}, {"TERM", "dumb"}}, false, true},
        {automatic, {{"CLICOLOR_FORCE", "1"}, {"TERM", "dumb"}}, false, true},
        {automatic, {{"CLICOLOR_FORCE", "0"}}, false, false},
        {automatic, {{"FORCE_COLOR", "0"}}, true, true},
        {automatic, {{"FORCE_COLOR", ""}}, false, false},
        {automatic, {{"CLICOLOR", "0"}}, true, false},
        {automatic, {{"CLICOLOR", "1"}}, false, false},
        {automatic, {{"TERM", "dumb"}}, true, false},
        {automatic, {{"TERM", "xterm"}}, true, true},
    };
    for (const Row& row : rows) {
        std::string shown;
        for (const auto& [name, value] : row.environment) shown += name + "=" + value + " ";
        CAPTURE(shown);
        const auto environment = [&](const char* name) {
            const auto found = row.environment.find(name);
            return found == row.environment.end() ? std::string() : found->second;
        };
        CHECK(wants_colour(row.choice, environment, row.terminal) == row.colour);
    }
}
