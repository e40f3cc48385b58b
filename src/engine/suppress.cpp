// Suppress: one tree.
#include "engine/suppress.hpp"

namespace kunna::engine {

Audience& Audience::operator+=(const Audience& other) {
    people += other.people;
    for (std::size_t state = 0; state < 4; ++state) rows[state] += other.rows[state];
    return *this;
}

bool safe(const Audience& audience, const SuppressRule& rule) {
    if (audience.people == 0) return true;
    if (audience.people < rule.fewest) return false;
    int states = 0;
    for (const std::uint32_t rows : audience.rows) states += rows > 0;
    return states != 1 || audience.people >= rule.alike_below;
}

void suppress(std::span<SuppressNode> tree, const SuppressRule& rule) {
    for (SuppressNode& node : tree) {
        node.shown = false;
        node.remainder = {};
    }
    // From the end: everything under a node is decided before the node is.
    for (std::size_t v = tree.size(); v-- > 0;) {
        SuppressNode& node = tree[v];
        if (node.size == 1) node.remainder = node.audience;
        // Its children have added what they leave open to node.remainder.
        node.shown = !node.barred && safe(node.audience, rule);
        while (node.shown && !safe(node.remainder, rule)) {
            // Hide the smallest of the topmost shown nodes under it that gives the remainder somebody.
            std::size_t smallest = tree.size();
            for (std::size_t d = v + 1; d < v + node.size; d += tree[d].shown ? tree[d].size : 1) {
                if (!tree[d].shown) continue;
                if (smallest == tree.size() || tree[d].audience.people < tree[smallest].audience.people) smallest = d;
            }
            if (smallest == tree.size()) {
                node.shown = false;
                break;
            }
            tree[smallest].shown = false;
            node.remainder += tree[smallest].remainder;
        }
        if (!node.shown && node.parent != no_index) tree[node.parent].remainder += node.remainder;
    }
}

std::vector<bool> tellable(std::span<const std::int64_t> parts, std::int64_t fewest) {
    std::vector<bool> told;
    std::int64_t rest = 0;
    for (const std::int64_t part : parts) {
        told.push_back(part == 0 || part >= fewest);
        if (!told.back()) rest += part;
    }
    while (rest > 0 && rest < fewest) {
        std::size_t least = parts.size();
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (told[i] && parts[i] > 0 && (least == parts.size() || parts[i] < parts[least])) least = i;
        if (least == parts.size()) break;
        told[least] = false;
        rest += parts[least];
    }
    // Of a whole of few not even the zeros: they would say where the few are not.
    if (rest > 0 && rest < fewest) std::fill(told.begin(), told.end(), false);
    return told;
}

} // namespace kunna::engine
