// Comparison.
#include "rounds/comparison.hpp"

#include "base/texts.hpp"
#include "engine/suppress.hpp"
#include "rounds/queries.hpp"
#include "rounds/rounds.hpp"
#include "rounds/unit_tree.hpp"
#include "settings/settings.hpp"
#include "skills/catalogue.hpp"
#include "tabular/csv.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace kunna::rounds {

namespace {

using engine::UnitIndex;
using Sums = std::vector<MovementSum>; // by UnitIndex

constexpr std::array every_voice{Voice::self, Voice::manager, Voice::peer, Voice::assessor};

constexpr Measure measure_of(Voice voice) {
    switch (voice) {
    case Voice::self:
        return Measure::self;
    case Voice::manager:
        return Measure::manager;
    case Voice::peer:
        return Measure::peer;
    case Voice::assessor:
        break;
    }
    return Measure::assessor;
}

void add(MovementSum& sum, const MovementSum& more) {
    sum.people += more.people;
    sum.steps += more.steps;
    sum.up += more.up;
    sum.same += more.same;
}

engine::Audience audience_of(const MovementSum& sum) {
    engine::Audience audience;
    audience.people = static_cast<std::uint32_t>(sum.people);
    audience.rows[0] = static_cast<std::uint32_t>(sum.up);
    audience.rows[1] = static_cast<std::uint32_t>(sum.same);
    audience.rows[2] = static_cast<std::uint32_t>(sum.people - sum.up - sum.same);
    return audience;
}

// By UnitIndex: the unit with everything below it, or that it must not be told. One measure of one skill.
std::vector<Movement> movements(const UnitTree& tree, const Sums& own, std::uint32_t fewest) {
    Sums total = own;
    for (UnitIndex u = static_cast<UnitIndex>(total.size()); u-- > 0;)
        if (tree.units.parent(u) != engine::no_index) add(total[tree.units.parent(u)], total[u]);
    std::vector<engine::SuppressNode> nodes;
    std::vector<std::uint32_t> node_of(total.size(), engine::no_index);
    const auto push = [&](std::uint32_t parent, const MovementSum& sum) {
        engine::SuppressNode node;
        node.parent = parent;
        node.audience = audience_of(sum);
        nodes.push_back(node);
        return static_cast<std::uint32_t>(nodes.size() - 1);
    };
    for (UnitIndex u = 0; u < total.size(); ++u) {
        if (total[u].people == 0) continue;
        const UnitIndex parent = tree.units.parent(u);
        node_of[u] = push(parent == engine::no_index ? engine::no_index : node_of[parent], total[u]);
        // A unit's own people are what is left of it when the units below are taken away.
        if (own[u].people > 0 && own[u].people < total[u].people) push(node_of[u], own[u]);
    }
    for (std::size_t n = nodes.size(); n-- > 0;)
        if (nodes[n].parent != engine::no_index) nodes[nodes[n].parent].size += nodes[n].size;
    engine::suppress(nodes, {.fewest = fewest});
    std::vector<Movement> told(total.size());
    for (UnitIndex u = 0; u < total.size(); ++u) {
        if (total[u].people == 0) continue;
        if (!nodes[node_of[u]].shown) {
            told[u].hidden = true;
            continue;
        }
        const double mean = total[u].steps / static_cast<double>(total[u].people);
        told[u] = {total[u].people, std::round(mean * 100) / 100, false};
    }
    return told;
}

std::vector<UnitSkillSum> read_sums(db::Tx& tx, RoundId round, RoundId before) {
    std::vector<UnitSkillSum> all;
    const auto take = [&](Measure measure, const db::Row& row) {
        all.push_back({UnitId{row.integer(0)},
                       SkillId{row.integer(1)},
                       measure,
                       {row.integer(2), row.real(3), row.integer(4), row.integer(5)}});
    };
    for (const Voice voice : every_voice) {
        if (!before.given()) break;
        const bool several = voice == Voice::peer || voice == Voice::assessor;
        tx.run(several ? queries::movements_of_several : queries::movements,
               {{"round", round}, {"before", before}, {"voice", voice}},
               [&](const db::Row& row) { take(measure_of(voice), row); });
    }
    tx.run(queries::apart, {{"round", round}}, [&](const db::Row& row) { take(Measure::apart, row); });
    return all;
}

std::vector<OtherRound> comparable(db::Tx& tx, const access::Actor& actor, const Round& round) {
    std::vector<OtherRound> all;
    for (const RoundRow& other : rounds(tx, actor))
        if (other.id != round.id && other.state == RoundState::closed && other.opens <= round.opens)
            all.push_back({other.id, other.name, other.opens});
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.opens > b.opens; });
    return all;
}

Result<std::optional<OtherRound>> chosen_before(const std::vector<OtherRound>& others, std::optional<RoundId> wanted) {
    if (!wanted) return others.empty() ? std::nullopt : std::optional{others.front()};
    const auto found = std::find_if(others.begin(), others.end(), [&](const auto& one) { return one.id == *wanted; });
    if (found == others.end()) return refuse(Kind::not_found, "round.not_found");
    return std::optional{*found};
}

} // namespace

std::shared_ptr<const std::vector<UnitSkillSum>> Comparisons::of(db::Tx& tx, RoundId round, RoundId before) {
    const std::pair key{round, before};
    {
        const std::scoped_lock held{mutex_};
        if (const auto at = known_.find(key); at != known_.end()) return at->second;
    }
    auto read = std::make_shared<const std::vector<UnitSkillSum>>(read_sums(tx, round, before));
    const std::scoped_lock held{mutex_};
    constexpr std::size_t most_kept = 8;
    if (known_.size() >= most_kept) known_.clear();
    return known_[key] = std::move(read);
}

Result<Comparison> compare(db::Tx& tx, Comparisons& known, const access::Actor& actor, const CompareAsked& asked,
                           bool whole) {
    const Round round = TRY(find_round(tx, actor, asked.round));
    if (round.state != RoundState::closed) return refuse(Kind::conflict, "round.not_closed");
    Comparison told;
    told.others = comparable(tx, actor, round);
    told.before = TRY(chosen_before(told.others, asked.before));
    const UnitTree tree = unit_tree(tx);
    const store::Reach reach = store::reach_of(actor);
    const auto covered = tree.reach(tx, reach);
    if (asked.unit) {
        const auto at = tree.find(*asked.unit);
        if (!at || !covered[*at]) return refuse(Kind::not_found, "unit.not_found");
    }

    const auto sums = known.of(tx, asked.round, told.before ? told.before->id : RoundId{});
    std::map<SkillId, std::array<Sums, measures>> by_skill;
    std::vector<bool> reached(tree.names.size());
    std::array<bool, measures> heard{};
    for (const UnitSkillSum& one : *sums) {
        const auto at = tree.find(one.unit);
        if (!at || (asked.skill && one.skill != *asked.skill)) continue;
        auto& own = by_skill[one.skill];
        for (Sums& each : own) each.resize(tree.names.size());
        add(own[static_cast<std::size_t>(one.measure)][*at], one.sum);
    }
    const auto fewest = static_cast<std::uint32_t>(settings::current(tx).suppression);
    const skills::SkillFinder finder{tx};
    for (const auto& [skill, own] : by_skill) {
        std::array<std::vector<Movement>, measures> moved;
        for (std::size_t m = 0; m < measures; ++m) moved[m] = movements(tree, own[m], fewest);
        const skills::KnownSkill* name = finder.by_id(skill);
        for (UnitIndex u = 0; u < tree.names.size(); ++u) {
            if (!covered[u]) continue;
            if (std::none_of(moved.begin(), moved.end(), [&](const auto& m) { return m[u].hidden || m[u].mean; }))
                continue;
            reached[u] = true;
            for (std::size_t m = 0; m < measures; ++m) heard[m] = heard[m] || moved[m][u].hidden || moved[m][u].mean;
            if (asked.unit && *asked.unit != UnitId{tree.units.id(u)}) continue;
            told.items.push_back({UnitId{tree.units.id(u)}, tree.names[u], skill, name == nullptr ? Text{} : name->name,
                                  moved[0][u], moved[1][u], moved[2][u], moved[3][u], moved[4][u]});
        }
    }
    std::stable_sort(told.items.begin(), told.items.end(), [&](const ComparedRow& a, const ComparedRow& b) {
        return *tree.find(a.unit) < *tree.find(b.unit);
    });
    for (const Voice voice : every_voice)
        if (heard[static_cast<std::size_t>(measure_of(voice))]) told.voices.push_back(voice);
    for (UnitIndex u = 0; u < tree.names.size(); ++u)
        if (reached[u])
            told.units.push_back(
                {UnitId{tree.units.id(u)}, tree.names[u], static_cast<std::int32_t>(tree.units.depth(u))});
    if (!whole && !asked.unit && !asked.skill && !told.units.empty())
        std::erase_if(told.items, [&](const ComparedRow& row) { return row.unit != told.units.front().id; });
    return told;
}

Result<void> write_comparison(const std::vector<ComparedRow>& rows, std::string_view language, tabular::Sink sink) {
    using tabular::Cell;
    using tabular::CellType;
    std::vector<tabular::ColumnSpec> columns;
    for (const auto& [name, type] : {std::pair{"unit", CellType::text},
                                     {"skill", CellType::text},
                                     {"self_people", CellType::number},
                                     {"self_moved", CellType::number},
                                     {"manager_people", CellType::number},
                                     {"manager_moved", CellType::number},
                                     {"peer_people", CellType::number},
                                     {"peer_moved", CellType::number},
                                     {"assessor_people", CellType::number},
                                     {"assessor_moved", CellType::number},
                                     {"both_people", CellType::number},
                                     {"self_less_manager", CellType::number},
                                     {"hidden", CellType::text}})
        columns.push_back({texts::say(language, "column." + std::string{name}), type, 0});
    const auto style = language == "sv" ? tabular::CsvStyle::swedish() : tabular::CsvStyle::english();
    const auto out = TRY(tabular::write_csv(std::move(sink), columns, style));
    const std::string few = texts::say(language, "column.hidden.yes");
    for (const ComparedRow& row : rows) {
        std::vector<Cell> cells{std::string_view{row.unit_name},
                                std::string_view{skills::shown(row.skill_name, language)}};
        bool hidden = false;
        for (const Movement* moved : {&row.self, &row.manager, &row.peer, &row.assessor, &row.apart}) {
            cells.push_back(moved->mean ? Cell{moved->people} : Cell{});
            cells.push_back(moved->mean ? Cell{*moved->mean} : Cell{});
            hidden = hidden || moved->hidden;
        }
        cells.push_back(hidden ? Cell{std::string_view{few}} : Cell{});
        TRY(out->row(cells));
    }
    return out->finish();
}

} // namespace kunna::rounds
