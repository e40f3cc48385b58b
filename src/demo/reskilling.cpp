// Reskilling: nineteen from the warehouse of whom five became support technicians, four in finance, and who wants to
// work with automation now.
#include "demo/reskilling.hpp"

#include "assessments/assessments.hpp"
#include "demo/queries.hpp"
#include "demo/random.hpp"
#include "learning/activities.hpp"
#include "reskilling/history.hpp"
#include "reskilling/interest.hpp"
#include "reskilling/programmes.hpp"
#include "skills/catalogue.hpp"
#include "skills/roles.hpp"

#include <algorithm>
#include <map>

namespace kunna::demo {

namespace {

using reskilling::LeftReason;
using reskilling::PastMember;
using reskilling::ProgrammeInput;
using reskilling::Stage;

constexpr PersonNumber most_looked_at = 2000; // a demonstration says enough with so many, however large the company
constexpr std::size_t most_interested = 14;
constexpr std::size_t unassessed = 3; // of them have said nothing of the skills of the new role

constexpr std::array words{"Jag vill arbeta med robotarna, inte bredvid dem.",
                           "Har hjälpt till vid omställningarna på linje A och vill kunna mer.",
                           "Vill ha ett arbete som håller i längden.",
                           "Jag programmerar lite hemma.",
                           "",
                           "Kan tänka mig att börja redan till hösten."};

class Programmes {
public:
    Programmes(db::Tx& tx, const Company& company, const std::vector<PersonId>& ids) :
        tx_(tx), company_(company), ids_(ids), roles_(tx), skills_(tx), workforce_(insights::load(tx, tx.today(), 0)),
        fits_(tx, workforce_) {
        for (const learning::Activity& one : learning::every_activity(tx)) activities_.emplace(one.key, one.id);
        tx.run(queries::unit_codes, {},
               [&](const db::Row& row) { units_.emplace(row.text(1), UnitId{row.integer(0)}); });
    }

    Result<void> write() {
        if (count(Planted::placed) > 0) warehouse();
        if (count(Planted::finance_cohort) > 0) finance();
        return automation();
    }

private:
    [[nodiscard]] std::int32_t count(Planted what) const {
        return static_cast<std::int32_t>(std::count_if(company_.planted.begin(), company_.planted.end(),
                                                       [&](const PlantedPerson& one) { return one.what == what; }));
    }
    RoleId role(const char* key) { return roles_.find(key)->id; }
    [[nodiscard]] UnitId top_of(Department department) const {
        for (const Unit& unit : company_.units)
            if (unit.department == department && unit.parent != nobody) return units_.at(unit.code);
        return units_.at(company_.units.front().code);
    }
    // By whoever leads them now.
    [[nodiscard]] std::optional<PersonId> chief_of(PersonNumber person) const {
        const Stay* stay = company_.stay_on(person, company_.today());
        const PersonNumber chief = stay == nullptr ? nobody : company_.manager_of(*stay, company_.today());
        return chief == nobody ? std::nullopt : std::optional{ids_[chief]};
    }
    // What it costs to hire somebody in each of them, at today's prices.
    static ProgrammeInput priced(std::string name, std::string description, std::int64_t salary) {
        ProgrammeInput made;
        made.name = std::move(name);
        made.description = std::move(description);
        made.recruitment_cost = 120'000'00;
        made.onboarding_weeks = 20;
        made.monthly_salary = salary;
        made.hour_cost = 420'00;
        return made;
    }

    void warehouse() {
        const Months& months = company_.months;
        reskilling::PastProgramme past;
        past.programme = priced("Från lager till support",
                                "Lagret behöver färre och kundsupporten fler. Den som ville fick lära sig teknisk "
                                "support på arbetstid i åtta månader.",
                                36'000'00);
        past.programme.unit = top_of(Department::digital);
        past.programme.ready = months.turn(16);
        past.programme.roles = {{role("support_technician"), count(Planted::chosen)}};
        past.opened = months.turn(6);
        past.chosen = months.turn(7) - 10;
        past.taken = {activities_.at("reskill_warehouse_support")};
        past.cohort = {"Support 1", months.turn(7), "Västerås", {}};
        for (const PlantedPerson& one : company_.planted) {
            if (one.what != Planted::applicant) continue;
            if (!company_.is_planted(one.person, Planted::chosen)) {
                past.applied.push_back(ids_[one.person]);
                continue;
            }
            PastMember member{ids_[one.person], role("support_technician"), role("warehouse_worker"), Stage::left,
                              past.chosen};
            member.learning = past.cohort.starts;
            if (company_.is_planted(one.person, Planted::finished)) member.trial = months.turn(15);
            if (company_.is_planted(one.person, Planted::placed)) {
                member.stage = Stage::placed;
                member.placed = months.turn(16);
                if (!past.cohort.mentor) past.cohort.mentor = chief_of(one.person);
            } else {
                member.left_on = member.trial ? months.turn(16) : months.turn(11);
                member.reason = member.trial ? LeftReason::other_role : LeftReason::stopped;
            }
            past.members.push_back(member);
        }
        reskilling::keep_past(tx_, fits_, past);
    }

    void finance() {
        const Months& months = company_.months;
        reskilling::PastProgramme past;
        past.programme = priced("Automation på ekonomi",
                                "Fyra ekonomiassistenter lärde sig att automatisera bokslut och fakturor.", 41'000'00);
        past.programme.unit = top_of(Department::finance);
        past.programme.ready = months.turn(22);
        past.programme.roles = {{role("finance_automation_specialist"), count(Planted::finance_cohort)}};
        past.opened = months.turn(16);
        past.chosen = months.turn(17) - 7;
        past.taken = {activities_.at("reskill_finance_automation")};
        past.cohort = {"Ekonomi 1", months.turn(17), "Västerås", {}};
        for (const PlantedPerson& one : company_.planted) {
            if (one.what != Planted::finance_cohort) continue;
            if (!past.cohort.mentor) past.cohort.mentor = chief_of(one.person);
            past.members.push_back({ids_[one.person], role("finance_automation_specialist"), role("finance_assistant"),
                                    Stage::placed, past.chosen, past.cohort.starts, months.turn(21), months.turn(22)});
        }
        reskilling::keep_past(tx_, fits_, past);
    }

    [[nodiscard]] bool may_ask(PersonNumber p) const {
        const Stay* stay = company_.stay_on(p, company_.today());
        const bool operates = stay != nullptr && stay->role == catalogue().role("machine_operator") &&
                              !company_.posts[stay->post].leads && company_.people[p].last_day == Stay::open;
        if (!operates) return false;
        for (std::size_t persona = 0; persona < company_.persona_posts.size(); ++persona)
            if (company_.persona(static_cast<Persona>(persona)) == p) return false;
        return true;
    }

    Result<void> automation() {
        ProgrammeInput wanted = priced("Automationsoperatörer 2027",
                                       "Robotcellerna behöver fler som kan köra och hålla igång dem. Utbildningen går "
                                       "på arbetstid, en dag i veckan, och den som klarar den får rollen.",
                                       38'000'00);
        wanted.unit = top_of(Department::production);
        wanted.ready = add_months(company_.today(), 12);
        wanted.owner = ids_[company_.persona(Persona::learning)];
        wanted.roles = {{role("automation_operator"), 6}, {role("maintenance_technician"), 3}};
        const access::Actor system = access::Actor::system();
        const auto programme = TRY(reskilling::add_programme(tx_, *workforce_, system, wanted));
        TRY(reskilling::set_state(tx_, system, programme.id, {}, reskilling::ProgrammeState::open));
        std::size_t interested = 0;
        const auto looked_at =
            std::min<PersonNumber>(most_looked_at, static_cast<PersonNumber>(company_.people.size()));
        for (PersonNumber p = 0; p < looked_at && interested < most_interested; ++p) {
            Random random = Random::of(company_.seed, Subject::interest, p);
            if (!may_ask(p) || !random.chance(35'000)) continue;
            access::Actor person;
            person.person = ids_[p];
            person.grants = {{access::Role::employee, {}}};
            std::vector<RoleId> asked{wanted.roles[0].role};
            if (random.chance(40'000)) asked.push_back(wanted.roles[1].role);
            if (interested >= unassessed) TRY(rate(person, random));
            TRY(reskilling::express_interest(tx_, person, programme.id,
                                             {reskilling::interest_edition, asked, random.one_of(words)}));
            ++interested;
        }
        return {};
    }

    // What they say of themselves in what the new role asks for and theirs does not.
    Result<void> rate(const access::Actor& person, Random& random) {
        for (const char* key : {"automation_robotics", "plc_programming", "problem_solving"}) {
            const skills::KnownSkill* skill = skills_.find(key);
            const std::int32_t level = random.between(0, 2);
            const Date day = company_.today() - random.between(3, 30);
            if (skill != nullptr)
                TRY(assessments::record(tx_, person,
                                        {person.person, skill->id, level, engine::Source::self, day, {}, {}, {}}));
        }
        return {};
    }

    db::Tx& tx_;
    const Company& company_;
    const std::vector<PersonId>& ids_;
    skills::RoleFinder roles_;
    skills::SkillFinder skills_;
    std::shared_ptr<const insights::Workforce> workforce_;
    reskilling::Fits fits_;
    std::map<std::string, UnitId, std::less<>> units_; // by code
    std::map<std::string, learning::ActivityId, std::less<>> activities_;
};

} // namespace

Result<void> write_reskilling(db::Tx& tx, const Company& company, const std::vector<PersonId>& ids) {
    return Programmes{tx, company, ids}.write();
}

} // namespace kunna::demo
