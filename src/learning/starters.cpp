// Activities to begin with.
#include "learning/starters.hpp"

#include "audit/trail.hpp"
#include "base/text.hpp"
#include "learning/check.hpp"
#include "learning/store.hpp"
#include "skills/packs.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kunna::learning {

namespace {

constexpr std::int64_t hundredths = 100; // öre of a krona

// The packs' activities that are not there yet; required ones before those that ask for them.
std::vector<skills::PackActivity> lacking(db::Tx& tx, const std::vector<Activity>& stored) {
    std::set<std::string> keys;
    std::set<std::string> names;
    for (const Activity& one : stored) {
        keys.insert(one.key);
        if (one.archived) continue;
        names.insert(text::fold(one.name.sv));
        names.insert(text::fold(one.name.en));
    }
    auto all = skills::pack_activities(tx);
    std::erase_if(all, [&](const skills::PackActivity& one) {
        return keys.contains(one.key) || names.contains(text::fold(one.name.sv)) ||
               names.contains(text::fold(one.name.en));
    });
    return all;
}

const skills::KnownSkill* skill_of(const skills::SkillFinder& skills, const std::string& key) {
    const auto& all = skills.all();
    const auto at = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.key == key; });
    return at == all.end() || at->retired ? nullptr : &*at;
}

ActivityInput input_of(const skills::PackActivity& one, const skills::SkillFinder& skills,
                       const std::map<std::string, ActivityId>& ids, ActivityKind kind) {
    ActivityInput input;
    input.name = one.name;
    input.description = one.description;
    input.kind = kind;
    input.provider = one.provider;
    input.language = "sv";
    input.online = one.online;
    input.seat_cost = one.seat_cost * hundredths;
    input.session_cost = one.session_cost * hundredths;
    input.hours = one.hours;
    if (one.seats > 0) input.seats = one.seats;
    for (const skills::PackRaise& raise : one.raises)
        if (const auto* skill = skill_of(skills, raise.skill))
            input.raises.push_back({skill->id, raise.from, raise.to, raise.probability});
    for (const std::string& key : one.after)
        if (const auto at = ids.find(key); at != ids.end()) input.after.push_back(at->second);
    return input;
}

} // namespace

std::vector<StarterActivity> starter_activities(db::Tx& tx) {
    std::vector<StarterActivity> all;
    for (const skills::PackActivity& one : lacking(tx, store::all(tx)))
        all.push_back({one.key, one.name, *db::enum_of<ActivityKind>(one.kind), one.hours});
    return all;
}

StartersAdded add_starter_activities(db::Tx& tx, const access::Actor& actor) {
    const auto stored = store::all(tx);
    const skills::SkillFinder skills{tx};
    std::map<std::string, ActivityId> ids;
    for (const Activity& one : stored)
        if (!one.archived) ids[one.key] = one.id;
    StartersAdded done;
    for (const skills::PackActivity& one : lacking(tx, stored)) {
        const ActivityInput input =
            Checker::complete(input_of(one, skills, ids, *db::enum_of<ActivityKind>(one.kind)), tx.today());
        const ActivityId id = ids[one.key] = store::insert(tx, one.key, input, actor.account);
        store::write_parts(tx, id, input, {});
        audit::append(tx, actor.account, "activity.added", id.value, "name,cost,raises,sessions");
        ++done.added;
    }
    return done;
}

} // namespace kunna::learning
