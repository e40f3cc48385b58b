// Sums of a programme.
#include "reskilling/sums.hpp"

#include "access/visibility.hpp"
#include "engine/suppress.hpp"
#include "reskilling/queries.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace kunna::reskilling {

namespace {

struct FigureRow {
    Stage stage = Stage::selected;
    std::int64_t cost = 0;
    double hours = 0;
    Date starts{};
    std::int64_t begun = 0;
};
BOOST_DESCRIBE_STRUCT(FigureRow, (), (stage, cost, hours, starts, begun))

using Flow = std::pair<std::int64_t, std::int64_t>; // roles from, 0 for none, and to

struct Counted {
    std::map<Stage, std::int64_t> by_stage;
    std::map<Flow, FlowSum> by_flow;
};

Counted count(db::Tx& tx, const insights::Directory& names, ProgrammeId programme) {
    Counted counted;
    tx.run(queries::member_counts, {{"programme", programme}}, [&](const db::Row& row) {
        const auto stage = db::from_column<Stage>(row, 0);
        const auto from = db::from_column<std::optional<RoleId>>(row, 1);
        const RoleId to{row.integer(2)};
        const std::int64_t people = row.integer(3);
        counted.by_stage[stage] += people;
        if (stage == Stage::left) return;
        FlowSum& flow = counted.by_flow[{from ? from->value : 0, to.value}];
        flow.from = from;
        flow.to = to;
        if (const auto at = from ? names.find(*from) : std::nullopt) flow.from_name = names.roles[*at].name;
        if (const auto at = names.find(to)) flow.to_name = names.roles[*at].name;
        flow.people += people;
        if (stage == Stage::placed) flow.placed += people;
    });
    return counted;
}

void tell_stages(ProgrammeSums& sums, const Counted& counted, std::int64_t interested, std::int64_t fewest) {
    const auto of = [&](Stage stage) {
        const auto at = counted.by_stage.find(stage);
        return at == counted.by_stage.end() ? std::int64_t{0} : at->second;
    };
    std::vector<std::int64_t> parts{
        0, of(Stage::selected), of(Stage::learning), of(Stage::trial), of(Stage::placed), of(Stage::left)};
    parts[0] = std::max<std::int64_t>(0, interested - std::accumulate(parts.begin(), parts.end(), std::int64_t{0}));
    const auto told = engine::tellable(parts, fewest);
    StageSums& stages = sums.stages;
    std::optional<std::int64_t>* const places[] = {&stages.applied, &stages.selected, &stages.learning,
                                                   &stages.trial,   &stages.placed,   &stages.left};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (told[i]) *places[i] = parts[i];
        sums.hidden = sums.hidden || !told[i];
    }
    if (interested == 0 || interested >= fewest) stages.interested = interested;
}

void tell_flow(ProgrammeSums& sums, const Counted& counted, std::int64_t fewest, bool whole) {
    std::vector<std::int64_t> parts;
    for (const auto& [roles, flow] : counted.by_flow) parts.push_back(flow.people);
    const auto told = engine::tellable(parts, fewest);
    std::size_t at = 0;
    for (const auto& [roles, flow] : counted.by_flow) {
        if (!told[at++]) {
            sums.flow_hidden += flow.people;
            continue;
        }
        sums.flow.push_back(flow);
        if (!whole) sums.flow.back().placed = 0;
    }
    // How many are in them is told when that is not about few.
    if (sums.flow_hidden < fewest) sums.flow_hidden = 0;
}

} // namespace

ProgrammeSums programme_sums(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor,
                             const Programme& programme) {
    const bool whole = access::visible_people(tx, actor, access::Sight::interested).everyone();
    const std::int64_t fewest = whole ? 1 : workforce.settings().suppression;
    const Counted counted = count(tx, workforce.names(), programme.id);
    ProgrammeSums sums;
    tell_stages(sums, counted, *tx.one<std::int64_t>(queries::interested_count, {{"programme", programme.id}}), fewest);
    if (sums.hidden) return sums;
    tell_flow(sums, counted, fewest, whole);
    std::vector<Learner> learners;
    double hours = 0;
    for (const FigureRow& row : tx.all<FigureRow>(queries::member_figures, {{"programme", programme.id}})) {
        const bool stays = row.stage != Stage::left;
        if (!stays && row.begun == 0) continue;
        learners.push_back({row.starts, row.cost, row.hours, programme.hours_a_week, stays});
        hours += row.hours;
    }
    const bool enough = static_cast<std::int64_t>(learners.size()) >= fewest && !learners.empty();
    if (enough && actor.may(access::Permission::view_learning_costs)) {
        sums.break_even = break_even(learners, programme.hiring);
        sums.hours = std::llround(hours);
    }
    return sums;
}

} // namespace kunna::reskilling
