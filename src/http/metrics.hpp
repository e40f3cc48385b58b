// Metrics in Prometheus' text format. Labels are route templates, methods and statuses: never ids, never people.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace kunna::http {

class Metrics {
public:
    // A value asked for when somebody looks. Names as Prometheus wants them: kunna_snapshot_age_seconds.
    void gauge(std::string name, std::string help, std::function<double()> value);
    void counter(std::string name, std::string help, std::function<double()> value); // only ever grows

    // One finished request; slot is the route's place, see slots().
    void finished(std::size_t slot, int status, double seconds);
    // One label set a route: {method, template}. The last is for everything that matched no route.
    void slots(const std::vector<std::pair<std::string, std::string>>& routes);

    [[nodiscard]] std::string text() const;

private:
    static constexpr std::array<double, 11> bounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 2.5, 10};
    struct Slot {
        std::string method;
        std::string route;
        std::array<std::atomic<std::uint64_t>, 600> by_status{};
        std::array<std::atomic<std::uint64_t>, bounds.size() + 1> by_time{};
        std::atomic<std::uint64_t> microseconds{0};
    };
    struct Asked {
        std::string name;
        std::string help;
        std::string_view type;
        std::function<double()> value;
    };

    void add(Asked asked);

    std::deque<Slot> slots_{};
    std::vector<Asked> asked_{};
    mutable std::mutex guard_{};
};

} // namespace kunna::http
