// What is kept of a POST that may be sent twice: enough to answer again, nothing to read for who has the database.
#include "app/gatekeeper.hpp"
#include "support/databases.hpp"

#include <gtest/gtest.h>

namespace kunna::app {
namespace {

class KeptAnswersTest : public ::testing::TestWithParam<db::Engine> {
protected:
    test::FreshDatabase fresh{GetParam()};
    std::unique_ptr<db::Db> db = fresh.open();
    KeptAnswers store{*db};
    http::IdempotencyKey key{AccountId{7}, "addToken", "key", "body", std::string(32, 's')};
    http::KeptAnswer token{201, "application/json", "/tokens/1", "\"1\"", R"({"secret":"kunna_do-not-tell"})"};

    void keep(const std::optional<http::KeptAnswer>& answer) {
        (void)db->transact([&](db::Tx& tx) -> Result<void> {
            store.keep(tx, key, answer, tx.now());
            return {};
        });
    }
    std::string written() {
        static constexpr db::Query query{
            "test.kept", "SELECT answer FROM idempotency", "SELECT answer FROM idempotency", {}, ""};
        return db->read([&](db::Tx& tx) { return *tx.one<std::string>(query); });
    }
};

TEST_P(KeptAnswersTest, TheSameCallerReadsTheAnswerAgain) {
    keep(token);
    const auto kept = store.find(key, {});
    ASSERT_TRUE(kept && kept->answer);
    EXPECT_EQ(kept->body_hash, "body");
    EXPECT_EQ(kept->answer->status, 201);
    EXPECT_EQ(kept->answer->location, "/tokens/1");
    EXPECT_EQ(kept->answer->body, token.body);
}

TEST_P(KeptAnswersTest, AnAnswerThatCameAfterTheTransactionIsReadAgainToo) {
    keep(std::nullopt);
    EXPECT_FALSE(store.find(key, {})->answer);
    store.complete(key, token);
    EXPECT_EQ(store.find(key, {})->answer->body, token.body);
}

TEST_P(KeptAnswersTest, WhoHasTheDatabaseReadsNoSecretInIt) {
    keep(token);
    EXPECT_GT(written().size(), token.body.size());
    EXPECT_EQ(written().find("do-not-tell"), std::string::npos);
    key.seal = std::string(32, 't');
    const auto kept = store.find(key, {});
    ASSERT_TRUE(kept); // that it was done is known, whoever asks
    EXPECT_FALSE(kept->answer);
}

INSTANTIATE_TEST_SUITE_P(BothEngines, KeptAnswersTest, ::testing::Values(db::Engine::sqlite, db::Engine::postgres),
                         [](const auto& engine) { return test::engine_name(engine.param); });

} // namespace
} // namespace kunna::app
