// The HTTP face of accounts, tokens and the trail. Signing in is in app/sign_in_routes.cpp: it needs the settings too.
#include "access/routes.hpp"

#include "access/accounts.hpp"
#include "access/trail_page.hpp"
#include "http/paging.hpp"
#include "http/router.hpp"

namespace kunna::access {

namespace {

struct AccountPath {
    AccountId account{};
};
BOOST_DESCRIBE_STRUCT(AccountPath, (), (account))

struct TokenPath {
    TokenId token{};
};
BOOST_DESCRIBE_STRUCT(TokenPath, (), (token))

struct AccountsPage : http::PageAsked {
    std::optional<std::string> query{};
};
BOOST_DESCRIBE_STRUCT(AccountsPage, (http::PageAsked), (query))

struct TrailAsked : http::PageAsked {
    std::optional<std::string> action{};
    std::optional<AccountId> account{};
    std::optional<Date> from{};
    std::optional<Date> to{};
};
BOOST_DESCRIBE_STRUCT(TrailAsked, (http::PageAsked), (action, account, from, to))

struct TokenList {
    std::vector<Token> items{};
};
BOOST_DESCRIBE_STRUCT(TokenList, (), (items))

struct InvitationAsked {
    AccountId account{};
    std::optional<bool> by_hand{}; // a link to hand over, although e-mail is set up
};
BOOST_DESCRIBE_STRUCT(InvitationAsked, (), (account, by_hand))

Instant start_of(Date day) {
    return {std::int64_t{day.days()} * 86'400'000};
}

Result<http::Page<Account>> list_accounts(db::Db& db, const AccountsPage& asked) {
    const auto limit = asked.limit_or(50);
    const std::int64_t after = TRY(http::page_start("accounts", asked.cursor, 0));
    http::Page<Account> page;
    page.items = db.read([&](db::Tx& tx) {
        return accounts(tx, {asked.query.value_or(""), after, static_cast<int>(limit) + 1});
    });
    http::cut_page(page, "accounts", limit, [](const Account& last) { return last.id.value; });
    return page;
}

Result<http::Page<TrailEntry>> list_trail(db::Db& db, const Actor& actor, const TrailAsked& asked) {
    const auto limit = asked.limit_or(50);
    const std::int64_t before = TRY(http::page_start("audit", asked.cursor, std::numeric_limits<std::int64_t>::max()));
    audit::Filter filter;
    filter.action = asked.action.value_or("");
    filter.account = asked.account;
    if (asked.from) filter.from = start_of(*asked.from);
    if (asked.to) filter.to = start_of(*asked.to + 1);
    http::Page<TrailEntry> page;
    page.items = db.read(
        [&](db::Tx& tx) { return trail_page(tx, filter, before, static_cast<int>(limit) + 1, actor.language); });
    http::cut_page(page, "audit", limit, [](const TrailEntry& last) { return last.seq; });
    return page;
}

} // namespace

void declare_routes(http::Router& api, Inviter inviter) {
    api.get("/accounts", {.summary = "Accounts and what was granted to them", .needs = Permission::administer_accounts},
            list_accounts);
    api.post("/accounts",
             {.summary = "Add an account; its owner opens it by a one-time link, mailed where e-mail is set up",
              .needs = Permission::administer_accounts},
             [inviter](db::Db& db, const Actor& actor, const NewAccount& wanted) {
                 return db.transact([&](db::Tx& tx) -> Result<http::Created<Invited>> {
                     Account added = TRY(add_account(tx, actor, wanted));
                     Invitation invitation = TRY(inviter(tx, actor, added.id, false));
                     const std::string location = "/accounts/" + std::to_string(added.id.value);
                     return http::Created<Invited>{location, {std::move(invitation), std::move(added)}};
                 });
             });
    api.get("/accounts/{account}", {.summary = "One account", .needs = Permission::administer_accounts},
            [](db::Db& db, const AccountPath& path) -> Result<Account> {
                return db.read([&](db::Tx& tx) { return account(tx, path.account); });
            });
    api.patch(
        "/accounts/{account}",
        {.summary = "Change an account's name, roles, person, or close it", .needs = Permission::administer_accounts},
        [](db::Db& db, const Actor& actor, http::IfMatch match, const AccountPath& path,
           const AccountChange& change) -> Result<Account> {
            return db.transact(
                [&](db::Tx& tx) { return change_account(tx, actor, path.account, change, match.version); });
        });
    api.post("/accounts/{account}/invitation",
             {.summary = "A new one-time link, mailed where e-mail is set up unless by_hand; older ones end",
              .needs = Permission::administer_accounts},
             [inviter](db::Db& db, const Actor& actor, const InvitationAsked& asked) -> Result<Invitation> {
                 return db.transact(
                     [&](db::Tx& tx) { return inviter(tx, actor, asked.account, asked.by_hand.value_or(false)); });
             });

    api.get("/tokens", {.summary = "One's own API tokens", .needs = Permission::use_own_account},
            [](db::Db& db, const Actor& actor) -> Result<TokenList> {
                return db.read([&](db::Tx& tx) { return TokenList{tokens(tx, actor.account)}; });
            });
    api.post("/tokens",
             {.summary = "Issue an API token; its secret is shown this once", .needs = Permission::use_own_account},
             [](db::Db& db, const Actor& actor, const NewToken& wanted) -> Result<http::Created<IssuedToken>> {
                 // A token cannot make tokens: a leaked one must not outlive its revocation.
                 if (actor.token) return refuse(Kind::forbidden, "token.by_token");
                 const IssuedToken issued = TRY(issue_token(db, actor, wanted));
                 return http::Created<IssuedToken>{"/tokens/" + std::to_string(issued.token.id.value), issued};
             });
    api.del("/tokens/{token}", {.summary = "Revoke an API token", .needs = Permission::use_own_account},
            [](db::Db& db, const Actor& actor, const TokenPath& path) { return revoke_token(db, actor, path.token); });

    api.get("/audit", {.summary = "The trail of every change, newest first", .needs = Permission::view_audit},
            list_trail);
    api.get("/audit/verification", {.summary = "Recompute the chain of the trail", .needs = Permission::view_audit},
            [](db::Db& db) -> Result<audit::Verification> {
                return db.read([](db::Tx& tx) { return audit::verify(tx); });
            });
}

} // namespace kunna::access
