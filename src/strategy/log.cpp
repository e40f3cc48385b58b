// The decision log.
#include "strategy/log.hpp"

#include "audit/trail.hpp"
#include "strategy/queries.hpp"
#include "strategy/store.hpp"

namespace kunna::strategy {

void write_down(db::Tx& tx, const access::Actor& actor, StrategyId strategy, EntryKind kind, std::string_view what,
                std::string_view why) {
    tx.run(queries::insert_entry, {{"strategy", strategy},
                                   {"at", tx.now()},
                                   {"account", actor.account},
                                   {"kind", kind},
                                   {"what", what},
                                   {"why", why}});
    audit::append(tx, actor.account, "strategy." + std::string{db::enum_name(kind)}, strategy.value);
}

std::vector<LogEntry> log_of(db::Tx& tx, StrategyId strategy) {
    return tx.all<LogEntry>(queries::entries, {{"strategy", strategy}});
}

Result<LogEntry> note(db::Tx& tx, const access::Actor& actor, StrategyId strategy, const NewEntry& wanted) {
    TRY(store::to_change(tx, actor, strategy));
    const std::string what = TRY(store::words("/what", wanted.what, 1));
    const std::string why = TRY(store::words("/why", wanted.why, 1));
    write_down(tx, actor, strategy, EntryKind::noted, what, why);
    return log_of(tx, strategy).front();
}

} // namespace kunna::strategy
