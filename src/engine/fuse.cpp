// Fusing evidence (domain.md §3).
#include "engine/fuse.hpp"

#include <cmath>

namespace kunna::engine {

Recency::Recency(const Settings& settings) {
    constexpr double days_per_month = 365.2425 / 12;
    for (std::size_t kind = 0; kind < skill_kind_count; ++kind) {
        auto& table = by_age_[kind];
        table.resize(0x1'0000);
        for (std::size_t age = 0; age < table.size(); ++age)
            table[age] = std::exp2(-static_cast<double>(age) / (settings.half_life_months[kind] * days_per_month));
    }
}

Fused fuse(std::span<const Evidence> statements, SkillKind kind, const Settings& settings, const Recency& recency,
           Date on) {
    const std::uint16_t today = Evidence::number_of(on);
    double sum_weight = 0;
    double sum_level = 0;
    double doubt = 1;
    bool known = false;
    bool self_only = true;
    std::array<std::int16_t, source_count> latest;
    latest.fill(-1);
    for (const Evidence& e : statements) {
        if (!e.holds_on(today)) continue;
        const double w = settings.weight_of(e.source) * recency.of(kind, e.source, today - e.day_number);
        sum_weight += w;
        sum_level += w * e.step;
        doubt *= 1 - w;
        known = true;
        self_only = self_only && e.source == Source::self;
        latest[static_cast<std::size_t>(e.source)] = e.step; // canonical order is by day, so the last one stays
    }
    Fused fused;
    if (!known || sum_weight <= 0) return fused; // a source given no weight tells nothing
    fused.known = true;
    fused.self_only = self_only;
    // 1e-6 of a unit makes an exact half, lost in binary fractions, round up as promised.
    fused.level.units =
        static_cast<std::uint16_t>(std::floor(sum_level / sum_weight * Level::units_per_step + 0.5 + 1e-6));
    fused.confidence = Confidence::of_number(1 - doubt);
    // Two self-ratings would reach 1 − 0.6² = 0.64; yet self-rating alone never counts as covered.
    if (self_only && fused.confidence >= settings.threshold && settings.threshold.units > 0)
        fused.confidence.units = static_cast<std::uint16_t>(settings.threshold.units - 1);
    int lowest = 256;
    int highest = -1;
    for (const int step : latest) {
        if (step < 0) continue;
        lowest = std::min(lowest, step);
        highest = std::max(highest, step);
    }
    fused.conflict = highest - lowest >= settings.conflict_distance;
    return fused;
}

double uncertainty(std::span<const Evidence> statements, const Fused& fused, SkillKind kind, const Settings& settings,
                   const Recency& recency, Date on) {
    const std::uint16_t today = Evidence::number_of(on);
    double weight = 0;
    double sum = 0;
    double square = 0;
    for (const Evidence& e : statements) {
        if (!e.holds_on(today)) continue;
        const double w = settings.weight_of(e.source) * recency.of(kind, e.source, today - e.day_number);
        weight += w;
        sum += w * e.step;
        square += w * e.step * e.step;
    }
    if (weight <= 0) return 0;
    const double mean = sum / weight;
    const double spread = std::sqrt(std::max(0.0, square / weight - mean * mean));
    return std::max(spread, 0.5) * std::sqrt(1 - fused.confidence.number());
}

Explanation explain(std::span<const Evidence> statements, SkillKind kind, const Settings& settings,
                    const Recency& recency, Date on) {
    Explanation told{fuse(statements, kind, settings, recency, on), {}};
    const std::uint16_t today = Evidence::number_of(on);
    double sum = 0;
    for (std::size_t i = 0; i < statements.size(); ++i) {
        const Evidence& e = statements[i];
        Part part{.statement = i, .counts = e.holds_on(today), .weight = settings.weight_of(e.source)};
        if (part.counts) {
            part.age_days = today - e.day_number;
            part.recency = recency.of(kind, e.source, part.age_days);
            sum += part.weight * part.recency;
        }
        told.parts.push_back(part);
    }
    for (Part& part : told.parts)
        if (part.counts && sum > 0) part.share = part.weight * part.recency / sum;
    return told;
}

} // namespace kunna::engine
