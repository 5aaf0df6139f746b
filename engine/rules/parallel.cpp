#include "rules/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <system_error>
#include <thread>
#include <vector>

namespace factcheck {

void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work, std::size_t few) {
    std::atomic<std::size_t> next = 0;
    const auto drain = [&] {
        for (std::size_t i = next++; i < count; i = next++) work(i);
    };
    const std::size_t pieces = (count + few - 1) / few;
    const std::size_t workers = std::min<std::size_t>(pieces, std::max(1U, std::thread::hardware_concurrency()));
    std::vector<std::future<void>> others;
    try {
        for (std::size_t i = 1; i < workers; ++i) others.push_back(std::async(std::launch::async, drain));
    } catch (const std::system_error&) {
        // As many as there are.
    }
    drain();
    for (std::future<void>& other : others) other.get();
}

}  // namespace factcheck
