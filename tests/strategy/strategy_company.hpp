// A strategy for the small company: Erik leads it all and is the sponsor, Anna drives it.
#pragma once

#include "strategy/standing.hpp"
#include "strategy/strategies.hpp"
#include "support/small_company.hpp"

namespace kunna::strategy {

class StrategyCompany : public test::SmallCompany {
protected:
    insights::Workforces workforces{*db};
    StrategyId id{};

    static access::Actor executive(PersonId person) {
        access::Actor actor = employee(person);
        actor.grants.push_back({access::Role::executive, {}});
        return actor;
    }
    static StrategyInput wanted() {
        StrategyInput input;
        input.name = {" Kompetens  2030 ", "Skills 2030"};
        input.starts = day("2026-12-01");
        input.ends = day("2029-12-31");
        input.owner = anna;
        input.sponsor = erik;
        input.communication = "Varje chef berättar på sitt möte i januari, och alla läser på intranätet.";
        input.years = {{2027, 6'000'000, 40}, {2028, 6'000'000, 40}};
        input.next_review = day("2027-01-15");
        return input;
    }
    Result<Strategy> draft(const StrategyInput& input, const access::Actor& actor = hr()) {
        return act([&](db::Tx& tx) { return add_strategy(tx, actor, input); });
    }
    void drafted() {
        const auto made = draft(wanted());
        ASSERT_TRUE(made.ok()) << code(made);
        id = made->id;
    }
    Result<Strategy> edit(const StrategyInput& input, std::optional<std::int64_t> version = {},
                          const access::Actor& actor = hr()) {
        return act([&](db::Tx& tx) { return edit_strategy(tx, actor, id, version, input); });
    }
    Strategy now() {
        return *look([&](db::Tx& tx) { return find_strategy(tx, hr(), id); });
    }
    Standing stands() {
        const auto workforce = workforces.current();
        return *look([&](db::Tx& tx) { return standing(tx, *workforce, hr(), id); });
    }
    Facts facts() {
        const auto workforce = workforces.current();
        return *look([&](db::Tx& tx) { return facts_of(tx, *workforce, id); });
    }

    Result<void> decided(const char* on = "2026-11-20") {
        return act([&](db::Tx& tx) { return decide(tx, hr(), id, {}, {day(on), "Ledningsgruppen"}); });
    }
    Result<void> asked(UnitId unit, const ConsultationInput& input, std::optional<std::int64_t> version = {}) {
        return act([&](db::Tx& tx) { return consult(tx, hr(), id, unit, version, input); });
    }
    static ConsultationInput supports() { return {day("2026-11-10"), day("2026-11-18"), Stance::support, ""}; }
    Result<NegotiationId> negotiated(Outcome outcome = Outcome::agreed, const char* on = "2026-11-19") {
        return act([&](db::Tx& tx) {
            return add_negotiation(tx, hr(), id, {}, {"IF Metall", day(on), outcome, "Utan erinran"});
        });
    }
    Result<Document> linked(std::optional<NegotiationId> negotiation = {}) {
        return act([&](db::Tx& tx) {
            return add_link(tx, hr(), id, {"https://intranet.example/protokoll", "Protokoll", negotiation});
        });
    }
    void anchored() {
        drafted();
        ASSERT_TRUE(decided().ok());
        ASSERT_TRUE(linked().ok());
        ASSERT_TRUE(asked(UnitId{1}, supports()).ok());
        ASSERT_TRUE(asked(UnitId{2}, supports()).ok());
        const auto negotiation = negotiated();
        ASSERT_TRUE(negotiation.ok());
        ASSERT_TRUE(linked(*negotiation).ok());
    }
    Result<Strategy> overridden(const access::Actor& actor = manager(erik),
                                const char* why = "Vi börjar med de linjer som är redo och tar resten i vår.") {
        return act([&](db::Tx& tx) { return override_lacks(tx, actor, id, {}, {why}); });
    }
    Result<Strategy> activated(const access::Actor& actor = hr()) {
        const auto workforce = workforces.current();
        return act([&](db::Tx& tx) { return activate(tx, *workforce, actor, id); });
    }
    Result<void> marked(Step step, const StepInput& input, const access::Actor& actor = hr()) {
        return act([&](db::Tx& tx) { return mark_step(tx, actor, id, step, input); });
    }
    // "/owner strategy.lack.owner", one for each place.
    template <class T>
    static std::vector<std::string> places(const Result<T>& result) {
        std::vector<std::string> all;
        if (!result.ok())
            for (const FieldError& field : result.error().fields) all.push_back(field.where + " " + field.code);
        return all;
    }
};

} // namespace kunna::strategy
