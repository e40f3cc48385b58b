// Taking tokens, and forgetting full buckets so that memory stays bounded.
#include "http/rate_limit.hpp"

#include <cmath>

namespace kunna::http {

RateLimit::Verdict RateLimit::take(std::string_view who, Instant now) {
    if (!on()) return {};
    Shard& shard = shards_[std::hash<std::string_view>{}(who) % shards_.size()];
    const std::lock_guard lock{shard.guard};
    if (shard.buckets.size() > 4096 && now - shard.swept > std::chrono::seconds{1}) {
        shard.swept = now;
        // A bucket that has filled again says no more than no bucket.
        std::erase_if(shard.buckets, [&](const auto& entry) {
            const double since = static_cast<double>((now - entry.second.at).count()) / 1000.0;
            return entry.second.tokens + since * per_second_ >= burst_;
        });
        // Ever new addresses: better to forget a few who waited than to grow.
        if (shard.buckets.size() > 65536) shard.buckets.clear();
    }
    auto [found, fresh] = shard.buckets.try_emplace(std::string{who}, Bucket{burst_, now});
    Bucket& bucket = found->second;
    const double passed = std::max(0.0, static_cast<double>((now - bucket.at).count()) / 1000.0);
    bucket.tokens = std::min(burst_, bucket.tokens + passed * per_second_);
    bucket.at = now;
    if (bucket.tokens < 1.0) {
        return {false, 0, std::max(1, static_cast<int>(std::ceil((1.0 - bucket.tokens) / per_second_)))};
    }
    bucket.tokens -= 1.0;
    return {true, static_cast<int>(bucket.tokens), 0};
}

} // namespace kunna::http
