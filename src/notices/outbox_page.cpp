// The outbox as an administrator sees it: addresses and kinds, reasons and times; nothing of what letters say.
#include "audit/trail.hpp"
#include "base/texts.hpp"
#include "notices/outbox.hpp"
#include "notices/queries.hpp"

namespace kunna::notices {

namespace {

constexpr std::chrono::milliseconds worth_another_try = std::chrono::hours{24 * 7};

struct MailOfPage {
    MailId id{};
    std::string address{};
    bool invitation = false;
    MailState state = MailState::waiting;
    Instant created{};
    std::int64_t attempts = 0;
    Instant due{};
    std::optional<Instant> finished{};
    std::string problem{};
    std::string answer{};
};
BOOST_DESCRIBE_STRUCT(MailOfPage, (),
                      (id, address, invitation, state, created, attempts, due, finished, problem, answer))

std::string in_language(std::string_view language, const std::string& code) {
    return code.empty() ? code : texts::say(language, code);
}

} // namespace

std::optional<Trouble> trouble(db::Tx& tx, std::string_view language) {
    auto now = tx.one<Trouble>(queries::trouble);
    if (now) now->problem = in_language(language, now->problem);
    return now;
}

OutboxSums sums(db::Tx& tx) {
    return *tx.one<OutboxSums>(queries::count_mails, {{"midnight", midnight_before(tx.now())}});
}

std::vector<Mail> newest_mails(db::Tx& tx, std::optional<MailState> state, std::int64_t before, int limit,
                               std::string_view language) {
    std::vector<Mail> mails;
    for (const auto& row :
         tx.all<MailOfPage>(queries::mails_before,
                            {{"before", before}, {"state", state ? db::enum_name(*state) : ""}, {"limit", limit}})) {
        Mail mail{row.id,       row.address, row.invitation, {}, row.state, row.created,
                  row.attempts, {},          row.finished,   {}, row.answer};
        mail.kinds = tx.all<NoticeKind>(queries::kinds_of_mail, {{"mail", row.id}});
        mail.problem = in_language(language, row.problem);
        if (row.state == MailState::waiting) mail.next = row.due;
        mails.push_back(std::move(mail));
    }
    return mails;
}

std::int64_t try_again(db::Tx& tx, const access::Actor& actor) {
    tx.run(queries::clear_trouble);
    const std::int64_t waiting = tx.run(queries::try_waiting_now, {{"now", tx.now()}});
    const std::int64_t failed =
        tx.run(queries::try_failed_again, {{"now", tx.now()}, {"since", tx.now() + -worth_another_try}});
    audit::append(tx, actor.account, "mail.retried", 0, "letters=" + std::to_string(waiting + failed));
    return waiting + failed;
}

} // namespace kunna::notices
