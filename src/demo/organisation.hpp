// The organisation: departments, units, posts and who reports to whom, before anybody is employed.
#pragma once

#include "demo/company.hpp"

namespace kunna::demo {

// Of domain.md §9's 500 people, by Department.
inline constexpr std::array<int, department_count> people_of_500{8, 190, 56, 60, 45, 42, 28, 22, 18, 14, 12, 5};

// People in each department: the shares of 500, largest remainders first, and at least one manager where there is room.
std::array<std::uint32_t, department_count> headcounts(std::uint32_t people);

// Adds units and posts. Spans of control are 6–14 wherever the department is large enough for it.
void build_organisation(Company& company, std::uint32_t people);

// Month 18: in research and development the teams were cut anew; a third of each came from the team before it.
void plan_reorganisation(Company& company);

} // namespace kunna::demo
