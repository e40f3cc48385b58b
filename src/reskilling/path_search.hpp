// Path search: one group of skills and activities that are tied together. Private to path.
#pragma once

#include "reskilling/path.hpp"

namespace kunna::reskilling {

struct SearchSkill {
    SkillNumber skill = 0;
    Level held{};
    Level wanted{}; // 0: matters only for what else it opens
};
// As Way, with places in the group instead of numbers.
struct SearchWay {
    std::uint32_t way = 0;
    std::int64_t cost = 0;
    std::int32_t minutes = 0;
    std::vector<Raise> raises{};
    std::vector<Entry> entry{};
    std::vector<std::uint32_t> after{};
    bool closed = false;       // something that must come first cannot
    bool teaches_more = false; // also what is not in the group and not reached: nobody tests out of it here
};
struct SearchGroup {
    std::vector<SearchSkill> skills{};
    std::vector<SearchWay> ways{};
};
struct SearchAnswer {
    std::vector<PathStep> steps{};
    std::vector<Level> level{}; // by skill of the group, afterwards
    bool exact = true;
};

SearchAnswer search(const SearchGroup& group, std::size_t states);

} // namespace kunna::reskilling
