// A naive reading of domain.md §3, separate from the engine: maps, doubles, one loop a formula. It shares only the
// plain input structs with the engine.
#pragma once

#include "workforce.hpp"

#include <cmath>
#include <map>
#include <set>

namespace kunna::engine::testing {

enum class Standing { met, uncertain, gap, unknown };

struct PlainRow {
    int person = 0;
    int role = 0;
    int skill = 0;
    int required = 0;   // 1/4000 steps
    int level = 0;      // 1/4000 steps
    int confidence = 0; // 1/10000
    int gap = 0;
    int weight = 0;
    bool must = false;
    Standing standing = Standing::unknown;
};

struct PlainSums {
    std::map<Standing, long long> count;
    long long gap = 0;
    long long weighted_gap = 0;
    long long weighted_required = 0;
    long long fte_met = 0;
    long long fte_required = 0;
    std::set<int> people;
};

inline std::map<int, std::pair<int, int>> plain_levels(const PlainWorkforce& w, const PlainPerson& person) {
    static const double weights[] = {0.4, 0.6, 0.7, 0.7, 0.7, 0.7, 0.9, 0.9, 1.0};
    static const double months[] = {18, 36, 60};
    std::map<int, std::vector<Evidence>> by_skill;
    for (const Evidence& e : person.evidence)
        if (e.day() <= w.day && (!e.expires() || w.day <= *e.expires())) by_skill[e.skill].push_back(e);
    std::map<int, std::pair<int, int>> levels;
    for (const auto& [skill, statements] : by_skill) {
        double num = 0;
        double den = 0;
        double doubt = 1;
        bool others = false;
        for (const Evidence& e : statements) {
            const double half_life =
                months[static_cast<int>(w.skills[static_cast<std::size_t>(skill)].kind)] * 365.2425 / 12;
            const double delta = e.source == Source::certificate ? 1 : std::pow(0.5, (w.day - e.day()) / half_life);
            const double wd = weights[static_cast<int>(e.source)] * delta;
            num += wd * e.step;
            den += wd;
            doubt *= 1 - wd;
            others = others || e.source != Source::self;
        }
        int confidence = static_cast<int>(std::floor((1 - doubt) * 10000 + 1e-6));
        if (!others) confidence = std::min(confidence, 4999);
        levels[skill] = {static_cast<int>(std::floor(num / den * 4000 + 0.5 + 1e-6)), confidence};
    }
    return levels;
}

inline std::vector<PlainRow> plain_rows(const PlainWorkforce& w) {
    std::vector<PlainRow> rows;
    for (std::size_t p = 0; p < w.people.size(); ++p) {
        const PlainPerson& person = w.people[p];
        if (person.left) continue;
        const auto levels = plain_levels(w, person);
        for (const RoleIndex role : person.roles)
            for (const Requirement& r : w.roles[role]) {
                PlainRow row{static_cast<int>(p), role, r.skill, r.required.units};
                row.must = r.must;
                row.weight = r.importance * (r.must ? w.settings.must_factor : 1);
                if (const auto held = levels.find(r.skill); held != levels.end()) {
                    row.level = held->second.first;
                    row.confidence = held->second.second;
                    row.gap = std::max(0, row.required - row.level);
                    row.standing = row.level < row.required ? Standing::gap
                                   : row.confidence >= 5000 ? Standing::met
                                                            : Standing::uncertain;
                }
                rows.push_back(row);
            }
    }
    return rows;
}

inline void add(PlainSums& sums, const PlainRow& row, const PlainWorkforce& w) {
    const int fte = w.people[static_cast<std::size_t>(row.person)].fte;
    ++sums.count[row.standing];
    sums.gap += row.gap;
    sums.weighted_gap += 1LL * row.weight * row.gap;
    if (row.standing != Standing::unknown) sums.weighted_required += 1LL * row.weight * row.required;
    if (row.standing == Standing::met) sums.fte_met += fte;
    sums.fte_required += fte;
    sums.people.insert(row.person);
}

// Is `unit` the unit `above` or somewhere under it?
inline bool under(const PlainWorkforce& w, int unit, int above) {
    for (; unit >= 0; unit = w.unit_parent[static_cast<std::size_t>(unit)])
        if (unit == above) return true;
    return false;
}

inline GroupSums as_group(const PlainSums& plain) {
    const auto count = [&](Standing s) {
        const auto at = plain.count.find(s);
        return at == plain.count.end() ? 0LL : at->second;
    };
    GroupSums sums;
    sums.people = static_cast<std::int64_t>(plain.people.size());
    sums.sums = {.rows = count(Standing::met) + count(Standing::uncertain) + count(Standing::gap) +
                         count(Standing::unknown),
                 .met = count(Standing::met),
                 .uncertain = count(Standing::uncertain),
                 .below = count(Standing::gap),
                 .unknown = count(Standing::unknown),
                 .gap = plain.gap,
                 .weighted_gap = plain.weighted_gap,
                 .weighted_required = plain.weighted_required,
                 .fte_met = plain.fte_met,
                 .fte_required = plain.fte_required};
    return sums;
}

} // namespace kunna::engine::testing
