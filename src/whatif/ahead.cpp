// Ahead of a what-if: two forecasts, laid beside each other.
#include "whatif/ahead.hpp"

#include "access/visibility.hpp"
#include "base/json_write.hpp"
#include "insights/sums.hpp"
#include "scenarios/scenarios.hpp"
#include "whatif/manned.hpp"
#include "whatif/told_ahead.hpp"

#include <algorithm>

namespace kunna::whatif {

namespace {

using engine::Forecast;
using engine::SkillIndex;
using engine::Tracks;

Result<scenarios::Basis> basis_of(db::Tx& tx, const AheadAsked& asked, Date today) {
    auto made = TRY(scenarios::basis_of(tx, asked.scenario, today));
    if (!asked.months) return made;
    if (*asked.months < 1 || *asked.months > engine::most_months)
        return refuse_field("/query/months", "scenario.months", {{"most", std::to_string(engine::most_months)}});
    made.now.months = *asked.months;
    return made;
}

class AheadTeller {
public:
    AheadTeller(const scenarios::Ground& ground, const scenarios::Question& question, const ToldAhead& told,
                const WhatIfAssumptions& assumed) :
        workforce_(*ground.workforce),
        question_(question), told_(told), assumed_(assumed) {}

    void tell(const Forecast& before, const Forecast& after, WhatIfForecast& to) const {
        to.day = workforce_.day();
        to.months = before.months;
        for (int t = 0; t <= before.months; ++t) to.days.push_back(add_months(to.day, t));
        to.name = question_.name();
        tell_skills(before, after, to);
        tell_roles(before, after, to);
        tell_units(before, after, to);
        if (question_.skill()) {
            tell_curve(before, *question_.skill(), told_.before(*question_.skill()), to.before);
            tell_curve(after, *question_.skill(), told_.after(*question_.skill()), to.after);
        } else {
            tell_posts(before, told_.whole_before(), to.before);
            tell_posts(after, told_.whole_after(), to.after);
        }
    }

private:
    void tell_posts(const Forecast& made, bool told, ForecastSide& to) const {
        to.hidden = !told;
        if (!told) return;
        to.curve = scenarios::curve_of(made.whole.outlook(0), made.whole.months_of(0, Tracks::lacking));
        to.of = scenarios::ahead_of(made.whole.outlook(0), workforce_.day());
    }

    void tell_curve(const Forecast& made, SkillIndex skill, bool told, ForecastSide& to) const {
        to.hidden = !told;
        const auto at = std::lower_bound(made.skill.begin(), made.skill.end(), skill);
        if (!told || at == made.skill.end() || *at != skill) return;
        const engine::Outlook outlook = made.skills.outlook(static_cast<std::size_t>(at - made.skill.begin()));
        to.curve = scenarios::curve_of(outlook, {});
        to.of = scenarios::ahead_of(outlook, workforce_.day());
    }

    // The row of a skill or a role, when there are any posts of it.
    template <class Index>
    static std::optional<std::size_t> next(const std::vector<Index>& rows, std::size_t& row, Index wanted) {
        if (row < rows.size() && rows[row] == wanted) return row++;
        return std::nullopt;
    }

    // The largest difference of what is lacking on the horizon first; what is hidden last.
    template <class Rows>
    static void by_difference(Rows& rows) {
        std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
            const auto key = [](const auto& one) {
                const bool hidden = one.hidden || one.hidden_after;
                const double change = hidden ? 0 : std::abs(one.after.lacking_then - one.before.lacking_then);
                return std::tuple{hidden, -change, -one.after.lacking_then};
            };
            return key(a) < key(b);
        });
    }

    void tell_roles(const Forecast& before, const Forecast& after, WhatIfForecast& to) const {
        std::vector<engine::RoleIndex> all;
        std::set_union(before.role.begin(), before.role.end(), after.role.begin(), after.role.end(),
                       std::back_inserter(all));
        const auto& named = workforce_.names().roles;
        std::size_t was = 0;
        std::size_t is = 0;
        for (const engine::RoleIndex role : all) {
            RoleAheadDifference one;
            if (role < named.size()) {
                one.role = named[role].id;
                one.name = named[role].name;
            } else {
                one.name = assumed_.new_roles[role - named.size()].name;
            }
            one.hidden = !told_.role_before(role);
            one.hidden_after = !told_.role_after(role);
            const auto row_before = next(before.role, was, role);
            const auto row_after = next(after.role, is, role);
            if (row_before && !one.hidden)
                one.before = scenarios::posts_ahead_of(before.roles, *row_before, workforce_.day());
            if (row_after && !one.hidden_after)
                one.after = scenarios::posts_ahead_of(after.roles, *row_after, workforce_.day());
            to.roles.push_back(std::move(one));
        }
        by_difference(to.roles);
    }

    void tell_units(const Forecast& before, const Forecast& after, WhatIfForecast& to) const {
        const engine::Units& units = workforce_.snapshot().units();
        for (const engine::UnitIndex unit : question_.units_below()) {
            const auto& name = workforce_.names().units[unit];
            UnitAheadDifference one{.unit = name.id, .name = name.name};
            one.hidden = !told_.unit_before(unit);
            one.hidden_after = !told_.unit_after(unit);
            if (!one.hidden)
                one.before =
                    scenarios::posts_ahead_of(scenarios::posts_under(before, units, unit), 0, workforce_.day());
            if (!one.hidden_after)
                one.after = scenarios::posts_ahead_of(scenarios::posts_under(after, units, unit), 0, workforce_.day());
            to.units.push_back(std::move(one));
        }
        by_difference(to.units);
    }

    void tell_skills(const Forecast& before, const Forecast& after, WhatIfForecast& to) const {
        std::vector<SkillIndex> all;
        std::set_union(before.skill.begin(), before.skill.end(), after.skill.begin(), after.skill.end(),
                       std::back_inserter(all));
        std::size_t was = 0;
        std::size_t is = 0;
        for (const SkillIndex skill : all) {
            const insights::SkillName& name = workforce_.names().skills[skill];
            SkillDifference one{.skill = name.id, .name = name.name, .kind = std::string{db::enum_name(name.kind)}};
            one.hidden = !told_.before(skill);
            one.hidden_after = !told_.after(skill);
            const auto row_before = next(before.skill, was, skill);
            const auto row_after = next(after.skill, is, skill);
            if (row_before && !one.hidden)
                one.before = scenarios::ahead_of(before.skills.outlook(*row_before), workforce_.day());
            if (row_after && !one.hidden_after)
                one.after = scenarios::ahead_of(after.skills.outlook(*row_after), workforce_.day());
            if (!one.hidden && !one.hidden_after) {
                add(one.before, to.before);
                add(one.after, to.after);
            }
            to.skills.push_back(std::move(one));
        }
        for (ForecastSide* side : {&to.before, &to.after}) {
            side->short_now = insights::rounded(side->short_now);
            side->short_then = insights::rounded(side->short_then);
        }
        std::stable_sort(to.skills.begin(), to.skills.end(), [](const SkillDifference& a, const SkillDifference& b) {
            const auto key = [](const SkillDifference& one) {
                const bool hidden = one.hidden || one.hidden_after;
                const double change = hidden ? 0 : std::abs(one.after.shortage_then - one.before.shortage_then);
                return std::tuple{hidden, -change, -one.after.shortage_then};
            };
            return key(a) < key(b);
        });
    }

    static void add(const scenarios::Ahead& one, ForecastSide& side) {
        side.short_now += one.shortage_now;
        side.short_then += one.shortage_then;
        if (one.first_shortage && (!side.first_shortage || *one.first_shortage < *side.first_shortage))
            side.first_shortage = one.first_shortage;
    }

    const insights::Workforce& workforce_;
    const scenarios::Question& question_;
    const ToldAhead& told_;
    const WhatIfAssumptions& assumed_;
};

} // namespace

Result<WhatIfForecast> forecast(db::Db& db, const scenarios::Ground& current, const access::Actor& actor,
                                const WhatIfAssumptions& assumed, const AheadAsked& asked) {
    const scenarios::Ground& ground = current.without_ages();
    const insights::Workforce& workforce = *ground.workforce;
    const auto question = TRY(scenarios::Question::of(db, ground, actor, {.unit = asked.unit, .skill = asked.skill}));
    scenarios::Basis basis;
    const Overlay made = TRY(db.read([&](db::Tx& tx) -> Result<Overlay> {
        basis = TRY(basis_of(tx, asked, workforce.day()));
        return overlay(tx, workforce, actor, insights::fence_of(workforce, actor), assumed);
    }));
    const auto today = TRY(scenarios::assumed(ground, basis.now, "/assumptions"));
    const Manned after = TRY(manned(ground, made, basis.now, today));
    const insights::Fence& part = question.part();
    const engine::Forecast then = engine::forecast(after.snapshot, after.stock, after.assumed,
                                                   {.tops = part.tops, .everywhere = part.whole}, insights::threads());
    WhatIfForecast told{.scenario = basis.id, .scenario_name = basis.name};
    const ToldAhead may{ground, made, question, basis.now};
    const auto now =
        ground.remembered->forecast(part, json::to_text(basis.now), [&] { return question.forecast(today); });
    AheadTeller{ground, question, may, assumed}.tell(*now, then, told);
    access::note_read(db, actor, made.leavers, "levels");
    return told;
}

} // namespace kunna::whatif
