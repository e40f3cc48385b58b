// Departure: the picture beside the same picture with the people's posts empty, which shares all but their blocks.
#include "staffing/departure.hpp"

#include "insights/visible_names.hpp"

#include <set>

namespace kunna::staffing {

namespace {

using engine::PersonIndex;
using engine::UnitIndex;

struct Leaving {
    insights::Seen seen;
    insights::VisibleNames names;
    std::vector<PersonIndex> places;
};

Result<Leaving> leaving_people(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor,
                               const std::vector<PersonId>& people) {
    if (people.empty() || people.size() > most_leavers)
        return refuse_field("/query/person", "staffing.people", {{"most", std::to_string(most_leavers)}});
    return db.read([&](db::Tx& tx) -> Result<Leaving> {
        Leaving leaving;
        for (const PersonId person : people) {
            TRY(access::may_see(tx, actor, access::Sight::levels, person));
            const auto place = workforce.find(person);
            if (!place) return refuse(Kind::not_found, "person.not_found");
            leaving.places.push_back(*place);
        }
        leaving.seen = insights::Seen::by(tx, workforce, actor);
        leaving.names = insights::visible_names(tx, actor, access::Sight::levels, people);
        return leaving;
    });
}

// The smallest unit in which they all are.
std::optional<UnitIndex> common_unit(const engine::Snapshot& snapshot, const std::vector<PersonIndex>& people) {
    UnitIndex unit = snapshot.unit_of(people.front());
    for (const PersonIndex person : people) {
        const UnitIndex own = snapshot.unit_of(person);
        while (unit != engine::no_index && (own < unit || own >= snapshot.units().end_of(unit)))
            unit = snapshot.units().parent(unit);
        if (unit == engine::no_index) return std::nullopt;
    }
    return unit;
}

// By skill, of one part, before and after.
struct Supplies {
    std::vector<engine::Bar> bars{};
    std::vector<engine::Supply> was{};
    std::vector<engine::Supply> is{};
};

Supplies supplies(const engine::Snapshot& before, const engine::Snapshot& after, const Part& part) {
    Supplies told{.bars = engine::bars(before, part.tops())};
    told.was = engine::supply(before, part.tops(), told.bars);
    told.is = engine::supply(after, part.tops(), told.bars);
    return told;
}

Cover cover_of(const Part& part, const Supplies& told) {
    Cover cover{.name = part.name(), .people = part.people(), .hidden = !part.tells_total()};
    if (cover.hidden) return cover;
    engine::Sums was;
    engine::Sums is;
    for (const engine::Supply& supply : told.was) was += supply.sums;
    for (const engine::Supply& supply : told.is) is += supply.sums;
    cover.requirements = was.rows;
    cover.met = was.met;
    cover.met_after = is.met;
    cover.coverage = share(was.fte_met, was.fte_required);
    cover.coverage_after = share(is.fte_met, was.fte_required);
    return cover;
}

std::vector<SkillLost> lost_skills(const insights::Workforce& workforce, const Part& part, const Supplies& told) {
    std::vector<SkillLost> lost;
    for (std::size_t s = 0; s < told.was.size(); ++s) {
        const engine::Supply& was = told.was[s];
        const engine::Supply& is = told.is[s];
        if (!told.bars[s].required || (was.holders == is.holders && was.sums.met == is.sums.met)) continue;
        const insights::SkillName& name = workforce.names().skills[s];
        SkillLost one{.skill = name.id, .name = name.name, .kind = std::string{db::enum_name(name.kind)}};
        one.hidden = !part.tells(static_cast<engine::SkillIndex>(s));
        if (!one.hidden) {
            one.required = told.bars[s].level.units / engine::Level::units_per_step;
            one.holders = was.holders;
            one.holders_after = is.holders;
            one.coverage = share(was.sums.fte_met, was.sums.fte_required);
            one.coverage_after = share(is.sums.fte_met, was.sums.fte_required);
        }
        lost.push_back(std::move(one));
    }
    const auto fall = [](const SkillLost& s) { return s.coverage.value_or(0) - s.coverage_after.value_or(0); };
    std::stable_sort(lost.begin(), lost.end(), [&](const SkillLost& a, const SkillLost& b) {
        return std::tuple{a.hidden, a.holders == a.holders_after, a.holders_after, -fall(a)} <
               std::tuple{b.hidden, b.holders == b.holders_after, b.holders_after, -fall(b)};
    });
    return lost;
}

} // namespace

Result<Departure> departure(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor,
                            const std::vector<PersonId>& asked, std::optional<UnitId> unit) {
    std::vector<PersonId> people = asked;
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    const Leaving leaving = TRY(leaving_people(db, workforce, actor, people));
    const engine::Snapshot& before = workforce.snapshot();
    const insights::Directory& names = workforce.names();
    const engine::Snapshot after = TRY(before.with(engine::vacated(leaving.places)));

    Departure told{.day = workforce.day()};
    for (std::size_t i = 0; i < people.size(); ++i) {
        const insights::UnitName& own = names.units[before.unit_of(leaving.places[i])];
        told.people.push_back({people[i], leaving.names.at(people[i].value).name, own.id, own.name});
    }

    const Part whole = TRY(Part::of(workforce, actor, leaving.seen, {}));
    const auto told_of = [&](const Part& part, std::optional<UnitId> of) {
        const Supplies found = supplies(before, after, part);
        told.covers.push_back(cover_of(part, found));
        told.covers.back().unit = of;
        return lost_skills(workforce, part, found);
    };
    if (unit) {
        told.skills = told_of(TRY(Part::of(workforce, actor, leaving.seen, unit)), unit);
    } else if (const auto common = common_unit(before, leaving.places)) {
        // Their own unit beside the whole, when the actor has its sums.
        const UnitId own = names.units[*common].id;
        const auto part = Part::of(workforce, actor, leaving.seen, own);
        if (own.given() && part.ok() && part->tops() != whole.tops()) (void)told_of(*part, own);
    }
    if (!whole.tops().empty()) {
        auto lost = told_of(whole, {});
        if (!unit) told.skills = std::move(lost);
    }
    access::note_read(db, actor, people, "levels");
    return told;
}

} // namespace kunna::staffing
