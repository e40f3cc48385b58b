// The catalogue of activities.
#include "learning/activities.hpp"

#include "audit/trail.hpp"
#include "base/text.hpp"
#include "learning/check.hpp"
#include "learning/queries.hpp"
#include "learning/serving.hpp"
#include "learning/store.hpp"

#include <algorithm>
#include <set>

namespace kunna::learning {

namespace {

using access::Actor;
using access::Permission;

const Activity* with_id(const std::vector<Activity>& all, ActivityId id) {
    const auto at = std::find_if(all.begin(), all.end(), [&](const Activity& one) { return one.id == id; });
    return at == all.end() ? nullptr : &*at;
}

Result<const Activity*> stored(const std::vector<Activity>& all, ActivityId id) {
    if (const Activity* found = with_id(all, id)) return found;
    return refuse(Kind::not_found, "activity.not_found");
}

// What the day, the goals and the actor make of it.
void show(Activity& one, const Actor& actor, const std::vector<goals::PursuedNeed>& needs, Date today) {
    for (const ActivitySession& session : one.sessions) {
        if (session.starts < today) continue;
        ++one.sessions_ahead;
        if (!one.next_session || session.starts < *one.next_session) one.next_session = session.starts;
    }
    one.serves = goals_served(one.raises, needs);
    one.goals = static_cast<std::int64_t>(one.serves.size());
    one.may_edit = actor.may(Permission::edit_learning);
    if (!actor.may(Permission::view_learning_costs)) one.cost.reset();
}

// Every word is somewhere in what one knows an activity by.
bool has_words(const Activity& one, const std::vector<std::string>& words) {
    std::string all = one.name.sv + ' ' + one.name.en + ' ' + one.provider + ' ' + one.place + ' ' + one.key;
    for (const SkillRaise& raise : one.raises) all += ' ' + raise.skill_name.sv + ' ' + raise.skill_name.en;
    for (const ActivitySession& session : one.sessions) all += ' ' + session.place;
    const std::string folded = text::fold(all);
    return std::all_of(words.begin(), words.end(),
                       [&](const std::string& word) { return folded.find(word) != std::string::npos; });
}

bool wanted(const Activity& one, const ActivitiesAsked& asked, const std::vector<std::string>& words) {
    if (one.archived != asked.archived) return false;
    if (asked.kind && one.kind != *asked.kind) return false;
    if (!asked.language.empty() && one.language != asked.language) return false;
    if (asked.online && !one.online) return false;
    if (asked.ahead && one.sessions_ahead == 0) return false;
    if (asked.serving && (*asked.serving == Serving::none) != one.serves.empty()) return false;
    if (asked.goal && std::none_of(one.serves.begin(), one.serves.end(),
                                   [&](const ServedGoal& goal) { return goal.goal == *asked.goal; }))
        return false;
    if (asked.skill && std::none_of(one.raises.begin(), one.raises.end(),
                                    [&](const SkillRaise& raise) { return raise.skill == *asked.skill; }))
        return false;
    return has_words(one, words);
}

std::vector<std::string> words_of(std::string_view query) {
    std::vector<std::string> words;
    const std::string folded = text::fold(query);
    for (const std::string_view word : text::split(folded, ' '))
        if (!word.empty()) words.emplace_back(word);
    return words;
}

// The key asked for, or one made from the name and numbered when it is taken.
std::string key_for(const ActivityInput& wanted, const std::vector<Activity>& all) {
    if (wanted.key) return *wanted.key;
    std::set<std::string> taken;
    for (const Activity& one : all) taken.insert(one.key);
    const std::string made = skills::key_from(wanted.name.en.empty() ? wanted.name.sv : wanted.name.en);
    std::string key = made;
    for (int n = 2; taken.contains(key); ++n) key = made + "_" + std::to_string(n);
    return key;
}

} // namespace

std::vector<Activity> every_activity(db::Tx& tx) {
    return store::all(tx);
}

std::vector<ActivityRow> activities(db::Tx& tx, const Actor& actor, const ActivitiesAsked& asked) {
    const auto words = words_of(asked.query);
    const auto needs = goals::pursued_needs(tx);
    std::vector<std::pair<std::string, ActivityRow>> found;
    for (Activity& one : store::all(tx)) {
        show(one, actor, needs, tx.today());
        if (wanted(one, asked, words))
            found.emplace_back(text::sort_key(skills::shown(one.name, actor.language), actor.language), std::move(one));
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<ActivityRow> rows;
    for (auto& [key, row] : found) rows.push_back(std::move(row));
    return rows;
}

Result<Activity> find_activity(db::Tx& tx, const Actor& actor, ActivityId id) {
    const auto all = store::all(tx);
    Activity found = *TRY(stored(all, id));
    show(found, actor, goals::pursued_needs(tx), tx.today());
    return found;
}

Result<Activity> add_activity(db::Tx& tx, const Actor& actor, const ActivityInput& wanted) {
    const auto all = store::all(tx);
    const ActivityInput whole = Checker::complete(wanted, tx.today());
    json::Problems problems = Checker{tx, all, actor.language}.check(whole, {}, nullptr);
    if (!problems.none()) return std::move(problems).error();
    const ActivityId id = store::insert(tx, key_for(whole, all), whole, actor.account);
    store::write_parts(tx, id, whole, {});
    audit::append(tx, actor.account, "activity.added", id.value, "name,cost,raises,sessions");
    return find_activity(tx, actor, id);
}

Result<Activity> edit_activity(db::Tx& tx, const Actor& actor, ActivityId id, std::optional<std::int64_t> version,
                               const ActivityInput& wanted) {
    const auto all = store::all(tx);
    const Activity& before = *TRY(stored(all, id));
    if (version && *version != before.version) return refuse(Kind::stale, "http.stale");
    ActivityInput whole = Checker::complete(wanted, tx.today());
    whole.key.reset();
    if (!wanted.valid_from) whole.valid_from = before.valid_from;
    json::Problems problems = Checker{tx, all, actor.language}.check(whole, id, &before);
    if (!problems.none()) return std::move(problems).error();
    store::update(tx, id, whole);
    store::write_parts(tx, id, whole, before.sessions);
    audit::append(tx, actor.account, "activity.edited", id.value, "name,cost,raises,sessions");
    return find_activity(tx, actor, id);
}

Result<Activity> archive_activity(db::Tx& tx, const Actor& actor, ActivityId id) {
    const auto all = store::all(tx);
    const Activity& before = *TRY(stored(all, id));
    if (before.archived) return refuse(Kind::conflict, "activity.archived_already");
    if (const auto other = Checker{tx, all, actor.language}.asked_for_by(id))
        return Error{Kind::conflict, "activity.asked_for", {}, {{"name", *other}}};
    tx.run(queries::set_archived, {{"activity", id}, {"at", tx.now()}});
    audit::append(tx, actor.account, "activity.archived", id.value, "");
    return find_activity(tx, actor, id);
}

Result<Activity> restore_activity(db::Tx& tx, const Actor& actor, ActivityId id) {
    const auto all = store::all(tx);
    const Activity& before = *TRY(stored(all, id));
    if (!before.archived) return refuse(Kind::conflict, "activity.not_archived");
    for (const Activity& other : all) {
        if (other.archived) continue;
        const auto same = [](const std::string& a, const std::string& b) {
            return !a.empty() && text::fold(a) == text::fold(b);
        };
        if (same(other.name.sv, before.name.sv) || same(other.name.en, before.name.en))
            return Error{
                Kind::conflict, "activity.name_taken", {}, {{"name", skills::shown(before.name, actor.language)}}};
    }
    tx.run(queries::set_archived, {{"activity", id}, {"at", std::nullopt}});
    audit::append(tx, actor.account, "activity.restored", id.value, "");
    return find_activity(tx, actor, id);
}

} // namespace kunna::learning
