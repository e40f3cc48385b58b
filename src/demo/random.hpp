// Chance for the demonstration company: the same numbers from the same seed on any machine.
//
// splitmix64 and whole numbers only: no floating point, no libm, no std:: distribution, whose results differ between
// compilers and processors. Every subject draws from a stream of its own, found from the seed, what is drawn and for
// whom, so that a later subject never shifts what an earlier one drew, and one person can be drawn without the others.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>

namespace kunna::demo {

// What is drawn. Numbers are part of the seed's promise: never renumber.
enum class Subject : std::uint64_t {
    name = 1,
    person = 2,
    tenure = 3,
    leaving = 4,
    vacancy = 5,
    hire = 6,
    move = 7,
    training = 8,
    bias = 9,
    ability = 10,
    talent = 11,
    wider_skills = 12,
    missing = 13,
    occasion = 14,
    rating = 15,
    proof = 16,
    note = 17,
    voice = 18,
    programme = 19,
    silence = 20,
    wish = 21,
    birth = 22,
    session = 23,
    interest = 24,
};

class Random {
public:
    explicit constexpr Random(std::uint64_t seed) : state_(seed) {}
    static constexpr Random of(std::uint64_t seed, Subject subject, std::uint64_t a = 0, std::uint64_t b = 0) {
        std::uint64_t mixed = mix(seed + 0x9E3779B97F4A7C15U * static_cast<std::uint64_t>(subject));
        mixed = mix(mixed ^ (a * 0xD1B54A32D192ED03U));
        return Random{mix(mixed ^ (b * 0xABC98388FB8FAC03U + 0x8CB92BA72F3D8DD7U))};
    }

    constexpr std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15U;
        return mix(state_);
    }
    // 0 … n − 1, each equally likely to within 2⁻³².
    constexpr std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(((next() >> 32U) * n) >> 32U); }
    // Both ends included.
    constexpr int between(int low, int high) {
        return low + static_cast<int>(below(static_cast<std::uint32_t>(high - low + 1)));
    }
    // True in that many cases of 100,000.
    constexpr bool chance(std::uint32_t of_100_000) { return below(100'000) < of_100_000; }
    // Normal with mean 0, in thousandths; sd in thousandths. Twelve uniforms added up: within ± 6 sd.
    constexpr int normal(int sd) {
        std::int64_t sum = -6 * 65'535;
        for (int draw = 0; draw < 3; ++draw) {
            const std::uint64_t bits = next();
            for (unsigned part = 0; part < 4; ++part)
                sum += static_cast<std::int64_t>((bits >> (16U * part)) & 0xFFFFU);
        }
        return static_cast<int>(sum * sd / 65'536);
    }
    // The index of a weight, in proportion to it.
    constexpr std::size_t weighted(std::span<const int> weights) {
        std::uint32_t total = 0;
        for (const int w : weights) total += static_cast<std::uint32_t>(w);
        std::uint32_t left = below(total);
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (left < static_cast<std::uint32_t>(weights[i])) return i;
            left -= static_cast<std::uint32_t>(weights[i]);
        }
        return weights.size() - 1;
    }
    template <class T, std::size_t N>
    constexpr const T& one_of(const std::array<T, N>& things) {
        return things[below(static_cast<std::uint32_t>(N))];
    }
    // A value of a distribution given by its quantiles at equal steps, straight lines between.
    template <std::size_t N>
    constexpr int quantile(const std::array<int, N>& at) {
        const std::uint64_t place = (next() >> 32U) * (N - 1);
        const auto step = static_cast<std::size_t>(place >> 32U);
        const auto part = static_cast<std::int64_t>(place & 0xFFFFFFFFU);
        return at[step] + static_cast<int>((static_cast<std::int64_t>(at[step + 1] - at[step]) * part) >> 32U);
    }

private:
    static constexpr std::uint64_t mix(std::uint64_t z) {
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

    std::uint64_t state_;
};

} // namespace kunna::demo
