// How fast a store answers: store_bench STORE SERIES FIRST_YEAR YEARS ENTITIES. Prints nanoseconds, asserts nothing.
// Look-ups are spread over the whole store by a fixed sequence of numbers, after as many that are not counted.
#include "reference/store.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

using namespace factcheck;

namespace {

using Clock = std::chrono::steady_clock;

long nanoseconds(Clock::time_point from, Clock::time_point to) {
    return static_cast<long>(std::chrono::duration_cast<std::chrono::nanoseconds>(to - from).count());
}

struct Numbers {
    std::uint64_t state = 88172645463325252U;
    std::size_t below(std::size_t limit) {
        state ^= state << 13U;
        state ^= state >> 7U;
        state ^= state << 17U;
        return static_cast<std::size_t>(state % limit);
    }
};

std::size_t number(const char* text) {
    std::size_t out = 0;
    std::from_chars(text, text + std::string_view(text).size(), out);
    return out;
}

// The median of rounds, in nanoseconds an answer.
template <class Ask>
long median(std::size_t rounds, std::size_t asks, Ask ask) {
    std::vector<long> all;
    for (std::size_t round = 0; round < rounds; ++round) {
        const auto from = Clock::now();
        for (std::size_t i = 0; i < asks; ++i) ask();
        all.push_back(nanoseconds(from, Clock::now()) / static_cast<long>(asks));
    }
    std::sort(all.begin(), all.end());
    return all[all.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 6) return 2;
    const std::size_t count = number(argv[2]), first = number(argv[3]), years = number(argv[4]), entities = number(argv[5]);
    std::vector<Series> series(count);
    for (std::size_t i = 0; i < count; ++i) {
        series[i].id = "s" + std::to_string(i);
        series[i].dimensions = {"reporter"};
    }
    Diagnostics diagnostics;
    const auto begun = Clock::now();
    const auto store = make_store_reference(argv[1], {series.front()}, diagnostics);
    const std::size_t rows = store->rows(series.front(), {"E0"}, *year_period(static_cast<int>(first))).size();
    const long cold = nanoseconds(begun, Clock::now());
    const auto all = make_store_reference(argv[1], series, diagnostics);

    Numbers numbers;
    std::size_t found = 0;
    const auto one = [&] {
        const Series& own = series[numbers.below(count)];
        const Key key{"E" + std::to_string(numbers.below(entities))};
        found += all->rows(own, key, *year_period(static_cast<int>(first + numbers.below(years)))).size();
    };
    const auto rank = [&] {
        const Series& own = series[numbers.below(count)];
        found += all->slice(own, {""}, 0, *year_period(static_cast<int>(first + numbers.below(years)))).size();
    };
    // A document asks for a few series again and again.
    const auto near = [&] {
        const Key key{"E" + std::to_string(numbers.below(std::min<std::size_t>(entities, 4)))};
        found += all->rows(series.front(), key,
                           *year_period(static_cast<int>(first + numbers.below(std::min<std::size_t>(years, 10)))))
                     .size();
    };
    constexpr std::size_t asks = 20'000, ranks = 1'000, rounds = 9;
    for (std::size_t i = 0; i < asks; ++i) one();
    for (std::size_t i = 0; i < ranks; ++i) rank();
    std::printf("{\"cold_open_and_look_up\": %ld, \"point\": %ld, \"point_same_few\": %ld, \"rank\": %ld, \"found\": %zu}\n",
                cold, median(rounds, asks, one), median(rounds, asks, near), median(rounds, ranks, rank), found + rows);
    return rows == 1 && diagnostics.empty() ? 0 : 1;
}
