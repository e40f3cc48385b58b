// Files.
#include "scenarios/files.hpp"

#include "base/texts.hpp"
#include "skills/catalogue.hpp"

namespace kunna::scenarios {

namespace {

using tabular::Cell;
using tabular::CellType;

const std::vector<std::pair<std::string_view, CellType>> columns{
    {"forecast_of", CellType::text}, {"name", CellType::text},       {"month", CellType::date},
    {"able", CellType::number},      {"able_low", CellType::number}, {"able_high", CellType::number},
    {"unknown", CellType::number},   {"demand", CellType::number},   {"shortage", CellType::number},
    {"surplus", CellType::number},   {"chance", CellType::number},   {"hidden", CellType::text}};

} // namespace

std::string named(const NeedAhead& need, std::string_view language) {
    const goals::NeedRow& row = need.row;
    std::string name = fmt::format("{}: {} {}", skills::shown(need.goal_name, language),
                                   skills::shown(row.skill_name, language), row.need.level);
    if (row.role_name) name += fmt::format(", {}", skills::shown(*row.role_name, language));
    if (row.unit_name) name += fmt::format(", {}", *row.unit_name);
    return name;
}

Result<void> write_forecast(const Question& question, const Ground& ground, const Assumptions& assumptions,
                            const engine::Assumptions& assumed, const std::vector<NeedAhead>& needs,
                            insights::FileKind kind, std::string_view language, tabular::Sink sink) {
    const auto writer = TRY(insights::table_writer(kind, language, columns, std::move(sink)));
    const insights::Directory& names = ground.workforce->names();
    Guard guard = question.guard();
    guard.under(assumptions);
    const engine::Forecast made = question.forecast(assumed);
    const Date today = ground.workforce->day();
    const std::string too_few = texts::say(language, "column.hidden.yes");
    const auto write = [&](std::string_view of, std::string_view name, bool hidden, const engine::Tracks& tracks,
                           std::size_t row) -> Result<void> {
        std::vector<Cell> cells{of, name};
        if (hidden) {
            cells.resize(columns.size() - 1);
            cells.emplace_back(std::string_view{too_few});
            return writer->row(cells);
        }
        const Curve curve = curve_of(tracks.outlook(row), {});
        for (std::size_t t = 0; t < curve.able.size(); ++t) {
            cells.resize(2);
            cells.emplace_back(add_months(today, static_cast<int>(t)));
            for (const auto* values :
                 {&curve.able, &curve.low, &curve.high, &curve.unknown, &curve.demand, &curve.shortage, &curve.surplus})
                cells.emplace_back((*values)[t]);
            TRY(writer->row(cells));
        }
        return {};
    };
    const std::string skill = texts::say(language, "column.forecast_of.skill");
    for (std::size_t row = 0; row < made.skill.size(); ++row)
        TRY(write(skill, skills::shown(names.skills[made.skill[row]].name, language), !guard.skill(made.skill[row]),
                  made.skills, row));
    const std::string role = texts::say(language, "column.forecast_of.role");
    for (std::size_t row = 0; row < made.role.size(); ++row)
        TRY(write(role, skills::shown(names.roles[made.role[row]].name, language), !guard.role(made.role[row]),
                  made.roles, row));
    const std::string need = texts::say(language, "column.forecast_of.need");
    for (const NeedAhead& one : needs) {
        const std::string name = named(one, language);
        std::vector<Cell> cells{need, name};
        if (one.untold) {
            cells.resize(columns.size() - 1);
            cells.emplace_back(std::string_view{too_few});
            TRY(writer->row(cells));
            continue;
        }
        for (std::size_t t = 0; t < one.curve.able.size(); ++t) {
            cells.resize(2);
            cells.emplace_back(add_months(today, static_cast<int>(t)));
            for (const auto* values : {&one.curve.able, &one.curve.low, &one.curve.high})
                cells.emplace_back((*values)[t]);
            cells.emplace_back();
            for (const auto* values : {&one.curve.demand, &one.curve.shortage}) cells.emplace_back((*values)[t]);
            cells.emplace_back();
            cells.emplace_back(one.curve.chance[t]);
            TRY(writer->row(cells));
        }
    }
    return writer->finish();
}

} // namespace kunna::scenarios
