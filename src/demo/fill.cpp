// Writing the company: catalogue, people and roles, then assessments, then accounts and what employees say.
#include "demo/fill.hpp"

#include "assessments/assessment_import.hpp"
#include "demo/aiming.hpp"
#include "demo/crews.hpp"
#include "demo/evidence.hpp"
#include "demo/fill_accounts.hpp"
#include "demo/futures.hpp"
#include "demo/leading.hpp"
#include "demo/learning.hpp"
#include "demo/queries.hpp"
#include "demo/reskilling.hpp"
#include "demo/wishing.hpp"
#include "people/plan.hpp"
#include "skills/catalogue.hpp"
#include "skills/holders.hpp"
#include "skills/packs.hpp"
#include "skills/roles.hpp"

#include <algorithm>
#include <charconv>

namespace kunna::demo {

namespace {

using access::Actor;

std::optional<Date> day_or_none(Date day) {
    return day < Stay::open ? std::optional{day} : std::nullopt;
}

// Profiles held long before the first inventory, so that any day of it can be asked again.
constexpr int months_of_profiles = 60;

Result<void> write_catalogue(db::Tx& tx, const Actor& actor, const Company& company) {
    skills::install_demonstration(tx, actor, add_months(company.months.start(1), -months_of_profiles));
    skills::RoleFinder roles{tx};
    skills::SkillFinder skills{tx};
    for (const ProfileChange& change : profile_changes()) {
        skills::NewProfile next;
        next.valid_from = company.months.turn(change.month);
        next.note = change.note;
        for (const RequiredSkill& each : catalogue().roles[catalogue().role(change.role)].requirements)
            next.requirements.push_back(
                {skills.find(catalogue().skills[each.skill].key)->id, {}, each.level, each.importance, each.must});
        TRY(skills::add_profile(tx, actor, roles.find(change.role)->id, next));
    }
    return {};
}

// Planned ids: the n-th new one is -n.
UnitId planned_unit(UnitNumber unit) {
    return UnitId{-std::int64_t{unit} - 1};
}
PersonId planned_person(PersonNumber person) {
    return person == nobody ? PersonId{} : PersonId{-std::int64_t{person} - 1};
}

// A department is all in one town; what lies under it is there too.
std::optional<std::string> place_of(const Company& company, const Unit& unit) {
    if (unit.parent != nobody && unit.parent != 0) return std::nullopt;
    const Site site = shape_of(unit.department).site;
    const bool as_above = unit.parent == 0 && site == shape_of(company.units[0].department).site;
    return as_above ? std::nullopt : std::optional{std::string{name_of(site)}};
}

Result<void> write_people(db::Tx& tx, const Actor& actor, const Company& company) {
    people::PeopleChange change = people::plan_people(tx, {}, {});
    for (UnitNumber u = 0; u < company.units.size(); ++u) {
        const Unit& unit = company.units[u];
        change.units.push_back({0,
                                planned_unit(u),
                                unit.parent == nobody ? UnitId{} : planned_unit(unit.parent),
                                unit.code,
                                unit.name,
                                {},
                                place_of(company, unit)});
    }
    change.people.reserve(company.people.size());
    for (PersonNumber p = 0; p < company.people.size(); ++p) {
        const Person& who = company.people[p];
        people::PersonChange added;
        added.id = planned_person(p);
        added.after = {company.number_text(p),
                       who.name.given_text(),
                       who.name.family_text(),
                       who.name.email(),
                       who.hired,
                       day_or_none(who.last_day),
                       who.birth_year,
                       who.name.of_a_woman() ? people::Gender::woman : people::Gender::man};
        for (const Position& each : company.positions(p))
            added.positions.open.push_back({PositionId{}, planned_unit(each.unit), each.title,
                                            planned_person(each.manager), each.fte / 100.0, each.from,
                                            day_or_none(each.to)});
        change.people.push_back(std::move(added));
    }
    change.added = static_cast<std::int64_t>(change.people.size());
    return people::apply_people(tx, actor, change);
}

std::vector<PersonId> stored_people(db::Tx& tx, const Company& company) {
    std::vector<PersonNumber> by_number(company.people.size() + 1, nobody);
    for (PersonNumber p = 0; p < company.people.size(); ++p) by_number[company.people[p].number] = p;
    std::vector<PersonId> ids(company.people.size());
    tx.run(queries::people_by_number, {}, [&](const db::Row& row) {
        const std::string_view text = row.text(1);
        std::uint32_t number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        ids[by_number.at(number)] = PersonId{row.integer(0)};
    });
    return ids;
}

Result<void> write_holders(db::Tx& tx, const Actor& actor, const Company& company, const std::vector<PersonId>& ids) {
    skills::RoleFinder finder{tx};
    std::vector<RoleId> roles;
    for (const RoleEntry& role : catalogue().roles) roles.push_back(finder.find(role.key)->id);
    skills::HolderChange change;
    for (PersonNumber p = 0; p < company.people.size(); ++p) {
        const auto stays = company.stays_of(p);
        for (std::size_t i = 0; i < stays.size();) {
            // Another post with the same role is no change of role.
            std::size_t last = i;
            while (last + 1 < stays.size() && stays[last + 1].role == stays[i].role &&
                   stays[last + 1].from == stays[last].to + 1)
                ++last;
            change.steps.push_back({ids[p], roles[stays[i].role], 0, stays[i].from, 0, day_or_none(stays[last].to)});
            i = last + 1;
        }
    }
    change.changed = static_cast<std::int64_t>(company.people.size());
    return skills::apply_holders(tx, actor, change);
}

// Hands out one person's statements after the other's.
class Statements {
public:
    explicit Statements(const Company& company) : company_(company) {}

    bool next(assessments::AssessmentRecord& record) {
        while (at_ == said_.size()) {
            if (person_ == company_.people.size()) return false;
            said_ = statements_of(company_, person_);
            at_ = 0;
            number_ = company_.number_text(person_++);
        }
        const Statement& each = said_[at_++];
        assessor_ = each.assessor == nobody ? std::string{each.assessor_name} : company_.number_text(each.assessor);
        record.row = ++row_;
        record.person = number_;
        record.skill = catalogue().skills[each.skill].key;
        record.level = each.level;
        record.source = each.source;
        record.day = each.day;
        record.assessor = assessor_;
        record.note = each.note;
        record.expires = each.expires;
        return true;
    }

private:
    const Company& company_;
    PersonNumber person_ = 0;
    std::vector<Statement> said_;
    std::size_t at_ = 0;
    std::int64_t row_ = 0;
    std::string number_;
    std::string assessor_;
};

Result<void> write_assessments(db::Tx& tx, const Actor& actor, const Company& company) {
    Statements statements{company};
    TRY(assessments::apply_assessments(
        tx, actor, [&](assessments::AssessmentRecord& record) { return statements.next(record); },
        [](const RowProblem& problem) {
            throw std::logic_error{"the demonstration company says what cannot be stored: " + problem.code};
        }));
    return {};
}

} // namespace

Result<void> check_size(std::int64_t people) {
    if (people >= fewest_people && people <= most_people) return {};
    return Error{Kind::invalid,
                 "demo.people_outside",
                 {},
                 {{"fewest", std::to_string(fewest_people)},
                  {"most", std::to_string(most_people)},
                  {"value", std::to_string(people)}}};
}

Result<std::vector<DemoAccount>> fill(db::Db& db, const Company& company) {
    // Slow on purpose, and needs no database: on another core while people are written.
    AccountPasswords passwords;
    const Actor actor = Actor::system();
    std::vector<PersonId> ids;
    TRY(db.transact([&](db::Tx& tx) -> Result<void> {
        if (*tx.one<std::int64_t>(queries::any_person) > 0) return refuse(Kind::conflict, "demo.not_empty");
        TRY(write_catalogue(tx, actor, company));
        TRY(write_people(tx, actor, company));
        ids = stored_people(tx, company);
        return write_holders(tx, actor, company, ids);
    }));
    TRY(db.transact([&](db::Tx& tx) { return write_assessments(tx, actor, company); }));
    return db.transact([&](db::Tx& tx) -> Result<std::vector<DemoAccount>> {
        AccountWriter accounts{tx, company, ids, passwords};
        const auto shown = TRY(accounts.write_personas());
        TRY(accounts.write_voices());
        TRY(write_wishes(tx, company, ids));
        TRY(write_goals(tx, company, ids));
        TRY(write_learning(tx, company));
        write_futures(tx, company);
        TRY(write_reskilling(tx, company, ids));
        TRY(write_strategy(tx, company, ids));
        return shown;
    });
}

} // namespace kunna::demo
