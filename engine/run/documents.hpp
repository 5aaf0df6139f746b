// file -> documents: a text is one, a file of records is one a record, an archive those that lie in it.
#pragma once

#include "factcheck.hpp"
#include "run/files.hpp"
#include "run/inputs.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace factcheck {

struct DocumentsRead {
    std::vector<ReportSkipped> skipped;  // met while walking a folder, or binary
    std::vector<std::string> errors;     // one sentence each; the other documents were read all the same
};

using DocumentSink = std::function<void(Document)>;

// Whether a file of that name below a folder may hold texts, packed or not.
[[nodiscard]] bool may_hold_texts(std::string_view path);

// The documents of files, folders and standard input (-), in the order of their paths. What lies in archives is read as if
// it lay in folders. JSON Lines are read one line at a time: such a file may be of any size.
DocumentsRead each_document(const std::vector<std::string>& names, const DocumentSink& sink, const InputOptions& inputs = {});
// The same of files that were found already; what the sink throws ends it, and `out` keeps what was said until then.
void each_document(const std::vector<FoundFile>& files, const InputOptions& inputs, const DocumentSink& sink, DocumentsRead& out);

}  // namespace factcheck
