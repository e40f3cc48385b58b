// The HTTP face of notices: everybody's own; and of e-mail: the administrator's.
#include "notices/routes.hpp"

#include "http/paging.hpp"
#include "http/router.hpp"
#include "jobs/jobs.hpp"
#include "notices/notices.hpp"
#include "notices/sender.hpp"

namespace kunna::notices {

namespace {

using access::Actor;
using access::Permission;

constexpr std::int64_t from_the_newest = std::int64_t{1} << 60;

struct NoticePath {
    NoticeId notice{};
};
BOOST_DESCRIBE_STRUCT(NoticePath, (), (notice))

struct Unread {
    std::int64_t unread = 0;
};
BOOST_DESCRIBE_STRUCT(Unread, (), (unread))

struct MailsAsked : http::PageAsked {
    std::optional<MailState> state{};
};
BOOST_DESCRIBE_STRUCT(MailsAsked, (http::PageAsked), (state))

struct MailStatus {
    MailSettings settings{};
    bool password = false; // the server was started with one
    bool quiet = false;    // right now
    OutboxSums sums{};
    std::optional<Trouble> trouble{};
    // Its version stands in the settings: one here would be the answer's, whose queue moves without it.
};
BOOST_DESCRIBE_STRUCT(MailStatus, (), (settings, password, quiet, sums, trouble))

struct Retried {
    std::int64_t letters = 0;
};
BOOST_DESCRIBE_STRUCT(Retried, (), (letters))

struct TestAsked {};
BOOST_DESCRIBE_STRUCT(TestAsked, (), ())

MailStatus status(db::Tx& tx, const Actor& actor, const Sender* sender) {
    MailStatus told;
    told.settings = mail_settings(tx);
    told.password = sender != nullptr && sender->has_password();
    told.quiet = quiet_at(told.settings.quiet, tx.now());
    told.sums = sums(tx);
    told.trouble = trouble(tx, actor.language);
    return told;
}

void declare_notices(http::Router& api) {
    api.get("/notices", {.summary = "What one was told, newest first", .needs = Permission::use_own_account},
            [](db::Db& db, const Actor& actor, const http::PageAsked& asked) -> Result<http::Page<ShownNotice>> {
                const std::int64_t before = TRY(http::page_start("notices", asked.cursor, from_the_newest));
                const std::size_t limit = asked.limit_or(50);
                http::Page<ShownNotice> page;
                page.items =
                    db.read([&](db::Tx& tx) { return newest(tx, actor, before, static_cast<int>(limit) + 1); });
                http::cut_page(page, "notices", limit, [](const ShownNotice& one) { return one.id.value; });
                return page;
            });
    api.get("/notices/unread", {.summary = "How many of them are unread", .needs = Permission::use_own_account},
            [](db::Db& db, const Actor& actor) -> Result<Unread> {
                return Unread{db.read([&](db::Tx& tx) { return unread(tx, actor); })};
            });
    api.post("/notices/reading", {.summary = "Mark all as read", .needs = Permission::use_own_account},
             [](db::Db& db, const Actor& actor) {
                 return db.transact([&](db::Tx& tx) -> Result<void> {
                     mark_all_read(tx, actor);
                     return {};
                 });
             });
    api.post("/notices/{notice}/reading", {.summary = "Mark one as read", .needs = Permission::use_own_account},
             [](db::Db& db, const Actor& actor, const NoticePath& path) {
                 return db.transact([&](db::Tx& tx) { return mark_read(tx, actor, path.notice); });
             });
}

void declare_mail(http::Router& api, jobs::Runner* runner, Sender* sender) {
    api.get("/mail",
            {.summary = "How e-mail leaves the house, and how the queue stands",
             .needs = Permission::run_mail,
             .description = "The server's password is never told; `password` says whether the server has one."},
            [sender](db::Db& db, const Actor& actor) -> Result<MailStatus> {
                return db.read([&](db::Tx& tx) { return status(tx, actor, sender); });
            });
    api.put(
        "/mail", {.summary = "Change how e-mail leaves the house", .needs = Permission::run_mail},
        [sender](db::Db& db, const Actor& actor, http::IfMatch match, const WantedMail& wanted) -> Result<MailStatus> {
            TRY(change_mail(db, actor, wanted, match.version));
            if (sender != nullptr) sender->wake();
            return db.read([&](db::Tx& tx) { return status(tx, actor, sender); });
        });
    api.get("/mail/outbox",
            {.summary = "Letters to whom and of which kind, newest first; never what they say",
             .needs = Permission::run_mail},
            [](db::Db& db, const Actor& actor, const MailsAsked& asked) -> Result<http::Page<Mail>> {
                const std::int64_t before = TRY(http::page_start("mails", asked.cursor, from_the_newest));
                const std::size_t limit = asked.limit_or(50);
                http::Page<Mail> page;
                page.items = db.read([&](db::Tx& tx) {
                    return newest_mails(tx, asked.state, before, static_cast<int>(limit) + 1, actor.language);
                });
                http::cut_page(page, "mails", limit, [](const Mail& one) { return one.id.value; });
                return page;
            });
    api.post("/mail/retry",
             {.summary = "Try everything that waits or has failed of the last week now", .needs = Permission::run_mail},
             [sender](db::Db& db, const Actor& actor) -> Result<Retried> {
                 const Retried retried =
                     TRY(db.transact([&](db::Tx& tx) -> Result<Retried> { return Retried{try_again(tx, actor)}; }));
                 if (sender != nullptr) sender->wake();
                 return retried;
             });
    api.post(
        "/mail/test",
        {.summary = "Send a letter to oneself; the job ends as the mail server answers", .needs = Permission::run_mail},
        [runner](db::Db& db, const Actor& actor) -> Result<http::Accepted<jobs::Job>> {
            const jobs::Job job = TRY(db.transact([&](db::Tx& tx) -> Result<jobs::Job> {
                if (!mail_settings(tx).configured()) return refuse(Kind::conflict, "mail.not_set_up");
                return jobs::find(tx, actor, jobs::add(tx, actor, "mail.test", TestAsked{}));
            }));
            if (runner != nullptr) runner->wake();
            return http::Accepted<jobs::Job>{"/jobs/" + std::to_string(job.id.value), job};
        });
}

} // namespace

void declare_routes(http::Router& api, jobs::Runner* runner, Sender* sender) {
    declare_notices(api);
    declare_mail(api, runner, sender);
}

} // namespace kunna::notices
