// The innermost loops of a forecast, 16 months at a time. Built for several instruction sets.
//
// What is linear in people is summed once for all the cells that share a chain; what is not, a cell's shortage, stands
// on a table of those who stand alike: the mean of their chance over the shocks, and how it follows them.
#pragma once

#include "engine/stock.hpp"

namespace kunna::engine {

inline constexpr std::size_t month_lanes = 16;
inline constexpr std::size_t most_nodes = 3;
// Mean over the nodes, and the two directions in which three nodes can differ from it. They are orthonormal under the
// nodes' weights, so the variance over the nodes is the sum of their squares.
inline constexpr std::size_t directions = 3;

// Demand of one post, by month, and what the plan of a cell must know of each chunk of 16 months.
struct ShapeRows {
    const float* demand = nullptr;
    const float* sd = nullptr;    // its standard deviation
    const float* there = nullptr; // 1, or 0 when the posts are no more
    std::span<const float> least{};
    std::span<const float> least_sd{};
    std::span<const float> most_sd{};
};
// Able newcomers of one post's growth, by node; null: none.
struct InflowRows {
    const float* row[most_nodes]{};
    std::span<const float> most{}; // by chunk, of the mean
};

// People who stand alike: rows by month, by node.
struct Alike {
    const float* stay[most_nodes]{};   // is still there
    const float* refill[most_nodes]{}; // is gone, and who came after is able
    const float* level = nullptr;      // able, if still there; null: nothing is known
    float people = 0;                  // of all cells
};
struct Heads {
    std::uint32_t alike = 0;
    std::uint32_t people = 0;
};
// One requirement of a role in one unit, or its posts.
struct PostsCell {
    std::uint32_t first = 0; // of the heads
    std::uint32_t end = 0;
    float posts = 0;        // today
    float base = 0;         // what demand and inflow are multiplied with
    float* lacks = nullptr; // its shortage, written or added; may be null
};

// Cells of one role and one shape, and one requirement or the posts.
struct SlotTask {
    std::size_t chunks = 0;
    std::size_t nodes = 1;
    float weight[most_nodes]{1};
    float direction[directions][most_nodes]{{1}}; // by which chances by node are told in directions
    ShapeRows shape{};
    InflowRows inflow{};
    std::span<const Alike> alike{};
    std::span<const Heads> heads{};
    std::span<const PostsCell> cells{};
    bool adds = false;      // to the cells' own rows; else writes them
    float* table = nullptr; // room for directions × 16 floats for each of `alike`; starts at a multiple of 64 bytes
    // Rows that are added to.
    float* able[most_nodes]{};
    float* spread = nullptr; // variance given the node, mean over nodes
    float* unknown = nullptr;
    float* shortage = nullptr;
    float* demand = nullptr;
};

// Posts of one unit, all roles.
struct PostsHere {
    const float* rows =
        nullptr; // of people who stand alike: held by node, then the variance, `chunks` × 16 floats each
    const float* there = nullptr;
    float people = 0;
};
struct GrowthHere {
    const float* demand = nullptr;
    const float* there = nullptr;
    InflowRows inflow{};
    float base = 0;
    const float* shortage = nullptr;
    const float* lacking = nullptr;
};
struct UnitTask {
    std::size_t chunks = 0;
    std::size_t nodes = 1;
    float weight[most_nodes]{1};
    std::span<const PostsHere> posts{};
    std::span<const GrowthHere> groups{};
    // Rows that are written.
    float* able[most_nodes]{};
    float* spread = nullptr;
    float* unknown = nullptr;
    float* shortage = nullptr;
    float* demand = nullptr;
    float* lacking = nullptr;
};

struct MonthKernel {
    void (*slot)(const SlotTask& task);
    void (*unit)(const UnitTask& task);
};
// The quickest that this processor runs.
const MonthKernel& month_kernel();
// Each that it runs, for tests.
std::vector<MonthKernel> month_kernels();

} // namespace kunna::engine
