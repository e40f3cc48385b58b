// Wished.
#include "insights/wished.hpp"

#include "engine/suppress.hpp"
#include "wishes/wishes.hpp"

#include <algorithm>

namespace kunna::insights {

namespace {

using engine::UnitIndex;

// By UnitIndex: how many in the unit itself.
using Counts = std::vector<std::uint32_t>;

// People of the fence who want one thing; nothing when that must not be told. The tree is that of all units under one
// top, so that no two askers with different fences learn the difference.
std::optional<std::int64_t> people_told(const engine::Units& units, const Fence& fence, const Counts& own,
                                        std::uint32_t fewest) {
    Counts total = own;
    for (UnitIndex u = units.size(); u-- > 0;)
        if (units.parent(u) != engine::no_index) total[units.parent(u)] += total[u];
    std::vector<engine::SuppressNode> nodes(1);
    std::vector<std::uint32_t> node_of(units.size(), 0);
    const auto push = [&](std::uint32_t parent, std::uint32_t people) {
        engine::SuppressNode node;
        node.parent = parent;
        node.audience.people = people;
        nodes.push_back(node);
        return static_cast<std::uint32_t>(nodes.size() - 1);
    };
    for (UnitIndex u = 0; u < units.size(); ++u) {
        if (total[u] == 0) continue;
        const bool top = units.parent(u) == engine::no_index;
        if (top) nodes[0].audience.people += total[u];
        node_of[u] = push(top ? 0 : node_of[units.parent(u)], total[u]);
        // A unit's own people are what is left of it when the units below are taken away.
        if (own[u] > 0 && own[u] < total[u]) push(node_of[u], own[u]);
    }
    for (std::size_t n = nodes.size(); n-- > 1;) nodes[nodes[n].parent].size += nodes[n].size;
    engine::suppress(nodes, {.fewest = fewest, .alike_below = 0});
    if (fence.whole) return nodes[0].shown ? std::optional<std::int64_t>{nodes[0].audience.people} : std::nullopt;
    std::int64_t people = 0;
    for (const UnitIndex top : fence.tops) {
        if (total[top] == 0) continue;
        if (!nodes[node_of[top]].shown) return std::nullopt;
        people += total[top];
    }
    return people;
}

// By whatever is wished: own people of each unit.
template <class Thing>
using ByThing = std::map<Thing, Counts>;

template <class Thing>
auto counting(const Workforce& workforce, ByThing<Thing>& counts) {
    return [&](Thing thing, PersonId id) {
        const auto person = workforce.find(id);
        if (!person) return;
        Counts& own = counts[thing];
        own.resize(workforce.snapshot().units().size());
        ++own[workforce.snapshot().unit_of(*person)];
    };
}

bool wanted_there(const Fence& fence, const engine::Units& units, const Counts& own) {
    for (UnitIndex u = 0; u < own.size(); ++u)
        if (own[u] > 0 && fence.covers(units, u)) return true;
    return false;
}

// tell(thing, people) for each that may be told; how many may not.
template <class Thing, class Tell>
std::int64_t tell_all(const Workforce& workforce, const Fence& fence, const ByThing<Thing>& counts, Tell tell) {
    const engine::Units& units = workforce.snapshot().units();
    std::int64_t hidden = 0;
    for (const auto& [thing, own] : counts) {
        if (!wanted_there(fence, units, own)) continue;
        const auto people =
            people_told(units, fence, own, static_cast<std::uint32_t>(workforce.settings().suppression));
        if (people)
            tell(thing, *people);
        else
            ++hidden;
    }
    return hidden;
}

} // namespace

Result<Wished> wished(db::Db& db, const Workforce& workforce, const access::Actor& actor, std::optional<UnitId> unit) {
    const Fence fence = TRY(part_of(workforce, fence_of(workforce, actor), unit));
    ByThing<SkillId> skills;
    ByThing<RoleId> roles;
    db.read([&](db::Tx& tx) {
        wishes::each_wished_skill(tx, counting(workforce, skills));
        wishes::each_wished_role(tx, counting(workforce, roles));
    });
    const Directory& names = workforce.names();
    Wished told;
    told.hidden_skills = tell_all(workforce, fence, skills, [&](SkillId id, std::int64_t people) {
        if (const auto skill = names.find(id)) told.skills.push_back({id, names.skills[*skill].name, people});
    });
    told.hidden_roles = tell_all(workforce, fence, roles, [&](RoleId id, std::int64_t people) {
        if (const auto role = names.find(id)) told.roles.push_back({id, names.roles[*role].name, people});
    });
    const auto most_wanted = [](const auto& a, const auto& b) { return a.people > b.people; };
    std::stable_sort(told.skills.begin(), told.skills.end(), most_wanted);
    std::stable_sort(told.roles.begin(), told.roles.end(), most_wanted);
    return told;
}

} // namespace kunna::insights
