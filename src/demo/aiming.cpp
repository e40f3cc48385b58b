// Aiming.
#include "demo/aiming.hpp"

#include "goals/goals.hpp"
#include "skills/catalogue.hpp"
#include "skills/packs.hpp"
#include "skills/roles.hpp"

#include <algorithm>
#include <cmath>

namespace kunna::demo {

namespace {

// How a goal of the pack has gone: after two years of three, so much of the way.
struct Course {
    std::string_view key;
    Persona owner;
    std::int32_t weight;
    double way;
    std::int32_t consequence;
};
constexpr std::array courses{
    Course{"automated_line_hours", Persona::upper_manager, 5, 0.52, 3},
    Course{"scrap_down_fifth", Persona::upper_manager, 4, 0.7, 2},
    Course{"service_revenue_share", Persona::executive, 4, 0.45, 2},
    Course{"voluntary_turnover", Persona::hr, 4, 0.6, 3},
    Course{"internal_hires", Persona::hr, 3, 1.0, 2},
    Course{"time_to_productivity", Persona::learning, 3, 0.3, 2},
    Course{"development_talks", Persona::hr, 2, 0.75, 1},
};
// Hard to find on the market where the company is.
constexpr std::array<std::string_view, 3> scarce{"plc_programming", "automation_robotics", "field_service"};
constexpr int quarters = 8;
constexpr int months_left = 12;

// People in each role today, by its key.
std::map<std::string, std::int64_t, std::less<>> holders_today(const Company& company) {
    std::map<std::string, std::int64_t, std::less<>> holders;
    for (const Stay& stay : company.stays)
        if (stay.on(company.today())) ++holders[catalogue().roles[stay.role].key];
    return holders;
}

Result<goals::GoalId> write_goal(db::Tx& tx, const Company& company, const skills::PackGoal& goal, const Course& course,
                                 PersonId owner) {
    goals::NewGoal wanted;
    wanted.name = goal.name;
    wanted.owner = owner;
    wanted.metric = goal.metric;
    wanted.measure = goal.measure;
    wanted.baseline = goal.baseline;
    wanted.target = goal.target;
    wanted.starts = company.months.turn(1);
    wanted.due = add_months(company.today(), months_left);
    wanted.weight = course.weight;
    const goals::GoalId id = TRY(goals::add_goal(tx, access::Actor::system(), wanted)).row.id;
    for (int quarter = 1; quarter <= quarters; ++quarter) {
        const int month = 3 * quarter + 1; // the turn after the quarter
        const Date day = month > Months::count ? company.today() : company.months.turn(month);
        const double share = course.way * quarter / quarters;
        const double value = goal.baseline + (goal.target - goal.baseline) * share;
        constexpr double tenths = 10;
        TRY(goals::add_reading(tx, access::Actor::system(), id, {day, std::round(value * tenths) / tenths, ""}));
    }
    return id;
}

} // namespace

Result<void> write_goals(db::Tx& tx, const Company& company, const std::vector<PersonId>& ids) {
    const skills::SkillFinder skills{tx};
    const skills::RoleFinder roles{tx};
    const auto holders = holders_today(company);
    const auto with_key = [](const auto& all, std::string_view key) {
        return std::find_if(all.begin(), all.end(), [&](const auto& known) { return known.key == key; });
    };
    for (const skills::PackGoal& goal : skills::demonstration_goals()) {
        const auto course =
            std::find_if(courses.begin(), courses.end(), [&](const Course& one) { return one.key == goal.key; });
        if (course == courses.end()) continue;
        const auto id = TRY(write_goal(tx, company, goal, *course, ids[company.persona(course->owner)]));
        std::vector<goals::Need> needs;
        for (const skills::PackNeed& asked : goal.needs) {
            const auto held = holders.find(asked.role);
            goals::Need need;
            need.role = with_key(roles.all(), asked.role)->id;
            need.skill = with_key(skills.all(), asked.skill)->id;
            need.level = asked.level;
            // Four of five who hold the role today, and never nobody.
            need.headcount =
                static_cast<std::int32_t>(std::max<std::int64_t>(2, held == holders.end() ? 0 : held->second * 4 / 5));
            need.due = add_months(company.today(), months_left - 3);
            need.consequence = course->consequence;
            need.scarcity = std::find(scarce.begin(), scarce.end(), asked.skill) != scarce.end() ? 3 : 2;
            need.must = need.scarcity == 3;
            needs.push_back(need);
        }
        TRY(goals::set_needs(tx, access::Actor::system(), id, {}, needs));
    }
    return {};
}

} // namespace kunna::demo
