// Throttle.
#include "access/throttle.hpp"

#include <algorithm>

namespace kunna::access {

namespace {

constexpr int free_per_pair = 10;
constexpr int free_per_address = 100;
constexpr std::chrono::seconds longest{15 * 60};
constexpr std::chrono::hours kept{1};
constexpr std::size_t most = 100'000; // pairs remembered; a flood of made-up names must not fill the memory

std::string pair_key(std::string_view account, std::string_view address) {
    return std::string{account} + '\n' + std::string{address};
}

} // namespace

std::chrono::seconds Throttle::wait(const std::string& key, int free, Instant now) {
    const auto found = counts_.find(key);
    if (found == counts_.end() || found->second.failures < free) return {};
    const int over = std::min(found->second.failures - free, 12);
    const auto pause = std::min(std::chrono::seconds{1LL << over}, longest);
    const auto passed = std::chrono::duration_cast<std::chrono::seconds>(now - found->second.last);
    return std::max(pause - passed, std::chrono::seconds{0});
}

std::chrono::seconds Throttle::wait(std::string_view account, std::string_view address, Instant now) {
    const std::scoped_lock held{mutex_};
    return std::max(wait(pair_key(account, address), free_per_pair, now),
                    wait(std::string{address}, free_per_address, now));
}

void Throttle::count(const std::string& key, Instant now) {
    if (counts_.size() >= most)
        std::erase_if(counts_, [&](const auto& entry) { return now - entry.second.last > kept; });
    if (counts_.size() >= most) counts_.clear();
    Count& counted = counts_[key];
    if (now - counted.last > kept) counted.failures = 0;
    ++counted.failures;
    counted.last = now;
}

void Throttle::failed(std::string_view account, std::string_view address, Instant now) {
    const std::scoped_lock held{mutex_};
    count(pair_key(account, address), now);
    count(std::string{address}, now);
}

void Throttle::succeeded(std::string_view account, std::string_view address) {
    const std::scoped_lock held{mutex_};
    counts_.erase(pair_key(account, address));
}

} // namespace kunna::access
