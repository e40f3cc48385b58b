// Single points.
#include "staffing/single_points.hpp"

#include "insights/visible_names.hpp"

namespace kunna::staffing {

namespace {

std::int32_t step(engine::Level level) {
    return level.units / engine::Level::units_per_step;
}

} // namespace

Result<SinglePoints> single_points(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor,
                                   std::optional<UnitId> unit, std::int64_t most_holders, bool names) {
    const engine::Snapshot& snapshot = workforce.snapshot();
    const auto seen = db.read([&](db::Tx& tx) { return insights::Seen::by(tx, workforce, actor); });
    const Part part = TRY(Part::of(workforce, actor, seen, unit));
    const auto bars = engine::bars(snapshot, part.tops());
    const auto supplies = engine::supply(snapshot, part.tops(), bars);

    SinglePoints told{.day = workforce.day(), .name = part.name(), .people = part.people()};
    std::vector<PersonId> named;
    for (std::size_t s = 0; s < supplies.size(); ++s) {
        const engine::Supply& supply = supplies[s];
        if (!bars[s].required) continue;
        ++told.skills;
        if (!part.tells(static_cast<engine::SkillIndex>(s))) {
            ++told.hidden;
            continue;
        }
        if (supply.holders > most_holders) continue;
        const insights::SkillName& name = workforce.names().skills[s];
        FewHolders point{.skill = name.id,
                         .name = name.name,
                         .kind = std::string{db::enum_name(name.kind)},
                         .required = step(bars[s].level),
                         .people = supply.people,
                         .holders = supply.holders,
                         .experts = supply.experts};
        point.expert_level = std::max(point.required, std::min(engine::expert_step, name.highest));
        point.coverage = share(supply.sums.fte_met, supply.sums.fte_required);
        if (names && supply.holders == 1 && seen.person(supply.holder)) {
            point.holder = Holder{PersonId{snapshot.person_id(supply.holder)}, ""};
            named.push_back(point.holder->person);
        }
        told.items.push_back(std::move(point));
    }
    const auto called =
        db.read([&](db::Tx& tx) { return insights::visible_names(tx, actor, access::Sight::levels, named); });
    for (FewHolders& point : told.items)
        if (point.holder) point.holder->name = called.at(point.holder->person.value).name;
    access::note_read(db, actor, named, "levels");
    std::stable_sort(told.items.begin(), told.items.end(), [](const FewHolders& a, const FewHolders& b) {
        return std::tuple{a.holders, -a.people} < std::tuple{b.holders, -b.people};
    });
    return told;
}

} // namespace kunna::staffing
