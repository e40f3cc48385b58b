// Keeping the catalogue of activities: what is refused, what stays, and which goals an activity serves.
#include "shelf.hpp"

#include <gmock/gmock.h>

namespace kunna::learning {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Activities : public test::Shelf {
protected:
    template <class F>
    std::string refused(F&& change) {
        ActivityInput wanted = course("En annan");
        change(wanted);
        return code(add(wanted));
    }
};

TEST_P(Activities, AnActivitySaysWhatItRaisesWhatItCostsAndWhenItIsHeld) {
    const auto added = add(course());
    ASSERT_TRUE(added.ok()) << code(added);
    EXPECT_EQ(added->key, "plc_grund");
    ASSERT_EQ(added->raises.size(), 1U);
    EXPECT_EQ(added->raises[0].skill_name.sv, "PLC");
    EXPECT_DOUBLE_EQ(added->raises[0].probability, 0.8);
    ASSERT_TRUE(added->cost);
    EXPECT_EQ(*added->cost, (ActivityCost{1'250'000, 0, "SEK"}));
    EXPECT_EQ(added->next_session, day("2027-02-08"));
    EXPECT_EQ(added->valid_from, day("2026-11-21")) << "today, when nothing else is said";
    EXPECT_TRUE(added->may_edit);
    EXPECT_EQ(last_entry(), "activity.added " + std::to_string(added->id.value) + " name,cost,raises,sessions");
}

TEST_P(Activities, WhatCannotBePlannedIsRefusedByField) {
    ASSERT_TRUE(add(course()).ok());
    EXPECT_EQ(refused([](ActivityInput& a) { a.name = {" ", ""}; }), "/name activity.name_missing");
    EXPECT_EQ(refused([](ActivityInput& a) { a.name.sv = "plc,  GRUND"; }), "/name/sv activity.name_taken");
    EXPECT_EQ(refused([](ActivityInput& a) { a.key = "plc_grund"; }), "/key activity.key_taken");
    EXPECT_EQ(refused([](ActivityInput& a) { a.seat_cost.reset(); }), "/seat_cost activity.cost_missing");
    EXPECT_EQ(refused([](ActivityInput& a) { a.session_cost = -1; }), "/session_cost activity.cost_negative");
    EXPECT_EQ(refused([](ActivityInput& a) { a.seat_cost = 1'000'000'000'000; }), "/seat_cost activity.cost_too_large");
    for (const char* currency : {"kronor", "XYZ", "sek"})
        EXPECT_EQ(refused([&](ActivityInput& a) { a.currency = currency; }), "/currency activity.currency");
    for (const char* language : {"", "svenska", "xx"})
        EXPECT_EQ(refused([&](ActivityInput& a) { a.language = language; }), "/language activity.language");
    for (const double hours : {0.0, -8.0, 4001.0, std::numeric_limits<double>::quiet_NaN()})
        EXPECT_EQ(refused([&](ActivityInput& a) { a.hours = hours; }), "/hours activity.hours");
    EXPECT_EQ(refused([](ActivityInput& a) { a.seats = 0; }), "/seats activity.seats");
    EXPECT_EQ(refused([&](ActivityInput& a) { a.valid_to = day("2026-11-20"), a.sessions.clear(); }),
              "/valid_to activity.ends_before_it_begins");
    EXPECT_EQ(entries(), 4) << "three skills and one activity, and nothing of what was refused";
}

TEST_P(Activities, ARaiseGoesUpwardsOnTheScaleOfASkillThatIsInUse) {
    retire(lean, "Lean");
    const auto raise = [&](RaiseInput wanted) { return refused([&](ActivityInput& a) { a.raises = {wanted}; }); };
    EXPECT_EQ(raise({plc, 3, 2, 1}), "/raises/0/to activity.raise_not_upwards");
    EXPECT_EQ(raise({plc, 2, 2, 1}), "/raises/0/to activity.raise_not_upwards");
    EXPECT_EQ(raise({plc, 3, 6, 1}), "/raises/0/to level.outside_scale");
    EXPECT_EQ(raise({plc, -1, 2, 1}), "/raises/0/from level.outside_scale");
    for (const double probability : {0.0, -0.1, 1.01})
        EXPECT_EQ(raise({plc, 0, 2, probability}), "/raises/0/probability activity.probability");
    EXPECT_EQ(raise({lean, 0, 2, 1}), "/raises/0/skill skill.retired");
    EXPECT_EQ(raise({SkillId{99}, 0, 2, 1}), "/raises/0/skill skill.not_found");
    EXPECT_EQ(refused([&](ActivityInput& a) {
                  a.raises = {{plc, 0, 2, 1}, {plc, 2, 3, 1}};
              }),
              "/raises/1/skill activity.raise_twice");
}

TEST_P(Activities, ASkillThatIsRetiredLaterStaysInWhatRaisesItAlready) {
    const auto added = add(course());
    retire(plc, "PLC");
    ActivityInput same = input_of(*added);
    same.hours = 30;
    const auto edited = edit(added->id, same);
    ASSERT_TRUE(edited.ok()) << code(edited);
    EXPECT_TRUE(edited->raises[0].retired);
}

TEST_P(Activities, ASessionIsAheadWithinTheValidityAndThereOnce) {
    const auto session = [&](const char* starts, const char* ends, std::optional<std::int32_t> seats = {}) {
        return refused([&](ActivityInput& a) {
            a.valid_to = day("2027-12-31");
            a.sessions = {{{}, day(starts), day(ends), "Norrköping", seats}};
        });
    };
    EXPECT_EQ(session("2026-11-20", "2026-11-25"), "/sessions/0/starts activity.session_passed");
    EXPECT_EQ(session("2027-02-08", "2027-02-07"), "/sessions/0/ends activity.session_ends_before");
    EXPECT_EQ(session("2027-12-30", "2028-01-02"), "/sessions/0/starts activity.session_outside_validity");
    EXPECT_EQ(session("2027-02-08", "2027-02-08", 0), "/sessions/0/seats activity.seats");
    EXPECT_EQ(refused([](ActivityInput& a) { a.sessions.push_back(a.sessions[0]); }),
              "/sessions/1/starts activity.session_twice");
    EXPECT_EQ(refused([](ActivityInput& a) { a.sessions[0].id = ActivitySessionId{9}; }),
              "/sessions/0/id activity.session_not_found");
}

TEST_P(Activities, ASessionKeepsItsIdWhileItStaysAlsoWhenItHasBeen) {
    const auto added = add(course());
    const ActivitySessionId first = added->sessions[0].id;
    clock.set("2027-03-01");
    ActivityInput more = input_of(*added);
    more.sessions.insert(more.sessions.begin(), {{}, day("2027-09-06"), day("2027-09-08"), "Norrköping", 8});
    const auto edited = edit(added->id, more);
    ASSERT_TRUE(edited.ok()) << code(edited);
    ASSERT_EQ(edited->sessions.size(), 2U);
    EXPECT_EQ(edited->sessions[0].id, first);
    EXPECT_EQ(edited->next_session, day("2027-09-06"));
    EXPECT_EQ(edited->sessions_ahead, 1);
    more.sessions.pop_back();
    more.sessions[0].id = edited->sessions[1].id;
    const auto fewer = edit(added->id, more);
    ASSERT_TRUE(fewer.ok()) << code(fewer);
    EXPECT_THAT(fewer->sessions, ::testing::SizeIs(1));
}

TEST_P(Activities, PrerequisitesThatGoInACircleAreRefusedAndTheCircleNamed) {
    const auto a = add(course("Grund"));
    ActivityInput second = course("Fortsättning");
    second.after = {a->id};
    const auto b = add(second);
    ActivityInput third = course("Fördjupning");
    third.after = {b->id};
    const auto c = add(third);
    ASSERT_TRUE(c.ok()) << code(c);
    ActivityInput first = input_of(*a);
    first.after = {c->id};
    const auto refused = edit(a->id, first);
    EXPECT_EQ(code(refused), "/after/0 activity.circle");
    ASSERT_FALSE(refused.ok());
    EXPECT_THAT(refused.error().fields[0].values, ElementsAre(std::pair<std::string, std::string>{
                                                      "circle", "Grund → Fördjupning → Fortsättning → Grund"}));
    first.after = {a->id};
    EXPECT_EQ(code(edit(a->id, first)), "/after/0 activity.circle") << "nothing comes before itself";
    first.after = {ActivityId{99}};
    EXPECT_EQ(code(edit(a->id, first)), "/after/0 activity.not_found");
}

TEST_P(Activities, WhatMustBeKnownFirstIsALevelOfTheSkill) {
    const auto entry = [&](EntryInput wanted) { return refused([&](ActivityInput& a) { a.entry = {wanted}; }); };
    EXPECT_EQ(entry({welding, 0}), "/entry/0/level requirement.level_outside");
    EXPECT_EQ(entry({SkillId{99}, 2}), "/entry/0/skill skill.not_found");
    EXPECT_EQ(entry({welding, 2}), "");
}

TEST_P(Activities, OfTwoEditorsTheSecondIsTold) {
    const auto added = add(course());
    ActivityInput change = input_of(*added);
    change.hours = 32;
    EXPECT_TRUE(edit(added->id, change, added->version).ok());
    EXPECT_EQ(code(edit(added->id, change, added->version)), "http.stale");
}

TEST_P(Activities, AnArchivedOneLeavesTheCatalogueAndItsNameAndComesBack) {
    const auto added = add(course());
    ActivityInput next = course("Fortsättning");
    next.after = {added->id};
    const auto after = add(next);
    const auto archive = [&](ActivityId id) {
        return code(act([&](db::Tx& tx) { return archive_activity(tx, learning(), id); }));
    };
    const auto restore = [&](ActivityId id) {
        return code(act([&](db::Tx& tx) { return restore_activity(tx, learning(), id); }));
    };
    EXPECT_EQ(archive(added->id), "activity.asked_for");
    EXPECT_EQ(archive(after->id), "");
    EXPECT_EQ(archive(added->id), "");
    EXPECT_EQ(archive(added->id), "activity.archived_already");
    EXPECT_THAT(found({}), IsEmpty());
    EXPECT_THAT(found({.archived = true}), ElementsAre("Fortsättning", "PLC, grund"));
    const auto edition = add(course());
    ASSERT_TRUE(edition.ok()) << "a new edition may have the name: " << code(edition);
    EXPECT_EQ(restore(added->id), "activity.name_taken");
    EXPECT_EQ(archive(edition->id), "");
    EXPECT_EQ(restore(added->id), "");
    EXPECT_EQ(restore(added->id), "activity.not_archived");
}

TEST_P(Activities, TheListIsFoundByWordsSkillKindLanguageAndSessions) {
    ASSERT_TRUE(add(course()).ok());
    ActivityInput micro = course("Lean på tio minuter");
    micro.kind = ActivityKind::micro;
    micro.language = "en";
    micro.online = true;
    micro.place.clear();
    micro.raises = {{lean, 0, 1, 1}};
    micro.sessions.clear();
    ASSERT_TRUE(add(micro).ok());
    EXPECT_THAT(found({}), ElementsAre("Lean på tio minuter", "PLC, grund"));
    EXPECT_THAT(found({.query = "västerås GRUND"}), ElementsAre("PLC, grund"));
    EXPECT_THAT(found({.query = "continuous"}), ElementsAre("Lean på tio minuter")) << "by what it raises";
    EXPECT_THAT(found({.skill = plc}), ElementsAre("PLC, grund"));
    EXPECT_THAT(found({.kind = ActivityKind::micro}), ElementsAre("Lean på tio minuter"));
    EXPECT_THAT(found({.language = "en"}), ElementsAre("Lean på tio minuter"));
    EXPECT_THAT(found({.online = true}), ElementsAre("Lean på tio minuter"));
    EXPECT_THAT(found({.ahead = true}), ElementsAre("PLC, grund"));
}

TEST_P(Activities, AnActivityServesAGoalWhenItRaisesASkillFromBelowTheLevelNeeded) {
    const goals::GoalId automation = goal_that_needs(plc, 2, "Automation");
    ASSERT_TRUE(add(course()).ok());
    ActivityInput beyond = course("PLC, fördjupning");
    beyond.raises = {{plc, 2, 3, 1}};
    ASSERT_TRUE(add(beyond).ok());
    EXPECT_THAT(found({.serving = Serving::some}), ElementsAre("PLC, grund"));
    EXPECT_THAT(found({.serving = Serving::none}), ElementsAre("PLC, fördjupning")) << "2 is enough for the goal";
    EXPECT_THAT(found({.goal = automation}), ElementsAre("PLC, grund"));
    const auto rows = look([&](db::Tx& tx) { return activities(tx, learning(), {.query = "grund"}); });
    EXPECT_EQ(rows[0].goals, 1);
    const auto one = look([&](db::Tx& tx) { return find_activity(tx, learning(), rows[0].id); });
    ASSERT_EQ(one->serves.size(), 1U);
    EXPECT_EQ(one->serves[0].name.sv, "Automation");
    EXPECT_EQ(one->serves[0].needs[0].level, 2);
    ASSERT_TRUE(act([&](db::Tx& tx) { return goals::drop_goal(tx, hr(), automation, "inte i år"); }).ok());
    EXPECT_THAT(found({.serving = Serving::some}), IsEmpty()) << "a goal that was given up is served by nothing";
}

TEST_P(Activities, CostsAreForThoseWhoPlanAndForManagers) {
    const auto added = add(course());
    const auto cost = [&](const access::Actor& actor) {
        return look([&](db::Tx& tx) { return find_activity(tx, actor, added->id); })->cost.has_value();
    };
    EXPECT_TRUE(cost(manager(anna)));
    EXPECT_TRUE(cost(hr()));
    EXPECT_FALSE(cost(employee(bo)));
}

INSTANTIATE_ON_BOTH(Activities);

} // namespace
} // namespace kunna::learning
