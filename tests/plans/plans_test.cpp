// Keeping plans, and their way from a draft to each one's own part.
#include "office.hpp"

#include <gmock/gmock.h>

namespace kunna::plans {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAre;

class Plans : public test::Office {
protected:
    ActivityId four{};

    void SetUp() override {
        Office::SetUp();
        state(bo, welding, 2, "2026-11-01", engine::Source::test);
        state(cia, welding, 2, "2026-11-01", engine::Source::test);
        set_goal("Svetsa mer", welding, 4, 2);
        four = offer(course("Svets 4", welding, 2, 4));
    }
    std::string refused(const std::function<void(NewPlan&)>& change) {
        NewPlan plan = wanted();
        change(plan);
        return code(add(plan));
    }
};

TEST_P(Plans, WhatNoPlanCanBeMadeInIsRefusedByField) {
    EXPECT_EQ(refused([](NewPlan& p) { p.name = "  "; }), "/name plan.name_missing");
    EXPECT_EQ(refused([](NewPlan& p) { p.frame.budget = -1; }), "/frame/budget plan.budget");
    EXPECT_EQ(refused([](NewPlan& p) { p.frame.quarters = 9; }), "/frame/quarters plan.quarters");
    EXPECT_EQ(refused([](NewPlan& p) { p.frame.starts = day("2024-01-01"); }), "/frame/starts plan.starts");
    EXPECT_EQ(refused([](NewPlan& p) { p.frame.hours = -1; }), "/frame/hours plan.hours");
    EXPECT_EQ(refused([](NewPlan& p) { p.frame.hours_a_quarter = std::numeric_limits<double>::quiet_NaN(); }),
              "/frame/hours_a_quarter plan.hours");
    EXPECT_EQ(refused([](NewPlan& p) { p.frame.away_percent = 101; }), "/frame/away_percent plan.away");
    EXPECT_EQ(refused([](NewPlan& p) { p.frame.hire_cost = -5; }), "/frame/hire_cost plan.hire_cost");
    EXPECT_EQ(refused([](NewPlan& p) { p.frame.reskill_hour_cost = -5; }),
              "/frame/reskill_hour_cost plan.reskill_hour_cost");
    EXPECT_EQ(refused([](NewPlan& p) {
                  p.frame.currency = "EUR";
                  p.frame.reskill_hour_cost = 1;
              }),
              "/frame/reskill_hour_cost plan.reskill_currency");
    EXPECT_EQ(refused([](NewPlan& p) { p.frame.currency = "kr"; }), "/frame/currency activity.currency");
    EXPECT_EQ(refused([](NewPlan& p) { p.frame.units = {UnitId{99}}; }), "/frame/units/0 unit.not_found");
    EXPECT_EQ(refused([](NewPlan& p) {
                  p.frame.unit_budgets = {{UnitId{1}, 5}, {UnitId{1}, 6}};
              }),
              "/frame/unit_budgets/1/unit plan.unit_twice");
}

TEST_P(Plans, ALockSaysWhomAndWhatAndContradictsNoBan) {
    const auto locks = [&](std::vector<PlanLock> all) {
        return refused([&](NewPlan& p) { p.frame.locks = std::move(all); });
    };
    const PlanLock bo_four{LockKind::lock, bo, {}, four};
    EXPECT_EQ(locks({{LockKind::lock, bo, {}, {}}}), "/frame/locks/0 plan.lock_whom");
    EXPECT_EQ(locks({{LockKind::lock, {}, {}, four}}), "/frame/locks/0 plan.lock_whom");
    EXPECT_EQ(locks({{LockKind::ban, {}, {}, {}}}), "/frame/locks/0 plan.lock_what");
    EXPECT_EQ(locks({{LockKind::ban, PersonId{999}, {}, {}}}), "/frame/locks/0/person person.not_found");
    EXPECT_EQ(locks({{LockKind::ban, {}, {}, ActivityId{99}}}), "/frame/locks/0/activity activity.not_found");
    EXPECT_EQ(locks({bo_four, bo_four}), "/frame/locks/1 plan.lock_twice");
    for (const PlanLock& ban : {PlanLock{LockKind::ban, bo, {}, four}, PlanLock{LockKind::ban, bo, {}, {}},
                                PlanLock{LockKind::ban, {}, {}, four}, PlanLock{LockKind::ban, {}, UnitId{1}, {}}})
        EXPECT_EQ(locks({ban, bo_four}), "/frame/locks/1 plan.lock_banned");
    EXPECT_EQ(locks({{LockKind::ban, {}, UnitId{2}, {}}, bo_four}), "") << "another unit's ban says nothing of Bo";
}

TEST_P(Plans, TenThousandLocksAreReadAndSolved) {
    NewPlan plan = wanted();
    std::string people = "INSERT INTO person (id, number, given, family, hired, search, sort_sv) VALUES ";
    std::string positions = "INSERT INTO position (person, unit, title, manager, valid_from) VALUES ";
    for (std::int64_t id = 1001; id <= 11'000; ++id) {
        const std::string n = std::to_string(id);
        people += (id > 1001 ? ",(" : "(") + n + ", '" + n + "', 'P', 'X', 15000, '', '')";
        positions += (id > 1001 ? ",(" : "(") + n + ", 2, 'Clerk', 5, 15000)";
        plan.frame.locks.push_back({.kind = LockKind::ban, .person = PersonId{id}, .activity = four});
    }
    execute(people + ";" + positions);
    const PlanId id = solved(plan);
    EXPECT_THAT(found(id).frame.locks, SizeIs(10'000));
    EXPECT_EQ(told(id).people, 2);
}

TEST_P(Plans, APlanGoesFromDraftToReviewToBudgetToPublished) {
    const PlanId plan = draft();
    EXPECT_EQ(step(send_to_managers, plan), "plan.not_solved");
    EXPECT_EQ(step(ask_for_budget, plan), "plan.not_in_review");
    EXPECT_EQ(step(approve_plan, plan, executive()), "plan.not_budget");
    ASSERT_TRUE(solve(plan).ok());
    EXPECT_EQ(last_entry().substr(0, 12), "plan.solved ");
    publish(plan);
    EXPECT_EQ(last_entry(), "plan.published " + std::to_string(plan.value) + " state");
    EXPECT_EQ(found(plan).row.state, PlanState::published);
    EXPECT_EQ(found(plan).approved_by, "Lo Lind");
    EXPECT_EQ(step(ask_to_solve, plan), "plan.not_draft");
}

TEST_P(Plans, WhatIsChangedAfterwardsIsToBeSolvedAgain) {
    const PlanId plan = solved();
    EXPECT_FALSE(found(plan).outdated);
    NewPlan more = wanted();
    more.frame.hours = 50;
    const auto workforce = workforces.current();
    const std::int64_t version = found(plan).row.version;
    ASSERT_EQ(code(act([&](db::Tx& tx) { return edit_plan(tx, *workforce, learning(), plan, version, more); })), "");
    EXPECT_TRUE(found(plan).outdated);
    EXPECT_EQ(step(send_to_managers, plan), "plan.not_solved");
    EXPECT_EQ(code(act([&](db::Tx& tx) { return edit_plan(tx, *workforce, learning(), plan, version, more); })),
              "http.stale");
    ASSERT_TRUE(solve(plan).ok());
    EXPECT_FALSE(found(plan).outdated);
    state(bo, welding, 4, "2026-11-20", engine::Source::test);
    EXPECT_TRUE(found(plan).outdated) << "Bo has learnt it meanwhile";
}

TEST_P(Plans, APlanIsNoOlderBecauseTheServerBeganAnew) {
    const PlanId plan = solved();
    EXPECT_FALSE(found(plan).outdated);
    insights::Workforces anew{*db};
    const auto now = look([&](db::Tx& tx) { return find_plan(tx, *anew.current(), learning(), plan, nullptr); });
    EXPECT_FALSE(now->outdated);
}

TEST_P(Plans, LocksOnPeopleWhomOneDoesNotSeeStayWhenOneEdits) {
    NewPlan plan = wanted();
    plan.frame.units = {UnitId{2}};
    plan.frame.locks = {{LockKind::ban, bo, {}, four}, {LockKind::ban, dag, {}, four}};
    const PlanId id = draft(plan);
    EXPECT_THAT(found(id, hr_of_office()).frame.locks, SizeIs(1)) << "Bo works elsewhere";
    NewPlan edited{plan.name, found(id, hr_of_office()).frame};
    const auto workforce = workforces.current();
    ASSERT_EQ(code(act([&](db::Tx& tx) { return edit_plan(tx, *workforce, hr_of_office(), id, {}, edited); })), "");
    EXPECT_THAT(found(id).frame.locks, SizeIs(2));
    edited.frame.locks.clear();
    ASSERT_EQ(code(act([&](db::Tx& tx) { return edit_plan(tx, *workforce, hr_of_office(), id, {}, edited); })), "");
    EXPECT_THAT(found(id).frame.locks, SizeIs(1));
}

TEST_P(Plans, WhatWasBeingSolvedOfAnOlderFrameIsLetGo) {
    const PlanId plan = draft();
    // The frame changes as soon as the solver tells of its progress.
    bool changed = false;
    jobs::Progress meddling{[&](double, const jobs::Note*) -> Result<void> {
        if (std::exchange(changed, true)) return {};
        NewPlan other = wanted();
        other.frame.budget = 0;
        const auto workforce = workforces.current();
        return code(act([&](db::Tx& tx) { return edit_plan(tx, *workforce, learning(), plan, {}, other); })) == ""
                   ? Result<void>{}
                   : refuse(Kind::conflict, "test");
    }};
    ASSERT_EQ(code(solve_now(*db, workforces, plan, meddling)), "");
    EXPECT_FALSE(found(plan).told);
    EXPECT_THAT(items(plan), IsEmpty());
}

TEST_P(Plans, WhatTheManagerSaysIsHeededByTheNextSolution) {
    const PlanId plan = solved();
    const ActivityId other = offer(course("Fadder", welding, 2, 3));
    ASSERT_EQ(step(send_to_managers, plan), "");
    const PlanItemId bos = item_of(plan, bo).id;
    const PlanItemId cias = item_of(plan, cia).id;
    EXPECT_EQ(review(bos, {.review = ItemReview::deferred}, manager(anna)), "/because plan.reason_missing");
    EXPECT_EQ(review(bos, {.review = ItemReview::swapped, .to = four, .because = "Hellre"}, manager(anna)),
              "/to plan.swap_to");
    EXPECT_EQ(review(bos, {.review = ItemReview::agreed}, manager(erik)), "plan_item.not_found")
        << "Erik leads Anna, not Bo";
    EXPECT_EQ(review(bos, {.review = ItemReview::agreed}, hr("Granskning")), "plan.only_managers");
    ASSERT_EQ(review(bos, {.review = ItemReview::deferred, .because = "Ledig till hösten"}, manager(anna)), "");
    ASSERT_EQ(review(cias, {.review = ItemReview::swapped, .to = other, .because = "Hellre hos oss"}, manager(anna)),
              "");
    EXPECT_EQ(step(ask_for_budget, plan), "plan.not_solved") << "not with what Anna said";
    EXPECT_EQ(found(plan).reviews.deferred, 1);
    ASSERT_TRUE(solve(plan).ok());
    EXPECT_THAT(items(plan), UnorderedElementsAre("Bo Berg: Fadder 2027-01-01", "Cia Ceder: Fadder 2027-01-01"));
    EXPECT_EQ(item_of(plan, cia).review, ItemReview::agreed);
    ASSERT_TRUE(told(plan).difference);
    EXPECT_EQ(told(plan).difference->dropped, 2);
    EXPECT_EQ(told(plan).difference->added, 2);
    ASSERT_TRUE(solve(plan).ok());
    EXPECT_THAT(items(plan), UnorderedElementsAre("Bo Berg: Fadder 2027-01-01", "Cia Ceder: Fadder 2027-01-01"))
        << "what Anna said is not forgotten";
    EXPECT_THAT(found(plan).locks, IsEmpty()) << "and not told either";
    EXPECT_EQ(step(ask_for_budget, plan), "");
}

TEST_P(Plans, TheManagersLastWordIsTheOneThatCounts) {
    const PlanId plan = solved();
    const ActivityId other = offer(course("Fadder", welding, 2, 3));
    ASSERT_EQ(step(send_to_managers, plan), "");
    ASSERT_EQ(review(item_of(plan, cia).id, {.review = ItemReview::swapped, .to = other, .because = "Hellre hos oss"},
                     manager(anna)),
              "");
    ASSERT_TRUE(solve(plan).ok());
    ASSERT_EQ(
        review(item_of(plan, cia).id, {.review = ItemReview::deferred, .because = "Fadder saknas"}, manager(anna)), "");
    ASSERT_TRUE(solve(plan).ok());
    EXPECT_THAT(items(plan), Each(StartsWith("Bo Berg"))) << "neither of the two is for Cia";
}

TEST_P(Plans, AManagerSwapsOnlyToWhatThePlanHasRoomFor) {
    const PlanId plan = solved();
    learning::ActivityInput late = course("Sent", welding, 2, 3);
    late.sessions = {{{}, day("2028-02-01"), day("2028-02-03"), {}, {}}};
    learning::ActivityInput longer = course("Långt", welding, 2, 3);
    longer.hours = 41;
    const ActivityId banned = offer(course("Spärrat", welding, 2, 3));
    NewPlan edited = wanted();
    edited.frame.locks = {{LockKind::ban, {}, UnitId{1}, banned}};
    const auto workforce = workforces.current();
    ASSERT_EQ(code(act([&](db::Tx& tx) { return edit_plan(tx, *workforce, learning(), plan, {}, edited); })), "");
    ASSERT_TRUE(solve(plan).ok());
    ASSERT_EQ(step(send_to_managers, plan), "");
    const auto swap = [&](ActivityId to) {
        return review(item_of(plan, bo).id, {.review = ItemReview::swapped, .to = to, .because = "Hellre"},
                      manager(anna));
    };
    EXPECT_EQ(swap(offer(late)), "/to plan.swap_not_held");
    EXPECT_EQ(swap(offer(longer)), "/to plan.swap_hours");
    EXPECT_EQ(swap(banned), "/to plan.swap_banned");
}

TEST_P(Plans, WhatIsAgreedToIsKeptEvenWhereSomethingElseBringsMore) {
    NewPlan plan = wanted();
    plan.frame.budget = 10'000'00;
    const PlanId id = solved(plan);
    ASSERT_THAT(items(id), SizeIs(1));
    const PlanItem chosen = items_of_plan(*db, system, id).unwrap().front();
    const PersonId other = chosen.person == bo ? cia : bo;
    ASSERT_EQ(step(send_to_managers, id), "");
    ASSERT_EQ(review(chosen.id, {.review = ItemReview::agreed}, manager(anna)), "");
    // The other now misses more.
    state(other, welding, 1, "2026-11-20", engine::Source::test);
    ASSERT_TRUE(solve(id).ok());
    ASSERT_THAT(items(id), SizeIs(1));
    EXPECT_EQ(items_of_plan(*db, system, id).unwrap().front().person, chosen.person);
}

TEST_P(Plans, PlanningAgainKeepsWhatWasPromisedButNotWhatWasDeclined) {
    NewPlan plan = wanted();
    plan.frame.hours = 30;
    const PlanId first = solved(plan);
    publish(first);
    const PlanItemId cias = item_of(first, cia).id;
    EXPECT_EQ(answer(cias, {.answer = ItemAnswer::declined}, employee(cia)), "/because plan.reason_missing");
    EXPECT_EQ(answer(cias, {.answer = ItemAnswer::declined, .because = "Nej tack"}, employee(bo)),
              "plan_item.not_found");
    ASSERT_EQ(answer(cias, {.answer = ItemAnswer::declined, .because = "Vill hellre läsa"}, employee(cia)), "");
    EXPECT_EQ(found(first).reviews.declined, 1);
    // Something better for both: it does not break a promise.
    learning::ActivityInput better = course("Svets, bättre", welding, 2, 4);
    better.seat_cost = 0;
    offer(better);
    const auto again = act([&](db::Tx& tx) { return plan_again(tx, *workforces.current(), learning(), first); });
    ASSERT_TRUE(again.ok()) << code(again);
    ASSERT_TRUE(solve(again->id).ok());
    EXPECT_THAT(items(again->id),
                UnorderedElementsAre("Bo Berg: Svets 4 2027-01-01", "Cia Ceder: Svets, bättre 2027-01-01"));
    EXPECT_TRUE(told(again->id).difference->replaces);
    publish(again->id);
    EXPECT_EQ(found(first).row.state, PlanState::replaced);
}

TEST_P(Plans, PlanningAgainLeavesOutLocksOnWhatIsHeldNoMore) {
    learning::ActivityInput winter = course("Svets i vinter", welding, 2, 4);
    winter.sessions = {{{}, day("2027-02-01"), day("2027-02-03"), {}, {}}};
    NewPlan plan = wanted();
    plan.frame.locks = {{LockKind::lock, bo, {}, offer(winter)}, {LockKind::ban, cia, {}, four}};
    const PlanId first = solved(plan);
    publish(first);
    clock.set("2027-04-02");
    const auto again = act([&](db::Tx& tx) { return plan_again(tx, *workforces.current(), learning(), first); });
    ASSERT_TRUE(again.ok()) << code(again);
    EXPECT_EQ(found(again->id).frame.locks, (std::vector<PlanLock>{{LockKind::ban, cia, {}, four}}));
}

TEST_P(Plans, WhoeverMakesThePlanMayLockWhatAManagerHadPutOff) {
    const PlanId plan = solved();
    ASSERT_EQ(step(send_to_managers, plan), "");
    ASSERT_EQ(review(item_of(plan, bo).id, {.review = ItemReview::deferred, .because = "Ledig"}, manager(anna)), "");
    ASSERT_TRUE(solve(plan).ok());
    EXPECT_THAT(items(plan), Each(StartsWith("Cia")));
    NewPlan edited = wanted();
    edited.frame.locks = {{LockKind::lock, bo, {}, four}};
    const auto workforce = workforces.current();
    ASSERT_EQ(code(act([&](db::Tx& tx) { return edit_plan(tx, *workforce, learning(), plan, {}, edited); })), "");
    ASSERT_TRUE(solve(plan).ok());
    EXPECT_THAT(items(plan), Contains(StartsWith("Bo Berg: Svets 4")));
}

TEST_P(Plans, SumsAreForThoseWhoseUnitsTheyAreOfAndItemsForThoseWhoSeeLevels) {
    const PlanId plan = solved();
    EXPECT_EQ(step(send_to_managers, plan, hr_of_office()), "plan.not_found") << "a plan of everybody is not hers";
    NewPlan own = wanted();
    own.frame.units = {UnitId{1}};
    EXPECT_EQ(code(add(own, hr_of_office())), "/frame/units plan.outside_units");
    own.frame.units = {UnitId{2}};
    EXPECT_EQ(code(add(own, hr_of_office())), "");
    EXPECT_THAT(look([&](db::Tx& tx) { return plans(tx, *workforces.current(), hr_of_office()); }), SizeIs(1));

    EXPECT_THAT(items(plan, learning()), IsEmpty()) << "L&D sees sums";
    EXPECT_THAT(items(plan, hr()), IsEmpty()) << "HR says why";
    EXPECT_THAT(items(plan, hr("Uppföljning")), SizeIs(2));
    EXPECT_EQ(code(items_of_plan(*db, manager(anna), plan)), "plan.not_found") << "not sent yet";
    EXPECT_THAT(look([&](db::Tx& tx) { return my_plan(tx, employee(bo)); }).items, IsEmpty()) << "not published yet";
    EXPECT_THAT(reviews(*db, manager(anna)), IsEmpty()) << "not sent yet";
    publish(plan);
    EXPECT_THAT(look([&](db::Tx& tx) { return my_plan(tx, employee(bo)); }).items, SizeIs(1));
    EXPECT_THAT(reviews(*db, manager(anna)), SizeIs(1));
    EXPECT_THAT(items(plan, manager(anna)), SizeIs(2));
    EXPECT_THAT(items(plan, manager(erik)), IsEmpty());

    const auto proof = [&](const access::Actor& actor) {
        return code(look([&](db::Tx& tx) { return proof_of(tx, *workforces.current(), actor, plan); }));
    };
    EXPECT_EQ(proof(learning()), "http.forbidden") << "it says who misses what";
    EXPECT_EQ(proof(hr()), "");
}

TEST_P(Plans, WhatIsPaidStandsBesideWhatWasPlanned) {
    const PlanId plan = solved();
    const auto book = [&](const NewPaidCost& cost) {
        const auto workforce = workforces.current();
        return code(act([&](db::Tx& tx) { return book_cost(tx, *workforce, learning(), plan, cost); }));
    };
    EXPECT_EQ(book({four, day("2026-11-20"), 100, ""}), "plan.not_published");
    publish(plan);
    EXPECT_EQ(book({four, day("2026-11-20"), 0, ""}), "/amount plan.cost_zero");
    EXPECT_EQ(book({four, day("2027-11-20"), 100, ""}), "/day plan.cost_ahead");
    EXPECT_EQ(book({ActivityId{99}, day("2026-11-20"), 100, ""}), "/activity activity.not_found");
    ASSERT_EQ(book({four, day("2026-11-20"), 12'000'00, "Faktura 17"}), "");
    ASSERT_EQ(book({four, day("2026-11-21"), -2'000'00, "Kredit"}), "");
    const Plan now = found(plan);
    ASSERT_THAT(now.costs, SizeIs(1));
    EXPECT_EQ(now.costs[0].planned, 20'000'00);
    EXPECT_EQ(now.costs[0].paid, 10'000'00);
    EXPECT_EQ(now.paid.front().note, "Kredit");
}

TEST_P(Plans, ADraftIsThrownAwayWithAllThatWasSolved) {
    const PlanId plan = solved();
    const auto workforce = workforces.current();
    ASSERT_EQ(code(act([&](db::Tx& tx) { return remove_plan(tx, *workforce, learning(), plan); })), "");
    EXPECT_THAT(look([&](db::Tx& tx) { return plans(tx, *workforce, learning()); }), IsEmpty());
    EXPECT_EQ(code(items_of_plan(*db, system, plan)), "plan.not_found");
}

INSTANTIATE_TEST_SUITE_P(BothEngines, Plans, ::testing::Values(db::Engine::sqlite, db::Engine::postgres),
                         [](const auto& of) { return kunna::test::engine_name(of.param); });

} // namespace
} // namespace kunna::plans
