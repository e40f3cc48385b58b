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

constexpr double outer = 1.2816; // 80 % of a normal distribution lie within so many standard deviations
constexpr double inner = 0.6745; // 50 %

template <class Told>
void put_posts(Told& told, const Tracks& tracks, std::size_t row, Date today) {
    told.of = ahead_of(tracks.outlook(row), today);
    const auto lacking = tracks.months_of(row, Tracks::lacking);
    told.lacking_now = rounded(lacking.front());
    told.lacking_then = rounded(lacking.back());
}

// One level down: the children of one top, or the tops when there are several.
std::vector<UnitIndex> one_level_down(const engine::Units& units, const std::vector<UnitIndex>& tops) {
    if (tops.size() != 1) return tops;
    std::vector<UnitIndex> children;
    for (UnitIndex u = tops.front() + 1; u < units.end_of(tops.front()); u = units.end_of(u)) children.push_back(u);
    return children;
}

} // namespace

Curve curve_of(const Outlook& outlook, const std::vector<double>& lacking) {
    Curve curve;
    for (std::size_t t = 0; t < outlook.able.size(); ++t) {
        const double mean = outlook.able[t];
        const double sd = outlook.able_sd[t];
        curve.able.push_back(rounded(mean));
        curve.low.push_back(rounded(std::max(0.0, mean - outer * sd)));
        curve.high.push_back(rounded(mean + outer * sd));
        curve.inner_low.push_back(rounded(std::max(0.0, mean - inner * sd)));
        curve.inner_high.push_back(rounded(mean + inner * sd));
        curve.unknown.push_back(rounded(outlook.unknown[t]));
        curve.demand.push_back(rounded(outlook.demand[t]));
        curve.demand_low.push_back(rounded(std::max(0.0, outlook.demand[t] - outer * outlook.demand_sd[t])));
        curve.demand_high.push_back(rounded(outlook.demand[t] + outer * outlook.demand_sd[t]));
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

ForecastTold Question::told(const Assumptions& assumptions, const engine::Assumptions& assumed) const {
    const insights::Workforce& workforce = *ground_->workforce;
    const insights::Directory& names = workforce.names();
    Guard guard = this->guard();
    guard.under(assumptions);
    const engine::Forecast made = forecast(assumed);
    const Date today = workforce.day();
    ForecastTold told{.day = today, .months = made.months, .name = part_.name()};
    for (int t = 0; t <= made.months; ++t) told.days.push_back(add_months(today, t));

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
        if (!one.hidden) one.of = ahead_of(made.skills.outlook(row), today);
        if (skill_ == skill) {
            told.hidden = one.hidden;
            if (!one.hidden) told.curve = curve_of(made.skills.outlook(row), {});
        }
        told.skills.push_back(std::move(one));
    }
    std::stable_sort(told.skills.begin(), told.skills.end(), [](const SkillAhead& a, const SkillAhead& b) {
        return std::pair{a.hidden, -a.of.shortage_then} < std::pair{b.hidden, -b.of.shortage_then};
    });
    if (guard.whole()) told.whole = ahead_of(made.whole.outlook(0), today);
    if (required > 0 && guard.whole()) told.unknown_share = rounded(unknown / required);
    for (std::size_t row = 0; row < made.role.size(); ++row) {
        const engine::RoleIndex role = made.role[row];
        RoleAhead one{.role = names.roles[role].id, .name = names.roles[role].name, .hidden = !guard.role(role)};
        if (!one.hidden) put_posts(one, made.roles, row, today);
        if (role_ == role && !skill_) {
            told.hidden = one.hidden;
            if (!one.hidden) told.curve = curve_of(made.roles.outlook(row), made.roles.months_of(row, Tracks::lacking));
        }
        told.roles.push_back(std::move(one));
    }
    std::stable_sort(told.roles.begin(), told.roles.end(), [](const RoleAhead& a, const RoleAhead& b) {
        return std::pair{a.hidden, -a.lacking_then} < std::pair{b.hidden, -b.lacking_then};
    });
    for (const UnitIndex child : children_) {
        UnitAhead one{.unit = names.units[child].id, .name = names.units[child].name, .hidden = !guard.unit(child)};
        if (!one.hidden) {
            Tracks sum = made.whole;
            sum.clear(0);
            const UnitIndex end = workforce.snapshot().units().end_of(child);
            for (std::size_t row = 0; row < made.unit.size(); ++row)
                if (child <= made.unit[row] && made.unit[row] < end) sum.add(0, made.units, row);
            put_posts(one, sum, 0, today);
        }
        told.units.push_back(std::move(one));
    }
    if (!skill_ && !role_) {
        told.hidden = !guard.whole();
        if (!told.hidden) told.curve = curve_of(made.whole.outlook(0), made.whole.months_of(0, Tracks::lacking));
    }
    return told;
}

} // namespace kunna::scenarios
