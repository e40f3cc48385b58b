// Check: what makes a programme one that people can be asked about, by field. Private to reskilling.
#pragma once

#include "access/actor.hpp"
#include "base/json_read.hpp"
#include "db/db.hpp"
#include "insights/workforce.hpp"
#include "reskilling/programme.hpp"

namespace kunna::reskilling {

// White space off: the form in which an input is checked and stored.
ProgrammeInput cleaned(ProgrammeInput wanted);
// Every problem, by JSON pointer. A day that was there before may have passed since.
json::Problems check_programme(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor,
                               const ProgrammeInput& wanted, const Programme* before);

} // namespace kunna::reskilling
