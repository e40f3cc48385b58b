// The table of departments and crews.
#include "demo/crews.hpp"

#include <algorithm>

namespace kunna::demo {

namespace {

constexpr std::array<DepartmentShape, department_count> shapes{{
    {"LED", "Ledning", Title::managing_director, Site::stockholm},
    {"PRO", "Produktion", Title::head_of_production, Site::vasteras},
    {"SAL", "Sälj & service", Title::head_of_sales, Site::norrkoping},
    {"UTV", "Forskning & utveckling", Title::head_of_development, Site::norrkoping},
    {"LAG", "Lager", Title::head_of_warehouse, Site::vasteras},
    {"DIG", "Digital & IT", Title::head_of_digital, Site::stockholm},
    {"UND", "Underhåll", Title::head_of_maintenance, Site::vasteras},
    {"KVA", "Kvalitet & miljö", Title::head_of_quality, Site::vasteras},
    {"EKO", "Ekonomi", Title::head_of_finance, Site::vasteras},
    {"INK", "Inköp", Title::head_of_purchasing, Site::norrkoping},
    {"HR", "HR", Title::head_of_people, Site::vasteras},
    {"TRA", "Trainees", Title::of_role, Site::vasteras},
}};

} // namespace

std::string_view name_of(Site site) {
    constexpr std::array<std::string_view, site_count> names{"Västerås", "Norrköping", "Stockholm"};
    return names[static_cast<std::size_t>(site)];
}

const DepartmentShape& shape_of(Department department) {
    return shapes[static_cast<std::size_t>(department)];
}

const Crew& crew_of(Department department) {
    static const std::array<Crew, department_count> all{{
        {{{"executive", 1}}, {}},
        {{{"machine_operator", 7}, {"automation_operator", 3}},
         {{"Skift", "production_lead", Title::shift_leader, {{"machine_operator", 7}, {"automation_operator", 3}}},
          {"Verkstad", "production_lead", Title::workshop_leader, {{"welder", 2}, {"cnc_operator", 2}}}}},
        {{{"technical_salesperson", 2}, {"support_technician", 1}},
         {{"Försäljning Norden", "team_lead", Title::group_manager, {{"technical_salesperson", 1}}},
          {"Fältservice", "team_lead", Title::group_manager, {{"service_technician", 1}}},
          {"Export", "team_lead", Title::group_manager, {{"technical_salesperson", 1}}},
          {"Service och reservdelar",
           "team_lead",
           Title::group_manager,
           {{"service_technician", 3}, {"support_technician", 1}}}}},
        {{{"product_owner", 1}},
         {{"Styrelektronik", "team_lead", Title::group_manager, {{"embedded_engineer", 1}}},
          {"Mekanik", "team_lead", Title::group_manager, {{"mechanical_designer", 1}}},
          {"Programvara",
           "team_lead",
           Title::group_manager,
           {{"backend_developer", 4}, {"embedded_engineer", 1}, {"product_owner", 1}}},
          {"Pumpsystem", "team_lead", Title::group_manager, {{"mechanical_designer", 2}, {"embedded_engineer", 1}}},
          {"Provning och certifiering",
           "team_lead",
           Title::group_manager,
           {{"mechanical_designer", 1}, {"embedded_engineer", 1}}}}},
        {{{"warehouse_worker", 3}, {"forklift_driver", 1}},
         {{"Inleverans", "warehouse_lead", Title::of_role, {{"warehouse_worker", 2}, {"forklift_driver", 1}}},
          {"Utleverans", "warehouse_lead", Title::of_role, {{"warehouse_worker", 1}}},
          {"Truck och höglager", "warehouse_lead", Title::of_role, {{"forklift_driver", 2}, {"warehouse_worker", 1}}}}},
        {{{"data_analyst", 3}, {"security_specialist", 2}},
         {{"Kundnära stöd", "team_lead", Title::of_role, {{"support_technician", 1}}},
          {"Applikationer", "team_lead", Title::of_role, {{"backend_developer", 1}, {"frontend_developer", 1}}},
          {"Plattform och säkerhet",
           "team_lead",
           Title::of_role,
           {{"devops_engineer", 3}, {"security_specialist", 1}, {"data_analyst", 1}}}}},
        {{{"automation_engineer", 1}},
         {{"Underhåll", "team_lead", Title::maintenance_leader, {{"maintenance_technician", 1}}},
          {"Underhåll",
           "team_lead",
           Title::maintenance_leader,
           {{"maintenance_technician", 5}, {"automation_engineer", 1}}}}},
        {{{"quality_engineer", 1}},
         {{"Kvalitet", "team_lead", Title::group_manager, {{"quality_engineer", 1}}},
          {"Miljö", "team_lead", Title::group_manager, {{"environment_coordinator", 2}, {"quality_engineer", 1}}}}},
        {{{"controller", 4}, {"finance_automation_specialist", 1}},
         {{"Redovisning", "team_lead", Title::group_manager, {{"finance_assistant", 1}}},
          {"Affärsstyrning", "team_lead", Title::group_manager, {{"controller", 2}, {"finance_assistant", 1}}}}},
        {{{"purchaser", 1}}, {{"Inköp", "team_lead", Title::group_manager, {{"purchaser", 1}}}}},
        {{{"hr_partner", 1}}, {{"HR", "team_lead", Title::group_manager, {{"hr_partner", 1}}}}},
        {{{"trainee", 1}}, {}},
    }};
    return all[static_cast<std::size_t>(department)];
}

std::vector<RoleShare> everybody(const Crew& crew) {
    std::vector<RoleShare> roles;
    const auto add = [&](const RoleShare& share, int weight) {
        const auto known =
            std::find_if(roles.begin(), roles.end(), [&](const RoleShare& each) { return each.role == share.role; });
        if (known == roles.end())
            roles.push_back({share.role, weight});
        else
            known->weight += weight;
    };
    for (const TeamKind& team : crew.teams)
        for (const RoleShare& share : team.roles) add(share, 2 * share.weight);
    for (const RoleShare& share : crew.beside_head) add(share, 1);
    return roles;
}

} // namespace kunna::demo
