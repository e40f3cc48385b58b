// Progress.
#include "rounds/progress.hpp"

#include "engine/units.hpp"
#include "rounds/rounds.hpp"
#include "rounds/store.hpp"
#include "rounds/unit_tree.hpp"

#include <algorithm>

namespace kunna::rounds {

namespace {

using engine::UnitIndex;

void add(std::vector<VoiceSum>& sums, const VoiceSum& more) {
    for (VoiceSum& sum : sums) {
        if (sum.voice != more.voice) continue;
        sum.cases += more.cases;
        sum.begun += more.begun;
        sum.done += more.done;
        return;
    }
    sums.push_back(more);
}

} // namespace

Result<RoundProgress> progress(db::Tx& tx, const access::Actor& actor, RoundId round, std::optional<UnitId> unit) {
    const Round found = TRY(find_round(tx, actor, round));
    RoundProgress told;
    told.voices = found.voices;
    const UnitTree tree = unit_tree(tx);
    const store::Reach reach = store::reach_of(actor);
    // Above the actor's own units the sums would be parts of what they seem to be.
    const auto mine = tree.reach(tx, reach);
    std::vector<std::vector<VoiceSum>> sums(tree.names.size());
    for (const auto& [own, sum] : store::counts(tx, reach, round))
        if (const auto at = tree.find(own)) add(sums[*at], sum);
    for (UnitIndex u = static_cast<UnitIndex>(sums.size()); u-- > 0;)
        if (tree.units.parent(u) != engine::no_index)
            for (const VoiceSum& sum : sums[u]) add(sums[tree.units.parent(u)], sum);

    const auto reached = [&](UnitIndex u) { return u != engine::no_index && mine[u] && !sums[u].empty(); };
    UnitIndex asked = engine::no_index;
    if (unit) {
        asked = tree.find(*unit).value_or(engine::no_index);
        if (!reached(asked)) return refuse(Kind::not_found, "unit.not_found");
    }
    const auto top = [&](UnitIndex u) { return unit ? u == asked : reached(u) && !reached(tree.units.parent(u)); };
    for (UnitIndex u = 0; u < sums.size(); ++u) {
        const UnitIndex parent = tree.units.parent(u);
        if (!reached(u) || (!top(u) && (parent == engine::no_index || !top(parent)))) continue;
        UnitProgress row{UnitId{tree.units.id(u)},
                         {},
                         tree.names[u],
                         static_cast<std::int32_t>(tree.units.depth(u)),
                         false,
                         sums[u]};
        std::sort(row.voices.begin(), row.voices.end(),
                  [](const VoiceSum& a, const VoiceSum& b) { return a.voice < b.voice; });
        if (reached(parent)) row.parent = UnitId{tree.units.id(parent)};
        for (UnitIndex below = u + 1; below < tree.units.end_of(u) && !row.opens; below = tree.units.end_of(below))
            row.opens = reached(below);
        told.units.push_back(std::move(row));
    }
    return told;
}

} // namespace kunna::rounds
