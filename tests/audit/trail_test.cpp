#include "audit/trail.hpp"
#include "support/databases.hpp"

#include <gtest/gtest.h>

namespace kunna::audit {
namespace {

constexpr std::array<std::string_view, 2> edit_parameters{"action", "seq"};
constexpr db::Query edit{"test.edit", "UPDATE audit_entry SET action = :action WHERE seq = :seq",
                         "UPDATE audit_entry SET action = $1 WHERE seq = $2", edit_parameters, ""};
constexpr std::array<std::string_view, 1> remove_parameters{"seq"};
constexpr db::Query remove{"test.remove", "DELETE FROM audit_entry WHERE seq = :seq",
                           "DELETE FROM audit_entry WHERE seq = $1", remove_parameters, ""};

class Trail : public ::testing::TestWithParam<db::Engine> {
protected:
    test::FreshDatabase fresh{GetParam()};
    std::unique_ptr<db::Db> db = fresh.open();

    void write(std::string_view action, std::int64_t object) {
        (void)db->transact([&](db::Tx& tx) -> Result<void> {
            append(tx, AccountId{3}, action, object, "level");
            return {};
        });
    }
    Verification check() {
        return db->read([](db::Tx& tx) { return verify(tx); });
    }
    void tamper(const db::Query& how, db::Tx::Params params) {
        (void)db->transact([&](db::Tx& tx) -> Result<void> {
            tx.run(how, params);
            return {};
        });
    }
    void SetUp() override {
        for (int i = 1; i <= 5; ++i) write("assessment.recorded", i);
    }
};

TEST_P(Trail, AnUntouchedTrailVerifiesAndTheDatabaseKnowsHowFarItGoes) {
    const auto found = check();
    EXPECT_TRUE(found.ok);
    EXPECT_EQ(found.entries, 5);
    EXPECT_EQ(found.head.size(), 64U);
    EXPECT_EQ(db->version(), 5);
}

TEST_P(Trail, AnEditedEntryIsFound) {
    tamper(edit, {{"action", "nothing.happened"}, {"seq", 3}});
    EXPECT_EQ(check().first_broken, 3);
}

TEST_P(Trail, ARemovedEntryIsFoundAtTheHole) {
    tamper(remove, {{"seq", 2}});
    EXPECT_EQ(check().first_broken, 3);
}

TEST_P(Trail, ARefusedTransactionLeavesNoEntry) {
    (void)db->transact([](db::Tx& tx) -> Result<void> {
        append(tx, AccountId{3}, "assessment.recorded", 6);
        return refuse(Kind::conflict, "test.refused");
    });
    EXPECT_EQ(check().entries, 5);
    EXPECT_EQ(db->version(), 5);
}

TEST_P(Trail, TheScreenReadsNewestFirstAndByAction) {
    write("person.edited", 9);
    const auto all = db->read([](db::Tx& tx) { return newest(tx, {}, 1 << 30, 3); });
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all.front().action, "person.edited");
    Filter filter;
    filter.action = "person.edited";
    EXPECT_EQ(db->read([&](db::Tx& tx) { return newest(tx, filter, 1 << 30, 10); }).size(), 1U);
}

INSTANTIATE_ON_BOTH(Trail);

} // namespace
} // namespace kunna::audit
