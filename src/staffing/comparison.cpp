// Comparison.
#include "staffing/comparison.hpp"

#include <cmath>

namespace kunna::staffing {

namespace {

struct Side {
    Part part;
    std::vector<engine::Bar> bars;
    std::vector<engine::Supply> supplies;

    static Result<Side> of(const insights::Workforce& workforce, const access::Actor& actor, const insights::Seen& seen,
                           UnitId unit) {
        Side side{TRY(Part::of(workforce, actor, seen, unit)), {}, {}};
        side.bars = engine::bars(workforce.snapshot(), side.part.tops());
        side.supplies = engine::supply(workforce.snapshot(), side.part.tops(), side.bars);
        return side;
    }

    [[nodiscard]] ComparedUnit total(UnitId unit) const {
        ComparedUnit told{unit, part.name(), part.people(), !part.tells_total(), {}};
        engine::Sums sums;
        for (const engine::Supply& supply : supplies) sums += supply.sums;
        if (!told.hidden) told.sums = insights::sums_of(sums);
        return told;
    }

    [[nodiscard]] SkillSide skill(engine::SkillIndex s) const {
        SkillSide told{.needed = bars[s].required};
        if (!told.needed) return told;
        told.hidden = !part.tells(s);
        if (told.hidden) return told;
        const engine::Supply& supply = supplies[s];
        told.required = bars[s].level.units / engine::Level::units_per_step;
        told.people = supply.people;
        told.below = supply.sums.below;
        told.unknown = supply.sums.unknown;
        told.holders = supply.holders;
        told.coverage = share(supply.sums.fte_met, supply.sums.fte_required);
        return told;
    }
};

// Skills of which both tell their coverage come first, by how far apart they are; then those of which one does.
double apart(const ComparedSkill& skill) {
    if (skill.one.coverage && skill.other.coverage) return std::abs(*skill.one.coverage - *skill.other.coverage);
    return skill.one.coverage || skill.other.coverage ? -1 : -2;
}

} // namespace

Result<Comparison> compare_units(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor,
                                 UnitId one, UnitId other) {
    const auto seen = db.read([&](db::Tx& tx) { return insights::Seen::by(tx, workforce, actor); });
    const Side left = TRY(Side::of(workforce, actor, seen, one));
    const Side right = TRY(Side::of(workforce, actor, seen, other));
    Comparison told{workforce.day(), left.total(one), right.total(other), {}};
    for (std::size_t s = 0; s < left.bars.size(); ++s) {
        if (!left.bars[s].required && !right.bars[s].required) continue;
        const insights::SkillName& name = workforce.names().skills[s];
        const auto skill = static_cast<engine::SkillIndex>(s);
        told.skills.push_back(
            {name.id, name.name, std::string{db::enum_name(name.kind)}, left.skill(skill), right.skill(skill)});
    }
    std::stable_sort(told.skills.begin(), told.skills.end(),
                     [](const ComparedSkill& a, const ComparedSkill& b) { return apart(a) > apart(b); });
    return told;
}

} // namespace kunna::staffing
