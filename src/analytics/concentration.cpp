// Concentration.
#include "analytics/concentration.hpp"

#include "engine/coverage.hpp"
#include "engine/supply.hpp"
#include "goals/goals.hpp"
#include "insights/sums.hpp"

#include <algorithm>

namespace kunna::analytics {

namespace {

using engine::UnitIndex;
using insights::Workforce;

// A group of the answer with the pieces it is made of.
struct Group {
    SpreadGroup told{};
    std::vector<Piece> pieces{};
    std::optional<std::uint32_t> place{};

    // A place that lies wholly within what is asked about is told as such; a part of one when its pieces are.
    [[nodiscard]] bool told_by(const SkillCounts& counts, bool whole) const {
        if (place && whole) return counts.tells_place(*place);
        return std::all_of(pieces.begin(), pieces.end(), [&](const Piece& piece) { return counts.tells(piece); });
    }
};

std::int64_t people_in(const Workforce& workforce, const Piece& piece) {
    const engine::Snapshot& snapshot = workforce.snapshot();
    const UnitIndex end = piece.own ? piece.unit + 1 : snapshot.units().end_of(piece.unit);
    const auto range = snapshot.block_range(piece.unit, end);
    std::int64_t people = 0;
    for (std::size_t b = range.begin; b < range.end; ++b)
        people += static_cast<std::int64_t>(snapshot.block(b).people());
    return people;
}

// The largest pieces that are wholly in one place, by place.
std::vector<Group> by_place(const Workforce& workforce, const insights::Fence& fence) {
    const engine::Units& units = workforce.snapshot().units();
    const Places places{workforce.names()};
    std::vector<Group> groups;
    for (std::size_t place = 0; place < places.name.size(); ++place)
        groups.push_back({{{}, places.name[place], false, 0}, {}, static_cast<std::uint32_t>(place)});
    for (const UnitIndex top : fence.tops)
        for (UnitIndex u = top; u < units.end_of(top);) {
            const bool wholly = std::all_of(places.of.begin() + u, places.of.begin() + units.end_of(u),
                                            [&](std::uint32_t place) { return place == places.of[u]; });
            groups[places.of[u]].pieces.push_back({u, !wholly});
            u = wholly ? units.end_of(u) : u + 1;
        }
    std::erase_if(groups, [](const Group& group) { return group.pieces.empty(); });
    return groups;
}

// Units so far below the tops; units above that have people of their own stand for these.
std::vector<Group> by_unit(const Workforce& workforce, const insights::Fence& fence, std::uint32_t depth) {
    const engine::Units& units = workforce.snapshot().units();
    std::vector<Group> groups;
    for (const UnitIndex top : fence.tops)
        for (UnitIndex u = top; u < units.end_of(top);) {
            const bool leaf = units.end_of(u) == u + 1;
            const bool whole = leaf || units.depth(u) - units.depth(top) == depth;
            const insights::UnitName& name = workforce.names().units[u];
            groups.push_back({{name.id, name.name, !whole, 0}, {{u, !whole}}, {}});
            u = whole ? units.end_of(u) : u + 1;
        }
    return groups;
}

void tell_shares(SkillSpread& spread) {
    std::int64_t told = 0;
    for (std::size_t g = 0; g < spread.groups.size(); ++g) {
        if (spread.groups[g] == told_nothing) continue;
        told += spread.groups[g];
        if (!spread.largest || spread.groups[g] > spread.groups[static_cast<std::size_t>(*spread.largest)])
            spread.largest = static_cast<std::int32_t>(g);
    }
    const bool all = std::count(spread.groups.begin(), spread.groups.end(), told_nothing) == 0;
    const std::int64_t most = spread.largest ? spread.groups[static_cast<std::size_t>(*spread.largest)] : 0;
    if (spread.able == 0 || most < spread.able - told) {
        spread.largest.reset();
        return;
    }
    const auto share = [&](std::int64_t n) { return static_cast<double>(n) / static_cast<double>(spread.able); };
    spread.largest_share = insights::rounded(share(most));
    if (!all) return;
    double index = 0;
    for (const std::int64_t able : spread.groups) index += share(able) * share(able);
    spread.herfindahl = insights::rounded(index);
    spread.as_many = insights::rounded(1 / index);
}

std::int32_t deepest_in(const engine::Units& units, const insights::Fence& fence) {
    std::uint32_t deepest = 0;
    for (const UnitIndex top : fence.tops)
        for (UnitIndex u = top; u < units.end_of(top); ++u)
            deepest = std::max(deepest, units.depth(u) - units.depth(top));
    return static_cast<std::int32_t>(deepest);
}

} // namespace

std::string part_name(const Workforce& workforce, const insights::Fence& fence) {
    if (fence.whole) return workforce.settings().organisation;
    return fence.tops.size() == 1 ? workforce.names().units[fence.tops.front()].name : "";
}

std::int64_t part_people(const Workforce& workforce, const insights::Fence& fence) {
    std::int64_t people = 0;
    for (const UnitIndex top : fence.tops) people += workforce.headcounts()[top];
    return people;
}

std::vector<bool> critical_skills(db::Tx& tx, const insights::Directory& names) {
    std::vector<bool> critical(names.skills.size(), false);
    for (const goals::PursuedNeed& pursued : goals::pursued_needs(tx)) {
        const goals::Need& need = pursued.row.need;
        const auto skill = names.find(need.skill);
        if (skill && engine::Criticality{pursued.weight, need.consequence, need.scarcity}.high())
            critical[*skill] = true;
    }
    return critical;
}

Result<Concentration> concentration(db::Db& db, const Workforce& workforce, const access::Actor& actor,
                                    std::optional<SpreadBy> by, std::optional<std::int32_t> depth) {
    const engine::Units& units = workforce.snapshot().units();
    const insights::Fence fence = insights::fence_of(workforce, actor);
    Concentration told{.day = workforce.day(),
                       .name = part_name(workforce, fence),
                       .deepest = deepest_in(units, fence),
                       .people = part_people(workforce, fence)};
    if (depth && (*depth < 1 || *depth > std::max(1, told.deepest)))
        return refuse_field("/query/depth", "analytics.depth",
                            {{"deepest", std::to_string(std::max(1, told.deepest))}});
    std::vector<Group> groups = by_place(workforce, fence);
    told.by = by.value_or(!depth && groups.size() > 1 ? SpreadBy::place : SpreadBy::unit);
    if (told.by == SpreadBy::unit) {
        told.depth = depth.value_or(fence.tops.size() == 1 ? 1 : 0);
        groups = by_unit(workforce, fence, static_cast<std::uint32_t>(told.depth));
    }
    for (Group& group : groups)
        for (const Piece& piece : group.pieces) group.told.people += people_in(workforce, piece);
    std::erase_if(groups, [](const Group& group) { return group.told.people == 0; });
    for (const Group& group : groups) told.groups.push_back(group.told);

    const auto [seen, critical] = db.read([&](db::Tx& tx) {
        return std::pair{insights::Seen::by(tx, workforce, actor), critical_skills(tx, workforce.names())};
    });
    const bool open = seen.all_in(workforce, fence.tops);
    const Counts counts = counts_of(workforce);
    const auto bars = engine::bars(workforce.snapshot(), fence.tops);
    for (std::size_t s = 0; s < bars.size(); ++s) {
        if (!bars[s].required) continue;
        const auto skill = static_cast<engine::SkillIndex>(s);
        const SkillCounts of = counts.of(skill, workforce.suppress_rule());
        const insights::SkillName& name = workforce.names().skills[s];
        SkillSpread spread{.skill = name.id,
                           .name = name.name,
                           .critical = critical[s],
                           .level = able_level(name).units / engine::Level::units_per_step};
        // What is hidden of all of them on the gap map stays hidden.
        spread.hidden = !open && !(of.tells(fence) && insights::shows(workforce, fence, skill));
        if (!spread.hidden) {
            Count whole;
            for (const UnitIndex top : fence.tops) whole += of.of({top, false});
            spread.able = whole.able;
            spread.uncertain = whole.uncertain;
            for (const Group& group : groups) {
                Count sum;
                for (const Piece& piece : group.pieces) sum += of.of(piece);
                spread.groups.push_back(open || group.told_by(of, fence.whole) ? sum.able : told_nothing);
            }
            tell_shares(spread);
        }
        told.skills.push_back(std::move(spread));
    }
    std::stable_sort(told.skills.begin(), told.skills.end(), [](const SkillSpread& a, const SkillSpread& b) {
        return a.largest_share.value_or(-1) > b.largest_share.value_or(-1);
    });
    return told;
}

} // namespace kunna::analytics
