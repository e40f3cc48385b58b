// Applying an import: exactly the planned change, in the caller's transaction.
#include "audit/trail.hpp"
#include "people/plan.hpp"
#include "people/store.hpp"
#include "people/units.hpp"

#include <fmt/format.h>

namespace kunna::people {

namespace {

// Negative ids of new units and people become real ones.
class Ids {
public:
    void add(UnitId planned, UnitId real) { units_[planned] = real; }
    void add(PersonId planned, PersonId real) { people_[planned] = real; }
    [[nodiscard]] UnitId real(UnitId id) const { return id.value < 0 ? units_.at(id) : id; }
    [[nodiscard]] PersonId real(PersonId id) const { return id.value < 0 ? people_.at(id) : id; }
    [[nodiscard]] Held real(Held held) const {
        held.unit = real(held.unit);
        held.manager = real(held.manager);
        return held;
    }

private:
    std::unordered_map<UnitId, UnitId> units_;
    std::unordered_map<PersonId, PersonId> people_;
};

void write_units(db::Tx& tx, const PeopleChange& change, Ids& ids) {
    for (const UnitChange& u : change.units) {
        const auto parent = u.parent.given() ? std::optional{ids.real(u.parent)} : std::nullopt;
        const store::StoredUnit unit{u.id, parent, u.code, u.name, u.place, 0};
        if (u.id.value < 0)
            ids.add(u.id, store::insert_unit(tx, unit));
        else
            store::update_unit(tx, unit);
    }
}

void write_people(db::Tx& tx, const PeopleChange& change, Ids& ids) {
    // First every changed address is let go, so that two people may exchange theirs.
    for (const PersonChange& c : change.people)
        if (c.email_changed) store::forget_email(tx, c.id);
    std::vector<const Details*> fresh;
    std::unordered_map<std::string_view, PersonId> planned;
    for (const PersonChange& c : change.people) {
        if (c.kind == ChangeKind::added) {
            fresh.push_back(&c.after);
            planned.emplace(c.after.number, c.id);
        } else if (c.details_changed) {
            store::update_person(tx, c.id, c.after);
        }
    }
    if (fresh.empty()) return;
    store::insert_people(tx, fresh);
    for (const auto& [id, number] : store::numbers(tx))
        if (const auto found = planned.find(number); found != planned.end()) ids.add(found->second, id);
}

void write_positions(db::Tx& tx, const PeopleChange& change, const Ids& ids) {
    std::vector<store::OpenedPosition> opened;
    for (const PersonChange& c : change.people) {
        const PersonId id = ids.real(c.id);
        Steps now;
        now.remove = c.positions.remove;
        now.end = c.positions.end;
        for (const Held& h : c.positions.edit) now.edit.push_back(ids.real(h));
        store::write_positions(tx, id, now);
        if (c.kind != ChangeKind::added && !c.details_changed) store::touch(tx, id);
        for (const Held& h : c.positions.open) opened.push_back({id, ids.real(h)});
    }
    store::insert_positions(tx, opened);
}

} // namespace

Result<void> apply_people(db::Tx& tx, const access::Actor& actor, const PeopleChange& change) {
    if (!over_whole_organisation(actor)) return refuse(Kind::forbidden, "people.import_needs_everyone");
    if (change.errors > 0)
        return Error{Kind::invalid, "people.import_has_problems", {}, {{"count", std::to_string(change.errors)}}};
    if (store::basis(tx) != change.basis) return refuse(Kind::conflict, "people.changed_meanwhile");
    if (change.nothing()) return {};
    Ids ids;
    write_units(tx, change, ids);
    write_people(tx, change, ids);
    write_positions(tx, change, ids);
    audit::append(tx, actor.account, "people.imported", 0,
                  fmt::format("added={},changed={},unchanged={},left={},units={}", change.added, change.changed,
                              change.unchanged, change.leaving, change.units.size()));
    return {};
}

} // namespace kunna::people
