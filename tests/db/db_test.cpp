#include "db/queries.hpp"
#include "db/schema.hpp"
#include "support/databases.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace kunna::db {
namespace {

constexpr std::array<std::string_view, 2> insert_parameters{"seq", "action"};
constexpr Query insert{"test.insert", "INSERT INTO audit_entry VALUES (:seq, 0, 0, :action, 0, '', '', '')",
                       "INSERT INTO audit_entry VALUES ($1, 0, 0, $2, 0, '', '', '')", insert_parameters, ""};
constexpr std::array<std::string_view, 8> bulk_parameters{"seq",    "at",     "account",  "action",
                                                          "object", "fields", "previous", "hash"};
constexpr Query bulk_insert{
    "test.bulk", "INSERT INTO audit_entry VALUES (:seq, :at, :account, :action, :object, :fields, :previous, :hash)",
    "INSERT INTO audit_entry VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", bulk_parameters,
    "COPY audit_entry (seq, at, account, action, object, fields, previous, hash) FROM STDIN"};
constexpr Query count{
    "test.count", "SELECT COUNT(*) AS n FROM audit_entry", "SELECT COUNT(*) AS n FROM audit_entry", {}, ""};
constexpr Query actions{"test.actions",
                        "SELECT action FROM audit_entry ORDER BY seq",
                        "SELECT action FROM audit_entry ORDER BY seq",
                        {},
                        ""};

class Database : public ::testing::TestWithParam<Engine> {
protected:
    test::FreshDatabase fresh{GetParam()};
    std::unique_ptr<Db> db = fresh.open();

    void put(std::int64_t seq, std::string_view action = "x") {
        const auto done = db->transact([&](Tx& tx) -> Result<void> {
            tx.run(insert, {{"seq", seq}, {"action", action}});
            return {};
        });
        ASSERT_TRUE(done.ok());
    }
    std::int64_t rows() {
        return db->read([](Tx& tx) { return *tx.one<std::int64_t>(count); });
    }
};

TEST_P(Database, KeepsWhatATransactionWroteAndForgetsWhatARefusalWrote) {
    put(1);
    const auto refused = db->transact([](Tx& tx) -> Result<void> {
        tx.run(insert, {{"seq", 2}, {"action", "y"}});
        return refuse(Kind::conflict, "test.refused");
    });
    EXPECT_EQ(refused.error().code, "test.refused");
    EXPECT_EQ(rows(), 1);
}

TEST_P(Database, AnExceptionRollsBackAndReachesTheCaller) {
    EXPECT_THROW((void)db->transact([](Tx& tx) -> Result<void> {
        tx.run(insert, {{"seq", 1}, {"action", "x"}});
        throw std::runtime_error{"broken"};
    }),
                 std::runtime_error);
    EXPECT_EQ(rows(), 0);
    put(1);
}

TEST_P(Database, ABrokenRuleOfTheSchemaIsAConstraintAndHarmsNobodyElse) {
    put(1);
    EXPECT_THROW((void)db->transact([](Tx& tx) -> Result<void> {
        tx.run(insert, {{"seq", 1}, {"action", "again"}});
        return {};
    }),
                 Constraint);
    put(2);
    EXPECT_EQ(rows(), 2);
}

TEST_P(Database, WritersThatWaitTogetherAllGetTheirOwnAnswer) {
    std::vector<std::thread> writers;
    std::atomic<int> refused{0};
    for (int w = 0; w < 16; ++w)
        writers.emplace_back([&, w] {
            for (int i = 0; i < 20; ++i) {
                const auto done = db->transact([&](Tx& tx) -> Result<void> {
                    tx.run(insert, {{"seq", w * 100 + i}, {"action", "x"}});
                    if (i % 5 == 4) return refuse(Kind::conflict, "test.refused");
                    return {};
                });
                if (!done.ok()) ++refused;
            }
        });
    for (auto& writer : writers) writer.join();
    EXPECT_EQ(refused, 64);
    EXPECT_EQ(rows(), 16 * 20 - 64);
}

TEST_P(Database, BulkRowsArriveWithEveryAwkwardCharacter) {
    const std::string awkward = "tab\t line\n return\r back\\slash 'quote' å";
    const auto done = db->transact([&](Tx& tx) -> Result<void> {
        tx.bulk(bulk_insert, [&](Tx::Adder& add) {
            for (int i = 1; i <= 1000; ++i)
                add({{"seq", i},
                     {"at", 0},
                     {"account", 0},
                     {"action", awkward},
                     {"object", 0},
                     {"fields", ""},
                     {"previous", ""},
                     {"hash", ""}});
        });
        return {};
    });
    ASSERT_TRUE(done.ok());
    EXPECT_EQ(rows(), 1000);
    EXPECT_EQ(db->read([](Tx& tx) { return tx.all<std::string>(actions); }).front(), awkward);
}

TEST_P(Database, AMisnamedOrMissingParameterIsABugThatSpeaksUp) {
    EXPECT_THROW(db->read([](Tx& tx) { tx.run(insert, {{"seq", 1}}); }), std::logic_error);
    EXPECT_THROW(db->read([](Tx& tx) { tx.run(insert, {{"seq", 1}, {"akt", "x"}}); }), std::logic_error);
}

TEST_P(Database, TwoTextsThatLayAtTheSameAddressAreTwoQueries) {
    std::string text = "SELECT 1 AS n";
    const Query query{"made_while_running", {text.data(), text.size()}, {text.data(), text.size()}, {}, ""};
    db->read([&](Tx& tx) {
        EXPECT_EQ(tx.one<std::int64_t>(query), 1);
        text[7] = '2';
        EXPECT_EQ(tx.one<std::int64_t>(query), 2);
    });
}

TEST_P(Database, AReaderSeesOneMomentWhateverIsWrittenMeanwhile) {
    put(1);
    db->read([&](Tx& tx) {
        EXPECT_EQ(*tx.one<std::int64_t>(count), 1);
        put(2);
        EXPECT_EQ(*tx.one<std::int64_t>(count), 1);
    });
    EXPECT_EQ(rows(), 2);
}

TEST_P(Database, OpeningAgainFindsTheSameRows) {
    put(7, "kept");
    db.reset();
    db = fresh.open();
    EXPECT_EQ(db->read([](Tx& tx) { return tx.all<std::string>(actions); }), std::vector<std::string>{"kept"});
}

INSTANTIATE_ON_BOTH(Database);

TEST_P(Database, OpenedForReadingOnlyItSaysWhetherItIsOfThisVersion) {
    constexpr Query forget{"test.forget",
                           "DELETE FROM schema_migration WHERE number = (SELECT MAX(number) FROM schema_migration)",
                           "DELETE FROM schema_migration WHERE number = (SELECT MAX(number) FROM schema_migration)",
                           {},
                           ""};
    EXPECT_TRUE(of_this_version(*db).ok());
    ASSERT_TRUE(db->transact([&](Tx& tx) -> Result<void> {
                      tx.run(forget);
                      return {};
                  }).ok());
    Options reading = fresh.options();
    reading.read_only = true;
    const auto beside = open(reading);
    ASSERT_TRUE(beside.ok());
    EXPECT_EQ(of_this_version(**beside).error().code, "data.older");
}

TEST(SqliteFolder, ASecondWriterIsRefusedWithTheProcessThatHoldsIt) {
    const test::FreshDatabase fresh{Engine::sqlite};
    const auto first = fresh.open();
    const auto second = open(fresh.options());
    ASSERT_FALSE(second.ok());
    EXPECT_EQ(second.error().code, "data.in_use");
    Options looking = fresh.options();
    looking.read_only = true;
    EXPECT_TRUE(open(looking).ok());
}

TEST(SqliteFolder, AKilledWriterLeavesTheFolderFree) {
    const test::FreshDatabase fresh{Engine::sqlite};
    const pid_t child = ::fork();
    if (child == 0) {
        auto opened = open(fresh.options());
        ::_exit(opened.ok() ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_EQ(status, 0);
    EXPECT_TRUE(open(fresh.options()).ok());
}

} // namespace
} // namespace kunna::db
