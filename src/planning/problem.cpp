// Problem: who could take which learning activity when, what that would close, and what is limited.
#include "planning/problem.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace kunna::planning {

namespace {

constexpr std::size_t most_targets = 255;
constexpr std::size_t most_candidates = 65'534;

bool within(const std::vector<std::uint16_t>& places, std::size_t count) {
    return std::ranges::all_of(places, [&](std::uint16_t place) { return place < count; });
}

} // namespace

Problem::Problem() : people_(1), candidates_(1) {}

std::span<const Target> Problem::targets(std::size_t p) const {
    return {targets_.data() + people_[p].target_at, targets_.data() + people_[p + 1].target_at};
}

std::span<const Candidate> Problem::candidates(std::size_t p) const {
    return {candidates_.data() + people_[p].candidate_at, candidates_.data() + people_[p + 1].candidate_at};
}

std::span<const Clause> Problem::clauses(std::size_t p) const {
    return {clauses_.data() + people_[p].clause_at, clauses_.data() + people_[p + 1].clause_at};
}

void Problem::add(const NewPerson& person) {
    const std::size_t count = person.candidates.size();
    const bool ordered = people() == 0 || people_[people() - 1].unit <= person.unit;
    if (person.unit >= units.size() || !ordered || person.targets.size() > most_targets || count > most_candidates)
        throw std::invalid_argument{"planning: a person's unit, targets or candidates outside the bounds"};
    for (const Target& target : person.targets)
        if (target.need >= needs.size() || target.missing == 0 || target.missing > 1000)
            throw std::invalid_argument{"planning: a target outside the bounds"};
    for (const NewCandidate& candidate : person.candidates) {
        std::size_t end = 0;
        const bool covers = std::ranges::all_of(candidate.covers, [&](const Cover& cover) {
            const bool apart = cover.first >= end;
            end = std::size_t{cover.first} + cover.count;
            return apart && cover.count > 0 && end <= person.targets.size() && cover.chance >= 1 && cover.chance <= 100;
        });
        const bool after = std::ranges::all_of(candidate.after, [&](const auto& any) { return within(any, count); });
        if (candidate.option >= options.size() || !covers || !after)
            throw std::invalid_argument{"planning: a candidate outside the bounds"};
    }
    for (const auto& lock : person.locks)
        if (lock.empty() || !within(lock, count)) throw std::invalid_argument{"planning: a lock outside the bounds"};

    const auto clause = [&](std::uint16_t of, const std::vector<std::uint16_t>& any) {
        clauses_.push_back({of, static_cast<std::uint16_t>(any.size()), static_cast<std::uint32_t>(members_.size())});
        members_.insert(members_.end(), any.begin(), any.end());
    };
    targets_.insert(targets_.end(), person.targets.begin(), person.targets.end());
    candidates_.pop_back();
    for (std::size_t place = 0; place < count; ++place) {
        const NewCandidate& candidate = person.candidates[place];
        candidates_.push_back({candidate.bonus, candidate.option, static_cast<std::uint32_t>(covers_.size())});
        covers_.insert(covers_.end(), candidate.covers.begin(), candidate.covers.end());
        for (const auto& any : candidate.after) clause(static_cast<std::uint16_t>(place), any);
    }
    for (const auto& any : person.locks) clause(Clause::always, any);
    candidates_.push_back({0, none, static_cast<std::uint32_t>(covers_.size())});

    Person& row = people_.back();
    row.unit = person.unit;
    row.minutes = person.minutes;
    row.minutes_a_period = person.minutes_a_period;
    people_.push_back({none, 0, 0, static_cast<std::uint32_t>(targets_.size()),
                       static_cast<std::uint32_t>(candidates_.size() - 1),
                       static_cast<std::uint32_t>(clauses_.size())});
}

bool kept(const Problem& problem, const Clause& clause, const Bundle& bundle) {
    return (clause.of != Clause::always && !bundle.has(clause.of)) ||
           std::ranges::any_of(problem.members(clause), [&](std::uint16_t place) { return bundle.has(place); });
}

bool allowed(const Problem& problem, std::size_t person, const Bundle& bundle) {
    const auto candidates = problem.candidates(person);
    if (bundle.count > problem.choices) return false;
    std::uint64_t minutes = 0;
    std::array<std::uint64_t, 256> by_period{};
    for (std::size_t i = 0; i < bundle.count; ++i) {
        const Option& option = problem.options[candidates[bundle.chosen[i]].option];
        minutes += option.minutes;
        by_period[option.period] += option.minutes;
        for (std::size_t j = 0; j < i; ++j)
            if (problem.options[candidates[bundle.chosen[j]].option].activity == option.activity) return false;
    }
    const Person& who = problem.person(person);
    return minutes <= who.minutes && std::ranges::max(by_period) <= who.minutes_a_period &&
           std::ranges::all_of(problem.clauses(person),
                               [&](const Clause& clause) { return kept(problem, clause, bundle); });
}

Use::Use(const Problem& problem) :
    unit_money(problem.units.size()), away(problem.units.size() * problem.periods), seats(problem.options.size()),
    credit(problem.needs.size()) {}

void Use::add(const Problem& problem, std::size_t person, const Bundle& bundle, int sign) {
    if (bundle.count == 0) return;
    const Person& who = problem.person(person);
    const auto candidates = problem.candidates(person);
    const auto targets = problem.targets(person);
    std::array<std::uint8_t, most_targets> reached{};
    for (const std::uint16_t place : bundle.items()) {
        const Candidate& candidate = candidates[place];
        const Option& option = problem.options[candidate.option];
        seat_money += sign * option.cost;
        unit_money[who.unit] += sign * option.cost;
        away[who.unit * problem.periods + option.period] += sign * static_cast<std::int64_t>(option.minutes);
        seats[candidate.option] += sign;
        bonus += sign * candidate.bonus;
        reach(problem, candidate, reached.data());
    }
    for (std::size_t t = 0; t < targets.size(); ++t)
        if (reached[t] > 0) credit[targets[t].need] += sign * std::int64_t{reached[t]} * targets[t].missing;
}

void Use::roll_up(const Problem& problem) {
    for (std::size_t u = problem.units.size(); u-- > 0;) {
        const std::uint32_t parent = problem.units[u].parent;
        if (parent == none) continue;
        unit_money[parent] += unit_money[u];
        for (std::size_t q = 0; q < problem.periods; ++q)
            away[parent * problem.periods + q] += away[u * problem.periods + q];
    }
}

Use& Use::operator+=(const Use& other) {
    seat_money += other.seat_money;
    bonus += other.bonus;
    const auto plus = [](std::vector<std::int64_t>& ours, const std::vector<std::int64_t>& theirs) {
        for (std::size_t i = 0; i < ours.size(); ++i) ours[i] += theirs[i];
    };
    plus(unit_money, other.unit_money);
    plus(away, other.away);
    plus(seats, other.seats);
    plus(credit, other.credit);
    return *this;
}

std::int64_t spent(const Problem& problem, const Use& use) {
    std::int64_t money = use.seat_money;
    for (std::size_t o = 0; o < problem.options.size(); ++o)
        if (use.seats[o] > 0) money += problem.options[o].session_cost;
    return money;
}

Value value_of(const Problem& problem, const Use& use) {
    Value value = use.bonus;
    for (std::size_t n = 0; n < problem.needs.size(); ++n)
        value += problem.needs[n].weight * std::min(use.credit[n], problem.needs[n].most);
    return value;
}

} // namespace kunna::planning
