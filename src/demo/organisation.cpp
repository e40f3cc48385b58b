// How the departments are divided into units, teams and posts.
#include "demo/organisation.hpp"

#include "demo/crews.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace kunna::demo {

namespace {

constexpr std::uint32_t largest_team = 14; // people below one chief
constexpr std::uint32_t usual_team = 12;   // with its leader

// n things in k parts that differ by at most one.
std::vector<std::uint32_t> even_parts(std::uint32_t n, std::uint32_t k) {
    std::vector<std::uint32_t> parts(k, n / k);
    for (std::uint32_t i = 0; i < n % k; ++i) ++parts[i];
    return parts;
}

class Builder {
public:
    Builder(Company& company, std::uint32_t people) : company_(company), counts_(headcounts(people)) {}

    void build() {
        unit(nobody, Department::management, "LVI", "Lindvaken Industri AB");
        for (std::size_t d = 0; d < department_count; ++d) {
            const auto department = static_cast<Department>(d);
            if (counts_[d] > 0)
                top_[d] =
                    unit(0, department, std::string{shape_of(department).code}, std::string{shape_of(department).name});
        }
        management();
        for (std::size_t d = 1; d + 1 < department_count; ++d)
            if (counts_[d] > 0) department(static_cast<Department>(d));
        if (counts_[department_count - 1] > 0) trainees();
    }

private:
    UnitNumber unit(UnitNumber parent, Department department, std::string code, std::string name) {
        company_.units.push_back({parent, department, std::move(code), std::move(name)});
        children_.push_back(0);
        return static_cast<UnitNumber>(company_.units.size() - 1);
    }
    UnitNumber child(UnitNumber parent, std::string name) {
        const Unit& above = company_.units[parent];
        std::string code = fmt::format("{}-{:02}", above.code, ++children_[parent]);
        return unit(parent, above.department, std::move(code), std::move(name));
    }

    PostNumber post(UnitNumber unit, PostNumber manager, std::string_view role, Title title, bool leads) {
        Post made;
        made.unit = unit;
        made.manager = manager;
        made.title = title;
        made.role = catalogue().role(role);
        made.department = company_.units[unit].department;
        made.line = line_;
        made.leads = leads;
        company_.posts.push_back(made);
        return static_cast<PostNumber>(company_.posts.size() - 1);
    }
    void workers(UnitNumber unit, PostNumber chief, std::uint32_t n, const std::vector<RoleShare>& roles) {
        // Smooth weighted turns: 7 and 3 give 7 of the one and 3 of the other in every ten, evenly mixed.
        std::vector<int> credit(roles.size(), 0);
        const int total =
            std::accumulate(roles.begin(), roles.end(), 0, [](int sum, const RoleShare& r) { return sum + r.weight; });
        for (std::uint32_t i = 0; i < n; ++i) {
            for (std::size_t r = 0; r < roles.size(); ++r) credit[r] += roles[r].weight;
            const auto chosen =
                static_cast<std::size_t>(std::max_element(credit.begin(), credit.end()) - credit.begin());
            credit[chosen] -= total;
            post(unit, chief, roles[chosen].role, Title::of_role, false);
        }
    }

    // "Fabrik 3.2" is the second below "Produktionsområde 3".
    [[nodiscard]] std::string numbered(std::string_view word, UnitNumber parent, int number) const {
        const std::string& above = company_.units[parent].name;
        const std::size_t digits = above.find_last_not_of("0123456789.") + 1;
        return fmt::format("{} {}{}{}", word, above.substr(digits), digits < above.size() ? "." : "", number);
    }

    // m people below a chief.
    void divide(UnitNumber here, PostNumber chief, std::uint32_t m, const Crew& crew) {
        if (crew.teams.empty()) return workers(here, chief, m, crew.beside_head);
        if (m <= largest_team) return workers(here, chief, m, everybody(crew));
        if (m > 130) {
            const std::uint32_t areas = std::clamp((m + 129) / 130, 6U, usual_team);
            int number = 0;
            for (const std::uint32_t size : even_parts(m, areas)) {
                const UnitNumber area =
                    child(here, numbered(shape_of(company_.units[here].department).name, here, ++number));
                const PostNumber manager = post(area, chief, "department_manager", Title::area_manager, true);
                divide(area, manager, size - 1, crew);
            }
            return;
        }
        // As few teams as leave at most eight people without one, and at least six below the chief in all.
        std::uint32_t teams = 1;
        while (m > teams * usual_team + std::min(8U, largest_team - teams)) ++teams;
        while (teams < 6 && m - std::max(6 - teams, beside(m, teams)) > teams * (largest_team + 1)) ++teams;
        if (teams == 1 && m - 5 > largest_team) teams = 2;
        const std::uint32_t directly = std::max(teams < 6 ? 6 - teams : 0U, beside(m, teams));
        workers(here, chief, directly, crew.beside_head);
        std::size_t turn = 0;
        for (const std::uint32_t size : even_parts(m - directly, teams)) {
            const TeamKind& kind = crew.teams[turn % crew.teams.size()];
            team(child(here, team_name(kind.name, crew, turn)), chief, size, kind);
            ++turn;
        }
    }
    static std::uint32_t beside(std::uint32_t m, std::uint32_t teams) {
        return m > teams * usual_team ? m - teams * usual_team : 0;
    }
    static std::string team_name(std::string_view name, const Crew& crew, std::size_t turn) {
        const auto alike = static_cast<std::size_t>(std::count_if(
            crew.teams.begin(), crew.teams.end(), [&](const TeamKind& kind) { return kind.name == name; }));
        const std::size_t round = turn / crew.teams.size();
        if (alike > 1) return fmt::format("{} {}", name, turn + 1);
        return round == 0 ? std::string{name} : fmt::format("{} {}", name, round + 1);
    }
    PostNumber team(UnitNumber here, PostNumber chief, std::uint32_t size, const TeamKind& kind) {
        const PostNumber leader = post(here, chief, kind.leader_role, kind.leader_title, true);
        workers(here, leader, size - 1, kind.roles);
        return leader;
    }

    // The managing director, the deputy, and the staff of the management, who have nobody below them.
    void management() {
        const std::uint32_t n = counts_[0];
        const UnitNumber here = top_[0];
        director_ = post(here, nobody, "executive", Title::managing_director, true);
        deputy_ = n >= 2 ? post(here, director_, "executive", Title::deputy_managing_director, true) : director_;
        if (n <= 2) return;
        static constexpr std::array titles{Title::strategy_director, Title::general_counsel,
                                           Title::communications_director, Title::sustainability_director,
                                           Title::business_development_director};
        const std::uint32_t staff = n - 2;
        if (staff <= 6) {
            // One of them helps the deputy, who has few departments.
            for (std::uint32_t i = 0; i < staff; ++i)
                post(here, i == 3 ? deputy_ : director_, "executive",
                     i < titles.size() ? titles.at(i) : Title::chief_of_staff, false);
            return;
        }
        const UnitNumber bureau = child(here, "Koncernstab");
        const PostNumber chief = post(bureau, director_, "executive", Title::chief_of_staff, true);
        static const Crew crew{{{"executive", 1}}, {{"Stab", "executive", Title::group_manager, {{"executive", 1}}}}};
        divide(bureau, chief, staff - 1, crew);
    }

    void department(Department which) {
        const auto d = static_cast<std::size_t>(which);
        const bool operations = which == Department::production || which == Department::warehouse ||
                                which == Department::maintenance || which == Department::quality ||
                                which == Department::purchasing;
        // A department of one person has no manager: somebody who does the work.
        const PostNumber chief = operations ? deputy_ : director_;
        if (counts_[d] == 1) return workers(top_[d], chief, 1, everybody(crew_of(which)));
        const PostNumber head = post(top_[d], chief, "department_manager", shape_of(which).head, true);
        heads_[d] = head;
        if (which == Department::production)
            production(top_[d], head, counts_[d] - 1);
        else
            divide(top_[d], head, counts_[d] - 1, crew_of(which));
    }

    void production(UnitNumber here, PostNumber chief, std::uint32_t m) {
        if (m < 60) return divide(here, chief, m, crew_of(Department::production));
        if (m <= 330) return factory(here, chief, m);
        const std::uint32_t parts = std::clamp((m + 189) / 190, 2U, usual_team);
        const std::uint32_t planners = parts < 6 ? 6 - parts : 0;
        planning(here, chief, planners);
        int number = 0;
        for (const std::uint32_t size : even_parts(m - planners, parts)) {
            const bool one_factory = size <= 331;
            const UnitNumber area = child(here, numbered(one_factory ? "Fabrik" : "Produktionsområde", here, ++number));
            const PostNumber manager = post(area, chief, "department_manager",
                                            one_factory ? Title::factory_manager : Title::area_manager, true);
            production(area, manager, size - 1);
        }
    }
    void planning(UnitNumber here, PostNumber chief, std::uint32_t n) {
        for (std::uint32_t i = 0; i < n; ++i) post(here, chief, "production_lead", Title::production_planner, false);
    }
    // Lines of two shifts, and workshops for welding and machining. 189 people make four lines of 41 and two shops.
    void factory(UnitNumber here, PostNumber chief, std::uint32_t m) {
        const std::uint32_t in_shops = m * 25 / 189;
        const std::uint32_t shops = (in_shops + 14) / 15;
        std::uint32_t in_lines = m - in_shops;
        const std::uint32_t lines = (in_lines + 41) / 42;
        const std::uint32_t planners = lines + shops < 6 ? 6 - lines - shops : 0;
        in_lines -= planners;
        planning(here, chief, planners);
        std::int8_t letter = 0;
        for (const std::uint32_t size : even_parts(in_lines, lines)) {
            line_ = static_cast<std::int8_t>(letter % 4);
            line(child(here, fmt::format("Linje {}", static_cast<char>('A' + letter))), chief, size);
            ++letter;
        }
        line_ = -1;
        static const std::array<TeamKind, 2> kinds{
            {{"Svetsverkstad", "production_lead", Title::workshop_leader, {{"welder", 1}}},
             {"Cnc-verkstad", "production_lead", Title::workshop_leader, {{"cnc_operator", 1}}}}};
        std::uint32_t number = 0;
        for (const std::uint32_t size : even_parts(in_shops, shops)) {
            const TeamKind& kind = kinds.at(number % 2);
            const std::uint32_t round = number / 2;
            team(child(here, round == 0 ? std::string{kind.name} : fmt::format("{} {}", kind.name, round + 1)), chief,
                 size, kind);
            ++number;
        }
    }
    void line(UnitNumber here, PostNumber chief, std::uint32_t size) {
        const PostNumber manager = post(here, chief, "department_manager", Title::line_manager, true);
        const Crew& crew = crew_of(Department::production);
        const std::uint32_t below = size - 1;
        const std::uint32_t by_day = std::clamp(below > 28 ? below - 28 : 0U, 4U, usual_team);
        workers(here, manager, by_day, crew.beside_head);
        int shift = 0;
        for (const std::uint32_t n : even_parts(below - by_day, 2)) {
            const std::string name = fmt::format("{} skift {}", company_.units[here].name, ++shift);
            team(child(here, name), manager, n, crew.teams.front());
        }
    }

    // In groups, each looked after by somebody in HR.
    void trainees() {
        const std::uint32_t n = counts_[department_count - 1];
        const UnitNumber top = top_[department_count - 1];
        const std::uint32_t groups = (n + usual_team - 1) / usual_team;
        std::vector<PostNumber> mentors;
        for (PostNumber p = 0; p < company_.posts.size(); ++p)
            if (company_.posts[p].department == Department::people && !company_.posts[p].leads) mentors.push_back(p);
        // The first HR partner is the persona of learning; the next one looks after the first group.
        int number = 0;
        for (const std::uint32_t size : even_parts(n, groups)) {
            const UnitNumber here = groups == 1 ? top : child(top, fmt::format("Traineegrupp {}", number + 1));
            const PostNumber mentor =
                mentors.empty() ? director_ : mentors[(static_cast<std::size_t>(number) + 1) % mentors.size()];
            if (!mentors.empty()) company_.posts[mentor].leads = true;
            workers(here, mentor, size, crew_of(Department::trainees).beside_head);
            ++number;
        }
    }

    Company& company_;
    std::array<std::uint32_t, department_count> counts_;
    std::array<UnitNumber, department_count> top_{};
    std::array<PostNumber, department_count> heads_{};
    std::vector<int> children_;
    PostNumber director_ = 0;
    PostNumber deputy_ = 0;
    std::int8_t line_ = -1;
};

} // namespace

std::array<std::uint32_t, department_count> headcounts(std::uint32_t people) {
    std::array<std::uint32_t, department_count> counts{};
    std::array<std::uint32_t, department_count> order{};
    std::iota(order.begin(), order.end(), 0U);
    std::uint64_t given = 0;
    for (std::size_t d = 0; d < department_count; ++d) {
        counts[d] = static_cast<std::uint32_t>(std::uint64_t{people} * static_cast<unsigned>(people_of_500[d]) / 500);
        given += counts[d];
    }
    const auto remainder = [&](std::uint32_t d) {
        return std::uint64_t{people} * static_cast<unsigned>(people_of_500[d]) % 500;
    };
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return remainder(a) > remainder(b); });
    for (std::size_t i = 0; given < people; ++i, ++given) ++counts[order[i % department_count]];
    // There is always a managing director.
    if (counts[0] == 0) {
        ++counts[0];
        --counts[1];
    }
    return counts;
}

void build_organisation(Company& company, std::uint32_t people) {
    Builder{company, people}.build();
}

void plan_reorganisation(Company& company) {
    const auto& units = company.units;
    // The leader of each team, by unit.
    std::vector<PostNumber> leader(units.size(), nobody);
    for (PostNumber p = 0; p < company.posts.size(); ++p)
        if (company.posts[p].leads && leader[company.posts[p].unit] == nobody) leader[company.posts[p].unit] = p;
    for (PostNumber p = 0; p < company.posts.size(); ++p) {
        Post& post = company.posts[p];
        if (post.department != Department::development || post.leads || p % 3 != 0 || post.unit == 0) continue;
        if (units[post.unit].parent == 0 || leader[post.unit] != post.manager) continue; // beside the head
        // The team before its own, below the same chief.
        const UnitNumber before = post.unit - 1;
        if (units[before].parent != units[post.unit].parent || leader[before] == nobody) continue;
        if (company.posts[leader[before]].manager != company.posts[post.manager].manager) continue;
        post.unit_before = before;
        post.manager_before = leader[before];
    }
}

} // namespace kunna::demo
