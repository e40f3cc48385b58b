// Activities from files: what they would change, then exactly that. Also the form in which they are exported, so that
// what was exported and comes back changes nothing.
#pragma once

#include "access/actor.hpp"
#include "base/row_report.hpp"
#include "db/db.hpp"
#include "learning/activity.hpp"

#include <set>

namespace kunna::learning {

// One row. All rows of one activity together are the whole of it; each may bring one raise and one session. What is
// about the activity itself stands in its first row, or in every row alike. Absent: the cell is empty.
struct ActivityRecord {
    std::int64_t row = 0;
    std::string key{}; // found by key, else by name; with neither known the activity is new
    Text name{};
    Text description{};
    std::optional<ActivityKind> kind{};
    std::string provider{};
    std::string language{};
    std::optional<bool> online{};
    std::string place{};
    std::optional<std::int64_t> seat_cost{};
    std::optional<std::int64_t> session_cost{};
    std::string currency{};
    std::optional<double> hours{};
    std::optional<std::int64_t> seats{};
    std::optional<Date> valid_from{};
    std::optional<Date> valid_to{};
    std::optional<bool> archived{};
    std::string after{}; // keys or names, semicolons between
    std::string entry{}; // "Electrical safety 2; …"
    std::string skill{}; // key, name or alternative name; empty: the row brings no raise
    std::optional<std::int64_t> from{};
    std::optional<std::int64_t> to{};
    std::optional<double> probability{};  // 1 when absent
    std::optional<Date> session_starts{}; // absent: the row brings no session
    std::optional<Date> session_ends{};   // the first day when absent
    std::string session_place{};
    std::optional<std::int64_t> session_seats{};
};

// What has no column stays as it is. The members of a record, by name: "seat_cost".
struct ActivityFile {
    std::set<std::string, std::less<>> columns{};
    std::vector<ActivityRecord> rows{};
};

struct PlannedActivity {
    ActivityId id{}; // negative: new; others of the file refer to it by that
    std::string key{};
    ActivityInput after{};
    bool archived = false;
    bool archived_before = false;
    std::vector<ActivitySession> sessions_before{};
};

struct ActivityChange {
    std::vector<PlannedActivity> planned{};
    std::vector<RowChange> rows{};
    std::vector<RowProblem> problems{};
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
};

// Compares with what is stored; changes nothing. Problems name the record's member.
ActivityChange plan_activities(db::Tx& tx, std::string_view language, const ActivityFile& file);
// Exactly what was planned in this transaction. One entry in the trail, activities.imported, and one for each activity.
// Refuses row.has_errors.
Result<void> apply_activities(db::Tx& tx, const access::Actor& actor, const ActivityChange& change);

// Everything, the archived ones too, in the form above. Without costs for those who may not see them.
std::vector<ActivityRecord> activities_for_export(db::Tx& tx, const access::Actor& actor);

} // namespace kunna::learning
