// Refresh: until when a level stays sure when nothing more is stated.
#pragma once

#include "engine/fuse.hpp"

#include <optional>

namespace kunna::engine {

// The last day, at most `until`, on which the level is sure, as far as is known on `on`: age lowers the confidence and
// certificates lapse, so once it is no longer sure it stays so. Nothing when not even the newest statement made it
// sure. `statements` as for fuse().
std::optional<Date> sure_until(std::span<const Evidence> statements, SkillKind kind, const Settings& settings,
                               const Recency& recency, Date on, Date until);

} // namespace kunna::engine
