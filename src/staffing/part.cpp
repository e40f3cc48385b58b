// Part.
#include "staffing/part.hpp"

#include "insights/sums.hpp"

namespace kunna::staffing {

Result<Part> Part::of(const insights::Workforce& workforce, const access::Actor& actor, const insights::Seen& seen,
                      std::optional<UnitId> unit) {
    Part part;
    part.workforce_ = &workforce;
    part.fence_ = TRY(insights::part_of(workforce, insights::fence_of(workforce, actor), unit));
    part.open_ = seen.all_in(workforce, part.fence_.tops);
    return part;
}

std::int64_t Part::people() const {
    std::int64_t people = 0;
    for (const engine::UnitIndex top : fence_.tops) people += workforce_->headcounts()[top];
    return people;
}

std::string Part::name() const {
    if (fence_.whole) return workforce_->settings().organisation;
    return fence_.tops.size() == 1 ? workforce_->names().units[fence_.tops.front()].name : "";
}

std::optional<double> share(std::int64_t met, std::int64_t required) {
    if (required == 0) return std::nullopt;
    return insights::rounded(std::min(1.0, static_cast<double>(met) / static_cast<double>(required)));
}

} // namespace kunna::staffing
