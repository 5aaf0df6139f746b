#include "rules/build.hpp"

#include <link.h>
#include <sys/stat.h>

#include <cstddef>
#include <cstring>
#include <string_view>

namespace factcheck {
namespace {

// NT_GNU_BUILD_ID of the program; leaves `out` as it is where there is none.
int note_build_id(struct dl_phdr_info* program, std::size_t, void* out) {
    for (int i = 0; i < program->dlpi_phnum; ++i) {
        const ElfW(Phdr)& part = program->dlpi_phdr[i];
        if (part.p_type != PT_NOTE) continue;
        const char* at =
            reinterpret_cast<const char*>(program->dlpi_addr + part.p_vaddr);  // NOLINT(performance-no-int-to-ptr): there it lies
        const char* const end = at + part.p_memsz;
        const auto padded = [](std::size_t size) { return (size + 3U) & ~std::size_t{3}; };
        while (end - at >= static_cast<std::ptrdiff_t>(sizeof(ElfW(Nhdr)))) {
            ElfW(Nhdr) note;
            std::memcpy(&note, at, sizeof note);
            const char* const name = at + sizeof note;
            const char* const value = name + padded(note.n_namesz);
            if (note.n_type == NT_GNU_BUILD_ID && std::string_view(name, 4) == std::string_view("GNU\0", 4))
                static_cast<std::string*>(out)->assign(value, note.n_descsz);
            at = value + padded(note.n_descsz);
        }
    }
    return 1;  // the program comes first, libraries are of no interest
}

std::string size_and_time() {
    struct stat program {};
    if (::stat("/proc/self/exe", &program) != 0) return {};
    return std::to_string(program.st_size) + " " + std::to_string(program.st_mtim.tv_sec) + "." +
           std::to_string(program.st_mtim.tv_nsec);
}

}  // namespace

const std::string& program_build() {
    static const std::string build = [] {
        std::string id;
        dl_iterate_phdr(note_build_id, &id);
        return id.empty() ? size_and_time() : id;
    }();
    return build;
}

}  // namespace factcheck
