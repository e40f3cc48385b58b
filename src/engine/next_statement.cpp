// The next statement.
#include "engine/next_statement.hpp"

#include <cmath>
#include <numbers>

namespace kunna::engine {

namespace {

// The table reaches from −reach to reach deviations; beyond, the gap is surely none or surely the whole difference.
constexpr double reach = 6;
constexpr int points_a_deviation = 50;
constexpr int points = static_cast<int>(2 * reach) * points_a_deviation + 1;
constexpr int nodes = 240; // of the integral over what the statement may say

double density(double z) {
    return std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
}

double below(double z) {
    return std::erfc(-z / std::numbers::sqrt2) / 2;
}

// The fall for σ = 1 and R − μ = z.
double fall(double z, double weight) {
    const double left = std::sqrt(1 - weight);
    const double moved = std::sqrt(weight);
    double mass = 0;
    double mean = 0;
    double square = 0;
    for (int i = 0; i <= nodes; ++i) {
        const double at = reach * (2.0 * i / nodes - 1);
        const double gap = expected_gap(z - moved * at, Belief{0, left});
        const double of = density(at);
        mass += of;
        mean += of * gap;
        square += of * gap * gap;
    }
    mean /= mass;
    return std::max(0.0, square / mass - mean * mean);
}

} // namespace

double expected_gap(double required, const Belief& belief) {
    const double d = required - belief.level;
    if (belief.deviation <= 0) return std::max(0.0, d);
    return d * below(d / belief.deviation) + belief.deviation * density(d / belief.deviation);
}

Belief belief(std::span<const Evidence> statements, SkillKind kind, int highest_step, const Settings& settings,
              const Recency& recency, Date on) {
    const Fused fused = fuse(statements, kind, settings, recency, on);
    if (!fused.known) return {highest_step / 2.0, highest_step / std::sqrt(12.0)};
    return {fused.level.number(), uncertainty(statements, fused, kind, settings, recency, on)};
}

Information::Information(double weight) : weight_{weight} {
    table_.reserve(points);
    for (int i = 0; i < points; ++i)
        table_.push_back(fall(static_cast<double>(i) / points_a_deviation - reach, weight));
}

double Information::of(double required, const Belief& belief) const {
    if (belief.deviation <= 0) return 0;
    const double variance = belief.deviation * belief.deviation;
    const double z = (required - belief.level) / belief.deviation;
    if (z <= -reach) return 0;
    if (z >= reach) return variance * weight_;
    const double at = (z + reach) * points_a_deviation;
    const auto low = static_cast<std::size_t>(at);
    const double part = at - static_cast<double>(low);
    return variance * (table_[low] * (1 - part) + table_[std::min(low + 1, table_.size() - 1)] * part);
}

std::optional<int> step_to_cover(std::span<const Evidence> statements, Source source, Level required, int highest_step,
                                 SkillKind kind, const Settings& settings, const Recency& recency, Date on) {
    const SkillIndex skill = statements.empty() ? SkillIndex{0} : statements.front().skill;
    std::vector<Evidence> with;
    for (int step = 0; step <= highest_step; ++step) {
        const Evidence next = Evidence::of(skill, source, step, on);
        with.assign(statements.begin(), statements.end());
        with.insert(std::upper_bound(with.begin(), with.end(), next), next);
        const Fused fused = fuse(with, kind, settings, recency, on);
        if (fused.level >= required && fused.sure(settings)) return step;
    }
    return std::nullopt;
}

} // namespace kunna::engine
