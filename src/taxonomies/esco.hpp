// ESCO, out of the files of the official download: skills_xx.csv, skillGroups_xx.csv, occupations_xx.csv,
// ISCOGroups_xx.csv, and the relations broaderRelationsSkillPillar_xx.csv, broaderRelationsOccPillar_xx.csv,
// skillsHierarchy_xx.csv, occupationSkillRelations_xx.csv, skillSkillRelations_xx.csv. Any of them, in any languages.
//
// Files are known by their names, columns by theirs. A concept is its conceptUri, whatever its labels. Relations are
// the same in every language, so one file of each kind is read, the English one when it is there.
// Everything else in the download (collections, concept schemes) is left alone.
#pragma once

#include "taxonomies/release.hpp"

#include <filesystem>

namespace kunna::taxonomies {

// What the licence wants shown with data from ESCO.
std::string_view esco_attribution();

// path: a folder or a zip, with the files in it or in folders below, one a language. release: its name; when empty,
// what the folder's name says ("… v1.2.0 …"), else nothing. name: what the user calls the file, when it lies here under
// another.
//
// Refuses esco.no_files; esco.file_twice and esco.two_releases when several downloads lie together;
// taxonomy.missing_columns, taxonomy.bad_value, esco.bad_uri, esco.uri_twice (rows of one URI that are not equal) and
// taxonomy.file_refused (what CSV and zip readers refuse) with file and row; taxonomy.cycle.
Result<Release> read_esco(const std::filesystem::path& path, const std::string& release = "",
                          std::string_view name = {});

} // namespace kunna::taxonomies
