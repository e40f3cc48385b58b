// Snapshot: looking things up, and the same workforce on another day.
#include "engine/snapshot.hpp"

#include "base/fork_join.hpp"

#include <algorithm>

namespace kunna::engine {

Snapshot::Snapshot() :
    settings_(std::make_shared<const Settings>()), recency_(std::make_shared<const Recency>(*settings_)),
    units_(std::make_shared<const Units>()), skills_(std::make_shared<const std::vector<Skill>>()),
    roles_(std::make_shared<const std::vector<std::shared_ptr<const Role>>>()),
    lines_(std::make_shared<const ReportingLines>()) {
    order_blocks();
    line_up();
}

void Snapshot::order_blocks() {
    auto order = std::make_shared<Order>();
    const std::size_t count = blocks_.size();
    order->first_of_unit.assign(units_->size() + 1, 0);
    for (std::size_t b = 0; b < count; ++b) ++order->first_of_unit[blocks_[b]->unit + 1];
    for (std::size_t u = 0; u < units_->size(); ++u) order->first_of_unit[u + 1] += order->first_of_unit[u];
    order->block.resize(count);
    order->position.resize(count);
    std::vector<std::uint32_t> next(order->first_of_unit.begin(), order->first_of_unit.end() - 1);
    for (std::size_t b = 0; b < count; ++b) {
        const std::uint32_t position = next[blocks_[b]->unit]++;
        order->block[position] = static_cast<std::uint32_t>(b);
        order->position[b] = position;
    }
    order_ = std::move(order);
}

// sign: 1 = a block that is there, -1 = one that is no longer.
void Snapshot::Row::count(const Block& counted, int sign) {
    for (const Block::Group& group : counted.group) {
        holders[group.role].people += sign * std::int64_t{group.count};
        holders[group.role].fte += sign * std::int64_t{group.fte};
    }
}

void Snapshot::line_up() {
    auto row = std::make_shared<Row>();
    const std::size_t count = order_->block.size();
    row->block.resize(count);
    row->cell_at.resize(count + 1);
    row->holding_at.resize(count + 1);
    row->holders.resize(roles_->size());
    for (std::size_t position = 0; position < count; ++position) {
        const Block* block = blocks_[order_->block[position]].get();
        row->block[position] = block;
        row->cell_at[position + 1] = row->cell_at[position] + block->cell_skill.size();
        row->holding_at[position + 1] = row->holding_at[position] + block->holding.size();
        row->count(*block, 1);
    }
    row_ = std::move(row);
}

void Snapshot::line_up(std::span<const std::uint32_t> changed) {
    auto row = std::make_shared<Row>(*row_);
    row->holders.resize(roles_->size());
    for (const std::uint32_t number : changed) {
        const std::size_t position = order_->position[number];
        const Block* block = blocks_[number].get();
        row->count(*row->block[position], -1);
        row->count(*block, 1);
        row->block[position] = block;
        const auto shift = [&](std::vector<std::size_t>& at, std::size_t size) {
            const std::size_t by = size - (at[position + 1] - at[position]); // may wrap, and wraps back when added
            if (by != 0)
                for (std::size_t after = position + 1; after < at.size(); ++after) at[after] += by;
        };
        shift(row->cell_at, block->cell_skill.size());
        shift(row->holding_at, block->holding.size());
    }
    row_ = std::move(row);
}

std::span<const Evidence> Snapshot::evidence_of(PersonIndex p, SkillIndex skill) const {
    const auto all = evidence_of(p);
    const auto from = std::partition_point(all.begin(), all.end(), [&](const Evidence& e) { return e.skill < skill; });
    const auto to = std::partition_point(from, all.end(), [&](const Evidence& e) { return e.skill == skill; });
    return all.subspan(static_cast<std::size_t>(from - all.begin()), static_cast<std::size_t>(to - from));
}

namespace {
Snapshot::HeldLevel held_at(const Block& block, std::size_t at) {
    return {block.held_skill[at], held::level(block.held_word[at]),
            Confidence{static_cast<std::uint16_t>(block.held_confidence[at] & ~conflict_bit)},
            held::sure(block.held_word[at]), (block.held_confidence[at] & conflict_bit) != 0};
}
} // namespace

std::optional<Snapshot::HeldLevel> Snapshot::held(PersonIndex p, SkillIndex skill) const {
    const Block& block = block_of(p);
    const auto begin = block.held_skill.begin() + block.held_at[row_of(p)];
    const auto end = block.held_skill.begin() + block.held_at[row_of(p) + 1];
    const auto at = std::lower_bound(begin, end, skill);
    if (at == end || *at != skill) return std::nullopt;
    return held_at(block, static_cast<std::size_t>(at - block.held_skill.begin()));
}

std::vector<Snapshot::HeldLevel> Snapshot::held(PersonIndex p) const {
    const Block& block = block_of(p);
    std::vector<HeldLevel> levels;
    for (std::size_t at = block.held_at[row_of(p)]; at < block.held_at[row_of(p) + 1]; ++at)
        levels.push_back(held_at(block, at));
    return levels;
}

void Snapshot::remake_all(int threads) {
    std::vector<std::shared_ptr<const Block>> made(blocks_.size());
    const Context with = context();
    fork_join(made.size(), 16, threads, [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t b = begin; b < end; ++b) {
            std::vector<Member> members = members_of(*blocks_[b]);
            for (Member& member : members) member.fused_in = nullptr;
            made[b] = make_block(blocks_[b]->unit, members, with);
        }
    });
    Pages<std::shared_ptr<const Block>> blocks;
    for (auto& block : made) blocks.push_back(std::move(block));
    blocks_ = std::move(blocks);
    line_up();
}

Snapshot Snapshot::at(Date day, int threads) const {
    Snapshot other = *this;
    if (day == day_) return other;
    other.day_ = day;
    other.remake_all(threads);
    return other;
}

Result<Snapshot> Snapshot::with(const Settings& settings, int threads) const {
    Snapshot other = *this;
    other.settings_ = std::make_shared<const Settings>(settings);
    other.recency_ = std::make_shared<const Recency>(settings);
    auto roles = std::make_shared<std::vector<std::shared_ptr<const Role>>>();
    for (const auto& role : *roles_)
        roles->push_back(std::make_shared<const Role>(TRY(Role::of(role->id(), role->requirements(), settings))));
    other.roles_ = std::move(roles);
    other.remake_all(threads);
    return other;
}

std::size_t Snapshot::bytes() const {
    std::size_t sum = places_.size() * sizeof(Place);
    for (std::size_t b = 0; b < blocks_.size(); ++b) sum += blocks_[b]->bytes();
    return sum;
}

} // namespace kunna::engine
