// Role profiles out of the files of O*NET (Occupation Data.txt, Skills.txt, Knowledge.txt: tab-delimited, the official
// columns).
//
// The rule, stated here, in the note of every profile, and in the text onet.rule:
//   level      LV 0–7 becomes level 0–5: LV · 5/7, halves up (LV 4.62 → 3; LV 6.5 → 5). What becomes 0 is not required.
//   importance IM 1–5: below 2.5 not required; below 3.5 → 1; below 4.25 → 2; from 4.25 → 3. O*NET's own words for
//              2, 3, 4, 5 are somewhat, important, very and extremely important: what is not at least on the way to
//              "important" is no requirement, and 3 is kept for what stands out ("very" and up, one in sixteen).
//   must       never: O*NET does not say what an employer cannot do without.
//   left out   elements whose level or importance is marked Recommend Suppress = Y or Not Relevant = Y.
// O*NET's scale is not Kunna's: its levels are anchored for each element. The result is a first draft to edit.
#pragma once

#include "base/result.hpp"
#include "skills/role_import.hpp"

#include <filesystem>
#include <span>

namespace kunna::skills {

struct OnetOccupation {
    std::string code{}; // 15-1252.00
    std::string title{};
    std::string description{};
};

// What has to be shown with data from O*NET, and is stored with each skill and role made from it. Without the number of
// the release, which the files do not tell.
std::string_view onet_attribution();

// Level of a value LV given in hundredths; 0 means not required.
int onet_level(int hundredths);
int onet_importance(int hundredths);

// Refuses onet.file_missing, and onet.missing_columns with the columns that a file of another layout lacks.
Result<std::vector<OnetOccupation>> onet_occupations(const std::filesystem::path& folder);
// All occupations when codes is empty. Refuses onet.unknown_occupation, onet.bad_value (with file and row) as well.
Result<RoleFile> read_onet(const std::filesystem::path& folder, std::span<const std::string> codes);

} // namespace kunna::skills
