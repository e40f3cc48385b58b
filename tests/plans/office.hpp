// The small company with goals, courses and plans: what plans need to be made from, and made.
#pragma once

#include "goals/goals.hpp"
#include "learning/activities.hpp"
#include "plans/plans.hpp"
#include "plans/reviews.hpp"
#include "plans/work.hpp"
#include "support/skilled_company.hpp"

namespace kunna::plans::test {

class Office : public kunna::test::SkilledCompany {
protected:
    goals::GoalId set_goal(const char* name, SkillId skill, std::int32_t level, std::int32_t headcount,
                           std::int32_t weight = 3, bool must = false, std::optional<RoleId> role = {}) {
        goals::NewGoal wanted;
        wanted.name.sv = name;
        wanted.owner = anna;
        wanted.metric.sv = "Antal";
        wanted.target = 10;
        wanted.starts = day("2026-01-01");
        wanted.due = day("2027-11-21");
        wanted.weight = weight;
        goals::Need need;
        need.role = role;
        need.skill = skill;
        need.level = level;
        need.headcount = headcount;
        need.due = day("2027-11-21");
        need.must = must;
        return act([&](db::Tx& tx) -> Result<goals::GoalId> {
                   const auto goal = TRY(goals::add_goal(tx, system, wanted));
                   TRY(goals::set_needs(tx, system, goal.row.id, {}, {need}));
                   return goal.row.id;
               })
            .unwrap();
    }
    // 24 hours, 10,000 kronor a seat, whenever it suits; everybody succeeds.
    static learning::ActivityInput course(const char* name, SkillId skill, std::int32_t from, std::int32_t to) {
        learning::ActivityInput wanted;
        wanted.name.sv = name;
        wanted.language = "sv";
        wanted.online = true;
        wanted.seat_cost = 10'000'00;
        wanted.session_cost = 0;
        wanted.hours = 24;
        wanted.raises = {{skill, from, to, 1}};
        return wanted;
    }
    ActivityId offer(const learning::ActivityInput& wanted) {
        const auto added = act([&](db::Tx& tx) { return learning::add_activity(tx, learning(), wanted); });
        EXPECT_TRUE(added.ok()) << code(added);
        return added->id;
    }
    // Four quarters of 2027, a million kronor, 40 hours each, the goals' gaps alone.
    static NewPlan wanted() {
        NewPlan plan{.name = "Plan 2027"};
        plan.frame.starts = day("2027-01-01");
        plan.frame.budget = 1'000'000'00;
        plan.frame.roles = RoleGaps::none;
        return plan;
    }
    PlanId draft(const NewPlan& of = wanted()) {
        const auto made = add(of);
        EXPECT_TRUE(made.ok()) << code(made);
        return made->id;
    }
    Result<PlanRow> add(const NewPlan& of, const access::Actor& actor = learning()) {
        const auto workforce = workforces.current();
        return act([&](db::Tx& tx) { return add_plan(tx, *workforce, actor, of); });
    }
    Result<void> solve(PlanId plan) {
        jobs::Progress nobody;
        return solve_now(*db, workforces, plan, nobody);
    }
    PlanId solved(const NewPlan& of = wanted()) {
        const PlanId plan = draft(of);
        const auto done = solve(plan);
        EXPECT_TRUE(done.ok()) << code(done);
        return plan;
    }
    Plan found(PlanId plan, const access::Actor& actor = learning()) {
        const auto workforce = workforces.current();
        auto one = look([&](db::Tx& tx) { return find_plan(tx, *workforce, actor, plan, nullptr); });
        EXPECT_TRUE(one.ok()) << code(one);
        return std::move(one).unwrap();
    }
    PlanTold told(PlanId plan) { return found(plan).told.value_or(PlanTold{}); }
    // "Bo Berg: Svets 3 2027-01-01", by day.
    std::vector<std::string> items(PlanId plan, const access::Actor& actor = hr("Uppföljning")) {
        std::vector<std::string> all;
        for (const PlanItem& item : items_of_plan(*db, actor, plan).unwrap())
            all.push_back(item.person_name + ": " + item.activity_name.sv + " " + item.starts.iso());
        return all;
    }
    PlanItem item_of(PlanId plan, PersonId person) {
        for (PlanItem& item : items_of_plan(*db, hr("Uppföljning"), plan).unwrap())
            if (item.person == person) return std::move(item);
        ADD_FAILURE() << "nothing is planned for person " << person.value;
        return {};
    }
    using Step = Result<PlanRow> (*)(db::Tx&, const insights::Workforce&, const access::Actor&, PlanId);
    std::string step(Step take, PlanId plan, const access::Actor& actor = learning()) {
        const auto workforce = workforces.current();
        return code(act([&](db::Tx& tx) { return take(tx, *workforce, actor, plan); }));
    }
    static access::Actor executive() {
        access::Actor actor;
        actor.account = AccountId{21};
        actor.grants = {{access::Role::executive, {}}};
        return actor;
    }
    void publish(PlanId plan) {
        ASSERT_EQ(step(send_to_managers, plan), "");
        ASSERT_EQ(step(ask_for_budget, plan), "");
        ASSERT_EQ(step(approve_plan, plan, executive()), "");
    }
    std::string review(PlanItemId item, const ReviewInput& said, const access::Actor& actor) {
        const auto workforce = workforces.current();
        return code(act([&](db::Tx& tx) { return review_item(tx, *workforce, actor, item, said); }));
    }
    std::string answer(PlanItemId item, const AnswerInput& said, const access::Actor& actor) {
        return code(act([&](db::Tx& tx) { return answer_item(tx, actor, item, said); }));
    }
};

} // namespace kunna::plans::test
