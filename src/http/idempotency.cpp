// One effect and one answer for a POST that is sent twice.
#include "db/db.hpp"
#include "http/dispatch.hpp"
#include "http/headers.hpp"
#include "http/problem.hpp"

#include <sodium.h>

namespace kunna::http {

namespace {

// BLAKE2b-256 over the parts, each with its length before it.
std::string hash_of(std::initializer_list<std::string_view> parts) {
    crypto_generichash_state state;
    std::string hash(32, '\0');
    crypto_generichash_init(&state, nullptr, 0, hash.size());
    for (const std::string_view part : parts) {
        const auto size = static_cast<std::uint64_t>(part.size());
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(&size), sizeof size);
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(part.data()), part.size());
    }
    crypto_generichash_final(&state, reinterpret_cast<unsigned char*>(hash.data()), hash.size());
    return hash;
}

std::string hex(const std::string& bytes) {
    std::string digits(2 * bytes.size() + 1, '\0');
    sodium_bin2hex(digits.data(), digits.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    digits.pop_back();
    return digits;
}

IdempotencyKey key_of(const Call& call, const Route& route, std::string_view sent) {
    const Credentials credentials = credentials_of(call.request);
    return {.account = call.actor.account,
            .route = route.id,
            .key = hex(hash_of({"key", sent})),
            .body_hash = hex(hash_of({"body", sent, call.request.target, call.request.body})),
            .seal = hash_of({"seal", sent, credentials.session, credentials.token})};
}

KeptAnswer kept_of(const Reply& reply) {
    return {reply.status, reply.content_type, std::string{reply.header("Location")}, std::string{reply.header("ETag")},
            std::string{reply.content()}};
}

Reply reply_of(KeptAnswer kept) {
    Reply reply = json_reply(kept.status, std::move(kept.body));
    reply.content_type = std::move(kept.content_type);
    if (!kept.location.empty()) reply.set("Location", std::move(kept.location));
    if (!kept.etag.empty()) reply.set("ETag", std::move(kept.etag));
    reply.set("Idempotency-Replayed", "true");
    return reply;
}

// Keeps the key in the first transaction of the handler, with its answer when the transaction gives it.
class KeepKey final : public db::BeforeCommit {
public:
    KeepKey(Idempotency& store, const IdempotencyKey& key, const Route& route, Call& call) :
        store_(store), key_(key), route_(route), call_(call), before_(std::exchange(db::before_commit(), this)) {}
    ~KeepKey() override { db::before_commit() = before_; }
    KeepKey(const KeepKey&) = delete;
    KeepKey& operator=(const KeepKey&) = delete;

    void run(db::Tx& tx, const std::type_info& type, const void* value) override {
        if (kept_) return;
        std::optional<KeptAnswer> answer;
        if (route_.answers_with != nullptr && *route_.answers_with == type)
            answer = kept_of(route_.render(call_, value));
        store_.keep(tx, key_, answer, call_.now);
        kept_ = true;
        answered_ = answer.has_value();
    }

    [[nodiscard]] bool needs_answer() const { return kept_ && !answered_; }

private:
    Idempotency& store_;
    const IdempotencyKey& key_;
    const Route& route_;
    Call& call_;
    db::BeforeCommit* before_;
    bool kept_ = false;
    bool answered_ = false;
};

} // namespace

Result<Reply> Dispatch::handle_once(Plan& plan, Call& call, std::string_view key) {
    const bool visible = std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7F; });
    if (key.size() > 128 || !visible) return refuse_field("/header/idempotency-key", "idempotency.bad_key");
    const Route& route = *plan.route;
    const IdempotencyKey wanted = key_of(call, route, key);

    const std::string running = fmt::format("{} {} {}", wanted.account.value, wanted.route, wanted.key);
    {
        const std::lock_guard lock{running_guard_};
        if (!running_.insert(running).second) return refuse(Kind::conflict, "idempotency.running");
    }
    struct Leave {
        Dispatch& dispatch;
        const std::string& key;
        ~Leave() {
            const std::lock_guard lock{dispatch.running_guard_};
            dispatch.running_.erase(key);
        }
    } const leave{*this, running};

    Idempotency& store = *services_.idempotency;
    if (auto kept = store.find(wanted, Instant{call.now.ms - std::chrono::milliseconds{idempotency_kept}.count()})) {
        if (kept->body_hash != wanted.body_hash) return refuse(Kind::invalid, "idempotency.other_body");
        if (!kept->answer) return refuse(Kind::conflict, "idempotency.answer_lost");
        return reply_of(std::move(*kept->answer));
    }
    KeepKey keep{store, wanted, route, call};
    Result<Reply> reply = route.run(call);
    if (keep.needs_answer()) store.complete(wanted, kept_of(reply.ok() ? *reply : problem(reply.error(), plan)));
    return reply;
}

} // namespace kunna::http
