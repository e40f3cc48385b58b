// Departments and crews: what each department is called, where it is, and which roles work in its teams.
#pragma once

#include "demo/company.hpp"

namespace kunna::demo {

struct DepartmentShape {
    std::string_view code;
    std::string_view name;
    Title head;
    Site site;
};
const DepartmentShape& shape_of(Department department);

// One kind of team: its name and the roles of its members, in turn by weight.
struct RoleShare {
    std::string_view role;
    int weight;
};
struct TeamKind {
    std::string_view name;
    std::string_view leader_role;
    Title leader_title;
    std::vector<RoleShare> roles;
};
struct Crew {
    std::vector<RoleShare> beside_head; // those who report to the head
    std::vector<TeamKind> teams;        // taken in turn
};

const Crew& crew_of(Department department);
// The roles of a department so small that it is one team.
std::vector<RoleShare> everybody(const Crew& crew);

} // namespace kunna::demo
