// Disclose: the table unit × skill, column by column and row by row until both hold.
#include "engine/fork_join.hpp"
#include "engine/suppress.hpp"

#include <algorithm>
#include <numeric>

namespace kunna::engine {

// Named, since Discloser has members of these types and is itself a friend of Disclosure.
namespace disclosing {

static Audience audience_of(const Demand& demand, const CellSums& cell) {
    const std::uint32_t uncertain = demand.rows - cell.met - cell.below - cell.unknown;
    return {demand.people, {cell.met, uncertain, cell.below, cell.unknown}};
}

// A unit's own people in one column.
struct OwnAudience {
    UnitIndex unit = 0;
    Audience audience{};
};

// One column as a tree: the organisation, the units that have anybody in it, their ancestors, and the own people of
// units that have units under them.
struct Column {
    std::vector<SuppressNode> tree;
    std::vector<std::uint32_t> node; // → node number as in Disclosure; ascending, since both are in tree order
};

static Column column_of(const Units& units, std::span<const OwnAudience> own) {
    Column column;
    const auto add = [&](std::uint32_t parent, std::uint32_t number) {
        column.tree.push_back({.parent = parent});
        column.node.push_back(number);
        return static_cast<std::uint32_t>(column.tree.size() - 1);
    };
    std::vector<std::uint32_t> path{add(no_index, 0)}; // nodes from the organisation to the last unit
    std::vector<UnitIndex> path_unit{no_index};
    std::vector<UnitIndex> missing;
    for (const OwnAudience& entry : own) {
        while (path.size() > 1 && units.end_of(path_unit.back()) <= entry.unit) {
            path.pop_back();
            path_unit.pop_back();
        }
        missing.clear();
        for (UnitIndex u = entry.unit; u != path_unit.back(); u = units.parent(u)) missing.push_back(u);
        for (std::size_t i = missing.size(); i-- > 0;) {
            path.push_back(add(path.back(), 1 + 2 * missing[i]));
            path_unit.push_back(missing[i]);
        }
        if (units.end_of(entry.unit) > entry.unit + 1) {
            const std::uint32_t leaf = add(path.back(), 2 + 2 * entry.unit);
            column.tree[leaf].audience = entry.audience;
        } else
            column.tree[path.back()].audience = entry.audience;
    }
    for (std::size_t v = column.tree.size(); v-- > 1;) {
        SuppressNode& parent = column.tree[column.tree[v].parent];
        parent.audience += column.tree[v].audience;
        parent.size += column.tree[v].size;
    }
    return column;
}

} // namespace disclosing

using namespace disclosing;

class Discloser {
public:
    Discloser(const Snapshot& snapshot, const Sweep& swept, const SuppressRule& rule, int threads) :
        snapshot_(snapshot), rule_(rule), threads_(threads), columns_(snapshot.skills().size()) {
        gather(swept);
    }

    Disclosure run() {
        fork_join(columns_.size(), 64, threads_, [&](std::size_t begin, std::size_t end, int) {
            for (std::size_t s = begin; s < end; ++s) {
                columns_[s] = column_of(snapshot_.units(), own_of(s));
                suppress(columns_[s].tree, rule_);
            }
        });
        suppress(totals_.tree, rule_);
        index_rows();
        // Hiding a cell for its row may open a remainder in its column, and the other way round. Cells barred stay
        // barred, so this ends.
        std::vector<bool> stale(columns_.size(), false);
        while (guard_rows(stale)) {
            for (std::size_t s = 0; s < columns_.size(); ++s) {
                if (!stale[s]) continue;
                suppress(columns_[s].tree, rule_);
                for (const std::uint32_t node : columns_[s].node) unguarded_[node] = true;
                stale[s] = false;
            }
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

    // Cells by skill, by counting; blocks come in tree order, so each column is in tree order too.
    void gather(const Sweep& swept) {
        const std::size_t skills = columns_.size();
        own_at_.assign(skills + 1, 0);
        for (std::size_t b = 0; b < snapshot_.block_count(); ++b)
            for (const SkillIndex skill : snapshot_.block(b).cell_skill) ++own_at_[skill + 1];
        std::partial_sum(own_at_.begin(), own_at_.end(), own_at_.begin());
        own_.resize(own_at_.back());
        std::vector<std::size_t> next(own_at_.begin(), own_at_.end() - 1);
        std::vector<OwnAudience> totals;
        for (std::size_t b = 0; b < snapshot_.block_count(); ++b) {
            const Block& block = snapshot_.block(b);
            const auto cells = swept.cells_of(b);
            Audience total{.people = block.people_with_rows};
            for (std::size_t c = 0; c < cells.size(); ++c) {
                const Audience audience = audience_of(block.demand[c], cells[c]);
                for (std::size_t state = 0; state < 4; ++state) total.rows[state] += audience.rows[state];
                own_[next[block.cell_skill[c]]++] = {block.unit, audience};
            }
            if (total.people > 0) totals.push_back({block.unit, total});
        }
        merge_blocks(totals);
        totals_ = column_of(snapshot_.units(), totals);
        std::size_t kept = 0; // units of several blocks have several entries: make them one
        std::vector<std::size_t> at(skills + 1, 0);
        for (std::size_t s = 0; s < skills; ++s) {
            at[s] = kept;
            for (std::size_t i = own_at_[s]; i < own_at_[s + 1]; ++i) {
                if (kept > at[s] && own_[kept - 1].unit == own_[i].unit)
                    own_[kept - 1].audience += own_[i].audience;
                else
                    own_[kept++] = own_[i];
            }
        }
        at[skills] = kept;
        own_at_ = std::move(at);
    }

    static void merge_blocks(std::vector<OwnAudience>& entries) {
        std::size_t kept = 0;
        for (const OwnAudience& entry : entries) {
            if (kept > 0 && entries[kept - 1].unit == entry.unit)
                entries[kept - 1].audience += entry.audience;
            else
                entries[kept++] = entry;
        }
        entries.resize(kept);
    }

    // For each node whose total is shown: its cells in all columns.
    void index_rows() {
        rows_.resize(1 + 2 * std::size_t{snapshot_.units().size()} + 1);
        for (std::size_t s = 0; s < columns_.size(); ++s)
            for (std::size_t v = 0; v < columns_[s].tree.size(); ++v)
                if (columns_[s].tree[v].audience.people > 0)
                    rows_[columns_[s].node[v]].push_back({static_cast<SkillIndex>(s), static_cast<std::uint32_t>(v)});
        roles_of_skill_.resize(columns_.size());
        for (std::size_t r = 0; r < snapshot_.role_count(); ++r)
            for (const Requirement& need : snapshot_.role(static_cast<RoleIndex>(r)).requirements())
                roles_of_skill_[need.skill].push_back(static_cast<RoleIndex>(r));
        hit_.assign(snapshot_.role_count(), 0);
        unguarded_.assign(rows_.size(), true);
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
        for (std::size_t t = 0; t < totals_.tree.size(); ++t) {
            const std::uint32_t node = totals_.node[t];
            if (!totals_.tree[t].shown || !unguarded_[node]) continue;
            unguarded_[node] = false;
            std::vector<RowCell> hidden;
            bool enough = false; // one hidden cell that leaves `fewest` people is enough, and mostly there is one
            for (const RowCell& cell : rows_[node]) {
                const SuppressNode& at = columns_[cell.skill].tree[cell.at];
                if (at.shown) continue;
                enough = enough || at.remainder.people >= rule_.fewest;
                hidden.push_back(cell);
            }
            if (hidden.empty() || enough) continue;
            std::uint32_t left = people_left(node, hidden);
            if (left == 0 || left >= rule_.fewest) continue;
            // Rarely needed, and as dear as all the rest: what is shown, the smallest last.
            std::vector<RowCell> shown;
            for (const RowCell& cell : rows_[node])
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
        made.hidden_.resize(1 + 2 * std::size_t{units.size()} + 1);
        const auto hide = [&](const Column& column, SkillIndex skill) {
            for (std::size_t v = 0; v < column.tree.size(); ++v)
                if (!column.tree[v].shown && column.tree[v].audience.people > 0)
                    made.hidden_[column.node[v]].push_back(skill);
        };
        for (std::size_t s = 0; s < columns_.size(); ++s) hide(columns_[s], static_cast<SkillIndex>(s));
        hide(totals_, Disclosure::total);
        return made;
    }

    const Snapshot& snapshot_;
    SuppressRule rule_;
    int threads_;
    std::vector<std::size_t> own_at_; // skill → first in own_
    std::vector<OwnAudience> own_;
    std::vector<Column> columns_;
    Column totals_;
    std::vector<std::vector<RowCell>> rows_; // by node
    std::vector<std::vector<RoleIndex>> roles_of_skill_;
    std::vector<std::uint8_t> hit_; // role → requires a hidden skill
    std::vector<bool> unguarded_;   // node → its row is to be looked at
};

std::size_t Disclosure::hidden_count() const {
    return std::accumulate(hidden_.begin(), hidden_.end(), std::size_t{0},
                           [](std::size_t sum, const auto& columns) { return sum + columns.size(); });
}

Disclosure disclose(const Snapshot& snapshot, const Sweep& swept, const SuppressRule& rule, int threads) {
    return Discloser{snapshot, swept, rule, threads}.run();
}

} // namespace kunna::engine
