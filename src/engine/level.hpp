// Level and Confidence: fixed-point numbers, so that every sum of them is an integer.
#pragma once

#include <cmath>
#include <compare>
#include <cstdint>

namespace kunna::engine {

// A step on a skill's scale, or a point between two, in units of 1/4000 step: 3.25 is 13000.
// Scales reach to 8 steps (32000 units), so a level fits 15 bits.
// Integers add up to the same sum for one thread or many, in any order, at any SIMD width.
struct Level {
    static constexpr int units_per_step = 4000;
    static constexpr int highest_step = 8;

    std::uint16_t units = 0;

    static constexpr Level of_step(int step) { return {static_cast<std::uint16_t>(step * units_per_step)}; }
    // Rounds half up; outside 0…8 becomes the nearest bound.
    static Level of_number(double level) {
        const double clamped = level < 0 ? 0 : level > highest_step ? highest_step : level;
        return {static_cast<std::uint16_t>(std::floor(clamped * units_per_step + 0.5))};
    }
    // Exact with at most 5 decimals; print 4.
    [[nodiscard]] constexpr double number() const { return static_cast<double>(units) / units_per_step; }
    constexpr auto operator<=>(const Level&) const = default;
};

// How sure a level is: 0 (nothing known) to 1, in units of 1/10000, rounded down, so that what prints as 0.5000
// has reached the threshold and what has not reached it never prints so.
struct Confidence {
    static constexpr int units_per_one = 10'000;

    std::uint16_t units = 0;

    static Confidence of_number(double confidence) {
        const double clamped = confidence < 0 ? 0 : confidence > 1 ? 1 : confidence;
        // 1e-6 of a unit absorbs what binary fractions lose: 1 − (1 − 0.3) is a hair under 0.3.
        return {static_cast<std::uint16_t>(std::floor(clamped * units_per_one + 1e-6))};
    }
    [[nodiscard]] constexpr double number() const { return static_cast<double>(units) / units_per_one; }
    constexpr auto operator<=>(const Confidence&) const = default;
};

} // namespace kunna::engine
