// Break-even, day by day.
#include "reskilling/break_even.hpp"

#include <algorithm>
#include <cmath>

namespace kunna::reskilling {

namespace {

constexpr double days_a_week = 7;
constexpr double weekly_of_monthly = 12.0 / 52.0;
constexpr double a_krona = 100; // of rounding, whichever way

double reskilling_by(const Learner& one, const HiringFigures& hiring, double weeks) {
    if (weeks < 0) return 0;
    return static_cast<double>(one.cost) +
           static_cast<double>(hiring.hour_cost) * std::min(one.hours, one.hours_a_week * weeks);
}

double hiring_by(const Learner& one, const HiringFigures& hiring, double weeks) {
    if (weeks < 0 || !one.stays) return 0;
    return static_cast<double>(hiring.recruitment_cost) +
           static_cast<double>(hiring.monthly_salary) * weekly_of_monthly * std::min(hiring.onboarding_weeks, weeks);
}

struct Spent {
    double reskilling = 0;
    double hiring = 0;
    [[nodiscard]] bool worth_it() const { return reskilling <= hiring + a_krona; }
};

Spent spent_by(std::span<const Learner> learners, const HiringFigures& hiring, Date day) {
    Spent spent;
    for (const Learner& one : learners) {
        const double weeks = (day - one.starts) / days_a_week;
        spent.reskilling += reskilling_by(one, hiring, weeks);
        spent.hiring += hiring_by(one, hiring, weeks);
    }
    return spent;
}

} // namespace

BreakEven break_even(std::span<const Learner> learners, const HiringFigures& hiring) {
    if (learners.empty()) return {};
    Date first = learners.front().starts;
    Date last = first;
    for (const Learner& one : learners) {
        const double weeks = std::max(one.hours / one.hours_a_week, hiring.onboarding_weeks);
        first = std::min(first, one.starts);
        last = std::max(last, one.starts + static_cast<int>(std::ceil(weeks * days_a_week)));
    }
    const Spent all = spent_by(learners, hiring, last);
    BreakEven told{std::llround(all.reskilling), std::llround(all.hiring), {}};
    if (!all.worth_it()) return told;
    Date day = last;
    while (day > first && spent_by(learners, hiring, day - 1).worth_it()) day = day - 1;
    told.day = day;
    return told;
}

} // namespace kunna::reskilling
