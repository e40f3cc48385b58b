// What a plan is made of: whose gaps, by which activities, in which order, within which frame.
#include "office.hpp"
#include "plans/fairness.hpp"
#include "plans/telling.hpp"
#include "wishes/wishes.hpp"

#include <gmock/gmock.h>

namespace kunna::plans {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

class PlanSolving : public test::Office {
protected:
    // Bo can weld at 2 and Cia at 3, both tested; a goal wants two who can at 4.
    void SetUp() override {
        Office::SetUp();
        state(bo, welding, 2, "2026-11-01", engine::Source::test);
        state(cia, welding, 3, "2026-11-01", engine::Source::test);
        goal = set_goal("Svetsa mer", welding, 4, 2);
    }
    goals::GoalId goal{};
};

TEST_P(PlanSolving, EachOneGetsWhatClosesTheirGapAndWhatComesBeforeIt) {
    offer(course("Svets 3", welding, 2, 3));
    offer(course("Svets 4", welding, 3, 4));
    NewPlan plan = wanted();
    plan.frame.hours = 48;
    const PlanId id = solved(plan);
    EXPECT_THAT(items(id), UnorderedElementsAre("Bo Berg: Svets 3 2027-01-01", "Bo Berg: Svets 4 2027-01-01",
                                                "Cia Ceder: Svets 4 2027-01-01"));
    const PlanTold sums = told(id);
    EXPECT_EQ(sums.people, 2);
    EXPECT_EQ(sums.cost, 30'000'00);
    EXPECT_DOUBLE_EQ(sums.hours, 72);
    EXPECT_GE(sums.bound, sums.closed);
    EXPECT_LE(sums.gap, 0.001);
}

TEST_P(PlanSolving, WhatMustBeKnownFirstIsOverBeforeTheNextBegins) {
    learning::ActivityInput early = course("Svets 3", welding, 2, 3);
    learning::ActivityInput late = course("Svets 4", welding, 3, 4);
    early.sessions = {{{}, day("2027-05-10"), day("2027-05-12"), {}, {}}};
    late.sessions = {{{}, day("2027-03-01"), day("2027-03-03"), {}, {}},
                     {{}, day("2027-09-06"), day("2027-09-08"), {}, {}}};
    offer(early);
    offer(late);
    NewPlan plan = wanted();
    plan.frame.hours = 48;
    plan.frame.locks = {{.kind = LockKind::ban, .person = cia}};
    EXPECT_THAT(items(solved(plan)), ElementsAre("Bo Berg: Svets 3 2027-05-10", "Bo Berg: Svets 4 2027-09-06"));
    // Without the session in autumn there is nothing after May.
    plan.frame.quarters = 2;
    EXPECT_THAT(items(solved(plan)), ElementsAre("Bo Berg: Svets 3 2027-05-10"));
}

TEST_P(PlanSolving, WhoeverIsNotAssessedIsAssessedFirst) {
    offer(course("Svets 4", welding, 0, 4));
    const PlanId plan = solved();
    EXPECT_EQ(told(plan).assess_first, 3) << "Anna, Dag and Erik, of whom nothing is known";
    for (const std::string& item : items(plan)) EXPECT_THAT(item, ::testing::MatchesRegex("(Bo|Cia).*"));
    publish(plan);
    const MyPlan mine = look([&](db::Tx& tx) { return my_plan(tx, employee(dag)); });
    ASSERT_THAT(mine.nothing, SizeIs(1));
    EXPECT_EQ(mine.nothing[0].why, NothingPlanned::assess_first);
}

TEST_P(PlanSolving, MoneyGoesWhereItClosesMost) {
    offer(course("Svets 4 av 2", welding, 2, 4));
    offer(course("Svets 4 av 3", welding, 3, 4));
    NewPlan plan = wanted();
    plan.frame.budget = 10'000'00;
    const PlanId id = solved(plan);
    EXPECT_THAT(items(id), ElementsAre("Bo Berg: Svets 4 av 2 2027-01-01")) << "two steps for the price of one";
    const PlanTold sums = told(id);
    ASSERT_FALSE(sums.prices.empty());
    EXPECT_EQ(sums.prices[0].kind, LimitKind::budget);
    EXPECT_GT(sums.prices[0].closes, 0) << "the budget binds";
    ASSERT_TRUE(sums.next);
    EXPECT_GT(sums.next->closes, 0);
    ASSERT_THAT(sums.curve, SizeIs(10));
    for (std::size_t i = 0; i < sums.curve.size(); ++i) {
        EXPECT_LE(sums.curve[i].closed, sums.curve[i].bound);
        EXPECT_GE(sums.curve[i].closed, i > 0 ? sums.curve[i - 1].closed : 0);
    }
    // Cia is told how near it was.
    publish(id);
    const MyPlan hers = look([&](db::Tx& tx) { return my_plan(tx, employee(cia)); });
    ASSERT_THAT(hers.nothing, SizeIs(1));
    EXPECT_EQ(hers.nothing[0].why, NothingPlanned::not_chosen);
    EXPECT_TRUE(hers.nothing[0].nearest);
    EXPECT_GE(hers.nothing[0].lacks.value_or(-1), 0);
}

TEST_P(PlanSolving, ABudgetOfNothingPlansWhatIsFree) {
    offer(course("Svets 4", welding, 2, 4));
    learning::ActivityInput free = course("Fadder", welding, 2, 3);
    free.seat_cost = 0;
    offer(free);
    NewPlan plan = wanted();
    plan.frame.budget = 0;
    EXPECT_THAT(items(solved(plan)), ElementsAre("Bo Berg: Fadder 2027-01-01"));
}

TEST_P(PlanSolving, SeatsOfASessionAreForAsManyAndItsCostIsPaidOnce) {
    learning::ActivityInput one = course("Svets 4", welding, 2, 4);
    one.session_cost = 5'000'00;
    one.seats = 1;
    one.sessions = {{{}, day("2027-02-01"), day("2027-02-03"), {}, {}}};
    offer(one);
    const PlanId plan = solved();
    EXPECT_THAT(items(plan), ElementsAre("Bo Berg: Svets 4 2027-02-01"));
    EXPECT_EQ(told(plan).cost, 15'000'00);
}

TEST_P(PlanSolving, ASeatIsWorthNoMoreThanWhatOneWhoLacksItMisses) {
    learning::ActivityInput one = course("Svets 4", welding, 2, 4);
    one.seats = 1;
    one.sessions = {{{}, day("2027-02-01"), day("2027-02-03"), {}, {}}};
    NewPlan plan = wanted();
    plan.frame.locks = {{.kind = LockKind::lock, .person = bo, .activity = offer(one)}};
    const PlanTold sums = told(solved(plan));
    double seat = 0;
    for (const ShadowPrice& price : sums.prices)
        if (price.kind == LimitKind::seat) seat = std::max(seat, price.closes);
    EXPECT_GT(seat, 0.2);
    EXPECT_LE(seat, 0.35) << "Cia misses one step of three";
}

TEST_P(PlanSolving, MustsComeBeforeWhatWeighsMore) {
    set_goal("Ställtid", lathe, 3, 2, 1, true);
    state(bo, lathe, 2, "2026-11-01", engine::Source::test);
    offer(course("Svets 4", welding, 2, 4));
    offer(course("Svarv 3", lathe, 2, 3));
    NewPlan plan = wanted();
    plan.frame.budget = 10'000'00;
    EXPECT_THAT(items(solved(plan)), ElementsAre("Bo Berg: Svarv 3 2027-01-01"));
    plan.frame.musts_first = false;
    EXPECT_THAT(items(solved(plan)), ElementsAre("Bo Berg: Svets 4 2027-01-01"));
}

TEST_P(PlanSolving, GapsOfRolesCountWhenTheyAreAskedFor) {
    state(bo, lean, 1, "2026-11-01", engine::Source::test);
    offer(course("Lean 3", lean, 1, 3));
    NewPlan plan = wanted();
    EXPECT_THAT(items(solved(plan)), IsEmpty());
    plan.frame.roles = RoleGaps::musts;
    EXPECT_THAT(items(solved(plan)), IsEmpty()) << "lean is no must of a fitter";
    plan.frame.roles = RoleGaps::all;
    const PlanId id = solved(plan);
    EXPECT_THAT(items(id), ElementsAre("Bo Berg: Lean 3 2027-01-01"));
    EXPECT_EQ(item_of(id, bo).steps.at(0).role, fitter);
}

TEST_P(PlanSolving, AWishTipsTheScaleBetweenEquals) {
    learning::ActivityInput one = course("Lean 3", lean, 1, 3);
    one.seats = 1;
    one.sessions = {{{}, day("2027-02-01"), day("2027-02-03"), {}, {}}};
    offer(one);
    for (const PersonId person : {bo, cia}) state(person, lean, 1, "2026-11-01", engine::Source::test);
    set_goal("Mindre spill", lean, 3, 2);
    (void)act([&](db::Tx& tx) { return wishes::wish_skill(tx, employee(cia), cia, lean, {}); });
    EXPECT_THAT(items(solved()), ElementsAre("Cia Ceder: Lean 3 2027-02-01"));
    (void)act([&](db::Tx& tx) { return wishes::take_back_skill(tx, employee(cia), cia, lean); });
    (void)act([&](db::Tx& tx) { return wishes::wish_skill(tx, employee(bo), bo, lean, {}); });
    EXPECT_THAT(items(solved()), ElementsAre("Bo Berg: Lean 3 2027-02-01"));
}

TEST_P(PlanSolving, HiringIsWeighedAgainstTrainingInTheSameMoney) {
    offer(course("Svets 4", welding, 2, 4));
    NewPlan plan = wanted();
    plan.frame.hire_cost = 400'000'00;
    EXPECT_EQ(told(solved(plan)).hired, 0) << "training two costs 20,000 kronor";
    set_goal("Svetsa mer än någonsin", welding, 4, 4);
    EXPECT_EQ(told(solved(plan)).hired, 2) << "the other two nobody can be trained for";
    plan.frame.hire_cost.reset();
    EXPECT_EQ(told(solved(plan)).hired, 0);
}

TEST_P(PlanSolving, ReskillingIsWeighedAgainstTrainingAndHiringInTheSameMoney) {
    const auto neighbour = [&](int id) {
        const std::string n = std::to_string(id);
        execute(
            "INSERT INTO person (id, number, given, family, hired, search, sort_sv) VALUES (" + n + ", '" + n +
            "', 'Ny', 'N', 15000, '', ''); INSERT INTO position (person, unit, title, manager, valid_from) VALUES (" +
            n + ", 1, 'Hantverkare', 1, 15000)");
        state(PersonId{id}, welding, 2, "2026-11-01", engine::Source::test);
        state(PersonId{id}, lathe, 3, "2026-11-01", engine::Source::test);
    };
    for (const int id : {301, 302, 303, 304, 305}) neighbour(id);
    offer(course("Svets 4", welding, 2, 4));
    const auto fitters = set_goal("Fyra montörer som kan svetsa", welding, 4, 4, 3, false, fitter);
    const auto need = [&](const PlanTold& sums) {
        for (const GoalPlanned& one : sums.goals)
            if (one.goal == fitters) return one.needs.at(0);
        return NeedPlanned{};
    };
    NewPlan plan = wanted();
    plan.frame.hire_cost = 400'000'00;
    EXPECT_EQ(told(solved(plan)).reskilled, std::nullopt) << "not asked for";
    EXPECT_EQ(told(solved(plan)).hired, 2) << "two are fitters and trained";

    plan.frame.reskill_hour_cost = 400'00;
    EXPECT_EQ(told(solved(plan)).reskilled, 0) << "of lean nothing is known: assessed first";
    for (const int id : {301, 302, 303, 304, 305}) state(PersonId{id}, lean, 3, "2026-11-01", engine::Source::test);
    const PlanTold moved = told(solved(plan));
    EXPECT_EQ(moved.reskilled, 2) << "a seat and 24 hours cost less than hiring";
    EXPECT_EQ(moved.hired, 0);
    EXPECT_EQ(need(moved).reskilled, 2);
    EXPECT_EQ(moved.cost, 2 * 10'000'00 + 2 * (10'000'00 + 24 * 400'00)) << "two trained, two reskilled";

    plan.frame.reskill_hour_cost = 20'000'00;
    EXPECT_EQ(told(solved(plan)).reskilled, 0);
    EXPECT_EQ(told(solved(plan)).hired, 2) << "an hour away may cost too much";

    plan.frame.reskill_hour_cost = 400'00;
    state(PersonId{305}, welding, 0, "2026-11-20", engine::Source::test);
    EXPECT_EQ(told(solved(plan)).reskilled, 0) << "four who are near are fewer than may be told of";
}

TEST_P(PlanSolving, WhoeverIsLockedHasTheActivityEvenWithoutAGap) {
    const ActivityId lead = offer(course("Leda", lean, 0, 2));
    NewPlan plan = wanted();
    plan.frame.locks = {{.kind = LockKind::lock, .person = dag, .activity = lead}};
    EXPECT_THAT(items(solved(plan)), ElementsAre("Dag Dahl: Leda 2027-01-01"));
}

TEST_P(PlanSolving, LocksThatDoNotFitAreRefusedOrNamedWithWhatTheyNeed) {
    const ActivityId one = offer(course("Ett", lean, 0, 2));
    const ActivityId two = offer(course("Två", lathe, 0, 2));
    NewPlan plan = wanted();
    plan.frame.locks = {{.kind = LockKind::lock, .person = dag, .activity = one},
                        {.kind = LockKind::lock, .person = dag, .activity = two}};
    EXPECT_EQ(code(solve(draft(plan))), "/frame/locks/0 plan.lock_impossible") << "48 hours where there are 40";
    plan.frame.hours = 48;
    plan.frame.budget = 15'000'00;
    const PlanTold sums = told(solved(plan));
    ASSERT_THAT(sums.conflicts, SizeIs(1));
    EXPECT_EQ(sums.conflicts[0].kind, ConflictKind::budget);
    EXPECT_DOUBLE_EQ(sums.conflicts[0].needed, 20'000'00);
    EXPECT_DOUBLE_EQ(sums.conflicts[0].limit, 15'000'00);
}

TEST_P(PlanSolving, ALockedActivityThatIsNotHeldWithinTheFrameIsRefused) {
    learning::ActivityInput late = course("Sent", lean, 0, 2);
    late.sessions = {{{}, day("2028-02-01"), day("2028-02-03"), {}, {}}};
    NewPlan plan = wanted();
    plan.frame.locks = {{.kind = LockKind::lock, .person = dag, .activity = offer(late)}};
    EXPECT_EQ(code(add(plan)), "/frame/locks/0/activity plan.lock_not_offered");
}

TEST_P(PlanSolving, ALockedActivityThatIsTakenOutOfTheCatalogueIsToldWhenThePlanIsSolved) {
    NewPlan plan = wanted();
    const ActivityId lead = offer(course("Leda", lean, 0, 2));
    plan.frame.locks = {{.kind = LockKind::lock, .person = dag, .activity = lead}};
    const PlanId id = draft(plan);
    ASSERT_EQ(code(act([&](db::Tx& tx) { return learning::archive_activity(tx, learning(), lead); })), "");
    EXPECT_EQ(code(solve(id)), "plan.locks_not_offered");
}

TEST_P(PlanSolving, WhatIsLockedAndNeverComesInTimeIsTold) {
    learning::ActivityInput late = course("Grund", lean, 0, 1);
    late.sessions = {{{}, day("2027-10-01"), day("2027-10-03"), {}, {}}};
    learning::ActivityInput next = course("Leda", lathe, 0, 2);
    next.after = {offer(late)};
    next.sessions = {{{}, day("2027-02-01"), day("2027-02-03"), {}, {}}};
    NewPlan plan = wanted();
    plan.frame.locks = {{.kind = LockKind::lock, .person = dag, .activity = offer(next)}};
    const PlanTold sums = told(solved(plan));
    ASSERT_THAT(sums.conflicts, SizeIs(1));
    EXPECT_EQ(sums.conflicts[0].kind, ConflictKind::time);
    EXPECT_EQ(sums.conflicts[0].people, 1);
}

TEST_P(PlanSolving, OfEqualsTheCheaperIsChosenEvenWhereThereIsMoneyEnough) {
    learning::ActivityInput dear = course("Dyr", welding, 2, 4);
    dear.seat_cost = 20'000'00;
    offer(dear);
    offer(course("Billig", welding, 2, 4));
    for (const std::string& item : items(solved())) EXPECT_THAT(item, ::testing::HasSubstr("Billig"));
}

TEST_P(PlanSolving, ActivitiesOutsideTheFrameAreLeftOutAndCounted) {
    learning::ActivityInput english = course("Welding", welding, 2, 4);
    english.language = "en";
    offer(english);
    learning::ActivityInput dollars = course("Dollar", welding, 2, 4);
    dollars.currency = "USD";
    offer(dollars);
    learning::ActivityInput away = course("Kiruna", welding, 2, 4);
    away.online = false;
    away.place = "Kiruna";
    offer(away);
    learning::ActivityInput early = course("Före", welding, 2, 4);
    early.sessions = {{{}, day("2026-12-01"), day("2026-12-02"), {}, {}}};
    offer(early);
    NewPlan plan = wanted();
    plan.frame.languages = {"sv"};
    plan.frame.places = {"Västerås"};
    const PlanTold sums = told(solved(plan));
    EXPECT_EQ(sums.items, 0);
    EXPECT_EQ(sums.left_out.language, 1);
    EXPECT_EQ(sums.left_out.currency, 1);
    EXPECT_EQ(sums.left_out.place, 1);
    EXPECT_EQ(sums.left_out.time, 1);
}

TEST_P(PlanSolving, EverySumIsTheSumOfItsPartsAndOfTheProof) {
    offer(course("Svets 3", welding, 2, 3));
    offer(course("Svets 4", welding, 3, 4));
    NewPlan plan = wanted();
    plan.frame.hours = 48;
    const PlanId id = solved(plan);
    const PlanTold sums = told(id);
    std::int64_t by_activity = 0, by_quarter = 0, by_item = 0;
    for (const ActivityPlanned& one : sums.activities) by_activity += one.cost;
    for (const QuarterPlanned& one : sums.quarters) by_quarter += one.cost;
    for (const PlanItem& one : items_of_plan(*db, system, id).unwrap()) by_item += one.cost;
    EXPECT_EQ(by_activity, sums.cost);
    EXPECT_EQ(by_quarter, sums.cost);
    EXPECT_EQ(by_item, sums.cost);
    const auto proof = look([&](db::Tx& tx) { return verified(tx, *workforces.current(), learning(), id); });
    ASSERT_TRUE(proof.ok()) << code(proof);
    EXPECT_EQ(proof->value, sums.value);
    EXPECT_EQ(static_cast<std::int64_t>(proof->chosen), sums.items);
}

TEST_P(PlanSolving, FiguresAboutFewAreNotTold) {
    state(bo, lean, 1, "2026-11-01", engine::Source::test);
    offer(course("Lean 3", lean, 1, 3));
    offer(course("Svets 4", welding, 2, 4));
    NewPlan plan = wanted();
    plan.frame.roles = RoleGaps::all;
    const PlanTold sums = told(solved(plan));
    for (const GoalPlanned& one : sums.goals) {
        if (!one.role) continue;
        EXPECT_TRUE(one.few) << "two hold the role";
        EXPECT_FALSE(one.closed);
        EXPECT_EQ(one.people, 0);
        for (const NeedPlanned& need : one.needs) EXPECT_FALSE(need.open);
    }
    for (const UnitPlanned& unit : sums.units) EXPECT_TRUE(unit.few && !unit.people) << unit.name;
    for (const AgeBandRate& band : sums.ages) EXPECT_TRUE(band.few && !band.rate);
}

TEST_P(PlanSolving, WhoIsChosenIsToldByGenderUnlessOneIsOfFew) {
    const auto hire = [&](int id, const char* gender) {
        const std::string n = std::to_string(id);
        execute("INSERT INTO person (id, number, given, family, hired, search, sort_sv, gender) VALUES (" + n + ", '" +
                n + "', 'Ny', 'N', 15000, '', '', '" + gender + "');" +
                "INSERT INTO position (person, unit, title, manager, valid_from) VALUES (" + n +
                ", 1, 'Fitter', 1, 15000)");
        state(PersonId{id}, welding, 2, "2026-11-01", engine::Source::test);
    };
    execute("UPDATE person SET gender = 'man' WHERE id = 2; UPDATE person SET gender = 'woman' WHERE id = 3");
    for (const int id : {101, 102, 103, 104, 105}) hire(id, "woman");
    for (const int id : {201, 202, 203}) hire(id, "man");
    set_goal("Alla ska svetsa", welding, 4, 20);
    offer(course("Svets 4", welding, 2, 4));
    NewPlan plan = wanted();
    plan.frame.budget = 60'000'00;
    EXPECT_THAT(told(solved(plan)).genders, IsEmpty()) << "the six would tell of the four";
    hire(204, "man");
    const PlanTold sums = told(solved(plan));
    ASSERT_THAT(sums.genders, SizeIs(4)) << "nobody is told as few are";
    double chosen = 0;
    for (const GenderRate& one : sums.genders) {
        if (one.gender == people::Gender::unstated || one.gender == people::Gender::other) {
            EXPECT_TRUE(one.few && !one.people);
            continue;
        }
        ASSERT_FALSE(one.few);
        EXPECT_EQ(*one.people, one.gender == people::Gender::woman ? 6 : 5);
        EXPECT_LE(*one.low, *one.rate);
        EXPECT_GE(*one.high, *one.rate);
        chosen += *one.rate * static_cast<double>(*one.people);
    }
    EXPECT_NEAR(chosen, 6, 0.01) << "seats that the money is enough for";
    plan.frame.locks = {{LockKind::ban, bo, {}, {}}};
    const PlanTold without = told(solved(plan));
    EXPECT_TRUE(without.genders.empty() && without.ages.empty()) << "beside the other it would tell that Bo is a man";
}

TEST(PlanUnits, NothingFollowsForFewFromWhatIsToldOfTheOthers) {
    // One top of 30 people with parts of 12, 10 and 8.
    const auto units =
        engine::Units::of({{.id = 1}, {.id = 2, .parent = 0}, {.id = 3, .parent = 0}, {.id = 4, .parent = 0}}).unwrap();
    const std::vector<std::int64_t> heads{30, 12, 10, 8};
    using Told = std::vector<bool>;
    EXPECT_EQ(told_units(units, heads, {18, 6, 7, 5}, 5), (Told{true, true, true, true}));
    EXPECT_EQ(told_units(units, heads, {15, 8, 7, 0}, 5), (Told{true, true, true, true}))
        << "nobody chosen tells of none";
    EXPECT_EQ(told_units(units, heads, {15, 6, 7, 2}, 5), (Told{true, false, true, false}))
        << "two chosen would follow from the others, so the next one is not told either";
    EXPECT_EQ(told_units(units, heads, {3, 3, 0, 0}, 5), (Told{false, false, false, false}));
}

TEST(PlanFairness, AnIntervalIsWilsons) {
    // Wilson (1927), as tabulated for 8 of 10 at 95 %.
    const Interval interval = wilson(8, 10);
    EXPECT_NEAR(interval.low, 0.4902, 0.0001);
    EXPECT_NEAR(interval.high, 0.9433, 0.0001);
    EXPECT_EQ(wilson(0, 0).high, 1);
}

INSTANTIATE_TEST_SUITE_P(BothEngines, PlanSolving, ::testing::Values(db::Engine::sqlite, db::Engine::postgres),
                         [](const auto& of) { return kunna::test::engine_name(of.param); });

} // namespace
} // namespace kunna::plans
