// Counting requests and writing what was counted.
#include "http/metrics.hpp"

#include <unistd.h>

namespace kunna::http {

namespace {

// Resident memory of this process in bytes, from the kernel.
double resident_memory() {
    long pages = 0;
    if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
        long total = 0;
        if (std::fscanf(file, "%ld %ld", &total, &pages) != 2) pages = 0;
        std::fclose(file);
    }
    return static_cast<double>(pages) * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

} // namespace

void Metrics::add(Asked asked) {
    const std::lock_guard lock{guard_};
    // A second server of the same process takes the place of the first.
    std::erase_if(asked_, [&](const Asked& one) { return one.name == asked.name; });
    asked_.push_back(std::move(asked));
}

void Metrics::gauge(std::string name, std::string help, std::function<double()> value) {
    add({std::move(name), std::move(help), "gauge", std::move(value)});
}

void Metrics::counter(std::string name, std::string help, std::function<double()> value) {
    add({std::move(name), std::move(help), "counter", std::move(value)});
}

void Metrics::slots(const std::vector<std::pair<std::string, std::string>>& routes) {
    slots_.clear();
    for (const auto& [method, route] : routes) {
        Slot& slot = slots_.emplace_back();
        slot.method = method;
        slot.route = route;
    }
}

void Metrics::finished(std::size_t slot, int status, double seconds) {
    if (slot >= slots_.size()) return;
    Slot& counted = slots_[slot];
    counted.by_status[static_cast<std::size_t>(std::clamp(status, 0, 599))].fetch_add(1, std::memory_order_relaxed);
    std::size_t bucket = 0;
    while (bucket < bounds.size() && seconds > bounds[bucket]) ++bucket;
    counted.by_time[bucket].fetch_add(1, std::memory_order_relaxed);
    counted.microseconds.fetch_add(static_cast<std::uint64_t>(seconds * 1e6), std::memory_order_relaxed);
}

std::string Metrics::text() const {
    std::string out = "# HELP kunna_http_requests_total Requests answered.\n# TYPE kunna_http_requests_total counter\n";
    for (const Slot& slot : slots_) {
        for (std::size_t status = 0; status < slot.by_status.size(); ++status) {
            const auto count = slot.by_status[status].load(std::memory_order_relaxed);
            if (count == 0) continue;
            out += fmt::format("kunna_http_requests_total{{method=\"{}\",route=\"{}\",status=\"{}\"}} {}\n",
                               slot.method, slot.route, status, count);
        }
    }
    out +=
        "# HELP kunna_http_request_duration_seconds Time from the first byte of a request to the last of its answer.\n"
        "# TYPE kunna_http_request_duration_seconds histogram\n";
    for (const Slot& slot : slots_) {
        const std::string labels = fmt::format("method=\"{}\",route=\"{}\"", slot.method, slot.route);
        std::uint64_t sum = 0;
        std::string lines;
        for (std::size_t bucket = 0; bucket <= bounds.size(); ++bucket) {
            sum += slot.by_time[bucket].load(std::memory_order_relaxed);
            const std::string bound = bucket == bounds.size() ? "+Inf" : fmt::format("{}", bounds[bucket]);
            lines += fmt::format("kunna_http_request_duration_seconds_bucket{{{},le=\"{}\"}} {}\n", labels, bound, sum);
        }
        if (sum == 0) continue;
        out += lines;
        out += fmt::format("kunna_http_request_duration_seconds_sum{{{}}} {}\n", labels,
                           static_cast<double>(slot.microseconds.load(std::memory_order_relaxed)) / 1e6);
        out += fmt::format("kunna_http_request_duration_seconds_count{{{}}} {}\n", labels, sum);
    }
    out += fmt::format(
        "# HELP process_resident_memory_bytes Resident memory.\n# TYPE process_resident_memory_bytes gauge\n"
        "process_resident_memory_bytes {:.0f}\n",
        resident_memory());
    const std::lock_guard lock{guard_};
    for (const Asked& one : asked_) {
        out += fmt::format("# HELP {} {}\n# TYPE {} {}\n{} {}\n", one.name, one.help, one.name, one.type, one.name,
                           one.value());
    }
    return out;
}

} // namespace kunna::http
