// Positions of things in a Snapshot's columns. They are dense and start at 0; database ids are carried beside them.
#pragma once

#include <cstdint>

namespace kunna::engine {

using SkillIndex = std::uint16_t;  // order of adding; at most 65,000 skills
using RoleIndex = std::uint16_t;   // order of adding; at most 65,000 roles
using UnitIndex = std::uint32_t;   // tree order: a subtree is the range [unit, end_of(unit))
using PersonIndex = std::uint32_t; // order of adding; stays the same from Snapshot to Snapshot

inline constexpr std::uint32_t no_index = 0xFFFF'FFFF;

} // namespace kunna::engine
