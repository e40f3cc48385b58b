// Every named query can be prepared on both engines, and what was backed up comes back.
#include "access/queries.hpp"
#include "analytics/queries.hpp"
#include "app/queries.hpp"
#include "assessments/queries.hpp"
#include "audit/queries.hpp"
#include "db/backup.hpp"
#include "db/queries.hpp"
#include "demo/fill.hpp"
#include "imports/queries.hpp"
#include "insights/lists.hpp"
#include "insights/queries.hpp"
#include "jobs/queries.hpp"
#include "people/queries.hpp"
#include "rounds/queries.hpp"
#include "settings/queries.hpp"
#include "skills/queries.hpp"
#include "support/databases.hpp"
#include "taxonomies/queries.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace kunna {
namespace {

class Queries : public ::testing::TestWithParam<db::Engine> {};

TEST_P(Queries, EveryOneCanBePreparedOnThisEngine) {
    const test::FreshDatabase fresh{GetParam()};
    const auto db = fresh.open();
    int prepared = 0;
    const auto check = [&](const auto& all) {
        for (const auto& query : all) {
            const auto& plain = [&]() -> const db::Query& {
                if constexpr (requires { query.unscoped_for_tests(); })
                    return query.unscoped_for_tests();
                else
                    return query;
            }();
            try {
                db->read([&](db::Tx& tx) { tx.connection().prepare(plain); });
            } catch (const std::exception& error) {
                ADD_FAILURE() << plain.name << ": " << error.what();
            }
            ++prepared;
        }
    };
    check(access::queries::all);
    check(analytics::queries::all);
    check(app::queries::all);
    check(assessments::queries::all);
    check(audit::queries::all);
    check(db::queries::all);
    check(imports::queries::all);
    check(insights::queries::all);
    check(jobs::queries::all);
    check(people::queries::all);
    check(rounds::queries::all);
    check(settings::queries::all);
    check(skills::queries::all);
    check(taxonomies::queries::all);
    EXPECT_GT(prepared, 150);
}

INSTANTIATE_ON_BOTH(Queries);

std::string sums(db::Db& db) {
    insights::Workforces workforces{db};
    const auto workforce = workforces.current();
    const auto total = engine::organisation_sums(workforce->snapshot(), workforce->sweep());
    return fmt::format("{} people {} rows {} met {} gap {}", total.people, total.sums.rows, total.sums.met,
                       total.sums.weighted_gap, total.sums.unknown);
}

TEST(Backup, GoesFromOneEngineToTheOtherAndBackWithEveryRow) {
    const test::TempFolder folder;
    const test::FreshDatabase first{db::Engine::sqlite};
    const test::FreshDatabase second{db::Engine::postgres};
    const test::FreshDatabase third{db::Engine::sqlite};
    const auto source = first.open();
    ASSERT_TRUE(demo::fill(*source, demo::generate(60, 7, source->clock().today())).ok());
    const std::string before = sums(*source);

    const auto written = db::back_up(*source, folder.path() + "/a.db");
    ASSERT_TRUE(written.ok());
    EXPECT_EQ(db::back_up(*source, folder.path() + "/a.db").error().code, "backup.exists");
    const auto there = db::restore(folder.path() + "/a.db", second.options());
    ASSERT_TRUE(there.ok()) << there.error().code;
    EXPECT_EQ(there->rows, written->rows);
    const auto moved = second.open();
    EXPECT_EQ(sums(*moved), before);

    ASSERT_TRUE(db::back_up(*moved, folder.path() + "/b.db").ok());
    const auto back = db::restore(folder.path() + "/b.db", third.options());
    ASSERT_TRUE(back.ok()) << back.error().code;
    EXPECT_EQ(back->rows, written->rows);
    EXPECT_EQ(sums(*third.open()), before);
}

TEST(Backup, IsRefusedIntoAPlaceThatHoldsDataAndFromAFileThatIsNone) {
    const test::TempFolder folder;
    const test::FreshDatabase fresh{db::Engine::sqlite};
    const auto db = fresh.open();
    ASSERT_TRUE(db::back_up(*db, folder.path() + "/a.db").ok());
    EXPECT_EQ(db::restore(folder.path() + "/a.db", fresh.options()).error().code, "backup.not_empty");
    db::Options empty;
    empty.data = folder.path() + "/empty";
    EXPECT_EQ(db::restore(folder.path() + "/nothing", empty).error().code, "backup.missing");
    std::FILE* junk = std::fopen((folder.path() + "/junk").c_str(), "w");
    std::fputs("this is no database, however long it is made to be", junk);
    std::fclose(junk);
    EXPECT_EQ(db::restore(folder.path() + "/junk", empty).error().code, "backup.damaged");
}

} // namespace
} // namespace kunna
