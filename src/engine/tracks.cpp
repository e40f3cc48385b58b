// Tracks and the Outlooks made of them.
#include "engine/forecast.hpp"
#include "engine/forecast_cell.hpp"

#include <algorithm>
#include <cmath>

namespace kunna::engine {

double DemandPath::keeps(int months) const {
    double least = 1;
    for (int month = 0; month <= months && there(month); ++month)
        least = std::clamp(demand[static_cast<std::size_t>(month)], 0.0, least);
    return least;
}

std::optional<int> Outlook::first_shortage(double people) const {
    const auto at = std::find_if(shortage.begin(), shortage.end(), [&](double s) { return s >= people; });
    if (at == shortage.end()) return std::nullopt;
    return static_cast<int>(at - shortage.begin());
}

Tracks Tracks::unset(std::size_t rows, int months, std::span<const double> node_weights, double demand_spread) {
    Tracks made;
    made.rows_ = rows;
    made.length_ = (static_cast<std::size_t>(months) + month_lanes) / month_lanes * month_lanes;
    made.series_ = Tracks::able + node_weights.size();
    made.months_ = static_cast<std::size_t>(months);
    made.node_weights_.assign(node_weights.begin(), node_weights.end());
    made.demand_spread_ = demand_spread;
    made.values_.resize(made.rows_ * made.series_ * made.length_);
    return made;
}

Tracks::Tracks(std::size_t rows, int months, std::span<const double> node_weights, double demand_spread) :
    Tracks(unset(rows, months, node_weights, demand_spread)) {
    std::fill(values_.begin(), values_.end(), 0.0F);
}

void Tracks::add(std::size_t row, const Tracks& from, std::size_t from_row) {
    float* to = at(row, 0);
    const float* what = from.at(from_row, 0);
    for (std::size_t i = 0; i < series_ * length_; ++i) to[i] += what[i];
}

void Tracks::clear(std::size_t row) {
    std::fill_n(at(row, 0), series_ * length_, 0.0F);
}

std::vector<double> Tracks::months_of(std::size_t row, Series series) const {
    const float* from = at(row, series);
    return {from, from + months_ + 1};
}

Outlook Tracks::outlook(std::size_t row) const {
    Outlook made;
    made.unknown = months_of(row, unknown);
    made.demand = months_of(row, demand);
    made.shortage = months_of(row, shortage);
    const float* given = at(row, spread);
    for (std::size_t t = 0; t <= months_; ++t) {
        double mean = 0;
        double square = 0;
        for (std::size_t n = 0; n < node_weights_.size(); ++n) {
            const double of_node = at(row, able + n)[t];
            mean += node_weights_[n] * of_node;
            square += node_weights_[n] * of_node * of_node;
        }
        made.able.push_back(mean);
        made.able_sd.push_back(std::sqrt(std::max(0.0, given[t] + square - mean * mean)));
        made.demand_sd.push_back(made.demand[t] * demand_spread_ * static_cast<double>(t) / 12);
        made.surplus.push_back(std::max(0.0, mean + made.unknown[t] - made.demand[t] + made.shortage[t]));
    }
    return made;
}

} // namespace kunna::engine
