// Who holds a role: one at a time, and many from a file.
#include "skills/holders.hpp"

#include "access/visibility.hpp"
#include "audit/trail.hpp"
#include "base/text.hpp"
#include "skills/catalogue.hpp"
#include "skills/queries.hpp"
#include "skills/roles.hpp"
#include "skills/store.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace kunna::skills {

namespace {

bool covers(const store::HoldingFlat& held, Date day) {
    return held.valid_from <= day && (!held.valid_to || *held.valid_to >= day);
}

bool overlap(const store::HoldingFlat& held, Date from, std::optional<Date> to) {
    return (!to || held.valid_from <= *to) && (!held.valid_to || *held.valid_to >= from);
}

std::optional<Text> role_name(db::Tx& tx, RoleId role) {
    const auto flat = tx.one<store::RoleFlat>(queries::role_by_id, {{"role", role}});
    if (!flat) return std::nullopt;
    return Text{flat->name_sv, flat->name_en};
}

void end_holding(db::Tx& tx, std::int64_t holding, std::optional<Date> to) {
    if (to)
        tx.run(queries::end_holder, {{"holder", holding}, {"valid_to", *to}});
    else
        tx.run(queries::delete_holder, {{"holder", holding}});
}

} // namespace

Result<std::vector<HeldRole>> roles_of(db::Tx& tx, const access::Actor& actor, PersonId person) {
    TRY(access::may_see(tx, actor, access::Sight::profile, person));
    std::vector<HeldRole> roles;
    tx.run(queries::roles_of_person, access::visible_people(tx, actor, access::Sight::profile), {{"person", person}},
           [&](const db::Row& row) {
               roles.push_back({RoleId{row.integer(0)},
                                {std::string{row.text(1)}, std::string{row.text(2)}},
                                db::from_column<Date>(row, 3),
                                db::from_column<std::optional<Date>>(row, 4)});
           });
    return roles;
}

Result<HeldRole> give_role(db::Tx& tx, const access::Actor& actor, PersonId person, const NewHolder& wanted) {
    TRY(access::may_see(tx, actor, access::Sight::edit, person));
    const auto name = role_name(tx, wanted.role);
    if (!name) return refuse_field("/role", "role.not_found");
    const Date from = wanted.from.value_or(tx.today());
    if (wanted.to && *wanted.to < from) return refuse_field("/to", "holder.days");
    for (const auto& held : tx.all<store::HoldingFlat>(queries::holdings_of_person, {{"person", person}}))
        if (held.role == wanted.role && overlap(held, from, wanted.to)) return refuse(Kind::conflict, "holder.already");
    tx.run(queries::insert_holder,
           {{"person", person}, {"role", wanted.role}, {"valid_from", from}, {"valid_to", wanted.to}});
    audit::append(tx, actor.account, "person.role_given", person.value, "role,from,to");
    return HeldRole{wanted.role, *name, from, wanted.to};
}

Result<void> end_role(db::Tx& tx, const access::Actor& actor, PersonId person, RoleId role, std::optional<Date> to) {
    TRY(access::may_see(tx, actor, access::Sight::edit, person));
    const Date last = to.value_or(tx.today());
    bool found = false;
    for (const auto& held : tx.all<store::HoldingFlat>(queries::holdings_of_person, {{"person", person}})) {
        if (held.role != role || (held.valid_to && *held.valid_to <= last)) continue;
        end_holding(tx, held.id, held.valid_from > last ? std::nullopt : std::optional{last});
        found = true;
    }
    if (!found) return refuse(Kind::not_found, "holder.not_found");
    audit::append(tx, actor.account, "person.role_ended", person.value, "role,to");
    return {};
}

void each_holding(db::Tx& tx, const std::function<void(const Holding&)>& take) {
    tx.each<store::HoldingFlat>(queries::every_holding, {}, [&](const store::HoldingFlat& h) {
        take({h.person, h.role, h.valid_from, h.valid_to});
    });
}

std::vector<Holding> holdings_of(db::Tx& tx, PersonId person) {
    std::vector<Holding> held;
    for (const auto& h : tx.all<store::HoldingFlat>(queries::holdings_of_person, {{"person", person}}))
        held.push_back({person, h.role, h.valid_from, h.valid_to});
    return held;
}

HolderChange plan_holders(db::Tx& tx, const access::Actor& actor, std::span<const HolderRecord> records,
                          const HolderOptions& options) {
    const Date as_of = options.as_of.value_or(tx.today());
    HolderChange change;
    RoleFinder roles{tx};
    std::unordered_map<std::string, PersonId> people;
    tx.run(queries::people_by_number, access::visible_people(tx, actor, access::Sight::edit), {},
           [&](const db::Row& row) { people.emplace(row.text(1), PersonId{row.integer(0)}); });
    std::unordered_map<PersonId, std::vector<store::HoldingFlat>> held;
    tx.each<store::HoldingFlat>(queries::every_holding, {},
                                [&](const store::HoldingFlat& h) { held[h.person].push_back(h); });
    std::map<std::string, std::size_t> made; // folded name → new role
    std::set<PersonId> seen;
    const auto problem = [&](const HolderRecord& r, std::string column, std::string value, std::string code,
                             std::vector<std::pair<std::string, std::string>> values = {}) {
        values.emplace_back("value", value);
        change.problems.push_back(
            {r.row, std::move(column), std::move(value), std::move(code), std::move(values), false});
        ++change.errors;
    };

    for (const HolderRecord& record : records) {
        const auto person = people.find(record.person);
        if (person == people.end()) {
            problem(record, "person", record.person, "row.person_unknown");
            continue;
        }
        if (!seen.insert(person->second).second) {
            problem(record, "person", record.person, "row.person_twice");
            continue;
        }
        const Date since = std::min(record.since.value_or(as_of), as_of);
        std::set<RoleId> wanted;
        std::set<std::size_t> wanted_new;
        bool whole = true;
        for (const std::string& written : record.roles) {
            const std::string folded = text::fold(written);
            if (folded.empty()) continue;
            if (const KnownRole* role = roles.find(written)) {
                wanted.insert(role->id);
            } else if (const std::string several = roles.candidates(written); !several.empty()) {
                problem(record, "role", written, "row.role_ambiguous", {{"candidates", several}});
                whole = false;
            } else if (!options.new_roles) {
                problem(record, "role", written, "row.role_unknown");
                whole = false;
            } else {
                const auto [at, fresh] = made.try_emplace(folded, change.new_roles.size());
                if (fresh) change.new_roles.push_back(text::squeeze(written));
                wanted_new.insert(at->second);
            }
        }
        if (!whole) continue;
        RowChange row{record.row, RowChangeKind::changed, record.person, record.person, {}};
        const auto name_of = [&](RoleId id) {
            const auto at =
                std::find_if(roles.all().begin(), roles.all().end(), [&](const KnownRole& r) { return r.id == id; });
            return shown(at->name, "sv");
        };
        for (const store::HoldingFlat& h : held[person->second]) {
            if (!covers(h, as_of)) continue;
            if (wanted.erase(h.role) > 0) continue;
            const Date last = as_of - 1;
            change.steps.push_back(
                {person->second, h.role, 0, {}, h.id, h.valid_from > last ? std::nullopt : std::optional{last}});
            row.fields.push_back({"", "role", name_of(h.role), ""});
        }
        for (const RoleId role : wanted) {
            // Between what was held before and what is planned, so that no two of one role overlap.
            HolderChange::Step step{person->second, role, 0, since, 0, {}};
            for (const store::HoldingFlat& h : held[person->second]) {
                if (h.role != role) continue;
                if (h.valid_to && *h.valid_to < as_of) step.from = std::max(step.from, *h.valid_to + 1);
                if (h.valid_from > as_of) step.to = std::min(step.to.value_or(h.valid_from - 1), h.valid_from - 1);
            }
            change.steps.push_back(step);
            row.fields.push_back({"", "role", "", name_of(role)});
        }
        for (const std::size_t role : wanted_new) {
            change.steps.push_back({person->second, RoleId{}, role, since, 0, {}});
            row.fields.push_back({"", "role", "", change.new_roles[role]});
        }
        if (row.fields.empty()) {
            ++change.unchanged;
        } else {
            ++change.changed;
            change.rows.push_back(std::move(row));
        }
    }
    return change;
}

Result<void> apply_holders(db::Tx& tx, const access::Actor& actor, const HolderChange& change) {
    if (change.errors > 0) return refuse(Kind::conflict, "row.has_errors");
    if (change.steps.empty()) return {};
    std::vector<RoleId> made;
    for (const std::string& name : change.new_roles) made.push_back(TRY(add_role(tx, actor, {{}, {name, ""}, {}})).id);
    for (const HolderChange::Step& step : change.steps)
        if (step.ends != 0) end_holding(tx, step.ends, step.to);
    tx.bulk(queries::insert_holder, [&](db::Tx::Adder& add) {
        for (const HolderChange::Step& step : change.steps)
            if (step.ends == 0)
                add({{"person", step.person},
                     {"role", step.role.given() ? step.role : made[step.new_role]},
                     {"valid_from", step.from},
                     {"valid_to", step.to}});
    });
    audit::append(tx, actor.account, "roles_held.imported", 0, "people=" + std::to_string(change.changed));
    return {};
}

} // namespace kunna::skills
