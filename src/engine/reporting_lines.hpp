// Reporting lines: who reports to whom, laid out so that a manager's whole chain is a range.
#pragma once

#include "base/result.hpp"
#include "engine/tree.hpp"

namespace kunna::engine {

class ReportingLines {
public:
    // `manager[person]` is a person or no_index. Refuses people who report to themselves over any number of steps.
    static Result<ReportingLines> of(std::vector<PersonIndex> manager);

    [[nodiscard]] PersonIndex manager(PersonIndex person) const { return manager_[person]; }
    [[nodiscard]] const std::vector<PersonIndex>& managers() const { return manager_; }
    // Everyone who reports to the person, directly or over others; without the person.
    [[nodiscard]] std::span<const PersonIndex> chain(PersonIndex person) const {
        return std::span{tree_.order}.subspan(tree_.position[person] + 1,
                                              tree_.end[person] - tree_.position[person] - 1);
    }
    [[nodiscard]] bool reports_to(PersonIndex person, PersonIndex manager) const {
        return tree_.position[manager] < tree_.position[person] && tree_.position[person] < tree_.end[manager];
    }

private:
    std::vector<PersonIndex> manager_;
    TreeOrder tree_;
};

} // namespace kunna::engine
