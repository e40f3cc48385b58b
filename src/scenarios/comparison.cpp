// Comparison.
#include "scenarios/comparison.hpp"

#include "insights/sums.hpp"
#include "scenarios/assumed.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace kunna::scenarios {

namespace {

using engine::Tracks;
using insights::rounded;

constexpr int waited = 12;
constexpr double half_a_person = 0.5;

// Of one skill in one scenario.
struct Short {
    double then = 0;
    double years = 0;
    double waiting_then = 0; // when learning begins later
    double waiting_years = 0;
    std::optional<int> first{};
};

double years_of(const std::vector<double>& by_month) {
    return std::accumulate(by_month.begin() + 1, by_month.end(), 0.0) / 12;
}

std::map<engine::SkillIndex, Short> shortages(const engine::Forecast& now, const engine::Forecast& waiting) {
    std::map<engine::SkillIndex, Short> all;
    for (std::size_t row = 0; row < now.skill.size(); ++row) {
        const engine::Outlook outlook = now.skills.outlook(row);
        Short& of = all[now.skill[row]];
        of.then = outlook.shortage.back();
        of.years = years_of(outlook.shortage);
        of.first = outlook.first_shortage();
        const auto later = waiting.skills.months_of(row, Tracks::shortage);
        of.waiting_then = later.back();
        of.waiting_years = years_of(later);
    }
    return all;
}

struct Skill {
    engine::SkillIndex skill = 0;
    std::vector<Short> of{}; // by scenario
};

std::vector<Skill> by_skill(const std::vector<std::map<engine::SkillIndex, Short>>& scenarios) {
    std::map<engine::SkillIndex, std::vector<Short>> all;
    for (std::size_t s = 0; s < scenarios.size(); ++s)
        for (const auto& [skill, of] : scenarios[s]) {
            auto& row = all[skill];
            row.resize(scenarios.size());
            row[s] = of;
        }
    std::vector<Skill> skills;
    for (auto& [skill, of] : all) skills.push_back({skill, std::move(of)});
    return skills;
}

// told: by scenario; at least in one of them.
RobustSkill robust(const insights::SkillName& name, const Skill& skill, const std::vector<bool>& told) {
    RobustSkill made{.skill = name.id, .name = name.name, .kind = std::string{db::enum_name(name.kind)}};
    made.everywhere = std::find(told.begin(), told.end(), false) == told.end();
    made.least = std::numeric_limits<double>::max();
    for (std::size_t s = 0; s < told.size(); ++s) {
        made.shortage.emplace_back();
        made.waiting.emplace_back();
        if (!told[s]) continue;
        const Short& of = skill.of[s];
        made.shortage.back() = rounded(of.then);
        made.waiting.back() = rounded(std::max(0.0, of.waiting_years - of.years));
        made.least = std::min(made.least, *made.shortage.back());
        made.most = std::max(made.most, *made.shortage.back());
    }
    made.no_regret = made.everywhere && made.least >= half_a_person;
    return made;
}

// Over the skills that are in the sums.
void add_up(ScenarioComparison& told, const Skill& skill) {
    for (std::size_t s = 0; s < told.scenarios.size(); ++s) {
        const Short& of = skill.of[s];
        ComparedScenario& one = told.scenarios[s];
        one.shortage_then += of.then;
        one.shortage_years += of.years;
        one.waiting_years += std::max(0.0, of.waiting_years - of.years);
        one.waiting_then += std::max(0.0, of.waiting_then - of.then);
        if (!of.first) continue;
        const Date first = add_months(told.day, *of.first);
        if (!one.first_shortage || first < *one.first_shortage) one.first_shortage = first;
    }
}

void tell_regrets(ScenarioComparison& told, const std::vector<Scenario>& scenarios) {
    for (std::size_t prepared = 0; prepared < scenarios.size(); ++prepared)
        for (std::size_t comes = 0; comes < scenarios.size(); ++comes) {
            Regret regret{scenarios[prepared].id, scenarios[comes].id};
            for (const RobustSkill& skill : told.skills) {
                if (!skill.everywhere) continue;
                const double ready = *skill.shortage[prepared];
                const double wanted = *skill.shortage[comes];
                regret.short_ += std::max(0.0, wanted - ready);
                regret.spare += std::max(0.0, ready - wanted);
            }
            regret.short_ = rounded(regret.short_);
            regret.spare = rounded(regret.spare);
            double& worst = told.scenarios[prepared].worst_regret;
            worst = std::max(worst, rounded(regret.short_ + regret.spare));
            told.regrets.push_back(regret);
        }
    const auto least = std::min_element(
        told.scenarios.begin(), told.scenarios.end(),
        [](const ComparedScenario& a, const ComparedScenario& b) { return a.worst_regret < b.worst_regret; });
    told.least_regret = least->scenario;
}

} // namespace

Result<ScenarioComparison> compare(db::Db& db, const Ground& ground, const access::Actor& actor,
                                   const std::vector<Scenario>& scenarios, std::optional<UnitId> unit) {
    if (scenarios.size() < 2 || scenarios.size() > most_compared)
        return refuse_field("/query/scenario", "scenario.compare_number", {{"most", std::to_string(most_compared)}});
    const Question question = TRY(Question::of(db, ground, actor, {.unit = unit}));
    ScenarioComparison told{.day = ground.workforce->day(), .months = engine::most_months};
    for (const Scenario& scenario : scenarios) told.months = std::min(told.months, scenario.assumptions.months);
    told.horizon = add_months(told.day, told.months);
    told.name = question.name();
    std::vector<Guard> guards;
    std::vector<std::map<engine::SkillIndex, Short>> found;
    for (const Scenario& scenario : scenarios) {
        guards.push_back(question.guard());
        guards.back().under(scenario.assumptions);
        // Horizons are made alike; what is gradual until the end of a longer one is told as it is by then.
        const engine::Assumptions now = shortened(TRY(assumed_by_now(ground, scenario.assumptions)), told.months);
        const engine::Forecast soon = question.forecast(now);
        found.push_back(shortages(soon, question.forecast(later(now, waited))));
        ComparedScenario one{
            .scenario = scenario.id, .name = scenario.name, .base = scenario.base, .hidden = !guards.back().whole()};
        if (!one.hidden) {
            const engine::Outlook posts = soon.whole.outlook(0);
            one.posts_then = rounded(posts.able.back());
            one.demand_then = rounded(posts.demand.back());
        }
        told.scenarios.push_back(std::move(one));
    }
    for (const Skill& skill : by_skill(found)) {
        std::vector<bool> may;
        for (const Guard& guard : guards) may.push_back(guard.skill(skill.skill));
        if (std::find(may.begin(), may.end(), true) == may.end()) {
            ++told.hidden_skills;
            continue;
        }
        told.skills.push_back(robust(ground.workforce->names().skills[skill.skill], skill, may));
        if (told.skills.back().everywhere) add_up(told, skill);
    }
    for (ComparedScenario& one : told.scenarios)
        for (double* sum : {&one.shortage_then, &one.shortage_years, &one.waiting_years, &one.waiting_then})
            *sum = rounded(*sum);
    std::stable_sort(told.skills.begin(), told.skills.end(), [](const RobustSkill& a, const RobustSkill& b) {
        return std::tuple{!a.no_regret, -a.least, -a.most} < std::tuple{!b.no_regret, -b.least, -b.most};
    });
    tell_regrets(told, scenarios);
    return told;
}

} // namespace kunna::scenarios
