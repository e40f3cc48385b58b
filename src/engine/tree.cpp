// Tree order by a walk without recursion: organisations may be deep, stacks are not.
#include "engine/tree.hpp"

#include <stdexcept>

namespace kunna::engine {

TreeOrder tree_order(std::span<const std::uint32_t> parent) {
    const auto count = static_cast<std::uint32_t>(parent.size());
    // Children as lists: first child of each node, next sibling of each.
    std::vector<std::uint32_t> first(count, no_index);
    std::vector<std::uint32_t> next(count, no_index);
    std::uint32_t first_root = no_index;
    for (std::uint32_t node = count; node-- > 0;) {
        if (parent[node] != no_index && parent[node] >= count) throw std::out_of_range{"parent outside the tree"};
        std::uint32_t& head = parent[node] == no_index ? first_root : first[parent[node]];
        next[node] = head;
        head = node;
    }
    TreeOrder tree;
    tree.order.reserve(count);
    tree.position.assign(count, no_index);
    tree.end.assign(count, no_index);
    tree.depth.assign(count, 0);
    std::uint32_t depth = 0;
    for (std::uint32_t node = first_root; node != no_index;) {
        tree.position[node] = static_cast<std::uint32_t>(tree.order.size());
        tree.depth[node] = depth;
        tree.order.push_back(node);
        if (first[node] != no_index) {
            node = first[node];
            ++depth;
            continue;
        }
        while (true) { // up until a sibling is left
            tree.end[node] = static_cast<std::uint32_t>(tree.order.size());
            if (next[node] != no_index) {
                node = next[node];
                break;
            }
            if (parent[node] == no_index) {
                node = no_index;
                break;
            }
            node = parent[node];
            --depth;
        }
    }
    return tree;
}

} // namespace kunna::engine
