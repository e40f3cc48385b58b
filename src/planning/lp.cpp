// The planning problem as a mixed integer programme in CPLEX LP format.
#include "planning/lp.hpp"

#include <fmt/format.h>
#include <iterator>
#include <map>

namespace kunna::planning {

namespace {

class Programme {
public:
    Programme(const Problem& problem, const std::function<void(std::string_view)>& sink) :
        problem_(problem), sink_(sink) {}

    void write() {
        objective();
        put("Subject To\n");
        for (std::size_t p = 0; p < problem_.people(); ++p) of_person(p);
        of_needs();
        of_money();
        of_units();
        of_seats();
        bounds();
        put("End\n");
        flush();
    }

private:
    template <class... Args>
    void put(fmt::format_string<Args...> format, Args&&... args) {
        fmt::format_to(std::back_inserter(text_), format, std::forward<Args>(args)...);
        // Solvers read lines of a bounded length.
        if (text_.size() - line_ > 200) {
            text_ += '\n';
            line_ = text_.size();
        }
        if (text_.size() > 60'000) flush();
    }
    void flush() {
        sink_(text_);
        text_.clear();
        line_ = 0;
    }

    // each(target, chance, candidates): those that reach the target with this chance.
    template <class Each>
    void each_reach(std::size_t p, const Each& each) const {
        const auto candidates = problem_.candidates(p);
        std::map<std::pair<std::size_t, int>, std::vector<std::size_t>> reach;
        for (std::size_t j = 0; j < candidates.size(); ++j)
            for (const Cover& cover : problem_.covers(candidates[j]))
                for (std::size_t t = cover.first; t < std::size_t{cover.first} + cover.count; ++t)
                    reach[{t, cover.chance}].push_back(j);
        for (const auto& [key, by] : reach) each(key.first, key.second, by);
    }
    [[nodiscard]] bool cut(std::uint32_t need) const { return problem_.needs[need].most != unlimited; }

    void objective() {
        put("Maximize\n value:");
        for (std::size_t n = 0; n < problem_.needs.size(); ++n)
            if (cut(static_cast<std::uint32_t>(n))) put(" + {} e{}", problem_.needs[n].weight, n);
        for (std::size_t p = 0; p < problem_.people(); ++p) {
            const auto targets = problem_.targets(p);
            each_reach(p, [&](std::size_t t, int chance, const auto&) {
                const std::uint32_t need = targets[t].need;
                if (!cut(need))
                    put(" + {} z{}_{}_{}", problem_.needs[need].weight * targets[t].missing * chance, p, t, chance);
            });
            const auto candidates = problem_.candidates(p);
            for (std::size_t j = 0; j < candidates.size(); ++j)
                if (candidates[j].bonus != 0) put(" {:+} x{}_{}", candidates[j].bonus, p, j);
        }
        put("\n");
    }

    void of_person(std::size_t p) {
        const Person& person = problem_.person(p);
        const auto candidates = problem_.candidates(p);
        if (candidates.empty()) return;
        const auto option = [&](std::size_t j) -> const Option& { return problem_.options[candidates[j].option]; };
        std::map<std::size_t, std::vector<int>> chances;
        each_reach(p, [&](std::size_t t, int chance, const std::vector<std::size_t>& by) {
            chances[t].push_back(chance);
            put(" z{}_{}_{}", p, t, chance);
            for (const std::size_t j : by) put(" - x{}_{}", p, j);
            put(" <= 0\n");
        });
        for (const auto& [t, of] : chances) {
            if (of.size() < 2) continue;
            for (const int chance : of) put(" + z{}_{}_{}", p, t, chance);
            put(" <= 1\n");
        }
        std::map<std::uint32_t, std::vector<std::size_t>> activities;
        std::map<std::uint8_t, std::vector<std::size_t>> periods;
        for (std::size_t j = 0; j < candidates.size(); ++j) {
            activities[option(j).activity].push_back(j);
            periods[option(j).period].push_back(j);
            put(" + x{}_{}", p, j);
        }
        put(" <= {}\n", problem_.choices);
        for (std::size_t j = 0; j < candidates.size(); ++j) put(" + {} x{}_{}", option(j).minutes, p, j);
        put(" <= {}\n", person.minutes);
        for (const auto& [activity, of] : activities) {
            if (of.size() < 2) continue;
            for (const std::size_t j : of) put(" + x{}_{}", p, j);
            put(" <= 1\n");
        }
        if (person.minutes_a_period < person.minutes)
            for (const auto& [period, of] : periods) {
                for (const std::size_t j : of) put(" + {} x{}_{}", option(j).minutes, p, j);
                put(" <= {}\n", person.minutes_a_period);
            }
        for (const Clause& clause : problem_.clauses(p)) {
            for (const std::uint16_t member : problem_.members(clause)) put(" + x{}_{}", p, member);
            if (clause.of == Clause::always)
                put(" >= 1\n");
            else
                put(" - x{}_{} >= 0\n", p, clause.of);
        }
    }

    void of_needs() {
        std::map<std::uint32_t, std::string> rows;
        for (std::size_t p = 0; p < problem_.people(); ++p) {
            const auto targets = problem_.targets(p);
            each_reach(p, [&](std::size_t t, int chance, const auto&) {
                if (cut(targets[t].need))
                    rows[targets[t].need] +=
                        fmt::format(" - {} z{}_{}_{}\n", targets[t].missing * chance, p, t, chance);
            });
        }
        for (const auto& [need, row] : rows) put(" e{} {} <= 0\n", need, row);
    }

    // + coefficient × x over the people given, of candidates that `of` gives more than 0.
    template <class Of>
    bool row(const std::vector<std::uint32_t>& people, const Of& of) {
        bool any = false;
        for (const std::uint32_t p : people) {
            const auto candidates = problem_.candidates(p);
            for (std::size_t j = 0; j < candidates.size(); ++j)
                if (const std::int64_t coefficient = of(problem_.options[candidates[j].option]); coefficient > 0) {
                    put(" + {} x{}_{}", coefficient, p, j);
                    any = true;
                }
        }
        return any;
    }

    void of_money() {
        if (problem_.budget == unlimited) return;
        std::vector<std::uint32_t> all(problem_.people());
        for (std::uint32_t p = 0; p < all.size(); ++p) all[p] = p;
        bool any = row(all, [](const Option& option) { return option.cost; });
        for (std::size_t o = 0; o < problem_.options.size(); ++o)
            if (problem_.options[o].session_cost > 0) {
                put(" + {} o{}", problem_.options[o].session_cost, o);
                any = true;
            }
        if (any) put(" <= {}\n", problem_.budget);
    }

    void of_units() {
        std::vector<std::vector<std::uint32_t>> under(problem_.units.size());
        for (std::uint32_t p = 0; p < problem_.people(); ++p)
            for (std::uint32_t u = problem_.person(p).unit; u != none; u = problem_.units[u].parent)
                under[u].push_back(p);
        for (std::size_t u = 0; u < problem_.units.size(); ++u) {
            const Unit& unit = problem_.units[u];
            if (unit.budget != unlimited && row(under[u], [](const Option& option) { return option.cost; }))
                put(" <= {}\n", unit.budget);
            for (std::size_t q = 0; q < unit.away.size(); ++q)
                if (row(under[u],
                        [&](const Option& option) -> std::int64_t { return option.period == q ? option.minutes : 0; }))
                    put(" <= {}\n", unit.away[q]);
        }
    }

    void of_seats() {
        std::vector<std::vector<std::pair<std::uint32_t, std::size_t>>> takers(problem_.options.size());
        for (std::uint32_t p = 0; p < problem_.people(); ++p) {
            const auto candidates = problem_.candidates(p);
            for (std::size_t j = 0; j < candidates.size(); ++j) takers[candidates[j].option].emplace_back(p, j);
        }
        for (std::size_t o = 0; o < takers.size(); ++o) {
            const Option& option = problem_.options[o];
            if (takers[o].empty()) continue;
            if (option.seats != unlimited) {
                for (const auto& [p, j] : takers[o]) put(" + x{}_{}", p, j);
                if (option.session_cost > 0)
                    put(" - {} o{} <= 0\n", option.seats, o);
                else
                    put(" <= {}\n", option.seats);
            }
            if (option.session_cost > 0)
                for (const auto& [p, j] : takers[o]) put(" x{}_{} - o{} <= 0\n", p, j, o);
        }
    }

    void bounds() {
        put("Bounds\n");
        for (std::size_t n = 0; n < problem_.needs.size(); ++n)
            if (cut(static_cast<std::uint32_t>(n))) put(" 0 <= e{} <= {}\n", n, problem_.needs[n].most);
        for (std::size_t p = 0; p < problem_.people(); ++p)
            each_reach(p, [&](std::size_t t, int chance, const auto&) { put(" 0 <= z{}_{}_{} <= 1\n", p, t, chance); });
        put("Binaries\n");
        for (std::size_t p = 0; p < problem_.people(); ++p)
            for (std::size_t j = 0; j < problem_.candidates(p).size(); ++j) put(" x{}_{}", p, j);
        for (std::size_t o = 0; o < problem_.options.size(); ++o)
            if (problem_.options[o].session_cost > 0) put(" o{}", o);
        put("\n");
    }

    const Problem& problem_;
    const std::function<void(std::string_view)>& sink_;
    std::string text_;
    std::size_t line_ = 0;
};

} // namespace

void write_lp(const Problem& problem, const std::function<void(std::string_view)>& sink) {
    Programme{problem, sink}.write();
}

} // namespace kunna::planning
