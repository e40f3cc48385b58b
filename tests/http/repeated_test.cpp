// Idempotency-Key on a real database: the effect and its key are one transaction.
#include "db/db.hpp"
#include "support/databases.hpp"
#include "support/harness.hpp"

#include <boost/describe.hpp>
#include <fmt/format.h>
#include <thread>

namespace kunna::http::test {
namespace {

using access::Permission;

struct Order {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Order, (), (text))

struct Done {
    std::int64_t number = 0;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Done, (), (number, text))

// Keeps keys as a database would: what is written in a transaction that fails is gone.
class KeysInMemory final : public Idempotency {
public:
    std::optional<Kept> find(const IdempotencyKey& key, Instant) override {
        const std::lock_guard lock{guard};
        const auto found = kept.find(key.route + key.key);
        return found == kept.end() ? std::nullopt : std::optional{found->second};
    }
    void keep(db::Tx& tx, const IdempotencyKey& key, const std::optional<KeptAnswer>& answer, Instant) override {
        EXPECT_GT(tx.now().ms, 0);
        const std::lock_guard lock{guard};
        kept[key.route + key.key] = {key.body_hash, answer};
        ++kept_in_transactions;
        answers_in_transactions += answer.has_value();
    }
    void complete(const IdempotencyKey& key, const KeptAnswer& answer) override {
        const std::lock_guard lock{guard};
        kept[key.route + key.key].answer = answer;
    }

    std::mutex guard;
    std::map<std::string, Kept> kept;
    int kept_in_transactions = 0;
    int answers_in_transactions = 0;
};

class Repeated : public testing::Test {
protected:
    void SetUp() override {
        database = fresh.open();
        server.services.db = database.get();
        server.services.idempotency = &keys;
        auto& api = server.api;
        api.post("/orders", {.summary = "order", .needs = Permission::edit_people},
                 [this](db::Db& db, const Order& order) -> Result<Created<Done>> {
                     return db.transact([&](db::Tx&) -> Result<Created<Done>> {
                         if (order.text == "refuse") return refuse(Kind::conflict, "http.conflict");
                         return Created<Done>{"/orders/1", Done{++orders, order.text}};
                     });
                 });
        // The transaction answers something else than the route does.
        api.post("/indirect", {.summary = "indirect", .needs = Permission::edit_people},
                 [this](db::Db& db, const Order& order) -> Result<Done> {
                     const std::int64_t number =
                         TRY(db.transact([&](db::Tx&) -> Result<std::int64_t> { return ++orders; }));
                     if (crash) throw std::runtime_error{"after the commit"};
                     return Done{number, order.text};
                 });
        server.start();
    }

    Answer order(std::string_view key, std::string_view text = "a", std::string_view path = "/api/v1/orders") {
        return server.post(path, fmt::format(R"({{"text":"{}"}})", text), {{"Idempotency-Key", std::string{key}}});
    }

    kunna::test::FreshDatabase fresh{db::Engine::sqlite};
    std::unique_ptr<db::Db> database;
    KeysInMemory keys;
    TestServer server;
    std::atomic<std::int64_t> orders{0};
    bool crash = false;
};

TEST_F(Repeated, TheSameKeyTakesEffectOnceAndAnswersTheSame) {
    const Answer first = order("k1");
    const Answer again = order("k1");
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(again.header("Location"), "/api/v1/orders/1");
    EXPECT_EQ(again.header("Idempotency-Replayed"), "true");
    EXPECT_EQ(orders, 1);
    EXPECT_EQ(order("k2").status, 201);
    EXPECT_EQ(orders, 2);
    EXPECT_EQ(keys.answers_in_transactions, 2);
}

TEST_F(Repeated, WithoutAKeyEveryRequestTakesEffect) {
    order("");
    order("");
    EXPECT_EQ(orders, 2);
    EXPECT_EQ(keys.kept_in_transactions, 0);
}

TEST_F(Repeated, TheSameKeyForOtherContentIsRefused) {
    order("k1");
    const Answer other = order("k1", "b");
    EXPECT_EQ(other.status, 422);
    EXPECT_EQ(other.code(), "idempotency.other_body");
    EXPECT_EQ(order("k\x01").status, 400); // no header at all
    EXPECT_EQ(order(std::string(129, 'k')).code(), "input.invalid");
    EXPECT_EQ(orders, 1);
}

TEST_F(Repeated, ARefusalIsNotKept) {
    EXPECT_EQ(order("k1", "refuse").status, 409);
    EXPECT_TRUE(keys.kept.empty());
}

TEST_F(Repeated, AnAnswerMadeAfterTheTransactionIsKeptToo) {
    const Answer first = order("k1", "a", "/api/v1/indirect");
    const Answer again = order("k1", "a", "/api/v1/indirect");
    EXPECT_EQ(first.body, R"({"number":1,"text":"a"})");
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(keys.answers_in_transactions, 0);
}

TEST_F(Repeated, ACrashBetweenCommitAndAnswerNeverRepeatsTheEffect) {
    crash = true;
    EXPECT_EQ(order("k1", "a", "/api/v1/indirect").status, 500);
    crash = false;
    EXPECT_EQ(order("k1", "a", "/api/v1/indirect").code(), "idempotency.answer_lost");
    EXPECT_EQ(orders, 1);
}

TEST_F(Repeated, ManyAtOnceTakeEffectOnce) {
    std::vector<std::thread> threads;
    std::atomic<int> good{0};
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            const Answer answer = order("same");
            if (answer.status == 201) ++good;
            if (answer.status != 201) {
                EXPECT_EQ(answer.code(), "idempotency.running");
            }
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_GE(good, 1);
    EXPECT_EQ(orders, 1);
}

} // namespace
} // namespace kunna::http::test
