// History: a programme that was under way before Kunna knew of it, as it was. For those who know that it is right: the
// demonstration company, and whoever brings programmes along from elsewhere.
#pragma once

#include "reskilling/fits.hpp"
#include "reskilling/member.hpp"

namespace kunna::reskilling {

struct PastMember {
    PersonId person{};
    RoleId role{};
    RoleId from_role{};
    Stage stage = Stage::placed; // placed or left
    Date selected{};
    std::optional<Date> learning{};
    std::optional<Date> trial{};
    std::optional<Date> placed{};
    std::optional<Date> left_on{};
    std::optional<LeftReason> reason{};
};

struct PastCohort {
    std::string name{};
    Date starts{};
    std::string place{};
    std::optional<PersonId> mentor{};
};

struct PastProgramme {
    ProgrammeInput programme{};
    Date opened{};
    Date chosen{}; // the interest of those not chosen ended then
    PastCohort cohort{};
    std::vector<PersonId> applied{}; // and were not chosen
    std::vector<PastMember> members{};
    std::vector<learning::ActivityId> taken{}; // by every member, in order
};

// Closed. What the activities cost and take is what they do today; those placed are followed for their twelve months as
// anybody is.
ProgrammeId keep_past(db::Tx& tx, const Fits& fits, const PastProgramme& past);

} // namespace kunna::reskilling
