// Mapping: which column of a file holds which field, and how the file is to be read.
#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "engine/evidence.hpp"
#include "imports/field.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace kunna::imports {

BOOST_DEFINE_ENUM_CLASS(DayOrder, dmy, mdy)
BOOST_DEFINE_ENUM_CLASS(NameOrder, given_family, family_given)

// Everything may be left out; then it is found from the file, or is as its comment says.
struct ImportOptions {
    std::optional<std::string> delimiter{};
    std::optional<std::string> sheet{};    // XLSX: the first visible one
    std::optional<DayOrder> date_order{};  // of 01/03/2026, when no other row of the column tells
    std::optional<NameOrder> name_order{}; // of names in one column without a comma: given name first
    std::optional<bool> absent_leave{};    // people not in the file leave: no
    std::optional<Date> leave_day{};       // their last day: yesterday
    std::optional<Date> as_of{};           // from which day the file holds: today
    std::optional<std::string> source{};   // of assessments without a column for it
    std::optional<Date> day{};             // of assessments without a column for it
    std::optional<bool> new_skills{};      // skills of role profiles that nobody has heard of are made: no
};
BOOST_DESCRIBE_STRUCT(ImportOptions, (),
                      (delimiter, sheet, date_order, name_order, absent_leave, leave_day, as_of, source, day,
                       new_skills))

struct Mapping {
    std::map<std::string, std::string> columns{}; // field → column
    ImportOptions options{};
};
BOOST_DESCRIBE_STRUCT(Mapping, (), (columns, options))

// A column as the user sees it when mapping.
struct SeenColumn {
    std::string name{};
    std::vector<std::string> samples{};
};
BOOST_DESCRIBE_STRUCT(SeenColumn, (), (name, samples))

// By heading, and where a heading can mean several fields ("Chef") by the samples under it. Each column serves one
// field at most, the best match first.
Mapping suggest(ImportKind kind, std::span<const SeenColumn> columns);

// Refuses fields that do not exist (import.unknown_field), columns that the file lacks (import.column_gone), and files
// without what they cannot do without (import.number_needed, import.level_needed, import.skill_needed …).
Result<void> check_mapping(ImportKind kind, const Mapping& mapping, std::span<const SeenColumn> columns);
// Refuses a source nobody knows (import.source_unknown).
Result<void> check_options(ImportKind kind, const ImportOptions& options);

// "Chef", "manager", "själv", "intyg" …: where a statement comes from.
std::optional<engine::Source> source_of(std::string_view written);
// The word for it in the language, which source_of reads back.
std::string_view source_word(engine::Source source, std::string_view language);

} // namespace kunna::imports
