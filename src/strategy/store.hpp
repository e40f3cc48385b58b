// A strategy as it is stored, and who may change it. Private to strategy.
#pragma once

#include "access/actor.hpp"
#include "base/result.hpp"
#include "db/db.hpp"
#include "strategy/strategy.hpp"

namespace kunna::strategy::store {

struct StrategyFlat {
    StrategyId id{};
    std::string name_sv{};
    std::string name_en{};
    StrategyState state = StrategyState::draft;
    Date starts{};
    Date ends{};
    std::optional<PersonId> owner{};
    std::optional<PersonId> sponsor{};
    std::string aim{};
    std::string principles{};
    std::string communication{};
    std::int32_t quiet_days = 30;
    std::optional<Date> next_review{};
    std::optional<Date> decided{};
    std::string decided_by{};
    std::optional<std::string> override_why{};
    std::optional<std::string> override_name{};
    std::optional<Instant> override_at{};
    std::optional<Instant> activated{};
    std::optional<Instant> closed{};
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(StrategyFlat, (),
                      (id, name_sv, name_en, state, starts, ends, owner, sponsor, aim, principles, communication,
                       quiet_days, next_review, decided, decided_by, override_why, override_name, override_at,
                       activated, closed, version))

// not_found, "strategy.not_found"
Result<StrategyFlat> find(db::Tx& tx, StrategyId strategy);
// The name of the person as of today; nothing when there is no such person.
std::optional<Named> named(db::Tx& tx, std::optional<PersonId> person);
std::vector<YearPlan> years(db::Tx& tx, StrategyId strategy);
void replace_years(db::Tx& tx, StrategyId strategy, const std::vector<YearPlan>& years);

// HR of the whole organisation and its executives.
bool may_change(const access::Actor& actor);
// Also refuses strategy.not_yours, strategy.closed, and another version than the caller saw (stale).
Result<StrategyFlat> to_change(db::Tx& tx, const access::Actor& actor, StrategyId strategy,
                               std::optional<std::int64_t> version = {});
// One more version: whoever edits an older one is told.
void touch(db::Tx& tx, StrategyId strategy);

// Trimmed; refuses what has fewer characters than asked for (strategy.words_missing) and what is far too long.
Result<std::string> words(const char* where, std::string_view text, std::size_t fewest);
// A web address, or nothing. Refuses attachment.link_wrong.
Result<std::string> link(const char* where, std::string_view text);
// A person the actor may name: itself, whoever it sees, whoever leads somebody, and whoever stands there already.
// Refuses person.not_found and strategy.person_left at the place.
Result<void> check_person(db::Tx& tx, const access::Actor& actor, const char* where, std::optional<PersonId> wanted,
                          std::optional<PersonId> before);

} // namespace kunna::strategy::store
