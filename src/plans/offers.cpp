// Offers.
#include "plans/offers.hpp"

#include "learning/serving.hpp"

#include <algorithm>
#include <map>

namespace kunna::plans {

namespace {

constexpr int months_of_a_quarter = 3;

bool any_of(const std::vector<std::string>& allowed, const std::string& one) {
    return allowed.empty() || one.empty() || std::find(allowed.begin(), allowed.end(), one) != allowed.end();
}

// First day of each quarter, and the day after the last.
std::vector<Date> quarters_of(const Frame& frame) {
    std::vector<Date> begins;
    for (int q = 0; q <= frame.quarters; ++q) begins.push_back(add_months(frame.starts, q * months_of_a_quarter));
    return begins;
}

std::vector<Offer> offers_of(const learning::Activity& activity, std::size_t at, const Frame& frame, Date today) {
    const std::vector<Date> begins = quarters_of(frame);
    std::vector<Offer> made;
    for (const learning::ActivitySession& session : activity.sessions) {
        const auto after = std::upper_bound(begins.begin(), begins.end(), session.starts);
        if (after == begins.begin() || after == begins.end() || session.starts < today) continue;
        if (!any_of(frame.places, activity.online ? "" : session.place.empty() ? activity.place : session.place))
            continue;
        made.push_back({at, session.id, static_cast<std::uint8_t>(after - begins.begin() - 1), session.starts,
                        session.ends, session.seats ? session.seats : activity.seats});
    }
    if (!activity.sessions.empty()) return made;
    for (std::size_t q = 0; q + 1 < begins.size(); ++q) {
        const Date last = begins[q + 1] - 1;
        if (last < today || last < activity.valid_from || (activity.valid_to && *activity.valid_to < begins[q]))
            continue;
        made.push_back({at, {}, static_cast<std::uint8_t>(q), begins[q], last, activity.seats});
    }
    return made;
}

} // namespace

Offers::Offers(std::vector<learning::Activity> activities, const Frame& frame, Date today) {
    std::map<std::int64_t, std::vector<RaiseAt>> raising;
    for (learning::Activity& activity : activities) {
        if (!learning::offered(activity, today)) continue;
        if (!activity.cost || activity.cost->currency != frame.currency) {
            ++left_out_.currency;
            continue;
        }
        if (!any_of(frame.languages, activity.language)) {
            ++left_out_.language;
            continue;
        }
        if (!activity.online && activity.sessions.empty() && !any_of(frame.places, activity.place)) {
            ++left_out_.place;
            continue;
        }
        const std::size_t at = activities_.size();
        const std::vector<Offer> ways = offers_of(activity, at, frame, today);
        if (ways.empty()) {
            ++left_out_.time;
            continue;
        }
        first_.push_back(offers_.size());
        offers_.insert(offers_.end(), ways.begin(), ways.end());
        for (std::size_t r = 0; r < activity.raises.size(); ++r)
            raising[activity.raises[r].skill.value].push_back({at, r});
        activities_.push_back(std::move(activity));
    }
    first_.push_back(offers_.size());
    raising_.assign(raising.begin(), raising.end());
}

const std::vector<RaiseAt>& Offers::raising(SkillId skill) const {
    static const std::vector<RaiseAt> nothing;
    const auto at = std::lower_bound(raising_.begin(), raising_.end(), skill.value,
                                     [](const auto& one, std::int64_t id) { return one.first < id; });
    return at != raising_.end() && at->first == skill.value ? at->second : nothing;
}

std::optional<std::size_t> Offers::find(ActivityId activity) const {
    const auto at = std::lower_bound(activities_.begin(), activities_.end(), activity,
                                     [](const learning::Activity& one, ActivityId id) { return one.id < id; });
    if (at == activities_.end() || at->id != activity) return std::nullopt;
    return static_cast<std::size_t>(at - activities_.begin());
}

bool Offers::before(std::size_t first, std::size_t second) const {
    const Offer& one = offers_[first];
    const Offer& next = offers_[second];
    if (!next.session) return one.quarter <= next.quarter;
    return one.to < next.from;
}

} // namespace kunna::plans
