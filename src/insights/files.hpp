// Files: the tables of the screens as CSV or XLSX, with the same numbers and the same things hidden.
#pragma once

#include "insights/gap_map.hpp"
#include "insights/lists.hpp"
#include "insights/profile.hpp"
#include "tabular/writer.hpp"

namespace kunna::insights {

BOOST_DEFINE_ENUM_CLASS(FileKind, csv, xlsx)

// Headings by their codes: "column.unit".
Result<std::unique_ptr<tabular::Writer>>
table_writer(FileKind kind, std::string_view language,
             const std::vector<std::pair<std::string_view, tabular::CellType>>& columns, tabular::Sink sink);

// Headings and names in the language. What is hidden is an empty cell, and says so in its own column.
Result<void> write_units(const std::vector<ByUnit>& units, FileKind kind, std::string_view language,
                         tabular::Sink sink);
Result<void> write_roles(const std::vector<ByRole>& roles, FileKind kind, std::string_view language,
                         tabular::Sink sink);
Result<void> write_skills(const std::vector<BySkill>& skills, FileKind kind, std::string_view language,
                          tabular::Sink sink);
// One line for each cell that somebody needs: unit, skill and its counts.
Result<void> write_map(const GapMap& map, FileKind kind, std::string_view language, tabular::Sink sink);
// One line for each skill that the person's roles need, that something is known about, or that the person wants.
Result<void> write_profile(const SkillProfile& profile, FileKind kind, std::string_view language, tabular::Sink sink);

} // namespace kunna::insights
