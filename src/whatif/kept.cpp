// Kept.
#include "whatif/kept.hpp"

#include "access/visibility.hpp"
#include "scenarios/scenarios.hpp"
#include "whatif/overlay.hpp"

#include <cmath>

namespace kunna::whatif {

namespace {

using scenarios::ChangeKind;
using scenarios::ScenarioChange;

// So much more within so many years: a scenario doubles in a year at most.
ScenarioChange growing(const Growth& grown, Date from) {
    const double times = 1 + grown.percent / 100;
    const int years = std::max(1, static_cast<int>(std::ceil(std::log2(std::max(times, 1.0)) - 1e-9)));
    const double a_year = years == 1 ? grown.percent / 100 : std::pow(times, 1.0 / years) - 1;
    return {.kind = ChangeKind::growth,
            .role = grown.role,
            .amount = a_year,
            .from = from,
            .by = add_months(from, 12 * years)};
}

class Keeper {
public:
    Keeper(const insights::Workforce& workforce, const Overlay& overlay, const WhatIfAssumptions& assumed, Date from) :
        names_(workforce.names()), overlay_(overlay), assumed_(assumed), from_(from) {}

    void keep(KeptWhatIf& to) {
        to_ = &to;
        const std::size_t before = to.assumptions.changes.size();
        for (const Closed& closed : overlay_.closed) {
            if (closed.subtree)
                put({.kind = ChangeKind::closing, .unit = names_.units[closed.unit].id, .by = from_});
            else
                left_out(LeftOutKind::place, 1);
        }
        for (const Hire& hire : assumed_.hire) {
            if (!hire.role) continue;
            put({.kind = ChangeKind::heads,
                 .role = hire.role,
                 .unit = hire.unit,
                 .amount = static_cast<double>(hire.count),
                 .from = from_});
            if (!hire.levels.empty()) left_out(LeftOutKind::levels, 1);
        }
        for (const Growth& grown : assumed_.growth)
            if (grown.percent != 0) put(growing(grown, from_));
        left_out(LeftOutKind::leave, overlay_.leavers.size());
        left_out(LeftOutKind::new_role, assumed_.new_roles.size());
        left_out(LeftOutKind::requirement, assumed_.requirements.size());
        to.changes = static_cast<std::int32_t>(to.assumptions.changes.size() - before);
    }

private:
    void put(const ScenarioChange& change) { to_->assumptions.changes.push_back(change); }
    void left_out(LeftOutKind kind, std::size_t count) {
        if (count == 0) return;
        for (LeftOut& known : to_->left_out)
            if (known.kind == kind) {
                known.count += static_cast<std::int32_t>(count);
                return;
            }
        to_->left_out.push_back({kind, static_cast<std::int32_t>(count)});
    }

    const insights::Directory& names_;
    const Overlay& overlay_;
    const WhatIfAssumptions& assumed_;
    Date from_;
    KeptWhatIf* to_ = nullptr;
};

} // namespace

Result<KeptWhatIf> as_scenario(db::Db& db, const scenarios::Ground& ground, const access::Actor& actor,
                               const WhatIfAssumptions& assumed, Date from) {
    const insights::Workforce& workforce = *ground.workforce;
    if (from < workforce.day()) return refuse_field("/query/from", "scenario.past");
    KeptWhatIf kept;
    const Overlay made = TRY(db.read([&](db::Tx& tx) -> Result<Overlay> {
        if (const auto all = scenarios::scenarios(tx); !all.empty())
            kept.assumptions = scenarios::by_now(workforce.day(), all.front().assumptions);
        return overlay(tx, workforce, actor, insights::fence_of(workforce, actor), assumed);
    }));
    Keeper{workforce, made, assumed, from}.keep(kept);
    access::note_read(db, actor, made.leavers, "levels");
    return kept;
}

} // namespace kunna::whatif
