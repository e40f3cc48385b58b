// Members: selecting, going on, checks.
#include "reskilling/members.hpp"

#include "access/visibility.hpp"
#include "audit/trail.hpp"
#include "reskilling/interested.hpp"
#include "reskilling/member_store.hpp"
#include "reskilling/programmes.hpp"
#include "reskilling/queries.hpp"

#include <algorithm>
#include <set>

namespace kunna::reskilling {

namespace {

using access::Actor;
using store::MemberFlat;

constexpr int months_followed = 12;

// The one that has not been left.
std::optional<Member> current(const std::vector<Member>& members, PersonId person) {
    for (const Member& one : members)
        if (one.person == person && one.stage != Stage::left) return one;
    return std::nullopt;
}

// Levels to be assessed first, then the path, then what is left to practise.
void write_steps(db::Tx& tx, MemberId member, const RoleFit& fit) {
    std::int64_t place = 0;
    const auto write = [&](StepKind kind, std::optional<learning::ActivityId> activity, std::optional<SkillId> skill,
                           std::optional<std::int32_t> level, double hours) {
        tx.run(queries::insert_step, {{"member", member},
                                      {"place", place++},
                                      {"kind", kind},
                                      {"activity", activity},
                                      {"skill", skill},
                                      {"level", level},
                                      {"hours", hours}});
    };
    for (const FitSkill& skill : fit.skills)
        if (!skill.level) write(StepKind::assess, {}, skill.skill, skill.required, 0);
    for (const FitStep& step : fit.path.steps) write(StepKind::activity, step.activity, {}, {}, step.hours);
    for (const FitLeft& left : fit.path.left) write(StepKind::practice, {}, left.skill, left.to, left.hours);
}

Result<MemberFlat> stored(db::Tx& tx, MemberId id) {
    auto flat = tx.one<MemberFlat>(queries::member_by_id, {{"member", id}});
    if (!flat) return refuse(Kind::not_found, "member.not_found");
    return std::move(*flat);
}

Member told(db::Tx& tx, MemberId id) {
    return store::member_of(tx, *tx.one<MemberFlat>(queries::member_by_id, {{"member", id}}));
}

void store_stage(db::Tx& tx, const Member& member) {
    tx.run(queries::set_stage, {{"member", member.id},
                                {"stage", member.stage},
                                {"learning", member.learning},
                                {"trial", member.trial},
                                {"placed", member.placed},
                                {"left_on", member.left_on},
                                {"reason", member.reason}});
}

void end_interest(db::Tx& tx, const Member& member) {
    tx.run(queries::end_interest, {{"programme", member.programme}, {"person", member.person}, {"at", tx.now()}});
}

Date since(const Member& member) {
    return std::max({member.selected, member.learning.value_or(Date{}), member.trial.value_or(Date{}),
                     member.passed.value_or(Date{})});
}

// Why it cannot go on to the stage.
Result<void> may_go_on(db::Tx& tx, const Member& member, Stage stage, Date day) {
    if (static_cast<int>(stage) != static_cast<int>(member.stage) + 1 || stage == Stage::left)
        return refuse(Kind::conflict, "member.stage_order");
    if (stage == Stage::learning) {
        if (!member.cohort) return refuse(Kind::conflict, "member.no_cohort");
        if (store::cohort(tx, *member.cohort)->starts > day) return refuse(Kind::conflict, "member.not_started");
    }
    if (member.next != stage)
        return refuse(Kind::conflict, stage == Stage::trial ? "member.steps_left" : "member.trial_not_passed");
    return {};
}

Result<void> leave(Member& member, const StageInput& wanted, Date day) {
    if (member.stage == Stage::left || member.stage == Stage::placed)
        return refuse(Kind::conflict, "member.stage_order");
    if (!wanted.reason || *wanted.reason == LeftReason::withdrew)
        return refuse_field("/reason", "member.reason_missing");
    member.left_on = day;
    member.reason = wanted.reason;
    return {};
}

MyMember mine(db::Tx& tx, const Actor& actor, const MemberFlat& flat) {
    MyMember one;
    static_cast<Member&>(one) = store::member_of(tx, flat);
    if (const auto programme = find_programme(tx, actor, flat.programme); programme.ok()) {
        one.programme_name = programme->name;
        one.unit_name = programme->unit_name;
    }
    if (flat.cohort) one.in = store::cohort(tx, *flat.cohort);
    return one;
}

std::set<std::int64_t> programmes_led(db::Tx& tx, PersonId person) {
    std::set<std::int64_t> led;
    if (!person.given()) return led;
    tx.run(queries::programmes_led, {{"person", person}, {"day", tx.today()}},
           [&](const db::Row& row) { led.insert(row.integer(0)); });
    return led;
}

} // namespace

Result<Member> member_to_run(db::Tx& tx, const Actor& actor, MemberId id) {
    const MemberFlat flat = TRY(stored(tx, id));
    TRY(programme_to_run(tx, actor, flat.programme));
    for (Member& one : members_of(tx, actor, flat.programme))
        if (one.id == id) return std::move(one);
    return refuse(Kind::not_found, "member.not_found");
}

std::vector<Member> members_of(db::Tx& tx, const Actor& actor, ProgrammeId programme) {
    const db::Scope scope = access::visible_people(tx, actor, access::Sight::interested);
    std::vector<Member> all;
    for (const MemberFlat& flat : tx.all<MemberFlat>(queries::members, scope, {{"programme", programme}}))
        if (flat.stage != Stage::left) all.push_back(store::member_of(tx, flat));
    return all;
}

bool is_member(db::Tx& tx, PersonId person, ProgrammeId programme) {
    const auto all = tx.all<MemberFlat>(queries::members_of_person, {{"person", person}});
    return std::any_of(all.begin(), all.end(),
                       [&](const MemberFlat& one) { return one.programme == programme && one.stage != Stage::left; });
}

std::vector<RoleId> roles_with_members(db::Tx& tx, ProgrammeId programme, bool on_the_way) {
    std::set<RoleId> roles;
    tx.run(queries::member_counts, {{"programme", programme}}, [&](const db::Row& row) {
        const auto stage = db::from_column<Stage>(row, 0);
        if (stage != Stage::left && (!on_the_way || stage != Stage::placed)) roles.emplace(row.integer(2));
    });
    return {roles.begin(), roles.end()};
}

Result<Member> select(db::Tx& tx, const Fits& fits, const Actor& actor, ProgrammeId id, PersonId person,
                      const Selection& wanted) {
    const Programme programme = TRY(programme_to_run(tx, actor, id));
    if (programme.state != ProgrammeState::open && programme.state != ProgrammeState::running)
        return refuse(Kind::conflict, "programme.not_open_to_select");
    const auto all = interested(tx, actor, id);
    const auto one = std::find_if(all.begin(), all.end(), [&](const Interested& i) { return i.person == person; });
    const auto index = fits.find(person);
    if (one == all.end() || !index) return refuse(Kind::not_found, "person.not_found");
    const auto target = std::find_if(programme.roles.begin(), programme.roles.end(),
                                     [&](const ProgrammeRole& role) { return role.role == wanted.role; });
    const auto role = fits.find(wanted.role);
    if (target == programme.roles.end() || !role ||
        std::find(one->roles.begin(), one->roles.end(), wanted.role) == one->roles.end())
        return refuse_field("/role", "programme.role_not_wanted");
    if (is_member(tx, person, id)) return refuse(Kind::conflict, "programme.selected_already");
    std::int64_t taken = 0;
    tx.run(queries::member_counts, {{"programme", id}}, [&](const db::Row& row) {
        if (RoleId{row.integer(2)} == wanted.role && db::from_column<Stage>(row, 0) != Stage::left)
            taken += row.integer(3);
    });
    if (taken >= target->headcount)
        return Error{Kind::conflict, "programme.role_full", {}, {{"headcount", std::to_string(target->headcount)}}};
    const RoleFit fit = fits.fit(*index, *role, programme.hours_a_week, true);
    const auto member = tx.insert<MemberId>(
        queries::insert_member,
        {{"programme", id},
         {"person", person},
         {"role", wanted.role},
         {"from_role", tx.one<RoleId>(queries::role_held, {{"person", person}, {"day", tx.today()}})},
         {"day", tx.today()},
         {"cost", fit.path.cost.value_or(0)},
         {"hours", fit.path.hours + fit.path.practice},
         {"chance", fit.path.chance}});
    write_steps(tx, member, fit);
    audit::append(tx, actor.account, "programme.selected", person.value, "role,path");
    return told(tx, member);
}

Result<void> unselect(db::Tx& tx, const Actor& actor, ProgrammeId id, PersonId person) {
    TRY(programme_to_run(tx, actor, id));
    const auto member = current(members_of(tx, actor, id), person);
    if (!member) return refuse(Kind::not_found, "member.not_found");
    if (member->stage != Stage::selected) return refuse(Kind::conflict, "member.begun");
    tx.run(queries::delete_steps, {{"member", member->id}});
    tx.run(queries::delete_member, {{"member", member->id}});
    audit::append(tx, actor.account, "programme.unselected", person.value);
    return {};
}

Result<Member> set_stage(db::Tx& tx, const Actor& actor, MemberId id, const StageInput& wanted) {
    Member member = TRY(member_to_run(tx, actor, id));
    const Date day = wanted.day.value_or(tx.today());
    if (day > tx.today() || day < since(member)) return refuse_field("/day", "member.day_outside");
    if (wanted.stage == Stage::left)
        TRY(leave(member, wanted, day));
    else
        TRY(may_go_on(tx, member, wanted.stage, day));
    member.stage = wanted.stage;
    if (wanted.stage == Stage::learning) member.learning = day;
    if (wanted.stage == Stage::trial) member.trial = day;
    if (wanted.stage == Stage::placed) {
        member.placed = day;
        tx.run(
            queries::interest_until,
            {{"programme", member.programme}, {"person", member.person}, {"until", add_months(day, months_followed)}});
    }
    store_stage(tx, member);
    if (wanted.stage == Stage::left) end_interest(tx, member);
    audit::append(tx, actor.account, "programme.stage_set", member.person.value, "stage,day");
    return told(tx, id);
}

void withdraw(db::Tx& tx, const Actor& actor, ProgrammeId programme) {
    for (const MemberFlat& flat : tx.all<MemberFlat>(queries::members_of_person, {{"person", actor.person}})) {
        if (flat.programme != programme || flat.stage == Stage::left || flat.stage == Stage::placed) continue;
        Member member = store::member_of(tx, flat);
        member.stage = Stage::left;
        member.left_on = tx.today();
        member.reason = LeftReason::withdrew;
        store_stage(tx, member);
        audit::append(tx, actor.account, "programme.stage_set", actor.person.value, "stage,day");
    }
}

Result<Member> check_step(db::Tx& tx, const Actor& actor, StepId step, bool done) {
    const auto id = tx.one<MemberId>(queries::member_of_step, {{"step", step}});
    if (!id) return refuse(Kind::not_found, "step.not_found");
    const MemberFlat flat = TRY(stored(tx, *id));
    const auto cohort = flat.cohort ? store::cohort(tx, *flat.cohort) : std::nullopt;
    const bool mentors = cohort && cohort->mentor && actor.person.given() && cohort->mentor->person == actor.person;
    if (!mentors) return refuse(Kind::not_found, "step.not_found");
    if (flat.stage != Stage::learning) return refuse(Kind::conflict, "step.not_learning");
    tx.run(queries::set_step_done,
           {{"step", step}, {"day", done ? std::optional{tx.today()} : std::nullopt}, {"account", actor.account}});
    audit::append(tx, actor.account, "programme.step_checked", flat.person.value, "done");
    return told(tx, *id);
}

Result<Member> pass_trial(db::Tx& tx, const Actor& actor, MemberId id, bool passed) {
    const auto flat = stored(tx, id);
    if (!flat.ok() || !programmes_led(tx, actor.person).contains(flat->programme.value) || flat->person == actor.person)
        return refuse(Kind::not_found, "member.not_found");
    if (flat->stage != Stage::trial) return refuse(Kind::conflict, "member.not_on_trial");
    tx.run(queries::set_passed,
           {{"member", id}, {"day", passed ? std::optional{tx.today()} : std::nullopt}, {"account", actor.account}});
    audit::append(tx, actor.account, "programme.trial_judged", flat->person.value, "passed");
    return told(tx, id);
}

MyReskilling my_reskilling(db::Tx& tx, const Actor& actor) {
    MyReskilling all;
    if (!actor.person.given()) return all;
    for (const MemberFlat& flat : tx.all<MemberFlat>(queries::members_of_person, {{"person", actor.person}}))
        all.own.push_back(mine(tx, actor, flat));
    for (const MemberFlat& flat : tx.all<MemberFlat>(queries::members_of_mentor, {{"person", actor.person}}))
        all.mentored.push_back(mine(tx, actor, flat));
    const auto led = programmes_led(tx, actor.person);
    if (led.empty()) return all;
    for (const MemberFlat& flat : tx.all<MemberFlat>(queries::members_on_trial))
        if (led.contains(flat.programme.value) && flat.person != actor.person)
            all.trials.push_back(mine(tx, actor, flat));
    return all;
}

} // namespace kunna::reskilling
