// Follow-up of somebody placed: after 3, 6 and 12 months. Private to reskilling.
#pragma once

#include "db/db.hpp"
#include "insights/workforce.hpp"
#include "reskilling/member.hpp"

namespace kunna::reskilling {

// As known on each day, so that a figure once told stays. Empty for those who are not placed.
std::vector<FollowUp> follow_up(db::Tx& tx, const insights::Workforce& workforce, const Member& member);

} // namespace kunna::reskilling
