// Disclose: the table unit × skill, column by column and row by row until both hold.
#include "base/fork_join.hpp"
#include "engine/column.hpp"
#include "engine/suppress.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace kunna::engine {

class Discloser {
public:
    Discloser(const Snapshot& snapshot, const Sweep& swept, const SuppressRule& rule, int threads) :
        snapshot_(snapshot), rule_(rule), threads_(threads), columns_(snapshot.skills().size()) {
        gather(swept);
    }

    Disclosure run() {
        const std::size_t nodes = 1 + 2 * std::size_t{snapshot_.units().size()} + 1;
        leaves_.resize(nodes);
        suppress(totals_.tree, rule_);
        index_roles();
        guard_columns([&](std::size_t s) {
            columns_[s] = column_of(snapshot_.units(), own_of(s));
            suppress(columns_[s].tree, rule_);
        });
        // Hiding a cell for its row may open a remainder in its column, and the other way round. Cells barred stay
        // barred, so this ends.
        std::vector<bool> stale(columns_.size(), false);
        while (guard_rows(stale)) {
            guard_columns([&](std::size_t s) {
                if (stale[s]) suppress(columns_[s].tree, rule_);
            });
            stale.assign(columns_.size(), false);
        }
        return result();
    }

private:
    struct RowCell {
        SkillIndex skill;
        std::uint32_t at; // in the column's tree
    };

    std::span<const OwnAudience> own_of(std::size_t skill) const {
        return std::span{own_}.subspan(own_at_[skill], own_at_[skill + 1] - own_at_[skill]);
    }

    // Cells by skill, by counting; blocks come in tree order, so each column is in tree order too. Each thread counts
    // and then places the cells of a stretch of blocks.
    void gather(const Sweep& swept) {
        const std::size_t skills = columns_.size();
        const std::size_t blocks = snapshot_.block_count();
        const std::size_t stretches = static_cast<std::size_t>(std::max(threads_, 1));
        const auto first_of = [&](std::size_t stretch) { return blocks * stretch / stretches; };
        std::vector<std::vector<std::size_t>> next(stretches, std::vector<std::size_t>(skills, 0));
        fork_join(stretches, 1, threads_, [&](std::size_t i, std::size_t, int) {
            for (std::size_t b = first_of(i); b < first_of(i + 1); ++b)
                for (const SkillIndex skill : snapshot_.block(b).cell_skill) ++next[i][skill];
        });
        own_at_.assign(1, 0);
        std::size_t at = 0;
        for (std::size_t s = 0; s < skills; ++s) {
            for (auto& of_stretch : next) {
                const std::size_t counted = std::exchange(of_stretch[s], at);
                at += counted;
            }
            own_at_.push_back(at);
        }
        own_.resize(at);
        std::vector<OwnAudience> totals(blocks);
        fork_join(stretches, 1, threads_, [&](std::size_t i, std::size_t, int) {
            for (std::size_t b = first_of(i); b < first_of(i + 1); ++b) {
                const Block& block = snapshot_.block(b);
                const auto cells = swept.cells_of(b);
                totals[b] = total_of(block, cells);
                for (std::size_t c = 0; c < cells.size(); ++c)
                    own_[next[i][block.cell_skill[c]]++] = {block.unit, audience_of(block.demand[c], cells[c])};
            }
        });
        own_.resize(merge_cells());
        totals_ = column_of_totals(snapshot_.units(), std::move(totals));
    }

    // A unit has several cells of a skill when roles require it at several levels, or when it has several blocks.
    std::size_t merge_cells() {
        std::size_t kept = 0;
        std::size_t begin = 0;
        for (std::size_t s = 0; s < columns_.size(); ++s) {
            const std::size_t end = own_at_[s + 1];
            kept = merge_units(own_, begin, end, kept);
            own_at_[s + 1] = kept;
            begin = end;
        }
        return kept;
    }

    // Does `guard` to each column, and looks at what they then leave in the rows.
    template <class Guard>
    void guard_columns(const Guard& guard) {
        std::vector<std::vector<std::uint8_t>> seen(static_cast<std::size_t>(std::max(threads_, 1)));
        fork_join(columns_.size(), 16, threads_, [&](std::size_t begin, std::size_t end, int thread) {
            auto& leaves = seen[static_cast<std::size_t>(thread)];
            leaves.resize(leaves_.size());
            for (std::size_t s = begin; s < end; ++s) {
                guard(s);
                look_at(columns_[s], leaves);
            }
        });
        std::fill(leaves_.begin(), leaves_.end(), std::uint8_t{0});
        for (const auto& of_thread : seen)
            for (std::size_t node = 0; node < of_thread.size(); ++node) leaves_[node] |= of_thread[node];
    }

    // What a column's hidden cells leave behind in their rows. Mostly one of them leaves enough people by itself.
    void look_at(const Column& column, std::vector<std::uint8_t>& leaves) const {
        for (std::size_t v = 0; v < column.tree.size(); ++v) {
            const SuppressNode& cell = column.tree[v];
            if (cell.shown || cell.audience.people == 0) continue;
            leaves[column.node[v]] |= cell.remainder.people >= rule_.fewest ? enough : somebody;
        }
    }

    // The rows to be counted: those of a shown total whose hidden cells leave few people each. Cells by skill.
    std::vector<std::pair<std::uint32_t, std::vector<RowCell>>> doubtful_rows() const {
        std::vector<std::pair<std::uint32_t, std::vector<RowCell>>> rows;
        std::vector<std::uint32_t> row_of(leaves_.size(), no_index);
        for (std::size_t t = 0; t < totals_.tree.size(); ++t) {
            const std::uint32_t node = totals_.node[t];
            if (!totals_.tree[t].shown || leaves_[node] != somebody) continue;
            row_of[node] = static_cast<std::uint32_t>(rows.size());
            rows.push_back({node, {}});
        }
        // Each thread looks through a stretch of columns; put together in their order, the cells are by skill.
        const std::size_t stretches = static_cast<std::size_t>(std::max(threads_, 1));
        std::vector<std::vector<std::pair<std::uint32_t, RowCell>>> found(stretches);
        fork_join(stretches, 1, threads_, [&](std::size_t i, std::size_t, int) {
            for (std::size_t s = columns_.size() * i / stretches; s < columns_.size() * (i + 1) / stretches; ++s)
                for (std::size_t v = 0; v < columns_[s].node.size(); ++v)
                    if (const std::uint32_t row = row_of[columns_[s].node[v]];
                        row != no_index && columns_[s].tree[v].audience.people > 0)
                        found[i].push_back({row, {static_cast<SkillIndex>(s), static_cast<std::uint32_t>(v)}});
        });
        for (const auto& of_stretch : found)
            for (const auto& [row, cell] : of_stretch) rows[row].second.push_back(cell);
        return rows;
    }

    void index_roles() {
        roles_of_skill_.resize(columns_.size());
        for (std::size_t r = 0; r < snapshot_.role_count(); ++r)
            for (const Requirement& need : snapshot_.role(static_cast<RoleIndex>(r)).requirements())
                roles_of_skill_[need.skill].push_back(static_cast<RoleIndex>(r));
        hit_.assign(snapshot_.role_count(), 0);
    }

    // People behind a node's hidden cells, counted to `fewest` and no further. Those under a shown descendant's cell
    // are not behind it: that cell can be subtracted.
    std::uint32_t people_left(std::uint32_t node, const std::vector<RowCell>& hidden) {
        for (const RowCell& cell : hidden)
            for (const RoleIndex role : roles_of_skill_[cell.skill]) hit_[role] = 1;
        const Units& units = snapshot_.units();
        const UnitIndex unit = node == 0 ? 0 : (node - 1) / 2;
        const UnitIndex end = node == 0 ? units.size() : node % 2 == 0 ? unit + 1 : units.end_of(unit);
        std::uint32_t people = 0;
        const auto range = snapshot_.block_range(unit, end);
        for (std::size_t b = range.begin; b < range.end && people < rule_.fewest; ++b) {
            const Block& block = snapshot_.block(b);
            std::vector<std::uint16_t> rows; // distinct people, so rows rather than holdings
            for (const Block::Group& group : block.group) {
                if (hit_[group.role] == 0) continue;
                const Role& role = snapshot_.role(group.role);
                const bool open = std::any_of(hidden.begin(), hidden.end(), [&](const RowCell& cell) {
                    return requires_skill(role, cell.skill) && !shown_below(cell, block.unit);
                });
                if (!open) continue;
                const auto first = block.holding.begin() + group.first;
                rows.insert(rows.end(), first, first + group.count);
                if (rows.size() > 16 * std::size_t{rule_.fewest}) break; // 16 roles a person at most: enough
            }
            std::sort(rows.begin(), rows.end());
            people += static_cast<std::uint32_t>(std::unique(rows.begin(), rows.end()) - rows.begin());
        }
        for (const RowCell& cell : hidden)
            for (const RoleIndex role : roles_of_skill_[cell.skill]) hit_[role] = 0;
        return people;
    }

    static bool requires_skill(const Role& role, SkillIndex skill) {
        const auto& needs = role.requirements();
        const auto at = std::lower_bound(needs.begin(), needs.end(), skill,
                                         [](const Requirement& need, SkillIndex s) { return need.skill < s; });
        return at != needs.end() && at->skill == skill;
    }

    // Is a cell between the hidden one and the unit's own people shown, so that it can be subtracted?
    bool shown_below(const RowCell& cell, UnitIndex unit) const {
        const Column& column = columns_[cell.skill];
        const std::uint32_t own = snapshot_.units().end_of(unit) > unit + 1 ? 2 + 2 * unit : 1 + 2 * unit;
        const auto at = std::lower_bound(column.node.begin(), column.node.end(), own);
        auto v = static_cast<std::uint32_t>(at - column.node.begin());
        for (; v != cell.at; v = column.tree[v].parent)
            if (column.tree[v].shown) return true;
        return false;
    }

    // Bars cells until every shown total stands; tells whether any was barred, and marks their columns.
    bool guard_rows(std::vector<bool>& stale) {
        bool barred = false;
        for (const auto& [node, cells] : doubtful_rows()) {
            std::vector<RowCell> hidden;
            for (const RowCell& cell : cells)
                if (!columns_[cell.skill].tree[cell.at].shown) hidden.push_back(cell);
            std::uint32_t left = people_left(node, hidden);
            if (left == 0 || left >= rule_.fewest) continue;
            // Rarely needed, and as dear as all the rest: what is shown, the smallest last.
            std::vector<RowCell> shown;
            for (const RowCell& cell : cells)
                if (columns_[cell.skill].tree[cell.at].shown) shown.push_back(cell);
            std::stable_sort(shown.begin(), shown.end(), [&](const RowCell& a, const RowCell& b) {
                return columns_[a.skill].tree[a.at].audience.people > columns_[b.skill].tree[b.at].audience.people;
            });
            while (left > 0 && left < rule_.fewest && !shown.empty()) {
                const RowCell smallest = shown.back();
                shown.pop_back();
                columns_[smallest.skill].tree[smallest.at].barred = true;
                columns_[smallest.skill].tree[smallest.at].shown = false;
                stale[smallest.skill] = true;
                barred = true;
                hidden.push_back(smallest);
                left = people_left(node, hidden);
            }
        }
        return barred;
    }

    Disclosure result() const {
        Disclosure made;
        const Units& units = snapshot_.units();
        made.has_children_.resize(units.size());
        for (UnitIndex u = 0; u < units.size(); ++u) made.has_children_[u] = units.end_of(u) > u + 1;
        made.total_ = columns_.size();
        made.words_ = made.total_ / 64 + 1;
        made.hidden_.resize(leaves_.size() * made.words_);
        const auto hide = [&](const Column& column, std::size_t number) {
            for (std::size_t v = 0; v < column.tree.size(); ++v)
                if (!column.tree[v].shown && column.tree[v].audience.people > 0)
                    made.hidden_[column.node[v] * made.words_ + number / 64] |= std::uint64_t{1} << number % 64;
        };
        for (std::size_t s = 0; s < columns_.size(); ++s) hide(columns_[s], s);
        hide(totals_, made.total_);
        return made;
    }

    const Snapshot& snapshot_;
    SuppressRule rule_;
    int threads_;
    std::vector<std::size_t> own_at_; // skill → first in own_
    std::vector<OwnAudience> own_;
    std::vector<Column> columns_;
    Column totals_;
    static constexpr std::uint8_t somebody = 1; // hidden cells, none of which leaves `fewest` people by itself
    static constexpr std::uint8_t enough = 2;   // a hidden cell that does
    std::vector<std::uint8_t> leaves_;          // node → what its hidden cells leave
    std::vector<std::vector<RoleIndex>> roles_of_skill_;
    std::vector<std::uint8_t> hit_; // role → requires a hidden skill
};

std::size_t Disclosure::hidden_count() const {
    return std::accumulate(hidden_.begin(), hidden_.end(), std::size_t{0}, [](std::size_t sum, std::uint64_t bits) {
        return sum + static_cast<std::size_t>(std::popcount(bits));
    });
}

Disclosure disclose(const Snapshot& snapshot, const Sweep& swept, const SuppressRule& rule, int threads) {
    return Discloser{snapshot, swept, rule, threads}.run();
}

} // namespace kunna::engine
