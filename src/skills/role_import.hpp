// Role profiles from files: what they would change, then exactly that. Also the form in which profiles are exported, so
// that what was exported and comes back changes nothing.
#pragma once

#include "access/actor.hpp"
#include "base/row_report.hpp"
#include "db/db.hpp"
#include "skills/role.hpp"

namespace kunna::skills {

// One requirement of one role. All records of a role and day together are its whole profile from that day.
struct RoleRecord {
    std::int64_t row = 0;
    std::string role_key{}; // found by key, else by name; with neither known the role is new
    Text role_name{};
    std::string skill{}; // key, name or alternative name; empty: the row only names the role
    std::int32_t level = 0;
    std::int32_t importance = 2;
    bool must = false;
    std::optional<Date> valid_from{}; // options.valid_from when absent
    std::string note{};               // of the version; the first one of its records counts
};

// A skill that the file brings along (O*NET); one whose key is known is left as it is.
struct SkillRecord {
    std::string key{};
    Text name{};
    Text description{};
    SkillKind kind = SkillKind::technical;
    std::string group{}; // key
    Text group_name{};
    std::string source{};
};

struct RoleDescription {
    std::string role_key{};
    Text description{};
    std::string source{};
};

struct RoleFile {
    std::vector<SkillRecord> skills{};
    std::vector<RoleDescription> roles{}; // used for new roles only
    std::vector<RoleRecord> requirements{};
};

struct RoleOptions {
    std::optional<Date> valid_from{}; // today when absent
    bool new_skills = false;          // a skill nobody has heard of is made, in the group "imported"
};

struct PlannedRequirement {
    Requirement requirement{}; // skill not given: new_skills[new_skill]
    std::size_t new_skill = 0;
};
struct PlannedProfile {
    RoleId role{}; // not given: new_roles[new_role]
    std::size_t new_role = 0;
    RoleProfileId replaces{}; // a version of the same day, today or later
    Date valid_from{};
    std::string note{};
    std::vector<PlannedRequirement> requirements{};
};
struct PlannedRole {
    std::string key{};
    Text name{};
    Text description{};
    std::string source{};
};

struct RoleChange {
    std::vector<SkillRecord> new_skills{};
    std::vector<PlannedRole> new_roles{};
    std::vector<PlannedProfile> profiles{};
    std::vector<RowChange> rows{}; // one a profile; requirements in fields, by skill
    std::vector<RowProblem> problems{};
    std::int64_t added = 0;     // roles
    std::int64_t changed = 0;   // profiles of known roles
    std::int64_t unchanged = 0; // profiles
    std::int64_t errors = 0;    // of the problems; with any, nothing is applied
    [[nodiscard]] bool nothing() const { return new_skills.empty() && new_roles.empty() && profiles.empty(); }
};

// Compares with what is stored; changes nothing.
RoleChange plan_roles(db::Tx& tx, const RoleFile& file, const RoleOptions& options);
// Exactly what was planned in this transaction. One entry in the trail, roles.imported, and one for each role.
// Refuses row.has_errors.
Result<void> apply_roles(db::Tx& tx, const access::Actor& actor, const RoleChange& change);

// Every version of every profile, in the form above; skills and roles by key.
std::vector<RoleRecord> roles_for_export(db::Tx& tx);

} // namespace kunna::skills
