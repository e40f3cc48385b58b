// Files.
#include "whatif/files.hpp"

#include "base/texts.hpp"
#include "skills/catalogue.hpp"

namespace kunna::whatif {

namespace {

using tabular::Cell;
using tabular::CellType;

const std::vector<std::pair<std::string_view, CellType>> ahead_columns{
    {"forecast_of", CellType::text},     {"name", CellType::text},
    {"able_now", CellType::number},      {"able_now_after", CellType::number},
    {"able_then", CellType::number},     {"able_then_after", CellType::number},
    {"demand_then", CellType::number},   {"demand_then_after", CellType::number},
    {"shortage_then", CellType::number}, {"shortage_then_after", CellType::number},
    {"lacking_then", CellType::number},  {"lacking_then_after", CellType::number},
    {"first_shortage", CellType::date},  {"first_shortage_after", CellType::date},
    {"hidden", CellType::text}};

// lacking: of posts.
struct FileSide {
    const scenarios::Ahead& of;
    std::optional<double> lacking{};
    bool hidden = false;
};

class FileRows {
public:
    FileRows(tabular::Writer& writer, std::string_view language) :
        writer_(writer), too_few_(texts::say(language, "column.hidden.yes")) {}

    Result<void> add(std::string_view of, std::string_view name, const FileSide& before, const FileSide& after) {
        std::vector<Cell> cells{of, name};
        const auto both = [&](const auto& value) {
            for (const FileSide* side : {&before, &after}) cells.push_back(side->hidden ? Cell{} : Cell{value(*side)});
        };
        both([](const FileSide& side) { return side.of.able_now; });
        both([](const FileSide& side) { return side.of.able_then; });
        both([](const FileSide& side) { return side.of.demand_then; });
        both([](const FileSide& side) { return side.of.shortage_then; });
        both([](const FileSide& side) { return side.lacking ? Cell{*side.lacking} : Cell{}; });
        both([](const FileSide& side) { return side.of.first_shortage ? Cell{*side.of.first_shortage} : Cell{}; });
        cells.push_back(before.hidden || after.hidden ? Cell{std::string_view{too_few_}} : Cell{});
        return writer_.row(cells);
    }
    template <class Row>
    Result<void> add_posts(std::string_view of, std::string_view name, const Row& row) {
        return add(of, name, {row.before.of, row.before.lacking_then, row.hidden},
                   {row.after.of, row.after.lacking_then, row.hidden_after});
    }

private:
    tabular::Writer& writer_;
    std::string too_few_;
};

} // namespace

Result<void> write_forecast(const WhatIfForecast& told, insights::FileKind kind, std::string_view language,
                            tabular::Sink sink) {
    const auto writer = TRY(insights::table_writer(kind, language, ahead_columns, std::move(sink)));
    FileRows rows{*writer, language};
    const std::string skill = texts::say(language, "column.forecast_of.skill");
    for (const SkillDifference& one : told.skills)
        TRY(rows.add(skill, skills::shown(one.name, language), {one.before, {}, one.hidden},
                     {one.after, {}, one.hidden_after}));
    const std::string role = texts::say(language, "column.forecast_of.role");
    for (const RoleAheadDifference& one : told.roles) TRY(rows.add_posts(role, skills::shown(one.name, language), one));
    const std::string unit = texts::say(language, "column.forecast_of.unit");
    for (const UnitAheadDifference& one : told.units) TRY(rows.add_posts(unit, one.name, one));
    return writer->finish();
}

} // namespace kunna::whatif
