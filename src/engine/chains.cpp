// Chains, backwards in time: from being able in month t to where the post stood before.
#include "engine/chains.hpp"

#include "engine/forecast_cell.hpp"

#include <algorithm>
#include <cmath>

namespace kunna::engine {

namespace {

// Of fewer a ratio says too little.
constexpr float few_left = 1e-3F;

// Of points and weights of Gauss–Hermite quadrature for a standard normal.
std::vector<Node> nodes_at(double attrition_spread, std::span<const std::pair<double, double>> points) {
    if (attrition_spread <= 0) return {{}};
    std::vector<Node> nodes;
    for (const auto& [at, weight] : points)
        nodes.push_back({std::exp(attrition_spread * at - attrition_spread * attrition_spread / 2), weight});
    return nodes;
}

} // namespace

// Three points: exact for polynomials of the shock up to the fifth degree.
std::vector<Node> nodes_of(double attrition_spread) {
    const double z = std::sqrt(3.0);
    return nodes_at(attrition_spread,
                    std::array<std::pair<double, double>, 3>{{{-z, 1.0 / 6}, {0, 2.0 / 3}, {z, 1.0 / 6}}});
}

// Seven: up to the thirteenth.
std::vector<Node> close_nodes_of(double attrition_spread) {
    constexpr std::array<std::pair<double, double>, 4> half{{{0, 16.0 / 35},
                                                             {1.154405394739968, 0.240123178605013},
                                                             {2.366759410734541, 0.030757123967586},
                                                             {3.750439717725742, 0.000548268855972}}};
    std::vector<std::pair<double, double>> points{half[0]};
    for (std::size_t i = 1; i < half.size(); ++i) {
        points.push_back(half[i]);
        points.emplace_back(-half[i].first, half[i].second);
    }
    return nodes_at(attrition_spread, points);
}

Chains::Chains(const Assumptions& assumed, const std::vector<Node>& nodes) :
    assumed_(assumed), nodes_(nodes), end_(static_cast<std::size_t>(assumed.months) + 1),
    length_((end_ + month_lanes - 1) / month_lanes * month_lanes),
    steady_(assumed.training_from <= 0 || assumed.training <= 0) {}

double Chains::leaves(const Flow& flow, const Node& node, int tenure, double others) const {
    const bool first_year = tenure < tenure_count - 1;
    const double hazard = std::min(1.0, flow.of.hazard * node.hazard_factor * (first_year ? flow.of.first_year : 1));
    return 1 - (1 - hazard) * (1 - others);
}

Stay Chains::stay(const Flow& flow, const Standings& of) const {
    Stay made;
    for (const Node& node : nodes_) {
        MonthRow rows(of.standing.size() * length_, 0);
        for (std::size_t row = 0; row < of.standing.size(); ++row) {
            const std::size_t cohort = of.standing[row] / tenure_count;
            const int start = of.standing[row] % tenure_count;
            double there = 1;
            for (std::size_t t = 0; t < end_; ++t) {
                rows[row * length_ + t] = static_cast<float>(there);
                const int tenure = std::min(start + static_cast<int>(t), tenure_count - 1);
                there *= 1 - leaves(flow, node, tenure, cohort == 0 ? flow.of.others : flow.of.moves);
                if (cohort > 0) there *= 1 - assumed_.retires(cohort, static_cast<int>(t) + 1);
            }
        }
        made.row.push_back(std::move(rows));
    }
    return made;
}

Reach Chains::reach(const Learning& learning) const {
    Reach made;
    constexpr int steps = Level::highest_step + 1;
    made.level.assign(steps * length_, 0);
    made.fresh.assign(steady_ ? end_ : end_ * end_, 0);
    if (learning.posts) {
        for (int step = 0; step < steps; ++step)
            std::fill_n(made.level.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(step) * length_),
                        end_, 1.0F);
        std::fill(made.fresh.begin(), made.fresh.end(), 1.0);
        return made;
    }
    const double decay = assumed_.decay[static_cast<std::size_t>(learning.kind)];
    const auto fresh = [&](const std::array<double, steps>& able) {
        const auto at = static_cast<std::size_t>(learning.required);
        return assumed_.ready * able[at] + (1 - assumed_.ready) * able[at == 0 ? 0 : at - 1];
    };
    const int able_from = learning.able_from.value_or(learning.required);
    // able[i]: the chance of being able in month t of somebody at step i in month u.
    for (std::size_t t = steady_ ? end_ - 1 : 0; t < end_; ++t) {
        std::array<double, steps> able{};
        for (int step = able_from; step < steps; ++step) able[static_cast<std::size_t>(step)] = 1;
        for (std::size_t u = t + 1; u-- > 0;) {
            made.fresh[index(u, t)] = fresh(able);
            if (steady_ || u == 0)
                for (std::size_t step = 0; step < steps; ++step)
                    made.level[step * length_ + t - u] = static_cast<float>(able[step]);
            if (u == 0) break;
            const double training = static_cast<int>(u) > assumed_.training_from ? assumed_.training : 0;
            std::array<double, steps> before{};
            for (int step = 0; step < steps; ++step) {
                const auto i = static_cast<std::size_t>(step);
                const double lost = step > 0 ? decay : 0;
                const double gained = step < learning.required ? (1 - lost) * training : 0;
                before[i] = (1 - lost - gained) * able[i];
                if (lost > 0) before[i] += lost * able[i - 1];
                if (gained > 0) before[i] += gained * able[i + 1];
            }
            able = before;
        }
    }
    return made;
}

Refill Chains::refill(const Flow& flow, const Standings& of, const Stay& stay, const Reach& reach) const {
    Refill made;
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
        MonthRow rows(of.standing.size() * length_, 0);
        std::vector<float> newcomer(reach.fresh.size(), 0);
        std::array<double, tenure_count> leave{};
        for (int k = 0; k < tenure_count; ++k)
            leave[static_cast<std::size_t>(k)] = leaves(flow, nodes_[n], k, flow.of.others);
        for (std::size_t t = steady_ ? end_ - 1 : 0; t < end_; ++t) {
            std::array<double, tenure_count> later{}; // able in month t through somebody who comes after month u
            double next = reach.fresh[index(t, t)];   // a newcomer of month u + 1
            newcomer[index(t, t)] = static_cast<float>(next);
            for (std::size_t u = t; u-- > 0;) {
                std::array<double, tenure_count> before{};
                for (std::size_t k = 0; k < tenure_count; ++k)
                    before[k] = leave[k] * flow.of.refill * next +
                                (1 - leave[k]) * later[std::min<std::size_t>(k + 1, tenure_count - 1)];
                later = before;
                next = static_cast<double>(stay.row[n][t - u]) * reach.fresh[index(u, t)] + later[0];
                newcomer[index(u, t)] = static_cast<float>(next);
                if (steady_ || u == 0)
                    for (std::size_t k = 0; k < tenure_count; ++k)
                        rows[k * length_ + t - u] = static_cast<float>(later[k]);
            }
        }
        // Whoever retires by age leaves in months of their own, to newcomers like all others. After the first year all
        // of a cohort leave alike, so what becomes of a shorter tenure's posts is that of the longest, as many as are
        // left by then, and what differs in the first months. The longest stands last of its cohort.
        const auto left_in = [&](std::size_t row, std::size_t v) {
            const float* there = stay.row[n].data() + row * length_;
            return flow.of.refill * static_cast<double>(there[v - 1] - there[v]);
        };
        std::size_t longest = 0;
        for (std::size_t row = of.standing.size(); row-- > tenure_count;) {
            const std::size_t tenure = of.standing[row] % tenure_count;
            if (tenure == tenure_count - 1) longest = row;
            const std::size_t alike_from = tenure_count - 1 - tenure;
            const float* there = stay.row[n].data() + row * length_;
            const float* there_longest = stay.row[n].data() + longest * length_;
            const bool alike = row != longest && alike_from < end_ && there_longest[alike_from] > few_left;
            const double share = alike ? static_cast<double>(there[alike_from] / there_longest[alike_from]) : 0;
            float* to = rows.data() + row * length_;
            for (std::size_t v = 1; v < (alike ? alike_from + 1 : end_); ++v)
                add_newcomers(to, newcomer, v, left_in(row, v) - (alike ? share * left_in(longest, v) : 0));
            if (!alike) continue;
            const float* of_longest = rows.data() + longest * length_;
            for (std::size_t t = 0; t < end_; ++t) to[t] += static_cast<float>(share) * of_longest[t];
        }
        made.row.push_back(std::move(rows));
        made.newcomer.push_back(std::move(newcomer));
    }
    return made;
}

void Chains::add_newcomers(float* row, const std::vector<float>& newcomer, std::size_t v, double arrivals) const {
    const auto factor = static_cast<float>(arrivals);
    const float* able = newcomer.data() + index(v, v);
    for (std::size_t t = v; t < end_; ++t) row[t] += factor * able[t - v];
}

std::vector<MonthRow> Chains::inflow(const Refill& refill, std::span<const double> arrivals) const {
    std::vector<MonthRow> made;
    for (const std::vector<float>& newcomer : refill.newcomer) {
        MonthRow row(length_, 0);
        for (std::size_t v = 1; v < end_; ++v)
            if (arrivals[v] > 0) add_newcomers(row.data(), newcomer, v, arrivals[v]);
        made.push_back(std::move(row));
    }
    return made;
}

} // namespace kunna::engine
