// Suggestion.
#include "reskilling/suggestion.hpp"

#include "base/json_read.hpp"
#include "insights/sums.hpp"
#include "planning/assignment.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace kunna::reskilling {

namespace {

using planning::Cost;

// So much more than anybody's hours that nobody is left out while a place they asked for is free and within reach.
constexpr Cost staying = planning::highest_cost;
constexpr double most_units = 30'000; // half of it: two people in the right roles always beat one
constexpr double per_mille = 1000;

class Assigning {
public:
    Assigning(const CandidateBoard& board, const Fits& fits, SuggestionAim aim) :
        board_(board), aim_(aim), table_(board.items.size(), board.programme.roles.size()) {
        for (const ProgrammeRole& role : board.programme.roles)
            places_.of_role.push_back(static_cast<std::uint32_t>(role.headcount));
        places_.stay = staying;
        places_.locks.assign(board.items.size(), planning::Places::anywhere);
        never_.resize(board.items.size());
        for (std::size_t p = 0; p < board.items.size(); ++p) {
            const Candidate& candidate = board.items[p];
            for (const RoleFit& fit : candidate.fits) table_.set(p, *role_at(fit.role), cost(fits, fit));
            // A place that is taken is taken, whatever it costs.
            if (candidate.selected_for) settle(p, *role_at(*candidate.selected_for));
        }
    }

    Result<void> lock(const std::vector<Lock>& locks) {
        json::Problems problems;
        const json::Place top{};
        const json::Place list = top.member("locks");
        for (std::size_t i = 0; i < locks.size(); ++i)
            if (const auto wrong = lock(locks[i])) problems.add(list.item(i), *wrong);
        std::vector<std::uint32_t> musts(places_.of_role.size());
        for (const std::uint32_t role : places_.locks)
            if (role != planning::Places::anywhere && ++musts[role] == places_.of_role[role] + 1)
                problems.add(list, "lock.too_many");
        if (!problems.none()) return std::move(problems).error();
        for (std::size_t p = 0; p < never_.size(); ++p)
            for (const std::uint32_t role : never_[p]) table_.set(p, role, planning::barred);
        return {};
    }

    [[nodiscard]] planning::Assignment assigned() const { return planning::assign(table_, places_); }

    [[nodiscard]] std::optional<std::uint32_t> role_at(RoleId role) const {
        const auto& roles = board_.programme.roles;
        const auto at =
            std::find_if(roles.begin(), roles.end(), [&](const ProgrammeRole& one) { return one.role == role; });
        if (at == roles.end()) return std::nullopt;
        return static_cast<std::uint32_t>(at - roles.begin());
    }
    [[nodiscard]] double cost_of(const planning::Assignment& made) const {
        double sum = 0;
        for (std::size_t p = 0; p < made.role.size(); ++p)
            if (made.role[p] != planning::Assignment::left_out) sum += std::min(table_.at(p, made.role[p]), staying);
        return sum;
    }
    [[nodiscard]] bool settled(std::size_t person) const { return places_.locks[person] != planning::Places::anywhere; }

private:
    [[nodiscard]] Cost cost(const Fits& fits, const RoleFit& fit) const {
        const double units =
            aim_ == SuggestionAim::hours ? fits.hours_until_ready(fit) : (1 - fit.transferability) * per_mille;
        return static_cast<Cost>(std::lround(std::clamp(units, 0.0, most_units)));
    }
    void settle(std::size_t person, std::uint32_t role) {
        places_.locks[person] = role;
        if (table_.at(person, role) == planning::barred) table_.set(person, role, 0);
        // Selected before the programme's headcount was lowered: they have their places.
        std::uint32_t there = 0;
        for (const std::uint32_t one : places_.locks) there += one == role ? 1 : 0;
        places_.of_role[role] = std::max(places_.of_role[role], there);
    }
    std::optional<std::string> lock(const Lock& lock) {
        const auto at = std::find_if(board_.items.begin(), board_.items.end(),
                                     [&](const Candidate& one) { return one.person == lock.person; });
        if (at == board_.items.end()) return "lock.person"; // text
        if (at->selected_for) return "lock.selected";       // text
        const auto person = static_cast<std::size_t>(at - board_.items.begin());
        const auto role = lock.role ? role_at(*lock.role) : std::nullopt;
        if (lock.role && !role) return "lock.role"; // text
        if (lock.kind == LockKind::never) {
            for (std::uint32_t r = 0; r < places_.of_role.size(); ++r)
                if (!role || r == *role) never_[person].insert(r);
            return settled(person) && never_[person].contains(places_.locks[person])
                       ? std::optional<std::string>{"lock.contradiction"}
                       : std::nullopt;
        }
        if (!role) return "lock.role";                                                 // text
        if (table_.at(person, *role) == planning::barred) return "lock.not_asked_for"; // text
        const bool other = settled(person) && places_.locks[person] != *role;
        if (other || never_[person].contains(*role)) return "lock.contradiction"; // text
        places_.locks[person] = *role;
        return std::nullopt;
    }

    const CandidateBoard& board_;
    SuggestionAim aim_;
    planning::CostTable table_;
    planning::Places places_;
    std::vector<std::set<std::uint32_t>> never_; // by person
};

} // namespace

Result<Suggestion> suggest(const CandidateBoard& board, const Fits& fits, const SuggestionAsked& asked) {
    Assigning assigning{board, fits, asked.aim};
    const planning::Assignment without = asked.locks.empty() ? planning::Assignment{} : assigning.assigned();
    TRY(assigning.lock(asked.locks));
    const planning::Assignment made = assigning.assigned();
    const auto role_of = [&](const planning::Assignment& one, std::size_t person) -> std::optional<RoleId> {
        if (one.role[person] == planning::Assignment::left_out) return std::nullopt;
        return board.programme.roles[one.role[person]].role;
    };
    Suggestion told{.aim = asked.aim, .total = assigning.cost_of(made), .least = made.proven_least()};
    for (const ProgrammeRole& role : board.programme.roles) told.free += role.headcount;
    for (std::size_t p = 0; p < board.items.size(); ++p) {
        const auto role = role_of(made, p);
        if (!asked.locks.empty() && role != role_of(without, p))
            told.changed.push_back({board.items[p].person, role_of(without, p), role});
        if (!role) {
            ++told.left_out;
            continue;
        }
        --told.free;
        Suggested one{.person = board.items[p].person, .role = *role, .settled = assigning.settled(p)};
        for (const RoleFit& fit : board.items[p].fits)
            if (fit.role == *role) {
                one.hours = insights::rounded(fits.hours_until_ready(fit));
                one.transferability = fit.transferability;
            }
        told.items.push_back(one);
    }
    told.free = std::max<std::int64_t>(told.free, 0);
    // The bound counts those left out at what staying costs; both sums without them.
    const double left_out = static_cast<double>(told.left_out) * staying;
    const double bound = static_cast<double>(made.bound) / planning::Assignment::part - left_out;
    told.bound = insights::rounded(std::min(told.total, std::max(0.0, std::ceil(bound - 1e-9))));
    if (!asked.locks.empty()) told.total_without_locks = assigning.cost_of(without);
    return told;
}

} // namespace kunna::reskilling
