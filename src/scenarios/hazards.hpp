// Hazards: how often people leave, estimated from those who have left.
//
// Leavers are events of a Poisson process over months at risk: hazard = leavers / months, with the exact interval of a
// Poisson mean; the factor of the first year by the exact interval of a binomial share. A role's own hazard is shrunk
// to that of the whole company as if ten leavers at the company's hazard had been seen beside its own (a gamma prior),
// so roles with few leavers say little and get wide intervals.
//
// Kunna sees nobody who left before it was begun with. The time at risk therefore starts on the day after the first
// known leaver's last, and at most 36 months ago.
#pragma once

#include "base/date.hpp"
#include "db/db.hpp"
#include "skills/skill.hpp"

#include <boost/describe.hpp>
#include <map>
#include <optional>
#include <vector>

namespace kunna::scenarios {

inline constexpr int few_leavers = 10; // fewer say too little

struct Hazard {
    std::int64_t leavers = 0;
    double months = 0; // at risk
    double hazard = 0; // a month
    double low = 0;    // 95 %
    double high = 0;
    bool few = true; // too few leavers: the interval is all that is known
};
BOOST_DESCRIBE_STRUCT(Hazard, (), (leavers, months, hazard, low, high, few))

struct FirstYear {
    std::int64_t leavers = 0; // in their first year
    double factor = 1;
    double low = 0; // 95 %
    double high = 0;
    bool few = true;
};
BOOST_DESCRIBE_STRUCT(FirstYear, (), (leavers, factor, low, high, few))

struct Hazards {
    Date from{};
    Date to{};
    Hazard later{}; // after the first year
    FirstYear first_year{};
    std::map<std::int64_t, Hazard> by_role{}; // after the first year; shrunk to `later`

    [[nodiscard]] double of(RoleId role) const;
};

struct Employment {
    PersonId person{};
    Date hired{};
    std::optional<Date> left_on{}; // the last day
    std::optional<std::int32_t> birth_year{};
};
BOOST_DESCRIBE_STRUCT(Employment, (), (person, hired, left_on, birth_year))
struct RoleHeld {
    PersonId person{};
    RoleId role{};
    Date valid_from{};
    std::optional<Date> valid_to{}; // the last day
};
BOOST_DESCRIBE_STRUCT(RoleHeld, (), (person, role, valid_from, valid_to))

// Both by person.
Hazards estimate(const std::vector<Employment>& people, const std::vector<RoleHeld>& roles, Date today);
std::vector<Employment> employments(db::Tx& tx);
Hazards hazards(db::Tx& tx, const std::vector<Employment>& people);

// The exact 95 % interval of a Poisson mean of which `events` were seen, over `months`.
std::pair<double, double> poisson_interval(std::int64_t events, double months);

} // namespace kunna::scenarios
