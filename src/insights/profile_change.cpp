// Profile change: the same workforce under either version, compared person by person.
#include "insights/profile_change.hpp"

#include "engine/gap.hpp"
#include "skills/roles.hpp"

namespace kunna::insights {

namespace {

std::vector<engine::Requirement> for_engine(const Directory& names,
                                            const std::vector<skills::Requirement>& requirements) {
    std::vector<engine::Requirement> out;
    for (const skills::Requirement& r : requirements)
        if (const auto skill = names.find(r.skill))
            out.push_back({*skill, engine::Level::of_step(r.level), static_cast<std::uint8_t>(r.importance), r.must});
    return out;
}

Result<engine::Snapshot> under(const Workforce& workforce, engine::RoleIndex role, const skills::Profile& profile) {
    engine::Changes overlay;
    overlay.roles.emplace_back(role, for_engine(workforce.names(), profile.requirements));
    return workforce.snapshot().with(overlay);
}

// skill → state of the person's rows for this role.
std::map<engine::SkillIndex, engine::State> states(const engine::Snapshot& snapshot, engine::PersonIndex person,
                                                   engine::RoleIndex role) {
    std::map<engine::SkillIndex, engine::State> found;
    for (const engine::GapRow& row : engine::gap_rows(snapshot, person))
        if (row.role == role) found[row.skill] = row.state;
    return found;
}

bool all_met(const std::map<engine::SkillIndex, engine::State>& states) {
    return std::all_of(states.begin(), states.end(), [](const auto& s) { return s.second == engine::State::met; });
}

} // namespace

Result<RoleDifference> role_difference(db::Db& db, const Workforce& workforce, RoleId role, RoleProfileId from,
                                       RoleProfileId to) {
    const auto compared = TRY(db.read([&](db::Tx& tx) { return skills::difference(tx, role, from, to); }));
    RoleDifference told{.changes = compared.changes};
    const auto index = workforce.names().find(role);
    if (!index) return told;
    const engine::Snapshot before = TRY(under(workforce, *index, compared.from));
    const engine::Snapshot after = TRY(under(workforce, *index, compared.to));
    std::int64_t touched = 0;
    std::int64_t unmet = 0;
    std::int64_t met = 0;
    for (engine::PersonIndex p = 0; p < before.person_end(); ++p) {
        if (!before.present(p)) continue;
        const auto held = before.roles_of(p);
        if (std::find(held.begin(), held.end(), *index) == held.end()) continue;
        ++told.holders;
        const auto was = states(before, p, *index);
        const auto is = states(after, p, *index);
        touched += was != is;
        unmet += all_met(was) && !all_met(is);
        met += !all_met(was) && all_met(is);
    }
    if (told.holders >= workforce.settings().suppression) {
        told.touched = touched;
        told.newly_unmet = unmet;
        told.newly_met = met;
    }
    return told;
}

} // namespace kunna::insights
