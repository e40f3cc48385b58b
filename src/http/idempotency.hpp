// Idempotency-Key: a POST sent twice takes effect once and answers the same twice, for 24 hours per account and route.
//
// The key is kept in the transaction that makes the effect (db::BeforeCommit), so there is no moment in which the one
// is durable without the other. app implements the store over the database.
//
// Answers hold secrets (a new token) and requests too (a new password), so the database holds neither in the open: the
// key as a hash, the request as a hash that takes the key, the answer sealed with what only the caller has.
#pragma once

#include "base/date.hpp"
#include "base/id.hpp"

#include <optional>
#include <string>

namespace kunna::db {
class Tx;
}

namespace kunna::http {

inline constexpr std::chrono::hours idempotency_kept{24};

struct IdempotencyKey {
    AccountId account{};
    std::string route{};     // operationId
    std::string key{};       // 64 hex digits over what the client sent
    std::string body_hash{}; // 64 hex digits over target and body, keyed by what the client sent
    std::string seal{};      // 32 bytes out of the caller's credential and what it sent; not to be stored
};

struct KeptAnswer {
    int status = 0;
    std::string content_type{};
    std::string location{};
    std::string etag{};
    std::string body{};
};

class Idempotency {
public:
    virtual ~Idempotency() = default;

    struct Kept {
        std::string body_hash{};
        std::optional<KeptAnswer> answer{};
    };
    // What is kept under account, route and key since `since`; without its answer when another credential sealed it.
    virtual std::optional<Kept> find(const IdempotencyKey& key, Instant since) = 0;
    // Within the handler's transaction. (account, route, key) is unique: when another node runs the same key at this
    // moment, one of the two fails here with db::Constraint and is rolled back. A row older than 24 h is replaced.
    virtual void keep(db::Tx& tx, const IdempotencyKey& key, const std::optional<KeptAnswer>& answer, Instant now) = 0;
    // The answer of a key that keep() wrote without one.
    virtual void complete(const IdempotencyKey& key, const KeptAnswer& answer) = 0;
};

} // namespace kunna::http
