// Gathering: the rows of a file as whole activities, and the cell that each part came from. Private to learning.
#pragma once

#include "learning/activity_import.hpp"
#include "skills/catalogue.hpp"

#include <functional>
#include <map>

namespace kunna::learning {

struct FileActivity {
    const Activity* before = nullptr; // as it is stored
    ActivityId id{};                  // negative: new
    std::vector<const ActivityRecord*> rows{};
    ActivityInput input{};
    bool archived = false;
    // JSON pointer into the input → row and member.
    std::map<std::string, std::pair<const ActivityRecord*, std::string>, std::less<>> places{};
};

// In the order they come. What a row says that cannot be read as a part of an activity goes to the problems; whether
// the whole can be planned is not asked here. Borrows the file and what is stored.
std::vector<FileActivity> gather(const ActivityFile& file, const std::vector<Activity>& stored,
                                 skills::SkillFinder& skills, std::vector<RowProblem>& problems);

} // namespace kunna::learning
