// Model.
#include "plans/model.hpp"

#include "plans/portion.hpp"

#include <algorithm>
#include <cmath>

namespace kunna::plans {

namespace {

constexpr std::int64_t heaviest = 1'000'000;
constexpr std::uint8_t most_activities = 6;  // of a person
constexpr double worth_of_a_wish = 0.05;     // of a step of the usual need
constexpr std::int64_t most_newcomers = 200; // of a need

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
    if (frame.hire_cost)
        problem.options.push_back(
            {.activity = static_cast<std::uint32_t>(given.offers.activities().size()), .cost = *frame.hire_cost});
}

// As many for each need as are lacking of it, by unit; each closes as much as one of those lacking does on average.
struct Newcomer {
    engine::UnitIndex unit;
    std::uint32_t need;
};
std::vector<Newcomer> newcomers_of(const Given& given, bool only_musts) {
    std::vector<Newcomer> all;
    if (!given.frame.hire_cost) return all;
    for (std::uint32_t n = 0; n < given.needs.size(); ++n) {
        if (!given.needs[n].headcount || given.gaps.open[n] == 0 || (only_musts && !given.needs[n].must)) continue;
        const auto& tops = given.needs[n].of.tops;
        const engine::UnitIndex unit = tops.empty() ? 0 : tops.front();
        for (std::int64_t i = 0; i < std::min(given.gaps.lacking[n], most_newcomers); ++i) all.push_back({unit, n});
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.unit < b.unit; });
    return all;
}

planning::NewPerson hired(const Given& given, const Newcomer& newcomer, std::uint32_t option) {
    planning::NewPerson person{.unit = newcomer.unit};
    const std::int64_t each = given.gaps.open[newcomer.need] / given.gaps.lacking[newcomer.need];
    for (std::int64_t left = each; left > 0; left -= 1000)
        person.targets.push_back({newcomer.need, static_cast<std::uint16_t>(std::min<std::int64_t>(left, 1000))});
    person.candidates.push_back(
        {.option = option, .covers = {{0, static_cast<std::uint8_t>(person.targets.size()), 100}}});
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
    const std::vector<Newcomer> newcomers = newcomers_of(given, only_musts);
    auto newcomer = newcomers.begin();
    const auto add_newcomers = [&](engine::UnitIndex up_to) {
        for (; newcomer != newcomers.end() && newcomer->unit < up_to; ++newcomer) {
            planning::NewPerson person = hired(given, *newcomer, static_cast<std::uint32_t>(given.offers.all().size()));
            person.candidates.front().bonus = -thrift.of(static_cast<double>(*given.frame.hire_cost), 0);
            model.problem.add(person);
            model.people.push_back({{}, newcomer->need});
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
        add_newcomers(person.unit);
        model.problem.add(person);
        model.people.push_back({who, 0});
        model.step_at.push_back(model.steps.size());
        for (const MissingStep& one : missing) model.steps.push_back(one.step);
    }
    add_newcomers(engine::no_index);
    count_seats(model.problem);
    return model;
}

} // namespace kunna::plans
