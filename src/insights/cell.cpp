// Cell.
#include "insights/cell.hpp"

#include "engine/coverage.hpp"
#include "engine/suppress.hpp"
#include "insights/visible_names.hpp"

namespace kunna::insights {

namespace {

struct Rows {
    engine::GroupSums sums;
    std::map<engine::RoleIndex, CellRole> roles;
    std::vector<engine::GapRow> each;
};

// The requirement rows of one skill in one subtree.
Rows rows_of(const Workforce& workforce, engine::UnitIndex unit, engine::SkillIndex skill) {
    const engine::Snapshot& snapshot = workforce.snapshot();
    const engine::UnitIndex end = snapshot.units().end_of(unit);
    Rows found;
    std::vector<engine::GapRow> rows;
    for (engine::PersonIndex p = 0; p < snapshot.person_end(); ++p) {
        if (!snapshot.present(p) || snapshot.unit_of(p) < unit || snapshot.unit_of(p) >= end) continue;
        rows.clear();
        engine::append_rows(snapshot, p, rows);
        bool counted = false;
        for (const engine::GapRow& row : rows) {
            if (row.skill != skill) continue;
            found.sums.sums.add(row);
            found.each.push_back(row);
            found.sums.people += counted ? 0 : 1;
            counted = true;
            const RoleName& name = workforce.names().roles[row.role];
            CellRole& role = found.roles[row.role];
            role.role = name.id;
            role.name = name.name;
            role.level = row.required.units / engine::Level::units_per_step;
            role.must = row.must;
            role.people = role.people.value_or(0) + 1;
        }
    }
    return found;
}

engine::Level hardest(const std::vector<engine::GapRow>& rows) {
    engine::Level level{};
    for (const engine::GapRow& row : rows) level = std::max(level, row.required);
    return level;
}

// How many hold a role is told of five or more, and so that no sum minus the others is about fewer. Whoever may look up
// people knows their roles anyway.
void withhold_few(std::vector<CellRole>& roles, std::uint32_t fewest) {
    std::vector<engine::SuppressNode> tree(1 + roles.size());
    for (std::size_t r = 0; r < roles.size(); ++r) {
        tree[1 + r].parent = 0;
        tree[1 + r].audience.people = static_cast<std::uint32_t>(roles[r].people.value_or(0));
        tree[0].audience += tree[1 + r].audience;
    }
    tree[0].size = static_cast<std::uint32_t>(tree.size());
    engine::suppress(tree, {.fewest = fewest, .alike_below = 0});
    for (std::size_t r = 0; r < roles.size(); ++r)
        if (!tree[1 + r].shown) roles[r].people.reset();
}

} // namespace

Result<CellDetail> cell_detail(db::Db& db, const Workforce& workforce, const access::Actor& actor, UnitId unit,
                               SkillId skill) {
    const Fence fence = fence_of(workforce, actor);
    const auto units = TRY(units_asked(workforce, fence, unit));
    const auto column = workforce.names().find(skill);
    if (!column) return refuse(Kind::not_found, "skill.not_found");
    const engine::UnitIndex row = units.front();
    const engine::Units& tree = workforce.snapshot().units();
    const Rows rows = rows_of(workforce, row, *column);
    CellDetail detail{.unit = unit,
                      .unit_name = workforce.names().units[row].name,
                      .skill = skill,
                      .name = workforce.names().skills[*column].name,
                      .day = workforce.day(),
                      .hidden = !workforce.disclosure().cell(row, *column)};
    if (!detail.hidden) {
        detail.people_required = rows.sums.people;
        detail.sums = sums_of(rows.sums.sums);
        if (rows.sums.sums.below > 0)
            detail.mean_gap = rounded(static_cast<double>(rows.sums.sums.gap) / engine::Level::units_per_step /
                                      static_cast<double>(rows.sums.sums.below));
        detail.bus_factor =
            engine::bus_factor(workforce.snapshot(), *column, hardest(rows.each), row, tree.end_of(row));
        detail.hours_to_close =
            rounded(engine::hours_to_close(rows.sums.sums.gap, workforce.names().skills[*column].hours_per_level));
        for (const auto& [index, role] : rows.roles) detail.roles.push_back(role);
        if (!actor.may(access::Permission::view_people))
            withhold_few(detail.roles, static_cast<std::uint32_t>(workforce.settings().suppression));
    }
    // People are opened one by one only to those who may see their levels without giving a reason for each.
    std::vector<PersonId> concerned;
    for (const engine::GapRow& r : rows.each) concerned.emplace_back(workforce.snapshot().person_id(r.person));
    const auto names = db.read([&](db::Tx& tx) { return visible_names(tx, actor, access::Sight::levels, concerned); });
    std::vector<PersonId> opened;
    for (const engine::GapRow& r : rows.each) {
        const PersonId id{workforce.snapshot().person_id(r.person)};
        const auto name = names.find(id.value);
        if (name == names.end()) continue;
        opened.push_back(id);
        const bool known = r.state != engine::State::unknown;
        detail.people.push_back({id, name->second.name, workforce.names().roles[r.role].id,
                                 workforce.names().roles[r.role].name, r.required.units / engine::Level::units_per_step,
                                 known ? std::optional{rounded(r.level.number())} : std::nullopt,
                                 known ? rounded(r.confidence.number()) : 0, r.state, steps(r.gap.units), r.must});
    }
    std::stable_sort(detail.people.begin(), detail.people.end(),
                     [](const CellPerson& a, const CellPerson& b) { return a.gap > b.gap; });
    access::note_read(db, actor, opened, "levels");
    return detail;
}

} // namespace kunna::insights
