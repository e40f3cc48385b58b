// Goals: the tree, setting and giving them up, how far they have come.
#include "goals/goals.hpp"

#include "access/visibility.hpp"
#include "audit/trail.hpp"
#include "base/text.hpp"
#include "db/like.hpp"
#include "goals/queries.hpp"
#include "goals/store.hpp"
#include "skills/catalogue.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace kunna::goals {

namespace {

using store::GoalFlat;

constexpr std::size_t longest_measure = 40;
constexpr std::size_t most_units = 200;
constexpr double largest_figure = 1e12;

bool may_edit(const access::Actor& actor) {
    return actor.may(access::Permission::edit_goals);
}

Result<GoalFlat> stored(db::Tx& tx, GoalId goal) {
    auto flat = store::find(tx, goal);
    if (!flat) return refuse(Kind::not_found, "goal.not_found");
    return std::move(*flat);
}

Result<void> check_text(const Text& text, const std::string& where, std::size_t limit) {
    if (std::max(text.sv.size(), text.en.size()) > limit)
        return refuse_field(where, "skill.text_too_long", {{"limit", std::to_string(limit)}});
    return {};
}

// A goal without a number to reach is a wish: metric, baseline and target say when it has come true.
Result<void> check_metric(const NewGoal& wanted) {
    if (wanted.metric.sv.empty() && wanted.metric.en.empty()) return refuse_field("/metric", "goal.metric_missing");
    TRY(check_text(wanted.metric, "/metric", skills::longest_name));
    TRY(check_text(wanted.measure, "/measure", longest_measure));
    if (std::abs(wanted.baseline) > largest_figure) return refuse_field("/baseline", "goal.figure_too_large");
    if (std::abs(wanted.target) > largest_figure) return refuse_field("/target", "goal.figure_too_large");
    if (wanted.target == wanted.baseline) return refuse_field("/target", "goal.target_is_baseline");
    return {};
}

Result<void> check_days(const NewGoal& wanted, Date today, const GoalFlat* before) {
    if (wanted.due <= wanted.starts) return refuse_field("/due", "goal.due_before_start");
    // A goal that is over may still get another name.
    if (wanted.due < today && (before == nullptr || before->due != wanted.due))
        return refuse_field("/due", "goal.due_passed");
    return {};
}

Result<void> check_parent(db::Tx& tx, const NewGoal& wanted, GoalId self) {
    std::set<GoalId> seen;
    for (auto above = wanted.parent; above;) {
        if (*above == self) return refuse_field("/parent", "goal.below_itself");
        if (!seen.insert(*above).second) break;
        const auto flat = store::find(tx, *above);
        if (!flat) return refuse_field("/parent", "goal.parent_not_found");
        above = flat->parent;
    }
    return {};
}

Result<void> check_owner(db::Tx& tx, const access::Actor& actor, PersonId owner, const GoalFlat* before) {
    if (owner == actor.person && owner.given()) return {};
    if (before != nullptr && before->owner == owner) return {};
    const db::Scope scope = access::visible_people(tx, actor, access::Sight::profile);
    if (!tx.one<PersonId>(queries::may_own, scope, {{"person", owner}, {"day", tx.today()}}))
        return refuse_field("/owner", "goal.owner_unknown");
    return {};
}

Result<NewGoal> checked(db::Tx& tx, const access::Actor& actor, NewGoal wanted, GoalId self, const GoalFlat* before) {
    wanted.name = skills::cleaned(wanted.name);
    wanted.metric = skills::cleaned(wanted.metric);
    wanted.measure = skills::cleaned(wanted.measure);
    if (wanted.name.sv.empty() && wanted.name.en.empty()) return refuse_field("/name", "goal.name_missing");
    TRY(check_text(wanted.name, "/name", skills::longest_name));
    TRY(check_text(wanted.description, "/description", skills::longest_text));
    TRY(check_metric(wanted));
    TRY(check_days(wanted, tx.today(), before));
    if (wanted.weight < 1 || wanted.weight > 5) return refuse_field("/weight", "goal.weight");
    std::sort(wanted.units.begin(), wanted.units.end());
    wanted.units.erase(std::unique(wanted.units.begin(), wanted.units.end()), wanted.units.end());
    if (wanted.units.size() > most_units)
        return refuse_field("/units", "round.too_many", {{"limit", std::to_string(most_units)}});
    for (const UnitId unit : wanted.units)
        if (*tx.one<std::int64_t>(queries::unit_exists, {{"unit", unit}}) == 0)
            return refuse_field("/units", "unit.not_found");
    TRY(check_parent(tx, wanted, self));
    TRY(check_owner(tx, actor, wanted.owner, before));
    return wanted;
}

// Its owner may, and who may edit goals.
Result<GoalFlat> to_report(db::Tx& tx, const access::Actor& actor, GoalId goal) {
    GoalFlat flat = TRY(stored(tx, goal));
    if (!may_edit(actor) && !(actor.person.given() && actor.person == flat.owner))
        return refuse(Kind::forbidden, "goal.not_yours");
    return flat;
}

void place_below(std::optional<GoalId> parent, std::int32_t depth,
                 std::map<std::optional<GoalId>, std::vector<GoalRow>>& children, std::vector<GoalRow>& placed) {
    for (GoalRow& child : children[parent]) {
        const GoalId id = child.id;
        child.depth = depth;
        placed.push_back(std::move(child));
        place_below(id, depth + 1, children, placed);
    }
}

} // namespace

std::vector<GoalRow> goals(db::Tx& tx) {
    const store::Around around = store::around(tx);
    std::map<std::optional<GoalId>, std::vector<GoalRow>> children;
    for (const GoalFlat& flat : tx.all<GoalFlat>(queries::goals))
        children[flat.parent].push_back(store::row(flat, around, tx.today()));
    std::vector<GoalRow> placed;
    place_below({}, 0, children, placed);
    return placed;
}

Result<Goal> find_goal(db::Tx& tx, const access::Actor& actor, GoalId id) {
    const GoalFlat flat = TRY(stored(tx, id));
    store::Around around = store::around(tx);
    Goal goal;
    goal.row = store::row(flat, around, tx.today());
    goal.description = {flat.description_sv, flat.description_en};
    goal.readings = std::move(around.readings[id]);
    goal.needs = store::needs(tx)[id];
    if (flat.dropped) goal.dropped_because = flat.dropped_because;
    goal.may_edit = may_edit(actor);
    goal.may_report = goal.may_edit || (actor.person.given() && actor.person == flat.owner);
    return goal;
}

Result<Goal> add_goal(db::Tx& tx, const access::Actor& actor, const NewGoal& wanted) {
    const GoalId id = store::insert(tx, TRY(checked(tx, actor, wanted, {}, nullptr)), actor.account);
    audit::append(tx, actor.account, "goal.added", id.value, "name,metric,target");
    return find_goal(tx, actor, id);
}

Result<Goal> edit_goal(db::Tx& tx, const access::Actor& actor, GoalId id, std::optional<std::int64_t> version,
                       const NewGoal& wanted) {
    const GoalFlat before = TRY(stored(tx, id));
    if (version && *version != before.version) return refuse(Kind::stale, "http.stale");
    store::update(tx, id, TRY(checked(tx, actor, wanted, id, &before)));
    audit::append(tx, actor.account, "goal.edited", id.value, "name,metric,target");
    return find_goal(tx, actor, id);
}

Result<Goal> drop_goal(db::Tx& tx, const access::Actor& actor, GoalId id, const std::string& because) {
    const GoalFlat flat = TRY(stored(tx, id));
    if (flat.dropped) return refuse(Kind::conflict, "goal.dropped_already");
    const std::string reason = text::squeeze(because);
    if (reason.empty()) return refuse_field("/because", "goal.reason_missing");
    if (reason.size() > skills::longest_text)
        return refuse_field("/because", "skill.text_too_long", {{"limit", std::to_string(skills::longest_text)}});
    tx.run(queries::drop_goal, {{"goal", id}, {"at", tx.now()}, {"because", reason}});
    audit::append(tx, actor.account, "goal.dropped", id.value, "reason");
    return find_goal(tx, actor, id);
}

Result<Goal> resume_goal(db::Tx& tx, const access::Actor& actor, GoalId id) {
    const GoalFlat flat = TRY(stored(tx, id));
    if (!flat.dropped) return refuse(Kind::conflict, "goal.not_dropped");
    tx.run(queries::drop_goal, {{"goal", id}, {"at", std::nullopt}, {"because", ""}});
    audit::append(tx, actor.account, "goal.resumed", id.value, "");
    return find_goal(tx, actor, id);
}

Result<Goal> add_reading(db::Tx& tx, const access::Actor& actor, GoalId id, const NewReading& wanted) {
    TRY(to_report(tx, actor, id));
    if (wanted.day > tx.today()) return refuse_field("/day", "goal.reading_ahead");
    if (std::abs(wanted.value) > largest_figure) return refuse_field("/value", "goal.figure_too_large");
    if (wanted.note.size() > skills::longest_text)
        return refuse_field("/note", "skill.text_too_long", {{"limit", std::to_string(skills::longest_text)}});
    tx.run(queries::put_reading, {{"goal", id},
                                  {"day", wanted.day},
                                  {"value", wanted.value},
                                  {"note", wanted.note},
                                  {"account", actor.account},
                                  {"at", tx.now()}});
    audit::append(tx, actor.account, "goal.read", id.value, "value,note");
    return find_goal(tx, actor, id);
}

Result<Goal> remove_reading(db::Tx& tx, const access::Actor& actor, GoalId id, Date day) {
    TRY(to_report(tx, actor, id));
    if (tx.run(queries::delete_reading, {{"goal", id}, {"day", day}}) == 0)
        return refuse(Kind::not_found, "goal.reading_not_found");
    audit::append(tx, actor.account, "goal.reading_removed", id.value, "value");
    return find_goal(tx, actor, id);
}

std::vector<Owner> leaders(db::Tx& tx, std::string_view words, std::size_t limit) {
    std::vector<Owner> found;
    tx.run(queries::leaders,
           {{"day", tx.today()}, {"pattern", db::like_pattern(words)}, {"limit", static_cast<std::int64_t>(limit)}},
           [&](const db::Row& row) {
               found.push_back(
                   {PersonId{row.integer(0)}, std::string{row.text(1)} + " " + std::string{row.text(2)}, false});
           });
    return found;
}

} // namespace kunna::goals
