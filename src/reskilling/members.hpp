// What one does with members: select, gather in cohorts, let them go on. Every step is on the trail; nothing skips.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "reskilling/fits.hpp"
#include "reskilling/member.hpp"

namespace kunna::reskilling {

struct Selection {
    RoleId role{};
};
BOOST_DESCRIBE_STRUCT(Selection, (), (role))

// Of somebody whose interest stands, for a role they asked for; the path of that day becomes their steps. Refuses
// programme.not_open_to_select (draft or closed), person.not_found, programme.role_not_wanted at /role,
// programme.selected_already, programme.role_full.
Result<Member> select(db::Tx& tx, const Fits& fits, const access::Actor& actor, ProgrammeId programme, PersonId person,
                      const Selection& wanted);
// Back to having applied, while nothing has begun. Refuses member.begun.
Result<void> unselect(db::Tx& tx, const access::Actor& actor, ProgrammeId programme, PersonId person);

// Refuses by field: cohort.name_missing, cohort.starts_in_the_past, cohort.mentor_unknown, cohort.mentor_is_member,
// cohort.members at /members/0 (not of the programme, or begun in another cohort).
Result<Cohort> add_cohort(db::Tx& tx, const access::Actor& actor, ProgrammeId programme, const CohortInput& wanted);
// As well: cohort.not_found, http.stale. Whoever has begun stays in it.
Result<Cohort> edit_cohort(db::Tx& tx, const access::Actor& actor, CohortId cohort, std::optional<std::int64_t> version,
                           const CohortInput& wanted);

// By whoever runs the programme. Refuses member.not_found, member.stage_order, member.no_cohort (learning),
// member.not_started (before the cohort's day), member.steps_left (trial), member.trial_not_passed (placed),
// member.reason_missing at /reason, member.day_outside at /day (before the stage so far, or after today).
Result<Member> set_stage(db::Tx& tx, const access::Actor& actor, MemberId member, const StageInput& wanted);
// By the cohort's mentor alone, while the member learns. Refuses step.not_found, step.not_learning.
Result<Member> check_step(db::Tx& tx, const access::Actor& actor, StepId step, bool done);
// By a manager whose reports work in the programme's unit or under it. Refuses member.not_found, member.not_on_trial.
Result<Member> pass_trial(db::Tx& tx, const access::Actor& actor, MemberId member, bool passed);

struct CohortBoard {
    std::vector<Cohort> cohorts{};
    std::vector<CohortMember> members{}; // by name; those without a cohort too
};
BOOST_DESCRIBE_STRUCT(CohortBoard, (), (cohorts, members))
// Of those the actor may see with an interest that stands; whoever has left the programme is no longer among them.
Result<CohortBoard> cohort_board(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor,
                                 ProgrammeId programme);

// The actor's own part in programmes, whom they mentor, and whose trial they judge.
struct MyMember : Member {
    std::string programme_name{};
    std::string unit_name{};
    std::optional<Cohort> in{};
};
BOOST_DESCRIBE_STRUCT(MyMember, (Member), (programme_name, unit_name, in))
struct MyReskilling {
    std::vector<MyMember> own{}; // the latest first
    std::vector<MyMember> mentored{};
    std::vector<MyMember> trials{};
};
BOOST_DESCRIBE_STRUCT(MyReskilling, (), (own, mentored, trials))
MyReskilling my_reskilling(db::Tx& tx, const access::Actor& actor);

// Within the folder, and for what makes whole programmes.
// Of a programme that the actor runs, and among those the actor may see. Refuses member.not_found.
Result<Member> member_to_run(db::Tx& tx, const access::Actor& actor, MemberId member);
std::vector<Member> members_of(db::Tx& tx, const access::Actor& actor, ProgrammeId programme);
bool is_member(db::Tx& tx, PersonId person, ProgrammeId programme); // and has not left it
std::vector<RoleId> roles_with_members(db::Tx& tx, ProgrammeId programme, bool on_the_way = false);
// The actor leaves the programme because they took their interest back; nothing when they were no member or are placed.
void withdraw(db::Tx& tx, const access::Actor& actor, ProgrammeId programme);

} // namespace kunna::reskilling
