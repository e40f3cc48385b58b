// Units: the tree of an organisation in tree order, so that a subtree is a range.
#pragma once

#include "base/result.hpp"
#include "engine/indices.hpp"

#include <cstdint>
#include <vector>

namespace kunna::engine {

class Units {
public:
    struct New {
        std::int64_t id = 0;
        std::uint32_t parent = no_index; // number of the parent in the order of adding, which may come later
    };

    // Siblings keep the order in which they were added. Refuses a unit above itself.
    static Result<Units> of(const std::vector<New>& added);

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(id_.size()); }
    [[nodiscard]] std::int64_t id(UnitIndex u) const { return id_[u]; }
    [[nodiscard]] UnitIndex parent(UnitIndex u) const { return parent_[u]; } // no_index for a top unit
    [[nodiscard]] UnitIndex end_of(UnitIndex u) const { return end_[u]; }    // subtree = [u, end_of(u))
    [[nodiscard]] std::uint32_t depth(UnitIndex u) const { return depth_[u]; }
    // Where the unit that was added n-th came to stand.
    [[nodiscard]] UnitIndex of_number(std::uint32_t n) const { return of_number_[n]; }

private:
    std::vector<std::int64_t> id_;
    std::vector<UnitIndex> parent_;
    std::vector<UnitIndex> end_;
    std::vector<std::uint32_t> depth_;
    std::vector<UnitIndex> of_number_;
};

} // namespace kunna::engine
