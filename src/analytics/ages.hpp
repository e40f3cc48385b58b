// Ages: of those who are able, how many will leave for age before long. Sums for planning who is to learn from whom;
// never an input to the choice of a person (domain.md §5, §9).
//
// Stricter than other sums, and for everybody alike, whoever may see the people: no number is told of fewer than five
// people, none that can be had by subtraction is (engine/suppress.hpp), and none at all when fewer than ten are able.
// The bands, the level and the units are fixed and there is only today: nothing can be cut to fit one person, or asked
// twice for the difference.
#pragma once

#include "analytics/concentration.hpp"

namespace kunna::analytics {

// By the age a person reaches during the year.
BOOST_DEFINE_ENUM_CLASS(AgeBand, under_30, from_30, from_40, from_50, from_60, unknown)
inline constexpr std::size_t age_band_count = 6;
AgeBand age_band(std::optional<std::int32_t> birth_year, Date today);

struct SkillAges {
    SkillId skill{};
    skills::Text name{};
    bool critical = false;
    std::int32_t level = 3;
    bool hidden = false; // too few people: no numbers
    std::int64_t able = 0;
    std::vector<std::int64_t> bands{};     // of those able, by AgeBand; −1: too few people
    std::optional<double> leaving_share{}; // of those able, 60 or older; a least share when ages are not known
};
BOOST_DESCRIBE_STRUCT(SkillAges, (), (skill, name, critical, level, hidden, able, bands, leaving_share))

struct AgeStructure {
    Date day{};
    std::string name{};
    std::int64_t people = 0;
    std::vector<AgeBand> bands{};
    std::vector<std::int64_t> everyone{};  // by band, of all people; −1: too few people
    std::optional<double> leaving_share{}; // of everyone
    std::vector<SkillAges> skills{};       // required by a role somebody holds; the largest share of 60 or older first
};
BOOST_DESCRIBE_STRUCT(AgeStructure, (), (day, name, people, bands, everyone, leaving_share, skills))

AgeStructure age_structure(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor);

} // namespace kunna::analytics
