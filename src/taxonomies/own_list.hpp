// An organisation's own list of concepts, out of a CSV or XLSX file: a row each, columns by Swedish or English heading.
//
//   id                       optional; what the concept is known by from one file to the next. Without it the name is,
//                            so a new name is a new concept.
//   namn, namn en            at least one; "namn" alone is Swedish, "name" alone English
//   andra namn, … en         separated by line breaks, ; or |
//   beskrivning, … en
//   typ                      kompetens (when empty), kunskap, kompetensgrupp, yrke, yrkesgrupp
//   överordnad               id or name of another row
#pragma once

#include "taxonomies/release.hpp"

#include <filesystem>

namespace kunna::taxonomies {

inline constexpr std::string_view own_key = "own";

// key: the taxonomy's; several lists can stand beside each other. name: what the user calls the file, when it lies here
// under another; the list is called like it, without what comes after the last dot. Refuses taxonomy.key_form,
// taxonomy.key_reserved; what tabular::open refuses; taxonomy.missing_columns; taxonomy.list_refused with a field for
// each wrong row, whose values are row, column, value and what its text wants: taxonomy.name_missing, name_too_long,
// name_twice, id_twice, type_unknown, parent_unknown, parent_ambiguous; taxonomy.cycle.
Result<Release> read_own_list(const std::filesystem::path& path, const std::string& key = std::string{own_key},
                              const std::string& release = "", std::string_view name = {});

} // namespace kunna::taxonomies
