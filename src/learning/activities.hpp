// What one does with activities: the catalogue that everybody reads and that L&D keeps. An activity is of nobody, so
// nothing here takes a scope; what it costs is told to those who may see costs.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "learning/activity.hpp"

namespace kunna::learning {

BOOST_DEFINE_ENUM_CLASS(Serving, some, none)

// All narrow the list; what is left out does not.
struct ActivitiesAsked {
    std::string query{}; // words in name, provider, place or a skill's name
    std::optional<SkillId> skill{};
    std::optional<ActivityKind> kind{};
    std::string language{};
    std::optional<goals::GoalId> goal{}; // serves it
    std::optional<Serving> serving{};    // any goal that is pursued, or none
    bool online = false;
    bool ahead = false;    // with a session to come
    bool archived = false; // those instead
};

// By name in the actor's language.
std::vector<ActivityRow> activities(db::Tx& tx, const access::Actor& actor, const ActivitiesAsked& asked);
// not_found, "activity.not_found"
Result<Activity> find_activity(db::Tx& tx, const access::Actor& actor, ActivityId activity);
// Refuses by field, every one at once: activity.name_missing, activity.name_taken, activity.cost_missing,
// activity.cost_negative, activity.currency, activity.language, activity.hours, activity.seats,
// activity.ends_before_it_begins; /raises/0/…: skill.not_found, skill.retired, level.outside_scale,
// activity.raise_not_upwards, activity.probability; /sessions/0/…: activity.session_passed,
// activity.session_ends_before, activity.session_outside_validity; /after/0: activity.circle …
Result<Activity> add_activity(db::Tx& tx, const access::Actor& actor, const ActivityInput& wanted);
// version: what the editor had before it (If-Match); nothing means any. Refuses stale.
Result<Activity> edit_activity(db::Tx& tx, const access::Actor& actor, ActivityId activity,
                               std::optional<std::int64_t> version, const ActivityInput& wanted);
// Out of the catalogue, not gone: plans and outcomes refer to it. Refuses activity.archived_already, and
// activity.asked_for while another asks for it first.
Result<Activity> archive_activity(db::Tx& tx, const access::Actor& actor, ActivityId activity);
// Refuses activity.not_archived, activity.name_taken.
Result<Activity> restore_activity(db::Tx& tx, const access::Actor& actor, ActivityId activity);

// Everything, with costs, for plans and files.
std::vector<Activity> every_activity(db::Tx& tx);

} // namespace kunna::learning
