// Evidence: one dated statement of a level from one source, in eight bytes.
#pragma once

#include "base/date.hpp"
#include "engine/indices.hpp"

#include <algorithm>
#include <array>
#include <boost/describe/enum.hpp>
#include <compare>
#include <cstdint>
#include <optional>

namespace kunna::engine {

// Where a statement comes from. The order is part of the canonical order of evidence, nothing else.
enum class Source : std::uint8_t { self, peer, manager, project, interview, talk, expert, certificate, test };
BOOST_DESCRIBE_ENUM(Source, self, peer, manager, project, interview, talk, expert, certificate, test)
inline constexpr std::size_t source_count = 9;

// How fast knowledge of a skill ages: tools 18 months, technical skills 36, soft skills 60 (domain.md §3).
enum class SkillKind : std::uint8_t { tool, technical, soft };
BOOST_DESCRIBE_ENUM(SkillKind, tool, technical, soft)
inline constexpr std::size_t skill_kind_count = 3;

// Days are kept as 16 bits from 1950-01-01 and reach to 2129-06-05; a day outside becomes the nearest inside.
// The member order is the canonical order: evidence is always fused in it, so the order of arrival cannot matter.
struct Evidence {
    SkillIndex skill = 0;
    std::uint16_t day_number = 0;
    Source source = Source::self;
    std::uint8_t step = 0;           // raw step on the skill's scale
    std::uint16_t expiry_number = 0; // last day it holds; 0 = does not expire

    static constexpr std::int32_t first_day = -7305; // 1950-01-01

    static constexpr std::uint16_t number_of(Date day) {
        return static_cast<std::uint16_t>(std::clamp(day.days() - first_day, 1, 0xFFFF));
    }
    static constexpr Evidence of(SkillIndex skill, Source source, int step, Date day,
                                 std::optional<Date> expires = {}) {
        return {skill, number_of(day), source, static_cast<std::uint8_t>(step),
                expires ? number_of(*expires) : std::uint16_t{0}};
    }

    [[nodiscard]] constexpr Date day() const { return Date::from_days(first_day + day_number); }
    [[nodiscard]] constexpr std::optional<Date> expires() const {
        if (expiry_number == 0) return std::nullopt;
        return Date::from_days(first_day + expiry_number);
    }
    // As of a day, what was stated later is not known yet, and what has lapsed counts as none.
    [[nodiscard]] constexpr bool holds_on(std::uint16_t on) const {
        return day_number <= on && (expiry_number == 0 || on <= expiry_number);
    }
    constexpr auto operator<=>(const Evidence&) const = default;
};
static_assert(sizeof(Evidence) == 8);

} // namespace kunna::engine
