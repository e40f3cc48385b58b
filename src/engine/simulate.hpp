// Simulate: the same future as forecast.hpp describes, drawn person by person and month by month. The referee of the
// analytic engine: it shares its assumptions, and none of its maths.
#pragma once

#include "engine/forecast.hpp"
#include "engine/need.hpp"

namespace kunna::engine {

// One run: every role × unit × skill, by month.
struct Drawn {
    RoleIndex role = 0;
    UnitIndex unit = 0;
    SkillIndex skill = 0;
    int month = 0;
    int able = 0;
    int unknown = 0;
    double demand = 0;
    [[nodiscard]] double shortage() const { return std::max(0.0, demand - able - unknown); }
};

// Of a need, by month: thousandths of full-time posts whose holders are able (need_ahead.hpp).
using DrawnNeed = std::vector<std::int64_t>;

class Simulator {
public:
    // Both by PersonIndex: months, at most 12, and age numbers; no ages: none is known.
    Simulator(const Snapshot& snapshot, std::span<const std::uint8_t> tenure, const Assumptions& assumed,
              std::span<const std::uint8_t> age = {}, std::span<const Need> needs = {});

    // Cells come in a fixed order, the months of a cell together. Returns what was drawn of the needs.
    std::vector<DrawnNeed> run(std::uint64_t seed, const std::function<void(const Drawn&)>& take) const;

private:
    class Draws;
    class Run;

    // Whoever holds a post when a run begins.
    struct Holder {
        int tenure = 0;
        std::size_t cohort = 0;
        // From here on in levels_ a step, or state_unknown, a requirement and then an asking of the group; in parts_
        // how much of a post the holder counts for, by asking.
        std::size_t levels = 0;
        std::size_t parts = 0;
    };
    // A need that asks of a group, beside what its role requires.
    struct Asking {
        std::size_t need = 0;
        SkillIndex skill = 0;
        int required = 0; // by the role
        int able_from = 0;
    };
    struct Group {
        std::optional<RoleIndex> role{}; // none: people without a role, whom nobody comes after
        UnitIndex unit = 0;
        std::uint32_t shape = 0;
        bool added = false;
        std::size_t first = 0; // of the holders
        std::size_t end = 0;
        std::vector<Asking> asked{};
        std::vector<int> newcomers{}; // by asking: how much of a post a newcomer of growth counts for
    };

    void add_holder(PersonIndex person, const Group& group, int tenure, std::size_t cohort);
    void size_newcomers();
    [[nodiscard]] std::vector<Asking> asked_of(std::optional<RoleIndex> role, UnitIndex unit) const;
    [[nodiscard]] const std::vector<Requirement>& required_of(const Group& group) const;

    const Snapshot& snapshot_;
    const Assumptions& assumed_;
    std::vector<Group> groups_;
    std::vector<Holder> holders_;
    std::vector<std::int8_t> levels_;
    std::vector<int> parts_;
    std::vector<double> keeps_; // by shape
    std::span<const Need> needs_;
};

} // namespace kunna::engine
