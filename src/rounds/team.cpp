// Team.
#include "rounds/team.hpp"

#include "access/visibility.hpp"
#include "people/person.hpp"
#include "rounds/asked.hpp"
#include "rounds/queries.hpp"
#include "rounds/store.hpp"
#include "skills/catalogue.hpp"

namespace kunna::rounds {

namespace {

using Place = std::pair<PersonId, SkillId>;

struct ReportFlat {
    CaseId id{};
    PersonId person{};
    std::string given{};
    std::string family{};
    std::string title{};
    std::int64_t questions = 0;
    std::int64_t answered = 0;
    std::int64_t self_questions = 0;
    std::int64_t self_answered = 0;
};
BOOST_DESCRIBE_STRUCT(ReportFlat, (),
                      (id, person, given, family, title, questions, answered, self_questions, self_answered))

std::map<Place, GridCell> cells_of(db::Tx& tx, const db::Scope& scope, db::Tx::Params asked) {
    std::map<Place, GridCell> cells;
    tx.run(queries::team_questions, scope, asked, [&](const db::Row& row) {
        cells[{PersonId{row.integer(0)}, SkillId{row.integer(1)}}];
    });
    tx.run(queries::team_answers, scope, asked, [&](const db::Row& row) {
        const auto at = cells.find({PersonId{row.integer(0)}, SkillId{row.integer(2)}});
        if (at == cells.end()) return;
        const bool self = db::from_column<Voice>(row, 1) == Voice::self;
        (self ? at->second.self : at->second.answer) = given_answer(row, 3);
    });
    for (auto& [place, cell] : cells)
        if (!cell.answer) cell.self.reset();
    return cells;
}

Result<Grid> read_grid(db::Tx& tx, const access::Actor& actor, RoundId round) {
    const auto flat = store::find(tx, round);
    if (!flat || !actor.person.given()) return refuse(Kind::not_found, "round.not_found");
    const db::Scope scope = access::visible_people(tx, actor, access::Sight::levels);
    const db::Param of_round{"round", round};
    const db::Param manager{"manager", actor.person};
    const db::Param day{"day", tx.today()};
    const auto reports = tx.all<ReportFlat>(queries::team_cases, scope, {of_round, manager, day});
    if (reports.empty()) return refuse(Kind::not_found, "round.not_found");
    Grid grid{round, flat->name, flat->closes, flat->state_on(tx.today()) == RoundState::open, skills::scales(tx),
              {},    {}};
    tx.run(queries::team_skills, scope, {of_round, manager, day},
           [&](const db::Row& row) { grid.skills.push_back(asked_skill(row)); });
    std::vector<AskedSkill*> skills;
    for (AskedSkill& skill : grid.skills) skills.push_back(&skill);
    add_anchors(tx, round, skills);
    auto cells = cells_of(tx, scope, {of_round, manager, day});
    for (const ReportFlat& report : reports) {
        GridPerson person{report.id,
                          report.person,
                          people::full_name(report.given, report.family),
                          report.title,
                          report.questions,
                          report.answered,
                          report.self_questions,
                          report.self_answered,
                          {}};
        const auto before = said_before(tx, report.person, assessments::Source::manager);
        for (const AskedSkill& skill : grid.skills) {
            const auto at = cells.find({report.person, skill.id});
            if (at == cells.end()) {
                person.cells.emplace_back();
                continue;
            }
            if (const auto said = before.find(skill.id); said != before.end()) at->second.before = said->second;
            person.cells.emplace_back(at->second);
        }
        grid.people.push_back(std::move(person));
    }
    return grid;
}

} // namespace

Result<Grid> team(db::Db& db, const access::Actor& actor, RoundId round) {
    Grid grid = TRY(db.read([&](db::Tx& tx) { return read_grid(tx, actor, round); }));
    std::vector<PersonId> opened;
    for (const GridPerson& person : grid.people) opened.push_back(person.person);
    access::note_read(db, actor, opened, "team");
    return grid;
}

} // namespace kunna::rounds
