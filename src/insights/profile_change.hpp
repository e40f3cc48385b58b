// Profile change: what another version of a role's profile means for those who hold the role today.
#pragma once

#include "insights/workforces.hpp"
#include "skills/role.hpp"

namespace kunna::insights {

struct RoleDifference {
    std::vector<skills::RequirementChange> changes{};
    std::int64_t holders = 0;
    // People with a requirement whose state is another under the later version; nothing when too few hold the role.
    std::optional<std::int64_t> touched{};
    std::optional<std::int64_t> newly_unmet{}; // had met everything, and no longer do
    std::optional<std::int64_t> newly_met{};
};
BOOST_DESCRIBE_STRUCT(RoleDifference, (), (changes, holders, touched, newly_unmet, newly_met))

Result<RoleDifference> role_difference(db::Db& db, const Workforce& workforce, RoleId role, RoleProfileId from,
                                       RoleProfileId to);

} // namespace kunna::insights
