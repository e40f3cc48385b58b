// What one does with strategies: draft, activate, close. HR of the whole organisation and its executives do it; the
// sponsor alone may override what is lacking.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "insights/workforces.hpp"
#include "strategy/strategy.hpp"

namespace kunna::strategy {

// The active one first.
std::vector<StrategyRow> strategies(db::Tx& tx);
// not_found, "strategy.not_found"
Result<Strategy> find_strategy(db::Tx& tx, const access::Actor& actor, StrategyId strategy);

// Refuses at their places: strategy.name_missing, strategy.ends_before_starts, strategy.ends_passed,
// person.not_found, strategy.person_left, strategy.year_outside, strategy.year_twice, strategy.amount_outside,
// strategy.quiet_outside, strategy.review_passed. Otherwise strategy.not_yours.
Result<Strategy> add_strategy(db::Tx& tx, const access::Actor& actor, const StrategyInput& wanted);
// version: what the editor had before it (stale). Another sponsor makes an earlier override void.
Result<Strategy> edit_strategy(db::Tx& tx, const access::Actor& actor, StrategyId strategy,
                               std::optional<std::int64_t> version, const StrategyInput& wanted);

struct Reason {
    std::string why{};
};
BOOST_DESCRIBE_STRUCT(Reason, (), (why))

inline constexpr std::size_t fewest_words_of_override = 40; // characters

// Of a draft, by its sponsor's own account: forbidden, strategy.only_sponsor. A text of substance, /why.
Result<Strategy> override_lacks(db::Tx& tx, const access::Actor& actor, StrategyId strategy,
                                std::optional<std::int64_t> version, const Reason& wanted);
// Refuses (invalid, strategy.lacking) with each thing that is lacking at its place, unless the sponsor has overridden
// it; strategy.not_draft, strategy.other_active, strategy.ends_passed in any case.
Result<Strategy> activate(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor,
                          StrategyId strategy);
// Also a draft, which is then given up. /why.
Result<Strategy> close_strategy(db::Tx& tx, const access::Actor& actor, StrategyId strategy, const Reason& wanted);

} // namespace kunna::strategy
