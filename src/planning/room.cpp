// Room: what the limits have left while a plan is put together.
#include "planning/room.hpp"

namespace kunna::planning {

Room::Room(const Problem& problem) : problem_(problem), use_(problem) {}

std::int64_t Room::cost_of(std::uint32_t option) const {
    const Option& it = problem_.options[option];
    return it.cost + (use_.seats[option] == 0 ? it.session_cost : 0);
}

bool Room::fits(std::uint32_t unit, std::uint32_t option) const {
    const Option& it = problem_.options[option];
    if (use_.seats[option] >= it.seats) return false;
    if (problem_.budget != unlimited && spent_ + cost_of(option) > problem_.budget) return false;
    for (std::uint32_t u = unit; u != none; u = problem_.units[u].parent) {
        const Unit& limits = problem_.units[u];
        if (limits.budget != unlimited && use_.unit_money[u] + it.cost > limits.budget) return false;
        if (!limits.away.empty() && use_.away[u * problem_.periods + it.period] + it.minutes > limits.away[it.period])
            return false;
    }
    return true;
}

bool Room::fits(std::size_t person, const Bundle& bundle) const {
    const auto candidates = problem_.candidates(person);
    const std::uint32_t unit = problem_.person(person).unit;
    std::int64_t paid = 0; // from the whole budget
    std::int64_t cost = 0; // from those of units
    for (const std::uint16_t place : bundle.items()) {
        const std::uint32_t option = candidates[place].option;
        if (use_.seats[option] >= problem_.options[option].seats) return false;
        paid += cost_of(option);
        cost += problem_.options[option].cost;
    }
    if (problem_.budget != unlimited && spent_ + paid > problem_.budget) return false;
    for (std::uint32_t u = unit; u != none; u = problem_.units[u].parent) {
        const Unit& limits = problem_.units[u];
        if (limits.budget != unlimited && use_.unit_money[u] + cost > limits.budget) return false;
        if (limits.away.empty()) continue;
        for (const std::uint16_t place : bundle.items()) {
            const std::uint8_t period = problem_.options[candidates[place].option].period;
            std::int64_t minutes = use_.away[u * problem_.periods + period];
            for (const std::uint16_t other : bundle.items()) {
                const Option& it = problem_.options[candidates[other].option];
                if (it.period == period) minutes += it.minutes;
            }
            if (minutes > limits.away[period]) return false;
        }
    }
    return true;
}

void Room::take(std::size_t person, const Bundle& bundle, int sign) {
    const auto candidates = problem_.candidates(person);
    const Person& who = problem_.person(person);
    for (const std::uint16_t place : bundle.items()) {
        const std::uint32_t number = candidates[place].option;
        const Option& option = problem_.options[number];
        if (sign > 0) spent_ += cost_of(number);
        // What Use::add adds to the person's own unit counts above it too.
        for (std::uint32_t u = problem_.units[who.unit].parent; u != none; u = problem_.units[u].parent) {
            use_.unit_money[u] += sign * option.cost;
            use_.away[u * problem_.periods + option.period] += sign * static_cast<std::int64_t>(option.minutes);
        }
    }
    use_.add(problem_, person, bundle, sign);
    if (sign < 0)
        for (const std::uint16_t place : bundle.items()) spent_ -= cost_of(candidates[place].option);
}

} // namespace kunna::planning
