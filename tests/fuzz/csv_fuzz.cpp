// Bytes as a table: rows are as wide as the first, and their cells are what was read.
#include "reference/csv.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    factcheck::Faults faults;
    std::size_t width = 0;
    factcheck::read_csv(
        {reinterpret_cast<const char*>(data), size}, {},
        [&](const factcheck::CsvRow& row) {
            if (width == 0) width = row.cells.size();
            if (row.cells.size() != width || width == 0) std::abort();
        },
        faults);
    return 0;
}
