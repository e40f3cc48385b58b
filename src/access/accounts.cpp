// Accounts and their tokens.
#include "access/accounts.hpp"

#include "access/queries.hpp"
#include "access/secret.hpp"
#include "audit/trail.hpp"
#include "base/text.hpp"
#include "db/like.hpp"

#include <algorithm>
#include <set>

namespace kunna::access {

namespace {

constexpr std::chrono::hours invitation_lasts{7 * 24};
constexpr std::chrono::hours first_link_lasts{24};

Account with_roles(db::Tx& tx, Account account) {
    account.roles = tx.all<GrantedRole>(queries::roles_of_account, {{"account", account.id}});
    return account;
}

// Employee and manager follow from having a person and from reporting lines, assessor from a round; nobody grants them.
Result<void> check_roles(db::Tx& tx, const std::vector<WantedRole>& roles) {
    for (std::size_t i = 0; i < roles.size(); ++i) {
        const std::string at = "/roles/" + std::to_string(i);
        if (roles[i].role == Role::employee || roles[i].role == Role::manager || roles[i].role == Role::assessor)
            return refuse_field(at + "/role", "account.role_not_granted");
        const bool limited = roles[i].role == Role::hr || roles[i].role == Role::learning;
        if (roles[i].unit && !limited) return refuse_field(at + "/unit", "account.role_is_whole");
        if (roles[i].unit && *tx.one<std::int64_t>(queries::unit_exists, {{"unit", *roles[i].unit}}) == 0)
            return refuse_field(at + "/unit", "unit.not_found");
    }
    return {};
}

void put_roles(db::Tx& tx, AccountId id, const std::vector<WantedRole>& roles) {
    tx.run(queries::clear_roles, {{"account", id}});
    for (const WantedRole& role : roles)
        tx.run(queries::insert_role, {{"account", id}, {"role", role.role}, {"unit", role.unit}});
}

bool is_assessor(const Account& account) {
    return std::any_of(account.roles.begin(), account.roles.end(),
                       [](const GrantedRole& one) { return one.role == Role::assessor; });
}

Result<void> check_person(db::Tx& tx, PersonId person, AccountId mine) {
    if (*tx.one<std::int64_t>(queries::person_exists, {{"person", person}}) == 0)
        return refuse_field("/person", "person.not_found");
    const auto holder = tx.one<AccountId>(queries::account_by_person, {{"person", person}});
    if (holder && *holder != mine) return refuse_field("/person", "account.person_taken");
    return {};
}

// The roles and the person have been checked.
Result<Account> insert_account(db::Tx& tx, const Actor& actor, const NewAccount& wanted) {
    const std::string email = text::squeeze(wanted.email);
    const std::string name = text::squeeze(wanted.name);
    if (!text::looks_like_email(email)) return refuse_field("/email", "email.invalid");
    if (name.empty()) return refuse_field("/name", "name.missing");
    const std::string language = wanted.language.value_or("sv");
    if (language != "sv" && language != "en") return refuse_field("/language", "language.unknown");
    if (tx.one<std::int64_t>(queries::account_by_email, {{"email", text::fold(email)}}))
        return refuse_field("/email", "account.email_taken");
    const auto id = tx.insert<AccountId>(queries::insert_account, {{"email", email},
                                                                   {"email_folded", text::fold(email)},
                                                                   {"name", name},
                                                                   {"person", wanted.person},
                                                                   {"language", language},
                                                                   {"created", tx.now()}});
    put_roles(tx, id, wanted.roles);
    audit::append(tx, actor.account, "account.added", id.value, "email,name,person,roles,language");
    return account(tx, id);
}

void end_invitations(db::Tx& tx, AccountId account) {
    tx.run(queries::end_invitations, {{"at", tx.now()}, {"account", account}});
}

std::string new_invitation(db::Tx& tx, AccountId account, std::chrono::hours lasts) {
    std::string secret = random_secret();
    end_invitations(tx, account);
    const std::optional<AccountId> whose = account.given() ? std::optional{account} : std::nullopt;
    tx.run(queries::insert_invitation,
           {{"hash", hash_secret(secret)}, {"account", whose}, {"created", tx.now()}, {"expires", tx.now() + lasts}});
    return secret;
}

struct TokenRow {
    TokenId id{};
    std::string name{};
    std::string scopes{};
    Instant created{};
    std::optional<Instant> last_used{};
    std::optional<Date> expires{};
};
BOOST_DESCRIBE_STRUCT(TokenRow, (), (id, name, scopes, created, last_used, expires))

std::vector<std::string> split_scopes(std::string_view stored) {
    std::vector<std::string> scopes;
    for (const std::string_view scope : text::split(stored, ' ')) scopes.emplace_back(scope);
    return scopes;
}

} // namespace

std::vector<Account> accounts(db::Tx& tx, const AccountsAsked& asked) {
    auto found =
        tx.all<Account>(queries::list_accounts,
                        {{"after", asked.after}, {"pattern", db::like_pattern(asked.query)}, {"limit", asked.limit}});
    for (Account& account : found) account = with_roles(tx, std::move(account));
    return found;
}

Result<Account> account(db::Tx& tx, AccountId id) {
    auto found = tx.one<Account>(queries::account_by_id, {{"account", id}});
    if (!found) return refuse(Kind::not_found, "account.not_found");
    return with_roles(tx, std::move(*found));
}

std::optional<Account> account_of(db::Tx& tx, PersonId person) {
    const auto id = tx.one<AccountId>(queries::account_by_person, {{"person", person}});
    if (!id) return std::nullopt;
    return with_roles(tx, *tx.one<Account>(queries::account_by_id, {{"account", *id}}));
}

bool any_administrator(db::Tx& tx) {
    return *tx.one<std::int64_t>(queries::active_administrators) > 0;
}

Result<Account> add_account(db::Tx& tx, const Actor& actor, const NewAccount& wanted) {
    TRY(check_roles(tx, wanted.roles));
    if (wanted.person) TRY(check_person(tx, *wanted.person, AccountId{}));
    return insert_account(tx, actor, wanted);
}

Result<Account> add_assessor(db::Tx& tx, const Actor& actor, const NewAssessor& wanted) {
    const Account made =
        TRY(insert_account(tx, actor, {wanted.email, wanted.name, {}, {{Role::assessor, {}}}, wanted.language}));
    return set_last_day(tx, actor, made.id, wanted.last_day);
}

Result<Account> set_last_day(db::Tx& tx, const Actor& actor, AccountId id, Date last_day) {
    if (!is_assessor(TRY(account(tx, id)))) return refuse(Kind::not_found, "account.not_found");
    tx.run(queries::set_last_day, {{"account", id}, {"last_day", last_day}});
    if (last_day < tx.today()) tx.run(queries::end_sessions_of_account, {{"account", id}});
    audit::append(tx, actor.account, "account.changed", id.value, "last_day");
    return account(tx, id);
}

Result<void> free_address(db::Tx& tx, const Actor& actor, AccountId id) {
    const Account past = TRY(account(tx, id));
    if (!is_assessor(past) || !past.last_day || tx.today() <= *past.last_day)
        return refuse(Kind::not_found, "account.not_found");
    tx.run(queries::free_address, {{"account", id}});
    audit::append(tx, actor.account, "account.changed", id.value, "email");
    return {};
}

Result<Account> change_account(db::Tx& tx, const Actor& actor, AccountId id, const AccountChange& change,
                               std::optional<std::int64_t> version) {
    const Account before = TRY(account(tx, id));
    if (version && *version != before.version) return refuse(Kind::stale, "version.stale");
    if (change.name && text::squeeze(*change.name).empty()) return refuse_field("/name", "name.missing");
    if (is_assessor(before) && (change.roles || change.person)) return refuse(Kind::conflict, "account.assessor_alone");
    if (change.roles) TRY(check_roles(tx, *change.roles));
    if (change.person) TRY(check_person(tx, *change.person, id));
    const bool active = change.active.value_or(before.active);
    tx.run(queries::update_account, {{"account", id},
                                     {"name", change.name ? text::squeeze(*change.name) : before.name},
                                     {"active", active},
                                     {"person", change.person ? change.person : before.person}});
    if (change.roles) put_roles(tx, id, *change.roles);
    if (!any_administrator(tx)) return refuse(Kind::conflict, "account.last_administrator");
    if (!active) tx.run(queries::end_sessions_of_account, {{"account", id}});
    std::string fields;
    for (const auto& [changed, field] :
         {std::pair{change.name.has_value(), "name"}, std::pair{change.active.has_value(), "active"},
          std::pair{change.roles.has_value(), "roles"}, std::pair{change.person.has_value(), "person"}})
        if (changed) fields += (fields.empty() ? "" : ",") + std::string{field};
    audit::append(tx, actor.account, "account.changed", id.value, fields);
    return account(tx, id);
}

Result<std::string> invite(db::Tx& tx, const Actor& actor, AccountId id) {
    TRY(account(tx, id));
    const std::string secret = new_invitation(tx, id, invitation_lasts);
    audit::append(tx, actor.account, "account.invited", id.value);
    return "/invitation/" + secret;
}

Result<void> invite_by_letter(db::Tx& tx, const Actor& actor, AccountId id) {
    TRY(account(tx, id));
    end_invitations(tx, id);
    audit::append(tx, actor.account, "account.invited", id.value, "mail");
    return {};
}

LetterLink link_of_letter(db::Tx& tx, AccountId id) {
    const std::string secret = new_invitation(tx, id, invitation_lasts);
    return {"/invitation/" + secret, hash_secret(secret)};
}

bool link_ended(db::Tx& tx, std::string_view hash) {
    return *tx.one<std::int64_t>(queries::invitation_ended, {{"hash", hash}}) > 0;
}

bool has_password(db::Tx& tx, AccountId id) {
    return !tx.one<std::string>(queries::password_of_account, {{"account", id}}).value_or("").empty();
}

Result<AccountId> accept_invitation(db::Db& db, std::string_view secret, std::string_view password) {
    const std::string hash = hash_secret(secret);
    // The slow hash is made outside the transaction, and only for a link that is open.
    const auto asked = db.read([&](db::Tx& tx) -> Result<Account> {
        const auto id =
            tx.one<AccountId>(queries::open_invitation, {{"hash", hash}, {"now", tx.now()}, {"today", tx.today()}});
        if (!id || !id->given()) return refuse(Kind::not_found, "invitation.not_open");
        return account(tx, *id);
    });
    const Account invited = TRY(asked);
    TRY(check_password(password, invited.email));
    const std::string stored = hash_password(password);
    return db.transact([&](db::Tx& tx) -> Result<AccountId> {
        const auto id =
            tx.one<AccountId>(queries::open_invitation, {{"hash", hash}, {"now", tx.now()}, {"today", tx.today()}});
        if (!id) return refuse(Kind::not_found, "invitation.not_open");
        end_invitations(tx, *id);
        tx.run(queries::end_sessions_of_account, {{"account", *id}});
        tx.run(queries::update_password, {{"password", stored}, {"account", *id}});
        audit::append(tx, *id, "account.opened", id->value, "password");
        return *id;
    });
}

std::optional<std::string> first_administrator_link(db::Db& db) {
    const auto made = db.transact([&](db::Tx& tx) -> Result<std::string> {
        if (any_administrator(tx)) return refuse(Kind::conflict, "account.administrator_exists");
        return "/start/" + new_invitation(tx, AccountId{}, first_link_lasts);
    });
    if (!made.ok()) return std::nullopt;
    return *made;
}

Result<AccountId> create_first_administrator(db::Db& db, const FirstAdministrator& wanted) {
    const std::string hash = hash_secret(wanted.token);
    const auto open = [&](db::Tx& tx) -> Result<void> {
        const auto id =
            tx.one<AccountId>(queries::open_invitation, {{"hash", hash}, {"now", tx.now()}, {"today", tx.today()}});
        if (!id || id->given() || any_administrator(tx)) return refuse(Kind::not_found, "invitation.not_open");
        return {};
    };
    TRY(db.read(open));
    TRY(check_password(wanted.password, wanted.email));
    const std::string stored = hash_password(wanted.password);
    return db.transact([&](db::Tx& tx) -> Result<AccountId> {
        TRY(open(tx));
        const Account added = TRY(add_account(
            tx, Actor::system(), {wanted.email, wanted.name, {}, {{Role::administrator, {}}, {Role::hr, {}}}, {}}));
        end_invitations(tx, AccountId{});
        set_password(tx, Actor::system(), added.id, stored);
        return added.id;
    });
}

void set_password(db::Tx& tx, const Actor& actor, AccountId id, std::string_view hash) {
    tx.run(queries::update_password, {{"password", hash}, {"account", id}});
    audit::append(tx, actor.account, "account.password_set", id.value, "password");
}

Result<void> change_password(db::Db& db, const Actor& actor, std::string_view current, std::string_view wanted) {
    struct Known {
        std::string email{};
        std::string password{};
    };
    const auto known = TRY(db.read([&](db::Tx& tx) -> Result<Known> {
        const Account mine = TRY(account(tx, actor.account));
        return Known{mine.email, *tx.one<std::string>(queries::password_of_account, {{"account", actor.account}})};
    }));
    if (!verify_password(current, known.password)) return refuse_field("/current", "password.wrong");
    TRY(check_password(wanted, known.email));
    const std::string stored = hash_password(wanted);
    return db.transact([&](db::Tx& tx) -> Result<void> {
        tx.run(queries::end_sessions_of_account, {{"account", actor.account}});
        set_password(tx, actor, actor.account, stored);
        return {};
    });
}

Result<void> change_language(db::Db& db, const Actor& actor, std::string_view language) {
    if (language != "sv" && language != "en") return refuse_field("/language", "language.unknown");
    return db.transact([&](db::Tx& tx) -> Result<void> {
        tx.run(queries::update_language, {{"language", language}, {"account", actor.account}});
        audit::append(tx, actor.account, "account.changed", actor.account.value, "language");
        return {};
    });
}

Result<void> change_mail_wish(db::Db& db, const Actor& actor, MailWish wish) {
    return db.transact([&](db::Tx& tx) -> Result<void> {
        tx.run(queries::update_mail_wish, {{"mail", wish}, {"account", actor.account}});
        audit::append(tx, actor.account, "account.changed", actor.account.value, "mail");
        return {};
    });
}

std::vector<Token> tokens(db::Tx& tx, AccountId account) {
    std::vector<Token> found;
    for (const TokenRow& row : tx.all<TokenRow>(queries::tokens_of_account, {{"account", account}}))
        found.push_back({row.id, row.name, split_scopes(row.scopes), row.created, row.last_used, row.expires});
    return found;
}

Result<IssuedToken> issue_token(db::Db& db, const Actor& actor, const NewToken& wanted) {
    const std::string name = text::squeeze(wanted.name);
    if (name.empty()) return refuse_field("/name", "name.missing");
    if (wanted.scopes.empty()) return refuse_field("/scopes", "token.no_scope");
    if (wanted.expires && *wanted.expires < db.clock().today()) return refuse_field("/expires", "date.past");
    std::set<std::string> scopes;
    for (std::size_t i = 0; i < wanted.scopes.size(); ++i) {
        const auto permission = db::enum_of<Permission>(wanted.scopes[i]);
        if (!permission || !actor.may(*permission))
            return refuse_field("/scopes/" + std::to_string(i), "token.scope_not_held", {{"scope", wanted.scopes[i]}});
        scopes.insert(wanted.scopes[i]);
    }
    const std::string secret = "kunna_" + random_secret();
    return db.transact([&](db::Tx& tx) -> Result<IssuedToken> {
        const auto id =
            tx.insert<TokenId>(queries::insert_token, {{"account", actor.account},
                                                       {"name", name},
                                                       {"hash", hash_secret(secret)},
                                                       {"scopes", fmt::format("{}", fmt::join(scopes, " "))},
                                                       {"created", tx.now()},
                                                       {"expires", wanted.expires}});
        audit::append(tx, actor.account, "token.issued", id.value, "name,scopes,expires");
        return IssuedToken{{id, name, {scopes.begin(), scopes.end()}, tx.now(), {}, wanted.expires}, secret};
    });
}

Result<void> revoke_token(db::Db& db, const Actor& actor, TokenId id) {
    return db.transact([&](db::Tx& tx) -> Result<void> {
        if (tx.run(queries::revoke_token, {{"now", tx.now()}, {"token", id}, {"account", actor.account}}) == 0)
            return refuse(Kind::not_found, "token.not_found");
        audit::append(tx, actor.account, "token.revoked", id.value);
        return {};
    });
}

} // namespace kunna::access
