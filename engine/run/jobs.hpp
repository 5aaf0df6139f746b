// Jobs side by side on threads, what they make in the order in which they were added: the way of a corpus through the program.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace factcheck {

class OrderedJobs {
public:
    using Finish = std::function<void()>;  // one at a time, in the order of the jobs, on any thread
    using Job = std::function<Finish()>;   // on any thread, beside others

    // With one thread everything happens in add(). `room`: the weight of jobs that are under way at a time.
    OrderedJobs(std::size_t threads, std::size_t room);
    OrderedJobs(const OrderedJobs&) = delete;
    OrderedJobs& operator=(const OrderedJobs&) = delete;
    ~OrderedJobs();

    // Does jobs itself while there is no room. Throws what a job or a finish threw.
    void add(Job job, std::size_t weight);
    // Until all is done; throws what a job or a finish threw.
    void wait();

private:
    struct Slot {
        std::size_t weight = 0;
        std::optional<Finish> finish;  // when its job is done
    };
    struct Waiting {
        std::size_t number = 0;
        Job job;
    };
    using Lock = std::unique_lock<std::mutex>;

    void work(const std::stop_token& stop);
    void do_one(Lock& lock);
    void finish_in_order(Lock& lock);
    void help_or_wait(Lock& lock);
    void fail(std::exception_ptr error);
    void throw_failure();

    const std::size_t room_;
    std::mutex mutex_;
    std::condition_variable_any work_;  // there is a job, or the end
    std::condition_variable changed_;   // a job came or a slot went
    std::deque<Waiting> waiting_;
    std::deque<Slot> slots_;  // jobs under way, from `first_`
    std::size_t first_ = 0;
    std::size_t weight_ = 0;
    bool finishing_ = false;  // somebody is in a finish
    std::exception_ptr failure_;
    std::vector<std::jthread> threads_;  // last: they end before the rest goes
};

// What --jobs 0 means: the processors that this process may use.
[[nodiscard]] std::size_t usable_processors();

}  // namespace factcheck
