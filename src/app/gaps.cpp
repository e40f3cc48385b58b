// kunna gaps: the gap analysis on the command line, the same numbers as on the screens.
#include "app/command.hpp"
#include "app/table.hpp"
#include "insights/lists.hpp"
#include "insights/people_names.hpp"

#include <iostream>

namespace kunna::app {

namespace {

using insights::Sums;

const std::vector<std::string> sum_columns{
    "requirements",      "met",          "uncertain", "gap",     "unknown", "weighted_gap_sum",
    "weighted_required", "weighted_gap", "fit",       "coverage"};

std::vector<std::string> with_sums(std::vector<std::string> first) {
    first.insert(first.end(), sum_columns.begin(), sum_columns.end());
    return first;
}

void append(std::vector<Cell>& row, const Sums& sums) {
    for (const std::int64_t count : {sums.requirements, sums.met, sums.uncertain, sums.gap, sums.unknown})
        row.emplace_back(count);
    row.emplace_back(sums.weighted_gap_sum);
    row.emplace_back(sums.weighted_required);
    for (const auto& share : {sums.weighted_gap, sums.fit, sums.coverage}) row.push_back(cell(share));
}

struct GapsOptions {
    Place place{};
    std::string by{"organisation"};
    std::string as_of{};
    std::string format{"table"};
};

// The names that a language prefers, the other language's when that one is empty.
std::string in_language(const skills::Text& text, const std::string& language) {
    const std::string& first = language == "sv" ? text.sv : text.en;
    return first.empty() ? (language == "sv" ? text.en : text.sv) : first;
}

Table by_requirement(const insights::Workforce& workforce, const insights::PeopleNames& people,
                     const std::string& language) {
    Table table{{"person", "name", "role", "role_name", "skill", "skill_name", "required", "level", "confidence", "gap",
                 "weight", "must", "state"}};
    for (const auto& [id, person] : people) {
        const auto index = workforce.find(id);
        if (!index) continue;
        for (const auto& row : insights::requirement_rows(workforce, *index)) {
            const auto& role = workforce.names().roles[*workforce.names().find(row.role)];
            const auto& skill = workforce.names().skills[*workforce.names().find(row.skill)];
            table.add({person.number, person.name, role.key, in_language(role.name, language), skill.key,
                       in_language(skill.name, language), std::int64_t{row.required}, cell(row.level),
                       cell(row.confidence), cell(row.gap), std::int64_t{row.weight}, row.must,
                       std::string{db::enum_name(row.state)}});
        }
    }
    return table;
}

Table by_person(const insights::Workforce& workforce, const insights::PeopleNames& people) {
    auto columns = with_sums({"person", "name", "unit"});
    columns.emplace_back("ready");
    Table table{columns};
    for (const auto& [id, person] : people) {
        const auto index = workforce.find(id);
        if (!index) continue;
        const Sums sums = insights::sums_of(engine::person_sums(workforce.snapshot(), *index));
        std::vector<Cell> row{person.number, person.name,
                              workforce.names().units[workforce.snapshot().unit_of(*index)].code};
        append(row, sums);
        row.emplace_back(sums.ready);
        table.add(std::move(row));
    }
    return table;
}

Table table_of(const GapsOptions& asked, db::Db& db, const insights::Workforce& workforce,
               const std::string& language) {
    const auto everyone = insights::fence_of(workforce, access::Actor::system());
    if (asked.by == "unit") {
        Table table{with_sums({"unit", "name", "depth", "people"})};
        for (const auto& unit : insights::by_unit(workforce, everyone)) {
            std::vector<Cell> row{unit.code, unit.name, std::int64_t{unit.depth}, unit.people};
            append(row, unit.sums);
            table.add(std::move(row));
        }
        return table;
    }
    if (asked.by == "role") {
        Table table{with_sums({"role", "name", "people"})};
        for (const auto& role : insights::by_role(workforce, everyone)) {
            std::vector<Cell> row{workforce.names().roles[*workforce.names().find(role.role)].key,
                                  in_language(role.name, language), role.people};
            append(row, role.sums);
            table.add(std::move(row));
        }
        return table;
    }
    if (asked.by == "skill") {
        auto columns = with_sums({"skill", "name", "people"});
        columns.insert(columns.end(), {"mean_gap", "bus_factor"});
        Table table{columns};
        for (const auto& skill : insights::by_skill(workforce, everyone)) {
            std::vector<Cell> row{workforce.names().skills[*workforce.names().find(skill.skill)].key,
                                  in_language(skill.name, language), skill.people};
            append(row, skill.sums);
            row.push_back(cell(skill.mean_gap));
            row.push_back(cell(skill.bus_factor));
            table.add(std::move(row));
        }
        return table;
    }
    if (asked.by == "organisation") {
        Table table{with_sums({"organisation", "people"})};
        std::int64_t people = 0;
        for (const auto top : everyone.tops) people += workforce.headcounts()[top];
        std::vector<Cell> row{workforce.settings().organisation, people};
        append(row, insights::sums_of(engine::organisation_sums(workforce.snapshot(), workforce.sweep()).sums));
        table.add(std::move(row));
        return table;
    }
    const auto people = db.read([](db::Tx& tx) { return insights::people_names(tx, access::Actor::system()); });
    return asked.by == "person" ? by_person(workforce, people) : by_requirement(workforce, people, language);
}

int run_gaps(const GapsOptions& asked) {
    const auto day = asked.as_of.empty() ? std::nullopt : Date::parse(asked.as_of);
    if (!asked.as_of.empty() && !day) return tell(refuse_field("--as-of", "date.not_a_day"));
    return with_db(asked.place, Use::read, [&](db::Db& db) {
        insights::Workforces workforces{db};
        const auto workforce = workforces.as_of(day);
        const Format format = asked.format == "json"  ? Format::json
                              : asked.format == "csv" ? Format::csv
                                                      : Format::table;
        table_of(asked, db, *workforce, terminal_language()).print(std::cout, format);
        return done;
    });
}

} // namespace

void add_gaps(CLI::App& app, int& code) {
    auto* command = app.add_subcommand("gaps", "What is required against what is held");
    auto asked = std::make_shared<GapsOptions>();
    asked->place.add_to(*command);
    command->add_option("--by", asked->by, "One line for each of these")
        ->check(CLI::IsMember({"organisation", "unit", "role", "skill", "person", "requirement"}))
        ->capture_default_str();
    command->add_option("--as-of", asked->as_of, "As it was on a day, YYYY-MM-DD; today when left out");
    command->add_option("--format", asked->format)
        ->check(CLI::IsMember({"table", "csv", "json"}))
        ->capture_default_str();
    command->callback([&code, asked] { code = run_gaps(*asked); });
}

} // namespace kunna::app
