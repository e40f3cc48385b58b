// A set of 64-bit hashes in flat memory: 8 bytes a place, at most two places a hash (four while it grows).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace kunna::assessments {

class HashSet {
public:
    // Whether it was not there before.
    bool insert(std::uint64_t hash) {
        if (hash == 0) hash = 1; // 0 marks an empty place
        if ((used_ + 1) * 3 > places_.size() * 2) grow();
        return put(places_, hash) && ++used_ != 0;
    }
    [[nodiscard]] std::size_t size() const { return used_; }

private:
    static bool put(std::vector<std::uint64_t>& places, std::uint64_t hash) {
        const std::size_t mask = places.size() - 1;
        for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
            if (places[at] == hash) return false;
            if (places[at] == 0) {
                places[at] = hash;
                return true;
            }
        }
    }
    void grow() {
        std::vector<std::uint64_t> larger(places_.empty() ? 1024 : places_.size() * 2);
        for (const std::uint64_t hash : places_)
            if (hash != 0) put(larger, hash);
        places_ = std::move(larger);
    }

    std::vector<std::uint64_t> places_;
    std::size_t used_ = 0;
};

} // namespace kunna::assessments
