// Forecasts.
#include "scenarios/forecasts.hpp"

#include "insights/sums.hpp"

#include <algorithm>

namespace kunna::scenarios {

using engine::Outlook;
using engine::Tracks;
using engine::UnitIndex;
using insights::rounded;

Ahead ahead_of(const Outlook& outlook, Date today) {
    Ahead told;
    told.able_now = rounded(outlook.able.front());
    told.able_then = rounded(outlook.able.back());
    told.unknown_now = rounded(outlook.unknown.front());
    told.demand_now = rounded(outlook.demand.front());
    told.demand_then = rounded(outlook.demand.back());
    told.shortage_now = rounded(outlook.shortage.front());
    told.shortage_then = rounded(outlook.shortage.back());
    told.surplus_then = rounded(outlook.surplus.back());
    if (const auto first = outlook.first_shortage()) told.first_shortage = add_months(today, *first);
    return told;
}

namespace {

constexpr double inner = 0.6745; // 50 % of a normal distribution lie within so many standard deviations

template <class Told>
void put_posts(Told& told, const PostsAhead& posts) {
    told.of = posts.of;
    told.lacking_now = posts.lacking_now;
    told.lacking_then = posts.lacking_then;
}

// One level down: the children of one top, or the tops when there are several.
std::vector<UnitIndex> one_level_down(const engine::Units& units, const std::vector<UnitIndex>& tops) {
    if (tops.size() != 1) return tops;
    std::vector<UnitIndex> children;
    for (UnitIndex u = tops.front() + 1; u < units.end_of(tops.front()); u = units.end_of(u)) children.push_back(u);
    return children;
}

} // namespace

PostsAhead posts_ahead_of(const Tracks& tracks, std::size_t row, Date today) {
    const auto lacking = tracks.months_of(row, Tracks::lacking);
    return {ahead_of(tracks.outlook(row), today), rounded(lacking.front()), rounded(lacking.back())};
}

Tracks posts_under(const engine::Forecast& made, const engine::Units& units, UnitIndex unit) {
    Tracks sum = made.whole;
    sum.clear(0);
    for (std::size_t row = 0; row < made.unit.size(); ++row)
        if (unit <= made.unit[row] && made.unit[row] < units.end_of(unit)) sum.add(0, made.units, row);
    return sum;
}

Curve curve_of(const Outlook& outlook, const std::vector<double>& lacking) {
    Curve curve;
    for (std::size_t t = 0; t < outlook.able.size(); ++t) {
        const double mean = outlook.able[t];
        const double sd = outlook.able_sd[t];
        curve.able.push_back(rounded(mean));
        curve.low.push_back(rounded(std::max(0.0, mean - outer_spread * sd)));
        curve.high.push_back(rounded(mean + outer_spread * sd));
        curve.inner_low.push_back(rounded(std::max(0.0, mean - inner * sd)));
        curve.inner_high.push_back(rounded(mean + inner * sd));
        curve.unknown.push_back(rounded(outlook.unknown[t]));
        curve.demand.push_back(rounded(outlook.demand[t]));
        curve.demand_low.push_back(rounded(std::max(0.0, outlook.demand[t] - outer_spread * outlook.demand_sd[t])));
        curve.demand_high.push_back(rounded(outlook.demand[t] + outer_spread * outlook.demand_sd[t]));
        curve.shortage.push_back(rounded(outlook.shortage[t]));
        curve.surplus.push_back(rounded(outlook.surplus[t]));
    }
    for (const double of : lacking) curve.lacking.push_back(rounded(of));
    return curve;
}

Result<Question> Question::of(db::Db& db, const Ground& ground, const access::Actor& actor, const Asked& asked) {
    const insights::Workforce& workforce = *ground.workforce;
    Question made;
    made.ground_ = &ground;
    const auto seen = db.read([&](db::Tx& tx) { return insights::Seen::by(tx, workforce, actor); });
    made.part_ = TRY(staffing::Part::of(workforce, actor, seen, asked.unit));
    made.fence_ = TRY(insights::part_of(workforce, insights::fence_of(workforce, actor), asked.unit));
    made.open_ = actor.is_system() || seen.all_in(workforce, made.fence_.tops);
    if (asked.skill) {
        made.skill_ = workforce.names().find(*asked.skill);
        if (!made.skill_) return refuse(Kind::not_found, "skill.not_found");
    }
    if (asked.role) {
        made.role_ = workforce.names().find(*asked.role);
        if (!made.role_) return refuse(Kind::not_found, "role.not_found");
    }
    made.children_ = one_level_down(workforce.snapshot().units(), made.fence_.tops);
    return made;
}

engine::Forecast Question::forecast(const engine::Assumptions& assumed) const {
    return engine::forecast(ground_->workforce->snapshot(), ground_->stock, assumed,
                            {.tops = fence_.tops, .everywhere = fence_.whole}, insights::threads());
}

ForecastTold Question::begun(int months) const {
    const Date today = ground_->workforce->day();
    ForecastTold told{.day = today, .months = months, .name = part_.name()};
    for (int t = 0; t <= months; ++t) told.days.push_back(add_months(today, t));
    return told;
}

void Question::tell_skills(const engine::Forecast& made, const Guard& guard, ForecastTold& told) const {
    const insights::Directory& names = ground_->workforce->names();
    double unknown = 0;
    double required = 0;
    for (std::size_t row = 0; row < made.skill.size(); ++row) {
        const engine::SkillIndex skill = made.skill[row];
        SkillAhead one{.skill = names.skills[skill].id,
                       .name = names.skills[skill].name,
                       .kind = std::string{db::enum_name(names.skills[skill].kind)},
                       .hidden = !guard.skill(skill)};
        unknown += made.skills.at(row, Tracks::unknown)[0];
        required += made.skills.at(row, Tracks::demand)[0];
        if (!one.hidden) one.of = ahead_of(made.skills.outlook(row), told.day);
        told.skills.push_back(std::move(one));
    }
    std::stable_sort(told.skills.begin(), told.skills.end(), [](const SkillAhead& a, const SkillAhead& b) {
        return std::pair{a.hidden, -a.of.shortage_then} < std::pair{b.hidden, -b.of.shortage_then};
    });
    if (required > 0 && guard.whole()) told.unknown_share = rounded(unknown / required);
}

void Question::tell_roles(const engine::Forecast& made, const Guard& guard, ForecastTold& told) const {
    const insights::Directory& names = ground_->workforce->names();
    for (std::size_t row = 0; row < made.role.size(); ++row) {
        const engine::RoleIndex role = made.role[row];
        RoleAhead one{.role = names.roles[role].id, .name = names.roles[role].name, .hidden = !guard.role(role)};
        if (!one.hidden) put_posts(one, posts_ahead_of(made.roles, row, told.day));
        told.roles.push_back(std::move(one));
    }
    std::stable_sort(told.roles.begin(), told.roles.end(), [](const RoleAhead& a, const RoleAhead& b) {
        return std::pair{a.hidden, -a.lacking_then} < std::pair{b.hidden, -b.lacking_then};
    });
}

void Question::tell_units(const engine::Forecast& made, const Guard& guard, ForecastTold& told) const {
    const insights::Directory& names = ground_->workforce->names();
    for (const UnitIndex child : children_) {
        UnitAhead one{.unit = names.units[child].id, .name = names.units[child].name, .hidden = !guard.unit(child)};
        if (!one.hidden)
            put_posts(one,
                      posts_ahead_of(posts_under(made, ground_->workforce->snapshot().units(), child), 0, told.day));
        told.units.push_back(std::move(one));
    }
}

// Of the skill or the role asked for, else of all posts.
void Question::tell_curve(const engine::Forecast& made, const Guard& guard, ForecastTold& told) const {
    const auto tell = [&](const Tracks& tracks, std::size_t row, bool may, const std::vector<double>& lacking) {
        told.hidden = !may;
        if (may) told.curve = curve_of(tracks.outlook(row), lacking);
    };
    const auto row_of = [](const auto& rows, auto index) {
        return static_cast<std::size_t>(std::lower_bound(rows.begin(), rows.end(), index) - rows.begin());
    };
    if (skill_) {
        const std::size_t row = row_of(made.skill, *skill_);
        if (row < made.skill.size() && made.skill[row] == *skill_) tell(made.skills, row, guard.skill(*skill_), {});
    } else if (role_) {
        const std::size_t row = row_of(made.role, *role_);
        if (row < made.role.size() && made.role[row] == *role_)
            tell(made.roles, row, guard.role(*role_), made.roles.months_of(row, Tracks::lacking));
    } else {
        tell(made.whole, 0, guard.whole(), made.whole.months_of(0, Tracks::lacking));
    }
    if (guard.whole()) told.whole = ahead_of(made.whole.outlook(0), told.day);
}

ForecastTold Question::told(const Assumptions& assumptions, const engine::Assumptions& assumed) const {
    Guard guard = this->guard();
    guard.under(assumptions);
    const engine::Forecast made = forecast(assumed);
    ForecastTold told = begun(made.months);
    tell_skills(made, guard, told);
    tell_roles(made, guard, told);
    tell_units(made, guard, told);
    tell_curve(made, guard, told);
    return told;
}

ForecastTold Question::told_curve(const Assumptions& assumptions, const engine::Assumptions& assumed) const {
    Guard guard = this->guard();
    guard.under(assumptions);
    const engine::Forecast made = engine::forecast(
        ground_->workforce->snapshot(), ground_->stock, assumed,
        {.tops = fence_.tops, .skill = skill_, .everywhere = fence_.whole, .only_curve = true}, insights::threads());
    ForecastTold told = begun(made.months);
    tell_curve(made, guard, told);
    told.curve.lacking.clear();
    return told;
}

} // namespace kunna::scenarios
