// Threads taking work from a bounded queue.
#include "http/worker_pool.hpp"

namespace kunna::http {

WorkerPool::WorkerPool(std::size_t threads, std::size_t queue_limit) : limit_(queue_limit) {
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
}

bool WorkerPool::submit(std::function<void()> work) {
    {
        const std::lock_guard lock{guard_};
        if (stopping_ || queue_.size() >= limit_) return false;
        queue_.push_back(std::move(work));
        queued_.store(queue_.size(), std::memory_order_relaxed);
    }
    wake_.notify_one();
    return true;
}

void WorkerPool::stop() {
    {
        const std::lock_guard lock{guard_};
        stopping_ = true;
    }
    wake_.notify_all();
    for (std::thread& thread : threads_) {
        if (thread.joinable()) thread.join();
    }
}

void WorkerPool::run() {
    std::unique_lock lock{guard_};
    for (;;) {
        wake_.wait(lock, [&] { return stopping_ || !queue_.empty(); });
        if (queue_.empty()) return;
        std::function<void()> work = std::move(queue_.front());
        queue_.pop_front();
        queued_.store(queue_.size(), std::memory_order_relaxed);
        lock.unlock();
        busy_.fetch_add(1, std::memory_order_relaxed);
        work();
        work = nullptr; // what it holds goes before the lock is taken again
        busy_.fetch_sub(1, std::memory_order_relaxed);
        lock.lock();
    }
}

} // namespace kunna::http
