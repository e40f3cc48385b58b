// kunna forecast: what everybody will be able to do, month by month, on the command line; the numbers of the screens.
#include "app/command.hpp"
#include "app/table.hpp"
#include "scenarios/assumed.hpp"
#include "scenarios/files.hpp"
#include "scenarios/needs.hpp"
#include "scenarios/scenarios.hpp"

#include <iostream>

namespace kunna::app {

namespace {

struct ForecastOptions {
    Place place{};
    std::string scenario{};
    std::string by{"skill"};
    std::string format{"json"};
    int months = 0;
};

// able_low … able_high: 80 of 100 futures.
const std::vector<std::string> curve_columns{"month",   "day",    "able",     "able_low", "able_high",
                                             "unknown", "demand", "shortage", "surplus"};

class Printer {
public:
    Printer(const scenarios::Ground& ground, const std::vector<std::string>& first) :
        ground_(ground), table_(with(first)) {}

    void add(const std::vector<Cell>& first, const engine::Outlook& outlook) {
        const scenarios::Curve curve = scenarios::curve_of(outlook, {});
        for (std::size_t t = 0; t < curve.able.size(); ++t) {
            std::vector<Cell> row = first;
            row.emplace_back(static_cast<std::int64_t>(t));
            row.emplace_back(add_months(ground_.workforce->day(), static_cast<int>(t)).iso());
            for (const auto* values :
                 {&curve.able, &curve.low, &curve.high, &curve.unknown, &curve.demand, &curve.shortage, &curve.surplus})
                row.emplace_back((*values)[t]);
            table_.add(std::move(row));
        }
    }
    void print(Format format) const { table_.print(std::cout, format); }

private:
    static std::vector<std::string> with(std::vector<std::string> first) {
        first.insert(first.end(), curve_columns.begin(), curve_columns.end());
        return first;
    }

    const scenarios::Ground& ground_;
    Table table_;
};

void print_cells(const scenarios::Ground& ground, const engine::Assumptions& assumed, Format format) {
    const insights::Directory& names = ground.workforce->names();
    Printer printer{ground, {"role", "unit", "skill"}};
    engine::each_cell(ground.workforce->snapshot(), ground.stock, assumed, {}, [&](const engine::CellOutlook& cell) {
        printer.add({names.roles[cell.role].key, names.units[cell.unit].code, names.skills[cell.skill].key}, cell.of);
    });
    printer.print(format);
}

void print_sums(const scenarios::Ground& ground, const engine::Assumptions& assumed, const std::string& by,
                Format format) {
    const insights::Directory& names = ground.workforce->names();
    const engine::Forecast made =
        engine::forecast(ground.workforce->snapshot(), ground.stock, assumed, {}, insights::threads());
    Printer printer{ground, {by}};
    if (by == "skill") {
        for (std::size_t row = 0; row < made.skill.size(); ++row)
            printer.add({names.skills[made.skill[row]].key}, made.skills.outlook(row));
    } else if (by == "role") {
        for (std::size_t row = 0; row < made.role.size(); ++row)
            printer.add({names.roles[made.role[row]].key}, made.roles.outlook(row));
    } else if (by == "unit") {
        for (std::size_t row = 0; row < made.unit.size(); ++row)
            printer.add({names.units[made.unit[row]].code}, made.units.outlook(row));
    } else {
        printer.add({ground.workforce->settings().organisation}, made.whole.outlook(0));
    }
    printer.print(format);
}

// What the goals need, a line for each month of each need.
void print_needs(db::Db& db, const scenarios::Ground& ground, const scenarios::Assumptions& assumptions,
                 const engine::Assumptions& assumed, Format format) {
    const access::Actor system = access::Actor::system();
    const auto question = scenarios::Question::of(db, ground, system, {}).unwrap();
    scenarios::ForecastTold told;
    scenarios::add_needs(db, ground, system, question, assumptions, assumed, told);
    Table table{{"goal", "need", "named", "skill", "level", "due", "month", "day", "able", "able_low", "able_high",
                 "demand", "shortage", "chance"}};
    const insights::Directory& names = ground.workforce->names();
    for (const scenarios::NeedAhead& one : told.needs) {
        const goals::Need& need = one.row.need;
        const auto skill = names.find(need.skill);
        for (std::size_t t = 0; t < one.curve.able.size(); ++t) {
            std::vector<Cell> row{one.goal.value,
                                  need.id ? Cell{need.id->value} : Cell{},
                                  scenarios::named(one, "sv"),
                                  skill ? Cell{names.skills[*skill].key} : Cell{},
                                  std::int64_t{need.level},
                                  need.due.iso(),
                                  static_cast<std::int64_t>(t),
                                  add_months(ground.workforce->day(), static_cast<int>(t)).iso()};
            for (const auto* values : {&one.curve.able, &one.curve.low, &one.curve.high, &one.curve.demand,
                                       &one.curve.shortage, &one.curve.chance})
                row.emplace_back((*values)[t]);
            table.add(std::move(row));
        }
    }
    table.print(std::cout, format);
}

int run_forecast(const ForecastOptions& asked) {
    return with_db(asked.place, Use::read, [&](db::Db& db) {
        insights::Workforces workforces{db};
        scenarios::Grounds grounds{db, workforces};
        const auto ground = grounds.current();
        scenarios::Assumptions assumptions;
        if (!asked.scenario.empty()) {
            const auto found =
                db.read([&](db::Tx& tx) { return scenarios::find_scenario(tx, std::string_view{asked.scenario}); });
            if (!found.ok()) return tell(found.error());
            assumptions = found->assumptions;
        }
        if (asked.months > 0) assumptions.months = asked.months;
        const auto assumed = scenarios::assumed_by_now(*ground, assumptions);
        if (!assumed.ok()) return tell(assumed.error());
        const Format format = asked.format == "csv" ? Format::csv : Format::json;
        if (asked.by == "cell")
            print_cells(*ground, *assumed, format);
        else if (asked.by == "need")
            print_needs(db, *ground, assumptions, *assumed, format);
        else
            print_sums(*ground, *assumed, asked.by, format);
        return done;
    });
}

} // namespace

void add_forecast(CLI::App& app, int& code) {
    auto* command = app.add_subcommand("forecast", "What everybody will be able to do, month by month");
    auto asked = std::make_shared<ForecastOptions>();
    asked->place.add_to(*command);
    command->add_option("--scenario", asked->scenario, "By name; usual assumptions when left out");
    command->add_option("--months", asked->months, "Horizon, 1 to 120; the scenario's when left out")
        ->check(CLI::Range(1, engine::most_months));
    command
        ->add_option("--by", asked->by, "One curve for each of these; cell: role, unit and skill; need: of the goals")
        ->check(CLI::IsMember({"organisation", "unit", "role", "skill", "cell", "need"}))
        ->capture_default_str();
    command->add_option("--format", asked->format)->check(CLI::IsMember({"csv", "json"}))->capture_default_str();
    command->callback([&code, asked] { code = run_forecast(*asked); });
}

} // namespace kunna::app
