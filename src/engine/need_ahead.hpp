// Need ahead: of the group that a need is about, how many will be at the level, month by month, and whether they will
// be as many as are needed.
//
// Everybody goes the way that forecast.hpp describes. What is counted differs in two things. Able is who reaches the
// need's level, whatever their role requires: only as far as it requires the skill are people trained, and newcomers
// able. And only who is sure counts, as in need.hpp, with their full-time share: whoever's level is not known, or not
// sure, is not counted until they have left and somebody able has come after them. Whoever holds several roles goes
// the way of the first; who holds none leaves as often as the company, and nobody comes after them. Posts that growth
// brings are as large as those of the role in the group are on average, to a twentieth.
//
// Given the common shock to leaving, people are independent: their number is a sum of binomial counts and Poisson
// arrivals, computed as such in twentieths of a post; the shock is integrated. Groups in which it may vary by several
// posts are taken as normal.
#pragma once

#include "engine/forecast.hpp"
#include "engine/need.hpp"
#include "engine/suppress.hpp"

#include <algorithm>
#include <map>

namespace kunna::engine {

// Who is in the group of a need. Depends on today alone.
class NeedStock {
public:
    // People who stand alike. level: a step, or state_unknown when nothing is known or the level is not sure.
    struct Entry {
        std::optional<RoleIndex> role{};
        UnitIndex unit = 0;
        std::uint16_t fte = 0; // thousandths
        std::uint16_t age_and_tenure = 0;
        int level = 0;
        std::uint32_t people = 0;
    };

    NeedStock() = default;
    // Both by PersonIndex, as in Stock. The rule says of whom may be told.
    NeedStock(const Snapshot& snapshot, std::span<const std::uint8_t> tenure, std::span<const std::uint8_t> age,
              const Need& need, const SuppressRule& rule);

    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; } // by role, then unit
    // The part of the group that holds the role, or that is in the unit and under it: may it be told beside the whole,
    // and beside all other parts that may? Or is there nobody?
    [[nodiscard]] bool tells(RoleIndex role) const { return !contains(untold_roles_, role); }
    [[nodiscard]] bool tells_unit(UnitIndex unit) const { return !contains(untold_units_, unit); }

private:
    template <class Index>
    static bool contains(const std::vector<Index>& all, Index one) {
        return std::binary_search(all.begin(), all.end(), one);
    }
    using Counted = std::map<std::pair<std::optional<RoleIndex>, UnitIndex>, Audience>;
    void guard(const Counted& counted, const Units& units, const SuppressRule& rule);

    std::vector<Entry> entries_;
    std::vector<RoleIndex> untold_roles_; // ascending
    std::vector<UnitIndex> untold_units_;
};

// By month, today first, in full-time equivalents; chance and shortage are of the need's headcount.
struct NeedOutlook {
    std::vector<double> able{};
    std::vector<double> able_sd{};
    std::vector<double> chance{};   // of being as many as are needed: 1 before `from`
    std::vector<double> shortage{}; // the mean of how many are lacking: 0 before `from`

    // The first month with a shortage of at least half a person; nothing when there is none.
    [[nodiscard]] std::optional<int> first_shortage() const;
};

// from: the month from which they are needed; never: they are not within the horizon.
NeedOutlook need_outlook(const Snapshot& snapshot, const Stock& stock, const Assumptions& assumed, const Need& need,
                         const NeedStock& of, int from);

} // namespace kunna::engine
