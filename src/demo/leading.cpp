// Leading.
#include "demo/leading.hpp"

#include "access/accounts.hpp"
#include "goals/goals.hpp"
#include "insights/workforce.hpp"
#include "people/units.hpp"
#include "skills/catalogue.hpp"
#include "strategy/standing.hpp"
#include "strategy/strategies.hpp"

#include <algorithm>
#include <utility>

namespace kunna::demo {

namespace {

using access::Actor;
using strategy::Criterion;
using strategy::Step;
using strategy::StrategyId;

class ThatDay final : public Clock {
public:
    explicit ThatDay(Date day) : day_(day) {}
    [[nodiscard]] Instant now() const override {
        return {std::int64_t{day_.days()} * 86'400'000 + std::int64_t{10} * 3'600'000};
    }
    [[nodiscard]] Date today() const override { return day_; }

private:
    Date day_;
};

class Leading {
public:
    Leading(db::Tx& tx, const Company& company, const std::vector<PersonId>& ids) :
        tx_(tx), company_(company), ids_(ids), hr_(actor(Persona::hr, access::Role::hr)),
        chief_(actor(Persona::executive, access::Role::executive)) {}

    Result<void> write() {
        TRY(on(day(1, 2), [&](db::Tx& tx) { return draft(tx); }));
        TRY(on(day(1, 20), [&](db::Tx& tx) { return consult(tx); }));
        TRY(on(day(1, 24), [&](db::Tx& tx) { return negotiate(tx); }));
        TRY(on(day(1, 26), [&](db::Tx& tx) { return decide(tx); }));
        TRY(on(day(1, 27), [&](db::Tx& tx) { return activate(tx); }));
        TRY(on(day(6, 4), [&](db::Tx& tx) { return mark_plan(tx); }));
        // A review looks at everybody: of a large company one is enough.
        if (company_.people.size() < 5000)
            TRY(on(day(12, 10), [&](db::Tx& tx) {
                return review(tx, "Linje C börjar med mikrolektioner före sommaren, och lagret får två mentorer till. "
                                  "Målen står kvar.");
            }));
        TRY(on(day(23, 12), [&](db::Tx& tx) {
            return review(tx, "PLC-kompetensen hänger på för få: två till utbildas i vår. Samtalen ska nå 95 procent "
                              "innan året är slut.");
        }));
        TRY(on(day(23, 14), [&](db::Tx& tx) { return go_without(tx); }));
        return on(day(24, 3), [&](db::Tx& tx) { return mark_talks(tx); });
    }

private:
    [[nodiscard]] Date day(int month, int of_month) const { return company_.months.start(month) + (of_month - 1); }
    [[nodiscard]] PersonId id_of(Persona persona) const { return ids_[company_.persona(persona)]; }

    Actor actor(Persona persona, access::Role role) const {
        Actor one;
        one.person = id_of(persona);
        one.account = access::account_of(tx_, one.person)->id;
        one.grants = {{role, std::nullopt}};
        return one;
    }

    // As if it were done on the day.
    template <class F>
    Result<void> on(Date when, F&& act) {
        const ThatDay clock{when};
        db::Tx then{tx_.connection(), clock, tx_.engine()};
        TRY(act(then));
        tx_.changed(then.last_audit());
        return {};
    }

    Result<void> draft(db::Tx& tx) {
        strategy::StrategyInput input;
        input.name = {"Kompetens för uppkopplade pumpar", "Skills for connected pumps"};
        input.starts = company_.months.start(1);
        input.ends = add_months(input.starts, 36);
        input.owner = id_of(Persona::hr);
        input.sponsor = id_of(Persona::executive);
        input.aim = "Hälften av linjetimmarna ska kunna köras automatiskt, och det ska vara våra egna medarbetare som "
                    "kör, ställer om och reparerar cellerna. Den som i dag plockar på lagret ska ha en väg till ett "
                    "arbete som finns om fem år.";
        input.principles = "Sex miljoner kronor om året: 30 procent till lagkrav, 40 till kompetenshöjning, 18 till "
                           "omskolning och 12 till ledare. 40 timmar per person, alltid på betald tid.";
        input.communication = "Vd berättar på stormötet i februari, varje chef på sitt eget möte inom två veckor, och "
                              "läget står på intranätet varje kvartal.";
        const int year = static_cast<int>(input.starts.civil().year());
        for (int y = year; y < year + 3; ++y) input.years.push_back({y, 6'000'000, 40});
        input.next_review = company_.months.start(1) + 90;
        id_ = TRY(strategy::add_strategy(tx, hr_, input)).id;
        return {};
    }

    Result<void> consult(db::Tx& tx) {
        bool first = true;
        for (const people::Unit& unit : people::units(tx)) {
            if (unit.depth != 1) continue;
            strategy::ConsultationInput input{tx.today() - 12, tx.today() - 2, strategy::Stance::support, ""};
            if (std::exchange(first, false)) {
                input.stance = strategy::Stance::reservations;
                input.answer = "Bra, men schemat måste läggas så att alla hinner: inte två från samma lag samtidigt.";
            }
            TRY(strategy::consult(tx, hr_, id_, unit.id, std::nullopt, input));
        }
        return {};
    }

    Result<void> negotiate(db::Tx& tx) {
        struct Held {
            const char* name;
            const char* note;
            const char* link;
        };
        for (const Held& held : {Held{"IF Metall", "Enighet om betald tid och om att inget i Kunna används för lön.",
                                      "https://intranet.lindvaken.example/mbl/if-metall"},
                                 Held{"Unionen", "Enighet. Klubben får läsa kvartalsavstämningarna.",
                                      "https://intranet.lindvaken.example/mbl/unionen"}}) {
            const auto negotiation = TRY(strategy::add_negotiation(
                tx, hr_, id_, std::nullopt, {held.name, tx.today() - 1, strategy::Outcome::agreed, held.note}));
            TRY(strategy::add_link(tx, hr_, id_, {held.link, std::string{"Protokoll "} + held.name, negotiation}));
        }
        return {};
    }

    Result<void> decide(db::Tx& tx) {
        TRY(strategy::decide(tx, chief_, id_, std::nullopt, {tx.today(), "Ledningsgruppen"}));
        TRY(strategy::add_link(
            tx, hr_, id_,
            {"https://intranet.lindvaken.example/ledning/beslut-kompetens", "Ledningens beslut", std::nullopt}));
        struct Said {
            Criterion criterion;
            int score;
            const char* words;
        };
        for (const Said& said :
             {Said{Criterion::target_roles, 2, "Automationsoperatör, supporttekniker och ekonomispecialist."},
              Said{Criterion::adjacency, 1, "Lager till support är prövat; ekonomi till automation återstår."},
              Said{Criterion::time_and_pay, 2, "Lärande sker på betald tid, 40 timmar om året. Lönen är oförändrad."},
              Said{Criterion::leaders_coached, 1, "Hälften av cheferna har gått coachutbildningen."},
              Said{Criterion::channels, 2, "Mikrolektioner vid linjerna, 24 mentorpar och tre nätverk."}})
            TRY(strategy::give_evidence(tx, hr_, id_, said.criterion, {said.score, said.words, ""}));
        return {};
    }

    Result<void> activate(db::Tx& tx) {
        const auto workforce = insights::load(tx, tx.today(), 0);
        const auto facts = TRY(strategy::facts_of(tx, *workforce, id_));
        // The inventory comes in the months after: the sponsor answers for going on before it.
        if (strategy::readiness(facts).red)
            TRY(strategy::override_lacks(tx, chief_, id_, std::nullopt,
                                         {"Kartläggningen görs i februari och mars. Vi börjar ändå nu, för robotcellen "
                                          "är beställd och operatörerna måste hinna lära sig den."}));
        TRY(strategy::activate(tx, *workforce, hr_, id_));
        return {};
    }

    Result<void> mark(db::Tx& tx, Step step, Persona owner, std::optional<Date> due, bool done, const char* note) {
        return strategy::mark_step(tx, hr_, id_, step, {id_of(owner), due, done, note, ""});
    }

    Result<void> mark_plan(db::Tx& tx) {
        TRY(mark(tx, Step::plan, Persona::learning, {}, true,
                 "Årsplanen är antagen: mikrolektioner på linje A och B, omskolning från lager till support."));
        // Still not done two years later: what a late step looks like.
        return mark(tx, Step::learn, Persona::learning, company_.months.start(22), false,
                    "Linje A och B är i gång, 24 mentorpar har träffats. Linje C väntar på robotcellen.");
    }

    // What management has decided to do without.
    Result<void> go_without(db::Tx& tx) {
        const skills::SkillFinder skills{tx};
        const auto sold = std::find_if(skills.all().begin(), skills.all().end(),
                                       [](const auto& known) { return known.key == "account_development"; });
        for (const goals::PursuedNeed& one : goals::pursued_needs(tx)) {
            if (one.row.need.skill != sold->id) continue;
            TRY(goals::choose(tx, chief_, one.goal, one.row.need.id.value(),
                              {{},
                               true,
                               "Säljarna lär av varandra på kundbesöken i år; pengarna går till "
                               "serviceteknikerna, som kunderna väntar på."}));
        }
        return {};
    }

    Result<void> mark_talks(db::Tx& tx) {
        return mark(tx, Step::talks, Persona::upper_manager, add_months(company_.today(), 2), false,
                    "Sju av tio har haft sitt utvecklingssamtal.");
    }

    Result<void> review(db::Tx& tx, const char* decided) {
        const auto workforce = insights::load(tx, tx.today(), 0);
        TRY(strategy::hold_review(tx, *workforce, hr_, id_, {decided, tx.today() + 91}));
        return {};
    }

    db::Tx& tx_;
    const Company& company_;
    const std::vector<PersonId>& ids_;
    Actor hr_;
    Actor chief_;
    StrategyId id_{};
};

} // namespace

Result<void> write_strategy(db::Tx& tx, const Company& company, const std::vector<PersonId>& ids) {
    return Leading{tx, company, ids}.write();
}

} // namespace kunna::demo
