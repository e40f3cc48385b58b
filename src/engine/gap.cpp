// Gap rows and their sums, one person at a time. sweep.hpp does the whole workforce at once.
#include "engine/gap.hpp"

#include <algorithm>
#include <map>

namespace kunna::engine {

State state_of(std::uint16_t held_word, Level required) {
    if (held_word == held::unknown) return State::unknown;
    if (held::level(held_word) < required) return State::gap;
    return held::sure(held_word) ? State::met : State::uncertain;
}

Level gap_of(std::uint16_t held_word, Level required) {
    const Level level = held::level(held_word); // unknown is higher than any requirement
    return {static_cast<std::uint16_t>(level < required ? required.units - level.units : 0)};
}

void Sums::add(const GapRow& row) {
    ++rows;
    switch (row.state) {
    case State::met:
        ++met;
        break;
    case State::uncertain:
        ++uncertain;
        break;
    case State::gap:
        ++below;
        break;
    case State::unknown:
        ++unknown;
        break;
    }
    gap += row.gap.units;
    weighted_gap += std::int64_t{row.weight} * row.gap.units;
    if (row.state != State::unknown) weighted_required += std::int64_t{row.weight} * row.required.units;
    if (row.state == State::met) fte_met += row.fte;
    fte_required += row.fte;
}

void append_rows(const Snapshot& snapshot, PersonIndex person, std::vector<GapRow>& rows) {
    if (!snapshot.present(person)) return;
    const Block& block = snapshot.block(snapshot.block_position(person));
    const std::size_t row = snapshot.row_of(person);
    for (const RoleIndex r : block.roles_of(row)) {
        const Role& role = snapshot.role(r);
        std::uint32_t at = block.held_at[row];
        const std::uint32_t end = block.held_at[row + 1];
        for (std::uint32_t slot = 0; slot < role.slots(); ++slot) {
            const Requirement& need = role.requirements()[slot];
            while (at < end && block.held_skill[at] < need.skill) ++at;
            const bool known = at < end && block.held_skill[at] == need.skill;
            const std::uint16_t word = known ? block.held_word[at] : held::unknown;
            GapRow made{.person = person,
                        .role = r,
                        .skill = need.skill,
                        .required = need.required,
                        .gap = gap_of(word, need.required),
                        .weight = role.weight()[slot],
                        .fte = block.fte[row],
                        .must = need.must,
                        .state = state_of(word, need.required)};
            if (known) {
                made.level = held::level(word);
                made.confidence.units = static_cast<std::uint16_t>(block.held_confidence[at] & ~conflict_bit);
            }
            rows.push_back(made);
        }
    }
}

std::vector<GapRow> gap_rows(const Snapshot& snapshot, PersonIndex person) {
    std::vector<GapRow> rows;
    append_rows(snapshot, person, rows);
    return rows;
}

std::vector<GapRow> gap_rows(const Snapshot& snapshot, std::span<const PersonIndex> people) {
    std::vector<GapRow> rows;
    for (const PersonIndex person : people) append_rows(snapshot, person, rows);
    return rows;
}

PersonSums person_sums(const Snapshot& snapshot, PersonIndex person) {
    PersonSums of{.person = person};
    for (const GapRow& row : gap_rows(snapshot, person)) {
        of.sums.add(row);
        if (!row.must) continue;
        ++of.must_rows;
        if (row.state == State::met) ++of.must_met;
    }
    return of;
}

GroupSums set_sums(const Snapshot& snapshot, std::span<const PersonIndex> people) {
    GroupSums of;
    std::vector<GapRow> rows;
    for (const PersonIndex person : people) {
        rows.clear();
        append_rows(snapshot, person, rows);
        for (const GapRow& row : rows) of.sums.add(row);
        if (!rows.empty()) ++of.people;
    }
    return of;
}

std::vector<std::pair<SkillIndex, GroupSums>> set_sums_by_skill(const Snapshot& snapshot,
                                                                std::span<const PersonIndex> people) {
    struct Counting {
        GroupSums of;
        PersonIndex last = no_index; // a person's rows come together: counts each once
    };
    std::map<SkillIndex, Counting> by_skill;
    std::vector<GapRow> rows;
    for (const PersonIndex person : people) {
        rows.clear();
        append_rows(snapshot, person, rows);
        for (const GapRow& row : rows) {
            Counting& counting = by_skill[row.skill];
            counting.of.sums.add(row);
            if (counting.last != person) ++counting.of.people;
            counting.last = person;
        }
    }
    std::vector<std::pair<SkillIndex, GroupSums>> sums;
    for (const auto& [skill, counting] : by_skill) sums.emplace_back(skill, counting.of);
    return sums;
}

} // namespace kunna::engine
