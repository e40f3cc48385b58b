// SplitMix64: the same numbers from the same seed on every machine.
#pragma once

#include <cstdint>

struct SplitMix64 {
    std::uint64_t state;

    std::uint64_t next() {
        std::uint64_t z = state += 0x9E3779B97F4A7C15ULL;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }
    template <class N>
    N below(N n) {
        return static_cast<N>(next() % static_cast<std::uint64_t>(n));
    }
    double unit() { return static_cast<double>(next() >> 11U) * 0x1p-53; }
};
