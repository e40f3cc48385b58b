// A reskilling programme: which roles people are taken to, how many, where and by when; and what hiring would cost
// instead.
#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "skills/skill.hpp"

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

namespace kunna::reskilling {

using ProgrammeId = Id<struct ProgrammeTag>;
using skills::Text;

// draft: being written. open: who wants may say so. running: people are learning; nobody new can say so. closed: over.
BOOST_DEFINE_ENUM_CLASS(ProgrammeState, draft, open, running, closed)

struct ProgrammeRole {
    RoleId role{};
    Text name{};
    std::int32_t headcount = 0;
};
BOOST_DESCRIBE_STRUCT(ProgrammeRole, (), (role, name, headcount))

struct ProgrammePerson {
    PersonId person{};
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(ProgrammePerson, (), (person, name))

// What hiring would cost, and what an hour of learning does. Money is in öre.
struct HiringFigures {
    std::int64_t recruitment_cost = 0;
    double onboarding_weeks = 0; // until somebody new does the work
    std::int64_t monthly_salary = 0;
    std::int64_t hour_cost = 0; // an hour away from work
};
BOOST_DESCRIBE_STRUCT(HiringFigures, (), (recruitment_cost, onboarding_weeks, monthly_salary, hour_cost))

struct Programme {
    ProgrammeId id{};
    std::string name{};
    std::string description{};
    ProgrammeState state = ProgrammeState::draft;
    UnitId unit{}; // whose work it is afterwards
    std::string unit_name{};
    Date ready{}; // when they are to do it
    double hours_a_week = 8;
    std::optional<ProgrammePerson> owner{}; // who runs it
    std::vector<ProgrammeRole> roles{};     // by name
    HiringFigures hiring{};
    std::int64_t version = 0;
    bool may_run = false; // the actor
};
BOOST_DESCRIBE_STRUCT(Programme, (),
                      (id, name, description, state, unit, unit_name, ready, hours_a_week, owner, roles, hiring,
                       version, may_run))

struct RoleWanted {
    RoleId role{};
    std::int32_t headcount = 0;
};
BOOST_DESCRIBE_STRUCT(RoleWanted, (), (role, headcount))

// A programme as somebody writes it, whole. What may be absent here is refused when it is, in words: 0 is an answer.
struct ProgrammeInput {
    std::string name{};
    std::string description{};
    std::optional<UnitId> unit{};
    std::optional<Date> ready{};
    double hours_a_week = 8;
    std::optional<PersonId> owner{}; // may be nobody
    std::vector<RoleWanted> roles{};
    std::optional<std::int64_t> recruitment_cost{};
    std::optional<double> onboarding_weeks{};
    std::optional<std::int64_t> monthly_salary{};
    std::optional<std::int64_t> hour_cost{};
};
BOOST_DESCRIBE_STRUCT(ProgrammeInput, (),
                      (name, description, unit, ready, hours_a_week, owner, roles, recruitment_cost, onboarding_weeks,
                       monthly_salary, hour_cost))

} // namespace kunna::reskilling
