// How a goal stands.
#include "goals/goal.hpp"

namespace kunna::goals {

namespace {
constexpr double tolerance = 0.1; // behind the time by so much still counts as on track
}

std::optional<double> progress(double baseline, double target, const std::optional<Reading>& latest) {
    if (!latest) return std::nullopt;
    return (latest->value - baseline) / (target - baseline);
}

GoalState state_of(std::optional<double> progress, double expected, bool over, bool dropped) {
    if (dropped) return GoalState::dropped;
    if (progress && *progress >= 1) return GoalState::reached;
    if (over) return GoalState::missed;
    if (!progress) return GoalState::unread;
    return *progress >= expected - tolerance ? GoalState::on_track : GoalState::behind;
}

} // namespace kunna::goals
