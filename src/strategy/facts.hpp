// Facts: all that the journey, readiness and the alarm are computed from, gathered once. What they make of it is pure.
#pragma once

#include "insights/workforces.hpp"
#include "strategy/anchoring.hpp"

#include <map>

namespace kunna::strategy {

inline constexpr std::int64_t enough = 80; // percent of people and requirements that are known
inline constexpr int quarter = 100;        // days between reviews, at most

// What is said of a step by whoever answers for it.
struct Mark {
    std::optional<Named> owner{};
    std::optional<Date> due{};
    bool done = false; // by hand; only of steps that Kunna cannot see
    std::string note{};
    std::string link{};
};

// What people say of a criterion that Kunna cannot compute.
struct Evidence {
    Criterion criterion = Criterion::adjacency;
    std::int32_t score = 0; // 0–2
    std::string evidence{};
    std::string link{};
    std::string by{};
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(Evidence, (), (criterion, score, evidence, link, by, at))

// A unit that the strategy touches and nobody has asked yet.
struct UnitToAsk {
    UnitId unit{};
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(UnitToAsk, (), (unit, name))

// Part of a whole.
struct Part {
    std::int64_t of = 0;
    std::int64_t n = 0;

    [[nodiscard]] bool all() const { return of > 0 && n >= of; }
    // At least so many hundredths; of nothing, never.
    [[nodiscard]] bool reaches(std::int64_t percent) const { return of > 0 && n * 100 >= of * percent; }
    [[nodiscard]] std::int64_t percent() const { return of > 0 ? n * 100 / of : 0; }
};

struct Facts {
    Date today{};
    StrategyState state = StrategyState::draft;
    Date ends{};
    std::optional<Named> owner{};
    std::optional<Named> sponsor{};
    bool overridden = false;
    std::int64_t communication = 0; // length of the plan
    std::int64_t years = 0;         // with both a budget and hours
    std::int32_t quiet_days = 30;
    std::optional<Date> next_review{};
    Date moved{}; // the newest day on which something happened

    bool decided = false;
    bool decision_documented = false;
    Part asked{};    // of the affected units
    Part answered{}; // likewise
    std::vector<UnitToAsk> to_ask{};
    std::int64_t negotiations = 0;
    bool all_over = false;    // of the negotiations
    bool all_minuted = false; // likewise

    std::int64_t goals = 0;       // that are pursued; each has a metric, a target and a day
    Part owned_goals{};           // whose owner is employed
    Part needing_goals{};         // that say which skills they need
    std::int64_t dated_needs = 0; // what the formula ranks
    std::int64_t target_roles = 0;
    Part goals_on_track{};

    std::int64_t rounds_open = 0;
    std::int64_t rounds_closed = 0;
    Part cases{};                           // done, of the open rounds or the newest
    Part requirements{};                    // known, of all: the needs analysis
    Part people{};                          // of whom something required is known
    std::optional<std::int64_t> coverage{}; // percent
    std::int64_t wishing = 0;               // people who have told a wish

    std::int64_t chosen = 0;    // of the needs: put elsewhere than the formula would, or deliberately not funded
    std::int64_t scenarios = 0; // with the base

    std::int64_t reviews = 0;
    std::optional<Date> last_review{};
    std::int64_t changes_since_review = 0;

    std::map<Step, Mark> marks{};
    std::map<Criterion, Evidence> evidence{};
};

// strategy.not_found. Sums of the whole organisation, as far as they may be shown to anybody.
Result<Facts> facts_of(db::Tx& tx, const insights::Workforce& workforce, StrategyId strategy);

std::map<Step, Mark> marks_of(db::Tx& tx, StrategyId strategy);

// What anchoring lacks; each has its text, strategy.lack.NAME.
BOOST_DEFINE_ENUM_CLASS(Lack, owner, sponsor, decision, decision_document, consultations, answers, negotiation, outcome,
                        minutes)
std::vector<Lack> lacks(const Facts& facts);
// The JSON pointer of where it is made good.
std::string_view place_of(Lack lack);

// Pages on which something is made good.
BOOST_DEFINE_ENUM_CLASS(Place, editor, anchoring, journey, readiness, reviews, goals, rounds, gap, priorities,
                        scenarios, wishes)

} // namespace kunna::strategy
