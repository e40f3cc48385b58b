// Actor: what it may, from what it was granted and, for a token, within the token's scopes.
#include "access/actor.hpp"

#include <algorithm>

namespace kunna::access {

bool Actor::may(Permission permission) const {
    if (is_system()) return true;
    if (!scopes.test(static_cast<std::size_t>(permission))) return false;
    return std::any_of(grants.begin(), grants.end(), [&](const Grant& g) { return holds(g.role, permission); });
}

bool Actor::has(Role role) const {
    return std::any_of(grants.begin(), grants.end(), [&](const Grant& g) { return g.role == role; });
}

Actor Actor::system() {
    Actor actor;
    actor.name = "Kunna";
    return actor;
}

Actor with_reason(Actor actor, const std::optional<std::string>& reason) {
    actor.reason = reason.value_or("");
    return actor;
}

} // namespace kunna::access
