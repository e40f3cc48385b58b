// Model.
#include "plans/model.hpp"

#include "plans/portion.hpp"

#include <algorithm>
#include <cmath>

namespace kunna::plans {

namespace {

constexpr std::int64_t heaviest = 1'000'000;
constexpr std::uint8_t most_activities = 6; // of a person
constexpr double worth_of_a_wish = 0.05;    // of a step of the usual need

void set_limits(const Given& given, planning::Problem& problem) {
    const engine::Snapshot& snapshot = given.workforce.snapshot();
    const Frame& frame = given.frame;
    problem.budget = frame.budget;
    problem.periods = static_cast<std::uint8_t>(frame.quarters);
    problem.choices = most_activities;
    for (engine::UnitIndex u = 0; u < snapshot.units().size(); ++u) {
        const engine::UnitIndex above = snapshot.units().parent(u);
        problem.units.push_back({.parent = above == engine::no_index ? planning::none : above});
        if (!frame.away_percent) continue;
        std::int64_t fte = 0; // thousandths
        const auto [begin, end] = snapshot.block_range(u, snapshot.units().end_of(u));
        for (std::size_t b = begin; b < end; ++b)
            for (const std::uint16_t one : snapshot.block(b).fte) fte += one;
        const double minutes =
            static_cast<double>(fte) / 1000 * hours_of_a_quarter * minutes_an_hour * *frame.away_percent / percent;
        problem.units.back().away.assign(problem.periods, std::llround(minutes));
    }
    for (const UnitBudget& one : frame.unit_budgets)
        if (const auto unit = given.workforce.names().find(one.unit)) problem.units[*unit].budget = one.amount;
    for (const Offer& offer : given.offers.all()) {
        const learning::Activity& activity = given.offers.activities()[offer.activity];
        problem.options.push_back({.activity = static_cast<std::uint32_t>(offer.activity),
                                   .period = offer.quarter,
                                   .minutes = minutes_of(activity.hours),
                                   .cost = activity.cost->seat,
                                   .session_cost = activity.cost->session,
                                   .seats = offer.seats ? *offer.seats : planning::unlimited});
    }
    const auto coming = static_cast<std::uint32_t>(given.offers.activities().size());
    if (frame.hire_cost) problem.options.push_back({.activity = coming, .cost = *frame.hire_cost});
    for (const Mover& mover : given.movers) problem.options.push_back({.activity = coming, .cost = mover.cost});
}

// Whoever may come to a need's group, instead of the one of those lacking who misses the most, then of the next;
// whoever is reskilled by the chance that the whole way succeeds.
struct Coming {
    engine::UnitIndex unit = 0;
    std::uint32_t need = 0;
    std::uint32_t option = 0;
    std::int64_t closes = 0;   // thousandths of steps
    std::uint8_t chance = 100; // per cent
    Comes comes = Comes::hired;
};
std::vector<Coming> all_coming(const Given& given, bool only_musts) {
    std::vector<Coming> all;
    auto option = static_cast<std::uint32_t>(given.offers.all().size());
    const auto left_out = [&](std::uint32_t n) { return only_musts && !given.needs[n].must; };
    const auto unit_of = [&](std::uint32_t n) {
        const auto& tops = given.needs[n].of.tops;
        return tops.empty() ? engine::UnitIndex{0} : tops.front();
    };
    if (given.frame.hire_cost) {
        for (std::uint32_t n = 0; n < given.needs.size(); ++n) {
            if (!given.needs[n].headcount || given.gaps.open[n] == 0 || left_out(n)) continue;
            for (const std::int64_t closes : given.gaps.farthest[n])
                all.push_back({.unit = unit_of(n), .need = n, .option = option, .closes = closes});
        }
        ++option;
    }
    std::map<std::uint32_t, std::size_t> moved; // by need
    for (const Mover& mover : given.movers) {
        const std::int64_t closes = given.gaps.farthest[mover.need][moved[mover.need]++];
        if (!left_out(mover.need))
            all.push_back({unit_of(mover.need), mover.need, option, closes, mover.chance, Comes::reskilled});
        ++option;
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.unit < b.unit; });
    return all;
}

planning::NewPerson person_of(const Coming& one, planning::Value thrift) {
    planning::NewPerson person{.unit = one.unit};
    for (std::int64_t left = one.closes; left > 0; left -= 1000)
        person.targets.push_back({one.need, static_cast<std::uint16_t>(std::min<std::int64_t>(left, 1000))});
    person.candidates.push_back({.option = one.option,
                                 .bonus = -thrift,
                                 .covers = {{0, static_cast<std::uint8_t>(person.targets.size()), one.chance}}});
    return person;
}

// A session has no more seats than there are people whom it is for: what it costs is shared by those alone.
void count_seats(planning::Problem& problem) {
    std::vector<std::int64_t> for_whom(problem.options.size());
    for (std::size_t p = 0; p < problem.people(); ++p)
        for (const planning::Candidate& candidate : problem.candidates(p)) ++for_whom[candidate.option];
    for (std::size_t o = 0; o < problem.options.size(); ++o) {
        planning::Option& option = problem.options[o];
        if (option.session_cost > 0) option.seats = std::min(option.seats, for_whom[o]);
    }
}

} // namespace

std::int64_t counted_weight(const AskedNeed& need) {
    return std::clamp(std::llround(need.weight * percent), 1LL, static_cast<long long>(heaviest));
}

std::int64_t credit_of(std::int64_t open) {
    return open * static_cast<std::int64_t>(percent);
}

planning::Value whole_of(const std::vector<AskedNeed>& needs, const Gaps& gaps) {
    planning::Value sum = 0;
    for (std::size_t n = 0; n < needs.size(); ++n) sum += counted_weight(needs[n]) * credit_of(gaps.open[n]);
    return sum;
}

Model model_of(const Given& given, const Promised& promised, bool only_musts) {
    Model model;
    set_limits(given, model.problem);
    double weights = 0;
    for (std::size_t n = 0; n < given.needs.size(); ++n) {
        const bool capped = given.needs[n].headcount.has_value();
        model.problem.needs.push_back({.weight = counted_weight(given.needs[n]),
                                       .most = capped ? credit_of(given.gaps.open[n]) : planning::unlimited});
        weights += static_cast<double>(counted_weight(given.needs[n]));
    }
    planning::Value wish = 0;
    if (given.frame.wishes && !given.needs.empty())
        wish = std::llround(weights / static_cast<double>(given.needs.size()) *
                            static_cast<double>(planning::whole_step) * worth_of_a_wish);
    const Rules rules{given};
    const Thrift thrift{given};
    const Common common{given, rules, thrift, only_musts ? 0 : wish};
    const std::vector<Coming> coming = all_coming(given, only_musts);
    auto next = coming.begin();
    const auto add_coming = [&](engine::UnitIndex up_to) {
        for (; next != coming.end() && next->unit < up_to; ++next) {
            const auto cost = static_cast<double>(model.problem.options[next->option].cost);
            model.problem.add(person_of(*next, thrift.of(cost, 0)));
            model.people.push_back({{}, next->need, next->comes});
            model.step_at.push_back(model.steps.size());
        }
    };
    std::vector<MissingStep> missing;
    static const std::set<std::size_t> nothing;
    for (std::size_t p = 0; p < given.gaps.people.size(); ++p) {
        const engine::PersonIndex who = given.gaps.people[p];
        missing.clear();
        for (const MissingStep& one : given.gaps.of(p))
            if (!only_musts || given.needs[one.need].must) missing.push_back(one);
        const auto own = promised.find(who);
        auto [person, too_late] = portion_of(common, who, missing, own == promised.end() ? nothing : own->second);
        for (const std::size_t activity : too_late) ++model.too_late[activity];
        if (person.candidates.empty()) {
            model.nothing_offered += !missing.empty();
            continue;
        }
        add_coming(person.unit);
        model.problem.add(person);
        model.people.push_back({who});
        model.step_at.push_back(model.steps.size());
        for (const MissingStep& one : missing) model.steps.push_back(one.step);
    }
    add_coming(engine::no_index);
    count_seats(model.problem);
    return model;
}

} // namespace kunna::plans
