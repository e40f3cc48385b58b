// Telling people of rounds.
#include "rounds/reminders.hpp"

#include "access/visibility.hpp"
#include "audit/trail.hpp"
#include "notices/mail_settings.hpp"
#include "notices/notices.hpp"
#include "notices/sender.hpp"
#include "rounds/queries.hpp"
#include "rounds/rounds.hpp"
#include "rounds/store.hpp"

#include <array>

namespace kunna::rounds {

namespace {

using notices::NoticeKind;
using notices::Recipient;
using store::RoundFlat;

// The days on which the server reminds by itself; never on the day of the opening.
std::array<Date, 3> days_to_remind(Date opens, Date closes) {
    std::array days{opens + (closes - opens) / 2, closes - 3, closes - 1};
    std::sort(days.begin(), days.end());
    return days;
}

std::optional<Date> last_reminder(db::Tx& tx, RoundId round) {
    return tx.one<Date>(queries::last_reminder, {{"round", round}});
}

bool due(db::Tx& tx, const RoundFlat& round) {
    if (round.state_on(tx.today()) != RoundState::open) return false;
    const auto last = last_reminder(tx, round.id);
    for (const Date day : days_to_remind(round.opens, round.closes))
        if (day > round.opens && day <= tx.today() && (!last || *last < day)) return true;
    return false;
}

notices::Notice notice_of(const RoundFlat& round, NoticeKind kind, std::string path) {
    return {kind, round.id.value, round.required, {{"name", round.name}, {"day", round.closes.iso()}}, std::move(path)};
}

std::int64_t tell_all(db::Tx& tx, const RoundFlat& round, NoticeKind own, NoticeKind team) {
    const auto whom = [&](const db::Query& query) {
        return tx.all<Recipient>(query, {{"round", round.id}, {"day", tx.today()}});
    };
    return notices::tell(tx, notice_of(round, own, "/rounds/mine"), whom(queries::people_waited_for)) +
           notices::tell(tx, notice_of(round, team, "/rounds/" + std::to_string(round.id.value) + "/team"),
                         whom(queries::managers_waited_for));
}

void remind_now(db::Tx& tx, AccountId by, const RoundFlat& round) {
    const auto others = tx.all<Recipient>(queries::others_waited_for, {{"round", round.id}, {"day", tx.today()}});
    const std::int64_t reached =
        tell_all(tx, round, NoticeKind::round_reminder, NoticeKind::round_team_reminder) +
        notices::tell(tx, notice_of(round, NoticeKind::round_others_reminder, "/rounds/mine"), others);
    tx.run(queries::insert_reminder,
           {{"round", round.id}, {"day", tx.today()}, {"at", tx.now()}, {"account", by}, {"reached", reached}});
    audit::append(tx, by, "round.reminded", round.id.value, "accounts=" + std::to_string(reached));
}

notices::Truth truth(const db::Query& query) {
    return [&query](db::Tx& tx, AccountId account, std::int64_t round) -> std::optional<std::int64_t> {
        const auto number =
            tx.one<std::int64_t>(query, {{"account", account}, {"round", round}, {"day", tx.today()}}).value_or(0);
        return number > 0 ? std::optional{number} : std::nullopt;
    };
}

// A case whose two no longer work together cannot be answered.
std::optional<std::int64_t> others_left(db::Tx& tx, AccountId account, std::int64_t round) {
    std::int64_t number = 0;
    tx.run(queries::others_left, {{"account", account}, {"round", round}, {"day", tx.today()}},
           [&](const db::Row& row) {
               const PersonId peer{row.integer(1)};
               if (!peer.given() || access::are_colleagues(tx, PersonId{row.integer(0)}, peer)) ++number;
           });
    return number > 0 ? std::optional{number} : std::nullopt;
}

} // namespace

Result<Reminders> reminders(db::Tx& tx, const access::Actor& actor, RoundId id) {
    const Round round = TRY(find_round(tx, actor, id));
    Reminders told;
    told.items = tx.all<Reminder>(queries::reminders_of, {{"round", id}});
    told.mail_set_up = notices::mail_settings(tx).configured();
    if (round.state != RoundState::open) return told;
    const auto last = last_reminder(tx, id);
    told.may_remind = round.may_change && last != tx.today();
    for (const Date day : days_to_remind(round.opens, round.closes))
        if (!told.next && day > round.opens && day >= tx.today() && (!last || *last < day)) told.next = day;
    return told;
}

Result<Reminders> remind(db::Tx& tx, const access::Actor& actor, RoundId id) {
    const Round round = TRY(find_round(tx, actor, id));
    if (!round.may_change) return refuse(Kind::forbidden, "round.not_yours");
    if (round.state != RoundState::open) return refuse(Kind::conflict, "round.not_open");
    if (last_reminder(tx, id) == tx.today()) return refuse(Kind::conflict, "round.reminded_today");
    remind_now(tx, actor.account, *store::find(tx, id));
    return reminders(tx, actor, id);
}

std::int64_t tell_opened(db::Tx& tx, RoundId id) {
    return tell_all(tx, *store::find(tx, id), NoticeKind::round_opened, NoticeKind::round_team_opened);
}

void tell_colleague(db::Tx& tx, RoundId id, PersonId peer) {
    notices::tell(tx, notice_of(*store::find(tx, id), NoticeKind::round_colleague_asked, "/rounds/mine"),
                  tx.all<Recipient>(queries::peer_waited_for, {{"peer", peer}}));
}

void remind_due(db::Db& db) {
    const auto waiting = [](db::Tx& tx) {
        auto rounds = tx.all<RoundFlat>(queries::rounds);
        std::erase_if(rounds, [&](const RoundFlat& round) { return !due(tx, round); });
        return rounds;
    };
    // A look costs nothing; another server may have reminded before we write.
    if (db.read(waiting).empty()) return;
    (void)db.transact([&](db::Tx& tx) -> Result<void> {
        for (const RoundFlat& round : waiting(tx)) remind_now(tx, AccountId{}, round);
        return {};
    });
}

void add_notices(notices::Sender& sender) {
    for (const auto kind : {NoticeKind::round_opened, NoticeKind::round_reminder})
        sender.kind(kind, truth(queries::questions_left));
    for (const auto kind : {NoticeKind::round_team_opened, NoticeKind::round_team_reminder})
        sender.kind(kind, truth(queries::reports_left));
    for (const auto kind : {NoticeKind::round_colleague_asked, NoticeKind::round_others_reminder})
        sender.kind(kind, others_left);
    sender.when_due(remind_due);
}

} // namespace kunna::rounds
