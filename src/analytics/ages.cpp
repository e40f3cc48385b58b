// Ages.
#include "analytics/ages.hpp"

#include "analytics/queries.hpp"
#include "engine/supply.hpp"
#include "insights/sums.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace kunna::analytics {

namespace {

using insights::Workforce;
using Bands = std::array<std::int64_t, age_band_count>;

constexpr auto oldest = static_cast<std::size_t>(AgeBand::from_60);

struct Born {
    PersonId id{};
    std::int32_t birth_year = 0;
};
BOOST_DESCRIBE_STRUCT(Born, (), (id, birth_year))

// By PersonIndex.
std::vector<AgeBand> bands_of(db::Tx& tx, const Workforce& workforce) {
    std::vector<AgeBand> bands(workforce.snapshot().person_end(), AgeBand::unknown);
    tx.each<Born>(queries::birth_years, {}, [&](const Born& born) {
        if (const auto person = workforce.find(born.id)) bands[*person] = age_band(born.birth_year, workforce.day());
    });
    return bands;
}

// Each band as a child of all. Who is behind a number are the people in it, not those they are a part of. Of few people
// a nought too would tell on each of them: none of them is of that age.
std::vector<std::int64_t> told_of(const Bands& bands, const engine::SuppressRule& rule) {
    const std::int64_t all = std::accumulate(bands.begin(), bands.end(), std::int64_t{0});
    std::vector<std::int64_t> told(bands.size(), told_nothing);
    if (all < rule.alike_below) return told;
    std::vector<engine::SuppressNode> tree(1 + bands.size());
    tree[0].size = static_cast<std::uint32_t>(tree.size());
    tree[0].audience.people = static_cast<std::uint32_t>(all);
    for (std::size_t band = 0; band < bands.size(); ++band) {
        tree[1 + band].parent = 0;
        tree[1 + band].audience.people = static_cast<std::uint32_t>(bands[band]);
    }
    engine::suppress(tree, rule);
    for (std::size_t band = 0; band < bands.size(); ++band)
        if (tree[0].shown && tree[1 + band].shown) told[band] = bands[band];
    return told;
}

std::optional<double> leaving_share(const std::vector<std::int64_t>& bands, std::int64_t all) {
    if (all == 0 || bands[oldest] == told_nothing) return std::nullopt;
    return insights::rounded(static_cast<double>(bands[oldest]) / static_cast<double>(all));
}

// Walks everybody once: how many of each band there are, and how many of them are able, by skill.
struct Counted {
    Bands everyone{};
    std::vector<Bands> able{}; // by skill
};

Counted count(const Workforce& workforce, const insights::Fence& fence, const std::vector<AgeBand>& bands) {
    const engine::Snapshot& snapshot = workforce.snapshot();
    std::vector<engine::Level> level;
    for (const insights::SkillName& skill : workforce.names().skills) level.push_back(able_level(skill));
    Counted counted{{}, std::vector<Bands>(level.size())};
    for (const engine::UnitIndex top : fence.tops) {
        const auto range = snapshot.block_range(top, snapshot.units().end_of(top));
        for (std::size_t b = range.begin; b < range.end; ++b) {
            const engine::Block& block = snapshot.block(b);
            for (std::size_t row = 0; row < block.people(); ++row) {
                const auto band = static_cast<std::size_t>(bands[block.person[row]]);
                ++counted.everyone[band];
                for (std::uint32_t h = block.held_at[row]; h < block.held_at[row + 1]; ++h) {
                    const engine::SkillIndex skill = block.held_skill[h];
                    if (engine::state_of(block.held_word[h], level[skill]) == engine::State::met)
                        ++counted.able[skill][band];
                }
            }
        }
    }
    return counted;
}

} // namespace

AgeBand age_band(std::optional<std::int32_t> birth_year, Date today) {
    if (!birth_year || *birth_year == 0) return AgeBand::unknown;
    const int age = static_cast<int>(today.civil().year()) - *birth_year;
    if (age < 30) return AgeBand::under_30;
    if (age < 40) return AgeBand::from_30;
    if (age < 50) return AgeBand::from_40;
    return age < 60 ? AgeBand::from_50 : AgeBand::from_60;
}

AgeStructure age_structure(db::Db& db, const Workforce& workforce, const access::Actor& actor) {
    const insights::Fence fence = insights::fence_of(workforce, actor);
    AgeStructure told{.day = workforce.day(),
                      .name = part_name(workforce, fence),
                      .people = part_people(workforce, fence),
                      .bands = {AgeBand::under_30, AgeBand::from_30, AgeBand::from_40, AgeBand::from_50,
                                AgeBand::from_60, AgeBand::unknown}};
    const auto [bands, critical] = db.read([&](db::Tx& tx) {
        return std::pair{bands_of(tx, workforce), critical_skills(tx, workforce.names())};
    });
    const Counted counted = count(workforce, fence, bands);
    const engine::SuppressRule rule = workforce.suppress_rule();
    told.everyone = told_of(counted.everyone, rule);
    told.leaving_share = leaving_share(told.everyone, told.people);
    const auto bars = engine::bars(workforce.snapshot(), fence.tops);
    for (std::size_t s = 0; s < bars.size(); ++s) {
        if (!bars[s].required) continue;
        const insights::SkillName& name = workforce.names().skills[s];
        SkillAges ages{.skill = name.id,
                       .name = name.name,
                       .critical = critical[s],
                       .level = able_level(name).units / engine::Level::units_per_step};
        for (const std::int64_t able : counted.able[s]) ages.able += able;
        ages.hidden = ages.able < rule.fewest || !insights::shows(workforce, fence, static_cast<engine::SkillIndex>(s));
        if (ages.hidden) {
            ages.able = 0;
        } else {
            ages.bands = told_of(counted.able[s], rule);
            ages.leaving_share = leaving_share(ages.bands, ages.able);
        }
        told.skills.push_back(std::move(ages));
    }
    std::stable_sort(told.skills.begin(), told.skills.end(), [](const SkillAges& a, const SkillAges& b) {
        return a.leaving_share.value_or(-1) > b.leaving_share.value_or(-1);
    });
    return told;
}

} // namespace kunna::analytics
