// Reporting lines: nobody may be their own manager, directly or through others, on any day.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "people/career.hpp"

#include <functional>
#include <span>
#include <unordered_map>

namespace kunna::people {

struct Line {
    PersonId person{};
    PersonId manager{};
    Date from{};
    Date to{}; // inclusive; forever when open

    static constexpr Date forever = Date::from_days(1 << 30);
};

// Finds a cycle through the line upward: the people from line.person to the last one before it closes; empty when there
// is none on any day of the line. lines_of gives the lines in which a person is the one who reports.
std::vector<PersonId> cycle_through(const Line& line, const std::function<std::vector<Line>(PersonId)>& lines_of);

// Every set of people that manage each other in a circle on some day, one cycle each, of all lines at once.
// Linear in the number of lines where there is no cycle.
std::vector<std::vector<PersonId>> cycles(std::span<const Line> lines);

// Refuses (conflict, "position.manager_cycle") when a position of the career would close a circle. Names only people
// the actor may see; others appear as "…".
Result<void> check_no_cycle(db::Tx& tx, const access::Actor& actor, PersonId person, const Career& career);

} // namespace kunna::people
