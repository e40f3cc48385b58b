// O*NET, out of its own text files (tab-delimited, the official columns): Occupation Data.txt (occupations), Alternate
// Titles.txt (their other names), Skills.txt and Knowledge.txt (elements, and which occupations need them), Content
// Model Reference.txt (the tree of elements), Technology Skills.txt (tools, by commodity). Labels are English.
//
// O*NET rates how important an element is to an occupation, IM 1–5: from 3.5 on it is essential, from 2.5 on optional,
// below it is left out, as is what is marked Recommend Suppress or Not Relevant. (The same borders as when role
// profiles are made of O*NET, skills/onet.hpp.) A tool is essential where it is In Demand, else optional.
//
// A URI is onet: with occupation/, element/, commodity/ or technology/ and O*NET's own code or, of a tool, its name.
#pragma once

#include "taxonomies/release.hpp"

#include <filesystem>

namespace kunna::taxonomies {

std::string_view onet_attribution();

// path: a folder or a zip, with the files in it or in folders below; name: what the user calls it, when it lies here
// under another. Other files are left alone. The files do not tell their release. Refuses onet.no_files when neither
// occupations nor skills are there; taxonomy.missing_columns, taxonomy.bad_value and taxonomy.file_refused with file
// and row.
Result<Release> read_onet(const std::filesystem::path& path, const std::string& release = "",
                          std::string_view name = {});

} // namespace kunna::taxonomies
