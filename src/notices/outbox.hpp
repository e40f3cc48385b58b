// The outbox: what waits for somebody becomes one letter; a letter is sent, put off, or given up after three days.
// Every server of the organisation takes from it: whoever claims a letter has it for five minutes.
#pragma once

#include "access/account.hpp"
#include "db/db.hpp"
#include "notices/letter.hpp"
#include "notices/smtp.hpp"

#include <map>

namespace kunna::notices {

using MailId = Id<struct MailTag>;

BOOST_DEFINE_ENUM_CLASS(MailState, waiting, sent, failed, dropped)

// Asked when a notice is about to be mailed: the number it tells as of now, or nothing when it is no longer true (the
// round is closed, all is answered). Runs inside a transaction; one query or two.
using Truth = std::function<std::optional<std::int64_t>(db::Tx&, AccountId, std::int64_t subject)>;
using Truths = std::map<NoticeKind, Truth>;

struct Addressee {
    std::string email{};
    std::string name{};
    std::string language{};
    access::MailWish mail = access::MailWish::everything;
};
BOOST_DESCRIBE_STRUCT(Addressee, (), (email, name, language, mail))

// A letter that this server is to send now.
struct Claimed {
    MailId id{};
    std::int64_t attempts = 0; // with this one
    Instant created{};
    WantedMail through{};
    Letter letter{};
};

// Nothing to do as far as can be seen: mail is not set up, hours are quiet, the server is in trouble, or all is sent.
// Invitations do not wait for quiet hours to end: somebody has just asked for each of them.
[[nodiscard]] bool idle(db::Tx& tx);
// The next letter, if there is one.
std::optional<Claimed> claim(db::Tx& tx, const Truths& truths);
void settle(db::Tx& tx, const Claimed& claimed, const Delivery& delivery);
// 1 minute, 2, 4 … 6 hours.
[[nodiscard]] std::chrono::milliseconds pause_after(std::int64_t attempts);
// Lets go of what grew too old: letters after three days, what was told after half a year.
void tidy(db::Tx& tx);

// Without its brackets: something random at the sender's own domain.
[[nodiscard]] std::string new_message_id(const WantedMail& through);

struct Trouble {
    Instant since{};
    std::int64_t tries = 0;
    Instant until{}; // then it is tried again
    std::string problem{};
    std::string answer{};
};
BOOST_DESCRIBE_STRUCT(Trouble, (), (since, tries, until, problem, answer))

struct OutboxSums {
    std::int64_t waiting = 0;
    std::int64_t sent_today = 0;
    std::int64_t failed = 0;
};
BOOST_DESCRIBE_STRUCT(OutboxSums, (), (waiting, sent_today, failed))

struct Mail {
    MailId id{};
    std::string address{};
    bool invitation = false; // else of these
    std::vector<NoticeKind> kinds{};
    MailState state = MailState::waiting;
    Instant created{};
    std::int64_t attempts = 0;
    std::optional<Instant> next{}; // of a waiting one
    std::optional<Instant> finished{};
    std::string problem{}; // in words
    std::string answer{};  // the server's
};
BOOST_DESCRIBE_STRUCT(Mail, (),
                      (id, address, invitation, kinds, state, created, attempts, next, finished, problem, answer))

// In words of the language.
std::optional<Trouble> trouble(db::Tx& tx, std::string_view language);
OutboxSums sums(db::Tx& tx);
// Newest first, with ids below `before`; of one state, or all.
std::vector<Mail> newest_mails(db::Tx& tx, std::optional<MailState> state, std::int64_t before, int limit,
                               std::string_view language);
// Whatever waits or has failed is tried now. Returns how many letters that are.
std::int64_t try_again(db::Tx& tx, const access::Actor& actor);

} // namespace kunna::notices
