// Folders -> packs. The files are read first, all of them; then the packs are compiled, used ones before those that use them:
// vocabulary, data, rules. What is wrong is collected on the way and never stops the rest from being looked at.
#include "rules/load.hpp"

#include "model/limits.hpp"
#include "reference/import.hpp"
#include "reference/store.hpp"
#include "rules/compile.hpp"
#include "rules/files.hpp"
#include "rules/nearest.hpp"
#include "rules/parallel.hpp"
#include "rules/scalars.hpp"
#include "rules/statistics.hpp"
#include "rules/table.hpp"

#include <algorithm>
#include <deque>
#include <functional>
#include <map>
#include <set>
#include <system_error>

namespace factcheck {

namespace fs = std::filesystem;

namespace {

// A pack as its files say it, with all that must outlive the specs.
struct PackFiles {
    fs::path folder;
    PackSpec spec;
    VocabularySpec vocabulary;
    std::vector<RuleSpec> rules;
    Statistics statistics;
    std::vector<TestSpec> cases;
    std::deque<YamlFile> yaml;                                // specs point into them: they must not move
    std::vector<std::pair<std::string, std::string>> hashed;  // name and bytes
    std::size_t bytes = 0;
    [[nodiscard]] const std::string& name() const { return spec.name.text(); }
};

// What a stage has found since, by the row of the table of faults that it belongs to.
void code_since(Diagnostics& diagnostics, std::size_t before, std::string_view code) {
    for (std::size_t i = before; i < diagnostics.size(); ++i)
        if (diagnostics[i].code.empty()) diagnostics[i].code = code;
}

std::string shown_path(const fs::path& folder, const std::string& name) { return (folder / name).lexically_normal().string(); }

// A YAML file of the pack; null where it cannot be read, which is said at `asked`, the place that names it.
const YamlFile* read_file(PackFiles& pack, const std::string& name, const Place& asked, Diagnostics& diagnostics) {
    FileBytes read = read_inside(pack.folder, name, limits::rule_file_bytes);
    if (!read.bytes) {
        diagnostics.push_back({asked, Severity::error, name + ": " + read.fault, "file"});
        return nullptr;
    }
    pack.bytes += read.bytes->size();
    if (pack.bytes > limits::pack_bytes) {
        diagnostics.push_back({asked, Severity::error,
                               "the pack's rule files have more than " + std::to_string(limits::pack_bytes) + " bytes: split it",
                               "file"});
        return nullptr;
    }
    pack.hashed.emplace_back(fs::path(name).lexically_normal().generic_string(), *read.bytes);
    const std::size_t before = diagnostics.size();
    const bool table = fs::path(name).extension() == ".csv";
    const auto read_as = table ? read_entity_table : read_yaml;
    pack.yaml.push_back(read_as(shown_path(pack.folder, name), std::move(*read.bytes), diagnostics));
    code_since(diagnostics, before, table ? "shape" : "yaml");
    const YamlFile& file = pack.yaml.back();
    if (file.root.kind == YamlNode::Kind::none) {
        if (diagnostics.size() == before)
            diagnostics.push_back({{file.path, 0, 0}, Severity::error, "the file is empty", "yaml"});
        return nullptr;
    }
    return &file;
}

void check_header(const PackFiles& pack, Diagnostics& diagnostics) {
    const PackSpec& spec = pack.spec;
    if (spec.schema && spec.schema.text() != "1")
        fault(diagnostics, spec.schema, "this program reads packs of schema 1, and this is of schema " + spec.schema.text());
    if (spec.name) (void)is_id(spec.name, "a pack", IdStyle::dashed, diagnostics);
    const std::string folder = fs::absolute(pack.folder).lexically_normal().filename().string();
    const std::string& version = spec.version.text();
    const bool digits = std::all_of(version.begin(), version.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    if (spec.version &&
        (!digits || std::count(version.begin(), version.end(), '.') != 2 || version.front() == '.' || version.back() == '.'))
        fault(diagnostics, spec.version, "\"" + version + "\" is no version: write three numbers, such as 1.0.0");
    if (spec.test_date) (void)day(spec.test_date, diagnostics);
    if (!spec.data && spec.vocabulary.empty() && spec.statistics.empty() && spec.rules.empty())
        fault(diagnostics, spec.at, "the pack is empty: it names no data, no vocabulary, no statistics and no rules");
}

std::unique_ptr<PackFiles> read_pack(const fs::path& folder, Diagnostics& diagnostics) {
    auto pack = std::make_unique<PackFiles>();
    pack->folder = folder;
    const YamlFile* file = read_file(*pack, "pack.yaml", {shown_path(folder, "pack.yaml"), 0, 0}, diagnostics);
    if (file == nullptr) return pack;
    std::size_t before = diagnostics.size();
    pack->spec = read_pack_spec(*file, diagnostics);
    code_since(diagnostics, before, "shape");
    before = diagnostics.size();
    if (file->root.kind == YamlNode::Kind::map) check_header(*pack, diagnostics);
    code_since(diagnostics, before, "value");
    std::set<std::string> seen{"pack.yaml"};
    const auto read_listed = [&](const SaidList& list, const std::function<void(const YamlFile&)>& read) {
        for (const Said& name : list) {
            if (!seen.insert(fs::path(name.text()).lexically_normal().generic_string()).second) {
                fault(diagnostics, name, name.text() + " is named twice");
                continue;
            }
            if (const YamlFile* listed_file = read_file(*pack, name.text(), name.place(), diagnostics)) read(*listed_file);
        }
    };
    before = diagnostics.size();
    read_listed(pack->spec.vocabulary, [&](const YamlFile& f) { read_vocabulary_spec(f, pack->vocabulary, diagnostics); });
    read_listed(pack->spec.statistics,
                [&](const YamlFile& f) { read_statistics(f, pack->name(), pack->statistics, diagnostics); });
    read_listed(pack->spec.rules, [&](const YamlFile& f) { read_rules_spec(f, pack->rules, diagnostics); });
    read_listed(pack->spec.tests, [&](const YamlFile& f) { read_tests_spec(f, pack->cases, diagnostics); });
    code_since(diagnostics, before, "shape");
    return pack;
}

struct Loading {
    std::vector<std::unique_ptr<PackFiles>> files;
    std::map<std::string, PackFiles*, std::less<>> by_name;
    std::set<fs::path> folders;  // read already, by their real path
    Diagnostics& diagnostics;
};

void append(Diagnostics& all, Diagnostics some) {
    all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
}

void name_pack(Loading& loading, PackFiles& pack) {
    if (!pack.spec.name) return;
    const auto [first, fresh] = loading.by_name.emplace(pack.name(), &pack);
    if (!fresh)
        fault(loading.diagnostics, pack.spec.name,
              "the pack " + pack.name() + " is loaded from " + first->second->folder.string() + " already");
}

void add_packs(Loading& loading, const std::vector<fs::path>& folders) {
    std::vector<fs::path> fresh;
    for (const fs::path& folder : folders) {
        std::error_code error;
        const fs::path real = fs::canonical(folder, error);
        if (loading.folders.insert(error ? folder : real).second) fresh.push_back(folder);
    }
    struct Read {
        std::unique_ptr<PackFiles> pack;
        Diagnostics diagnostics;
    };
    std::vector<Read> read(fresh.size());
    in_parallel(fresh.size(), [&](std::size_t i) { read[i].pack = read_pack(fresh[i], read[i].diagnostics); });
    for (Read& one : read) {
        append(loading.diagnostics, std::move(one.diagnostics));
        loading.files.push_back(std::move(one.pack));
        name_pack(loading, *loading.files.back());
    }
}

// Used packs that are not among the named ones lie beside the pack that uses them.
void add_used(Loading& loading) {
    for (std::size_t i = 0; i < loading.files.size(); ++i) {
        const PackFiles& pack = *loading.files[i];  // stays where it is while others are added
        for (const Said& used : pack.spec.uses) {
            if (loading.by_name.contains(used.text()) || !is_id(used, "a pack", IdStyle::dashed, loading.diagnostics)) continue;
            const fs::path beside = (pack.folder / ".." / used.text()).lexically_normal();
            std::error_code error;
            if (fs::exists(beside / "pack.yaml", error)) add_packs(loading, {beside});
            if (!loading.by_name.contains(used.text()))
                fault(loading.diagnostics, used,
                      "there is no pack " + used.text() + " beside this one nor among those that are loaded" +
                          did_you_mean(used.text(), keys_of(loading.by_name)));
        }
    }
}

// Used packs first; a pack that uses itself over others is a fault.
struct Ordering {
    Loading& loading;
    std::vector<PackFiles*> done;
    std::vector<PackFiles*> open;
};

void order(Ordering& o, PackFiles& pack) {
    if (std::find(o.done.begin(), o.done.end(), &pack) != o.done.end()) return;
    o.open.push_back(&pack);
    for (const Said& used : pack.spec.uses) {
        const auto found = o.loading.by_name.find(used.text());
        if (found == o.loading.by_name.end()) continue;
        const auto at = std::find(o.open.begin(), o.open.end(), found->second);
        if (at == o.open.end()) {
            order(o, *found->second);
            continue;
        }
        std::string way;
        for (auto it = at; it != o.open.end(); ++it) way += (*it)->name() + " uses ";
        fault(o.loading.diagnostics, used, "packs use each other in a circle: " + way + used.text());
    }
    o.open.pop_back();
    o.done.push_back(&pack);
}

// ---- from files to packs

std::optional<Day> last_day_of(const ImportedData& data) {
    std::optional<Day> out = data.until;
    const auto see = [&](Day day) { out = out ? std::max(*out, day) : day; };
    for (const SeriesRows& table : data.tables)
        for (const Observation& row : table.rows) see(row.period.last);
    if (out) return out;
    for (const Event& event : data.events) {
        for (const EventDate& date : event.dates) see(date.period.last);
        for (const Fact& fact : event.facts) see(fact.as_of);
    }
    return out;
}

std::vector<std::string> names_of(const std::vector<std::string_view>& keys) { return {keys.begin(), keys.end()}; }

struct LoadOptions {
    bool hashes;
    fs::path store;  // in place of those that packs name
};

struct Imported {
    std::vector<SeriesRows> tables;
    std::vector<PackFile> files;
    std::optional<PackStore> store;
    Diagnostics diagnostics;
};

// The importer keeps no bytes, so its files are read again for the hash.
void take_files(PackFiles& files, const std::vector<fs::path>& paths, Diagnostics& diagnostics) {
    for (const fs::path& file : paths) {
        const std::string name = file.lexically_normal().lexically_relative(files.folder.lexically_normal()).generic_string();
        FileBytes read = read_inside(files.folder, name, limits::csv_file_bytes);
        if (read.bytes)
            files.hashed.emplace_back(name, std::move(*read.bytes));
        else
            diagnostics.push_back({{file.string(), 0, 0}, Severity::error, read.fault});
    }
}

Imported import(PackFiles& files, Pack& pack, const VisibleNames& visible, const LoadOptions& options) {
    Imported out;
    const Said& path = files.spec.data;
    if (!path) return out;
    if (const std::string wrong = why_not_inside(files.folder, path.text()); !wrong.empty()) {
        fault(out.diagnostics, path, path.text() + ": " + wrong);
        return out;
    }
    const std::vector<std::string> entities = names_of(keys_of(visible.entities));
    const std::vector<std::string> measures = names_of(keys_of(visible.measures));
    fs::path package = (files.folder / path.text()).lexically_normal();
    const bool is_store = is_store_file(package);
    if (is_store && !options.store.empty()) package = options.store;
    const auto read = is_store ? import_store : import_data;
    ImportedData data = read(package, pack.series, out.diagnostics, {&entities, &measures});
    pack.data_until = last_day_of(data);
    if (!data.digest.empty()) {
        out.store = PackStore{pack.name, package.string(), data.digest, std::move(data.reference)};
        files.hashed.emplace_back(path.text(), data.digest);
    }
    out.tables = std::move(data.tables);
    for (SeriesRows& table : out.tables) table.pack = pack.name;
    pack.events = std::move(data.events);
    for (Event& event : pack.events) event.pack = pack.name;
    if (options.hashes) take_files(files, data.files, out.diagnostics);
    return out;
}

Pack header_of(const PackFiles& files) {
    Pack pack;
    pack.name = files.name();
    pack.version = files.spec.version.text();
    pack.about = files.spec.about.text();
    pack.folder = files.folder.string();
    if (files.spec.test_date) pack.test_date = day_from(files.spec.test_date.text());
    for (const Said& used : files.spec.uses) pack.uses.push_back(used.text());
    for (const auto& [name, bytes] : files.hashed) pack.files.push_back(name);
    return pack;
}

// Ids that several packs give to different things would be one thing in a document.
void check_shared_ids(std::span<const Pack> packs, Diagnostics& diagnostics) {
    std::map<std::string_view, const Entity*> entities;
    std::map<std::string_view, const Event*> events;
    for (const Pack& pack : packs) {
        for (const Entity& entity : pack.vocabulary.entities) {
            const auto [first, fresh] = entities.emplace(entity.id, &entity);
            const Entity& other = *first->second;
            if (!fresh && (other.type != entity.type || other.name != entity.name))
                diagnostics.push_back({entity.place, Severity::error,
                                       "the entity " + entity.id + " is another thing in " + other.place.file + ":" +
                                           std::to_string(other.place.line) + ": give one of them another id"});
        }
        for (const Event& event : pack.events) {
            const auto [first, fresh] = events.emplace(event.id, &event);
            if (!fresh)
                diagnostics.push_back({event.place, Severity::error,
                                       "the event " + event.id + " stands in " + first->second->place.file + ":" +
                                           std::to_string(first->second->place.line) + " already"});
        }
    }
}

void sort_faults(Diagnostics& diagnostics) {
    std::stable_sort(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.place < b.place; });
    diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end()), diagnostics.end());
}

// A store is told by its digest instead: it may be of any size.
std::vector<PackFile> hashed_files(const PackFiles& files, bool has_store) {
    std::vector<PackFile> out;
    for (const auto& [name, bytes] : files.hashed)
        if (!has_store || name != files.spec.data.text()) out.push_back({files.folder.string(), name, hash_of_content(bytes)});
    return out;
}

// Tests whose texts are files of the pack.
void read_case_files(const PackFiles& files, Pack& pack, Diagnostics& diagnostics) {
    for (Rule& rule : pack.rules)
        for (RuleTest& test : rule.tests) {
            if (test.file.empty()) continue;
            FileBytes read = read_inside(files.folder, test.file, limits::rule_file_bytes);
            if (read.bytes)
                test.text = std::move(*read.bytes);
            else
                diagnostics.push_back({test.place, Severity::error, test.file + ": " + read.fault, "file"});
        }
}

// Vocabularies in order, then all data, then the rules.
void compile(const std::vector<PackFiles*>& ordered, const LoadOptions& options, PackContents& out) {
    out.packs.reserve(ordered.size());  // names point into the packs while they are compiled
    const auto earlier = [&](std::size_t i) { return std::span<const Pack>(out.packs.data(), i); };
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        Pack& pack = out.packs.emplace_back(header_of(*ordered[i]));
        pack.statistics = std::move(ordered[i]->statistics);
        Pack nobody;
        nobody.uses = pack.uses;
        const std::size_t before = out.diagnostics.size();
        compile_vocabulary(ordered[i]->vocabulary, visible_names(nobody, earlier(i)), pack, out.diagnostics);
        code_since(out.diagnostics, before, "value");
    }
    std::vector<VisibleNames> visible;  // before events come in, which happens at once for all
    for (std::size_t i = 0; i < ordered.size(); ++i) visible.push_back(visible_names(out.packs[i], earlier(i)));
    std::vector<Imported> imported(ordered.size());
    in_parallel(ordered.size(), [&](std::size_t i) {
        imported[i] = import(*ordered[i], out.packs[i], visible[i], options);
        if (!options.hashes) return;
        imported[i].files = hashed_files(*ordered[i], imported[i].store.has_value());
        out.packs[i].hash = hash_of(std::move(ordered[i]->hashed));
    });
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        std::size_t before = out.diagnostics.size();
        append(out.diagnostics, std::move(imported[i].diagnostics));
        code_since(out.diagnostics, before, "data");
        before = out.diagnostics.size();
        std::move(imported[i].tables.begin(), imported[i].tables.end(), std::back_inserter(out.tables));
        if (imported[i].store) out.stores.push_back(std::move(*imported[i].store));
        std::move(imported[i].files.begin(), imported[i].files.end(), std::back_inserter(out.files));
        compile_rules(ordered[i]->rules, visible_names(out.packs[i], earlier(i)), out.packs[i], out.diagnostics);
        compile_cases(ordered[i]->cases, out.packs[i], out.diagnostics);
        code_since(out.diagnostics, before, "value");
        read_case_files(*ordered[i], out.packs[i], out.diagnostics);
    }
}

// Tables of one series are put together.
std::vector<SeriesExtent> extents_of(const std::vector<SeriesRows>& tables) {
    std::map<std::pair<std::string, std::string>, std::pair<SeriesExtent, std::set<Key>>> found;
    for (const SeriesRows& table : tables) {
        auto& [extent, keys] = found[{table.pack, table.series}];
        extent.rows += table.rows.size();
        for (const Observation& row : table.rows) {
            extent.span = extent.span ? hull(*extent.span, row.period) : row.period;
            keys.insert(row.key);
        }
    }
    std::vector<SeriesExtent> out;
    for (auto& [name, one] : found) {
        SeriesExtent& extent = out.emplace_back(std::move(one.first));
        extent.pack = name.first;
        extent.series = name.second;
        extent.keys.assign(one.second.begin(), one.second.end());
    }
    return out;
}

}  // namespace

PackContents read_packs(const std::vector<fs::path>& folders, bool hashes, const fs::path& store) {
    PackContents out;
    Loading loading{{}, {}, {}, out.diagnostics};
    for (const fs::path& folder : folders) add_packs(loading, find_packs(folder.lexically_normal(), out.diagnostics));
    add_used(loading);
    Ordering ordering{loading, {}, {}};
    for (const auto& pack : loading.files) order(ordering, *pack);

    compile(ordering.done, {hashes, store}, out);
    check_shared_ids(out.packs, out.diagnostics);
    code_since(out.diagnostics, 0, "pack");
    sort_faults(out.diagnostics);
    std::sort(out.packs.begin(), out.packs.end(), [](const Pack& a, const Pack& b) { return a.name < b.name; });
    return out;
}

LoadedPacks loaded_packs(PackContents contents) {
    std::unique_ptr<const Reference> reference = make_memory_reference(std::move(contents.tables));
    if (!contents.stores.empty()) {
        std::map<std::string, std::shared_ptr<const Reference>> stores;
        for (PackStore& store : contents.stores) stores.emplace(store.pack, std::move(store.reference));
        reference = make_reference(std::move(stores), std::move(reference));
    }
    LoadedPacks out;
    out.packs = std::move(contents.packs);
    out.reference = std::move(reference);
    out.diagnostics = std::move(contents.diagnostics);
    return out;
}

LoadedPacks load_packs(const std::vector<fs::path>& folders, bool hashes, const fs::path& store) {
    PackContents contents = read_packs(folders, hashes, store);
    std::vector<SeriesExtent> extents = extents_of(contents.tables);
    LoadedPacks out = loaded_packs(std::move(contents));
    out.extents = std::move(extents);
    return out;
}

}  // namespace factcheck
