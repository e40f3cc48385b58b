// Chains: what becomes of one post, whatever the cell: still held by the same person, held by a newcomer who is able.
// Many cells share a chain, so each is worked out once.
#pragma once

#include "engine/forecast.hpp"

namespace kunna::engine {

using MonthRow = AlignedColumn<float>; // rows of `length` floats one after the other

// Common shocks to the hazard of leaving, by which it is multiplied, with their weights.
struct Node {
    double hazard_factor = 1;
    double weight = 1;
};
std::vector<Node> nodes_of(double attrition_spread);
// More of them, where what is asked is no smooth function of the shock.
std::vector<Node> close_nodes_of(double attrition_spread);

// Whose posts behave alike.
struct Flow {
    RoleFlow of{};
    auto operator<=>(const Flow& other) const {
        return std::tie(of.hazard, of.first_year, of.others, of.moves, of.refill) <=>
               std::tie(other.of.hazard, other.of.first_year, other.of.others, other.of.moves, other.of.refill);
    }
};
// Skills that are learnt and lost alike: people below what is required are trained, and newcomers come at it or a step
// below. `posts`: nothing is required but that the post is held.
struct Learning {
    SkillKind kind = SkillKind::technical;
    int required = 0;
    bool posts = false;
    std::optional<int> able_from{}; // the step from which somebody counts as able, when it is not the one required
};

// Whoever holds a post today, but for the level: cohort × tenure_count + tenure. Cohort 0: nothing is known of when
// they retire; others as in Assumptions::retiring, from 1 on.
using Standing = std::uint16_t;
// The standings that a flow is met with, a row each, ascending: all of cohort 0, and the longest tenure of each cohort.
struct Standings {
    std::vector<Standing> standing{};
    std::vector<std::uint16_t> row{}; // by Standing
};

// One flow: by node, standing × months: P(still there).
struct Stay {
    std::vector<MonthRow> row;
};
// One kind of learning. `fresh`: P(a newcomer of month v is able in month t, if still there), at v × (months + 1) + t.
struct Reach {
    MonthRow level; // step × months
    std::vector<double> fresh;
};
// One flow of one kind of learning: by node, standing × months: P(gone, and whoever holds the post now is able); and
// P(a post filled in month v is held by somebody able in month t).
struct Refill {
    std::vector<MonthRow> row;
    std::vector<std::vector<float>> newcomer; // as Reach::fresh
};

class Chains {
public:
    Chains(const Assumptions& assumed, const std::vector<Node>& nodes);

    [[nodiscard]] std::size_t length() const { return length_; } // months + 1, up to a multiple of 16
    [[nodiscard]] Stay stay(const Flow& flow, const Standings& of) const;
    [[nodiscard]] Reach reach(const Learning& learning) const;
    [[nodiscard]] Refill refill(const Flow& flow, const Standings& of, const Stay& stay, const Reach& reach) const;
    // By node: able newcomers of growth that brings `arrivals` posts by month.
    [[nodiscard]] std::vector<MonthRow> inflow(const Refill& refill, std::span<const double> arrivals) const;

private:
    [[nodiscard]] double leaves(const Flow& flow, const Node& node, int tenure, double others) const;
    [[nodiscard]] std::size_t index(std::size_t v, std::size_t t) const { return steady_ ? t - v : v * end_ + t; }
    // Adds what becomes of `arrivals` newcomers of month v.
    void add_newcomers(float* row, const std::vector<float>& newcomer, std::size_t v, double arrivals) const;

    const Assumptions& assumed_;
    const std::vector<Node>& nodes_;
    std::size_t end_;    // months + 1
    std::size_t length_; // of a row
    bool steady_;        // nothing newcomers meet depends on the calendar month: tables are by t − v
};

} // namespace kunna::engine
