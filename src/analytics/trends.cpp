// Trends.
#include "analytics/trends.hpp"

#include "analytics/concentration.hpp"
#include "insights/seen.hpp"
#include "insights/sums.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace kunna::analytics {

namespace {

using engine::UnitIndex;

constexpr int usual_months = 24;

double mean_of(std::int64_t level_units, std::int64_t people) {
    return insights::rounded(static_cast<double>(level_units) / engine::Level::units_per_step /
                             static_cast<double>(people));
}

struct CauseSums {
    std::array<Flow::Part, cause_count> of{}; // by Cause
    Flow same{};

    Flow::Part& operator[](Cause cause) { return of[static_cast<std::size_t>(cause)]; }
    [[nodiscard]] const Flow::Part& operator[](Cause cause) const { return of[static_cast<std::size_t>(cause)]; }
};

// Who answers, and for which units.
class Teller {
public:
    Teller(const History& history, insights::Fence fence, bool open, bool causes) :
        history_(history), fence_(std::move(fence)), open_(open), with_causes_(causes) {}

    [[nodiscard]] std::int64_t people(std::size_t day) const {
        std::int64_t people = 0;
        for (const UnitIndex top : fence_.tops) people += history_.people[day][top];
        return people;
    }

    [[nodiscard]] SkillTrend trend(engine::SkillIndex skill) const {
        const insights::SkillName& name = history_.workforce->names().skills[skill];
        SkillTrend told{
            .skill = name.id, .name = name.name, .level = able_level(name).units / engine::Level::units_per_step};
        // What is hidden of today on the gap map stays hidden of every day.
        const bool shown = open_ || insights::shows(*history_.workforce, fence_, skill);
        for (const Counts& counts : history_.counts) told.points.push_back(point(counts, skill, shown));
        told.hidden = told.points.back().hidden;
        if (told.hidden || told.points.front().hidden) return told;
        told.change = told.points.back().able - told.points.front().able;
        told.assessed = told.points.back().known - told.points.front().known;
        if (with_causes_) tell_causes(told, skill);
        told.reading = reading(told);
        return told;
    }

private:
    [[nodiscard]] TrendPoint point(const Counts& counts, engine::SkillIndex skill, bool shown) const {
        const SkillCounts of = counts.of(skill, history_.workforce->suppress_rule());
        TrendPoint told;
        Count sum;
        for (const UnitIndex top : fence_.tops) sum += of.of({top, false});
        told.hidden = !shown || !(open_ || of.tells(fence_));
        if (told.hidden) return told;
        told.able = sum.able;
        told.uncertain = sum.uncertain;
        told.known = sum.known();
        if (told.known > 0) told.mean = mean_of(sum.level_units, told.known);
        return told;
    }

    [[nodiscard]] bool inside(UnitIndex unit) const {
        return unit != engine::no_index && fence_.covers(history_.workforce->snapshot().units(), unit);
    }

    // Whoever moved in or out of these units came or left.
    [[nodiscard]] CauseSums causes(engine::SkillIndex skill) const {
        CauseSums sums;
        for (const Way& way : history_.ways) {
            const bool before = inside(way.from);
            const bool after = inside(way.to);
            if (!before && !after) continue;
            const auto at = way.skills.find(skill);
            const Flow flow = at == way.skills.end() ? Flow{} : at->second;
            Flow::Part all = flow.first;
            all += flow.restated;
            all += flow.other;
            if (before && after) {
                sums[Cause::first] += flow.first;
                sums[Cause::restated] += flow.restated;
                sums[Cause::aged] += {way.people - flow.first.people - flow.restated.people, flow.other.able_before,
                                      flow.other.able_after};
                sums.same.same_people += flow.same_people;
                sums.same.same_before += flow.same_before;
                sums.same.same_after += flow.same_after;
            } else {
                sums[after ? Cause::came : Cause::left] +=
                    {way.people, before ? all.able_before : 0, after ? all.able_after : 0};
            }
            sums.same.known_before += before ? flow.known_before : 0;
            sums.same.known_after += after ? flow.known_after : 0;
        }
        return sums;
    }

    void tell_causes(SkillTrend& told, engine::SkillIndex skill) const {
        const CauseSums sums = causes(skill);
        const engine::SuppressRule rule = history_.workforce->suppress_rule();
        std::vector<engine::SuppressNode> tree(1 + cause_count);
        tree[0].size = static_cast<std::uint32_t>(tree.size());
        for (std::size_t cause = 0; cause < cause_count; ++cause) {
            const Flow::Part& part = sums.of[cause];
            engine::SuppressNode& node = tree[1 + cause];
            node.parent = 0;
            const auto moved = static_cast<std::uint32_t>(std::max(part.able_before, part.able_after));
            node.audience = {static_cast<std::uint32_t>(part.people),
                             {moved, 0, static_cast<std::uint32_t>(part.people) - moved, 0}};
            tree[0].audience += node.audience;
        }
        engine::suppress(tree, rule);
        TrendCauses causes;
        std::optional<std::int64_t>* const slots[]{&causes.came, &causes.left, &causes.first, &causes.restated,
                                                   &causes.aged};
        for (std::size_t cause = 0; cause < cause_count; ++cause) {
            const std::int64_t moved = sums.of[cause].able_after - sums.of[cause].able_before;
            if (open_ || (tree[0].shown && tree[1 + cause].shown))
                *slots[cause] = moved;
            else
                causes.others += moved;
        }
        told.causes = causes;
        const auto few = [&](std::int64_t people) { return !open_ && people > 0 && people < rule.fewest; };
        const Flow& same = sums.same;
        // Those known on one day only would come out of the difference to the means of all.
        if (same.same_people == 0 || few(same.same_people) || few(same.known_before - same.same_people) ||
            few(same.known_after - same.same_people))
            return;
        told.same = SamePeople{same.same_people, mean_of(same.same_before, same.same_people),
                               mean_of(same.same_after, same.same_people)};
    }

    static TrendReading reading(const SkillTrend& told) {
        if (told.change.value_or(0) == 0) return TrendReading::steady;
        if (!told.causes) return TrendReading::mixed;
        const TrendCauses& by = *told.causes;
        const auto most = [&](std::int64_t part) { return 2 * std::abs(part) > std::abs(*told.change); };
        const auto toward = [&](std::initializer_list<std::optional<std::int64_t>> parts) {
            std::int64_t sum = 0;
            for (const auto& part : parts) sum += part.value_or(0);
            return *told.change > 0 ? std::max<std::int64_t>(sum, 0) : std::min<std::int64_t>(sum, 0);
        };
        if (*told.change > 0) {
            const std::int64_t learnt = toward({by.restated, by.came, by.left});
            const std::int64_t assessed = toward({by.first});
            if (!most(learnt) && !most(assessed)) return TrendReading::mixed;
            return assessed >= learnt ? TrendReading::assessed : TrendReading::learnt;
        }
        const std::int64_t lost = toward({by.restated, by.came, by.left});
        const std::int64_t faded = toward({by.aged});
        if (!most(lost) && !most(faded)) return TrendReading::mixed;
        return faded <= lost ? TrendReading::faded : TrendReading::lost;
    }

    const History& history_;
    insights::Fence fence_;
    bool open_;
    bool with_causes_;
};

} // namespace

Result<int> months_asked(std::optional<std::int32_t> months) {
    const int asked = months.value_or(usual_months);
    if (asked < months_apart || asked > most_months || asked % months_apart != 0)
        return refuse_field("/query/months", "analytics.months", {{"most", std::to_string(most_months)}});
    return asked;
}

Result<Trends> trends(db::Db& db, const History& history, const access::Actor& actor, std::optional<UnitId> unit,
                      std::optional<SkillId> skill) {
    const insights::Workforce& workforce = *history.workforce;
    const insights::Fence fence = TRY(insights::part_of(workforce, insights::fence_of(workforce, actor), unit));
    std::set<engine::SkillIndex> asked;
    if (skill) {
        const auto index = workforce.names().find(*skill);
        if (!index) return refuse(Kind::not_found, "skill.not_found");
        asked.insert(*index);
    } else {
        for (const Counts& counts : history.counts)
            for (const engine::SkillIndex known : counts.skills()) asked.insert(known);
    }
    const auto [seen, critical] = db.read([&](db::Tx& tx) {
        return std::pair{insights::Seen::by(tx, workforce, actor), critical_skills(tx, workforce.names())};
    });
    const Teller teller{history, fence, seen.all_in(workforce, fence.tops), !unit};
    Trends told{.days = history.days, .name = part_name(workforce, fence)};
    for (std::size_t day = 0; day < history.days.size(); ++day) told.people.push_back(teller.people(day));
    for (const engine::SkillIndex index : asked) {
        told.skills.push_back(teller.trend(index));
        told.skills.back().critical = critical[index];
    }
    std::stable_sort(told.skills.begin(), told.skills.end(), [](const SkillTrend& a, const SkillTrend& b) {
        return std::pair{a.change.has_value(), a.change.value_or(0)} >
               std::pair{b.change.has_value(), b.change.value_or(0)};
    });
    return told;
}

} // namespace kunna::analytics
