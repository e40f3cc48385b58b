// Forecast: who will be able to do what, month by month, if things go as assumed.
//
// A post is held by somebody at some level of a skill. Every month, in this order:
//   1 the holder leaves with probability ℓ = 1 − (1 − h)(1 − m): h the hazard of leaving (× first_year in the first
//     twelve months, × the common shock A, at most 1), m what depends on nothing else: `others` (retirement, moves
//     within) for newcomers and those whose age is not known; for the others 1 − (1 − moves)(1 − r), r the chance that
//     somebody of their age retires in that very month. With probability `refill` somebody new holds the post from then
//     on: at the level required with probability `ready`, else one step below.
//   2 whoever stays loses a step with probability `decay`, by skill kind; else, when below what is required, gains one
//     with probability `training`, from month `training_from` on.
// Growth brings posts: newcomers arrive as Poisson counts with mean refill × (what the demand has risen). Demand is
// posts today × shape(t) × (1 + B t/12), B normal with mean 0 and sd `demand_spread`; ln A is normal with sd
// `attrition_spread` and E A = 1. A and B are common to everybody.
//
// Given A, posts are independent, so means and variances are sums over posts and exact; A is integrated by
// Gauss–Hermite quadrature. Shortage is E[(D − S)+] of a cell, summed over cells: what one unit has too much of does
// not help another. The number of posts below is a sum of independent Bernoulli variables: in cells of up to 48 posts
// its distribution is computed as such, and demand, many arrivals and what A does to all posts together are taken as
// normal beside it; larger cells, and those whose demand is uncertain by most of a person, are normal altogether.
//
// Whoever's level is not known is neither able nor short: they are counted beside, for as long as they stay.
#pragma once

#include "engine/stock.hpp"

namespace kunna::engine {

inline constexpr int most_months = 120;
inline constexpr int never = most_months + 1;

struct RoleFlow {
    double hazard = 0;     // a month, of those with a year or more
    double first_year = 1; // × in the first twelve months
    double others = 0;     // m of newcomers, and of those whose age is not known
    double refill = 1;
    double moves = 0; // the part of `others` that has nothing to do with age
};

// Demand by month as a multiple of the posts of today (of one post, in an added group); [0] is today.
struct DemandPath {
    std::vector<double> demand{};
    int ends = never; // the month from which the posts and those who hold them are no more
    // How much of demand[0] somebody holds: the rest is vacant today, and is filled as growth is, in the first month.
    // All of it when not given.
    std::optional<double> held{};

    // What the posts of the month are compared with, to tell how many come.
    [[nodiscard]] double filled_before(int month) const {
        return month == 1 && held ? *held : demand[static_cast<std::size_t>(month) - 1];
    }
    [[nodiscard]] bool there(int month) const { return month < ends; }
    // Posts that come in the month, of those that are to be filled.
    [[nodiscard]] double growth(int month) const {
        return there(month) ? std::max(0.0, demand[static_cast<std::size_t>(month)] - filled_before(month)) : 0;
    }
    // How much of a shrinking role stays until the horizon: so far whoever leaves it is replaced.
    [[nodiscard]] double keeps(int months) const;
};

// Posts where today are none.
struct AddedGroup {
    RoleIndex role = 0;
    UnitIndex unit = 0;
    std::uint32_t shape = 0;
};

struct Assumptions {
    int months = 60; // at most most_months
    std::vector<RoleFlow> roles{};
    RoleFlow roleless{}; // of those who hold no role; nobody comes after them
    std::array<double, skill_kind_count> decay{};
    double training = 0;
    int training_from = 0;
    double ready = 0.5;
    double attrition_spread = 0;
    double demand_spread = 0;              // share of the posts a year
    std::vector<DemandPath> shapes{};      // months + 1 values each
    std::vector<std::uint32_t> shape_of{}; // by group of the Stock
    std::vector<AddedGroup> added{};
    // Cohorts of those whose age is known: by month, from 1 on, the chance of retiring of whoever is still there; none
    // after the last month named.
    std::vector<std::vector<double>> retiring{};
    std::array<std::uint8_t, age_count>
        cohort_of{}; // by age number; 0: as if it were not known, else retiring[that − 1]

    [[nodiscard]] double retires(std::size_t cohort, int month) const {
        const auto& by_month = retiring[cohort - 1];
        return static_cast<std::size_t>(month) < by_month.size() ? by_month[static_cast<std::size_t>(month)] : 0;
    }
};

// By month, today first. Of a skill, posts are those whose role requires it; of posts, able is who holds one.
struct Outlook {
    std::vector<double> able{};
    std::vector<double> able_sd{};
    std::vector<double> unknown{};
    std::vector<double> demand{};
    std::vector<double> demand_sd{};
    std::vector<double> shortage{};
    std::vector<double> surplus{}; // able or unknown, beyond the demand

    // The first month with a shortage of at least this many people; nothing when there is none.
    [[nodiscard]] std::optional<int> first_shortage(double people = 0.5) const;
    bool operator==(const Outlook&) const = default;
};

// Sums over cells, a row a skill, role or unit: what Outlooks are made of, kept flat because there may be many.
class Tracks {
public:
    enum Series : std::size_t { spread, unknown, shortage, demand, lacking, able };

    Tracks() = default;
    Tracks(std::size_t rows, int months, std::span<const double> node_weights, double demand_spread);
    // Rows hold nothing yet, not even zeros: whoever fills one clears it or writes all of it.
    static Tracks unset(std::size_t rows, int months, std::span<const double> node_weights, double demand_spread);

    [[nodiscard]] std::size_t rows() const { return rows_; }
    [[nodiscard]] std::size_t length() const { return length_; } // floats of one series: a multiple of 16
    [[nodiscard]] float* at(std::size_t row, std::size_t series) {
        return values_.data() + (row * series_ + series) * length_;
    }
    [[nodiscard]] const float* at(std::size_t row, std::size_t series) const {
        return values_.data() + (row * series_ + series) * length_;
    }
    void add(std::size_t row, const Tracks& from, std::size_t from_row);
    void clear(std::size_t row);
    [[nodiscard]] Outlook outlook(std::size_t row) const;
    // Of posts: what they lack of all the skills they require.
    [[nodiscard]] std::vector<double> months_of(std::size_t row, Series series) const;

private:
    std::size_t rows_ = 0;
    std::size_t length_ = 0;
    std::size_t series_ = 0;
    std::size_t months_ = 0;
    std::vector<double> node_weights_;
    double demand_spread_ = 0;
    UnsetColumn<float> values_;
};

// Which posts a question is about. Empty: all.
struct Selection {
    std::vector<UnitIndex> tops{}; // with the units under them
    std::optional<RoleIndex> role{};
    std::optional<SkillIndex> skill{};
    bool everywhere = true; // tops says nothing
    // Only what a curve is drawn of: the posts, and the skill when one is named. No units, and nothing is lacking.
    bool only_curve = false;

    [[nodiscard]] bool takes(const Units& units, UnitIndex unit) const;
    // The posts themselves, which stand behind a role's slots, are always taken.
    [[nodiscard]] bool takes_slot(const Role& of, std::uint32_t slot) const {
        return slot == of.slots() || (skill ? of.skill()[slot] == *skill : !only_curve);
    }
};

struct Forecast {
    int months = 0;
    std::vector<SkillIndex> skill{}; // by row of `skills`: those that anything selected requires, ascending
    std::vector<RoleIndex> role{};   // by row of `roles`
    std::vector<UnitIndex> unit{};   // by row of `units`: its own posts only
    Tracks skills{};
    Tracks roles{};
    Tracks units{};
    Tracks whole{}; // one row
};

// The same for any number of threads.
Forecast forecast(const Snapshot& snapshot, const Stock& stock, const Assumptions& assumed, const Selection& of = {},
                  int threads = 1);

// One role × unit × skill.
struct CellOutlook {
    RoleIndex role = 0;
    UnitIndex unit = 0;
    SkillIndex skill = 0;
    Outlook of{};
};
// Every cell of the selection, by role, unit, skill, one at a time.
void each_cell(const Snapshot& snapshot, const Stock& stock, const Assumptions& assumed, const Selection& of,
               const std::function<void(const CellOutlook&)>& take);

} // namespace kunna::engine
