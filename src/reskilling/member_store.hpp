// Rows of members, steps and cohorts. Private to reskilling.
#pragma once

#include "db/db.hpp"
#include "reskilling/member.hpp"

namespace kunna::reskilling::store {

struct MemberFlat {
    MemberId id{};
    ProgrammeId programme{};
    PersonId person{};
    std::string given{};
    std::string family{};
    RoleId role{};
    std::string role_sv{};
    std::string role_en{};
    std::optional<RoleId> from_role{};
    std::optional<CohortId> cohort{};
    Stage stage = Stage::selected;
    Date selected{};
    std::optional<Date> learning{};
    std::optional<Date> trial{};
    std::optional<Date> passed{};
    std::optional<Date> placed{};
    std::optional<Date> left_on{};
    std::optional<LeftReason> reason{};
    std::int64_t cost = 0;
    double hours = 0;
    double chance = 1;
};
BOOST_DESCRIBE_STRUCT(MemberFlat, (),
                      (id, programme, person, given, family, role, role_sv, role_en, from_role, cohort, stage, selected,
                       learning, trial, passed, placed, left_on, reason, cost, hours, chance))

// With its steps, and the stage it can go on to.
Member member_of(db::Tx& tx, const MemberFlat& flat);
std::vector<Cohort> cohorts(db::Tx& tx, ProgrammeId programme);
std::optional<Cohort> cohort(db::Tx& tx, CohortId id);

} // namespace kunna::reskilling::store
