// From candidates to placements: selecting, suggesting, cohorts, checks, follow-up, and when it pays.
#include "moving_company.hpp"
#include "reskilling/suggestion.hpp"
#include "reskilling/sums.hpp"

#include <gmock/gmock.h>

namespace kunna::reskilling {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Members : public test::MovingCompany {
protected:
    ProgrammeId id{};

    void SetUp() override {
        MovingCompany::SetUp();
        for (const PersonId person : {bo, cia}) {
            state(person, plc, person == bo ? 2 : 0, "2026-10-01");
            state(person, english, person == bo ? 2 : 1, "2026-10-01");
        }
        id = open_programme();
    }
    Result<Suggestion> suggested(const SuggestionAsked& asked) {
        const auto workforce = workforces.current();
        return look([&](db::Tx& tx) -> Result<Suggestion> {
            const Fits fits{tx, workforce};
            return suggest(TRY(candidate_board(tx, fits, hr(), id)), fits, asked);
        });
    }
    static std::vector<std::pair<PersonId, RoleId>> pairs(const Suggestion& made) {
        std::vector<std::pair<PersonId, RoleId>> all;
        for (const Suggested& one : made.items) all.emplace_back(one.person, one.role);
        return all;
    }
    Result<Member> check(StepId step, bool done, PersonId by) {
        return act([&](db::Tx& tx) { return check_step(tx, employee(by), step, done); });
    }
    Result<Member> judge(MemberId member, PersonId by) {
        return act([&](db::Tx& tx) { return pass_trial(tx, manager(by), member, true); });
    }
    MemberId bo_selected() {
        EXPECT_TRUE(interest(bo, id, {technician}).ok());
        return choose(id, bo, technician)->id;
    }
    // Bo, with Dag as mentor, having done every step.
    MemberId bo_on_trial() {
        const MemberId member = bo_selected();
        EXPECT_TRUE(gather(id, {member}, dag).ok());
        const auto learning = on(member, Stage::learning);
        EXPECT_TRUE(learning.ok()) << code(learning);
        for (const MemberStep& step : learning->steps) EXPECT_TRUE(check(step.id, true, dag).ok());
        EXPECT_TRUE(on(member, Stage::trial).ok());
        return member;
    }
    ProgrammeSums sums(const access::Actor& actor) {
        return look([&](db::Tx& tx) {
            return programme_sums(tx, *workforces.current(), actor, *find_programme(tx, actor, id));
        });
    }
};

TEST_P(Members, ASuggestionPutsPeopleWhereItTakesTheFewestHoursAndProvesIt) {
    ASSERT_TRUE(interest(bo, id, {technician, clerk}).ok());
    ASSERT_TRUE(interest(cia, id, {technician, clerk}).ok());
    const auto made = suggested({});
    ASSERT_TRUE(made.ok()) << code(made);
    // Bo: technician 40, clerk 40 (a level of English). Cia: technician 24 + 40 + 40, clerk 80. Together 120 or 144.
    EXPECT_THAT(pairs(*made), ElementsAre(std::pair{bo, technician}, std::pair{cia, clerk}));
    EXPECT_EQ(made->total, 120);
    EXPECT_EQ(made->bound, 120);
    EXPECT_TRUE(made->least);
    EXPECT_EQ(made->free, 0);
    EXPECT_EQ(look([&](db::Tx& tx) { return members_of(tx, hr(), id).size(); }), 0U) << "it selects nobody";
}

TEST_P(Members, ASuggestionOverNobodyLeavesEveryPlaceFree) {
    const auto made = suggested({});
    ASSERT_TRUE(made.ok()) << code(made);
    EXPECT_THAT(made->items, IsEmpty());
    EXPECT_EQ(made->free, 2);
    EXPECT_EQ(made->total, 0);
    EXPECT_TRUE(made->least);
}

TEST_P(Members, TenThousandLocksThatSayTheSameAreOne) {
    ASSERT_TRUE(interest(bo, id, {technician, clerk}).ok());
    const std::vector<Lock> same(10'000, Lock{bo, clerk, LockKind::must});
    EXPECT_THAT(pairs(*suggested({SuggestionAim::hours, same})), ElementsAre(std::pair{bo, clerk}));
}

TEST_P(Members, LocksHoldAndTheirPriceAndWhatTheyChangedIsTold) {
    ASSERT_TRUE(interest(bo, id, {technician, clerk}).ok());
    ASSERT_TRUE(interest(cia, id, {technician, clerk}).ok());
    const auto made = suggested({SuggestionAim::hours, {{cia, technician, LockKind::must}}});
    ASSERT_TRUE(made.ok()) << code(made);
    EXPECT_THAT(pairs(*made), ElementsAre(std::pair{bo, clerk}, std::pair{cia, technician}));
    EXPECT_EQ(made->total, 144);
    EXPECT_EQ(made->total_without_locks, 120);
    EXPECT_EQ(made->changed.size(), 2U);
    const auto never = suggested({SuggestionAim::suitability, {{bo, {}, LockKind::never}}});
    ASSERT_TRUE(never.ok()) << code(never);
    EXPECT_EQ(never->items.size(), 1U);
    EXPECT_EQ(never->left_out, 1);
    EXPECT_EQ(never->free, 1);
}

TEST_P(Members, LocksThatContradictAreRefusedInWords) {
    ASSERT_TRUE(interest(bo, id, {technician}).ok());
    ASSERT_TRUE(interest(cia, id, {technician, clerk}).ok());
    const auto refused = [&](std::vector<Lock> locks) {
        return code(suggested({SuggestionAim::hours, std::move(locks)}));
    };
    EXPECT_EQ(refused({{dag, technician, LockKind::must}}), "/locks/0 lock.person");
    EXPECT_EQ(refused({{bo, fitter, LockKind::must}}), "/locks/0 lock.role");
    EXPECT_EQ(refused({{bo, {}, LockKind::must}}), "/locks/0 lock.role");
    EXPECT_EQ(refused({{bo, clerk, LockKind::must}}), "/locks/0 lock.not_asked_for");
    EXPECT_EQ(refused({{cia, technician, LockKind::must}, {cia, technician, LockKind::never}}),
              "/locks/1 lock.contradiction");
    EXPECT_EQ(refused({{cia, clerk, LockKind::must}, {cia, technician, LockKind::must}}),
              "/locks/1 lock.contradiction");
    EXPECT_EQ(refused({{bo, technician, LockKind::must}, {cia, technician, LockKind::must}}), "/locks lock.too_many");
    ASSERT_TRUE(choose(id, bo, technician).ok());
    EXPECT_EQ(refused({{bo, technician, LockKind::never}}), "/locks/0 lock.selected");
    EXPECT_THAT(pairs(*suggested({})), ElementsAre(std::pair{bo, technician}, std::pair{cia, clerk}))
        << "whoever is selected stays";
}

TEST_P(Members, OnlyThoseInterestedAreSelectedForWhatTheyAskedForWithinThePlaces) {
    EXPECT_EQ(code(choose(id, bo, technician)), "person.not_found");
    ASSERT_TRUE(interest(bo, id, {technician}).ok());
    EXPECT_EQ(code(choose(id, bo, clerk)), "/role programme.role_not_wanted");
    const auto member = choose(id, bo, technician);
    ASSERT_TRUE(member.ok()) << code(member);
    EXPECT_EQ(last_entry(), "programme.selected 2 role,path");
    ASSERT_EQ(member->steps.size(), 1U);
    EXPECT_EQ(member->steps[0].activity, second);
    EXPECT_EQ(code(choose(id, bo, technician)), "programme.selected_already");
    ASSERT_TRUE(interest(cia, id, {technician}).ok());
    EXPECT_EQ(code(choose(id, cia, technician)), "programme.role_full");
    ASSERT_TRUE(act([&](db::Tx& tx) { return unselect(tx, hr(), id, bo); }).ok());
    EXPECT_TRUE(choose(id, cia, technician).ok());
}

TEST_P(Members, NothingSkips) {
    const MemberId member = bo_selected();
    EXPECT_EQ(code(on(member, Stage::learning)), "member.no_cohort");
    EXPECT_EQ(code(on(member, Stage::trial)), "member.stage_order");
    ASSERT_TRUE(gather(id, {member}, dag).ok());
    const auto learning = on(member, Stage::learning);
    ASSERT_TRUE(learning.ok()) << code(learning);
    EXPECT_EQ(code(on(member, Stage::trial)), "member.steps_left");
    EXPECT_EQ(code(act([&](db::Tx& tx) { return unselect(tx, hr(), id, bo); })), "member.begun");
    ASSERT_TRUE(check(learning->steps[0].id, true, dag).ok());
    EXPECT_EQ(last_entry(), "programme.step_checked 2 done");
    ASSERT_TRUE(on(member, Stage::trial).ok());
    EXPECT_EQ(code(on(member, Stage::placed)), "member.trial_not_passed");
    ASSERT_TRUE(judge(member, anna).ok());
    const auto placed = on(member, Stage::placed);
    ASSERT_TRUE(placed.ok()) << code(placed);
    EXPECT_EQ(placed->placed, clock.today());
    EXPECT_EQ(last_entry(), "programme.stage_set 2 stage,day");
    EXPECT_EQ(code(on(member, Stage::left, LeftReason::stopped)), "member.stage_order");
}

TEST_P(Members, AMentorChecksTheirOwnAloneAndTheUnitsManagerJudgesTheTrial) {
    const MemberId member = bo_selected();
    EXPECT_EQ(code(gather(id, {member}, bo)), "/mentor cohort.mentor_is_member");
    ASSERT_TRUE(gather(id, {member}, dag).ok());
    const StepId step = on(member, Stage::learning)->steps[0].id;
    EXPECT_EQ(code(check(step, true, bo)), "step.not_found");
    EXPECT_EQ(code(check(step, true, anna)), "step.not_found") << "the manager is not the mentor";
    ASSERT_TRUE(check(step, true, dag).ok());
    ASSERT_TRUE(on(member, Stage::trial).ok());
    EXPECT_EQ(code(check(step, false, dag)), "step.not_learning");
    EXPECT_EQ(code(judge(member, dag)), "member.not_found");
    const auto mine = look([&](db::Tx& tx) { return my_reskilling(tx, manager(anna)); });
    ASSERT_EQ(mine.trials.size(), 1U);
    EXPECT_EQ(mine.trials[0].name, "Bo Berg");
    EXPECT_THAT(look([&](db::Tx& tx) { return my_reskilling(tx, employee(dag)); }).mentored, IsEmpty())
        << "a mentor sees them while they learn";
    const auto own = look([&](db::Tx& tx) { return my_reskilling(tx, employee(bo)); });
    ASSERT_EQ(own.own.size(), 1U);
    EXPECT_EQ(own.own[0].stage, Stage::trial);
    EXPECT_EQ(own.own[0].in->mentor->name, "Dag Dahl");
}

TEST_P(Members, WhoeverTakesTheirInterestBackLeavesAndIsNoLongerSeen) {
    const MemberId member = bo_selected();
    ASSERT_TRUE(gather(id, {member}, dag).ok());
    ASSERT_TRUE(take_back(bo, id).ok());
    const auto told = look([&](db::Tx& tx) { return cohort_board(tx, *workforces.current(), hr(), id); });
    EXPECT_THAT(told->members, IsEmpty());
    const auto own = look([&](db::Tx& tx) { return my_reskilling(tx, employee(bo)); }).own;
    EXPECT_EQ(own.at(0).stage, Stage::left);
    EXPECT_EQ(own[0].reason, LeftReason::withdrew);
    EXPECT_EQ(sums(hr()).stages.left, 1);
}

TEST_P(Members, LeavingNeedsAReason) {
    const MemberId member = bo_selected();
    EXPECT_EQ(code(on(member, Stage::left)), "/reason member.reason_missing");
    EXPECT_TRUE(on(member, Stage::left, LeftReason::other_role).ok());
    EXPECT_THAT(board(id, hr())->items, IsEmpty()) << "the interest has ended with it";
}

TEST_P(Members, CohortsRefuseWhatCannotBe) {
    const MemberId member = bo_selected();
    const auto add = [&](CohortInput wanted) {
        return code(act([&](db::Tx& tx) { return add_cohort(tx, hr(), id, wanted); }));
    };
    EXPECT_EQ(add({"", clock.today(), "", {}, {}}), "/name cohort.name_missing");
    EXPECT_EQ(add({"A", day("2026-11-20"), "", {}, {}}), "/starts cohort.starts_in_the_past");
    EXPECT_EQ(add({"A", clock.today(), "", PersonId{99}, {}}), "/mentor cohort.mentor_unknown");
    EXPECT_EQ(add({"A", clock.today(), "", {}, {MemberId{99}}}), "/members/0 cohort.members");
    const auto later = act([&](db::Tx& tx) {
        return add_cohort(tx, hr(), id, {"A", day("2026-12-01"), "", {}, {member}});
    });
    ASSERT_TRUE(later.ok()) << code(later);
    EXPECT_EQ(code(on(member, Stage::learning)), "member.not_started");
    const auto edit = [&](std::int64_t version) {
        return act([&](db::Tx& tx) {
            return edit_cohort(tx, hr(), later->id, version, {"B", day("2026-12-01"), "", {}, {}});
        });
    };
    EXPECT_EQ(code(edit(7)), "http.stale");
    ASSERT_TRUE(edit(later->version).ok());
    EXPECT_EQ(code(on(member, Stage::learning)), "member.no_cohort");
}

TEST_P(Members, ThosePlacedAreFollowedForTwelveMonthsAndThenNoMore) {
    const MemberId member = bo_on_trial();
    ASSERT_TRUE(judge(member, anna).ok());
    ASSERT_TRUE(on(member, Stage::placed).ok());
    ASSERT_TRUE(give_role(member, hr()).ok());
    const auto told = [&] {
        return look([&](db::Tx& tx) { return cohort_board(tx, *workforces.current(), hr(), id); })->members;
    };
    ASSERT_EQ(told().at(0).follow_up.size(), 3U);
    EXPECT_EQ(told()[0].follow_up[0].state, FollowUpState::ahead);
    clock.set("2027-03-01");
    EXPECT_EQ(told()[0].follow_up[0].state, FollowUpState::due) << "nothing said of them since";
    EXPECT_EQ(told()[0].follow_up[0].in_role, true);
    state(bo, plc, 4, "2027-02-10");
    EXPECT_EQ(told()[0].follow_up[0].state, FollowUpState::told);
    EXPECT_EQ(told()[0].follow_up[0].met, 2);
    state(bo, plc, 0, "2027-02-28");
    EXPECT_EQ(told()[0].follow_up[0].met, 2) << "a figure once told stays";
    ASSERT_TRUE(go(id, ProgrammeState::running, hr()).ok());
    ASSERT_TRUE(go(id, ProgrammeState::closed, hr()).ok());
    EXPECT_EQ(told().size(), 1U) << "a closed programme still follows those placed";
    clock.set("2027-11-22");
    EXPECT_THAT(told(), IsEmpty()) << "a year has passed";
    EXPECT_THAT(look([&](db::Tx& tx) { return open_programmes(tx, employee(bo)); }).items, IsEmpty());
}

TEST_P(Members, WhoeverIsPlacedIsGivenTheRoleByHrAndTheOneTheyCameFromEnds) {
    const MemberId member = bo_on_trial();
    EXPECT_EQ(code(give_role(member, hr())), "member.not_placed");
    ASSERT_TRUE(judge(member, anna).ok());
    ASSERT_TRUE(on(member, Stage::placed).ok());
    const Date placed = clock.today();
    const auto has_role = [&] {
        const auto board = look([&](db::Tx& tx) { return cohort_board(tx, *workforces.current(), hr(), id); });
        return board->members.at(0).has_role;
    };
    EXPECT_EQ(has_role(), false) << "being placed is told of the person, the role is given by whoever edits people";
    clock.set("2026-12-24");
    EXPECT_EQ(code(give_role(member, hr_of_office())), "programme.not_yours");
    EXPECT_EQ(code(give_role(member, learning())), "person.not_found") << "who runs it, and edits nobody";
    ASSERT_TRUE(give_role(member, hr()).ok());
    EXPECT_EQ(has_role(), true);
    EXPECT_EQ(code(give_role(member, hr())), "member.has_role");
    const auto held = look([&](db::Tx& tx) { return skills::holdings_of(tx, bo); });
    ASSERT_EQ(held.size(), 2U);
    EXPECT_EQ(held[0].to, placed - 1) << "the role they came from";
    EXPECT_EQ(held[1].role, technician);
    EXPECT_EQ(held[1].from, placed) << "from the day of the placement, whenever it is written";
}

TEST_P(Members, AProgrammeClosesWhenNobodyIsOnTheWay) {
    const MemberId member = bo_selected();
    EXPECT_EQ(code(go(id, ProgrammeState::closed, hr())), "programme.members_on_the_way");
    ProgrammeInput less = input();
    less.roles = {{clerk, 1}};
    EXPECT_EQ(code(act([&](db::Tx& tx) { return edit_programme(tx, *workforces.current(), hr(), id, {}, less); })),
              "/roles programme.role_has_members");
    ASSERT_TRUE(on(member, Stage::left, LeftReason::stopped).ok());
    EXPECT_TRUE(go(id, ProgrammeState::closed, hr()).ok());
}

TEST_P(Members, SumsOfFewAreToldToNobodyWhoMayNotSeeThem) {
    (void)bo_selected();
    EXPECT_EQ(sums(hr()).stages.selected, 1);
    ASSERT_EQ(sums(hr()).flow.size(), 1U);
    EXPECT_EQ(sums(hr()).flow[0].from, fitter);
    EXPECT_TRUE(sums(hr()).break_even.has_value());
    for (const access::Actor& actor : {manager(anna), hr_of_office()}) {
        const ProgrammeSums told = sums(actor);
        EXPECT_EQ(told.stages.selected, std::nullopt);
        EXPECT_EQ(told.stages.interested, std::nullopt);
        EXPECT_EQ(told.stages.placed, std::nullopt);
        EXPECT_THAT(told.flow, IsEmpty());
        EXPECT_EQ(told.flow_hidden, 0);
        EXPECT_FALSE(told.break_even.has_value());
        EXPECT_TRUE(told.hidden);
    }
}

TEST_P(Members, AFlowAndACostThatWouldTellHowManyLeftAreToldOnlyWhenThatIs) {
    // Nineteen have asked, five are placed, and some have left; the others were not selected.
    const auto stories = [&](int left) {
        execute("DELETE FROM programme_member; DELETE FROM programme_interest;");
        for (int n = 0; n < 19; ++n) {
            const std::string person = std::to_string(100 + n);
            const std::string number = "9" + person;
            execute("INSERT INTO person (id, number, given, family, hired, search, sort_sv) VALUES (" + person + ", '" +
                    number + "', 'P', '" + person + "', 15000, '', '') ON CONFLICT DO NOTHING;" +
                    "INSERT INTO programme_interest (programme, person, edition, words, since) VALUES (1, " + person +
                    ", 1, '', 0);");
            if (n >= 5 + left) continue;
            execute(
                "INSERT INTO programme_member (programme, person, role, from_role, stage, selected, learning, cost, "
                "hours, chance) VALUES (1, " +
                person + ", " + std::to_string(technician.value) + ", " + std::to_string(fitter.value) + ", '" +
                (n < 5 ? "placed" : "left") + "', 20000, 20001, 100, 10, 1);");
        }
    };
    stories(3);
    const ProgrammeSums hidden = sums(manager(anna));
    EXPECT_EQ(hidden.stages.interested, 19);
    EXPECT_EQ(hidden.stages.applied, 11);
    EXPECT_EQ(hidden.stages.placed, std::nullopt) << "19 − 11 − 5 is three";
    EXPECT_EQ(hidden.stages.left, std::nullopt);
    EXPECT_THAT(hidden.flow, IsEmpty()) << "so are the five in the flow";
    EXPECT_FALSE(hidden.break_even.has_value()) << "and what hiring five would cost";
    EXPECT_EQ(sums(hr()).flow.at(0).people, 5);
    stories(6);
    const ProgrammeSums told = sums(manager(anna));
    EXPECT_EQ(told.stages.placed, 5);
    EXPECT_EQ(told.stages.left, 6);
    ASSERT_EQ(told.flow.size(), 1U);
    EXPECT_TRUE(told.break_even.has_value());
}

TEST(BreakEvenDay, IsTheFirstFromWhichReskillingIsNeverDearerThanHiring) {
    const HiringFigures hiring{100'000'00, 20, 40'000'00, 400'00};
    const Date start = *Date::parse("2027-01-04");
    const Learner cheap{start, 20'000'00, 100, 8, true};
    const auto soon = break_even({&cheap, 1}, hiring);
    EXPECT_EQ(soon.reskilling, 60'000'00);
    EXPECT_NEAR(static_cast<double>(soon.hiring) / 100, 100'000 + 40'000 * 12.0 / 52 * 20, 1);
    EXPECT_EQ(soon.day, start) << "from the first day on";
    // 180,000 kr at once and 220,000 after the 12.5 weeks that 100 hours take; hiring has cost that much after
    // (220,000 − 100,000) / 9,230.77 = 13 weeks.
    const Learner dear{start, 180'000'00, 100, 8, true};
    const HiringFigures longer{100'000'00, 40, 40'000'00, 400'00};
    const auto later = break_even({&dear, 1}, longer);
    ASSERT_TRUE(later.day.has_value());
    EXPECT_EQ(*later.day - start, 91);
    const Learner never{start, 500'000'00, 100, 8, true};
    EXPECT_EQ(break_even({&never, 1}, hiring).day, std::nullopt);
    const std::vector<Learner> both{cheap, {start, 20'000'00, 100, 8, false}};
    EXPECT_EQ(break_even(both, hiring).reskilling, 120'000'00) << "who left counts as reskilling";
    EXPECT_EQ(break_even(both, hiring).hiring, soon.hiring) << "and as nobody hired";
    EXPECT_EQ(break_even({}, hiring).day, std::nullopt);
}

INSTANTIATE_ON_BOTH(Members);

} // namespace
} // namespace kunna::reskilling
