// kunna analyse: what is near what, what sits where, who is of which age, what rises and falls; the numbers of the
// screens on the command line.
#include "analytics/adjacency.hpp"
#include "analytics/ages.hpp"
#include "analytics/trends.hpp"
#include "app/command.hpp"
#include "app/table.hpp"

#include <iostream>

namespace kunna::app {

namespace {

struct AnalyseOptions {
    Place place{};
    std::string of{"roles"};
    std::string role{};
    std::string by{};
    std::string format{"table"};
    int depth = 0;
    int months = 24;
};

Format format_of(const AnalyseOptions& asked) {
    return asked.format == "csv" ? Format::csv : asked.format == "json" ? Format::json : Format::table;
}

Cell told(std::int64_t count) {
    if (count == analytics::told_nothing) return std::monostate{};
    return count;
}

// Every pair of roles, or those of one.
int print_roles(db::Db& db, const insights::Workforce& workforce, const AnalyseOptions& asked) {
    const auto& names = workforce.names();
    const auto ground = db.read([&](db::Tx& tx) { return analytics::adjacency_ground(tx, workforce); });
    Table table{{"from", "to", "transferability", "similarity", "suggested", "requirements", "full", "musts_lacking"}};
    bool found = asked.role.empty();
    for (const engine::RoleIndex index : ground.roles) {
        const insights::RoleName& role = names.roles[index];
        if (!asked.role.empty() && role.key != asked.role) continue;
        found = true;
        const auto near = analytics::adjacent_roles(ground, workforce, role.id, analytics::AdjacentDirection::from);
        if (!near.ok()) return tell(near.error());
        for (const analytics::AdjacentRole& one : near->items)
            table.add({role.key, names.roles[*names.find(one.role)].key, one.transferability, one.similarity,
                       one.suggested, one.requirements, one.full, one.musts});
    }
    if (!found) return tell(refuse_field("--role " + asked.role, "role.not_found"));
    table.print(std::cout, format_of(asked));
    return done;
}

int print_concentration(db::Db& db, const insights::Workforce& workforce, const AnalyseOptions& asked) {
    std::optional<analytics::SpreadBy> by;
    if (!asked.by.empty()) by = asked.by == "place" ? analytics::SpreadBy::place : analytics::SpreadBy::unit;
    const auto depth = asked.depth > 0 ? std::optional<std::int32_t>{asked.depth} : std::nullopt;
    const auto spread = analytics::concentration(db, workforce, access::Actor::system(), by, depth);
    if (!spread.ok()) return tell(spread.error());
    Table table{{"skill", "group", "people", "able", "able_all", "largest_share", "herfindahl"}};
    for (const analytics::SkillSpread& skill : spread->skills)
        for (std::size_t g = 0; g < skill.groups.size(); ++g)
            table.add({workforce.names().skills[*workforce.names().find(skill.skill)].key, spread->groups[g].name,
                       spread->groups[g].people, told(skill.groups[g]), skill.able, cell(skill.largest_share),
                       cell(skill.herfindahl)});
    table.print(std::cout, format_of(asked));
    return done;
}

int print_ages(db::Db& db, const insights::Workforce& workforce, const AnalyseOptions& asked) {
    const auto ages = analytics::age_structure(db, workforce, access::Actor::system());
    Table table{{"skill", "age", "able", "able_all", "leaving_share"}};
    for (const analytics::SkillAges& skill : ages.skills)
        for (std::size_t b = 0; b < skill.bands.size(); ++b)
            table.add({workforce.names().skills[*workforce.names().find(skill.skill)].key,
                       std::string{db::enum_name(ages.bands[b])}, told(skill.bands[b]), skill.able,
                       cell(skill.leaving_share)});
    table.print(std::cout, format_of(asked));
    return done;
}

int print_trends(db::Db& db, const std::shared_ptr<const insights::Workforce>& workforce, const AnalyseOptions& asked) {
    const auto months = analytics::months_asked(asked.months);
    if (!months.ok()) return tell(months.error());
    const insights::Directory& names = workforce->names();
    const auto told =
        analytics::trends(db, *analytics::history(db, workforce, *months), access::Actor::system(), {}, {});
    if (!told.ok()) return tell(told.error());
    Table table{{"skill", "day", "people", "assessed", "able", "uncertain", "mean", "change", "came", "left", "first",
                 "restated", "aged", "reading"}};
    for (const analytics::SkillTrend& skill : told->skills)
        for (std::size_t day = 0; day < told->days.size(); ++day) {
            const analytics::TrendPoint& point = skill.points[day];
            std::vector<Cell> row{names.skills[*names.find(skill.skill)].key,
                                  told->days[day].iso(),
                                  told->people[day],
                                  point.known,
                                  point.able,
                                  point.uncertain,
                                  cell(point.mean)};
            if (day + 1 == told->days.size() && skill.causes) {
                row.push_back(cell(skill.change));
                for (const auto& cause : {skill.causes->came, skill.causes->left, skill.causes->first,
                                          skill.causes->restated, skill.causes->aged})
                    row.push_back(cell(cause));
                row.emplace_back(std::string{db::enum_name(skill.reading)});
            } else {
                row.resize(row.size() + 7, std::monostate{});
            }
            table.add(std::move(row));
        }
    table.print(std::cout, format_of(asked));
    return done;
}

int run_analyse(const AnalyseOptions& asked) {
    return with_db(asked.place, Use::read, [&](db::Db& db) {
        insights::Workforces workforces{db};
        const auto workforce = workforces.current();
        if (asked.of == "concentration") return print_concentration(db, *workforce, asked);
        if (asked.of == "ages") return print_ages(db, *workforce, asked);
        if (asked.of == "trends") return print_trends(db, workforce, asked);
        return print_roles(db, *workforce, asked);
    });
}

} // namespace

void add_analyse(CLI::App& app, int& code) {
    auto* command = app.add_subcommand("analyse", "Adjacent roles, concentration, ages, and what rises and falls");
    auto asked = std::make_shared<AnalyseOptions>();
    asked->place.add_to(*command);
    command
        ->add_option("--of", asked->of,
                     "roles: what each brings along to each other one; concentration: where those who are able work; "
                     "ages: of which age they are, in groups of five or more; trends: quarter by quarter")
        ->check(CLI::IsMember({"roles", "concentration", "ages", "trends"}))
        ->capture_default_str();
    command->add_option("--role", asked->role, "roles: of this one only, by its key");
    command->add_option("--by", asked->by, "concentration: places, or units")->check(CLI::IsMember({"place", "unit"}));
    command->add_option("--depth", asked->depth, "concentration: units so far below the top");
    command->add_option("--months", asked->months, "trends: how far back, a multiple of three")->capture_default_str();
    command->add_option("--format", asked->format)
        ->check(CLI::IsMember({"table", "csv", "json"}))
        ->capture_default_str();
    command->callback([&code, asked] { code = run_analyse(*asked); });
}

} // namespace kunna::app
