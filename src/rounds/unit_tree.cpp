// The units in tree order.
#include "rounds/unit_tree.hpp"

#include "rounds/queries.hpp"

namespace kunna::rounds {

namespace {

struct UnitFlat {
    UnitId id{};
    std::optional<UnitId> parent{};
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(UnitFlat, (), (id, parent, name))

} // namespace

std::optional<engine::UnitIndex> UnitTree::find(UnitId unit) const {
    const auto at = index.find(unit.value);
    if (at == index.end()) return std::nullopt;
    return at->second;
}

std::vector<bool> UnitTree::reach(db::Tx& tx, const store::Reach& reach) const {
    std::vector<bool> covered(names.size(), reach.everywhere);
    if (reach.everywhere) return covered;
    for (const UnitId top : tx.all<UnitId>(queries::granted_units, {{"account", reach.account}}))
        if (const auto at = find(top))
            for (engine::UnitIndex u = *at; u < units.end_of(*at); ++u) covered[u] = true;
    return covered;
}

UnitTree unit_tree(db::Tx& tx) {
    const auto flat = tx.all<UnitFlat>(queries::unit_names);
    std::unordered_map<std::int64_t, std::uint32_t> number;
    for (std::uint32_t i = 0; i < flat.size(); ++i) number[flat[i].id.value] = i;
    std::vector<engine::Units::New> added;
    for (const UnitFlat& unit : flat)
        added.push_back({unit.id.value, unit.parent ? number.at(unit.parent->value) : engine::no_index});
    auto units = engine::Units::of(added);
    if (!units.ok()) throw std::runtime_error{"the units are no tree: " + units.error().code};
    UnitTree tree{std::move(units).unwrap(), {}, {}};
    tree.names.resize(flat.size());
    for (std::uint32_t i = 0; i < flat.size(); ++i) {
        const engine::UnitIndex at = tree.units.of_number(i);
        tree.names[at] = flat[i].name;
        tree.index[flat[i].id.value] = at;
    }
    return tree;
}

} // namespace kunna::rounds
