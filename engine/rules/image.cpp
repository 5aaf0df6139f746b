#include "rules/image.hpp"

#include "model/limits.hpp"
#include "reference/store.hpp"
#include "rules/archive.hpp"
#include "rules/files.hpp"

#include <link.h>
#include <boost/interprocess/streams/bufferstream.hpp>
#include <cereal/archives/binary.hpp>

#include <algorithm>
#include <cstring>
#include <exception>
#include <sstream>

namespace factcheck {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view magic = "factcheck packs\n";

// The identity that the linker gave to this build (NT_GNU_BUILD_ID), of the program that runs; empty: it has none.
int note_build_id(struct dl_phdr_info* program, std::size_t, void* out) {
    for (int i = 0; i < program->dlpi_phnum; ++i) {
        const ElfW(Phdr)& part = program->dlpi_phdr[i];
        if (part.p_type != PT_NOTE) continue;
        const char* at =
            reinterpret_cast<const char*>(program->dlpi_addr + part.p_vaddr);  // NOLINT(performance-no-int-to-ptr): there it lies
        const char* const end = at + part.p_memsz;
        const auto padded = [](std::size_t size) { return (size + 3U) & ~std::size_t{3}; };
        while (static_cast<std::size_t>(end - at) >= sizeof(ElfW(Nhdr))) {
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

const std::string& build_id() {
    static const std::string id = [] {
        std::string out;
        dl_iterate_phdr(note_build_id, &out);
        return out;
    }();
    return id;
}

std::string hash_bytes(std::string_view bytes) {
    const Fingerprint print = fingerprint_of(bytes);
    std::string out(sizeof print.low + sizeof print.high, '\0');
    std::memcpy(out.data(), &print.low, sizeof print.low);
    std::memcpy(out.data() + sizeof print.low, &print.high, sizeof print.high);
    return out;
}

bool is_as_it_was(const PackFile& file) {
    const FileBytes now = read_inside(file.folder, file.name, std::max(limits::rule_file_bytes, limits::csv_file_bytes));
    return now.bytes && fingerprint_of(*now.bytes) == file.fingerprint;
}

// Opens a pack's store; false where it holds something else by now.
bool opens(PackStore& store, PackContents& contents) {
    const auto pack =
        std::find_if(contents.packs.begin(), contents.packs.end(), [&](const Pack& p) { return p.name == store.pack; });
    for (const char* ending : {"-journal", "-wal"})  // loading warns of them
        if (fs::exists(store.file + ending)) return false;
    if (pack == contents.packs.end() || store_facts(store.file, {}).digest != store.digest) return false;
    const std::size_t before = contents.diagnostics.size();
    store.reference = make_store_reference(store.file, pack->series, contents.diagnostics);
    return contents.diagnostics.size() == before;
}

}  // namespace

std::string image_of(const PackContents& contents) {
    if (build_id().empty()) return {};
    std::ostringstream out;
    cereal::BinaryOutputArchive archive(out);
    const auto& [packs, tables, stores, files, diagnostics] = contents;  // all there is: see archive.hpp
    archive(files, stores, packs, tables, diagnostics);
    const std::string body = out.str();
    return std::string(magic) + hash_bytes(build_id()) + hash_bytes(body) + body;
}

std::optional<PackContents> contents_of_image(std::string_view image) {
    if (build_id().empty()) return std::nullopt;
    const std::string head = std::string(magic) + hash_bytes(build_id());
    const std::size_t begin = head.size() + hash_bytes({}).size();
    if (image.size() < begin || !image.starts_with(head)) return std::nullopt;
    const std::string_view body = image.substr(begin);
    if (image.substr(head.size(), begin - head.size()) != hash_bytes(body)) return std::nullopt;
    try {
        boost::interprocess::ibufferstream in(body.data(), body.size());
        cereal::BinaryInputArchive archive(in);
        PackContents out;
        archive(out.files, out.stores);
        if (!std::all_of(out.files.begin(), out.files.end(), is_as_it_was)) return std::nullopt;
        archive(out.packs, out.tables, out.diagnostics);
        if (!std::all_of(out.stores.begin(), out.stores.end(), [&](PackStore& store) { return opens(store, out); }))
            return std::nullopt;
        return out;
    } catch (const std::exception&) {
        return std::nullopt;  // whatever is wrong with it, the files themselves are there to be read
    }
}

std::string image_name(const std::vector<fs::path>& folders) {
    std::error_code error;
    std::string key = build_id() + '\n' + fs::current_path(error).string();
    Diagnostics unheard;  // reading the packs will say it
    for (const fs::path& folder : folders) {
        key += "\n\n" + folder.string();
        for (const fs::path& pack : find_packs(folder.lexically_normal(), unheard)) key += '\n' + pack.string();
    }
    return hexadecimal(fingerprint_of(key)) + ".image";
}

}  // namespace factcheck
