// Rows of goals, in and out.
#include "goals/store.hpp"

#include "goals/queries.hpp"

#include <algorithm>

namespace kunna::goals::store {

namespace {

struct ReadingFlat {
    GoalId goal{};
    Date day{};
    double value = 0;
    std::string note{};
    std::string by_name{};
};
BOOST_DESCRIBE_STRUCT(ReadingFlat, (), (goal, day, value, note, by_name))

struct NeedFlat {
    NeedId id{};
    GoalId goal{};
    std::optional<RoleId> role{};
    std::optional<UnitId> unit{};
    SkillId skill{};
    std::int32_t level = 0;
    std::int32_t headcount = 0;
    Date due{};
    bool must = false;
    std::int32_t consequence = 1;
    std::int32_t scarcity = 1;
    std::optional<double> chosen_priority{};
    bool not_funded = false;
    std::string chosen_because{};
    std::optional<Instant> chosen{};
    std::string chosen_by{};
    std::optional<std::string> role_sv{};
    std::optional<std::string> role_en{};
    std::optional<std::string> unit_name{};
    std::string name_sv{};
    std::string name_en{};
    bool retired = false;
};
BOOST_DESCRIBE_STRUCT(NeedFlat, (),
                      (id, goal, role, unit, skill, level, headcount, due, must, consequence, scarcity, chosen_priority,
                       not_funded, chosen_because, chosen, chosen_by, role_sv, role_en, unit_name, name_sv, name_en,
                       retired))

void insert_units(db::Tx& tx, GoalId goal, const std::vector<UnitId>& units) {
    for (const UnitId unit : units) tx.run(queries::insert_unit, {{"goal", goal}, {"unit", unit}});
}

double expected_share(Date starts, Date due, Date today) {
    return std::clamp(static_cast<double>(today - starts) / static_cast<double>(due - starts), 0.0, 1.0);
}

} // namespace

std::optional<GoalFlat> find(db::Tx& tx, GoalId goal) {
    return tx.one<GoalFlat>(queries::goal_by_id, {{"goal", goal}});
}

Around around(db::Tx& tx) {
    Around found;
    tx.run(queries::units_of_goals, {}, [&](const db::Row& row) {
        found.units[GoalId{row.integer(0)}].push_back({UnitId{row.integer(1)}, std::string{row.text(2)}});
    });
    for (ReadingFlat& r : tx.all<ReadingFlat>(queries::readings))
        found.readings[r.goal].push_back({r.day, r.value, std::move(r.note), std::move(r.by_name)});
    return found;
}

GoalRow row(const GoalFlat& flat, const Around& around, Date today) {
    GoalRow row;
    row.id = flat.id;
    row.parent = flat.parent;
    row.name = {flat.name_sv, flat.name_en};
    row.owner = {flat.owner, flat.given + " " + flat.family, flat.left_on && *flat.left_on < today};
    row.metric = {flat.metric_sv, flat.metric_en};
    row.measure = {flat.measure_sv, flat.measure_en};
    row.baseline = flat.baseline;
    row.target = flat.target;
    row.starts = flat.starts;
    row.due = flat.due;
    row.weight = flat.weight;
    if (const auto at = around.units.find(flat.id); at != around.units.end()) row.units = at->second;
    if (const auto at = around.readings.find(flat.id); at != around.readings.end()) row.latest = at->second.front();
    row.progress = progress(flat.baseline, flat.target, row.latest);
    row.expected = expected_share(flat.starts, flat.due, today);
    row.state = state_of(row.progress, row.expected, flat.due < today, flat.dropped.has_value());
    row.needs = flat.needs;
    row.version = flat.version;
    return row;
}

std::map<GoalId, std::vector<NeedRow>> needs(db::Tx& tx) {
    std::map<GoalId, std::vector<NeedRow>> all;
    for (NeedFlat& n : tx.all<NeedFlat>(queries::needs)) {
        NeedRow row{{n.id, n.role, n.unit, n.skill, n.level, n.headcount, n.due, n.must, n.consequence, n.scarcity},
                    {},
                    std::move(n.unit_name),
                    {std::move(n.name_sv), std::move(n.name_en)},
                    n.retired,
                    {}};
        if (n.chosen_priority || n.not_funded)
            row.choice = Choice{n.chosen_priority, n.not_funded, std::move(n.chosen_because), std::move(n.chosen_by),
                                n.chosen.value_or(Instant{})};
        if (n.role) row.role_name = Text{n.role_sv.value_or(""), n.role_en.value_or("")};
        all[n.goal].push_back(std::move(row));
    }
    return all;
}

GoalId insert(db::Tx& tx, const NewGoal& wanted, AccountId by) {
    const auto id = tx.insert<GoalId>(queries::insert_goal, {{"parent", wanted.parent},
                                                             {"name_sv", wanted.name.sv},
                                                             {"name_en", wanted.name.en},
                                                             {"description_sv", wanted.description.sv},
                                                             {"description_en", wanted.description.en},
                                                             {"owner", wanted.owner},
                                                             {"metric_sv", wanted.metric.sv},
                                                             {"metric_en", wanted.metric.en},
                                                             {"measure_sv", wanted.measure.sv},
                                                             {"measure_en", wanted.measure.en},
                                                             {"baseline", wanted.baseline},
                                                             {"target", wanted.target},
                                                             {"starts", wanted.starts},
                                                             {"due", wanted.due},
                                                             {"weight", wanted.weight},
                                                             {"account", by},
                                                             {"at", tx.now()}});
    insert_units(tx, id, wanted.units);
    return id;
}

void update(db::Tx& tx, GoalId goal, const NewGoal& wanted) {
    tx.run(queries::update_goal, {{"goal", goal},
                                  {"parent", wanted.parent},
                                  {"name_sv", wanted.name.sv},
                                  {"name_en", wanted.name.en},
                                  {"description_sv", wanted.description.sv},
                                  {"description_en", wanted.description.en},
                                  {"owner", wanted.owner},
                                  {"metric_sv", wanted.metric.sv},
                                  {"metric_en", wanted.metric.en},
                                  {"measure_sv", wanted.measure.sv},
                                  {"measure_en", wanted.measure.en},
                                  {"baseline", wanted.baseline},
                                  {"target", wanted.target},
                                  {"starts", wanted.starts},
                                  {"due", wanted.due},
                                  {"weight", wanted.weight}});
    tx.run(queries::clear_units, {{"goal", goal}});
    insert_units(tx, goal, wanted.units);
}

} // namespace kunna::goals::store
