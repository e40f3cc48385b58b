// A member: somebody who was selected for a role in a programme, and how far they have come.
#pragma once

#include "learning/activity.hpp"
#include "reskilling/break_even.hpp"

namespace kunna::reskilling {

using MemberId = Id<struct MemberTag>;
using CohortId = Id<struct CohortTag>;
using StepId = Id<struct StepTag>;

// Whoever has an interest and no membership has applied. From there, one after the other; nothing is skipped.
BOOST_DEFINE_ENUM_CLASS(Stage, selected, learning, trial, placed, left)
// withdrew: the person took the interest back.
BOOST_DEFINE_ENUM_CLASS(LeftReason, withdrew, stopped, trial_failed, other_role, left_company, other)
// An activity; a level that no activity reaches, by practice; a level to be assessed first.
BOOST_DEFINE_ENUM_CLASS(StepKind, assess, activity, practice)

struct MemberStep {
    StepId id{};
    StepKind kind = StepKind::activity;
    std::optional<learning::ActivityId> activity{};
    std::optional<SkillId> skill{};
    Text name{}; // of the activity or the skill
    std::optional<std::int32_t> level{};
    double hours = 0;
    std::optional<Date> done{};
};
BOOST_DESCRIBE_STRUCT(MemberStep, (), (id, kind, activity, skill, name, level, hours, done))

struct Cohort {
    CohortId id{};
    ProgrammeId programme{};
    std::string name{};
    Date starts{};
    std::string place{};
    std::optional<ProgrammePerson> mentor{};
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Cohort, (), (id, programme, name, starts, place, mentor, version))

struct Member {
    MemberId id{};
    ProgrammeId programme{};
    PersonId person{};
    std::string name{};
    RoleId role{};
    Text role_name{};
    std::optional<CohortId> cohort{};
    Stage stage = Stage::selected;
    Date selected{};
    std::optional<Date> learning{};
    std::optional<Date> trial{};
    std::optional<Date> passed{}; // the trial, by the unit's manager
    std::optional<Date> placed{};
    std::optional<Date> left_on{};
    std::optional<LeftReason> reason{};
    double hours = 0; // of the path and of practice, when selected
    double chance = 1;
    std::vector<MemberStep> steps{};
    std::optional<Stage> next{}; // the stage it can go on to now
};
BOOST_DESCRIBE_STRUCT(Member, (),
                      (id, programme, person, name, role, role_name, cohort, stage, selected, learning, trial, passed,
                       placed, left_on, reason, hours, chance, steps, next))

// Of one placed: is the role still theirs, and how much of what it requires have they reached; due after 3, 6 and 12
// months. A share is told when the day has come; nothing while a requirement is not assessed at all.
BOOST_DEFINE_ENUM_CLASS(FollowUpState, ahead, due, told)
struct FollowUp {
    std::int32_t months = 0;
    Date due{};
    FollowUpState state = FollowUpState::ahead; // due: nothing has been assessed since the placement
    std::optional<bool> in_role{};
    std::optional<std::int64_t> met{};
    std::int64_t requirements = 0;
};
BOOST_DESCRIBE_STRUCT(FollowUp, (), (months, due, state, in_role, met, requirements))

struct CohortMember : Member {
    std::optional<bool> has_role{};        // of one placed, today
    std::vector<FollowUp> follow_up{};     // of one placed
    std::optional<BreakEven> break_even{}; // for those who may see what learning costs
};
BOOST_DESCRIBE_STRUCT(CohortMember, (Member), (has_role, follow_up, break_even))

struct CohortInput {
    std::string name{};
    Date starts{};
    std::string place{};
    std::optional<PersonId> mentor{};
    std::vector<MemberId> members{};
};
BOOST_DESCRIBE_STRUCT(CohortInput, (), (name, starts, place, mentor, members))

struct StageInput {
    Stage stage = Stage::learning;
    std::optional<Date> day{};          // today when absent
    std::optional<LeftReason> reason{}; // of leaving
};
BOOST_DESCRIBE_STRUCT(StageInput, (), (stage, day, reason))

} // namespace kunna::reskilling
