// Training plans under budget, hours and seats:  bench_plan PEOPLE COURSES THREADS [LP-FILE]
//
// Prints one JSON object: seconds to a plan with its bound, value, bound, whether src/verify confirms them (of few
// people; a certificate of many is as large as all that is known of them), seconds to plan again after one lock, and
// peak memory. LP-FILE receives the same problem for another solver.
//
// Seed 11: people in units of 50, each with ten to fourteen skills to raise by one or two steps; courses that raise one
// to three skills of 300, one in ten after another course. Budget, the hours of every unit and the seats of a third of
// the courses bind.
#include "planning/certificate.hpp"
#include "planning/lp.hpp"
#include "splitmix.hpp"
#include "verify/verify.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <sys/resource.h>

using namespace kunna::planning;

namespace {

constexpr int skill_count = 300;
constexpr std::size_t unit_size = 50;
constexpr std::size_t verified_people = 2'000;

struct Raise {
    int skill;
    int from;
    int to;
};

struct Course {
    std::vector<Raise> raises;
    std::optional<std::uint32_t> after{};
};

struct Catalogue {
    std::vector<Course> courses;
    std::vector<std::vector<std::uint32_t>> by_skill = std::vector<std::vector<std::uint32_t>>(skill_count);
};

Catalogue draw_courses(std::uint32_t count, Problem& problem, SplitMix64& random) {
    Catalogue catalogue;
    for (std::uint32_t c = 0; c < count; ++c) {
        Course course;
        for (int n = 1 + random.below(3); n > 0; --n) {
            const int from = random.below(4);
            course.raises.push_back({random.below(skill_count), from, std::min(5, from + 1 + random.below(2))});
            catalogue.by_skill[static_cast<std::size_t>(course.raises.back().skill)].push_back(c);
        }
        const int hours = 4 + random.below(37);
        problem.options.push_back({.activity = c,
                                   .minutes = static_cast<std::uint32_t>(hours * 60),
                                   .cost = 100 * (500 + std::int64_t{random.below(400)} * hours)});
        if (c > 20 && random.below(10) == 0) course.after = random.below(c);
        catalogue.courses.push_back(std::move(course));
    }
    return catalogue;
}

struct Gap {
    int held;
    int required;
    std::size_t first; // target
};

std::vector<Cover> covers_of(const Course& course, const std::map<int, Gap>& gaps) {
    std::map<std::size_t, std::size_t> reached; // first target → end
    for (const Raise& raise : course.raises) {
        const auto at = gaps.find(raise.skill);
        if (at == gaps.end() || raise.from > at->second.held) continue;
        const int to = std::min(raise.to, at->second.required);
        if (to <= at->second.held) continue;
        auto& end = reached[at->second.first];
        end = std::max(end, at->second.first + static_cast<std::size_t>(to - at->second.held));
    }
    std::vector<Cover> covers;
    for (const auto& [first, end] : reached)
        covers.push_back({static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(end - first), 0});
    return covers;
}

NewPerson draw_person(const Catalogue& catalogue, std::size_t number, SplitMix64& random) {
    NewPerson person;
    person.unit = static_cast<std::uint32_t>(number / unit_size);
    person.minutes = 80 * 60;
    std::map<int, Gap> gaps;
    for (int n = 10 + random.below(5); n > 0; --n) {
        const int skill = random.below(skill_count);
        const int held = random.below(4);
        if (!gaps.try_emplace(skill, Gap{held, std::min(5, held + 1 + random.below(2)), person.targets.size()}).second)
            continue;
        for (int step = held; step < gaps[skill].required; ++step)
            person.targets.push_back(
                {static_cast<std::uint32_t>(skill), static_cast<std::uint16_t>(400 + random.below(601))});
    }
    std::map<std::uint32_t, std::uint16_t> place; // course → candidate
    const auto candidate = [&](std::uint32_t course, std::vector<Cover> covers) {
        place[course] = static_cast<std::uint16_t>(person.candidates.size());
        for (Cover& cover : covers) cover.chance = static_cast<std::uint8_t>(60 + 10 * (course % 5));
        person.candidates.push_back({.option = course, .covers = std::move(covers)});
    };
    for (const auto& [skill, gap] : gaps)
        for (const std::uint32_t course : catalogue.by_skill[static_cast<std::size_t>(skill)])
            if (auto covers = covers_of(catalogue.courses[course], gaps); !covers.empty() && !place.contains(course))
                candidate(course, std::move(covers));
    for (std::uint16_t at = 0; at < person.candidates.size(); ++at) {
        const auto after = catalogue.courses[person.candidates[at].option].after;
        if (!after) continue;
        if (!place.contains(*after)) candidate(*after, {});
        person.candidates[at].after = {{place[*after]}};
    }
    return person;
}

Problem make_problem(std::size_t people, std::uint32_t courses) {
    SplitMix64 random{11};
    Problem problem;
    const Catalogue catalogue = draw_courses(courses, problem, random);
    for (int n = 0; n < skill_count; ++n) problem.needs.push_back({.weight = 1 + random.below(10)});
    for (std::size_t u = 0; u * unit_size < people; ++u)
        problem.units.push_back({.away = {std::int64_t{unit_size} * 60 * (4 + random.below(17))}});
    problem.budget = static_cast<std::int64_t>(people) * 100 * 2'000;
    std::vector<std::int64_t> wanted(courses);
    for (std::size_t p = 0; p < people; ++p) {
        const NewPerson person = draw_person(catalogue, p, random);
        for (const NewCandidate& candidate : person.candidates) ++wanted[candidate.option];
        problem.add(person);
    }
    for (std::uint32_t c = 0; c < courses; ++c)
        problem.options[c].seats = std::max<std::int64_t>(1, wanted[c] * 6 / 100);
    return problem;
}

// The same, and the first person without anything planned is to have a course.
Problem with_a_lock(const Problem& problem, const Solution& solution) {
    Problem locked;
    locked.budget = problem.budget;
    locked.needs = problem.needs;
    locked.options = problem.options;
    locked.units = problem.units;
    bool done = false;
    for (std::size_t p = 0; p < problem.people(); ++p) {
        const Person& who = problem.person(p);
        NewPerson person{.unit = who.unit, .minutes = who.minutes, .minutes_a_period = who.minutes_a_period};
        person.targets.assign(problem.targets(p).begin(), problem.targets(p).end());
        for (const Candidate& candidate : problem.candidates(p)) {
            const auto covers = problem.covers(candidate);
            person.candidates.push_back({.option = candidate.option, .covers = {covers.begin(), covers.end()}});
        }
        for (const Clause& clause : problem.clauses(p)) {
            const auto members = problem.members(clause);
            person.candidates[clause.of].after.push_back({members.begin(), members.end()});
        }
        if (!done && solution.chosen[p].count == 0 && person.candidates.size() > 1 && problem.clauses(p).empty()) {
            person.locks = {{0}};
            done = true;
        }
        locked.add(person);
    }
    return locked;
}

template <class Work>
double seconds(const Work& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        fmt::print(stderr, "bench_plan PEOPLE COURSES THREADS [LP-FILE]\n");
        return 2;
    }
    const Problem problem = make_problem(std::stoul(argv[1]), static_cast<std::uint32_t>(std::stoul(argv[2])));
    const int threads = std::stoi(argv[3]);
    Solution solution;
    const double first = seconds([&] { solution = solve(problem, {.threads = threads}); });
    rusage used{};
    getrusage(RUSAGE_SELF, &used);

    std::size_t candidates = 0;
    for (std::size_t p = 0; p < problem.people(); ++p) candidates += problem.candidates(p).size();
    const Problem locked = with_a_lock(problem, solution);
    const Start start{solution.prices, solution.chosen};
    Solution again;
    const double warm = seconds([&] { again = solve(locked, {.threads = threads}, &start); });
    std::size_t changed = 0;
    for (std::size_t p = 0; p < problem.people(); ++p) changed += again.chosen[p] == solution.chosen[p] ? 0U : 1U;

    bool verified = true;
    if (problem.people() <= verified_people)
        verified = kunna::verify::verify_plan(certificate(problem, solution)).ok() &&
                   kunna::verify::verify_plan(certificate(locked, again)).ok();
    if (argc > 4) {
        std::ofstream file{argv[4]};
        write_lp(problem, [&](std::string_view text) { file << text; });
        if (!file.flush()) return 1;
    }
    fmt::print(
        R"({{"people":{},"candidates":{},"seconds":{},"value":{},"bound":{},"gap":{},"warm":{},"warm_gap":{},"changed":{},"kept":{},"verified":{},"megabytes":{}}})"
        "\n",
        problem.people(), candidates, first, solution.value, solution.bound, solution.gap(), warm, again.gap(), changed,
        again.unkept.empty(), verified, used.ru_maxrss / 1024);
    return 0;
}
