// A strategy: what an organisation wants of its learning for some years, who answers for it, and what it may cost.
#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "skills/skill.hpp"

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

namespace kunna::strategy {

using StrategyId = Id<struct StrategyTag>;
using skills::Text;

inline constexpr std::size_t longest_name = 200; // bytes of a name

BOOST_DEFINE_ENUM_CLASS(StrategyState, draft, active, closed)

struct Named {
    PersonId person{};
    std::string name{};
    bool left = false; // no longer employed
};
BOOST_DESCRIBE_STRUCT(Named, (), (person, name, left))

struct YearPlan {
    std::int32_t year = 0;
    std::int64_t budget = 0; // kronor
    std::int32_t hours = 0;  // of learning, for each person
};
BOOST_DESCRIBE_STRUCT(YearPlan, (), (year, budget, hours))

struct StrategyInput {
    Text name{};
    Date starts{};
    Date ends{};
    std::optional<PersonId> owner{};
    std::optional<PersonId> sponsor{};
    std::string aim{};           // what is to be different, in a few sentences
    std::string principles{};    // how budget and hours are used
    std::string communication{}; // who is told what, when and how
    std::vector<YearPlan> years{};
    std::optional<Date> next_review{};
    std::optional<std::int32_t> quiet_days{}; // without anything happening, before the alarm goes: 7–365, else 30
};
BOOST_DESCRIBE_STRUCT(StrategyInput, (),
                      (name, starts, ends, owner, sponsor, aim, principles, communication, years, next_review,
                       quiet_days))

// The sponsor's word that it is activated although something is lacking.
struct Override {
    std::string why{};
    std::string by{};
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(Override, (), (why, by, at))

struct Strategy {
    StrategyId id{};
    Text name{};
    StrategyState state = StrategyState::draft;
    Date starts{};
    Date ends{};
    std::optional<Named> owner{};
    std::optional<Named> sponsor{};
    std::string aim{};
    std::string principles{};
    std::string communication{};
    std::vector<YearPlan> years{};
    std::optional<Date> next_review{};
    std::int32_t quiet_days = 30;
    std::optional<Date> decided{};
    std::string decided_by{}; // the management team, the board
    std::optional<Override> override_{};
    std::optional<Instant> activated{};
    std::optional<Instant> closed{};
    bool may_change = false;
    bool is_sponsor = false; // whoever asks
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Strategy, (),
                      (id, name, state, starts, ends, owner, sponsor, aim, principles, communication, years,
                       next_review, quiet_days, decided, decided_by, override_, activated, closed, may_change,
                       is_sponsor, version))

struct StrategyRow {
    StrategyId id{};
    Text name{};
    StrategyState state = StrategyState::draft;
    Date starts{};
    Date ends{};
};
BOOST_DESCRIBE_STRUCT(StrategyRow, (), (id, name, state, starts, ends))

// The eleven steps of domain.md §2, in order.
BOOST_DEFINE_ENUM_CLASS(Step, anchor, goals, inventory, future_needs, gaps, priorities, plan, learn, talks, follow_up,
                        adjust)

// The criteria of the four questions of domain.md §2, in order.
BOOST_DEFINE_ENUM_CLASS(Criterion, measurable_goals, sponsor, units_consulted, needs_analysis, communication,
                        linked_to_skills, staff_inventoried, gaps_ranked, target_roles, adjacency, time_and_pay,
                        interest_asked, budget_and_hours, leaders_coached, follow_up, channels)

BOOST_DEFINE_ENUM_CLASS(Question, execution, whose_skills, new_roles, continuous)

} // namespace kunna::strategy
