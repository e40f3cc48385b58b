// Remembered.
#include "scenarios/remembered.hpp"

#include <algorithm>

namespace kunna::scenarios {

namespace {

constexpr std::size_t most_kept = 4;
constexpr std::size_t most_needs = 500;

std::string key_of(const insights::Fence& fence) {
    std::string key = fence.whole ? "whole" : "";
    for (const engine::UnitIndex top : fence.tops) key += fmt::format(" {}", top);
    return key;
}

} // namespace

// Two who ask at the same time may both make it: rather that than one waiting for the other.
template <class T>
std::shared_ptr<const T> Remembered::find_or_make(Kept<T>& kept, std::string key, const std::function<T()>& make,
                                                  std::size_t most) {
    const auto find = [&] {
        return std::find_if(kept.begin(), kept.end(), [&](const auto& one) { return one.first == key; });
    };
    {
        const std::scoped_lock lock{mutex_};
        if (const auto found = find(); found != kept.end()) {
            kept.splice(kept.begin(), kept, found);
            return found->second;
        }
    }
    auto made = std::make_shared<const T>(make());
    const std::scoped_lock lock{mutex_};
    if (find() == kept.end()) kept.emplace_front(std::move(key), made);
    if (kept.size() > most) kept.pop_back();
    return made;
}

std::shared_ptr<const std::vector<bool>> Remembered::roles_shown(const insights::Fence& fence,
                                                                 const std::function<std::vector<bool>()>& make) {
    return find_or_make(shown_, key_of(fence), make, most_kept);
}

std::shared_ptr<const RolesBySkill> Remembered::roles_by_skill(const insights::Fence& fence,
                                                               const std::function<RolesBySkill()>& make) {
    return find_or_make(roles_, key_of(fence), make, most_kept);
}

std::shared_ptr<const engine::Forecast> Remembered::forecast(const insights::Fence& fence,
                                                             const std::string& assumptions,
                                                             const std::function<engine::Forecast()>& make) {
    return find_or_make(forecasts_, key_of(fence) + ' ' + assumptions, make, most_kept);
}

std::shared_ptr<const engine::NeedStock> Remembered::need(const std::string& group,
                                                          const std::function<engine::NeedStock()>& make) {
    return find_or_make(needs_, group, make, most_needs);
}

} // namespace kunna::scenarios
