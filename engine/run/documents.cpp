#include "run/documents.hpp"

#include "model/limits.hpp"
#include "read/formats.hpp"
#include "read/read.hpp"
#include "run/archives.hpp"
#include "run/records.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace factcheck {
namespace {

// Where bytes come from.
struct Origin {
    std::string path;       // as reports name it
    std::string name;       // what its format is known by: without ".gz", of a file in an archive that file's
    bool named = false;     // by the user: then it is a fault when nothing can be read
    std::size_t depth = 0;  // of archives around it
};

class Opener {
public:
    Opener(const InputOptions& inputs, const DocumentSink& sink, DocumentsRead& out) : inputs_(inputs), sink_(sink), out_(out) {}

    void open(const Origin& from, ByteStream& stream) {
        std::string bytes;
        stream.read_up_to(bytes, known_by_bytes);
        if (stream.error().empty()) read(from, std::move(bytes), stream);
        if (!stream.error().empty() && (out_.errors.empty() || out_.errors.back() != stream.error()))
            out_.errors.push_back(stream.error());
    }

private:
    void read(const Origin& from, std::string head, ByteStream& stream) {
        const InputFormat& format = input_format_of(inputs_.format, from.name, head);
        if (is_archive(head) && format.open == nullptr) return read_archive(from, std::move(head), stream);
        const RecordFile file{from.path, inputs_, sink_, out_};
        const Records records = records_of(from.name, head, inputs_);
        if (records == Records::json_lines) return each_json_line(file, std::move(head), stream);
        if (format.open == nullptr && is_binary(head)) {
            out_.skipped.push_back({from.path, "binary"});
            if (from.named) out_.errors.push_back(from.path + ": is binary, not text, and was not checked; leave it out");
            return;
        }
        const std::size_t most = records == Records::csv ? limits::csv_file_bytes : limits::document_bytes;
        stream.read_up_to(head, most + 1);
        if (head.size() > most)
            return out_.errors.push_back(from.path + ": larger than " + std::to_string(most) + " bytes and not read; split it");
        if (!stream.error().empty()) return;
        head.shrink_to_fit();  // many small documents may wait together
        if (records == Records::json) return each_json_record(file, std::move(head));
        if (records == Records::csv) return each_csv_record(file, std::move(head));
        Document document{.bytes = std::move(head), .path = from.path, .input_format = inputs_.format};
        if (document.input_format.empty() && from.depth > 0) document.input_format = format.name;
        sink_(std::move(document));
    }

    void read_archive(const Origin& from, std::string head, ByteStream& stream) {
        if (from.depth >= limits::archive_depth)
            return out_.errors.push_back(from.path + ": archives lie in each other deeper than " +
                                         std::to_string(limits::archive_depth) + ", and this one was not read; unpack it first");
        bool any = false;
        const std::size_t errors = out_.errors.size();
        const auto on_file = [&](const std::string& path, ByteStream& file) {
            const bool single = path == from.path;
            const std::string name = single ? std::string(without_packing(from.name)) : path.substr(from.path.size() + 1);
            if (const std::string_view reason = single ? std::string_view() : reason_to_skip(name); !reason.empty())
                return out_.skipped.push_back({path, std::string(reason)});
            any = true;
            open({path, name, from.named && single, from.depth + 1}, file);
        };
        each_file_in_archive(from.path, std::move(head), stream, {on_file, [&](const std::string& error) {
                                                                      if (out_.errors.empty() || out_.errors.back() != error)
                                                                          out_.errors.push_back(error);
                                                                  }});
        if (!any && from.named && out_.errors.size() == errors)
            out_.errors.push_back(from.path + ": holds no texts; the names of those end in .md, .txt, .html or .jsonl");
    }

    // As below a folder.
    static std::string_view reason_to_skip(std::string_view name) {
        if (name.starts_with('.') || name.find("/.") != std::string_view::npos || name.starts_with("__MACOSX/")) return "hidden";
        return may_hold_texts(name) ? "" : "not a text by its ending";
    }

    const InputOptions& inputs_;
    const DocumentSink& sink_;
    DocumentsRead& out_;
};

}  // namespace

bool may_hold_texts(std::string_view path) {
    const std::string_view plain = without_packing(path);
    return has_known_ending(plain) || plain.ends_with(".jsonl") || plain.ends_with(".ndjson") || names_archive(plain);
}

void each_document(const std::vector<FoundFile>& files, const InputOptions& inputs, const DocumentSink& sink,
                   DocumentsRead& out) {
    for (const FoundFile& found : files) {
        InputFile file(found.path);
        // Parts of a corpus come through pipes: what is found in a record must not hang on where the pipe began.
        InputOptions as_said = inputs;
        as_said.places = inputs.places && found.path != "-";
        Opener(as_said, sink, out).open({found.path, found.called.empty() ? found.path : found.called, found.named, 0}, file);
    }
    std::stable_sort(out.skipped.begin(), out.skipped.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
}

DocumentsRead each_document(const std::vector<std::string>& names, const DocumentSink& sink, const InputOptions& inputs) {
    FoundFiles found = find_files({.names = names});
    DocumentsRead out{std::move(found.skipped), std::move(found.errors)};
    each_document(found.files, inputs, sink, out);
    return out;
}

}  // namespace factcheck
