// A small company with three skills and what it takes to write activities.
#pragma once

#include "goals/goals.hpp"
#include "learning/activities.hpp"
#include "skills/catalogue.hpp"
#include "support/small_company.hpp"

namespace kunna::learning::test {

class Shelf : public kunna::test::SmallCompany {
protected:
    SkillId plc{}, welding{}, lean{};

    void SetUp() override {
        (void)act([&](db::Tx& tx) -> Result<void> {
            skills::ensure_scales(tx);
            return {};
        });
        plc = skill("PLC", "PLC programming");
        welding = skill("Svetsning", "Welding");
        lean = skill("Lean", "Continuous improvement");
    }
    SkillId skill(const char* sv, const char* en) {
        skills::SkillInput wanted;
        wanted.name = {sv, en};
        return act([&](db::Tx& tx) { return skills::add_skill(tx, hr(), wanted); })->id;
    }
    void retire(SkillId skill, const char* name) {
        skills::SkillInput edit;
        edit.name.sv = name;
        edit.retired = true;
        ASSERT_TRUE(act([&](db::Tx& tx) { return skills::edit_skill(tx, hr(), skill, {}, edit); }).ok());
    }
    // From nothing to 2 in PLC, in February, at 12,500 kronor a seat.
    ActivityInput course(const char* name = "PLC, grund") {
        ActivityInput wanted;
        wanted.name.sv = name;
        wanted.language = "sv";
        wanted.place = "Västerås";
        wanted.seat_cost = 1'250'000;
        wanted.session_cost = 0;
        wanted.hours = 24;
        wanted.seats = 12;
        wanted.raises = {{plc, 0, 2, 0.8}};
        wanted.sessions = {{{}, day("2027-02-08"), day("2027-02-10"), {}, {}}};
        return wanted;
    }
    Result<Activity> add(const ActivityInput& wanted, const access::Actor& actor = learning()) {
        return act([&](db::Tx& tx) { return add_activity(tx, actor, wanted); });
    }
    Result<Activity> edit(ActivityId id, const ActivityInput& wanted, std::optional<std::int64_t> version = {}) {
        return act([&](db::Tx& tx) { return edit_activity(tx, learning(), id, version, wanted); });
    }
    std::vector<std::string> found(const ActivitiesAsked& asked, const access::Actor& actor = learning()) {
        std::vector<std::string> names;
        for (const ActivityRow& row : look([&](db::Tx& tx) { return activities(tx, actor, asked); }))
            names.push_back(row.name.sv);
        return names;
    }
    // Two who can the skill at the level, in two years.
    goals::GoalId goal_that_needs(SkillId skill, std::int32_t level, const char* name = "Mål") {
        goals::NewGoal wanted;
        wanted.name.sv = name;
        wanted.owner = anna;
        wanted.metric.sv = "Timmar";
        wanted.target = 40;
        wanted.starts = day("2026-11-21");
        wanted.due = day("2028-11-21");
        goals::Need need;
        need.skill = skill;
        need.level = level;
        need.headcount = 2;
        need.due = day("2028-11-21");
        return act([&](db::Tx& tx) -> Result<goals::GoalId> {
                   const auto goal = TRY(goals::add_goal(tx, hr(), wanted));
                   TRY(goals::set_needs(tx, hr(), goal.row.id, {}, {need}));
                   return goal.row.id;
               })
            .unwrap();
    }
};

} // namespace kunna::learning::test
