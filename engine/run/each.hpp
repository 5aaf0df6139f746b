// Documents through a function on many threads, its results in the order of the documents.
#pragma once

#include "run/documents.hpp"
#include "run/jobs.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace factcheck {

namespace batches {
inline constexpr std::size_t bytes = 128U << 10U;  // small documents go together: a hand-over costs more than one of them
inline constexpr std::size_t room = 64U << 20U;    // of texts under way
inline constexpr std::size_t for_each_thread = 4;  // batches that wait, so that none is idle
}  // namespace batches

// `work` on any thread; `take` in order, one at a time; no document is read any more once `stop` holds. The memory in use does
// not depend on how many documents there are.
template <class Result>
void each_in_order(const std::vector<FoundFile>& files, const InputOptions& inputs, std::size_t threads,
                   const std::function<Result(Document)>& work, const std::function<void(Result)>& take,
                   const std::function<bool()>& stop, DocumentsRead& out) {
    struct Stopped {};
    const std::size_t least_weight = batches::room / (batches::for_each_thread * threads);
    OrderedJobs jobs(threads, batches::room);
    std::vector<Document> batch;
    std::size_t bytes = 0;
    const auto send = [&] {
        if (batch.empty()) return;
        auto documents = std::make_shared<std::vector<Document>>(std::exchange(batch, {}));
        const auto job = [&work, &take, documents]() -> OrderedJobs::Finish {
            auto results = std::make_shared<std::vector<Result>>();
            results->reserve(documents->size());
            for (Document& document : *documents) results->push_back(work(std::move(document)));
            documents->clear();
            return [&take, results] {
                for (Result& result : *results) take(std::move(result));
            };
        };
        jobs.add(job, std::max(std::exchange(bytes, 0), least_weight));
    };
    try {
        each_document(
            files, inputs,
            [&](Document document) {
                if (stop()) throw Stopped{};
                bytes += document.bytes.size();
                batch.push_back(std::move(document));
                if (bytes >= batches::bytes) send();
            },
            out);
    } catch (const Stopped&) {
    }
    send();
    jobs.wait();
}

}  // namespace factcheck
