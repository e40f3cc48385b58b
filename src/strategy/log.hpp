// The decision log of a strategy: who did what, when and why. Entries are added, never changed or removed.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "strategy/strategy.hpp"

namespace kunna::strategy {

using EntryId = Id<struct StrategyEntryTag>;

BOOST_DEFINE_ENUM_CLASS(EntryKind, created, changed, owner, sponsor, decided, consulted, answered, consultation_removed,
                        negotiated, negotiation_removed, document_added, document_removed, step, evidence, overridden,
                        activated, closed, reviewed, noted)

struct LogEntry {
    EntryId id{};
    Instant at{};
    std::string by{};
    EntryKind kind = EntryKind::noted;
    std::string what{}; // a name, or the word of a step or criterion
    std::string why{};
};
BOOST_DESCRIBE_STRUCT(LogEntry, (), (id, at, by, kind, what, why))

// In the caller's transaction, with the entry of the trail that goes with it.
void write_down(db::Tx& tx, const access::Actor& actor, StrategyId strategy, EntryKind kind, std::string_view what = "",
                std::string_view why = "");
// Newest first.
std::vector<LogEntry> log_of(db::Tx& tx, StrategyId strategy);

struct NewEntry {
    std::string what{};
    std::string why{};
};
BOOST_DESCRIBE_STRUCT(NewEntry, (), (what, why))
// A decision that nothing else in Kunna writes down. Refuses /what and /why when they are empty.
Result<LogEntry> note(db::Tx& tx, const access::Actor& actor, StrategyId strategy, const NewEntry& wanted);

} // namespace kunna::strategy
