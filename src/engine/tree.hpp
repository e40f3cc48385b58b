// Putting a forest given by parents into tree order; units and reporting lines are two of them.
#pragma once

#include "engine/indices.hpp"

#include <span>
#include <vector>

namespace kunna::engine {

struct TreeOrder {
    std::vector<std::uint32_t> order;    // position → node; a node stands before its subtree
    std::vector<std::uint32_t> position; // node → position; no_index for a node in or under a cycle
    std::vector<std::uint32_t> end;      // node → one past the position of the last in its subtree
    std::vector<std::uint32_t> depth;    // node → steps to its root
};

// `parent[node]` is a node or no_index. Siblings keep their order. Nodes of a cycle are left out of `order`.
TreeOrder tree_order(std::span<const std::uint32_t> parent);

} // namespace kunna::engine
