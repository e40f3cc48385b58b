// Activities as the records of a file: as many rows as the longer of raises and sessions, at least one.
#include "learning/activities.hpp"
#include "learning/activity_import.hpp"
#include "skills/catalogue.hpp"

#include <algorithm>

namespace kunna::learning {

namespace {

// As people know it where that finds it again, else by its key.
std::string word_of(skills::SkillFinder& skills, SkillId skill, std::string_view language) {
    const skills::KnownSkill* known = skills.by_id(skill);
    const std::string& name = skills::shown(known->name, language);
    const skills::KnownSkill* found = skills.find(name);
    const bool clear = found != nullptr && found->id == skill && name.find(';') == std::string::npos;
    return clear ? name : known->key;
}

} // namespace

std::vector<ActivityRecord> activities_for_export(db::Tx& tx, const access::Actor& actor) {
    skills::SkillFinder skills{tx};
    const bool costs = actor.may(access::Permission::view_learning_costs);
    const auto all = every_activity(tx);
    std::vector<ActivityRecord> records;
    for (const Activity& one : all) {
        ActivityRecord record;
        record.key = one.key;
        record.name = one.name;
        record.description = one.description;
        record.kind = one.kind;
        record.provider = one.provider;
        record.language = one.language;
        record.online = one.online;
        record.place = one.place;
        if (costs) {
            record.seat_cost = one.cost->seat;
            record.session_cost = one.cost->session;
            record.currency = one.cost->currency;
        }
        record.hours = one.hours;
        record.seats = one.seats;
        record.valid_from = one.valid_from;
        record.valid_to = one.valid_to;
        record.archived = one.archived;
        // By key: two archived ones may share a name.
        for (const OtherActivity& other : one.after) {
            const auto at = std::find_if(all.begin(), all.end(), [&](const Activity& a) { return a.id == other.id; });
            record.after += (record.after.empty() ? "" : "; ") + at->key;
        }
        for (const EntryLevel& entry : one.entry)
            record.entry += (record.entry.empty() ? "" : "; ") + word_of(skills, entry.skill, actor.language) + ' ' +
                            std::to_string(entry.level);
        const std::size_t rows = std::max({one.raises.size(), one.sessions.size(), std::size_t{1}});
        for (std::size_t i = 0; i < rows; ++i) {
            ActivityRecord row = i == 0 ? record : ActivityRecord{};
            row.key = record.key;
            row.name = record.name;
            if (i < one.raises.size()) {
                row.skill = word_of(skills, one.raises[i].skill, actor.language);
                row.from = one.raises[i].from;
                row.to = one.raises[i].to;
                row.probability = one.raises[i].probability;
            }
            if (i < one.sessions.size()) {
                row.session_starts = one.sessions[i].starts;
                row.session_ends = one.sessions[i].ends;
                row.session_place = one.sessions[i].place;
                row.session_seats = one.sessions[i].seats;
            }
            records.push_back(std::move(row));
        }
    }
    return records;
}

} // namespace kunna::learning
