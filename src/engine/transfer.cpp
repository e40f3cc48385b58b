// Transfer.
#include "engine/transfer.hpp"

#include <algorithm>
#include <cmath>

namespace kunna::engine {

namespace {

// 0.7 as a fraction of whole numbers.
constexpr std::int64_t worth_times = 7;
constexpr std::int64_t worth_of = 10;
static_assert(worth_of_neighbour * worth_of == worth_times);

bool meets(Level level, Level required) {
    return level >= required;
}

void add(Transfer& sums, Level brought, Level required, std::uint16_t weight, bool must) {
    sums.brought += std::int64_t{std::min(brought.units, required.units)} * weight;
    sums.required += std::int64_t{required.units} * weight;
    const bool met = meets(brought, required);
    sums.full += met ? 1 : 0;
    sums.musts += must && !met ? 1 : 0;
}

} // namespace

std::vector<SkillLevel> levels_of(const Role& role) {
    std::vector<SkillLevel> levels;
    levels.reserve(role.slots());
    for (const Requirement& one : role.requirements()) levels.push_back({one.skill, one.required});
    return levels;
}

Level lent(Level neighbour, Likeness likeness) {
    return {static_cast<std::uint16_t>(std::int64_t{neighbour.units} * likeness.units * worth_times /
                                       (worth_of * Likeness::units_per_one))};
}

Brought::Brought(const Likenesses& likenesses) :
    likenesses_(&likenesses), level_(likenesses.skills(), 0), lent_in_area_(likenesses.area_count() + 1, 0) {
    area_.reserve(likenesses.skills());
    for (std::size_t skill = 0; skill < likenesses.skills(); ++skill)
        area_.push_back(std::min(likenesses.area(static_cast<SkillIndex>(skill)), likenesses.area_count()));
}

void Brought::take(std::span<const SkillLevel> levels) {
    for (const SkillIndex skill : touched_) {
        level_[skill] = 0;
        lent_in_area_[area_[skill]] = 0;
    }
    touched_.clear();
    const Likeness in_area = Likeness::of_number(likeness_of_area);
    const auto raise = [](std::uint16_t& to, Level level) { to = std::max(to, level.units); };
    for (const SkillLevel& held : levels) {
        touched_.push_back(held.skill);
        raise(level_[held.skill], held.level);
        // What a skill lends its own area is less than its own level, so it may stand for itself too.
        if (likenesses_->area(held.skill) != no_area)
            raise(lent_in_area_[area_[held.skill]], lent(held.level, in_area));
        for (const Likenesses::Tie& tie : likenesses_->ties(held.skill)) {
            touched_.push_back(tie.other);
            raise(level_[tie.other], lent(held.level, tie.likeness));
        }
    }
}

Transfer transfer(const Brought& brought, const Role& to) {
    Transfer sums;
    const std::uint16_t* required = to.required();
    const std::uint16_t* weight = to.weight();
    const SkillIndex* skill = to.skill();
    for (std::uint32_t slot = 0; slot < to.slots(); ++slot)
        add(sums, brought[skill[slot]], {required[slot]}, weight[slot], (to.must(slot) >> slot % 32 & 1U) != 0);
    return sums;
}

Transfer transfer(const Brought& brought, std::span<const SkillLevel> to) {
    Transfer sums;
    for (const SkillLevel& one : to) add(sums, brought[one.skill], one.level, 1, false);
    return sums;
}

double similarity(const Transfer& there, const Transfer& back) {
    return std::sqrt(there.share().value_or(0) * back.share().value_or(0));
}

std::vector<TransferRow> transfer_rows(const Likenesses& likenesses, std::span<const SkillLevel> levels,
                                       const Role& to) {
    std::vector<SkillLevel> sorted{levels.begin(), levels.end()};
    std::sort(sorted.begin(), sorted.end(), [](const SkillLevel& a, const SkillLevel& b) { return a.skill < b.skill; });
    std::vector<TransferRow> rows;
    for (std::uint32_t slot = 0; slot < to.slots(); ++slot) {
        TransferRow row{.skill = to.skill()[slot],
                        .required = {to.required()[slot]},
                        .weight = to.weight()[slot],
                        .must = (to.must(slot) >> slot % 32 & 1U) != 0};
        for (const SkillLevel& held : sorted)
            if (held.skill == row.skill) row.own = std::max(row.own.value_or(Level{}), held.level);
        row.brought = row.own.value_or(Level{});
        for (const SkillLevel& held : sorted) {
            if (held.skill == row.skill) continue;
            const Likenesses::Parts likeness = likenesses.between(held.skill, row.skill);
            const Level lends = lent(held.level, likeness.likeness);
            if (lends <= row.brought) continue;
            row.brought = lends;
            row.neighbour = held;
            row.likeness = likeness;
        }
        rows.push_back(row);
    }
    return rows;
}

} // namespace kunna::engine
