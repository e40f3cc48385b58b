// Differences: what a file would change about an activity, in words. Private to learning.
#pragma once

#include "base/row_report.hpp"
#include "learning/activity_import.hpp"
#include "skills/catalogue.hpp"

#include <functional>

namespace kunna::learning {

// How values are written in a difference.
class DifferenceWords {
public:
    DifferenceWords(const skills::SkillFinder& skills, std::string_view language) :
        skills_(&skills), language_(language) {}
    [[nodiscard]] std::string skill(SkillId id) const;
    [[nodiscard]] std::string yes_no(bool yes) const;
    [[nodiscard]] const std::string& language() const { return language_; }

private:
    const skills::SkillFinder* skills_;
    std::string language_;
};

std::string written(double number);
std::string written(std::int64_t number);
std::string written(bool yes);
std::string written(Date day);
std::string written(ActivityKind kind);

// By the members of a record; none when both are the same. before: null when there was none. called: the name of
// another activity.
std::vector<FieldChange> differences(const ActivityInput* before, const ActivityInput& after,
                                     const DifferenceWords& words,
                                     const std::function<std::string(ActivityId)>& called);
// What stands in the record's cell, as far as a problem is to show it.
std::string cell(const ActivityRecord& record, std::string_view member);

} // namespace kunna::learning
