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
    {"surplus", CellType::number},   {"hidden", CellType::text}};

} // namespace

Result<void> write_forecast(const Question& question, const Ground& ground, const Assumptions& assumptions,
                            const engine::Assumptions& assumed, insights::FileKind kind, std::string_view language,
                            tabular::Sink sink) {
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
    return writer->finish();
}

} // namespace kunna::scenarios
