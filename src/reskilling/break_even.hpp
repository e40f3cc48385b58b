// Break-even: from which day on reskilling has cost no more than hiring would have.
//
// Since the start of each person, in weeks t:
//   reskilling(t) = courses + cost of an hour × min(hours, hours a week × t)
//   hiring(t)     = recruitment + monthly salary × 12/52 × min(onboarding weeks, t)
// Courses and recruitment are paid at once, hours and salary as they pass. The day is the first one from which on the
// sum of reskilling is never above the sum of hiring; there is none when reskilling costs more in the end. Whoever left
// after having begun counts whole as reskilling, since what had been spent by then is not known, and as nobody hired.
#pragma once

#include "reskilling/programme.hpp"

#include <span>

namespace kunna::reskilling {

struct Learner {
    Date starts{};
    std::int64_t cost = 0; // courses, öre
    double hours = 0;
    double hours_a_week = 8;
    bool stays = true; // otherwise somebody who left
};

struct BreakEven {
    std::int64_t reskilling = 0; // in the end, öre
    std::int64_t hiring = 0;
    std::optional<Date> day{}; // nothing: never
};
BOOST_DESCRIBE_STRUCT(BreakEven, (), (reskilling, hiring, day))

BreakEven break_even(std::span<const Learner> learners, const HiringFigures& hiring);

} // namespace kunna::reskilling
