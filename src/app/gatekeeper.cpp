// Gatekeeper and idempotency store.
#include "app/gatekeeper.hpp"

#include "app/queries.hpp"
#include "base/base64.hpp"
#include "base/json_read.hpp"
#include "base/json_write.hpp"

#include <sodium.h>

namespace kunna::app {

namespace {

http::SignedIn signed_in(const access::Known& known) {
    return {known.actor, known.csrf};
}

const unsigned char* bytes_of(const std::string& text) {
    return reinterpret_cast<const unsigned char*>(text.data());
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

// XSalsa20-Poly1305 under the seal, in base64 behind its nonce.
std::string sealed(const http::KeptAnswer& answer, const std::string& seal) {
    const std::string text =
        json::to_text(Stored{answer.status, answer.content_type, answer.location, answer.etag, answer.body});
    std::vector<unsigned char> box(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + text.size());
    randombytes_buf(box.data(), crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(box.data() + crypto_secretbox_NONCEBYTES, bytes_of(text), text.size(), box.data(),
                          bytes_of(seal));
    return base64({reinterpret_cast<const char*>(box.data()), box.size()}, Base64::plain);
}

// Nothing when another credential sealed it.
std::optional<http::KeptAnswer> opened(const std::string& written, const std::string& seal) {
    const auto box = from_base64(written, Base64::plain);
    if (!box || box->size() < crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES) return std::nullopt;
    const unsigned char* nonce = bytes_of(*box);
    std::string text(box->size() - crypto_secretbox_NONCEBYTES - crypto_secretbox_MACBYTES, '\0');
    if (crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(text.data()), nonce + crypto_secretbox_NONCEBYTES,
                                   box->size() - crypto_secretbox_NONCEBYTES, nonce, bytes_of(seal)) != 0)
        return std::nullopt;
    auto stored = json::from_text<Stored>(text);
    if (!stored.ok()) throw std::runtime_error{"a kept answer cannot be read"};
    return http::KeptAnswer{stored->status, stored->content_type, stored->location, stored->etag, stored->body};
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
    if (found->answer) kept.answer = opened(*found->answer, key.seal);
    return kept;
}

void KeptAnswers::keep(db::Tx& tx, const http::IdempotencyKey& key, const std::optional<http::KeptAnswer>& answer,
                       Instant now) {
    const Instant old = now + -std::chrono::milliseconds{http::idempotency_kept};
    tx.run(queries::drop_kept, {{"account", key.account}, {"route", key.route}, {"key", key.key}, {"since", old}});
    const auto text = answer ? std::optional{sealed(*answer, key.seal)} : std::nullopt;
    tx.run(queries::keep, {{"account", key.account},
                           {"route", key.route},
                           {"key", key.key},
                           {"body_hash", key.body_hash},
                           {"answer", text},
                           {"created", now}});
}

void KeptAnswers::complete(const http::IdempotencyKey& key, const http::KeptAnswer& answer) {
    (void)db_.transact([&](db::Tx& tx) -> Result<void> {
        tx.run(
            queries::complete,
            {{"answer", sealed(answer, key.seal)}, {"account", key.account}, {"route", key.route}, {"key", key.key}});
        return {};
    });
}

} // namespace kunna::app
