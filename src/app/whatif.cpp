// kunna whatif: what would be, on the command line, the same numbers as on the screens.
#include "whatif/whatif.hpp"

#include "app/command.hpp"
#include "app/table.hpp"
#include "base/json_read.hpp"
#include "base/json_write.hpp"
#include "insights/people_names.hpp"
#include "insights/workforces.hpp"
#include "scenarios/scenarios.hpp"
#include "whatif/ahead.hpp"

#include <charconv>
#include <fstream>
#include <iostream>
#include <sstream>

namespace kunna::app {

namespace {

struct WhatIfOptions {
    Place place{};
    std::vector<std::string> leave{};
    std::vector<std::string> close{};
    std::vector<std::string> places{};
    std::vector<std::string> growth{};
    std::string file{};
    int months = 0;
    std::string scenario{};
    std::string by{"skill"};
    std::string format{"table"};
};

// As POST /what-if tells it, and with --months as well what POST /what-if/forecast does.
struct WhatIfAndForecast : whatif::WhatIf {
    whatif::WhatIfForecast forecast{};
};
BOOST_DESCRIBE_STRUCT(WhatIfAndForecast, (whatif::WhatIf), (forecast))

// ROLE=PCT, the role by its key.
Result<whatif::Growth> growth_of(const insights::Directory& names, const std::string& written) {
    const std::size_t at = written.rfind('=');
    const std::string key = written.substr(0, at);
    const auto role =
        std::find_if(names.roles.begin(), names.roles.end(), [&](const auto& one) { return one.key == key; });
    if (role == names.roles.end()) return refuse_field("--growth " + key, "role.not_found");
    whatif::Growth growth{.role = role->id};
    const std::string_view number =
        at == std::string::npos ? std::string_view{} : std::string_view{written}.substr(at + 1);
    const auto [end, failed] = std::from_chars(number.data(), number.data() + number.size(), growth.percent);
    if (failed != std::errc{} || end != number.data() + number.size())
        return refuse_field("--growth " + written, "whatif.percent");
    return growth;
}

Result<whatif::WhatIfAssumptions> assumptions_of(const WhatIfOptions& asked, db::Db& db,
                                                 const insights::Workforce& workforce) {
    whatif::WhatIfAssumptions assumed;
    if (!asked.file.empty()) {
        std::ifstream file{asked.file, std::ios::binary};
        if (!file) return refuse_field("--assumptions " + asked.file, "whatif.file");
        std::stringstream text;
        text << file.rdbuf();
        assumed = TRY(json::from_text<whatif::WhatIfAssumptions>(text.str()));
    }
    if (!asked.leave.empty()) {
        const auto people = db.read([](db::Tx& tx) { return insights::people_names(tx, access::Actor::system()); });
        for (const std::string& number : asked.leave) {
            const auto found = std::find_if(people.begin(), people.end(),
                                            [&](const auto& person) { return person.second.number == number; });
            if (found == people.end()) return refuse_field("--leave " + number, "person.not_found");
            assumed.leave.push_back(found->first);
        }
    }
    for (const std::string& code : asked.close) {
        const auto& units = workforce.names().units;
        const auto found =
            std::find_if(units.begin(), units.end(), [&](const auto& unit) { return unit.code == code; });
        if (found == units.end() || code.empty()) return refuse_field("--close " + code, "unit.not_found");
        assumed.close.push_back(found->id);
    }
    assumed.places.insert(assumed.places.end(), asked.places.begin(), asked.places.end());
    for (const std::string& written : asked.growth)
        assumed.growth.push_back(TRY(growth_of(workforce.names(), written)));
    return assumed;
}

Table table_of(const whatif::WhatIf& told) {
    Table table{{"unit", "people", "people_after", "requirements", "requirements_after", "met", "met_after", "coverage",
                 "coverage_after", "weighted_gap", "weighted_gap_after"}};
    const auto add = [&](const whatif::UnitDifference& one) {
        table.add({one.name, one.people, one.people_after.value_or(0), one.before.requirements, one.after.requirements,
                   one.before.met, one.after.met, cell(one.before.coverage), cell(one.after.coverage),
                   cell(one.before.weighted_gap), cell(one.after.weighted_gap)});
    };
    if (told.units.empty() || told.units.front().name != told.whole.name) add(told.whole);
    for (const whatif::UnitDifference& unit : told.units) add(unit);
    return table;
}

const std::vector<std::string> ahead_columns{
    "able",          "able_after",          "able_then",      "able_then_after",     "demand_then", "demand_then_after",
    "shortage_then", "shortage_then_after", "first_shortage", "first_shortage_after"};

void add_sides(std::vector<Cell>& row, const scenarios::Ahead& before, const scenarios::Ahead& after) {
    const auto day = [](const std::optional<Date>& on) { return on ? Cell{on->iso()} : Cell{}; };
    row.insert(row.end(), {before.able_now, after.able_now, before.able_then, after.able_then, before.demand_then,
                           after.demand_then, before.shortage_then, after.shortage_then, day(before.first_shortage),
                           day(after.first_shortage)});
}

Table table_with(const std::string& by, bool posts) {
    std::vector<std::string> columns{by};
    columns.insert(columns.end(), ahead_columns.begin(), ahead_columns.end());
    if (posts) columns.insert(columns.end(), {"lacking_then", "lacking_then_after"});
    return Table{columns};
}

// Roles by their keys, new ones by their names.
Table table_of(const whatif::WhatIfForecast& told, const insights::Directory& names, const std::string& by) {
    Table table = table_with(by, by != "skill");
    const auto add_posts = [&](const std::string& name, const auto& one) {
        std::vector<Cell> row{name};
        add_sides(row, one.before.of, one.after.of);
        row.insert(row.end(), {one.before.lacking_then, one.after.lacking_then});
        table.add(std::move(row));
    };
    if (by == "role") {
        for (const whatif::RoleAheadDifference& one : told.roles)
            add_posts(one.role ? names.roles[*names.find(*one.role)].key : one.name.sv, one);
    } else if (by == "unit") {
        for (const whatif::UnitAheadDifference& one : told.units)
            add_posts(names.units[*names.find(one.unit)].code, one);
    } else {
        for (const whatif::SkillDifference& one : told.skills) {
            std::vector<Cell> row{names.skills[*names.find(one.skill)].key};
            add_sides(row, one.before, one.after);
            table.add(std::move(row));
        }
    }
    return table;
}

int ahead(const WhatIfOptions& asked, db::Db& db, insights::Workforces& workforces,
          const whatif::WhatIfAssumptions& assumed, const whatif::WhatIf& told) {
    scenarios::Grounds grounds{db, workforces};
    whatif::AheadAsked question;
    if (asked.months > 0) question.months = asked.months;
    if (!asked.scenario.empty()) {
        const auto found =
            db.read([&](db::Tx& tx) { return scenarios::find_scenario(tx, std::string_view{asked.scenario}); });
        if (!found.ok()) return tell(found.error());
        question.scenario = found->id;
    }
    auto later = whatif::forecast(db, *grounds.current(), access::Actor::system(), assumed, question);
    if (!later.ok()) return tell(later.error());
    if (asked.format == "json")
        std::cout << json::to_text(WhatIfAndForecast{told, std::move(later).unwrap()}) << '\n';
    else
        table_of(*later, workforces.current()->names(), asked.by)
            .print(std::cout, asked.format == "csv" ? Format::csv : Format::table);
    return done;
}

int run_what_if(const WhatIfOptions& asked) {
    return with_db(asked.place, Use::read, [&](db::Db& db) {
        insights::Workforces workforces{db};
        const auto workforce = workforces.current();
        const auto assumed = assumptions_of(asked, db, *workforce);
        if (!assumed.ok()) return tell(assumed.error());
        const auto told = whatif::what_if(db, *workforce, access::Actor::system(), *assumed, {});
        if (!told.ok()) return tell(told.error());
        if (asked.months > 0 || !asked.scenario.empty()) return ahead(asked, db, workforces, *assumed, *told);
        if (asked.format == "json")
            std::cout << json::to_text(*told) << '\n';
        else
            table_of(*told).print(std::cout, asked.format == "csv" ? Format::csv : Format::table);
        return done;
    });
}

} // namespace

void add_whatif(CLI::App& app, int& code) {
    auto* command = app.add_subcommand("whatif", "The gap map as it would be, and the forecast; nothing is stored");
    auto asked = std::make_shared<WhatIfOptions>();
    asked->place.add_to(*command);
    command->add_option("--leave", asked->leave, "Employee numbers of who leaves; their posts stay, empty");
    command->add_option("--close", asked->close, "Codes of units that close, with all under them");
    command->add_option("--close-place", asked->places, "Places where every unit closes");
    command->add_option("--growth", asked->growth, "ROLE=PCT: a role, by its key, that grows or shrinks by per cent");
    command->add_option("--assumptions", asked->file, "A file with assumptions in JSON, as POST /what-if takes them");
    command
        ->add_option("--months", asked->months,
                     "The forecast too, as it would be and as it is, so far ahead, 1 to 120; in a table or CSV it "
                     "stands instead of the units")
        ->check(CLI::Range(1, engine::most_months));
    command->add_option("--scenario", asked->scenario, "The forecast under this scenario, by name; else the base");
    command->add_option("--by", asked->by, "The forecast in a table or CSV, a line for each of these")
        ->check(CLI::IsMember({"skill", "role", "unit"}))
        ->capture_default_str();
    command->add_option("--format", asked->format)
        ->check(CLI::IsMember({"table", "csv", "json"}))
        ->capture_default_str();
    command->callback([&code, asked] { code = run_what_if(*asked); });
}

} // namespace kunna::app
