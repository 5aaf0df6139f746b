#include "run/jobs.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace factcheck;

TEST_CASE("results come in the order of the jobs, whatever the number of threads and however long each takes") {
    for (const std::size_t threads : {1U, 2U, 3U, 8U}) {
        std::vector<int> order;
        {
            OrderedJobs jobs(threads, 40);
            for (int i = 0; i < 500; ++i)
                jobs.add(
                    [i, &order] {
                        if (i % 50 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
                        return [i, &order] { order.push_back(i); };
                    },
                    1);
            jobs.wait();
        }
        REQUIRE(order.size() == 500);
        for (int i = 0; i < 500; ++i) CHECK(order[static_cast<std::size_t>(i)] == i);
    }
}

TEST_CASE("no more is under way than there is room for, but what is larger than the room goes alone") {
    std::atomic<int> held{0};
    std::atomic<int> most{0};
    OrderedJobs jobs(4, 3);
    const auto job = [&] {
        const int now = ++held;
        for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) continue;
        return [&] { --held; };
    };
    for (int i = 0; i < 200; ++i) jobs.add(job, 1);
    jobs.add(job, 100);
    jobs.add(job, 100);
    jobs.wait();
    CHECK(held == 0);
    CHECK(most <= 3);
}

TEST_CASE("what a job throws comes out of the run, and nothing after it is finished") {
    for (const std::size_t threads : {1U, 4U}) {
        std::vector<int> finished;
        const auto run = [&] {
            OrderedJobs jobs(threads, 4);
            for (int i = 0; i < 50; ++i)
                jobs.add(
                    [i, &finished]() -> OrderedJobs::Finish {
                        if (i == 20) throw std::runtime_error("odd");
                        return [i, &finished] { finished.push_back(i); };
                    },
                    1);
            jobs.wait();
        };
        CHECK_THROWS_AS(run(), std::runtime_error);
        CHECK(finished.size() <= 20);
    }
}

TEST_CASE("a run that is given up leaves no thread behind") {
    std::atomic<int> done{0};
    {
        OrderedJobs jobs(4, 100);
        for (int i = 0; i < 50; ++i)
            jobs.add(
                [&] {
                    ++done;
                    return OrderedJobs::Finish();
                },
                1);
    }
    CHECK(done <= 50);
}
