// Files.
#include "analytics/files.hpp"

#include "base/texts.hpp"
#include "skills/catalogue.hpp"

namespace kunna::analytics {

namespace {

using tabular::Cell;
using tabular::CellType;

template <class T>
Cell cell_or_none(const std::optional<T>& value) {
    return value ? Cell{*value} : Cell{};
}

Cell count_cell(std::int64_t count) {
    return count == told_nothing ? Cell{} : Cell{count};
}

std::string too_few(std::string_view language) {
    return texts::say(language, "column.hidden.yes");
}

// The word that a count is hidden, or nothing.
Cell hidden_cell(bool hidden, const std::string& word) {
    return hidden ? Cell{std::string_view{word}} : Cell{};
}

} // namespace

Result<void> write_adjacent(const AdjacentRoles& roles, insights::FileKind kind, std::string_view language,
                            tabular::Sink sink) {
    const auto out = TRY(insights::table_writer(kind, language,
                                                {{"from_role", CellType::text},
                                                 {"to_role", CellType::text},
                                                 {"transferability", CellType::number},
                                                 {"similarity", CellType::number},
                                                 {"suggested", CellType::text},
                                                 {"requirements", CellType::number},
                                                 {"full", CellType::number},
                                                 {"musts_lacking", CellType::number},
                                                 {"lacking", CellType::text}},
                                                std::move(sink)));
    const std::string yes = texts::say(language, "column.yes");
    const std::string asked = skills::shown(roles.name, language);
    for (const AdjacentRole& role : roles.items) {
        const std::string name = skills::shown(role.name, language);
        std::string lacking;
        for (const AdjacentLack& lack : role.lacking)
            lacking +=
                fmt::format("{}{} {}", lacking.empty() ? "" : ", ", skills::shown(lack.name, language), lack.required);
        const bool from = roles.direction == AdjacentDirection::from;
        const std::array<Cell, 9> row{std::string_view{from ? asked : name},
                                      std::string_view{from ? name : asked},
                                      role.transferability,
                                      role.similarity,
                                      std::string_view{role.suggested ? yes : ""},
                                      role.requirements,
                                      role.full,
                                      role.musts,
                                      std::string_view{lacking}};
        TRY(out->row(row));
    }
    return out->finish();
}

Result<void> write_concentration(const Concentration& told, insights::FileKind kind, std::string_view language,
                                 tabular::Sink sink) {
    const auto out = TRY(insights::table_writer(kind, language,
                                                {{"skill", CellType::text},
                                                 {told.by == SpreadBy::place ? "place" : "unit", CellType::text},
                                                 {"people", CellType::number},
                                                 {"able_people", CellType::number},
                                                 {"able_all", CellType::number},
                                                 {"herfindahl", CellType::number},
                                                 {"hidden", CellType::text}},
                                                std::move(sink)));
    const std::string word = too_few(language);
    for (const SkillSpread& skill : told.skills) {
        const std::string name = skills::shown(skill.name, language);
        for (std::size_t g = 0; g < told.groups.size(); ++g) {
            const std::int64_t able = skill.hidden ? told_nothing : skill.groups[g];
            const std::array<Cell, 7> row{std::string_view{name},
                                          std::string_view{told.groups[g].name},
                                          told.groups[g].people,
                                          count_cell(able),
                                          skill.hidden ? Cell{} : Cell{skill.able},
                                          cell_or_none(skill.herfindahl),
                                          hidden_cell(able == told_nothing, word)};
            TRY(out->row(row));
        }
    }
    return out->finish();
}

Result<void> write_ages(const AgeStructure& told, insights::FileKind kind, std::string_view language,
                        tabular::Sink sink) {
    const auto out = TRY(insights::table_writer(kind, language,
                                                {{"skill", CellType::text},
                                                 {"age_band", CellType::text},
                                                 {"able_people", CellType::number},
                                                 {"able_all", CellType::number},
                                                 {"hidden", CellType::text}},
                                                std::move(sink)));
    const std::string word = too_few(language);
    for (const SkillAges& skill : told.skills) {
        const std::string name = skills::shown(skill.name, language);
        for (std::size_t b = 0; b < told.bands.size(); ++b) {
            const std::int64_t able = skill.hidden ? told_nothing : skill.bands[b];
            const std::string band =
                texts::say(language, "column.age_band." + std::string{db::enum_name(told.bands[b])});
            const std::array<Cell, 5> row{std::string_view{name}, std::string_view{band}, count_cell(able),
                                          skill.hidden ? Cell{} : Cell{skill.able},
                                          hidden_cell(able == told_nothing, word)};
            TRY(out->row(row));
        }
    }
    return out->finish();
}

Result<void> write_trends(const Trends& told, insights::FileKind kind, std::string_view language, tabular::Sink sink) {
    const auto out = TRY(insights::table_writer(kind, language,
                                                {{"skill", CellType::text},
                                                 {"on_day", CellType::date},
                                                 {"people", CellType::number},
                                                 {"assessed", CellType::number},
                                                 {"able_people", CellType::number},
                                                 {"uncertain", CellType::number},
                                                 {"mean_level", CellType::number},
                                                 {"came", CellType::number},
                                                 {"left", CellType::number},
                                                 {"first", CellType::number},
                                                 {"restated", CellType::number},
                                                 {"aged", CellType::number},
                                                 {"others", CellType::number},
                                                 {"hidden", CellType::text}},
                                                std::move(sink)));
    const std::string word = too_few(language);
    for (const SkillTrend& skill : told.skills) {
        const std::string name = skills::shown(skill.name, language);
        for (std::size_t day = 0; day < told.days.size(); ++day) {
            const TrendPoint& point = skill.points[day];
            std::vector<Cell> row{std::string_view{name}, told.days[day], told.people[day]};
            if (point.hidden) {
                row.resize(13);
            } else {
                for (const std::int64_t count : {point.known, point.able, point.uncertain}) row.emplace_back(count);
                row.push_back(cell_or_none(point.mean));
                if (day + 1 == told.days.size() && skill.causes) {
                    const TrendCauses& by = *skill.causes;
                    for (const auto& cause : {by.came, by.left, by.first, by.restated, by.aged})
                        row.push_back(cell_or_none(cause));
                    row.emplace_back(by.others);
                }
                row.resize(13);
            }
            row.push_back(hidden_cell(point.hidden, word));
            TRY(out->row(row));
        }
    }
    return out->finish();
}

} // namespace kunna::analytics
