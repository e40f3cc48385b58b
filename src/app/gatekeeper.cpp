// Gatekeeper and idempotency store.
#include "app/gatekeeper.hpp"

#include "app/queries.hpp"
#include "base/json_read.hpp"
#include "base/json_write.hpp"

namespace kunna::app {

namespace {

http::SignedIn signed_in(const access::Known& known) {
    return {known.actor, known.csrf};
}

// http::KeptAnswer in a form that JSON knows.
struct Stored {
    std::int32_t status = 0;
    std::string content_type{};
    std::string location{};
    std::string etag{};
    std::string body{};
};
BOOST_DESCRIBE_STRUCT(Stored, (), (status, content_type, location, etag, body))

std::string stored_text(const http::KeptAnswer& answer) {
    return json::to_text(Stored{answer.status, answer.content_type, answer.location, answer.etag, answer.body});
}

struct Found {
    std::string body_hash{};
    std::optional<std::string> answer{};
};
BOOST_DESCRIBE_STRUCT(Found, (), (body_hash, answer))

} // namespace

Result<http::SignedIn> Doorkeeper::actor_of(const http::Credentials& credentials) {
    const auto known =
        credentials.token.empty() ? sessions_.by_session(credentials.session) : sessions_.by_token(credentials.token);
    if (!known.ok()) return known.error();
    return signed_in(*known);
}

std::optional<http::SignedIn> Doorkeeper::remembered(const http::Credentials& credentials) {
    const auto known = sessions_.remembered(credentials.token.empty() ? credentials.session : credentials.token);
    if (!known) return std::nullopt;
    return signed_in(*known);
}

std::optional<http::Idempotency::Kept> KeptAnswers::find(const http::IdempotencyKey& key, Instant since) {
    const auto found = db_.read([&](db::Tx& tx) {
        return tx.one<Found>(queries::find_kept,
                             {{"account", key.account}, {"route", key.route}, {"key", key.key}, {"since", since}});
    });
    if (!found) return std::nullopt;
    Kept kept{found->body_hash, {}};
    if (found->answer) {
        const auto stored = json::from_text<Stored>(*found->answer);
        if (!stored.ok()) throw std::runtime_error{"a kept answer cannot be read"};
        kept.answer =
            http::KeptAnswer{stored->status, stored->content_type, stored->location, stored->etag, stored->body};
    }
    return kept;
}

void KeptAnswers::keep(db::Tx& tx, const http::IdempotencyKey& key, const std::optional<http::KeptAnswer>& answer,
                       Instant now) {
    const Instant old = now + -std::chrono::milliseconds{http::idempotency_kept};
    tx.run(queries::drop_kept, {{"account", key.account}, {"route", key.route}, {"key", key.key}, {"since", old}});
    const auto text = answer ? std::optional{stored_text(*answer)} : std::nullopt;
    tx.run(queries::keep, {{"account", key.account},
                           {"route", key.route},
                           {"key", key.key},
                           {"body_hash", key.body_hash},
                           {"answer", text},
                           {"created", now}});
}

void KeptAnswers::complete(const http::IdempotencyKey& key, const http::KeptAnswer& answer) {
    (void)db_.transact([&](db::Tx& tx) -> Result<void> {
        tx.run(queries::complete,
               {{"answer", stored_text(answer)}, {"account", key.account}, {"route", key.route}, {"key", key.key}});
        return {};
    });
}

} // namespace kunna::app
