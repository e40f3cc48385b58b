// Remembered: what questions about one Ground have in common, kept from one to the next. It follows from the workforce
// of the day and the part of it that is asked about, never from who asks.
#pragma once

#include "engine/need_ahead.hpp"
#include "insights/fence.hpp"

#include <list>
#include <mutex>
#include <set>

namespace kunna::scenarios {

// Of each skill, the roles that may be singled out in it (guard.hpp).
using RolesBySkill = std::set<std::pair<engine::SkillIndex, engine::RoleIndex>>;

class Remembered {
public:
    // Made when it is not known of these units: by role, may its sums be told?
    std::shared_ptr<const std::vector<bool>> roles_shown(const insights::Fence& fence,
                                                         const std::function<std::vector<bool>()>& make);
    // Made when it is not known of these units.
    std::shared_ptr<const RolesBySkill> roles_by_skill(const insights::Fence& fence,
                                                       const std::function<RolesBySkill()>& make);
    // Made when it is not known of these units under assumptions that are called so.
    std::shared_ptr<const engine::Forecast> forecast(const insights::Fence& fence, const std::string& assumptions,
                                                     const std::function<engine::Forecast()>& make);

    // Made when it is not known of a group that is called so.
    std::shared_ptr<const engine::NeedStock> need(const std::string& group,
                                                  const std::function<engine::NeedStock()>& make);

private:
    template <class T>
    using Kept = std::list<std::pair<std::string, std::shared_ptr<const T>>>; // newest first

    template <class T>
    std::shared_ptr<const T> find_or_make(Kept<T>& kept, std::string key, const std::function<T()>& make,
                                          std::size_t most);

    std::mutex mutex_;
    Kept<std::vector<bool>> shown_;
    Kept<RolesBySkill> roles_;
    Kept<engine::Forecast> forecasts_;
    Kept<engine::NeedStock> needs_;
};

} // namespace kunna::scenarios
