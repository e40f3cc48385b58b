// An activity as what somebody would write to get it.
#include "learning/activity.hpp"

#include <algorithm>
#include <tuple>

namespace kunna::learning {

ActivityInput input_of(const Activity& activity) {
    ActivityInput input;
    input.key = activity.key;
    input.name = activity.name;
    input.description = activity.description;
    input.kind = activity.kind;
    input.provider = activity.provider;
    input.language = activity.language;
    input.online = activity.online;
    input.place = activity.place;
    if (activity.cost) {
        input.seat_cost = activity.cost->seat;
        input.session_cost = activity.cost->session;
        input.currency = activity.cost->currency;
    }
    input.hours = activity.hours;
    input.seats = activity.seats;
    input.valid_from = activity.valid_from;
    input.valid_to = activity.valid_to;
    for (const SkillRaise& raise : activity.raises)
        input.raises.push_back({raise.skill, raise.from, raise.to, raise.probability});
    for (const ActivitySession& session : activity.sessions)
        input.sessions.push_back({session.id, session.starts, session.ends, session.place, session.seats});
    for (const OtherActivity& other : activity.after) input.after.push_back(other.id);
    for (const EntryLevel& entry : activity.entry) input.entry.push_back({entry.skill, entry.level});
    return input;
}

ActivityInput in_order(ActivityInput input) {
    input.key.reset();
    for (SessionInput& session : input.sessions) {
        session.id.reset();
        if (!session.place) session.place = "";
    }
    const auto by = [](auto& list, auto&& key) {
        std::sort(list.begin(), list.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    };
    by(input.raises, [](const RaiseInput& one) { return one.skill; });
    by(input.sessions, [](const SessionInput& one) { return std::tuple{one.starts, one.ends, *one.place, one.seats}; });
    by(input.after, [](ActivityId one) { return one; });
    by(input.entry, [](const EntryInput& one) { return one.skill; });
    return input;
}

} // namespace kunna::learning
