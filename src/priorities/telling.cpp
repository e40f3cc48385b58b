// Telling.
#include "priorities/telling.hpp"

#include <algorithm>

namespace kunna::priorities {

namespace {

using engine::NeedGroup;
using engine::Units;

// Every top of the group lies in a top of the other.
bool units_in(const Units& units, const NeedGroup& group, const NeedGroup& other) {
    if (other.tops.empty()) return true;
    return !group.tops.empty() && std::all_of(group.tops.begin(), group.tops.end(), [&](engine::UnitIndex unit) {
        return std::any_of(other.tops.begin(), other.tops.end(),
                           [&](engine::UnitIndex top) { return top <= unit && unit < units.end_of(top); });
    });
}

bool lies_in(const Units& units, const NeedGroup& group, const NeedGroup& other) {
    return (!other.role || other.role == group.role) && units_in(units, group, other);
}

engine::Audience audience_of(const engine::NeedStanding& standing) {
    const auto count = [](std::int64_t n) { return static_cast<std::uint32_t>(n); };
    return {count(standing.people),
            {count(standing.qualified), count(standing.uncertain), count(standing.below), count(standing.unknown)}};
}

std::vector<engine::UnitIndex> tops_of(const Units& units, const NeedGroup& group) {
    if (!group.tops.empty()) return group.tops;
    std::vector<engine::UnitIndex> tops;
    for (engine::UnitIndex unit = 0; unit < units.size(); unit = units.end_of(unit)) tops.push_back(unit);
    return tops;
}

} // namespace

std::vector<bool> open_to(const insights::Workforce& workforce, const insights::Seen& seen,
                          const std::vector<engine::Need>& needs) {
    std::vector<bool> open;
    for (const engine::Need& need : needs)
        open.push_back(seen.all_in(workforce, tops_of(workforce.snapshot().units(), need.of)));
    return open;
}

std::vector<std::optional<Untold>> untold(const insights::Workforce& workforce, const insights::Fence& fence,
                                          const std::vector<bool>& open, const std::vector<engine::Need>& needs,
                                          const std::vector<engine::NeedStanding>& standings) {
    const Units& units = workforce.snapshot().units();
    const engine::SuppressRule rule = workforce.suppress_rule();
    const auto few = [&](std::int64_t people) { return people > 0 && people < rule.fewest; };
    std::vector<std::optional<Untold>> told(needs.size());
    for (std::size_t n = 0; n < needs.size(); ++n) {
        if (open[n]) continue;
        const auto tops = tops_of(units, needs[n].of);
        const bool reached =
            std::all_of(tops.begin(), tops.end(), [&](engine::UnitIndex top) { return fence.covers(units, top); });
        if (!reached)
            told[n] = Untold::outside;
        else if (few(standings[n].others) || !engine::safe(audience_of(standings[n]), rule))
            told[n] = Untold::few;
    }
    for (std::size_t n = 0; n < needs.size(); ++n)
        for (std::size_t m = 0; m < needs.size(); ++m)
            if (!open[n] && !told[n] && needs[n].skill == needs[m].skill &&
                few(standings[m].people - standings[n].people) && lies_in(units, needs[n].of, needs[m].of))
                told[n] = Untold::few;
    return told;
}

} // namespace kunna::priorities
