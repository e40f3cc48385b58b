// Still discloses: after a change of levels, only the columns of the skills concerned can come out differently, and the
// column of the totals. Where those do not, nothing does: disclose() goes from column to row and back by what is
// shown, by how many people are behind it and by who holds which role, and all of that is as it was.
#include "base/fork_join.hpp"
#include "engine/column.hpp"
#include "engine/suppress.hpp"

#include <algorithm>
#include <set>

namespace kunna::engine {

class Rediscloser {
public:
    Rediscloser(const Disclosed& before, const Snapshot& snapshot, const Sweep& swept, const SuppressRule& rule,
                int threads) :
        before_(before),
        snapshot_(snapshot), swept_(swept), rule_(rule), threads_(threads) {}

    bool same() {
        return same_roles() && compare_blocks() &&
               std::all_of(changed_.begin(), changed_.end(), [&](SkillIndex s) { return same_column(s); }) &&
               same_totals();
    }

private:
    static constexpr std::size_t most_changed = 16; // skills; with more of them disclosing anew is the quicker

    bool same_roles() const {
        const Snapshot& before = before_.snapshot;
        if (&before.units() != &snapshot_.units() || &before.skills() != &snapshot_.skills() ||
            before.role_count() != snapshot_.role_count())
            return false;
        for (std::size_t i = 0; i < snapshot_.role_count(); ++i) {
            const auto r = static_cast<RoleIndex>(i);
            if (&before.role(r) != &snapshot_.role(r)) return false;
        }
        return true;
    }

    // The same people in the same roles everywhere? Notes the skills whose states differ.
    bool compare_blocks() {
        if (before_.snapshot.block_count() != snapshot_.block_count()) return false;
        for (std::size_t b = 0; b < snapshot_.block_count(); ++b) {
            const Block& old = before_.snapshot.block(b);
            const Block& now = snapshot_.block(b);
            if (&old == &now) continue;
            if (old.unit != now.unit || old.group != now.group || old.holding != now.holding ||
                old.cell_skill != now.cell_skill || old.demand != now.demand ||
                old.people_with_rows != now.people_with_rows)
                return false;
            const auto cells_before = before_.swept->cells_of(b);
            const auto cells = swept_.cells_of(b);
            for (std::size_t c = 0; c < cells.size(); ++c)
                if (audience_of(old.demand[c], cells_before[c]) != audience_of(now.demand[c], cells[c]))
                    changed_.insert(now.cell_skill[c]);
            if (changed_.size() > most_changed) return false;
        }
        return true;
    }

    Column column(const Snapshot& snapshot, const Sweep& swept, SkillIndex skill) const {
        std::vector<OwnAudience> own;
        for (std::size_t b = 0; b < snapshot.block_count(); ++b) {
            const Block& block = snapshot.block(b);
            const auto range = std::equal_range(block.cell_skill.begin(), block.cell_skill.end(), skill);
            const auto cells = swept.cells_of(b);
            for (auto at = range.first; at != range.second; ++at) {
                const auto c = static_cast<std::size_t>(at - block.cell_skill.begin());
                own.push_back({block.unit, audience_of(block.demand[c], cells[c])});
            }
        }
        own.resize(merge_units(own, 0, own.size(), 0));
        Column made = column_of(snapshot.units(), own);
        suppress(made.tree, rule_);
        return made;
    }

    static bool hides(const SuppressNode& cell) { return !cell.shown && cell.audience.people > 0; }
    bool hid(std::uint32_t node, std::size_t column) const { return !before_.may->shows(node, column); }

    // Both by themselves the same, and nothing of it barred for a row's sake.
    bool same_column(SkillIndex skill) const {
        const Column old = column(before_.snapshot, *before_.swept, skill);
        const Column now = column(snapshot_, swept_, skill);
        for (std::size_t v = 0; v < now.tree.size(); ++v) {
            const bool hidden = hides(now.tree[v]);
            if (hidden != hides(old.tree[v]) || hidden != hid(now.node[v], skill)) return false;
            if (hidden && leaves_enough(now.tree[v]) != leaves_enough(old.tree[v])) return false;
        }
        return true;
    }
    bool leaves_enough(const SuppressNode& cell) const { return cell.remainder.people >= rule_.fewest; }

    bool same_totals() const {
        std::vector<OwnAudience> own(snapshot_.block_count());
        fork_join(own.size(), 64, threads_, [&](std::size_t begin, std::size_t end, int) {
            for (std::size_t b = begin; b < end; ++b) own[b] = total_of(snapshot_.block(b), swept_.cells_of(b));
        });
        Column totals = column_of_totals(snapshot_.units(), std::move(own));
        suppress(totals.tree, rule_);
        for (std::size_t v = 0; v < totals.tree.size(); ++v)
            if (hides(totals.tree[v]) != hid(totals.node[v], before_.may->total_)) return false;
        return true;
    }

    const Disclosed& before_;
    const Snapshot& snapshot_;
    const Sweep& swept_;
    SuppressRule rule_;
    int threads_;
    std::set<SkillIndex> changed_;
};

bool still_discloses(const Disclosed& before, const Snapshot& snapshot, const Sweep& swept, const SuppressRule& rule,
                     int threads) {
    return Rediscloser{before, snapshot, swept, rule, threads}.same();
}

} // namespace kunna::engine
