// Check: what makes an activity one that can be planned, by field. Forms and files go through the same. Private to
// learning.
#pragma once

#include "base/json_read.hpp"
#include "db/db.hpp"
#include "learning/activity.hpp"
#include "skills/catalogue.hpp"

#include <map>

namespace kunna::learning {

class Checker {
public:
    // Knows what is stored; names in the language.
    Checker(db::Tx& tx, const std::vector<Activity>& stored, std::string_view language);

    // One that a file brings along, or what it changes one to: ids that are not stored are negative.
    void know(ActivityId id, const std::string& key, const Text& name, bool archived, std::vector<ActivityId> after);
    // Every problem, by JSON pointer. What was there before may stay: a skill since retired, a session that has been.
    // The input is cleaned and complete.
    [[nodiscard]] json::Problems check(const ActivityInput& wanted, ActivityId self, const Activity* before);
    // One that is offered and asks for this one first, by name.
    [[nodiscard]] std::optional<std::string> asked_for_by(ActivityId id) const;
    skills::SkillFinder& skills() { return skills_; }

    // White space off, defaults in: the form in which an input is checked and stored.
    [[nodiscard]] static ActivityInput complete(ActivityInput wanted, Date today);

private:
    struct Known {
        std::string key;
        Text name;
        bool archived = false;
        std::vector<ActivityId> after;
    };
    void check_words(const ActivityInput& wanted, ActivityId self);
    void check_figures(const ActivityInput& wanted);
    void check_raises(const ActivityInput& wanted, const Activity* before);
    void check_sessions(const ActivityInput& wanted, const Activity* before);
    void check_after(const ActivityInput& wanted, ActivityId self, const Activity* before);
    void check_entry(const ActivityInput& wanted, const Activity* before);
    const skills::KnownSkill* skill_at(SkillId skill, const json::Place& at, bool known_before);
    [[nodiscard]] std::optional<std::string> circle(ActivityId self, ActivityId from) const;
    void too_long(const std::string& text, std::size_t limit, const json::Place& at);

    Date today_;
    std::string language_;
    skills::SkillFinder skills_;
    std::map<ActivityId, Known> known_;
    json::Problems problems_;
};

} // namespace kunna::learning
