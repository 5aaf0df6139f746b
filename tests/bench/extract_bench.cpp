// How fast texts become mentions: bytes a second of extraction alone, on one core, over a file of plain text that is read once.
//   extract_bench FILE
// It prints a line a figure and asserts nothing: wall time is for people, growth is tested on work counts.
#include "extract/extract.hpp"
#include "read/read.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

int main(int argc, char** argv) {
    using namespace factcheck;
    if (argc < 2) return std::fprintf(stderr, "usage: extract_bench FILE\n"), 2;
    std::ifstream in(argv[1], std::ios::binary);
    ReadOptions options;
    options.input_format = "text";
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    const Text text = read_text(bytes, options);
    constexpr int rounds = 5;
    double best = 0;
    std::size_t mentions = 0;
    Work work;
    for (int round = 0; round < rounds; ++round) {
        work = {};
        const std::clock_t start = std::clock();  // processor time: a busy machine changes it little
        mentions = extract(text, work).size();
        const double took = static_cast<double>(std::max<std::clock_t>(1, std::clock() - start)) / CLOCKS_PER_SEC;
        best = std::max(best, static_cast<double>(text.reading.size()) / took / 1e6);
    }
    const auto size = static_cast<double>(std::max<std::size_t>(1, text.reading.size()));
    std::printf("extract: %.1f MB/s, %zu bytes, %zu mentions, %.2f rule attempts and %.2f bytes read a byte\n", best,
                text.reading.size(), mentions, static_cast<double>(work.attempts) / size, static_cast<double>(work.bytes) / size);
    return 0;
}
