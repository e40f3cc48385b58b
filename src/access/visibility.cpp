// Visibility: the table of security.md §3 as scopes.
#include "access/visibility.hpp"

#include "access/queries.hpp"
#include "base/text.hpp"

namespace kunna::access {

namespace {

constexpr std::int64_t whole_chain = 100; // deeper than any organisation; cycles are refused when written

bool over_everyone(const Actor& actor, Role role) {
    return std::any_of(actor.grants.begin(), actor.grants.end(),
                       [&](const Grant& g) { return g.role == role && !g.unit; });
}

} // namespace

bool finds_by_consent(const Actor& actor) {
    return actor.person.given() && actor.has(Role::manager);
}

// The only maker of scopes.
class Visibility {
public:
    static db::Scope of(db::Tx& tx, const Actor& actor, Sight sight, bool with_reason) {
        db::Scope scope;
        scope.day_ = tx.today();
        if (actor.is_system()) {
            scope.all_ = true;
            return scope;
        }
        if (sight == Sight::findable) {
            scope.consented_ = finds_by_consent(actor);
            return scope;
        }
        if (sight == Sight::interested) {
            scope.interested_ = true;
            by_units(scope, actor, Role::hr, scope.role_);
            by_units(scope, actor, Role::learning, scope.other_role_);
            return scope;
        }
        if (sight != Sight::edit) scope.self_ = actor.person;
        if (sight != Sight::edit && actor.person.given()) {
            scope.manager_ = actor.person;
            scope.distance_ = sight == Sight::profile ? whole_chain : 1;
        }
        if (sight == Sight::levels && !with_reason) return scope;
        by_units(scope, actor, Role::hr, scope.role_);
        if (sight == Sight::profile) by_units(scope, actor, Role::learning, scope.other_role_);
        return scope;
    }

private:
    static void by_units(db::Scope& scope, const Actor& actor, Role role, std::string& place) {
        if (!actor.has(role)) return;
        if (over_everyone(actor, role)) scope.all_ = true;
        scope.account_ = actor.account;
        place = name_of(role);
    }
};

db::Scope visible_people(db::Tx& tx, const Actor& actor, Sight sight) {
    return Visibility::of(tx, actor, sight, !actor.reason.empty());
}

Result<void> may_see(db::Tx& tx, const Actor& actor, Sight sight, PersonId person) {
    const db::Scope scope = visible_people(tx, actor, sight);
    if (tx.one<PersonId>(queries::person_in_scope, scope, {{"person", person}})) return {};
    if (sight == Sight::levels && reason_needed(tx, actor, person))
        return refuse(Kind::forbidden, "access.reason_needed");
    return refuse(Kind::not_found, "person.not_found");
}

bool reason_needed(db::Tx& tx, const Actor& actor, PersonId person) {
    const auto sees = [&](bool with_reason) {
        const db::Scope scope = Visibility::of(tx, actor, Sight::levels, with_reason);
        return tx.one<PersonId>(queries::person_in_scope, scope, {{"person", person}}).has_value();
    };
    return actor.reason.empty() && !sees(false) && sees(true);
}

bool manages(db::Tx& tx, PersonId manager, PersonId person) {
    return tx.one<std::int64_t>(queries::direct_manager,
                                {{"person", person}, {"manager", manager}, {"day", tx.today()}}) > 0;
}

std::vector<Colleague> colleagues(db::Tx& tx, PersonId person, std::string_view words, std::size_t limit) {
    const std::string wanted = text::fold(words);
    std::vector<Colleague> all;
    for (Colleague& one : tx.all<Colleague>(queries::colleagues, {{"person", person}, {"day", tx.today()}})) {
        if (all.size() == limit) break;
        if (text::fold(one.name).find(wanted) != std::string::npos) all.push_back(std::move(one));
    }
    return all;
}

bool are_colleagues(db::Tx& tx, PersonId person, PersonId other) {
    return tx.one<std::int64_t>(queries::are_colleagues, {{"person", person}, {"other", other}, {"day", tx.today()}}) >
           0;
}

void note_read(db::Db& db, const Actor& actor, const std::vector<PersonId>& people, std::string_view what) {
    const bool others = std::any_of(people.begin(), people.end(), [&](PersonId p) { return p != actor.person; });
    if (actor.is_system() || !others) return;
    (void)db.transact([&](db::Tx& tx) -> Result<void> {
        for (const PersonId person : people)
            if (person != actor.person)
                tx.run(queries::insert_read, {{"at", tx.now()},
                                              {"account", actor.account},
                                              {"person", person},
                                              {"what", what},
                                              {"reason", actor.reason}});
        return {};
    });
}

} // namespace kunna::access
