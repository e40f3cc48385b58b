// RateLimit: a token bucket a client or account.
#pragma once

#include "base/date.hpp"

#include <array>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kunna::http {

class RateLimit {
public:
    // per_second tokens flow in, up to burst. No limit when per_second is 0.
    RateLimit(double per_second, double burst) : per_second_(per_second), burst_(burst) {}

    struct Verdict {
        bool allowed = true;
        int remaining = 0;     // whole tokens left
        int retry_after_s = 0; // when refused
    };
    // Who is an address or an account; takes one token.
    Verdict take(std::string_view who, Instant now);

    [[nodiscard]] bool on() const { return per_second_ > 0; }
    [[nodiscard]] int burst() const { return static_cast<int>(burst_); }
    // Seconds in which an empty bucket fills.
    [[nodiscard]] int window_s() const { return static_cast<int>(burst_ / per_second_) + 1; }

private:
    struct Bucket {
        double tokens;
        Instant at;
    };
    struct Shard {
        std::mutex guard;
        std::unordered_map<std::string, Bucket> buckets;
        Instant swept{};
    };

    double per_second_;
    double burst_;
    std::array<Shard, 16> shards_{};
};

} // namespace kunna::http
