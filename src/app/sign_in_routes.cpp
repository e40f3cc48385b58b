// Signing in and out, first start, invitations, one's own account.
#include "access/account.hpp"
#include "access/accounts.hpp"
#include "access/trail_page.hpp"
#include "app/api.hpp"
#include "app/demonstration.hpp"
#include "app/guide.hpp"
#include "base/text.hpp"
#include "http/gatekeeper.hpp"
#include "http/paging.hpp"
#include "settings/settings.hpp"

namespace kunna::app {

namespace {

using access::Actor;
using access::Permission;

// What the sign-in page needs before anybody is signed in.
struct Start {
    std::string organisation{};
    std::string language{};
    bool needs_administrator = false;
    bool demonstration = false;
    std::vector<DemonstrationAccount> accounts{}; // only of the demonstration company
};
BOOST_DESCRIBE_STRUCT(Start, (), (organisation, language, needs_administrator, demonstration, accounts))

struct Session {
    AccountId account{};
    std::optional<PersonId> person{};
    std::string name{};
    std::string email{};
    std::string language{};
    access::MailWish mail = access::MailWish::everything;
    std::string csrf{};
    std::vector<access::GrantedRole> roles{};
    std::vector<std::string> permissions{};
    bool demonstration = false;
    std::string organisation{};
    bool guide_done = false;
};
BOOST_DESCRIBE_STRUCT(Session, (),
                      (account, person, name, email, language, mail, csrf, roles, permissions, demonstration,
                       organisation, guide_done))

struct FirstStart : access::FirstAdministrator {
    std::optional<std::string> organisation{};
};
BOOST_DESCRIBE_STRUCT(FirstStart, (access::FirstAdministrator), (organisation))

struct SignIn {
    std::string email{};
    std::string password{};
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (email, password))

struct InvitationPath {
    std::string token{};
};
BOOST_DESCRIBE_STRUCT(InvitationPath, (), (token))

struct NewPassword {
    std::string password{};
};
BOOST_DESCRIBE_STRUCT(NewPassword, (), (password))

struct PasswordChange {
    std::string current{};
    std::string password{};
};
BOOST_DESCRIBE_STRUCT(PasswordChange, (), (current, password))

struct AccountEdit {
    std::optional<std::string> language{};
    std::optional<access::MailWish> mail{};
};
BOOST_DESCRIBE_STRUCT(AccountEdit, (), (language, mail))

std::vector<std::string> permissions_of(const Actor& actor) {
    std::vector<std::string> names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Permission>>([&](auto permission) {
        if (actor.may(permission.value)) names.emplace_back(permission.name);
    });
    return names;
}

Result<Session> session_of(db::Db& db, const Actor& actor, std::string_view csrf) {
    return db.read([&](db::Tx& tx) -> Result<Session> {
        const auto account = TRY(access::account(tx, actor.account));
        const auto settings = settings::current(tx);
        Session session{.account = account.id,
                        .person = account.person,
                        .name = account.name,
                        .email = account.email,
                        .language = account.language,
                        .mail = account.mail,
                        .csrf = std::string{csrf},
                        .permissions = permissions_of(actor),
                        .demonstration = settings.demonstration,
                        .organisation = settings.organisation,
                        .guide_done = guide(tx).done};
        // The granted ones with their units, and those that follow from the person.
        session.roles = account.roles;
        for (const access::Grant& grant : actor.grants)
            if (grant.role == access::Role::employee || grant.role == access::Role::manager)
                session.roles.push_back({grant.role, {}, {}});
        return session;
    });
}

// Sets the cookie of an opened session and answers with it.
Result<Session> enter(db::Db& db, http::Call& call, const access::Opened& opened) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(access::session_lasts).count();
    call.set_cookie(http::session_cookie, opened.secret, seconds);
    return session_of(db, opened.actor, opened.csrf);
}

Result<Start> start(db::Db& db) {
    return db.read([](db::Tx& tx) {
        const auto settings = settings::current(tx);
        Start start{
            settings.organisation, settings.language, !access::any_administrator(tx), settings.demonstration, {}};
        if (settings.demonstration) start.accounts = demonstration_accounts(tx);
        return start;
    });
}

// The first account gives it, as it would in the settings.
Result<void> name_organisation(db::Db& db, AccountId by, const std::string& name) {
    return db.transact([&](db::Tx& tx) -> Result<void> {
        Actor actor;
        actor.account = by;
        settings::name_organisation(tx, actor, name, false);
        return {};
    });
}

} // namespace

void declare_sign_in_routes(http::Router& api, const Standing& standing) {
    access::Sessions* sessions = standing.sessions;
    api.get("/start", {.summary = "What the sign-in page shows", .needs = http::Needs::nothing()}, start);
    api.post("/start/administrator",
             {.summary = "Create the first administrator by the one-time link", .needs = http::Needs::nothing()},
             [sessions](db::Db& db, http::Call& call, const FirstStart& wanted) -> Result<Session> {
                 const auto account = TRY(access::create_first_administrator(db, wanted));
                 if (const std::string name = text::squeeze(wanted.organisation.value_or("")); !name.empty())
                     TRY(name_organisation(db, account, name));
                 return enter(db, call, TRY(sessions->open(account)));
             });
    api.post("/session", {.summary = "Sign in", .needs = http::Needs::nothing()},
             [sessions](db::Db& db, http::Call& call, const SignIn& with) -> Result<Session> {
                 return enter(db, call, TRY(sessions->sign_in(with.email, with.password, call.request.client)));
             });
    api.get("/session", {.summary = "Who is signed in, and what they may", .needs = http::Needs::sign_in()},
            [](db::Db& db, const http::Call& call, const Actor& actor) { return session_of(db, actor, call.csrf); });
    api.del("/session", {.summary = "Sign out", .needs = http::Needs::sign_in()},
            [sessions](http::Call& call) -> Result<void> {
                sessions->sign_out(call.session);
                call.drop_cookie(http::session_cookie);
                return {};
            });
    api.del("/sessions", {.summary = "Sign out everywhere", .needs = http::Needs::sign_in()},
            [sessions](http::Call& call, const Actor& actor) -> Result<void> {
                sessions->sign_out_everywhere(actor);
                call.drop_cookie(http::session_cookie);
                return {};
            });
    api.post("/invitations/{token}",
             {.summary = "Open an account by its one-time link", .needs = http::Needs::nothing()},
             [sessions](db::Db& db, http::Call& call, const InvitationPath& path,
                        const NewPassword& wanted) -> Result<Session> {
                 const auto account = TRY(access::accept_invitation(db, path.token, wanted.password));
                 return enter(db, call, TRY(sessions->open(account)));
             });
    api.patch("/account",
              {.summary = "One's own language, and which e-mail one wants", .needs = Permission::use_own_account},
              [](db::Db& db, const http::Call& call, const Actor& actor, const AccountEdit& edit) -> Result<Session> {
                  if (edit.language) TRY(access::change_language(db, actor, *edit.language));
                  if (edit.mail) TRY(access::change_mail_wish(db, actor, *edit.mail));
                  return session_of(db, actor, call.csrf);
              });
    api.post(
        "/account/password",
        {.summary = "Change one's password; other sessions end", .needs = Permission::use_own_account},
        [sessions](db::Db& db, http::Call& call, const Actor& actor, const PasswordChange& change) -> Result<Session> {
            if (actor.token) return refuse(Kind::forbidden, "token.by_token");
            TRY(access::change_password(db, actor, change.current, change.password));
            return enter(db, call, TRY(sessions->open(actor.account)));
        });
}

} // namespace kunna::app
