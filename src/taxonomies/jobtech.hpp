// Arbetsförmedlingen's JobTech Taxonomy, out of its open JSON files: skills.json (skills),
// the-ssyk-hierarchy-with-occupations.json (SSYK 2012 groups of four levels and occupation names),
// ssyk-level-4-groups.json (what each group does) and ssyk-level-4-with-related-isco-level-4-groups.json (the bridge to
// ISCO-08, and so to ESCO's occupations). Labels are Swedish.
//
// A URI is http://data.jobtechdev.se/taxonomy/concept/ and the id. An occupation name has no ISCO codes of its own:
// those of the group above it are its.
#pragma once

#include "taxonomies/release.hpp"

#include <filesystem>

namespace kunna::taxonomies {

std::string_view jobtech_attribution();

// path: a folder or a zip, with the files in it or in folders below; name: what the user calls it, when it lies here
// under another. Other files are left alone. The files do not tell their release. Refuses jobtech.no_files when neither
// skills nor hierarchy is there; jobtech.layout and jobtech.bad_concept with the file; taxonomy.file_refused (no JSON);
// taxonomy.cycle.
Result<Release> read_jobtech(const std::filesystem::path& path, const std::string& release = "",
                             std::string_view name = {});

} // namespace kunna::taxonomies
