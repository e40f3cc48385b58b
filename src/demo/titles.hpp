// Titles that are not the name of a role.
#pragma once

#include <cstdint>
#include <string_view>

namespace kunna::demo {

enum class Title : std::uint8_t {
    of_role, // the name of the role held
    managing_director,
    deputy_managing_director,
    strategy_director,
    general_counsel,
    communications_director,
    sustainability_director,
    business_development_director,
    chief_of_staff,
    head_of_production,
    head_of_sales,
    head_of_development,
    head_of_warehouse,
    head_of_digital,
    head_of_maintenance,
    head_of_quality,
    head_of_finance,
    head_of_purchasing,
    head_of_people,
    factory_manager,
    line_manager,
    area_manager,
    shift_leader,
    workshop_leader,
    production_planner,
    group_manager,
    maintenance_leader,
    learning_lead,
    count,
};

std::string_view title_text(Title title);

} // namespace kunna::demo
