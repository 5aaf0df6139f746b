// Bytes as a file of records (the first byte says which: JSON Lines, JSON, CSV) or as an archive: whatever comes out has its
// place in the file.
#include "run/archives.hpp"
#include "run/records.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace factcheck;

namespace {

class Memory : public ByteStream {
public:
    explicit Memory(std::string bytes) : rest_(std::move(bytes)) {}
    void read_up_to(std::string& bytes, std::size_t size) override {
        const std::size_t more = bytes.size() < size ? std::min(size - bytes.size(), rest_.size() - at_) : 0;
        bytes.append(rest_, at_, more);
        at_ += more;
    }
    [[nodiscard]] bool at_end() const override { return at_ == rest_.size(); }
    [[nodiscard]] const std::string& error() const override { return none_; }

private:
    std::string rest_;
    std::string none_;
    std::size_t at_ = 0;
};

void check(const Document& document) {
    if (document.container == nullptr) return;
    const std::vector<MapStep>& map = document.container->map;
    for (std::size_t i = 1; i < map.size(); ++i)
        if (map[i].reading < map[i - 1].reading || map[i].original < map[i - 1].original) std::abort();
    if (map.back().reading > document.bytes.size() || map.back().original > document.container->file->original.size())
        std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::string path = data[0] % 2 == 0 ? "a.csv" : "a.tsv";
    const InputOptions inputs;
    const DocumentSink sink = check;
    DocumentsRead out;
    const RecordFile file{path, inputs, sink, out};
    Memory stream(bytes);
    switch (data[0] % 4) {
        case 0: each_json_line(file, {}, stream); break;
        case 1: each_json_record(file, bytes); break;
        case 2: each_csv_record(file, bytes); break;
        default:
            each_file_in_archive("a", {}, stream,
                                 {[](const std::string&, ByteStream& entry) {
                                      std::string got;
                                      entry.read_up_to(got, 1U << 20U);
                                  },
                                  [](const std::string&) {}});
    }
    return 0;
}
