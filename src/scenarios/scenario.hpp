// A scenario: assumptions about what comes, under a name. The base is what is taken to happen unless something is done
// or something else comes; the others are alternatives to it.
#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "skills/skill.hpp"

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

namespace kunna::scenarios {

using ScenarioId = Id<struct ScenarioTag>;

// growth: posts grow by `amount` a year (0.05 is 5 %), of a role, a unit or both, from `from` to `by`.
// heads: `amount` posts more, or fewer, of a role; gradually from `from` to `by`, or all at once on `from`.
// automation: the share `amount` of a role's work is done by machines by `by`, gradually from `from`.
// closing: a unit is no more from `by` on.
// attrition: the hazard `amount` a month of a role, instead of the estimated one.
BOOST_DEFINE_ENUM_CLASS(ChangeKind, growth, heads, automation, closing, attrition)

struct ScenarioChange {
    ChangeKind kind = ChangeKind::growth;
    std::optional<RoleId> role{};
    std::optional<UnitId> unit{}; // with the units under it
    double amount = 0;
    std::optional<Date> from{}; // today when not given
    std::optional<Date> by{};
};
BOOST_DESCRIBE_STRUCT(ScenarioChange, (), (kind, role, unit, amount, from, by))

// Shares are 0 … 1. What is a year's is spread evenly over its months.
struct Assumptions {
    std::int32_t months = 36;           // horizon, 1 … 120
    double growth = 0;                  // of all posts, a year
    std::optional<double> attrition{};  // hazard of leaving a month after the first year; estimated when not given
    std::optional<double> first_year{}; // how many times that in the first year; estimated when not given
    double attrition_factor = 1;        // × every hazard of leaving
    double retirement = 0.015;          // share who retire a year, of those whose year of birth does not count
    // Whoever's year of birth counts (ground.hpp) retires in the calendar year in which they reach this age, 60 … 70,
    // each month as likely; whoever has reached it already, within twelve months. 66 when not given.
    std::optional<std::int32_t> pension_age{};
    double moves = 0.02;                 // share who go to another role within a year
    double refill = 0.9;                 // of posts that become vacant, or come by growth
    double ready = 0.5;                  // of newcomers, who reach what is required; the others are one step below
    double training = 0.25;              // of those below what is required, who gain a step in a year
    std::optional<Date> training_from{}; // today when not given
    double decay = 0.02;                 // of those able, who lose a step of a technical skill in a year
    double demand_spread = 0.03;         // how wrong the demand may be, share a year (one standard deviation)
    double attrition_spread = 0.2;       // how wrong leaving may be (one standard deviation of its logarithm)
    std::vector<ScenarioChange> changes{};
};
BOOST_DESCRIBE_STRUCT(Assumptions, (),
                      (months, growth, attrition, first_year, attrition_factor, retirement, pension_age, moves, refill,
                       ready, training, training_from, decay, demand_spread, attrition_spread, changes))

struct NewScenario {
    std::string name{};
    std::string description{};
    bool base = false;
    Assumptions assumptions{};
};
BOOST_DESCRIBE_STRUCT(NewScenario, (), (name, description, base, assumptions))

struct Scenario {
    ScenarioId id{};
    std::string name{};
    std::string description{};
    bool base = false;
    Assumptions assumptions{};
    Instant changed{};
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Scenario, (), (id, name, description, base, assumptions, changed, version))

} // namespace kunna::scenarios
