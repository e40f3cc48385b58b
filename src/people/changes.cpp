// People: adding, editing, leaving, coming back, opening positions. Each in one transaction with its entry in the
// trail.
#include "access/visibility.hpp"
#include "audit/trail.hpp"
#include "base/text.hpp"
#include "people/details.hpp"
#include "people/people.hpp"
#include "people/profile.hpp"
#include "people/store.hpp"
#include "people/units.hpp"

namespace kunna::people {

namespace {

using access::Sight;

Error several(std::vector<FieldError> wrong) {
    for (FieldError& field : wrong)
        if (!field.where.starts_with('/')) field.where.insert(0, 1, '/');
    return Error{Kind::invalid, "input.invalid", std::move(wrong)};
}

// Rules of the row itself and against everybody else's number and address.
Result<Details> checked(db::Tx& tx, Details details, PersonId id) {
    details = tidied(std::move(details));
    std::vector<FieldError> wrong = wrong_with(details, tx.today());
    if (store::number_taken(tx, details.number, id))
        wrong.push_back({"number", "person.number_taken", {{"value", details.number}}});
    if (details.email && store::email_taken(tx, *details.email, id))
        wrong.push_back({"email", "person.email_taken", {{"value", *details.email}}});
    if (!wrong.empty()) return several(std::move(wrong));
    return details;
}

Result<Held> checked_position(db::Tx& tx, const access::Actor& actor, PersonId person, const NewPosition& wanted) {
    Held held{{},
              wanted.unit,
              text::squeeze(wanted.title),
              wanted.manager.value_or(PersonId{}),
              wanted.fte.value_or(1),
              wanted.from,
              wanted.to};
    TRY(may_place(tx, actor, held.unit));
    std::vector<FieldError> wrong;
    if (held.title.size() > 200) wrong.push_back({"/title", "people.too_long", {{"limit", "200"}}});
    if (!possible_fte(held.fte)) wrong.push_back({"/fte", "position.fte_outside"});
    // Whom HR of one unit cannot see may still be a manager of somebody there: only that the person exists is told.
    if (held.manager.given() && (held.manager == person || !store::person(tx, held.manager)))
        wrong.push_back({"/manager", held.manager == person ? "position.own_manager" : "person.manager_not_found"});
    if (!wrong.empty()) return several(std::move(wrong));
    return held;
}

std::string changed_fields(const Details& before, const Details& after) {
    std::string fields;
    const auto note = [&](bool changed, std::string_view field) {
        if (!changed) return;
        if (!fields.empty()) fields += ',';
        fields += field;
    };
    note(before.number != after.number, "number");
    note(before.given != after.given, "given");
    note(before.family != after.family, "family");
    note(before.email != after.email, "email");
    note(before.hired != after.hired, "hired");
    note(before.left != after.left, "left");
    note(before.birth_year != after.birth_year, "birth_year");
    note(before.gender != after.gender, "gender");
    return fields;
}

// The person as the actor may edit it; 404 when it may not.
Result<store::StoredPerson> editable(db::Tx& tx, const access::Actor& actor, PersonId id) {
    TRY(access::may_see(tx, actor, Sight::edit, id));
    return *store::person(tx, id);
}

// Whoever has just changed a person is shown the result, also when the person works in the actor's unit only from
// tomorrow on and so is not yet visible.
db::Scope after_own_change(db::Tx& tx) {
    return access::visible_people(tx, access::Actor::system(), Sight::profile);
}

Result<Profile> shown(db::Tx& tx, const access::Actor& actor, PersonId id, std::optional<Date> as_of = {}) {
    return profile_within(tx, actor, after_own_change(tx), id, as_of);
}

// When the last day changes, positions end with it, or go on as they did before it was set.
Career with_last_day(Career career, std::optional<Date> before, std::optional<Date> after) {
    if (before == after) return career;
    if (before) career = resumed(std::move(career), *before);
    if (after) career = ended(std::move(career), *after);
    return career;
}

Result<void> change(db::Tx& tx, const access::Actor& actor, const store::StoredPerson& stored, Details wanted,
                    std::string_view action) {
    const Details before = stored.details();
    const Details after = TRY(checked(tx, std::move(wanted), stored.id));
    if (before == after) return {};
    const Career career = store::career_of(tx, stored.id);
    Career next = career;
    if (before.hired != after.hired) next = TRY(hired_on(std::move(next), before.hired, after.hired));
    next = with_last_day(std::move(next), before.left, after.left);
    // Lines that grow (an earlier beginning, leaving taken back) may meet others' lines of those days.
    TRY(check_no_cycle(tx, actor, stored.id, next));
    store::update_person(tx, stored.id, after);
    store::write_positions(tx, stored.id, steps(career, next));
    audit::append(tx, actor.account, action, stored.id.value, changed_fields(before, after));
    return {};
}

} // namespace

Result<Profile> add(db::Tx& tx, const access::Actor& actor, const NewPerson& wanted) {
    const NewPosition first{wanted.unit, wanted.title, wanted.manager, wanted.fte, wanted.hired, wanted.left};
    const Held held = TRY(checked_position(tx, actor, PersonId{}, first));
    const Details details = TRY(checked(tx,
                                        {wanted.number, wanted.given, wanted.family, wanted.email, wanted.hired,
                                         wanted.left, wanted.birth_year, wanted.gender.value_or(Gender::unstated)},
                                        PersonId{}));
    const PersonId id = store::insert_person(tx, details);
    store::write_positions(tx, id, steps({}, {held}));
    audit::append(tx, actor.account, "person.added", id.value,
                  "number,given,family,email,hired,left,unit,title,manager,fte,birth_year,gender");
    return shown(tx, actor, id);
}

Result<Profile> add(db::Db& db, const access::Actor& actor, const NewPerson& wanted) {
    return db.transact([&](db::Tx& tx) { return add(tx, actor, wanted); });
}

Result<Profile> edit(db::Db& db, const access::Actor& actor, PersonId id, const PersonEdit& wanted,
                     std::optional<std::int64_t> expected) {
    return db.transact([&](db::Tx& tx) -> Result<Profile> {
        const store::StoredPerson stored = TRY(editable(tx, actor, id));
        if (expected && *expected != stored.version) return refuse(Kind::stale, "http.stale");
        Details after = stored.details();
        if (wanted.number) after.number = *wanted.number;
        if (wanted.given) after.given = *wanted.given;
        if (wanted.family) after.family = *wanted.family;
        if (wanted.email) after.email = *wanted.email;
        if (wanted.hired) after.hired = *wanted.hired;
        if (wanted.left) after.left = *wanted.left;
        if (wanted.birth_year) after.birth_year = *wanted.birth_year;
        if (wanted.gender) after.gender = *wanted.gender;
        const bool leaves = wanted.left && wanted.left != stored.left_on;
        TRY(change(tx, actor, stored, std::move(after), leaves ? "person.left" : "person.edited"));
        return shown(tx, actor, id);
    });
}

Result<Leaving> leave(db::Db& db, const access::Actor& actor, PersonId id, Date last_day) {
    return db.transact([&](db::Tx& tx) -> Result<Leaving> {
        const store::StoredPerson stored = TRY(editable(tx, actor, id));
        Details after = stored.details();
        after.left = last_day;
        TRY(change(tx, actor, stored, std::move(after), "person.left"));
        Leaving leaving{TRY(shown(tx, actor, id)), {}};
        leaving.without_manager = TRY(shown(tx, actor, id, last_day + 1)).reports;
        return leaving;
    });
}

Result<Profile> come_back(db::Db& db, const access::Actor& actor, PersonId id) {
    return db.transact([&](db::Tx& tx) -> Result<Profile> {
        const store::StoredPerson stored = TRY(editable(tx, actor, id));
        if (!stored.left_on) return refuse(Kind::conflict, "person.has_not_left");
        Details after = stored.details();
        after.left.reset();
        TRY(change(tx, actor, stored, std::move(after), "person.returned"));
        return shown(tx, actor, id);
    });
}

Result<Position> open_position(db::Tx& tx, const access::Actor& actor, PersonId person, const NewPosition& wanted) {
    const store::StoredPerson stored = TRY(editable(tx, actor, person));
    Held held = TRY(checked_position(tx, actor, person, wanted));
    if (held.from < stored.hired) return refuse_field("/from", "position.before_hiring", {{"day", stored.hired.iso()}});
    if (stored.left_on) {
        if (held.from > *stored.left_on)
            return refuse_field("/from", "position.after_leaving", {{"day", stored.left_on->iso()}});
        if (!held.to || *held.to > *stored.left_on) held.to = stored.left_on;
    }
    const Career career = store::career_of(tx, person);
    const Career next = TRY(opened(career, held));
    TRY(check_no_cycle(tx, actor, person, next));
    store::write_positions(tx, person, steps(career, next));
    store::touch(tx, person);
    audit::append(tx, actor.account, "position.opened", person.value, "unit,title,manager,fte");
    for (Position& position : store::positions_of(tx, after_own_change(tx), person))
        if (position.from == held.from) return std::move(position);
    throw std::logic_error{"a position just opened is not there"};
}

Result<Position> open_position(db::Db& db, const access::Actor& actor, PersonId person, const NewPosition& wanted) {
    return db.transact([&](db::Tx& tx) { return open_position(tx, actor, person, wanted); });
}

} // namespace kunna::people
