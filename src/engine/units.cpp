// Units in tree order.
#include "engine/units.hpp"

#include "engine/tree.hpp"

namespace kunna::engine {

Result<Units> Units::of(const std::vector<New>& added) {
    std::vector<std::uint32_t> parent;
    parent.reserve(added.size());
    for (const New& unit : added) parent.push_back(unit.parent);
    const TreeOrder tree = tree_order(parent);
    if (tree.order.size() != added.size()) return refuse(Kind::invalid, "engine.unit_cycle");
    Units units;
    units.of_number_ = tree.position;
    for (const std::uint32_t number : tree.order) {
        units.id_.push_back(added[number].id);
        units.parent_.push_back(parent[number] == no_index ? no_index : tree.position[parent[number]]);
        units.end_.push_back(tree.end[number]);
        units.depth_.push_back(tree.depth[number]);
    }
    return units;
}

} // namespace kunna::engine
