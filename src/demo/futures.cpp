// Futures.
#include "demo/futures.hpp"

#include "demo/queries.hpp"
#include "scenarios/scenarios.hpp"
#include "skills/roles.hpp"

#include <cmath>

namespace kunna::demo {

namespace {

using scenarios::ChangeKind;
using scenarios::ScenarioChange;

class Futures {
public:
    Futures(db::Tx& tx, const Company& company) : company_(company), roles_(tx) {
        for (PersonNumber p = 0; p < company.people.size(); ++p) employed_ += company.employed(p, company.today());
        tx.run(queries::unit_codes, {},
               [&](const db::Row& row) { units_.emplace(row.text(1), UnitId{row.integer(0)}); });
    }

    // Numbers are of a company of 500.
    ScenarioChange heads(std::string_view role, int of_500, int months) {
        ScenarioChange change{.kind = ChangeKind::heads, .role = roles_.find(std::string{role})->id};
        change.amount = std::round(of_500 * static_cast<double>(employed_) / 500);
        change.by = add_months(company_.today(), months);
        return change;
    }
    ScenarioChange growth(Department department, double a_year, int months) {
        return {.kind = ChangeKind::growth,
                .unit = top_of(department),
                .amount = a_year,
                .by = add_months(company_.today(), months)};
    }
    [[nodiscard]] std::optional<UnitId> top_of(Department department) const {
        for (const Unit& unit : company_.units)
            if (unit.department == department && unit.parent != nobody) return units_.at(unit.code);
        return std::nullopt;
    }

private:
    const Company& company_;
    skills::RoleFinder roles_;
    std::int64_t employed_ = 0;
    std::map<std::string, UnitId, std::less<>> units_; // by code
};

} // namespace

void write_futures(db::Tx& tx, const Company& company) {
    Futures futures{tx, company};
    const auto keep = [&](const char* name, const char* description, const scenarios::Assumptions& assumptions) {
        scenarios::keep_scenario(tx, access::Actor::system(), {name, description, false, assumptions});
    };
    keep("Bas", "Ungefär som nu: samma efterfrågan, samma rörlighet.", {});

    scenarios::Assumptions automation;
    automation.changes = {futures.heads("machine_operator", -35, 24), futures.heads("automation_operator", 18, 24),
                          futures.heads("maintenance_technician", 6, 24)};
    keep("Snabb automatisering",
         "Fler timmar på linjerna körs av robotar inom två år: 35 färre operatörer, 18 fler automationsoperatörer och "
         "6 fler underhållstekniker.",
         automation);

    scenarios::Assumptions orders;
    orders.refill = 0.8;
    orders.moves = 0.05;
    for (const Department department : {Department::production, Department::warehouse, Department::purchasing})
        orders.changes.push_back(futures.growth(department, -0.2, 12));
    keep("Order −20 %", "Ordrarna faller med en femtedel på ett år. Färre ersätts och fler byter roll inom företaget.",
         orders);

    scenarios::Assumptions security;
    ScenarioChange specialists = futures.heads("security_specialist", 5, 12);
    specialists.unit = futures.top_of(Department::digital);
    security.changes = {specialists};
    keep("Kundernas säkerhetskrav", "Stora kunder kräver egna säkerhetsspecialister: 5 fler inom ett år.", security);
}

} // namespace kunna::demo
