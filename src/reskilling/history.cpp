// History.
#include "reskilling/history.hpp"

#include "audit/trail.hpp"
#include "base/text.hpp"
#include "reskilling/interest.hpp"
#include "reskilling/member_store.hpp"
#include "reskilling/queries.hpp"

namespace kunna::reskilling {

namespace {

constexpr std::int64_t ms_a_day = 86'400'000;
constexpr int months_seen = 12; // after a placement

Instant morning_of(Date day) {
    constexpr std::int64_t nine = 9 * 3'600'000;
    return {day.days() * ms_a_day + nine};
}

class Past {
public:
    Past(db::Tx& tx, const Fits& fits, const PastProgramme& past) : tx_(tx), fits_(fits), past_(past) {}

    ProgrammeId keep() && {
        add_programme();
        for (const PersonId person : past_.applied) {
            interest(person, past_.programme.roles.front().role);
            end(person, past_.chosen);
        }
        const auto cohort = tx_.insert<CohortId>(queries::insert_cohort, {{"programme", id_},
                                                                          {"name", past_.cohort.name},
                                                                          {"starts", past_.cohort.starts},
                                                                          {"place", past_.cohort.place},
                                                                          {"mentor", past_.cohort.mentor}});
        for (const PastMember& member : past_.members) keep(member, cohort);
        tx_.run(queries::set_programme_state, {{"programme", id_}, {"state", ProgrammeState::closed}});
        audit::append(tx_, {}, "programme.added", id_.value, "name,roles,hiring,members");
        return id_;
    }

private:
    void add_programme() {
        const ProgrammeInput& as = past_.programme;
        id_ = tx_.insert<ProgrammeId>(queries::insert_programme, {{"name", as.name},
                                                                  {"folded", text::fold(as.name)},
                                                                  {"description", as.description},
                                                                  {"state", ProgrammeState::running},
                                                                  {"unit", *as.unit},
                                                                  {"ready", *as.ready},
                                                                  {"hours_a_week", as.hours_a_week},
                                                                  {"owner", as.owner},
                                                                  {"recruitment_cost", *as.recruitment_cost},
                                                                  {"onboarding_weeks", *as.onboarding_weeks},
                                                                  {"monthly_salary", *as.monthly_salary},
                                                                  {"hour_cost", *as.hour_cost},
                                                                  {"at", morning_of(past_.opened)}});
        for (const RoleWanted& role : as.roles)
            tx_.run(queries::insert_role, {{"programme", id_}, {"role", role.role}, {"headcount", role.headcount}});
    }
    void interest(PersonId person, RoleId role) {
        const auto interest = *tx_.one<std::int64_t>(queries::insert_interest, {{"programme", id_},
                                                                                {"person", person},
                                                                                {"edition", interest_edition},
                                                                                {"words", ""},
                                                                                {"at", morning_of(past_.opened)}});
        tx_.run(queries::insert_interest_role, {{"interest", interest}, {"role", role}});
    }
    void end(PersonId person, Date day) {
        tx_.run(queries::end_interest, {{"programme", id_}, {"person", person}, {"at", morning_of(day)}});
    }
    void keep(const PastMember& one, CohortId cohort) {
        interest(one.person, one.role);
        const FitPath path = fits_.of_activities(past_.taken);
        const auto member = tx_.insert<MemberId>(queries::insert_member, {{"programme", id_},
                                                                          {"person", one.person},
                                                                          {"role", one.role},
                                                                          {"from_role", one.from_role},
                                                                          {"day", one.selected},
                                                                          {"cost", path.cost.value_or(0)},
                                                                          {"hours", path.hours + path.practice},
                                                                          {"chance", path.chance}});
        tx_.run(queries::set_cohort, {{"member", member}, {"cohort", cohort}});
        tx_.run(queries::set_stage, {{"member", member},
                                     {"stage", one.stage},
                                     {"learning", one.learning},
                                     {"trial", one.trial},
                                     {"placed", one.placed},
                                     {"left_on", one.left_on},
                                     {"reason", one.reason}});
        if (one.placed)
            tx_.run(queries::set_passed, {{"member", member}, {"day", one.placed}, {"account", AccountId{}}});
        steps(member, one, path);
        if (one.placed)
            tx_.run(queries::interest_until,
                    {{"programme", id_}, {"person", one.person}, {"until", add_months(*one.placed, months_seen)}});
        else
            end(one.person, one.left_on.value_or(past_.chosen));
    }
    // Done evenly between the beginning and the trial; of whoever left before it, the first half.
    void steps(MemberId member, const PastMember& one, const FitPath& path) {
        std::int64_t place = 0;
        for (const FitStep& step : path.steps)
            tx_.run(queries::insert_step, {{"member", member},
                                           {"place", place++},
                                           {"kind", StepKind::activity},
                                           {"activity", step.activity},
                                           {"skill", std::nullopt},
                                           {"level", std::nullopt},
                                           {"hours", step.hours}});
        if (!one.learning) return;
        const Date until = one.trial.value_or(one.left_on.value_or(*one.learning));
        const auto written =
            store::member_of(tx_, *tx_.one<store::MemberFlat>(queries::member_by_id, {{"member", member}}));
        const std::size_t done = one.trial ? written.steps.size() : written.steps.size() / 2;
        for (std::size_t i = 0; i < done; ++i)
            tx_.run(queries::set_step_done, {{"step", written.steps[i].id},
                                             {"day", *one.learning + (until - *one.learning) * static_cast<int>(i + 1) /
                                                                         static_cast<int>(done)},
                                             {"account", AccountId{}}});
    }

    db::Tx& tx_;
    const Fits& fits_;
    const PastProgramme& past_;
    ProgrammeId id_{};
};

} // namespace

ProgrammeId keep_past(db::Tx& tx, const Fits& fits, const PastProgramme& past) {
    return Past{tx, fits, past}.keep();
}

} // namespace kunna::reskilling
