// Team.
#include "insights/team.hpp"

#include "insights/queries.hpp"
#include "people/person.hpp"

#include <set>

namespace kunna::insights {

namespace {

struct Report {
    PersonId id{};
    std::string given{};
    std::string family{};
    std::string title{};
};
BOOST_DESCRIBE_STRUCT(Report, (), (id, given, family, title))

struct Contested {
    PersonId person{};
    SkillId skill{};
    auto operator<=>(const Contested&) const = default;
};
BOOST_DESCRIBE_STRUCT(Contested, (), (person, skill))

using Columns = std::map<engine::SkillIndex, std::int64_t>; // skill → how many of the team need it

std::vector<std::optional<TeamCell>> cells_of(const Workforce& workforce, engine::PersonIndex person, PersonId id,
                                              const std::vector<engine::SkillIndex>& columns,
                                              const std::set<Contested>& contested) {
    std::map<engine::SkillIndex, TeamCell> known;
    for (const auto& held : workforce.snapshot().held(person)) {
        TeamCell& cell = known[held.skill];
        cell.level = rounded(held.level.number());
        cell.confidence = rounded(held.confidence.number());
        cell.conflict = held.conflict;
    }
    for (const engine::GapRow& row : engine::gap_rows(workforce.snapshot(), person)) {
        TeamCell& cell = known[row.skill];
        const auto required = static_cast<std::int32_t>(row.required.units / engine::Level::units_per_step);
        if (cell.required && (cell.must > row.must || (cell.must == row.must && *cell.required >= required))) continue;
        cell.required = required;
        cell.must = row.must;
        cell.state = row.state;
    }
    std::vector<std::optional<TeamCell>> out;
    for (const engine::SkillIndex skill : columns) {
        const auto found = known.find(skill);
        if (found == known.end()) {
            out.emplace_back();
            continue;
        }
        found->second.contested = contested.contains({id, workforce.names().skills[skill].id});
        out.emplace_back(found->second);
    }
    return out;
}

} // namespace

Result<TeamMatrix> team(db::Db& db, Workforces& workforces, const access::Actor& actor) {
    if (!actor.person.given()) return refuse(Kind::not_found, "person.not_found");
    std::vector<Report> reports;
    std::set<Contested> contested;
    db.read([&](db::Tx& tx) {
        const db::Scope scope = access::visible_people(tx, actor, access::Sight::levels);
        reports = tx.all<Report>(queries::direct_reports, scope, {{"manager", actor.person}, {"day", tx.today()}});
        for (const Contested& pair : tx.all<Contested>(queries::contested_pairs, scope)) contested.insert(pair);
    });
    const auto workforce = workforces.current();
    const engine::Snapshot& snapshot = workforce->snapshot();
    TeamMatrix matrix{.manager = actor.person, .day = workforce->day()};
    Columns columns;
    std::vector<PersonId> opened;
    for (const Report& report : reports) {
        const auto person = workforce->find(report.id);
        if (!person) continue;
        std::set<engine::SkillIndex> needed;
        for (const engine::GapRow& row : engine::gap_rows(snapshot, *person)) needed.insert(row.skill);
        for (const engine::SkillIndex skill : needed) ++columns[skill];
        opened.push_back(report.id);
    }
    std::vector<engine::SkillIndex> order;
    for (const auto& [skill, people] : columns) order.push_back(skill);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return columns[a] > columns[b]; });
    for (const engine::SkillIndex skill : order)
        matrix.skills.push_back(
            {workforce->names().skills[skill].id, workforce->names().skills[skill].name, columns[skill]});
    for (const Report& report : reports) {
        const auto person = workforce->find(report.id);
        if (!person) continue;
        matrix.people.push_back({report.id, people::full_name(report.given, report.family), report.title,
                                 sums_of(engine::person_sums(snapshot, *person)),
                                 cells_of(*workforce, *person, report.id, order, contested)});
    }
    if (const auto self = workforce->find(actor.person)) {
        const auto below = engine::set_sums(snapshot, snapshot.lines().chain(*self));
        // The direct reports are seen one by one, so the rest of the chain must not be what is left over of few.
        const auto chain = static_cast<std::int64_t>(snapshot.lines().chain(*self).size());
        const auto others = chain - static_cast<std::int64_t>(matrix.people.size());
        const int fewest = workforce->settings().suppression;
        matrix.chain.people = chain;
        matrix.chain.hidden = others > 0 && others < fewest;
        if (!matrix.chain.hidden) matrix.chain.sums = sums_of(below.sums);
    }
    access::note_read(db, actor, opened, "team");
    return matrix;
}

} // namespace kunna::insights
