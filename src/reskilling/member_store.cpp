// Rows of members.
#include "reskilling/member_store.hpp"

#include "people/person.hpp"
#include "reskilling/queries.hpp"

#include <algorithm>

namespace kunna::reskilling::store {

namespace {

struct StepFlat {
    StepId id{};
    StepKind kind = StepKind::activity;
    std::optional<learning::ActivityId> activity{};
    std::optional<std::string> activity_sv{};
    std::optional<std::string> activity_en{};
    std::optional<SkillId> skill{};
    std::optional<std::string> skill_sv{};
    std::optional<std::string> skill_en{};
    std::optional<std::int32_t> level{};
    double hours = 0;
    std::optional<Date> done{};
};
BOOST_DESCRIBE_STRUCT(StepFlat, (),
                      (id, kind, activity, activity_sv, activity_en, skill, skill_sv, skill_en, level, hours, done))

struct CohortFlat {
    CohortId id{};
    ProgrammeId programme{};
    std::string name{};
    Date starts{};
    std::string place{};
    std::optional<PersonId> mentor{};
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(CohortFlat, (), (id, programme, name, starts, place, mentor, version))

struct MentorName {
    std::string given{};
    std::string family{};
};
BOOST_DESCRIBE_STRUCT(MentorName, (), (given, family))

Cohort cohort_of(db::Tx& tx, CohortFlat&& flat) {
    Cohort one{flat.id, flat.programme, std::move(flat.name), flat.starts, std::move(flat.place), {}, flat.version};
    if (flat.mentor)
        if (const auto name = tx.one<MentorName>(queries::owner_name, {{"person", *flat.mentor}}))
            one.mentor = ProgrammePerson{*flat.mentor, people::full_name(name->given, name->family)};
    return one;
}

std::optional<Stage> next_of(const Member& member) {
    switch (member.stage) {
    case Stage::selected:
        return member.cohort ? std::optional{Stage::learning} : std::nullopt;
    case Stage::learning: {
        const bool all = std::all_of(member.steps.begin(), member.steps.end(),
                                     [](const MemberStep& step) { return step.done.has_value(); });
        return all ? std::optional{Stage::trial} : std::nullopt;
    }
    case Stage::trial:
        return member.passed ? std::optional{Stage::placed} : std::nullopt;
    case Stage::placed:
    case Stage::left:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

Member member_of(db::Tx& tx, const MemberFlat& flat) {
    Member member{.id = flat.id,
                  .programme = flat.programme,
                  .person = flat.person,
                  .name = people::full_name(flat.given, flat.family),
                  .role = flat.role,
                  .role_name = {flat.role_sv, flat.role_en},
                  .cohort = flat.cohort,
                  .stage = flat.stage,
                  .selected = flat.selected,
                  .learning = flat.learning,
                  .trial = flat.trial,
                  .passed = flat.passed,
                  .placed = flat.placed,
                  .left_on = flat.left_on,
                  .reason = flat.reason,
                  .hours = flat.hours,
                  .chance = flat.chance};
    for (StepFlat& step : tx.all<StepFlat>(queries::steps, {{"member", flat.id}})) {
        Text name{step.activity_sv.value_or(step.skill_sv.value_or("")),
                  step.activity_en.value_or(step.skill_en.value_or(""))};
        member.steps.push_back(
            {step.id, step.kind, step.activity, step.skill, std::move(name), step.level, step.hours, step.done});
    }
    member.next = next_of(member);
    return member;
}

std::vector<Cohort> cohorts(db::Tx& tx, ProgrammeId programme) {
    std::vector<Cohort> all;
    for (CohortFlat& flat : tx.all<CohortFlat>(queries::cohorts, {{"programme", programme}}))
        all.push_back(cohort_of(tx, std::move(flat)));
    return all;
}

std::optional<Cohort> cohort(db::Tx& tx, CohortId id) {
    auto flat = tx.one<CohortFlat>(queries::cohort_by_id, {{"cohort", id}});
    if (!flat) return std::nullopt;
    return cohort_of(tx, std::move(*flat));
}

} // namespace kunna::reskilling::store
