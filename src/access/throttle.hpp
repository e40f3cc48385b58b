// Throttle: slows down whoever guesses passwords, without locking the owner out.
#pragma once

#include "base/date.hpp"

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kunna::access {

// Counts failures per (account, address). From the tenth on, each further attempt from that address on that account
// must wait, twice as long each time, at most 15 minutes; the owner at another address is not touched. An address that
// fails on many accounts is slowed as a whole from the hundredth on. Kept in memory, for an hour.
class Throttle {
public:
    // How long this attempt must still wait; zero when it may be tried now.
    std::chrono::seconds wait(std::string_view account, std::string_view address, Instant now);
    void failed(std::string_view account, std::string_view address, Instant now);
    void succeeded(std::string_view account, std::string_view address);

private:
    struct Count {
        int failures = 0;
        Instant last{};
    };
    std::chrono::seconds wait(const std::string& key, int free, Instant now);
    void count(const std::string& key, Instant now);

    std::mutex mutex_;
    std::unordered_map<std::string, Count> counts_;
};

} // namespace kunna::access
