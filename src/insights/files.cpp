// Files.
#include "insights/files.hpp"

#include "base/texts.hpp"
#include "skills/catalogue.hpp"
#include "tabular/csv.hpp"
#include "tabular/xlsx.hpp"

namespace kunna::insights {

namespace {

using tabular::Cell;
using tabular::CellType;

const std::vector<std::pair<std::string_view, CellType>> sum_columns{
    {"requirements", CellType::number}, {"met", CellType::number},      {"uncertain", CellType::number},
    {"gap", CellType::number},          {"unknown", CellType::number},  {"weighted_gap", CellType::number},
    {"fit", CellType::number},          {"coverage", CellType::number}, {"hidden", CellType::text}};

std::vector<std::pair<std::string_view, CellType>> with_sums(std::vector<std::pair<std::string_view, CellType>> first) {
    first.insert(first.end(), sum_columns.begin(), sum_columns.end());
    return first;
}

Cell optional(const std::optional<double>& value) {
    return value ? Cell{*value} : Cell{};
}

// The sums, or nothing but the word that says they are hidden.
void append(std::vector<Cell>& row, const Sums& sums, bool is_hidden, std::string_view word) {
    if (is_hidden) {
        row.insert(row.end(), sum_columns.size() - 1, Cell{});
        row.emplace_back(word);
        return;
    }
    for (const std::int64_t count : {sums.requirements, sums.met, sums.uncertain, sums.gap, sums.unknown})
        row.emplace_back(count);
    for (const auto& share : {sums.weighted_gap, sums.fit, sums.coverage}) row.push_back(optional(share));
}

Cell optional(const std::optional<std::int32_t>& value) {
    return value ? Cell{std::int64_t{*value}} : Cell{};
}

// "vill kunna, nivå 4"; empty when it is not wished.
std::string wish_told(const SkillProfile& profile, SkillId skill, std::string_view language) {
    const auto& wished = profile.wishes.skills;
    const auto wish = std::find_if(wished.begin(), wished.end(), [&](const auto& one) { return one.skill == skill; });
    if (wish == wished.end()) return {};
    if (!wish->level) return texts::say(language, "column.wish.yes");
    return texts::say(language, "column.wish.level",
                      std::vector<std::pair<std::string, std::string>>{{"level", std::to_string(*wish->level)}});
}

// "chef 4 (2026-03-01), självskattning 3 (2026-05-02)"
std::string told(const std::vector<NewestOfSource>& sources, std::string_view language) {
    std::string said;
    for (const NewestOfSource& source : sources)
        said += fmt::format("{}{} {} ({})", said.empty() ? "" : ", ",
                            texts::say(language, "column.source." + std::string{db::enum_name(source.source)}),
                            source.level, source.day.iso());
    return said;
}

} // namespace

Result<std::unique_ptr<tabular::Writer>> table_writer(FileKind kind, std::string_view language,
                                                      const std::vector<std::pair<std::string_view, CellType>>& columns,
                                                      tabular::Sink sink) {
    std::vector<tabular::ColumnSpec> specs;
    for (const auto& [name, type] : columns)
        specs.push_back({texts::say(language, "column." + std::string{name}), type, 0});
    if (kind == FileKind::xlsx) return tabular::write_xlsx(std::move(sink), "Kunna", std::move(specs));
    return tabular::write_csv(std::move(sink), specs,
                              language == "sv" ? tabular::CsvStyle::swedish() : tabular::CsvStyle::english());
}

Result<void> write_units(const std::vector<ByUnit>& units, FileKind kind, std::string_view language,
                         tabular::Sink sink) {
    const std::string word = texts::say(language, "column.hidden.yes");
    const auto out = TRY(
        table_writer(kind, language,
                     with_sums({{"unit_code", CellType::text}, {"unit", CellType::text}, {"people", CellType::number}}),
                     std::move(sink)));
    for (const ByUnit& unit : units) {
        std::vector<Cell> row{std::string_view{unit.code}, std::string_view{unit.name}, unit.people};
        append(row, unit.sums, unit.hidden, word);
        TRY(out->row(row));
    }
    return out->finish();
}

Result<void> write_roles(const std::vector<ByRole>& roles, FileKind kind, std::string_view language,
                         tabular::Sink sink) {
    const std::string word = texts::say(language, "column.hidden.yes");
    const auto out = TRY(table_writer(
        kind, language, with_sums({{"role", CellType::text}, {"people", CellType::number}}), std::move(sink)));
    for (const ByRole& role : roles) {
        std::vector<Cell> row{std::string_view{skills::shown(role.name, language)},
                              role.hidden ? Cell{} : Cell{role.people}};
        append(row, role.sums, role.hidden, word);
        TRY(out->row(row));
    }
    return out->finish();
}

Result<void> write_skills(const std::vector<BySkill>& skills, FileKind kind, std::string_view language,
                          tabular::Sink sink) {
    const std::string word = texts::say(language, "column.hidden.yes");
    auto columns = with_sums({{"skill", CellType::text},
                              {"people", CellType::number},
                              {"mean_gap", CellType::number},
                              {"bus_factor", CellType::number}});
    const auto out = TRY(table_writer(kind, language, columns, std::move(sink)));
    for (const BySkill& skill : skills) {
        std::vector<Cell> row{std::string_view{skills::shown(skill.name, language)},
                              skill.hidden ? Cell{} : Cell{skill.people}, optional(skill.mean_gap),
                              skill.bus_factor ? Cell{*skill.bus_factor} : Cell{}};
        append(row, skill.sums, skill.hidden, word);
        TRY(out->row(row));
    }
    return out->finish();
}

Result<void> write_map(const GapMap& map, FileKind kind, std::string_view language, tabular::Sink sink) {
    const std::string word = texts::say(language, "column.hidden.yes");
    const auto out = TRY(table_writer(kind, language,
                                      {{"unit", CellType::text},
                                       {"skill", CellType::text},
                                       {"requirements", CellType::number},
                                       {"met", CellType::number},
                                       {"uncertain", CellType::number},
                                       {"gap", CellType::number},
                                       {"unknown", CellType::number},
                                       {"weighted_gap", CellType::number},
                                       {"coverage", CellType::number},
                                       {"hidden", CellType::text}},
                                      std::move(sink)));
    for (std::size_t r = 0; r < map.units.size(); ++r) {
        for (std::size_t c = 0; c < map.skills.size(); ++c) {
            const std::size_t at = r * map.skills.size() + c;
            if (map.required[at] == nobody) continue;
            std::vector<Cell> row{std::string_view{map.units[r].name},
                                  std::string_view{skills::shown(map.skills[c].name, language)}};
            if (map.required[at] == hidden) {
                row.insert(row.end(), 7, Cell{});
                row.emplace_back(std::string_view{word});
            } else {
                for (const auto* values : {&map.required, &map.met, &map.uncertain, &map.below, &map.unknown})
                    row.emplace_back(std::int64_t{(*values)[at]});
                row.push_back(map.weighted_gap[at] == all_unknown ? Cell{} : Cell{map.weighted_gap[at] / 10'000.0});
                row.emplace_back(map.coverage[at] / 10'000.0);
            }
            TRY(out->row(row));
        }
    }
    return out->finish();
}

Result<void> write_profile(const SkillProfile& profile, FileKind kind, std::string_view language, tabular::Sink sink) {
    const auto out = TRY(table_writer(kind, language,
                                      {{"skill", CellType::text},
                                       {"required", CellType::number},
                                       {"must", CellType::text},
                                       {"level", CellType::number},
                                       {"uncertainty", CellType::number},
                                       {"confidence", CellType::number},
                                       {"state", CellType::text},
                                       {"steps_below", CellType::number},
                                       {"evidence", CellType::text},
                                       {"wish", CellType::text}},
                                      std::move(sink)));
    const std::string yes = texts::say(language, "column.yes");
    for (const HeldSkill& held : profile.skills) {
        const std::string state =
            held.state ? texts::say(language, "column.state." + std::string{db::enum_name(*held.state)}) : "";
        const std::string evidence = told(held.sources, language);
        const std::string wish = wish_told(profile, held.skill, language);
        const std::array<Cell, 10> row{std::string_view{skills::shown(held.name, language)},
                                       optional(held.required),
                                       std::string_view{held.must ? yes : ""},
                                       optional(held.level),
                                       optional(held.uncertainty),
                                       held.level ? Cell{held.confidence} : Cell{},
                                       std::string_view{state},
                                       optional(held.gap),
                                       std::string_view{evidence},
                                       std::string_view{wish}};
        TRY(out->row(row));
    }
    for (const wishes::WishedSkill& wished : profile.wishes.skills) {
        const bool told_above = std::any_of(profile.skills.begin(), profile.skills.end(),
                                            [&](const HeldSkill& held) { return held.skill == wished.skill; });
        if (told_above) continue;
        const std::string wish = wish_told(profile, wished.skill, language);
        std::vector<Cell> row(10);
        row.front() = std::string_view{skills::shown(wished.name, language)};
        row.back() = std::string_view{wish};
        TRY(out->row(row));
    }
    return out->finish();
}

} // namespace kunna::insights
