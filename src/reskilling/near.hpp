// Roles near me: what somebody could become, by how much of it they bring along, what is missing, and what it takes.
// The person's own levels alone are in it.
#pragma once

#include "access/actor.hpp"
#include "insights/workforces.hpp"
#include "reskilling/fit.hpp"
#include "reskilling/programme.hpp"

namespace kunna::reskilling {

inline constexpr double usual_hours_a_week = 8; // one day

struct NearRole : RoleFit {
    double similarity = 0;                 // of the role and of what the person can: engine::similarity
    bool wished = false;                   // the person has said that they are curious about it
    std::vector<ProgrammeId> programmes{}; // open for interest, with this role among their targets
};
BOOST_DESCRIBE_STRUCT(NearRole, (RoleFit), (similarity, wished, programmes))

struct NearRoles {
    Date day{};
    std::int64_t known = 0; // skills of which the person's level is known; without any nothing is near
    double hours_a_week = usual_hours_a_week;
    std::vector<NearRole> items{}; // the most alike first
};
BOOST_DESCRIBE_STRUCT(NearRoles, (), (day, known, hours_a_week, items))

// Of the actor. The twelve most alike, of the others those of 0.6 and above, and whatever an open programme leads to.
// Refuses interest.only_people for an account without a person, or one who does not work here today.
Result<NearRoles> near_roles(db::Db& db, insights::Workforces& workforces, const access::Actor& actor,
                             double hours_a_week);

} // namespace kunna::reskilling
