#include "run/interrupt.hpp"

#include <signal.h>

#include <atomic>

namespace factcheck {
namespace {

std::atomic<int> signal_seen{0};
static_assert(std::atomic<int>::is_always_lock_free, "signal handlers may touch nothing that locks");

void note(int number) { signal_seen.store(number, std::memory_order_relaxed); }

}  // namespace

void watch_for_interrupts() {
    struct sigaction action {};
    action.sa_handler = note;
    action.sa_flags = static_cast<int>(SA_RESETHAND);  // and no SA_RESTART: a read that waits must come back
    ::sigemptyset(&action.sa_mask);
    for (const int number : {SIGINT, SIGTERM}) {
        struct sigaction before {};
        if (::sigaction(number, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) continue;  // nohup, background jobs
        ::sigaction(number, &action, nullptr);
    }
}

int interrupted() { return signal_seen.load(std::memory_order_relaxed); }

}  // namespace factcheck
