// What one does with wishes. Only the person makes and takes back their own; whoever may see the person's levels reads
// them.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "wishes/wish.hpp"

#include <functional>

namespace kunna::wishes {

inline constexpr std::size_t most_wishes = 50; // of each kind

struct SkillWish {
    std::optional<std::int32_t> level{};
};
BOOST_DESCRIBE_STRUCT(SkillWish, (), (level))

// As may_see(levels) refuses.
Result<Wishes> wishes_of(db::Tx& tx, const access::Actor& actor, PersonId person);
Wishes wishes_of(db::Tx& tx, const db::Scope& scope, PersonId person);

// A wish that is there already gets the new level. Refuses wish.only_own, skill.not_found, skill.retired,
// level.outside_scale at /level, wish.too_many.
Result<Wishes> wish_skill(db::Tx& tx, const access::Actor& actor, PersonId person, SkillId skill,
                          const SkillWish& wish);
// Refuses wish.only_own, role.not_found, wish.too_many.
Result<Wishes> wish_role(db::Tx& tx, const access::Actor& actor, PersonId person, RoleId role);
// What is not wished is taken back without a word. Refuses wish.only_own.
Result<Wishes> take_back_skill(db::Tx& tx, const access::Actor& actor, PersonId person, SkillId skill);
Result<Wishes> take_back_role(db::Tx& tx, const access::Actor& actor, PersonId person, RoleId role);

// Everybody's, by skill and by role: only sums of them are told.
void each_wished_skill(db::Tx& tx, const std::function<void(SkillId, PersonId)>& take);
void each_wished_role(db::Tx& tx, const std::function<void(RoleId, PersonId)>& take);

// Refuses wish.only_own, when the actor may see the person, else person.not_found.
Result<void> only_own(db::Tx& tx, const access::Actor& actor, PersonId person);

} // namespace kunna::wishes
