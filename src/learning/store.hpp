// Rows of activities, in and out. Private to learning.
#pragma once

#include "db/db.hpp"
#include "learning/activity.hpp"

namespace kunna::learning::store {

// Every activity with what belongs to it, by id; with its cost, without the goals it serves.
std::vector<Activity> all(db::Tx& tx);
// With nothing that belongs to it; writes the rest by write_parts().
ActivityId insert(db::Tx& tx, const std::string& key, const ActivityInput& wanted, AccountId by);
void update(db::Tx& tx, ActivityId activity, const ActivityInput& wanted);
// What it raises, when it is held, what it asks for. Sessions that stay keep their ids: people will be enrolled in
// them.
void write_parts(db::Tx& tx, ActivityId activity, const ActivityInput& wanted,
                 const std::vector<ActivitySession>& sessions_before);

} // namespace kunna::learning::store
