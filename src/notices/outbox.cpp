// The outbox: from notices to letters and their ends.
#include "notices/outbox.hpp"

#include "access/secret.hpp"
#include "base/json_read.hpp"
#include "notices/invitations.hpp"
#include "notices/queries.hpp"
#include "settings/settings.hpp"

#include <algorithm>

namespace kunna::notices {

namespace {

constexpr std::chrono::milliseconds lease = std::chrono::minutes{5};
constexpr std::chrono::milliseconds first_pause = std::chrono::minutes{1};
constexpr std::chrono::milliseconds longest_pause = std::chrono::hours{6};
constexpr std::chrono::milliseconds longest_wait = std::chrono::hours{72};
constexpr std::chrono::milliseconds notices_kept = std::chrono::hours{24 * 180};
constexpr std::chrono::milliseconds mails_kept = std::chrono::hours{24 * 90};
constexpr int most_looked_at = 200; // accounts in one transaction, where nobody wants a letter

struct MailRow {
    MailId id{};
    AccountId account{};
    std::string message_id{};
    Instant created{};
    std::int64_t attempts = 0;
    std::optional<std::string> invitation{}; // hash of its link of the try before
};
BOOST_DESCRIBE_STRUCT(MailRow, (), (id, account, message_id, created, attempts, invitation))

struct WaitingNotice {
    NoticeId id{};
    NoticeKind kind = NoticeKind::round_opened;
    std::int64_t subject = 0;
    bool required = false;
    std::string facts{};
    std::string path{};
    std::optional<Instant> seen{};
};
BOOST_DESCRIBE_STRUCT(WaitingNotice, (), (id, kind, subject, required, facts, path, seen))

// What is to be told of what waits, to whom; no lines when that is nothing.
Letter letter_to(db::Tx& tx, const Truths& truths, AccountId account, MailId mail) {
    Letter letter;
    const auto whom = tx.one<Addressee>(queries::addressee, {{"account", account}, {"day", tx.today()}});
    if (!whom) return letter;
    letter.language = whom->language;
    letter.name = whom->name;
    letter.to = whom->email;
    for (const auto& one : tx.all<WaitingNotice>(queries::waiting_notices, {{"account", account}, {"mail", mail}})) {
        // What was read in the app need not come again, nor what was not wished for; what is required comes always.
        if (!one.required && (one.seen || whom->mail == access::MailWish::required)) continue;
        const auto truth = truths.find(one.kind);
        const auto number = truth == truths.end() ? std::nullopt : truth->second(tx, account, one.subject);
        const auto facts = json::from_text<std::map<std::string, std::string>>(one.facts);
        if (!number || !facts.ok()) continue;
        Line line{in_words(letter.language, one.kind, *facts, *number), one.path};
        if (std::find(letter.lines.begin(), letter.lines.end(), line) == letter.lines.end())
            letter.lines.push_back(std::move(line));
        letter.required = letter.required || one.required;
    }
    return letter;
}

Claimed lease_to_us(db::Tx& tx, MailRow row, const MailSettings& settings, Letter letter) {
    // Whoever throws away what came twice under one id must not throw away the only link that works.
    if (row.message_id.empty() || row.invitation) row.message_id = new_message_id(settings);
    tx.run(queries::lease, {{"mail", row.id}, {"until", tx.now() + lease}, {"message_id", row.message_id}});
    letter.message_id = row.message_id;
    letter.date = tx.now();
    letter.organisation = settings::current(tx).organisation;
    letter.sender = settings.sender;
    letter.house = settings.address;
    return {row.id, row.attempts + 1, row.created, static_cast<const WantedMail&>(settings), std::move(letter)};
}

// A letter that was tried before, or that invites somebody.
std::optional<MailRow> next_mail(db::Tx& tx, bool quiet) {
    return tx.one<MailRow>(queries::next_mail, {{"now", tx.now()}, {"quiet", quiet}});
}

Letter letter_again(db::Tx& tx, const Truths& truths, const MailRow& row) {
    return row.invitation ? letter_of_invitation(tx, row.account, row.id, *row.invitation)
                          : letter_to(tx, truths, row.account, row.id);
}

bool closed(db::Tx& tx, const MailSettings& settings) {
    if (!settings.configured()) return true;
    const auto now = tx.one<Trouble>(queries::trouble);
    return now && now->until > tx.now();
}

void end(db::Tx& tx, const Claimed& claimed, MailState state, const Delivery& delivery) {
    tx.run(queries::end_mail, {{"mail", claimed.id},
                               {"attempts", claimed.attempts},
                               {"state", state},
                               {"now", tx.now()},
                               {"problem", delivery.problem},
                               {"answer", delivery.answer}});
}

void put_off(db::Tx& tx, const Claimed& claimed, const Delivery& delivery) {
    const Instant due = tx.now() + pause_after(claimed.attempts);
    if (due > claimed.created + longest_wait) return end(tx, claimed, MailState::failed, delivery);
    tx.run(queries::put_off, {{"mail", claimed.id},
                              {"attempts", claimed.attempts},
                              {"due", due},
                              {"problem", delivery.problem},
                              {"answer", delivery.answer}});
}

void keep_trouble(db::Tx& tx, const Delivery& delivery) {
    const auto before = tx.one<Trouble>(queries::trouble);
    // Another server has met it in the same minute: that was one try.
    if (before && before->until > tx.now()) return;
    const std::int64_t tries = before ? before->tries + 1 : 1;
    tx.run(queries::clear_trouble);
    tx.run(queries::keep_trouble, {{"since", before ? before->since : tx.now()},
                                   {"tries", tries},
                                   {"until", tx.now() + pause_after(tries)},
                                   {"problem", delivery.problem},
                                   {"answer", delivery.answer}});
}

} // namespace

std::string new_message_id(const WantedMail& through) {
    return access::random_secret().substr(0, 24) + through.sender.substr(through.sender.find('@'));
}

bool idle(db::Tx& tx) {
    const MailSettings settings = mail_settings(tx);
    if (closed(tx, settings)) return true;
    const bool quiet = quiet_at(settings.quiet, tx.now());
    return !tx.one<std::int64_t>(queries::anything_to_do, {{"now", tx.now()}, {"quiet", quiet}}).has_value();
}

std::optional<Claimed> claim(db::Tx& tx, const Truths& truths) {
    const MailSettings settings = mail_settings(tx);
    if (closed(tx, settings)) return std::nullopt;
    const bool quiet = quiet_at(settings.quiet, tx.now());
    for (int looked = 0; looked < most_looked_at; ++looked) {
        if (const auto tried = next_mail(tx, quiet)) {
            Letter letter = letter_again(tx, truths, *tried);
            if (!letter.lines.empty()) return lease_to_us(tx, *tried, settings, std::move(letter));
            tx.run(queries::drop_mail, {{"mail", tried->id}, {"now", tx.now()}});
            continue;
        }
        const auto account = quiet ? std::nullopt : tx.one<AccountId>(queries::next_account);
        if (!account) return std::nullopt;
        Letter letter = letter_to(tx, truths, *account, MailId{});
        if (letter.lines.empty()) {
            tx.run(queries::settle_notices, {{"account", *account}, {"mail", 0}});
            continue;
        }
        const std::string message_id = new_message_id(settings);
        const auto id = tx.insert<MailId>(queries::insert_mail,
                                          {{"account", *account}, {"message_id", message_id}, {"now", tx.now()}});
        tx.run(queries::settle_notices, {{"account", *account}, {"mail", id}});
        return lease_to_us(tx, {id, *account, message_id, tx.now(), 0, {}}, settings, std::move(letter));
    }
    return std::nullopt;
}

void settle(db::Tx& tx, const Claimed& claimed, const Delivery& delivery) {
    using End = Delivery::End;
    switch (delivery.end) {
    case End::sent:
        end(tx, claimed, MailState::sent, {});
        break;
    case End::refused:
        end(tx, claimed, MailState::failed, delivery);
        break;
    case End::later:
        put_off(tx, claimed, delivery);
        break;
    case End::trouble:
        put_off(tx, claimed, delivery);
        keep_trouble(tx, delivery);
        return;
    case End::stopped:
        tx.run(queries::put_back, {{"mail", claimed.id}, {"attempts", claimed.attempts}, {"now", tx.now()}});
        return;
    }
    // The server spoke to us: whatever was wrong with it is over.
    tx.run(queries::clear_trouble);
}

std::chrono::milliseconds pause_after(std::int64_t attempts) {
    auto pause = first_pause;
    for (std::int64_t i = 1; i < attempts && pause < longest_pause; ++i) pause *= 2;
    return std::min(pause, longest_pause);
}

void tidy(db::Tx& tx) {
    const Instant old = tx.now() + -longest_wait;
    const auto now = tx.one<Trouble>(queries::trouble);
    tx.run(queries::give_up_invitations,
           {{"now", tx.now()}, {"before", old}, {"problem", now ? now->problem : "mail.not_set_up"}});
    if (now) {
        tx.run(queries::give_up_unmailed,
               {{"now", tx.now()}, {"before", old}, {"problem", now->problem}, {"answer", now->answer}});
        tx.run(queries::settle_given_up, {{"now", tx.now()}, {"before", old}});
    }
    tx.run(queries::leave_unmailed, {{"before", old}});
    tx.run(queries::forget_notices, {{"before", tx.now() + -notices_kept}});
    tx.run(queries::forget_mails, {{"before", tx.now() + -mails_kept}});
}

} // namespace kunna::notices
