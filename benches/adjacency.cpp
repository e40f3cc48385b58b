// Adjacency: of O*NET's and ESCO's occupations, how many of the ten nearest lie in the occupation's own group, which
// the measures do not see: O*NET's by SOC broad occupation, ESCO's by ISCO unit group. Ours (engine::similarity), what
// one brings along alone, and two that others use on the same rows: Jaccard of the skills, cosine of the levels.
//
//   bench_adjacency DATA    prints one JSON object: by source and measure, recall at ten and the mean reciprocal rank
#include "engine/transfer.hpp"
#include "rows.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <iostream>

using namespace kunna;
using namespace kunna::engine;

namespace {

constexpr std::size_t nearest = 10;
constexpr double asked_for = 2; // O*NET's importance, 1–5, from which on an element is a requirement
constexpr int essential_step = 3;
constexpr int optional_step = 2;

struct Occupations {
    std::vector<Role> roles;
    std::vector<std::string> groups; // by role
    std::size_t skills = 0;
};

struct Numbers {
    std::map<std::string, SkillIndex> of{};
    SkillIndex operator[](const std::string& name) {
        return of.emplace(name, static_cast<SkillIndex>(of.size())).first->second;
    }
};

void add(Occupations& all, std::vector<Requirement> needs, std::string group) {
    if (needs.empty()) return;
    std::sort(needs.begin(), needs.end(), [](const auto& a, const auto& b) { return a.skill < b.skill; });
    all.roles.push_back(Role::of(static_cast<std::int64_t>(all.roles.size()), std::move(needs), Settings{}).unwrap());
    all.groups.push_back(std::move(group));
}

Occupations onet(const std::string& data) {
    struct Rated {
        double importance = 0;
        double level = 0;
    };
    std::map<std::string, std::map<SkillIndex, Rated>> rated; // by occupation
    Numbers numbers;
    for (const char* file : {"Skills.txt", "Knowledge.txt"}) {
        for (const auto& row : bench::tsv(data + "/onet/" + file)) {
            if (row[0] == "O*NET-SOC Code") continue; // the header
            Rated& one = rated[row[0]][numbers[row[1]]];
            (row[3] == "IM" ? one.importance : one.level) = std::stod(row[4]);
        }
    }
    Occupations all;
    for (const auto& [code, elements] : rated) {
        if (!code.ends_with(".00")) continue; // occupations of the census, not their specialities
        std::vector<Requirement> needs;
        for (const auto& [skill, one] : elements)
            if (one.importance >= asked_for)
                needs.push_back({skill, Level::of_number(one.level),
                                 static_cast<std::uint8_t>(std::lround((one.importance - 1) * 7)), false});
        add(all, std::move(needs), code.substr(0, 6));
    }
    all.skills = numbers.of.size();
    return all;
}

Occupations esco(const std::string& data) {
    const std::string folder = data + "/esco/ESCO dataset - v1.2.0 - classification - en - csv/";
    std::map<std::string, std::string> group; // by occupation
    bench::each_row(folder + "occupations_en.csv",
                    [&](const auto& cell) { group[cell("conceptUri")] = cell("iscoGroup"); });
    std::map<std::string, std::map<SkillIndex, bool>> asked; // essential, by occupation
    Numbers numbers;
    bench::each_row(folder + "occupationSkillRelations_en.csv", [&](const auto& cell) {
        bool& essential = asked[cell("occupationUri")][numbers[cell("skillUri")]];
        essential = essential || cell("relationType") == "essential";
    });
    Occupations all;
    for (const auto& [uri, skills] : asked) {
        if (!group.contains(uri)) continue;
        std::vector<Requirement> needs;
        for (const auto& [skill, essential] : skills)
            needs.push_back({skill, Level::of_step(essential ? essential_step : optional_step),
                             static_cast<std::uint8_t>(essential ? 3 : 1), false});
        add(all, std::move(needs), group[uri]);
    }
    all.skills = numbers.of.size();
    return all;
}

// What each brings along to each other one.
std::vector<std::vector<Transfer>> transfers(const Occupations& all) {
    const Likenesses none{std::vector<std::uint32_t>(all.skills, no_area), {}, {}};
    Brought brought{none};
    std::vector<std::vector<Transfer>> found;
    for (const Role& from : all.roles) {
        brought.take(levels_of(from));
        auto& row = found.emplace_back();
        for (const Role& to : all.roles) row.push_back(transfer(brought, to));
    }
    return found;
}

// take(slot of the one, slot of the other): what both ask for; slots are by skill.
template <class F>
void each_shared(const Role& one, const Role& other, const F& take) {
    for (std::uint32_t i = 0, j = 0; i < one.slots() && j < other.slots();) {
        const SkillIndex a = one.skill()[i];
        const SkillIndex b = other.skill()[j];
        if (a == b) take(i, j);
        i += a <= b;
        j += b <= a;
    }
}

double jaccard(const Role& one, const Role& other) {
    std::size_t both = 0;
    each_shared(one, other, [&](std::uint32_t, std::uint32_t) { ++both; });
    return static_cast<double>(both) / static_cast<double>(one.slots() + other.slots() - both);
}

double cosine(const Role& one, const Role& other) {
    const auto level = [](const Role& of, std::uint32_t slot) { return static_cast<double>(of.required()[slot]); };
    const auto product = [&](const Role& a, const Role& b) {
        double sum = 0;
        each_shared(a, b, [&](std::uint32_t i, std::uint32_t j) { sum += level(a, i) * level(b, j); });
        return sum;
    };
    return product(one, other) / std::sqrt(product(one, one) * product(other, other));
}

// like: of two occupations, by place.
template <class F>
std::string measured(const Occupations& all, const F& like) {
    double recall = 0;
    double reciprocal = 0;
    std::size_t asked = 0;
    for (std::size_t of = 0; of < all.roles.size(); ++of) {
        std::vector<std::pair<double, std::size_t>> order;
        std::size_t same = 0;
        for (std::size_t other = 0; other < all.roles.size(); ++other) {
            if (other == of) continue;
            order.emplace_back(-like(of, other), other);
            same += all.groups[other] == all.groups[of];
        }
        if (same == 0) continue;
        ++asked;
        std::sort(order.begin(), order.end());
        std::size_t found = 0;
        for (std::size_t i = 0; i < nearest; ++i) found += all.groups[order[i].second] == all.groups[of];
        recall += static_cast<double>(found) / static_cast<double>(std::min(nearest, same));
        const auto first = std::find_if(order.begin(), order.end(),
                                        [&](const auto& one) { return all.groups[one.second] == all.groups[of]; });
        reciprocal += 1 / static_cast<double>(first - order.begin() + 1);
    }
    const auto n = static_cast<double>(asked);
    return fmt::format(R"({{"asked":{},"recall":{:.4f},"mrr":{:.4f}}})", asked, recall / n, reciprocal / n);
}

std::string measured(const Occupations& all) {
    const auto brings = transfers(all);
    return fmt::format(
        R"({{"occupations":{},"similarity":{},"transferability":{},"jaccard":{},"cosine":{}}})", all.roles.size(),
        measured(all, [&](std::size_t a, std::size_t b) { return similarity(brings[a][b], brings[b][a]); }),
        measured(all, [&](std::size_t a, std::size_t b) { return brings[a][b].share().value_or(0); }),
        measured(all, [&](std::size_t a, std::size_t b) { return jaccard(all.roles[a], all.roles[b]); }),
        measured(all, [&](std::size_t a, std::size_t b) { return cosine(all.roles[a], all.roles[b]); }));
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "bench_adjacency DATA\n";
        return 2;
    }
    const std::string data = argv[1];
    std::cout << fmt::format(R"({{"onet":{},"esco":{}}})", measured(onet(data)), measured(esco(data))) << '\n';
}
