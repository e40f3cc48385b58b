// Likeness: how near two skills are to each other, by what is known of them apart from people (domain.md §3, "sim").
//
// sim = 1 − (1 − e)(1 − a)(1 − ½J): three signs, each on its own, as statements add up to a confidence.
//   e  what a taxonomy says of the two, 0…1: the strongest of its edges
//   a  0.3 when they are of the same area, else 0
//   J  role profiles that ask for both / that ask for either (Jaccard); counts from two profiles with both on, since
//      in a catalogue with few profiles any two rare skills of one profile would otherwise be alike
#pragma once

#include "engine/role.hpp"

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace kunna::engine {

// 0 (nothing in common) to 1, in units of 1/10000.
struct Likeness {
    static constexpr int units_per_one = 10'000;

    std::uint16_t units = 0;

    static Likeness of_number(double likeness);
    [[nodiscard]] constexpr double number() const { return static_cast<double>(units) / units_per_one; }
    constexpr auto operator<=>(const Likeness&) const = default;
};

inline constexpr double likeness_of_area = 0.3;
inline constexpr std::uint32_t least_together = 2;
inline constexpr std::uint32_t no_area = std::numeric_limits<std::uint32_t>::max();

// A taxonomy's word that two skills are near; the order of the two says nothing.
struct SkillEdge {
    SkillIndex one = 0;
    SkillIndex other = 0;
    double strength = 0; // 0…1
};

class Likenesses {
public:
    struct Tie {
        SkillIndex other = 0;
        Likeness likeness{};
        Likeness edge{};            // e
        std::uint32_t together = 0; // profiles that ask for both
    };
    // All that one likeness came from.
    struct Parts {
        Likeness likeness{};
        Likeness edge{};
        bool same_area = false;
        std::uint32_t together = 0;
        std::uint32_t either = 0; // profiles that ask for one of them or both
    };

    // areas: one for each skill, 0, 1, 2, … or no_area.
    Likenesses(std::vector<std::uint32_t> areas, std::span<const SkillEdge> edges, std::span<const Role* const> roles);

    [[nodiscard]] std::size_t skills() const { return areas_.size(); }
    [[nodiscard]] std::uint32_t area(SkillIndex skill) const { return areas_[skill]; }
    [[nodiscard]] std::uint32_t area_count() const { return area_count_; }
    // By skill: those with an edge, or together in profiles. Two skills that share nothing but the area have no tie:
    // an area of n skills would have n² of them.
    [[nodiscard]] std::span<const Tie> ties(SkillIndex skill) const {
        return std::span{ties_}.subspan(tie_at_[skill], tie_at_[skill + 1] - tie_at_[skill]);
    }
    // Of two different skills.
    [[nodiscard]] Parts between(SkillIndex one, SkillIndex other) const;

private:
    [[nodiscard]] bool same_area(SkillIndex one, SkillIndex other) const {
        return areas_[one] != no_area && areas_[one] == areas_[other];
    }
    [[nodiscard]] std::uint32_t either(SkillIndex one, SkillIndex other, std::uint32_t together) const {
        return asked_in_[one] + asked_in_[other] - together;
    }
    void set_likeness(SkillIndex skill, Tie& tie) const;

    std::vector<std::uint32_t> areas_;
    std::uint32_t area_count_ = 0;
    std::vector<std::uint32_t> asked_in_; // by skill: profiles that ask for it
    std::vector<std::size_t> tie_at_;     // by skill; one longer
    std::vector<Tie> ties_;
};

} // namespace kunna::engine
