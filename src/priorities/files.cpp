// Files.
#include "priorities/files.hpp"

#include "base/texts.hpp"
#include "skills/catalogue.hpp"

namespace kunna::priorities {

namespace {

using tabular::Cell;
using tabular::CellType;

const std::vector<std::pair<std::string_view, CellType>> columns{{"goal", CellType::text},
                                                                 {"skill", CellType::text},
                                                                 {"role", CellType::text},
                                                                 {"unit", CellType::text},
                                                                 {"level", CellType::number},
                                                                 {"headcount", CellType::number},
                                                                 {"due", CellType::date},
                                                                 {"must", CellType::text},
                                                                 {"group_people", CellType::number},
                                                                 {"qualified", CellType::number},
                                                                 {"uncertain", CellType::number},
                                                                 {"below", CellType::number},
                                                                 {"unknown", CellType::number},
                                                                 {"coverage", CellType::number},
                                                                 {"hours", CellType::number},
                                                                 {"criticality", CellType::number},
                                                                 {"months_left", CellType::number},
                                                                 {"urgency", CellType::number},
                                                                 {"effort", CellType::number},
                                                                 {"computed_priority", CellType::number},
                                                                 {"priority", CellType::number},
                                                                 {"not_funded", CellType::text},
                                                                 {"because", CellType::text},
                                                                 {"hidden", CellType::text}};
constexpr std::size_t standing_columns = 7; // from group_people on

Cell number_or_none(const std::optional<double>& value) {
    return value ? Cell{*value} : Cell{};
}

// Words of a line outlive its cells.
struct Words {
    std::string goal, skill, role, unit, because;
};

std::vector<Cell> cells_of(const Priority& one, const Words& words, std::string_view yes, std::string_view untold) {
    const goals::Need& need = one.row.need;
    const auto said = [&](bool is) { return Cell{is ? yes : std::string_view{}}; };
    std::vector<Cell> row{std::string_view{words.goal},
                          std::string_view{words.skill},
                          std::string_view{words.role},
                          std::string_view{words.unit},
                          std::int64_t{need.level},
                          std::int64_t{need.headcount},
                          need.due,
                          said(need.must)};
    if (const auto& standing = one.standing) {
        row.insert(row.end(), {standing->people, standing->qualified, standing->uncertain, standing->below,
                               standing->unknown, standing->coverage, standing->hours});
    } else {
        row.resize(row.size() + standing_columns);
    }
    row.insert(row.end(),
               {std::int64_t{one.parts.criticality}, one.parts.months_left, one.parts.urgency,
                number_or_none(one.parts.effort), number_or_none(one.parts.computed), number_or_none(one.parts.value),
                said(one.row.choice && one.row.choice->not_funded), std::string_view{words.because}, untold});
    return row;
}

} // namespace

Result<void> write_priorities(const Priorities& told, insights::FileKind kind, std::string_view language,
                              tabular::Sink sink) {
    const auto out = TRY(insights::table_writer(kind, language, columns, std::move(sink)));
    const std::string yes = texts::say(language, "column.yes");
    const std::string few = texts::say(language, "column.hidden.yes");
    const std::string outside = texts::say(language, "column.hidden.outside");
    for (const std::vector<Priority>* list : {&told.items, &told.not_funded})
        for (const Priority& one : *list) {
            const Words words{std::string{skills::shown(one.goal_name, language)},
                              std::string{skills::shown(one.row.skill_name, language)},
                              one.row.role_name ? std::string{skills::shown(*one.row.role_name, language)} : "",
                              one.row.unit_name.value_or(""), one.row.choice ? one.row.choice->because : ""};
            const std::string untold = !one.untold ? "" : *one.untold == Untold::few ? few : outside;
            TRY(out->row(cells_of(one, words, yes, untold)));
        }
    return out->finish();
}

} // namespace kunna::priorities
