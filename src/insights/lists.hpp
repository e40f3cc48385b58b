// Lists: the same sums by unit, role, skill and person; the command line and the tables of the screens.
#pragma once

#include "insights/fence.hpp"
#include "insights/profile.hpp"

namespace kunna::insights {

struct BySkill {
    SkillId skill{};
    skills::Text name{};
    std::string kind{};
    std::int64_t people = 0;
    Sums sums{};
    std::optional<double> mean_gap{};         // steps, of those below
    std::optional<std::int64_t> bus_factor{}; // holders of the hardest requirement who stay
    bool hidden = false;                      // too few people: no numbers
};
BOOST_DESCRIBE_STRUCT(BySkill, (), (skill, name, kind, people, sums, mean_gap, bus_factor, hidden))

struct ByRole {
    RoleId role{};
    skills::Text name{};
    std::int64_t people = 0;
    Sums sums{};
    bool hidden = false;
};
BOOST_DESCRIBE_STRUCT(ByRole, (), (role, name, people, sums, hidden))

struct ByUnit {
    UnitId unit{};
    std::optional<UnitId> parent{};
    std::string code{};
    std::string name{};
    std::int32_t depth = 0;
    std::int64_t people = 0;
    Sums sums{};
    bool hidden = false;
};
BOOST_DESCRIBE_STRUCT(ByUnit, (), (unit, parent, code, name, depth, people, sums, hidden))

// Who asks: someone who may not see the people gets no sum that tells on few of them; the command line, which has the
// database in hand, gets all.
enum class Audience : std::uint8_t { guarded, whole };

std::vector<BySkill> by_skill(const Workforce& workforce, const Fence& fence, Audience audience = Audience::guarded);
std::vector<ByRole> by_role(const Workforce& workforce, const Fence& fence, Audience audience = Audience::guarded);
std::vector<ByUnit> by_unit(const Workforce& workforce, const Fence& fence, Audience audience = Audience::guarded);

} // namespace kunna::insights
