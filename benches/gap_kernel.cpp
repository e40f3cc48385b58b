// Gap kernel: makes a workforce by performance.md §A, measures the engine's sweep over it, and writes the workforce
// and the results as CSV for the peer (gap_kernel.mjs) to work on and to compare with.
//
//   bench_gap_kernel PEOPLE REPEATS [FOLDER]
//
// Prints one JSON object: milliseconds (best of REPEATS) by instruction set, layout and threads.
#include "engine/builder.hpp"
#include "engine/heat_map.hpp"
#include "splitmix.hpp"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <fmt/format.h>
#include <fmt/os.h>
#include <string>

using namespace kunna;
using namespace kunna::engine;

namespace {

constexpr int skill_count = 13'939;
constexpr int role_count = 500;
constexpr int people_a_unit = 50;
constexpr int roles_a_unit = 6;

// Weight of rank r is 1 / (r + 10)^1.3: a long tail, so that some skills have one or two holders.
class ZipfTail {
public:
    ZipfTail() {
        double sum = 0;
        for (int rank = 0; rank < skill_count; ++rank) {
            sum += 1 / std::pow(rank + 10, 1.3);
            up_to_.push_back(sum);
        }
    }
    SkillIndex draw(SplitMix64& random) const {
        const double at = random.unit() * up_to_.back();
        return static_cast<SkillIndex>(std::lower_bound(up_to_.begin(), up_to_.end(), at) - up_to_.begin());
    }

private:
    std::vector<double> up_to_;
};

Snapshot make_workforce(int people, int threads) {
    const Date day = *Date::parse("2026-11-21");
    SplitMix64 random{42};
    const ZipfTail tail;
    Settings settings;
    settings.must_factor = 1; // the weight is 1–10 as it stands
    Builder builder{settings};
    std::vector<int> weight;
    for (int s = 0; s < skill_count; ++s) {
        builder.add_skill({s, SkillKind::technical, 5});
        weight.push_back(1 + random.below(10));
    }
    std::vector<std::vector<Requirement>> roles;
    for (int r = 0; r < role_count; ++r) {
        std::vector<Requirement> needs;
        std::vector<bool> taken(skill_count, false);
        for (int n = 20 + random.below(21); n > 0;) {
            const auto skill = static_cast<SkillIndex>(random.below(skill_count));
            if (taken[skill]) continue;
            taken[skill] = true;
            --n;
            needs.push_back(
                {skill, Level::of_step(1 + random.below(5)), static_cast<std::uint8_t>(weight[skill]), skill % 4 == 0});
        }
        builder.add_role(r, needs);
        roles.push_back(std::move(needs));
    }
    const int units = (people + people_a_unit - 1) / people_a_unit;
    builder.reserve_evidence(static_cast<std::size_t>(people) * 46);
    std::vector<std::uint32_t> last_holder(skill_count, no_index);
    for (int u = 0; u < units; ++u) {
        builder.add_unit(u);
        std::array<int, roles_a_unit> of_unit{};
        for (int& role : of_unit) role = random.below(role_count);
        for (int i = 0; i < people_a_unit && u * people_a_unit + i < people; ++i) {
            const int role = of_unit[static_cast<std::size_t>(random.below(roles_a_unit))];
            // Part-timers, leavers and unsure levels are by the person's number, outside the stream of performance.md.
            const int id = u * people_a_unit + i;
            const PersonIndex person = builder.add_person({.id = id,
                                                           .unit = static_cast<std::uint32_t>(u),
                                                           .fte = static_cast<std::uint16_t>(id % 16 == 0 ? 800 : 1000),
                                                           .leaving = id % 50 == 7,
                                                           .roles = {static_cast<RoleIndex>(role)}});
            int left = 30 + random.below(31);
            const auto hold = [&](SkillIndex skill, int step) {
                last_holder[skill] = person;
                --left;
                const Source source = (id + skill) % 4 == 0 ? Source::self : Source::test;
                builder.add_evidence(person, Evidence::of(skill, source, step, day));
            };
            for (const Requirement& need : roles[static_cast<std::size_t>(role)])
                if (random.below(10) < 7)
                    hold(need.skill,
                         std::clamp(need.required.units / Level::units_per_step - 2 + random.below(4), 0, 5));
            while (left > 0) {
                const SkillIndex skill = tail.draw(random);
                if (last_holder[skill] != person) hold(skill, 1 + random.below(5));
            }
        }
    }
    return builder.build(day, threads).unwrap();
}

// All that is asked: per person and heat map (the sweep), coverage by skill, the fifty largest gaps.
struct Answer {
    Sweep swept;
    std::vector<GroupSums> coverage;
    std::vector<PersonTotals> top;
};

void ask(const Snapshot& snapshot, const SweepOptions& options, Answer& answer) {
    sweep(snapshot, options, answer.swept);
    answer.coverage = skill_sums(snapshot, answer.swept);
    answer.top = largest_gaps(snapshot, answer.swept, 50);
}

double best_ms(const Snapshot& snapshot, const SweepOptions& options, int repeats, Answer& answer) {
    double best = 1e9;
    for (int i = 0; i < repeats + 1; ++i) { // the first one fills the memory
        const auto start = std::chrono::steady_clock::now();
        ask(snapshot, options, answer);
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
        if (i > 0) best = std::min(best, took.count());
    }
    return best;
}

void write_workforce(const Snapshot& s, const std::string& folder) {
    auto person = fmt::output_file(folder + "/person.csv");
    auto held = fmt::output_file(folder + "/held.csv", fmt::buffer_size = 1 << 20);
    person.print("person,unit,role,fte,leaving\n");
    held.print("person,skill,level,sure\n");
    for (PersonIndex p = 0; p < s.person_end(); ++p) {
        person.print("{},{},{},{},{}\n", p, s.unit_of(p), s.roles_of(p).front(), s.fte_of(p), s.leaving(p));
        for (const auto& level : s.held(p)) held.print("{},{},{},{}\n", p, level.skill, level.level.units, level.sure);
    }
    auto requirement = fmt::output_file(folder + "/requirement.csv");
    requirement.print("role,skill,required,weight,must\n");
    for (std::size_t r = 0; r < s.role_count(); ++r) {
        const Role& role = s.role(static_cast<RoleIndex>(r));
        for (std::uint32_t slot = 0; slot < role.slots(); ++slot)
            requirement.print("{},{},{},{},{}\n", r, role.requirements()[slot].skill, role.required()[slot],
                              role.weight()[slot], role.requirements()[slot].must);
    }
}

void write_answer(const Snapshot& s, const Answer& answer, const std::string& folder) {
    auto person = fmt::output_file(folder + "/our_person.csv");
    person.print("person,n,met,below,unknown,weighted_gap,weighted_required,must_not_met\n");
    for (const PersonTotals& p : everyones_totals(s, answer.swept))
        person.print("{},{},{},{},{},{},{},{}\n", p.person, p.rows, p.met, p.below, p.unknown, p.weighted_gap,
                     p.weighted_required, p.must_not_met);
    auto cell = fmt::output_file(folder + "/our_cell.csv", fmt::buffer_size = 1 << 20);
    const char* columns = "n,met,below,unknown,gap,weighted_gap,weighted_required,fte_met,fte_required";
    const auto print = [](auto& out, const Sums& of) {
        out.print("{},{},{},{},{},{},{},{},{}\n", of.rows, of.met, of.below, of.unknown, of.gap, of.weighted_gap,
                  of.weighted_required, of.fte_met, of.fte_required);
    };
    cell.print("unit,skill,{}\n", columns);
    for (UnitIndex u = 0; u < s.units().size(); ++u)
        for (const Cell& c : heat_row(s, answer.swept, u)) {
            cell.print("{},{},", u, c.skill);
            print(cell, c.of.sums);
        }
    auto skill = fmt::output_file(folder + "/our_coverage.csv");
    skill.print("skill,{}\n", columns);
    for (std::size_t k = 0; k < answer.coverage.size(); ++k) {
        if (answer.coverage[k].sums.rows == 0) continue;
        skill.print("{},", k);
        print(skill, answer.coverage[k].sums);
    }
    auto top = fmt::output_file(folder + "/our_top.csv");
    top.print("place,person,weighted_gap\n");
    for (std::size_t i = 0; i < answer.top.size(); ++i)
        top.print("{},{},{}\n", i + 1, answer.top[i].person, answer.top[i].weighted_gap);
    auto holders = fmt::output_file(folder + "/our_holders.csv");
    holders.print("skill,holders\n");
    for (std::size_t k = 0; k < answer.swept.holders.size(); ++k)
        if (answer.swept.holders[k] > 0) holders.print("{},{}\n", k, answer.swept.holders[k]);
}

} // namespace

int main(int count, char** words) {
    if (count < 3) {
        std::fputs("bench_gap_kernel PEOPLE REPEATS [FOLDER]\n", stderr);
        return 2;
    }
    const int people = std::atoi(words[1]);
    const int repeats = std::atoi(words[2]);
    const auto started = std::chrono::steady_clock::now();
    const Snapshot snapshot = make_workforce(people, 2);
    const std::chrono::duration<double> made = std::chrono::steady_clock::now() - started;

    std::size_t rows = 0;
    for (PersonIndex p = 0; p < snapshot.person_end(); ++p) rows += snapshot.held(p).size();
    std::string ways;
    Answer answer;
    const std::pair<Simd, const char*> sets[] = {
        {Simd::avx512, "avx512"}, {Simd::avx2, "avx2"}, {Simd::scalar, "scalar"}};
    for (const auto& [simd, name] : sets) {
        if (!supported(simd)) continue;
        for (const Layout layout : {Layout::aligned, Layout::compressed})
            for (const int threads : {1, 2}) {
                // Holders come from all levels, so they belong to the compressed rows.
                const SweepOptions options{threads, simd, layout, true, layout == Layout::compressed};
                ways += fmt::format("{}{{\"simd\":\"{}\",\"layout\":\"{}\",\"threads\":{},\"ms\":{:.3f}}}",
                                    ways.empty() ? "" : ",", name, layout == Layout::aligned ? "aligned" : "compressed",
                                    threads, best_ms(snapshot, options, repeats, answer));
            }
    }
    // One person's new evidence, to the next Snapshot.
    double change_us = 1e9;
    for (int i = 0; i < 200; ++i) {
        const Changes change{.people = {{.person = static_cast<PersonIndex>(i * 37 % people),
                                         .new_evidence = {Evidence::of(5, Source::manager, 3, snapshot.day())}}}};
        const auto start = std::chrono::steady_clock::now();
        const auto next = snapshot.with(change);
        const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
        if (next) change_us = std::min(change_us, took.count());
    }
    const auto day_start = std::chrono::steady_clock::now();
    const Snapshot yesterday = snapshot.at(snapshot.day() + 1, 2);
    const std::chrono::duration<double, std::milli> day_ms = std::chrono::steady_clock::now() - day_start;
    fmt::print("{{\"people\":{},\"rows\":{},\"made_s\":{:.2f},\"mb\":{:.1f},\"cells\":{},\"change_us\":{:.1f},\"other_"
               "day_ms\":{:.1f},"
               "\"ways\":[{}]}}\n",
               people, rows, made.count(), static_cast<double>(snapshot.bytes()) / 1e6, answer.swept.cells.size(),
               change_us, day_ms.count(), ways);
    if (count > 3) {
        write_workforce(snapshot, words[3]);
        write_answer(snapshot, answer, words[3]);
    }
    return 0;
}
