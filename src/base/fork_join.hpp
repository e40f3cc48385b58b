// Fork and join: the same work on one thread or several, for results that do not depend on how it was shared out.
#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace kunna {

// Calls work(begin, end, thread) over [0, count) in pieces of `piece`; thread is 0 … threads − 1. Pieces are taken as
// threads become free, so work must write to places of its own. The first exception is thrown again after the join.
template <class Work>
void fork_join(std::size_t count, std::size_t piece, int threads, const Work& work) {
    if (threads <= 1 || count <= piece) {
        if (count > 0) work(std::size_t{0}, count, 0);
        return;
    }
    std::atomic<std::size_t> next{0};
    std::vector<std::exception_ptr> failed(static_cast<std::size_t>(threads));
    const auto run = [&](int thread) {
        try {
            for (std::size_t begin = next.fetch_add(piece); begin < count; begin = next.fetch_add(piece))
                work(begin, begin + piece < count ? begin + piece : count, thread);
        } catch (...) {
            failed[static_cast<std::size_t>(thread)] = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (int thread = 1; thread < threads; ++thread) helpers.emplace_back(run, thread);
        run(0);
    }
    for (const std::exception_ptr& failure : failed)
        if (failure) std::rethrow_exception(failure);
}

} // namespace kunna
