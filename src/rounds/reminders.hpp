// Telling people of rounds: when one opens, and again those who still have something to answer; managers once for their
// team; colleagues when they are confirmed. By itself at half time, three days and one day before the last day; by hand
// at most once a day.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "rounds/round.hpp"

namespace kunna::notices {
class Sender;
}

namespace kunna::rounds {

struct Reminder {
    Date day{};
    Instant at{};
    std::string by{}; // empty: the server
    std::int64_t reached = 0;
};
BOOST_DESCRIBE_STRUCT(Reminder, (), (day, at, by, reached))

struct Reminders {
    std::vector<Reminder> items{}; // newest first
    std::optional<Date> next{};    // when the server reminds by itself
    bool may_remind = false;       // the actor, now
    bool mail_set_up = false;      // otherwise it is told in the app alone
};
BOOST_DESCRIBE_STRUCT(Reminders, (), (items, next, may_remind, mail_set_up))

Result<Reminders> reminders(db::Tx& tx, const access::Actor& actor, RoundId round);
// Refuses round.not_yours, round.not_open, round.reminded_today.
Result<Reminders> remind(db::Tx& tx, const access::Actor& actor, RoundId round);

// Everybody who is asked, in the transaction that opens the round. Returns how many accounts that are.
std::int64_t tell_opened(db::Tx& tx, RoundId round);
// The colleague who has been confirmed to answer about somebody.
void tell_colleague(db::Tx& tx, RoundId round, PersonId peer);
// The reminders whose day has come; a day that was missed is made up for.
void remind_due(db::Db& db);
// What of it is still true when it is mailed.
void add_notices(notices::Sender& sender);

} // namespace kunna::rounds
