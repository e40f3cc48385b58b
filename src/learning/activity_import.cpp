// Activities from files: comparison first, then the change.
#include "learning/activity_import.hpp"

#include "audit/trail.hpp"
#include "learning/check.hpp"
#include "learning/differences.hpp"
#include "learning/gather.hpp"
#include "learning/queries.hpp"
#include "learning/store.hpp"

#include <algorithm>
#include <map>

namespace kunna::learning {

namespace {

class Planner {
public:
    Planner(db::Tx& tx, std::string_view language) :
        today_(tx.today()), stored_(store::all(tx)), checker_(tx, stored_, language),
        words_(checker_.skills(), language) {
        for (const Activity& one : stored_) taken_.insert(one.key);
    }

    ActivityChange plan(const ActivityFile& file) {
        activities_ = gather(file, stored_, checker_.skills(), change_.problems);
        for (FileActivity& one : activities_)
            checker_.know(one.id, key_of(one), one.input.name, one.archived, one.input.after);
        for (FileActivity& one : activities_) compare(one);
        return std::move(change_);
    }

private:
    std::string key_of(const FileActivity& one) {
        if (one.before != nullptr) return one.before->key;
        const std::string& asked = one.rows.front()->key;
        const Text& name = one.input.name;
        const std::string made = skills::key_from(!asked.empty() ? asked : name.en.empty() ? name.sv : name.en);
        std::string key = made;
        for (int n = 2; taken_.contains(key); ++n) key = made + "_" + std::to_string(n);
        return key;
    }

    void compare(FileActivity& one) {
        PlannedActivity planned;
        planned.id = one.id;
        planned.key = key_of(one);
        taken_.insert(planned.key);
        planned.after = Checker::complete(std::move(one.input), today_);
        planned.after.key.reset();
        planned.archived = one.archived;
        planned.archived_before = one.before != nullptr && one.before->archived;
        json::Problems problems = checker_.check(planned.after, one.id, one.before);
        for (FieldError& error : problems.list) tell(one, error);
        if (planned.archived && !planned.archived_before)
            if (const auto other = checker_.asked_for_by(one.id)) {
                FieldError error{"/archived", "activity.asked_for", {{"name", *other}}};
                tell(one, error);
            }
        if (one.before != nullptr) planned.sessions_before = one.before->sessions;
        const std::string name = skills::shown(planned.after.name, "sv");
        RowChange row{one.rows.front()->row,
                      one.before != nullptr ? RowChangeKind::changed : RowChangeKind::new_,
                      planned.key,
                      name,
                      {}};
        const auto called = [&](ActivityId id) { return name_of(id); };
        const ActivityInput before = one.before != nullptr ? input_of(*one.before) : ActivityInput{};
        row.fields = differences(one.before != nullptr ? &before : nullptr, planned.after, words_, called);
        if (planned.archived != planned.archived_before)
            row.fields.push_back({"", "archived", yes_no(planned.archived_before), yes_no(planned.archived)});
        if (one.before != nullptr && row.fields.empty()) {
            ++change_.unchanged;
            return;
        }
        ++(one.before != nullptr ? change_.changed : change_.added);
        change_.rows.push_back(std::move(row));
        change_.planned.push_back(std::move(planned));
    }
    [[nodiscard]] std::string yes_no(bool yes) const { return words_.yes_no(yes); }

    void tell(const FileActivity& one, FieldError& error) {
        // The nearest place that a cell answers for: "/after/2" is in the list of the first row.
        std::string at = error.where;
        auto found = one.places.find(at);
        while (found == one.places.end() && at.size() > 1) {
            at = at.substr(0, at.find_last_of('/'));
            found = one.places.find(at == "/name" ? "/name/sv" : at);
        }
        const ActivityRecord& record = found == one.places.end() ? *one.rows.front() : *found->second.first;
        const std::string column = found == one.places.end() ? "name_sv" : found->second.second;
        std::string value;
        for (const auto& [key, said] : error.values)
            if (key == "value") value = said;
        std::erase_if(error.values, [](const auto& pair) { return pair.first == "value"; });
        if (value.empty()) value = cell(record, column);
        error.values.emplace_back("value", value);
        change_.problems.push_back(
            {record.row, column, std::move(value), std::move(error.code), std::move(error.values), false});
    }
    std::string name_of(ActivityId id) const {
        for (const Activity& stored : stored_)
            if (stored.id == id) return skills::shown(stored.name, words_.language());
        for (const FileActivity& one : activities_)
            if (one.id == id) return skills::shown(one.rows.front()->name, words_.language());
        return "";
    }

    Date today_;
    std::vector<Activity> stored_;
    Checker checker_;
    DifferenceWords words_;
    std::set<std::string> taken_; // keys
    std::vector<FileActivity> activities_;
    ActivityChange change_;
};

} // namespace

ActivityChange plan_activities(db::Tx& tx, std::string_view language, const ActivityFile& file) {
    return Planner{tx, language}.plan(file);
}

Result<void> apply_activities(db::Tx& tx, const access::Actor& actor, const ActivityChange& change) {
    if (!change.problems.empty()) return refuse(Kind::conflict, "row.has_errors");
    if (change.planned.empty()) return {};
    std::map<ActivityId, ActivityId> made; // planned → stored
    for (const PlannedActivity& one : change.planned) {
        if (one.id.value < 0)
            made[one.id] = store::insert(tx, one.key, one.after, actor.account);
        else
            store::update(tx, one.id, one.after);
    }
    const auto stored = [&](ActivityId id) { return id.value < 0 ? made.at(id) : id; };
    for (const PlannedActivity& one : change.planned) {
        ActivityInput input = one.after;
        for (ActivityId& other : input.after) other = stored(other);
        const ActivityId id = stored(one.id);
        store::write_parts(tx, id, input, one.sessions_before);
        if (one.archived != one.archived_before)
            tx.run(queries::set_archived,
                   {{"activity", id}, {"at", one.archived ? std::optional{tx.now()} : std::nullopt}});
        audit::append(tx, actor.account, one.id.value < 0 ? "activity.added" : "activity.edited", id.value,
                      "name,cost,raises,sessions");
    }
    audit::append(tx, actor.account, "activities.imported", 0,
                  "added=" + std::to_string(change.added) + ",changed=" + std::to_string(change.changed));
    return {};
}

} // namespace kunna::learning
