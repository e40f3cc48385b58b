// The log's writer: a buffer that one thread empties, so that a slow terminal never holds a request.
#include "base/log.hpp"

#include "base/date.hpp"
#include "base/json_write.hpp"

#include <condition_variable>
#include <thread>
#include <unistd.h>

namespace kunna::log {

namespace {

constexpr std::size_t most = std::size_t{8} << 20U;

class Writer {
public:
    Writer() : thread_([this] { run(); }) {}
    ~Writer() {
        {
            const std::lock_guard lock{guard_};
            ending_ = true;
        }
        wake_.notify_all();
        thread_.join();
    }

    void add(std::string_view lines) {
        const std::lock_guard lock{guard_};
        if (waiting_.size() + lines.size() > most) {
            ++dropped_;
            return;
        }
        const bool was_empty = waiting_.empty();
        waiting_ += lines;
        if (was_empty) wake_.notify_one();
    }

    void divert(std::function<void(std::string_view)> sink) {
        flush();
        const std::lock_guard lock{guard_};
        sink_ = std::move(sink);
    }

    void flush() {
        std::unique_lock lock{guard_};
        hurry_ = true;
        wake_.notify_all();
        done_.wait(lock, [&] { return waiting_.empty() && !writing_; });
        hurry_ = false;
    }

private:
    void run() {
        std::unique_lock lock{guard_};
        for (;;) {
            wake_.wait(lock, [&] { return ending_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            // Lines gather for a moment, so that thousands a second cost a few writes.
            if (!ending_ && !hurry_)
                wake_.wait_for(lock, std::chrono::milliseconds{20}, [&] { return ending_ || hurry_; });
            std::string lines;
            lines.swap(waiting_);
            if (const auto lost = std::exchange(dropped_, 0); lost > 0) {
                append(lines, "warn", "log.dropped", {{"batches", lost}});
                lines += '\n';
            }
            const auto sink = sink_;
            writing_ = true;
            lock.unlock();
            if (sink) {
                sink(lines);
            } else {
                put(lines);
            }
            lock.lock();
            writing_ = false;
            done_.notify_all();
        }
    }

    static void put(std::string_view lines) {
        while (!lines.empty()) {
            const ssize_t written = ::write(STDERR_FILENO, lines.data(), lines.size());
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) return; // nobody reads: nothing to be done about it
            lines.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    std::mutex guard_;
    std::condition_variable wake_;
    std::condition_variable done_;
    std::string waiting_;
    std::function<void(std::string_view)> sink_;
    std::int64_t dropped_ = 0;
    bool writing_ = false;
    bool hurry_ = false;
    bool ending_ = false;
    std::thread thread_;
};

Writer& writer() {
    static Writer held;
    return held;
}

void one(std::string_view level, std::string_view event, Fields fields) {
    std::string line;
    append(line, level, event, fields);
    line += '\n';
    writer().add(line);
}

} // namespace

void append(std::string& line, std::string_view level, std::string_view event, Fields fields) {
    line += R"({"at":")";
    line += system_clock().now().rfc3339();
    line += R"(","level":)";
    json::write_text(line, level);
    line += R"(,"event":)";
    json::write_text(line, event);
    for (const auto& [name, value] : fields) {
        line += ',';
        json::write_text(line, name);
        line += ':';
        std::visit([&](const auto& held) { json::write(line, held); }, value);
    }
    line += '}';
}

void info(std::string_view event, Fields fields) {
    one("info", event, fields);
}
void warn(std::string_view event, Fields fields) {
    one("warn", event, fields);
}
void error(std::string_view event, Fields fields) {
    one("error", event, fields);
}
void write(std::string_view lines) {
    writer().add(lines);
}
void divert(std::function<void(std::string_view)> sink) {
    writer().divert(std::move(sink));
}
void flush() {
    writer().flush();
}

} // namespace kunna::log
