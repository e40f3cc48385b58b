// Forecasts: what the engine tells of a scenario, in names and days, to whoever asks.
#pragma once

#include "access/actor.hpp"
#include "engine/forecast.hpp"
#include "scenarios/guard.hpp"
#include "scenarios/need.hpp"

namespace kunna::scenarios {

// 80 % of a normal distribution lie within so many standard deviations.
inline constexpr double outer_spread = 1.2816;

struct Asked {
    std::optional<UnitId> unit{};
    std::optional<SkillId> skill{};
    std::optional<RoleId> role{};
};

// Expected people today, on the horizon and at worst in between. Of a skill, able is who reaches what their role
// requires; of posts, who holds one.
struct Ahead {
    double able_now = 0;
    double able_then = 0;
    double unknown_now = 0;
    double demand_now = 0;
    double demand_then = 0;
    double shortage_now = 0;
    double shortage_then = 0;
    double surplus_then = 0;
    std::optional<Date> first_shortage{}; // half a person or more
};
BOOST_DESCRIBE_STRUCT(Ahead, (),
                      (able_now, able_then, unknown_now, demand_now, demand_then, shortage_now, shortage_then,
                       surplus_then, first_shortage))

struct SkillAhead {
    SkillId skill{};
    skills::Text name{};
    std::string kind{};
    bool hidden = false; // too few people: no numbers
    Ahead of{};
};
BOOST_DESCRIBE_STRUCT(SkillAhead, (), (skill, name, kind, hidden, of))

// lacking: requirements short, over all skills that the posts require.
struct RoleAhead {
    RoleId role{};
    skills::Text name{};
    bool hidden = false;
    Ahead of{};
    double lacking_now = 0;
    double lacking_then = 0;
};
BOOST_DESCRIBE_STRUCT(RoleAhead, (), (role, name, hidden, of, lacking_now, lacking_then))

struct UnitAhead {
    UnitId unit{};
    std::string name{};
    bool hidden = false;
    Ahead of{};
    double lacking_now = 0;
    double lacking_then = 0;
};
BOOST_DESCRIBE_STRUCT(UnitAhead, (), (unit, name, hidden, of, lacking_now, lacking_then))

// By month, today first. Between low and high lie 80 of 100 futures.
struct Curve {
    std::vector<double> able{};
    std::vector<double> low{};
    std::vector<double> high{};
    std::vector<double> inner_low{}; // 50 of 100
    std::vector<double> inner_high{};
    std::vector<double> unknown{};
    std::vector<double> demand{};
    std::vector<double> demand_low{};
    std::vector<double> demand_high{};
    std::vector<double> shortage{};
    std::vector<double> surplus{};
    std::vector<double> lacking{}; // of posts: requirements short
};
BOOST_DESCRIBE_STRUCT(Curve, (),
                      (able, low, high, inner_low, inner_high, unknown, demand, demand_low, demand_high, shortage,
                       surplus, lacking))

struct ForecastTold {
    Date day{};
    std::int32_t months = 0;
    std::vector<Date> days{};              // of the months
    std::string name{};                    // of the unit or the organisation
    bool hidden = false;                   // of `curve`
    Curve curve{};                         // of the skill or role asked for, else of all posts
    std::optional<Ahead> whole{};          // all posts; nothing when hidden
    std::optional<double> unknown_share{}; // of the requirements today
    std::vector<SkillAhead> skills{};      // the largest shortage first
    std::vector<RoleAhead> roles{};
    std::vector<UnitAhead> units{}; // one level down
    std::vector<NeedAhead> needs{}; // of the goals (needs.hpp)
};
BOOST_DESCRIBE_STRUCT(ForecastTold, (),
                      (day, months, days, name, hidden, curve, whole, unknown_share, skills, roles, units, needs))

// Posts of a role or a unit.
struct PostsAhead {
    Ahead of{};
    double lacking_now = 0; // requirements short, over all skills that the posts require
    double lacking_then = 0;
};
BOOST_DESCRIBE_STRUCT(PostsAhead, (), (of, lacking_now, lacking_then))

Ahead ahead_of(const engine::Outlook& outlook, Date today);
PostsAhead posts_ahead_of(const engine::Tracks& tracks, std::size_t row, Date today);
// A unit with all under it, as the one row of Tracks.
engine::Tracks posts_under(const engine::Forecast& made, const engine::Units& units, engine::UnitIndex unit);
Curve curve_of(const engine::Outlook& outlook, const std::vector<double>& lacking);

// The sums an actor may have of one question. Refuses unit.not_found, skill.not_found, role.not_found.
class Question {
public:
    static Result<Question> of(db::Db& db, const Ground& ground, const access::Actor& actor, const Asked& asked);

    [[nodiscard]] ForecastTold told(const Assumptions& assumptions, const engine::Assumptions& assumed) const;
    // Only the curve, without what it lacks, and `whole`: the same numbers in a tenth of the time, for a hand on a
    // slider. Of a curve over all posts or of a role nothing but the posts is worked out.
    [[nodiscard]] ForecastTold told_curve(const Assumptions& assumptions, const engine::Assumptions& assumed) const;
    // Skills that may be told under all of the assumptions.
    [[nodiscard]] Guard guard() const { return {*ground_, part_, fence_, open_}; }
    [[nodiscard]] std::string name() const { return part_.name(); } // of the unit or the organisation
    [[nodiscard]] engine::Forecast forecast(const engine::Assumptions& assumed) const;
    [[nodiscard]] const insights::Fence& part() const { return fence_; }
    // May whoever asks read the levels of everybody there?
    [[nodiscard]] bool open() const { return open_; }
    [[nodiscard]] std::optional<engine::SkillIndex> skill() const { return skill_; }
    [[nodiscard]] const std::vector<engine::UnitIndex>& units_below() const { return children_; } // one level

private:
    [[nodiscard]] ForecastTold begun(int months) const;
    void tell_skills(const engine::Forecast& made, const Guard& guard, ForecastTold& told) const;
    void tell_roles(const engine::Forecast& made, const Guard& guard, ForecastTold& told) const;
    void tell_units(const engine::Forecast& made, const Guard& guard, ForecastTold& told) const;
    void tell_curve(const engine::Forecast& made, const Guard& guard, ForecastTold& told) const;

    const Ground* ground_ = nullptr;
    staffing::Part part_{};
    insights::Fence fence_{};
    bool open_ = false;
    std::optional<engine::SkillIndex> skill_{};
    std::optional<engine::RoleIndex> role_{};
    std::vector<engine::UnitIndex> children_{};
};

} // namespace kunna::scenarios
