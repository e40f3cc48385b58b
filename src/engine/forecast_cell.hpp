// The innermost loop of a forecast: one cell, 16 months at a time. Built for several instruction sets.
#pragma once

#include "engine/stock.hpp"

namespace kunna::engine {

inline constexpr std::size_t month_lanes = 16;
inline constexpr std::size_t most_nodes = 3;

// Rows are by month, `chunks` × 16 floats.
struct CellTask {
    std::size_t chunks = 0;
    std::size_t nodes = 1;
    const double* weight = nullptr;    // by node
    const float* stay[most_nodes]{};   // by node: tenure × months: is still there
    const float* refill[most_nodes]{}; // by node: tenure × months: is gone, and who came after is able
    const float* inflow[most_nodes]{}; // by node: able newcomers of one post's growth; null: none
    const float* mean_stay = nullptr;  // over the nodes
    const float* mean_refill = nullptr;
    const float* mean_inflow = nullptr;
    const float* level = nullptr;         // step × months: able, if still there
    const float* shape = nullptr;         // demand of one post
    const float* shape_sd = nullptr;      // and its standard deviation
    const float* there = nullptr;         // 1, or 0 when the posts are no more
    std::span<const float> least_shape{}; // by chunk
    std::span<const float> least_sd{};    // by chunk
    std::span<const float> most_sd{};
    std::span<const float> most_inflow{}; // by chunk, over the nodes
    std::span<const Stock::Entry> entries{};
    float posts = 0; // today
    float base = 0;  // what shape and inflow are multiplied with
};

// Each is added to.
struct CellOut {
    float* able[most_nodes]{};
    float* spread = nullptr; // variance given the node, mean over nodes
    float* unknown = nullptr;
    float* shortage = nullptr;
    float* demand = nullptr;
    float* lacking = nullptr; // shortage and demand once more, or null
    float* required = nullptr;
};

using CellFunction = void (*)(const CellTask& task, const CellOut& out);
// The quickest that this processor runs.
CellFunction cell_function();
// Each that it runs, for tests.
std::vector<CellFunction> cell_functions();

} // namespace kunna::engine
