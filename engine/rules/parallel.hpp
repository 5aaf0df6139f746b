// Work on each of some indices, on as many threads as the machine has.
#pragma once

#include <cstddef>
#include <functional>

namespace factcheck {

// Each index is worked on once and has results of its own, so that the order does not show. A thread is started for each `few`
// indices at the most: for less it costs more than it saves. Where no more threads are to be had, those that run do it all.
void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work, std::size_t few = 1);

}  // namespace factcheck
