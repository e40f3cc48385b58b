// Ids that cannot be confused: a PersonId is not a SkillId.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace kunna {

template <class Tag>
struct Id {
    std::int64_t value = 0;

    constexpr Id() = default;
    constexpr explicit Id(std::int64_t v) : value(v) {}
    constexpr auto operator<=>(const Id&) const = default;
    [[nodiscard]] constexpr bool given() const { return value != 0; }
};

template <class T>
struct IsId : std::false_type {};
template <class Tag>
struct IsId<Id<Tag>> : std::true_type {};

using PersonId = Id<struct PersonTag>;
using UnitId = Id<struct UnitTag>;
using PositionId = Id<struct PositionTag>;
using SkillId = Id<struct SkillTag>;
using SkillGroupId = Id<struct SkillGroupTag>;
using ScaleId = Id<struct ScaleTag>;
using RoleId = Id<struct RoleTag>;
using RoleProfileId = Id<struct RoleProfileTag>;
using AssessmentId = Id<struct AssessmentTag>;
using AttachmentId = Id<struct AttachmentTag>;
using ContestId = Id<struct ContestTag>;
using AccountId = Id<struct AccountTag>;
using TokenId = Id<struct TokenTag>;
using JobId = Id<struct JobTag>;
using ImportId = Id<struct ImportTag>;

} // namespace kunna

template <class Tag>
struct std::hash<kunna::Id<Tag>> {
    std::size_t operator()(kunna::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
