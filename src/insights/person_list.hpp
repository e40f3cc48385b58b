// Person list: people with their sums, for those who may see levels person by person.
#pragma once

#include "insights/profile.hpp"

namespace kunna::insights {

BOOST_DEFINE_ENUM_CLASS(PersonOrder, weighted_gap, name, unknown)

struct PersonSummary {
    PersonId person{};
    std::string number{};
    std::string name{};
    std::string unit_name{};
    Sums sums{};
};
BOOST_DESCRIBE_STRUCT(PersonSummary, (), (person, number, name, unit_name, sums))

struct PeopleAsked {
    std::optional<UnitId> unit{};
    std::optional<RoleId> role{};
    std::optional<SkillId> skill{}; // with `state`: people in that state of this skill
    std::optional<engine::State> state{};
    PersonOrder order = PersonOrder::weighted_gap;
    std::size_t from = 0;
    std::size_t limit = 50;
};

struct PeopleFound {
    std::vector<PersonSummary> items{};
    std::size_t total = 0;
};

// Only people whose levels the actor may see. Opening the list is logged for those it shows.
PeopleFound people_with_gaps(db::Db& db, const Workforce& workforce, const access::Actor& actor,
                             const PeopleAsked& asked);

} // namespace kunna::insights
