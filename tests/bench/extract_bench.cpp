// How fast texts become mentions, on one core (Google Benchmark). Nothing is asserted: wall time is for people.
//   extract_bench CORPUS.jsonl [--benchmark_filter=...]
// corpus      a file of JSON Lines, read, extracted and written as JSON Lines to memory; also how often it allocates
// growth      the same corpus repeated to 1, 8, 64, 128 MB: the bytes a second should not change
// one_line    a text of one line of 64 MB, and the same in many lines
// worst       10 MB of what looks like the beginning of something, again and again: one line each of
// tests/support/hostile_texts.hpp
#include "mentions.hpp"
#include "model/limits.hpp"
#include "model/period.hpp"
#include "read/read.hpp"
#include "render/mentions.hpp"
#include "run/documents.hpp"
#include "support/hostile_texts.hpp"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <new>
#include <string>

namespace {

std::size_t allocations = 0;

}  // namespace

void* operator new(std::size_t size) {
    ++allocations;
    if (void* at = std::malloc(size)) return at;  // NOLINT: this is the allocator
    throw std::bad_alloc();
}
void operator delete(void* at) noexcept { std::free(at); }               // NOLINT
void operator delete(void* at, std::size_t) noexcept { std::free(at); }  // NOLINT

namespace {

using namespace factcheck;

constexpr std::size_t megabyte = 1'000'000;
std::string corpus;  // the file's path
std::string texts;   // of the corpus, one after the other

struct Totals {
    std::size_t bytes = 0;
    std::size_t documents = 0;
    std::size_t mentions = 0;
};

// What `factcheck extract --format jsonl` does with a text, without writing to a file.
void extract_to(std::string& out, const Text& text, MentionRoom& room, Totals& totals) {
    MentionLine line(out, text.id);
    each_mention(text, room, [&](const ReportMention& mention) {
        line.add(mention);
        ++totals.mentions;
    });
    line.end();
    ++totals.documents;
    totals.bytes += text.original.size();
}

Totals extract_file(const std::string& path) {
    Totals totals;
    MentionRoom room;
    std::string out;
    each_document({path}, [&](Document document) {
        ReadOptions options;
        options.id = std::move(document.id);
        options.date = day_from(document.date);
        options.input_format = "text";
        out.clear();
        extract_to(out, read_text(std::move(document.bytes), options), room, totals);
    });
    return totals;
}

Totals extract_text(const std::string& bytes) {
    Totals totals;
    MentionRoom room;
    std::string out;
    extract_to(out, read_text(bytes, {.path = "a.txt"}), room, totals);
    return totals;
}

std::string repeated(const std::string& piece, std::size_t bytes) {
    std::string out;
    out.reserve(bytes + piece.size());
    while (out.size() < bytes) out += piece;
    out.resize(bytes);
    return out;
}

void corpus_bench(benchmark::State& state) {
    Totals totals;
    std::size_t allocated = 0;
    for (auto _ : state) {
        const std::size_t before = allocations;
        totals = extract_file(corpus);
        allocated = allocations - before;
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(totals.bytes) * static_cast<std::int64_t>(state.iterations()));
    state.counters["mentions"] = static_cast<double>(totals.mentions);
    state.counters["bytes_a_mention"] = static_cast<double>(totals.bytes) / static_cast<double>(totals.mentions);
    state.counters["allocations_a_document"] = static_cast<double>(allocated) / static_cast<double>(totals.documents);
    state.counters["allocations_a_mention"] = static_cast<double>(allocated) / static_cast<double>(totals.mentions);
}

// The same mentions in documents of twice the length: what is allocated for each mention shows against what is for each document.
void growth_bench(benchmark::State& state) {
    const auto bytes = static_cast<std::size_t>(state.range(0)) * megabyte;
    std::size_t done = 0;
    for (auto _ : state)
        for (std::size_t left = bytes; left > 0;) {
            const std::size_t piece = std::min(left, 4 * megabyte);
            done += extract_text(repeated(texts.substr(0, megabyte), piece)).bytes;
            left -= piece;
        }
    state.SetBytesProcessed(static_cast<std::int64_t>(done));
}

void one_line_bench(benchmark::State& state, bool one) {
    std::string text = repeated(texts, 64 * megabyte);
    if (one)
        for (char& c : text)
            if (c == '\n') c = ' ';
    std::size_t done = 0;
    for (auto _ : state) done += extract_text(text).bytes;
    state.SetBytesProcessed(static_cast<std::int64_t>(done));
}

// What a piece leads on from, or is followed by, must stand in one sentence with it.
std::string hostile_text(const testing::Hostile& hostile) {
    constexpr std::size_t bytes = 10 * megabyte;
    constexpr std::size_t paragraph = 16'000;
    if (hostile.lead[0] == '\0' && hostile.tail[0] == '\0') return testing::repeated(hostile.piece, bytes);
    return testing::repeated(testing::built(hostile, paragraph) + "\n\n", bytes);
}

void worst_bench(benchmark::State& state, const testing::Hostile& hostile) {
    const std::string text = hostile_text(hostile);
    Totals totals;
    for (auto _ : state) totals = extract_text(text);
    state.SetBytesProcessed(static_cast<std::int64_t>(totals.bytes) * static_cast<std::int64_t>(state.iterations()));
    state.counters["mentions"] = static_cast<double>(totals.mentions);
}

// A name without what a terminal would not show: "1(", "rose 1(... percent".
std::string one_line(const testing::Hostile& hostile) {
    std::string out;
    for (const char c : std::string(hostile.lead) + hostile.piece + (hostile.tail[0] == '\0' ? "" : "...") + hostile.tail)
        if (c == '\n' || c == '\t')
            out += c == '\n' ? "\\n" : "\\t";
        else
            out += c;
    return out;
}

std::string texts_of(const std::string& path) {
    std::string out;
    each_document({path}, [&](Document document) { out += document.bytes + "\n\n"; });
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (argc != 2) return std::fprintf(stderr, "usage: extract_bench CORPUS.jsonl [--benchmark_...]\n"), 2;
    corpus = argv[1];
    texts = texts_of(corpus);
    const auto time_of = [](auto* bench) { bench->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime(); };
    time_of(benchmark::RegisterBenchmark("corpus", corpus_bench)->MinTime(2));
    time_of(benchmark::RegisterBenchmark("growth_mb", growth_bench)->Arg(1)->Arg(8)->Arg(64)->Arg(128));
    time_of(benchmark::RegisterBenchmark("one_line", one_line_bench, true)->Iterations(1));
    time_of(benchmark::RegisterBenchmark("many_lines", one_line_bench, false)->Iterations(1));
    for (const testing::Hostile& hostile : testing::hostile_texts)
        time_of(benchmark::RegisterBenchmark(("worst/" + one_line(hostile)).c_str(), worst_bench, hostile)->Iterations(1));
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
