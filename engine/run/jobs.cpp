#include "run/jobs.hpp"

#include <sched.h>

#include <algorithm>
#include <utility>

namespace factcheck {

OrderedJobs::OrderedJobs(std::size_t threads, std::size_t room) : room_(room) {
    // The thread that adds works too.
    for (std::size_t i = 1; i < threads; ++i) threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
}

OrderedJobs::~OrderedJobs() {
    {
        const Lock lock(mutex_);
        waiting_.clear();
    }
    for (std::jthread& thread : threads_) thread.request_stop();
}

void OrderedJobs::add(Job job, std::size_t weight) {
    if (threads_.empty()) {
        if (const Finish finish = job()) finish();
        return;
    }
    Lock lock(mutex_);
    while (!slots_.empty() && weight_ + weight > room_ && !failure_) help_or_wait(lock);
    throw_failure();
    waiting_.push_back({first_ + slots_.size(), std::move(job)});
    slots_.push_back({weight, std::nullopt});
    weight_ += weight;
    work_.notify_one();
    changed_.notify_all();
}

void OrderedJobs::wait() {
    Lock lock(mutex_);
    while (!slots_.empty() && !failure_) help_or_wait(lock);
    throw_failure();
}

void OrderedJobs::work(const std::stop_token& stop) {
    Lock lock(mutex_);
    while (work_.wait(lock, stop, [this] { return !waiting_.empty(); })) do_one(lock);
}

void OrderedJobs::help_or_wait(Lock& lock) {
    if (waiting_.empty())
        changed_.wait(lock);
    else
        do_one(lock);
}

void OrderedJobs::do_one(Lock& lock) {
    Waiting next = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    Finish finish;
    std::exception_ptr error;
    try {
        finish = next.job();
        next.job = nullptr;  // what it holds goes here, not under the lock
    } catch (...) {
        error = std::current_exception();
    }
    lock.lock();
    if (error) return fail(error);
    if (failure_) return;
    slots_[next.number - first_].finish = std::move(finish);
    finish_in_order(lock);
}

void OrderedJobs::finish_in_order(Lock& lock) {
    if (finishing_) return;  // who is in there sees this slot too
    finishing_ = true;
    while (!failure_ && !slots_.empty() && slots_.front().finish) {
        const Finish finish = std::move(*slots_.front().finish);
        lock.unlock();
        std::exception_ptr error;
        try {
            if (finish) finish();
        } catch (...) {
            error = std::current_exception();
        }
        lock.lock();
        if (error) {
            fail(error);
            break;
        }
        weight_ -= slots_.front().weight;
        slots_.pop_front();
        ++first_;
        changed_.notify_all();
    }
    finishing_ = false;
}

void OrderedJobs::fail(std::exception_ptr error) {
    if (!failure_) failure_ = std::move(error);
    waiting_.clear();
    changed_.notify_all();
}

void OrderedJobs::throw_failure() {
    if (failure_) std::rethrow_exception(failure_);
}

std::size_t usable_processors() {
    cpu_set_t set;
    CPU_ZERO(&set);
    if (::sched_getaffinity(0, sizeof set, &set) != 0) return std::max(1U, std::thread::hardware_concurrency());
    return static_cast<std::size_t>(std::max(1, CPU_COUNT(&set)));
}

}  // namespace factcheck
