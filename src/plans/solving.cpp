// Solving.
#include "plans/solving.hpp"

#include <algorithm>
#include <chrono>

namespace kunna::plans {

namespace {

// Among 20,000 the thorough passes take a second, among 100,000 seven; they leave half a per cent to prove where a
// hundred passes left six.
constexpr std::size_t few_people = 200'000;

// The least that each lock takes: of each of its clause's options the cheapest, the shortest.
class LockedUse {
public:
    LockedUse(const Given& given, const Model& model) : given_(given), model_(model) {
        const planning::Problem& problem = model.problem;
        unit_money_.resize(problem.units.size());
        unit_minutes_.resize(problem.units.size());
        unit_people_.resize(problem.units.size());
        for (std::size_t p = 0; p < problem.people(); ++p)
            for (const planning::Clause& clause : problem.clauses(p))
                if (clause.of == planning::Clause::always) add(p, clause);
        for (std::size_t u = problem.units.size(); u-- > 0;)
            if (const std::uint32_t above = problem.units[u].parent; above != planning::none) {
                unit_money_[above] += unit_money_[u];
                unit_minutes_[above] += unit_minutes_[u];
                unit_people_[above] += unit_people_[u];
            }
    }

    [[nodiscard]] std::vector<LockConflict> conflicts() const {
        const planning::Problem& problem = model_.problem;
        std::vector<LockConflict> found;
        const auto kronor = [](std::int64_t of) { return static_cast<double>(of); };
        if (money_ > problem.budget)
            found.push_back({ConflictKind::budget, {}, {}, {}, kronor(money_), kronor(problem.budget), people_});
        for (std::size_t u = 0; u < problem.units.size(); ++u) {
            const insights::UnitName& name = given_.workforce.names().units[u];
            const Text called{name.name, name.name};
            if (unit_money_[u] > problem.units[u].budget)
                found.push_back({ConflictKind::unit_budget,
                                 name.id,
                                 {},
                                 called,
                                 kronor(unit_money_[u]),
                                 kronor(problem.units[u].budget),
                                 unit_people_[u]});
            std::int64_t away = 0;
            for (const std::int64_t minutes : problem.units[u].away) away += minutes;
            if (!problem.units[u].away.empty() && unit_minutes_[u] > away)
                found.push_back({ConflictKind::away,
                                 name.id,
                                 {},
                                 called,
                                 static_cast<double>(unit_minutes_[u]) / minutes_an_hour,
                                 static_cast<double>(away) / minutes_an_hour,
                                 unit_people_[u]});
        }
        for (const auto& [activity, people] : of_activity_) {
            const auto [begin, end] = given_.offers.range_of(activity);
            std::int64_t seats = 0;
            for (std::size_t o = begin; o < end && seats < planning::unlimited; ++o)
                seats = problem.options[o].seats == planning::unlimited ? planning::unlimited
                                                                        : seats + problem.options[o].seats;
            const learning::Activity& of = given_.offers.activities()[activity];
            if (people > seats)
                found.push_back({ConflictKind::seats,
                                 {},
                                 of.id,
                                 of.name,
                                 static_cast<double>(people),
                                 static_cast<double>(seats),
                                 people});
        }
        for (const auto& [activity, people] : model_.too_late) {
            const learning::Activity& of = given_.offers.activities()[activity];
            found.push_back({ConflictKind::time, {}, of.id, of.name, static_cast<double>(people), 0, people});
        }
        return found;
    }

private:
    void add(std::size_t p, const planning::Clause& clause) {
        const planning::Problem& problem = model_.problem;
        std::int64_t cost = planning::unlimited;
        std::int64_t minutes = planning::unlimited;
        std::uint32_t activity = 0;
        for (const std::uint16_t place : problem.members(clause)) {
            const planning::Option& option = problem.options[problem.candidates(p)[place].option];
            cost = std::min(cost, option.cost);
            minutes = std::min<std::int64_t>(minutes, option.minutes);
            activity = option.activity;
        }
        const std::uint32_t unit = problem.person(p).unit;
        ++people_;
        money_ += cost;
        unit_money_[unit] += cost;
        unit_minutes_[unit] += minutes;
        ++unit_people_[unit];
        ++of_activity_[activity];
    }

    const Given& given_;
    const Model& model_;
    std::int64_t people_ = 0;
    std::int64_t money_ = 0;
    std::vector<std::int64_t> unit_money_;
    std::vector<std::int64_t> unit_minutes_;
    std::vector<std::int64_t> unit_people_;
    std::map<std::uint32_t, std::int64_t> of_activity_;
};

// Somebody's own locks: more hours than there are, or something that never comes in time.
Error impossible(const Given& given, const Model& model, const std::vector<std::uint32_t>& people) {
    Error error{Kind::conflict, "plan.locks_impossible", {}, {{"count", std::to_string(people.size())}}};
    constexpr std::size_t told = 20;
    for (std::size_t i = 0; i < given.frame.locks.size() && error.fields.size() < told; ++i) {
        const PlanLock& lock = given.frame.locks[i];
        if (lock.kind != LockKind::lock || !lock.person) continue;
        const auto who = given.workforce.find(*lock.person);
        if (who &&
            std::any_of(people.begin(), people.end(), [&](std::uint32_t p) { return model.people[p].person == who; }))
            error.fields.push_back({"/frame/locks/" + std::to_string(i), "plan.lock_impossible"});
    }
    return error;
}

void promise(const Model& model, const planning::Solution& solution, Promised& promised) {
    for (std::size_t p = 0; p < model.people.size(); ++p) {
        if (!model.people[p].person) continue;
        for (const std::uint16_t place : solution.chosen[p].items())
            promised[*model.people[p].person].insert(
                model.problem.options[model.problem.candidates(p)[place].option].activity);
    }
}

} // namespace

Result<Solved> solve_plan(const Given& given, const Promised& promised, const planning::Effort& effort) {
    const auto began = std::chrono::steady_clock::now();
    Promised kept = promised;
    const bool musts =
        std::any_of(given.needs.begin(), given.needs.end(), [](const AskedNeed& one) { return one.must; });
    const bool others =
        std::any_of(given.needs.begin(), given.needs.end(), [](const AskedNeed& one) { return !one.must; });
    const auto share = [&](double from, double to) {
        planning::Effort part = effort;
        if (part.passes == 0 && given.gaps.people.size() < few_people) part.passes = thorough_passes;
        if (effort.progress)
            part.progress = [&effort, from, to](double done) { effort.progress(from + (to - from) * done); };
        return part;
    };
    const bool twice = given.frame.musts_first && musts && others;
    if (twice) {
        const Model first = model_of(given, promised, true);
        const planning::Solution solution = planning::solve(first.problem, share(0, 0.5));
        if (!solution.impossible.empty()) return impossible(given, first, solution.impossible);
        promise(first, solution, kept);
    }
    Solved solved{.model = model_of(given, kept)};
    solved.solution = planning::solve(solved.model.problem, share(twice ? 0.5 : 0, 1));
    if (!solved.solution.impossible.empty()) return impossible(given, solved.model, solved.solution.impossible);
    if (!solved.solution.unkept.empty() || !solved.model.too_late.empty())
        solved.conflicts = LockedUse{given, solved.model}.conflicts();
    solved.ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
    return solved;
}

} // namespace kunna::plans
