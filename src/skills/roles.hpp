// What one does with roles and their profiles.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "skills/lexicon.hpp"
#include "skills/role.hpp"

namespace kunna::skills {

// As of a day; holders are counted as of it too, and withheld as role.hpp says.
std::vector<RoleRow> roles(db::Tx& tx, const access::Actor& actor, Date as_of);
Result<RoleProfile> find_role(db::Tx& tx, const access::Actor& actor, RoleId role, Date as_of);
Result<RoleProfile> add_role(db::Tx& tx, const access::Actor& actor, const NewRole& wanted);
Result<RoleProfile> edit_role(db::Tx& tx, const access::Actor& actor, RoleId role, std::optional<std::int64_t> version,
                              const RoleEdit& edit);
// A new version of the profile. One of the same day is replaced while that day is not past; a past day has been
// answered for already and keeps its own (profile.day_taken). Any other day is allowed: valid_from says since when the
// requirements hold, not when they were written down. Answers with the profile in force today and all versions.
Result<RoleProfile> add_profile(db::Tx& tx, const access::Actor& actor, RoleId role, const NewProfile& wanted);

// What the later version asks for that the earlier did not, and the other way round. Whoever counts the people whose
// state changes adds that (insights). Refuses profile.not_found when either is no version of the role.
Result<Difference> difference(db::Tx& tx, RoleId role, RoleProfileId from, RoleProfileId to);
// Added, removed and changed, by skill.
std::vector<RequirementChange> compare(const std::vector<Requirement>& before, const std::vector<Requirement>& after);

struct KnownRole {
    RoleId id{};
    std::string key{};
    Text name{};
};

// All roles in memory, found by key or by name in either language.
class RoleFinder {
public:
    explicit RoleFinder(db::Tx& tx);
    const KnownRole* find(std::string_view written);
    // The keys of the roles that share the word; empty when there is none.
    std::string candidates(std::string_view written);
    [[nodiscard]] const std::vector<KnownRole>& all() const { return roles_; }

private:
    std::vector<KnownRole> roles_;
    Lexicon words_;
};

} // namespace kunna::skills
