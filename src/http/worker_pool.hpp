// WorkerPool: threads for plain blocking work behind a bounded queue.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace kunna::http {

class WorkerPool {
public:
    WorkerPool(std::size_t threads, std::size_t queue_limit);
    ~WorkerPool() { stop(); }
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    // False when the queue is full or the pool has stopped; the work is then left to the caller. It must not throw.
    [[nodiscard]] bool submit(std::function<void()> work);
    // Finishes what is queued, then joins.
    void stop();

    [[nodiscard]] std::size_t queued() const { return queued_.load(std::memory_order_relaxed); }
    [[nodiscard]] std::size_t busy() const { return busy_.load(std::memory_order_relaxed); }

private:
    void run();

    std::mutex guard_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> queue_;
    std::size_t limit_;
    std::atomic<std::size_t> queued_{0};
    std::atomic<std::size_t> busy_{0};
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

} // namespace kunna::http
