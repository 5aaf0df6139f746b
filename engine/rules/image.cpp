#include "rules/image.hpp"

#include "model/limits.hpp"
#include "reference/store.hpp"
#include "rules/archive.hpp"
#include "rules/build.hpp"
#include "rules/files.hpp"

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

std::string hash_bytes(std::string_view bytes) {
    const ContentHash print = hash_of_content(bytes);
    std::string out(sizeof print.low + sizeof print.high, '\0');
    std::memcpy(out.data(), &print.low, sizeof print.low);
    std::memcpy(out.data() + sizeof print.low, &print.high, sizeof print.high);
    return out;
}

bool is_as_it_was(const PackFile& file) {
    const FileBytes now = read_inside(file.folder, file.name, std::max(limits::rule_file_bytes, limits::csv_file_bytes));
    return now.bytes && hash_of_content(*now.bytes) == file.hash;
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
    std::ostringstream out;
    cereal::BinaryOutputArchive archive(out);
    const auto& [packs, tables, stores, files, diagnostics] = contents;  // all there is: see archive.hpp
    archive(files, stores, packs, tables, diagnostics);
    const std::string body = out.str();
    return std::string(magic) + hash_bytes(program_build()) + hash_bytes(body) + body;
}

std::optional<PackContents> contents_of_image(std::string_view image) {
    const std::string head = std::string(magic) + hash_bytes(program_build());
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
    std::string key = program_build() + '\n' + fs::current_path(error).string();
    Diagnostics unheard;  // reading the packs will say it
    for (const fs::path& folder : folders) {
        key += "\n\n" + folder.string();
        for (const fs::path& pack : find_packs(folder.lexically_normal(), unheard)) key += '\n' + pack.string();
    }
    return hexadecimal(hash_of_content(key)) + ".image";
}

}  // namespace factcheck
