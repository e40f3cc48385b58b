// Standing: where a strategy stands, at a glance; and the strategy as a document that is read, printed and signed.
#pragma once

#include "goals/goal.hpp"
#include "strategy/alarm.hpp"
#include "strategy/journey.hpp"
#include "strategy/log.hpp"
#include "strategy/reviews.hpp"

namespace kunna::strategy {

struct Standing {
    Strategy strategy{};
    std::vector<JourneyStep> journey{};
    Readiness readiness{};
    std::vector<Stall> stalls{};
    std::vector<Lack> lacks{}; // of its anchoring
    Date moved{};              // when something last happened
    std::vector<UnitToAsk> to_consult{};
    std::optional<Review> last_review{};
};
BOOST_DESCRIBE_STRUCT(Standing, (), (strategy, journey, readiness, stalls, lacks, moved, to_consult, last_review))

Result<Standing> standing(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor,
                          StrategyId strategy);

// What a goal takes: so many people with the skill at the level on the day.
struct WrittenNeed {
    Text goal{};
    Text skill{};
    std::optional<Text> role{};
    std::optional<std::string> unit{};
    std::int32_t level = 0;
    std::int32_t headcount = 0;
    Date due{};
    bool must = false;
};
BOOST_DESCRIBE_STRUCT(WrittenNeed, (), (goal, skill, role, unit, level, headcount, due, must))

// What everybody may read of the active strategy; whoever may view strategies also reads what departments and unions
// answered, the readiness, the reviews and the log.
struct Written {
    Strategy strategy{};
    bool whole = false;
    std::vector<goals::GoalRow> goals{}; // that are pursued, or were reached
    std::vector<WrittenNeed> needs{};
    Anchoring anchoring{};
    std::optional<Readiness> readiness{};
    std::vector<Review> reviews{};
    std::vector<LogEntry> log{};
};
BOOST_DESCRIBE_STRUCT(Written, (), (strategy, whole, goals, needs, anchoring, readiness, reviews, log))

Result<Written> written(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor,
                        StrategyId strategy);
// The active one, for whoever works here: strategy.none_active when there is none.
Result<Written> written_for_all(db::Tx& tx, const access::Actor& actor);

} // namespace kunna::strategy
