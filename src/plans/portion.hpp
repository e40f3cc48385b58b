// Portion: one person's part of the problem – what they miss, what is open to them, what they must have. Private to
// plans.
#pragma once

#include "plans/rules.hpp"

#include <algorithm>
#include <cmath>

namespace kunna::plans {

std::uint32_t minutes_of(double hours);

inline constexpr double an_hour = 400'00; // hundredths of the currency

// What cost and time take off a value.
class Thrift {
public:
    explicit Thrift(const Given& given) {
        const double hours = given.frame.hours * an_hour * static_cast<double>(given.gaps.people.size());
        const double most = std::max(1.0, static_cast<double>(given.frame.budget) + hours);
        each_ = share_of_thrift * static_cast<double>(whole_of(given.needs, given.gaps)) / most;
    }
    [[nodiscard]] planning::Value of(double money, double hours) const {
        return std::llround(each_ * (money + hours * an_hour));
    }

private:
    double each_ = 0; // value of a hundredth of the currency
};

// What every portion is made from. Borrowed.
struct Common {
    const Given& given;
    const Rules& rules;
    const Thrift& thrift;
    planning::Value wish = 0; // what it counts that somebody wishes for what an activity raises
};

struct Portioned {
    planning::NewPerson person{};
    // Activities that they must have and cannot: what comes before them is not held in time.
    std::vector<std::size_t> too_late{};
};

// missing: what counts of it, by need and step. promised: activities that they must have beside what is locked.
Portioned portion_of(const Common& common, engine::PersonIndex who, std::span<const MissingStep> missing,
                     const std::set<std::size_t>& promised);

} // namespace kunna::plans
