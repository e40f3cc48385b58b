// Which activities serve what a goal needs, and what their seats would cost.
#include "learning/activities.hpp"
#include "priorities/files.hpp"
#include "priorities/serving.hpp"
#include "support/skilled_company.hpp"

#include <gmock/gmock.h>

namespace kunna::priorities {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class ServingGoals : public test::SkilledCompany {
protected:
    goals::GoalId goal{};

    void SetUp() override {
        SkilledCompany::SetUp();
        goals::NewGoal wanted;
        wanted.name.sv = "Mål";
        wanted.owner = anna;
        wanted.metric.sv = "Antal";
        wanted.target = 10;
        wanted.starts = day("2026-01-01");
        wanted.due = day("2028-12-31");
        goals::Need need;
        need.skill = welding;
        need.level = 3;
        need.headcount = 4;
        need.due = day("2028-12-31");
        goal = act([&](db::Tx& tx) -> Result<goals::GoalId> {
                   const auto set = TRY(goals::add_goal(tx, system, wanted));
                   TRY(goals::set_needs(tx, system, set.row.id, {}, {need}));
                   return set.row.id;
               }).unwrap();
    }
    void course(const char* name, std::int32_t from, std::int32_t to, std::int64_t seat, std::int64_t session,
                std::optional<std::int32_t> seats, const char* until = "2030-12-31") {
        learning::ActivityInput input;
        input.name.sv = name;
        input.language = "sv";
        input.seat_cost = seat;
        input.session_cost = session;
        input.seats = seats;
        input.hours = 8;
        input.valid_from = day("2020-01-01");
        input.valid_to = day(until);
        input.raises = {{welding, from, to, 1}};
        const auto added = act([&](db::Tx& tx) { return learning::add_activity(tx, system, input); });
        ASSERT_TRUE(added.ok()) << code(added);
    }
    NeedLearning need(const access::Actor& actor) {
        return learning_of(*db, *workforces.current(), actor, goal)->needs.at(0);
    }
};

TEST_P(ServingGoals, TheKronorAreSeatsForThoseWhomTheNeedLacksAndAsManySessionsAsTheyFill) {
    state(bo, welding, 3, "2026-11-01", engine::Source::test);
    course("Grund", 0, 2, 10'000, 50'000, 2);
    course("Till tre", 2, 3, 20'000, 0, {});
    course("Hela vägen", 0, 4, 90'000, 0, {});
    course("För långt", 3, 4, 1, 1, 1);
    course("Förr", 0, 3, 1, 1, 1, "2026-11-20");
    const NeedLearning told = need(system);
    EXPECT_EQ(told.lacking, 3) << "four are needed, Bo is one of them";
    std::vector<std::string> names;
    for (const ServingActivity& one : told.activities) names.push_back(one.name.sv);
    EXPECT_THAT(names, ElementsAre("Grund", "Hela vägen", "Till tre")) << "one that ends at 3 or has ended serves not";
    EXPECT_EQ(told.activities[0].estimate->sessions, 2);
    EXPECT_EQ(told.activities[0].estimate->amount, 3 * 10'000 + 2 * 50'000);
    EXPECT_FALSE(told.activities[0].reaches);
    EXPECT_EQ(told.least->amount, 3 * 20'000) << "the cheapest that reaches the level";
    const auto all = learning_of(*db, *workforces.current(), system, goal);
    EXPECT_EQ(all->least.at(0).amount, 3 * 20'000);
    EXPECT_EQ(all->unreached, 0);
}

TEST_P(ServingGoals, WhoMaySeeNoFiguresSeesTheActivitiesAlone) {
    course("Till tre", 0, 3, 20'000, 0, {});
    for (const access::Actor& actor : {employee(bo), learning()}) {
        const NeedLearning told = need(actor);
        ASSERT_EQ(told.activities.size(), 1U);
        EXPECT_FALSE(told.activities[0].estimate);
        EXPECT_FALSE(told.lacking);
    }
    EXPECT_EQ(need(learning()).untold, Untold::few) << "five people are too few beside what is left of them";
}

TEST_P(ServingGoals, ANeedThatNothingReachesIsCounted) {
    course("Grund", 0, 2, 10'000, 0, {});
    const auto told = learning_of(*db, *workforces.current(), system, goal);
    EXPECT_EQ(told->unreached, 1);
    EXPECT_TRUE(told->least.empty());
    EXPECT_EQ(code(learning_of(*db, *workforces.current(), system, goals::GoalId{99})), "goal.not_found");
}

TEST_P(ServingGoals, TheFileHoldsTheFiguresOfTheScreenALineForEachActivity) {
    state(bo, welding, 3, "2026-11-01", engine::Source::test);
    course("Till tre", 2, 3, 20'050, 0, {});
    const auto written = [&](const access::Actor& actor) {
        std::string bytes;
        const auto told = learning_of(*db, *workforces.current(), actor, goal);
        EXPECT_TRUE(write_learning(*told, insights::FileKind::csv, "sv", tabular::string_sink(bytes)).ok());
        return bytes;
    };
    EXPECT_THAT(written(system), HasSubstr("welding;3;4;3;Till tre;Kurs;2;3;1;8;;1;601,5;SEK;"));
    EXPECT_THAT(written(employee(bo)), HasSubstr("welding;3;4;;Till tre;Kurs;2;3;1;8;;;;;"));
}

INSTANTIATE_ON_BOTH(ServingGoals);

} // namespace
} // namespace kunna::priorities
