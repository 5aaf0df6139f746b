// `factcheck init`: a new pack, with what was seen in the table and what to do next.
#include "author/init.hpp"

#include "cli/author.hpp"
#include "cli/terminal.hpp"
#include "render/render.hpp"

namespace factcheck {

int init_command(const Options& options) {
    if (options.files.size() != 1) {
        complain("name one folder for the new pack, as in factcheck init our-figures --data figures.csv");
        return exit_code::trouble;
    }
    InitOptions how = options.init;
    how.folder = options.files.front();
    const NewPack pack = new_pack(how);
    for (const std::string& error : pack.errors) complain(error);
    if (!pack.errors.empty()) return exit_code::trouble;
    if (const std::string error = write_pack(how.folder, pack); !error.empty()) {
        complain(error);
        return exit_code::trouble;
    }
    std::string out;
    for (const std::string& note : pack.notes) out += visible(note) + "\n";
    const std::string folder = visible(how.folder);
    return printed(out + "made " + folder + "; now: factcheck test " + folder + "; factcheck --rules " + folder + " TEXT\n");
}

}  // namespace factcheck
