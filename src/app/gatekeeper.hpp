// Gatekeeper and idempotency store: http's two questions, answered by access and the database.
#pragma once

#include "access/sessions.hpp"
#include "http/gatekeeper.hpp"
#include "http/idempotency.hpp"

namespace kunna::app {

class Doorkeeper final : public http::Gatekeeper {
public:
    explicit Doorkeeper(access::Sessions& sessions) : sessions_(sessions) {}
    Result<http::SignedIn> actor_of(const http::Credentials& credentials) override;
    std::optional<http::SignedIn> remembered(const http::Credentials& credentials) override;

private:
    access::Sessions& sessions_;
};

class KeptAnswers final : public http::Idempotency {
public:
    explicit KeptAnswers(db::Db& db) : db_(db) {}
    std::optional<Kept> find(const http::IdempotencyKey& key, Instant since) override;
    void keep(db::Tx& tx, const http::IdempotencyKey& key, const std::optional<http::KeptAnswer>& answer,
              Instant now) override;
    void complete(const http::IdempotencyKey& key, const http::KeptAnswer& answer) override;

private:
    db::Db& db_;
};

} // namespace kunna::app
