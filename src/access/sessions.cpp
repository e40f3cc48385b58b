// Sessions.
#include "access/sessions.hpp"

#include "access/account.hpp"
#include "access/accounts.hpp"
#include "access/queries.hpp"
#include "access/secret.hpp"
#include "audit/trail.hpp"
#include "base/text.hpp"

namespace kunna::access {

namespace {

constexpr std::int64_t remembered_ms = 5'000;
constexpr std::chrono::minutes seen_every{5}; // a session's "last seen" need not be finer
constexpr std::size_t most_remembered = 50'000;

std::int64_t monotonic_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

struct SigningIn {
    AccountId id{};
    bool active = false;
    std::optional<Date> last_day{};
    std::optional<std::string> password{};
};
BOOST_DESCRIBE_STRUCT(SigningIn, (), (id, active, last_day, password))

struct SessionRow {
    AccountId account{};
    std::string csrf{};
    Instant seen{};
    std::optional<Date> last_day{};
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (account, csrf, seen, last_day))

struct TokenFound {
    TokenId id{};
    AccountId account{};
    std::string scopes{};
    std::optional<Instant> last_used{};
    std::optional<Date> last_day{};
};
BOOST_DESCRIBE_STRUCT(TokenFound, (), (id, account, scopes, last_used, last_day))

bool over(const std::optional<Date>& last_day, Date today) {
    return last_day && *last_day < today;
}

} // namespace

Result<Actor> actor_of(db::Tx& tx, AccountId id) {
    const Account found = TRY(account(tx, id));
    Actor actor;
    actor.account = id;
    actor.name = found.name;
    actor.language = found.language;
    if (found.person) {
        actor.person = *found.person;
        actor.grants.push_back({Role::employee, {}});
        if (*tx.one<std::int64_t>(queries::reports_today, {{"person", *found.person}, {"day", tx.today()}}) > 0)
            actor.grants.push_back({Role::manager, {}});
    }
    for (const GrantedRole& role : found.roles) actor.grants.push_back({role.role, role.unit});
    return actor;
}

Result<Opened> Sessions::sign_in(std::string_view email, std::string_view password, std::string_view address) {
    const std::string folded = text::fold(email);
    const Instant now = db_.clock().now();
    if (const auto wait = throttle_.wait(folded, address, now); wait.count() > 0)
        return Error{Kind::too_many, "session.slow_down", {}, {{"seconds", std::to_string(wait.count())}}};
    const auto found = db_.read([&](db::Tx& tx) {
        return tx.one<SigningIn>(queries::account_by_email, {{"email", folded}});
    });
    bool right = false;
    if (found && found->password)
        right = verify_password(password, *found->password);
    else
        verify_nothing(password);
    if (!right || !found->active || over(found->last_day, db_.clock().today())) {
        throttle_.failed(folded, address, now);
        return refuse(Kind::unauthenticated, "session.wrong");
    }
    throttle_.succeeded(folded, address);
    return open(found->id);
}

Result<Opened> Sessions::open(AccountId id) {
    Opened opened{random_secret(), random_secret(), {}};
    return db_.transact([&](db::Tx& tx) -> Result<Opened> {
        const Instant now = tx.now();
        tx.run(queries::end_old_sessions,
               {{"now", now}, {"idle_since", now + -std::chrono::milliseconds{session_idles}}});
        opened.actor = TRY(actor_of(tx, id));
        tx.run(queries::insert_session, {{"hash", hash_secret(opened.secret)},
                                         {"account", id},
                                         {"csrf", opened.csrf},
                                         {"created", now},
                                         {"seen", now},
                                         {"expires", now + session_lasts}});
        tx.run(queries::seen_account, {{"at", now}, {"account", id}});
        audit::append(tx, id, "session.opened", id.value);
        return opened;
    });
}

void Sessions::sign_out(std::string_view secret) {
    (void)db_.transact([&](db::Tx& tx) -> Result<void> {
        const std::string hash = hash_secret(secret);
        const auto session =
            tx.one<SessionRow>(queries::session_by_hash,
                               {{"hash", hash}, {"now", tx.now()}, {"today", tx.today()}, {"idle_since", Instant{0}}});
        if (!session) return {};
        tx.run(queries::end_session, {{"hash", hash}});
        audit::append(tx, session->account, "session.ended", session->account.value);
        return {};
    });
}

void Sessions::sign_out_everywhere(const Actor& actor) {
    (void)db_.transact([&](db::Tx& tx) -> Result<void> {
        tx.run(queries::end_sessions_of_account, {{"account", actor.account}});
        audit::append(tx, actor.account, "session.all_ended", actor.account.value);
        return {};
    });
}

Result<Known> Sessions::by_session(std::string_view secret) {
    if (const auto known = remembered(secret)) return *known;
    const std::int64_t version = db_.version();
    const std::string hash = hash_secret(secret);
    const Instant now = db_.clock().now();
    Instant seen{};
    Known known = TRY(db_.read([&](db::Tx& tx) -> Result<Known> {
        const auto row = tx.one<SessionRow>(queries::session_by_hash,
                                            {{"hash", hash},
                                             {"now", now},
                                             {"today", tx.today()},
                                             {"idle_since", now + -std::chrono::milliseconds{session_idles}}});
        if (!row) return refuse(Kind::unauthenticated, "session.ended");
        seen = row->seen;
        return Known{std::make_shared<const Actor>(TRY(actor_of(tx, row->account))), row->csrf, row->last_day};
    }));
    if (now - seen > seen_every) {
        (void)db_.transact([&](db::Tx& tx) -> Result<void> {
            tx.run(queries::touch_session, {{"now", now}, {"hash", hash}});
            tx.run(queries::seen_account, {{"at", now}, {"account", known.actor->account}});
            return {};
        });
    }
    remember(secret, known, version);
    return known;
}

Result<Known> Sessions::by_token(std::string_view token) {
    if (const auto known = remembered(token)) return *known;
    const std::int64_t version = db_.version();
    const Instant now = db_.clock().now();
    TokenFound row;
    Known known = TRY(db_.read([&](db::Tx& tx) -> Result<Known> {
        const auto found =
            tx.one<TokenFound>(queries::token_by_hash, {{"hash", hash_secret(token)}, {"today", tx.today()}});
        if (!found) return refuse(Kind::unauthenticated, "token.unknown");
        row = *found;
        Actor actor = TRY(actor_of(tx, row.account));
        actor.token = row.id;
        actor.scopes.reset();
        for (const std::string_view scope : text::split(row.scopes, ' '))
            if (const auto permission = db::enum_of<Permission>(scope))
                actor.scopes.set(static_cast<std::size_t>(*permission));
        return Known{std::make_shared<const Actor>(std::move(actor)), {}, row.last_day};
    }));
    if (!row.last_used || now - *row.last_used > seen_every) {
        (void)db_.transact([&](db::Tx& tx) -> Result<void> {
            tx.run(queries::touch_token, {{"now", now}, {"token", row.id}});
            return {};
        });
    }
    remember(token, known, version);
    return known;
}

std::optional<Known> Sessions::remembered(std::string_view secret) const {
    const std::shared_lock held{mutex_};
    const auto found = memory_.find(std::string{secret});
    if (found == memory_.end() || found->second.version != db_.version() || found->second.until_ms < monotonic_ms() ||
        over(found->second.known.last_day, db_.clock().today()))
        return std::nullopt;
    return found->second.known;
}

void Sessions::remember(std::string_view secret, const Known& known, std::int64_t version) {
    const std::unique_lock held{mutex_};
    if (memory_.size() >= most_remembered) memory_.clear();
    memory_[std::string{secret}] = {known, version, monotonic_ms() + remembered_ms};
}

} // namespace kunna::access
