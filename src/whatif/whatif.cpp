// What-if: one sweep over the picture as it would be, laid beside the one there is.
#include "whatif/whatif.hpp"

#include "access/visibility.hpp"
#include "insights/visible_names.hpp"
#include "whatif/growth.hpp"
#include "whatif/told.hpp"

namespace kunna::whatif {

namespace {

using engine::SkillIndex;
using engine::UnitIndex;
using Cells = std::vector<std::vector<engine::Cell>>;

class Teller {
public:
    Teller(const insights::Workforce& workforce, const Overlay& overlay, const insights::MapFrame& frame,
           const insights::Fence& part, Sees sees) :
        workforce_(workforce),
        overlay_(overlay), frame_(frame), part_(part), told_(workforce, overlay, sees) {
        engine::SweepOptions options;
        options.threads = insights::threads();
        options.holders = false;
        engine::sweep(overlay.after, options, swept_);
        for (const Grown& grown : overlay.grown) growth_.emplace_back(overlay.after, grown.role, grown.share);
        before_sums_ = engine::unit_sums(workforce.snapshot(), workforce.sweep());
        after_sums_ = engine::unit_sums(overlay.after, swept_);
    }

    [[nodiscard]] WhatIf tell() const {
        const engine::Snapshot& today = workforce_.snapshot();
        const Cells before = engine::heat_map(today, workforce_.sweep(), frame_.rows, true, insights::threads());
        Cells after = engine::heat_map(overlay_.after, swept_, frame_.rows, true, insights::threads());
        for (std::size_t r = 0; r < after.size(); ++r) grow(after[r], frame_.rows[r]);
        Cells all = before;
        all.insert(all.end(), after.begin(), after.end());
        const auto columns = insights::columns_of(frame_, all);

        WhatIf made{.day = workforce_.day(), .whole = whole()};
        made.before = insights::empty_map(workforce_, frame_, columns);
        made.after = made.before;
        fill(made.before, columns, before, [&](UnitIndex u, SkillIndex s) { return told_.before(u, s); });
        fill(made.after, columns, after, [&](UnitIndex u, SkillIndex s) { return told_.after(u, s); });
        for (std::size_t r = 0; r < frame_.rows.size(); ++r) {
            made.units.push_back(unit(frame_.rows[r]));
            made.after.units[r].people = made.units.back().people_after.value_or(insights::hidden);
        }
        return made;
    }

private:
    [[nodiscard]] UnitIndex end_of(UnitIndex unit) const { return workforce_.snapshot().units().end_of(unit); }

    void grow(std::vector<engine::Cell>& row, UnitIndex unit) const {
        for (const RoleShares& shares : growth_) {
            for (const RoleShares::Added& added : shares.added(unit, end_of(unit))) {
                const auto at = std::find_if(row.begin(), row.end(),
                                             [&](const engine::Cell& cell) { return cell.skill == added.skill; });
                if (at != row.end()) at->of += added.sums;
            }
        }
    }

    template <class May>
    void fill(insights::GapMap& map, const std::vector<SkillIndex>& columns, const Cells& cells, const May& may) const {
        for (std::size_t r = 0; r < cells.size(); ++r) {
            for (std::size_t c = 0; c < columns.size(); ++c)
                if (!may(frame_.rows[r], columns[c])) insights::hide(map, r * columns.size() + c);
            for (const engine::Cell& cell : cells[r]) {
                const auto column = std::lower_bound(columns.begin(), columns.end(), cell.skill);
                if (column == columns.end() || *column != cell.skill || cell.of.sums.rows <= 0) continue;
                const std::size_t at = r * columns.size() + static_cast<std::size_t>(column - columns.begin());
                if (map.required[at] != insights::hidden) insights::put(map, at, cell.of.sums);
            }
        }
    }

    [[nodiscard]] std::int64_t people_after(UnitIndex unit) const {
        std::int64_t people = workforce_.headcounts()[unit];
        for (UnitIndex u = unit; u < end_of(unit); ++u) people += overlay_.came[u] - overlay_.left[u];
        for (const RoleShares& shares : growth_) people += shares.people(unit, end_of(unit));
        return people;
    }

    [[nodiscard]] UnitDifference unit(UnitIndex unit) const {
        const insights::UnitName& name = workforce_.names().units[unit];
        UnitDifference change{.unit = name.id, .name = name.name, .people = workforce_.headcounts()[unit]};
        change.hidden = !told_.total_before(unit);
        change.hidden_after = !told_.total_after(unit);
        if (!change.hidden) change.before = insights::sums_of(before_sums_[unit].sums);
        if (!change.hidden_after) change.after = insights::sums_of(total_after(unit));
        if (told_.headcount_after(unit)) change.people_after = people_after(unit);
        return change;
    }

    [[nodiscard]] engine::Sums total_after(UnitIndex unit) const {
        engine::Sums sums = after_sums_[unit].sums;
        for (const RoleShares& shares : growth_)
            for (const RoleShares::Added& added : shares.added(unit, end_of(unit))) sums += added.sums.sums;
        return sums;
    }

    // All that the actor has sums of; told when each of its parts is.
    [[nodiscard]] UnitDifference whole() const {
        UnitDifference change{.name = frame_.tops.size() == 1 ? workforce_.names().units[frame_.tops.front()].name
                                                              : workforce_.settings().organisation,
                              .people_after = 0};
        change.hidden = !told_.whole_before(part_);
        change.hidden_after = !told_.whole_after(part_);
        engine::Sums before;
        engine::Sums after;
        for (const UnitIndex top : frame_.tops) {
            change.people += workforce_.headcounts()[top];
            before += before_sums_[top].sums;
            after += total_after(top);
            *change.people_after += people_after(top);
        }
        if (!told_.whole_headcount_after(part_)) change.people_after.reset();
        if (!change.hidden) change.before = insights::sums_of(before);
        if (!change.hidden_after) change.after = insights::sums_of(after);
        return change;
    }

    const insights::Workforce& workforce_;
    const Overlay& overlay_;
    const insights::MapFrame& frame_;
    const insights::Fence& part_;
    Told told_;
    engine::Sweep swept_;
    std::vector<RoleShares> growth_;
    std::vector<engine::GroupSums> before_sums_;
    std::vector<engine::GroupSums> after_sums_;
};

} // namespace

Result<WhatIf> what_if(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor,
                       const WhatIfAssumptions& assumed, const insights::MapAsked& asked) {
    const insights::Fence fence = insights::fence_of(workforce, actor);
    const insights::Fence part = TRY(insights::part_of(workforce, fence, asked.unit));
    const insights::MapFrame frame = TRY(insights::map_frame(workforce, fence, asked));
    Sees sees = actor.is_system() ? Sees::database : Sees::few;
    std::vector<AssumedLeaver> leavers;
    const Overlay made = TRY(db.read([&](db::Tx& tx) -> Result<Overlay> {
        if (!actor.is_system() && insights::Seen::by(tx, workforce, actor).all_in(workforce, fence.tops))
            sees = Sees::everybody;
        Overlay laid = TRY(overlay(tx, workforce, actor, fence, assumed));
        const auto names = insights::visible_names(tx, actor, access::Sight::levels, laid.leavers);
        for (const PersonId person : laid.leavers) leavers.push_back({person, names.at(person.value).name});
        return laid;
    }));
    WhatIf told = Teller{workforce, made, frame, part, sees}.tell();
    told.people = std::move(leavers);
    access::note_read(db, actor, made.leavers, "levels");
    return told;
}

} // namespace kunna::whatif
