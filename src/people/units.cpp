// Units: the tree is small enough to be read whole and thought about in memory.
#include "people/units.hpp"

#include "audit/trail.hpp"
#include "base/text.hpp"
#include "people/queries.hpp"
#include "people/store.hpp"

#include <algorithm>

namespace kunna::people {

namespace {

using store::StoredUnit;

struct Headcount {
    UnitId unit{};
    std::int64_t people = 0;
};
BOOST_DESCRIBE_STRUCT(Headcount, (), (unit, people))

class Tree {
public:
    explicit Tree(std::vector<StoredUnit> units) : units_(std::move(units)) {
        for (const StoredUnit& u : units_) by_id_.emplace(u.id, &u);
    }
    [[nodiscard]] const StoredUnit* find(UnitId id) const {
        const auto found = by_id_.find(id);
        return found == by_id_.end() ? nullptr : found->second;
    }
    // Is the unit the other one, or somewhere below it?
    [[nodiscard]] bool within(UnitId id, UnitId other) const {
        for (const StoredUnit* u = find(id); u != nullptr; u = u->parent ? find(*u->parent) : nullptr)
            if (u->id == other) return true;
        return false;
    }
    [[nodiscard]] const std::vector<StoredUnit>& all() const { return units_; }

private:
    std::vector<StoredUnit> units_;
    std::unordered_map<UnitId, const StoredUnit*> by_id_;
};

Result<void> check_place(const Tree& tree, const access::Actor& actor, UnitId unit) {
    if (over_whole_organisation(actor)) return {};
    for (const access::Grant& grant : actor.grants)
        if (grant.role == access::Role::hr && grant.unit && tree.within(unit, *grant.unit)) return {};
    return refuse(Kind::forbidden, "unit.not_yours");
}

Result<std::string> short_enough(std::string_view where, std::string_view given) {
    std::string squeezed = text::squeeze(given);
    if (squeezed.size() > 200) return refuse_field(std::string{where}, "people.too_long", {{"limit", "200"}});
    return squeezed;
}

Result<std::string> checked(std::string_view where, std::string_view given, std::string_view missing) {
    std::string squeezed = TRY(short_enough(where, given));
    if (squeezed.empty()) return refuse_field(std::string{where}, std::string{missing});
    return squeezed;
}

Result<std::optional<std::string>> checked_place(std::string_view given) {
    std::string place = TRY(short_enough("/place", given));
    if (place.empty()) return std::optional<std::string>{};
    return std::optional{std::move(place)};
}

} // namespace

std::vector<Unit> units(db::Tx& tx, std::optional<Date> as_of, std::string_view language) {
    const std::vector<StoredUnit> stored = store::units(tx);
    std::unordered_map<UnitId, std::int64_t> people;
    for (const auto& [unit, n] : tx.all<Headcount>(queries::headcount, {{"day", as_of.value_or(tx.today())}}))
        people[unit] = n;

    struct Sibling {
        std::string key;
        const StoredUnit* unit;
    };
    std::unordered_map<UnitId, std::vector<Sibling>> below;
    for (const StoredUnit& u : stored)
        below[u.parent.value_or(UnitId{})].push_back(
            {text::sort_key(u.code, language) + text::sort_key(u.name, language), &u});
    for (auto& [parent, siblings] : below)
        std::sort(siblings.begin(), siblings.end(), [](const Sibling& a, const Sibling& b) { return a.key < b.key; });

    std::vector<Unit> ordered;
    ordered.reserve(stored.size());
    const auto descend = [&](const auto& self, UnitId parent, const std::string& located,
                             std::int32_t depth) -> std::int64_t {
        std::int64_t sum = 0;
        for (const Sibling& sibling : below[parent]) {
            const StoredUnit& u = *sibling.unit;
            const std::size_t at = ordered.size();
            const std::string here = u.place.value_or(located);
            ordered.push_back({u.id, u.parent, u.code, u.name, u.place, here, depth, 0, u.version});
            const std::int64_t own = people[u.id];
            ordered[at].people = own + self(self, u.id, here, depth + 1);
            sum += ordered[at].people;
        }
        return sum;
    };
    descend(descend, UnitId{}, {}, 0);
    return ordered;
}

Result<Unit> unit(db::Tx& tx, UnitId id) {
    for (Unit& u : units(tx))
        if (u.id == id) return std::move(u);
    return refuse(Kind::not_found, "unit.not_found");
}

Result<Unit> add_unit(db::Tx& tx, const access::Actor& actor, const NewUnit& wanted) {
    const Tree tree{store::units(tx)};
    const std::string code = TRY(checked("/code", wanted.code, "unit.code_missing"));
    const std::string name = TRY(checked("/name", wanted.name, "unit.name_missing"));
    if (wanted.parent && tree.find(*wanted.parent) == nullptr) return refuse_field("/parent", "unit.parent_not_found");
    TRY(check_place(tree, actor, wanted.parent.value_or(UnitId{})));
    if (store::unit_code_taken(tx, code, UnitId{})) return refuse_field("/code", "unit.code_taken", {{"value", code}});
    const auto place = TRY(checked_place(wanted.place.value_or("")));
    const UnitId id = store::insert_unit(tx, {UnitId{}, wanted.parent, code, name, place, 0});
    audit::append(tx, actor.account, "unit.added", id.value, place ? "code,name,parent,place" : "code,name,parent");
    return unit(tx, id);
}

Result<Unit> add_unit(db::Db& db, const access::Actor& actor, const NewUnit& wanted) {
    return db.transact([&](db::Tx& tx) { return add_unit(tx, actor, wanted); });
}

Result<Unit> edit_unit(db::Db& db, const access::Actor& actor, UnitId id, const UnitEdit& wanted,
                       std::optional<std::int64_t> expected) {
    return db.transact([&](db::Tx& tx) -> Result<Unit> {
        const Tree tree{store::units(tx)};
        const StoredUnit* stored = tree.find(id);
        if (stored == nullptr) return refuse(Kind::not_found, "unit.not_found");
        TRY(check_place(tree, actor, id));
        if (expected && *expected != stored->version) return refuse(Kind::stale, "http.stale");

        StoredUnit after = *stored;
        std::string fields;
        const auto note = [&](std::string_view field) {
            if (!fields.empty()) fields += ',';
            fields += field;
        };
        if (wanted.code) {
            after.code = TRY(checked("/code", *wanted.code, "unit.code_missing"));
            if (store::unit_code_taken(tx, after.code, id))
                return refuse_field("/code", "unit.code_taken", {{"value", after.code}});
            if (after.code != stored->code) note("code");
        }
        if (wanted.name) {
            after.name = TRY(checked("/name", *wanted.name, "unit.name_missing"));
            if (after.name != stored->name) note("name");
        }
        if (wanted.place) {
            after.place = TRY(checked_place(*wanted.place));
            if (after.place != stored->place) note("place");
        }
        if (wanted.parent) {
            if (tree.find(*wanted.parent) == nullptr) return refuse_field("/parent", "unit.parent_not_found");
            if (tree.within(*wanted.parent, id)) return refuse(Kind::conflict, "unit.below_itself");
            after.parent = wanted.parent;
        } else if (wanted.top.value_or(false)) {
            after.parent.reset();
        }
        const bool moved = after.parent != stored->parent;
        if (moved) {
            // Both ends of a move are the mover's own.
            TRY(check_place(tree, actor, after.parent.value_or(UnitId{})));
            if (stored->parent) TRY(check_place(tree, actor, *stored->parent));
            note("parent");
        }
        if (!fields.empty()) {
            store::update_unit(tx, after);
            audit::append(tx, actor.account, moved ? "unit.moved" : "unit.edited", id.value, fields);
        }
        return unit(tx, id);
    });
}

Result<void> may_place(db::Tx& tx, const access::Actor& actor, UnitId unit) {
    const Tree tree{store::units(tx)};
    if (tree.find(unit) == nullptr) return refuse_field("/unit", "unit.not_found");
    return check_place(tree, actor, unit);
}

bool over_whole_organisation(const access::Actor& actor) {
    if (actor.is_system()) return true;
    return std::any_of(actor.grants.begin(), actor.grants.end(),
                       [](const access::Grant& g) { return g.role == access::Role::hr && !g.unit; });
}

std::unordered_map<UnitId, Whereabouts> whereabouts(db::Tx& tx) {
    const Tree tree{store::units(tx)};
    std::unordered_map<UnitId, Whereabouts> all;
    for (const StoredUnit& unit : tree.all()) {
        Whereabouts& where = all[unit.id];
        where.code = unit.code;
        for (const StoredUnit* u = &unit; u != nullptr; u = u->parent ? tree.find(*u->parent) : nullptr) {
            where.path.insert(where.path.begin(), u->name);
            if (where.located.empty()) where.located = u->place.value_or("");
        }
    }
    return all;
}

} // namespace kunna::people
