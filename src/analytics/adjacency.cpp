// Adjacency.
#include "analytics/adjacency.hpp"

#include "insights/sums.hpp"

#include <algorithm>
#include <map>

namespace kunna::analytics {

namespace {

using insights::rounded;
using insights::Workforce;
using taxonomies::SkillEdgeKind;

constexpr std::size_t most_skills = 50;
constexpr std::size_t most_lacking = 5;

struct Compared {
    engine::RoleIndex role = 0;
    engine::Transfer sums{};
    double similarity = 0;
};

double number_of(std::int64_t weighted_units) {
    return rounded(static_cast<double>(weighted_units) / engine::Level::units_per_step);
}

std::int32_t step_of(engine::Level level) {
    return level.units / engine::Level::units_per_step;
}

Result<engine::RoleIndex> profiled(const Workforce& workforce, RoleId role) {
    const auto index = workforce.names().find(role);
    if (!index) return refuse(Kind::not_found, "role.not_found");
    if (workforce.snapshot().role(*index).slots() == 0) return refuse(Kind::conflict, "role.no_profile");
    return *index;
}

// The strongest edge between two skills; of equals the one that was told first.
const taxonomies::SkillEdge* strongest(const AdjacencyGround& ground, SkillId one, SkillId other) {
    const taxonomies::SkillEdge* found = nullptr;
    for (const taxonomies::SkillEdge& edge : ground.edges) {
        const bool these = (edge.one == one && edge.other == other) || (edge.one == other && edge.other == one);
        if (these && (!found || strength_of(edge.kind) > strength_of(found->kind))) found = &edge;
    }
    return found;
}

SkillLikeness told(const AdjacencyGround& ground, const Workforce& workforce, engine::SkillIndex of,
                   engine::SkillIndex other, const engine::Likenesses::Parts& parts) {
    const insights::SkillName& name = workforce.names().skills[other];
    SkillLikeness told{.skill = name.id,
                       .name = name.name,
                       .likeness = parts.likeness.number(),
                       .edge_strength = parts.edge.number(),
                       .same_area = parts.same_area,
                       .together = parts.together,
                       .either = parts.either};
    if (parts.edge.units == 0) return told;
    if (const auto* edge = strongest(ground, workforce.names().skills[of].id, name.id)) {
        told.edge = edge->kind;
        told.through = edge->through;
    }
    return told;
}

// What weighs most in what is lacking: a must before all else, then weight × what is left.
std::vector<AdjacentLack> lacking(const AdjacencyGround& ground, const Workforce& workforce, engine::RoleIndex from,
                                  engine::RoleIndex to) {
    const engine::Snapshot& snapshot = workforce.snapshot();
    auto rows = engine::transfer_rows(ground.likenesses, engine::levels_of(snapshot.role(from)), snapshot.role(to));
    std::erase_if(rows, [](const engine::TransferRow& row) { return row.brought >= row.required; });
    const auto weighs = [](const engine::TransferRow& row) {
        return std::tuple{row.must, row.weight * (row.required.units - row.brought.units)};
    };
    std::stable_sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return weighs(a) > weighs(b); });
    std::vector<AdjacentLack> told;
    for (const engine::TransferRow& row : rows) {
        if (told.size() == most_lacking) break;
        const insights::SkillName& name = workforce.names().skills[row.skill];
        told.push_back({name.id, name.name, step_of(row.required), rounded(row.brought.number()), row.must});
    }
    return told;
}

// The most alike first; of equals the one that brings most.
std::vector<Compared> compare(const AdjacencyGround& ground, const engine::Snapshot& snapshot, engine::RoleIndex role,
                              AdjacentDirection direction) {
    std::vector<Compared> all;
    engine::Brought by_role{ground.likenesses};
    engine::Brought by_other{ground.likenesses};
    by_role.take(engine::levels_of(snapshot.role(role)));
    for (const engine::RoleIndex other : ground.roles) {
        if (other == role) continue;
        by_other.take(engine::levels_of(snapshot.role(other)));
        engine::Transfer there = engine::transfer(by_role, snapshot.role(other));
        engine::Transfer back = engine::transfer(by_other, snapshot.role(role));
        if (direction == AdjacentDirection::towards) std::swap(there, back);
        all.push_back({other, there, engine::similarity(there, back)});
    }
    std::stable_sort(all.begin(), all.end(), [](const Compared& a, const Compared& b) {
        return std::pair{a.similarity, *a.sums.share()} > std::pair{b.similarity, *b.sums.share()};
    });
    return all;
}

} // namespace

double strength_of(SkillEdgeKind kind) {
    switch (kind) {
    case SkillEdgeKind::same:
        return 0.9;
    case SkillEdgeKind::broader:
        return 0.7;
    case SkillEdgeKind::essential:
        return 0.6;
    case SkillEdgeKind::optional:
    case SkillEdgeKind::siblings:
        return 0.4;
    }
    return 0;
}

AdjacencyGround adjacency_ground(db::Tx& tx, const Workforce& workforce) {
    const engine::Snapshot& snapshot = workforce.snapshot();
    const insights::Directory& names = workforce.names();
    std::map<std::int64_t, std::uint32_t> area_of;
    std::vector<std::uint32_t> areas;
    for (const insights::SkillName& skill : names.skills)
        areas.push_back(skill.group ? area_of.emplace(skill.group->value, area_of.size()).first->second
                                    : engine::no_area);
    auto said = taxonomies::skill_edges(tx);
    std::vector<engine::SkillEdge> edges;
    for (const taxonomies::SkillEdge& edge : said) {
        const auto one = names.find(edge.one);
        const auto other = names.find(edge.other);
        if (one && other) edges.push_back({*one, *other, strength_of(edge.kind)});
    }
    std::vector<const engine::Role*> profiles;
    std::vector<engine::RoleIndex> roles;
    for (std::size_t r = 0; r < snapshot.role_count(); ++r) {
        const auto role = static_cast<engine::RoleIndex>(r);
        if (snapshot.role(role).slots() == 0) continue;
        roles.push_back(role);
        profiles.push_back(&snapshot.role(role));
    }
    return {{std::move(areas), edges, profiles}, std::move(said), std::move(roles)};
}

Result<AdjacentSkills> adjacent_skills(const AdjacencyGround& ground, const Workforce& workforce, SkillId skill) {
    const auto index = workforce.names().find(skill);
    if (!index) return refuse(Kind::not_found, "skill.not_found");
    AdjacentSkills near{skill, workforce.names().skills[*index].name, {}};
    std::vector<std::pair<engine::Likeness, engine::SkillIndex>> found;
    for (std::size_t s = 0; s < ground.likenesses.skills(); ++s) {
        const auto other = static_cast<engine::SkillIndex>(s);
        if (other == *index) continue;
        const engine::Likeness likeness = ground.likenesses.between(*index, other).likeness;
        if (likeness.units > 0) found.emplace_back(likeness, other);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    if (found.size() > most_skills) found.resize(most_skills);
    for (const auto& [likeness, other] : found)
        near.items.push_back(told(ground, workforce, *index, other, ground.likenesses.between(*index, other)));
    return near;
}

Result<AdjacentRoles> adjacent_roles(const AdjacencyGround& ground, const Workforce& workforce, RoleId role,
                                     AdjacentDirection direction) {
    const engine::RoleIndex index = TRY(profiled(workforce, role));
    AdjacentRoles near{workforce.day(), role, workforce.names().roles[index].name, direction, {}};
    for (const Compared& one : compare(ground, workforce.snapshot(), index, direction)) {
        const insights::RoleName& name = workforce.names().roles[one.role];
        const bool from = direction == AdjacentDirection::from;
        near.items.push_back({.role = name.id,
                              .name = name.name,
                              .transferability = rounded(*one.sums.share()),
                              .similarity = rounded(one.similarity),
                              .suggested = one.sums.suggested(),
                              .requirements = workforce.snapshot().role(from ? one.role : index).slots(),
                              .full = one.sums.full,
                              .musts = one.sums.musts,
                              .lacking = lacking(ground, workforce, from ? index : one.role, from ? one.role : index)});
    }
    return near;
}

Result<RoleTransfer> role_transfer(const AdjacencyGround& ground, const Workforce& workforce, RoleId from, RoleId to) {
    const engine::RoleIndex left = TRY(profiled(workforce, from));
    const engine::RoleIndex right = TRY(profiled(workforce, to));
    const insights::Directory& names = workforce.names();
    const engine::Snapshot& snapshot = workforce.snapshot();
    const auto levels = engine::levels_of(snapshot.role(left));
    engine::Brought brought{ground.likenesses};
    brought.take(levels);
    const engine::Transfer sums = engine::transfer(brought, snapshot.role(right));
    RoleTransfer transfer{.day = workforce.day(),
                          .from = from,
                          .from_name = names.roles[left].name,
                          .to = to,
                          .to_name = names.roles[right].name,
                          .transferability = rounded(*sums.share()),
                          .suggested = sums.suggested(),
                          .counted = number_of(sums.brought),
                          .of = number_of(sums.required)};
    for (const engine::TransferRow& row : engine::transfer_rows(ground.likenesses, levels, snapshot.role(right))) {
        const insights::SkillName& name = names.skills[row.skill];
        TransferPart part{.skill = name.id,
                          .name = name.name,
                          .required = step_of(row.required),
                          .weight = row.weight,
                          .must = row.must,
                          .brought = rounded(row.brought.number()),
                          .counted = number_of(std::int64_t{std::min(row.brought, row.required).units} * row.weight),
                          .of = number_of(std::int64_t{row.required.units} * row.weight)};
        if (row.own) part.own = row.own->number();
        if (row.neighbour) {
            part.neighbour = told(ground, workforce, row.skill, row.neighbour->skill, row.likeness);
            part.neighbour_level = row.neighbour->level.number();
        }
        transfer.parts.push_back(std::move(part));
    }
    return transfer;
}

} // namespace kunna::analytics
