// Progress.
#include "rounds/progress.hpp"

#include "engine/units.hpp"
#include "rounds/rounds.hpp"
#include "rounds/store.hpp"
#include "rounds/unit_tree.hpp"

#include <map>

namespace kunna::rounds {

namespace {

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

Result<RoundProgress> progress(db::Tx& tx, const access::Actor& actor, RoundId round) {
    const Round found = TRY(find_round(tx, actor, round));
    RoundProgress told;
    told.voices = found.voices;
    const UnitTree tree = unit_tree(tx);
    std::vector<std::vector<VoiceSum>> sums(tree.names.size());
    for (const auto& [unit, sum] : store::counts(tx, store::reach_of(actor), round)) {
        const auto at = tree.find(unit);
        if (!at) continue;
        for (engine::UnitIndex u = *at; u != engine::no_index; u = tree.units.parent(u)) add(sums[u], sum);
    }
    // Above the actor's own units the sums would be parts of what they seem to be.
    const auto mine = tree.reach(tx, store::reach_of(actor));
    for (engine::UnitIndex u = 0; u < tree.names.size(); ++u) {
        if (sums[u].empty() || !mine[u]) continue;
        const engine::UnitIndex parent = tree.units.parent(u);
        told.units.push_back({UnitId{tree.units.id(u)},
                              parent == engine::no_index ? std::nullopt : std::optional{UnitId{tree.units.id(parent)}},
                              tree.names[u], static_cast<std::int32_t>(tree.units.depth(u)), std::move(sums[u])});
    }
    return told;
}

} // namespace kunna::rounds
