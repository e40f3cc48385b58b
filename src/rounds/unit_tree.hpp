// The units in tree order with their names, and which of them an actor's HR covers. Private to rounds.
#pragma once

#include "engine/units.hpp"
#include "rounds/store.hpp"

#include <unordered_map>

namespace kunna::rounds {

struct UnitTree {
    engine::Units units;
    std::vector<std::string> names{}; // by UnitIndex
    std::unordered_map<std::int64_t, engine::UnitIndex> index{};

    [[nodiscard]] std::optional<engine::UnitIndex> find(UnitId unit) const;
    // By UnitIndex.
    [[nodiscard]] std::vector<bool> reach(db::Tx& tx, const store::Reach& reach) const;
};

UnitTree unit_tree(db::Tx& tx);

} // namespace kunna::rounds
