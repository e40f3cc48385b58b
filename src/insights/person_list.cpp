// Person list.
#include "insights/person_list.hpp"

#include "insights/people_names.hpp"

namespace kunna::insights {

namespace {

bool fits(const Workforce& workforce, engine::PersonIndex person, const PeopleAsked& asked) {
    const engine::Snapshot& snapshot = workforce.snapshot();
    if (asked.unit) {
        const auto unit = workforce.names().find(*asked.unit);
        if (!unit || snapshot.unit_of(person) < *unit || snapshot.unit_of(person) >= snapshot.units().end_of(*unit))
            return false;
    }
    if (asked.role) {
        const auto role = workforce.names().find(*asked.role);
        const auto held = snapshot.roles_of(person);
        if (!role || std::find(held.begin(), held.end(), *role) == held.end()) return false;
    }
    if (!asked.skill && !asked.state) return true;
    const auto rows = engine::gap_rows(snapshot, person);
    return std::any_of(rows.begin(), rows.end(), [&](const engine::GapRow& row) {
        return (!asked.skill || workforce.names().skills[row.skill].id == *asked.skill) &&
               (!asked.state || row.state == *asked.state);
    });
}

} // namespace

PeopleFound people_with_gaps(db::Db& db, const Workforce& workforce, const access::Actor& actor,
                             const PeopleAsked& asked) {
    std::vector<PersonSummary> found;
    db.read([&](db::Tx& tx) {
        for (auto& [id, who] : people_names(tx, actor, access::Sight::levels)) {
            const auto person = workforce.find(id);
            if (!person || !fits(workforce, *person, asked)) continue;
            found.push_back({id, who.number, std::move(who.name),
                             workforce.names().units[workforce.snapshot().unit_of(*person)].name,
                             sums_of(engine::person_sums(workforce.snapshot(), *person))});
        }
    });
    // Rows came in the order of names, which decides between equals.
    if (asked.order == PersonOrder::weighted_gap)
        std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
            return a.sums.weighted_gap.value_or(-1) > b.sums.weighted_gap.value_or(-1);
        });
    if (asked.order == PersonOrder::unknown)
        std::stable_sort(found.begin(), found.end(),
                         [](const auto& a, const auto& b) { return a.sums.unknown > b.sums.unknown; });
    PeopleFound page{.total = found.size()};
    std::vector<PersonId> opened;
    for (std::size_t i = asked.from; i < std::min(found.size(), asked.from + asked.limit); ++i) {
        opened.push_back(found[i].person);
        page.items.push_back(std::move(found[i]));
    }
    access::note_read(db, actor, opened, "levels");
    return page;
}

} // namespace kunna::insights
