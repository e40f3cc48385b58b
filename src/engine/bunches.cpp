// Bunches.
#include "engine/bunches.hpp"

#include "base/fork_join.hpp"

#include <algorithm>
#include <cmath>

namespace kunna::engine {

Bunches::Bunches(const Snapshot& snapshot, const Stock& stock, const Assumptions& assumed, const Selection& of,
                 int threads) :
    snapshot_(snapshot),
    stock_(stock), assumed_(assumed), nodes_(nodes_of(assumed.attrition_spread)), chains_(assumed_, nodes_) {
    for (const Node& node : nodes_) node_weights_.push_back(node.weight);
    make_shapes();
    select(of);
    make_bunches();
    find_standings();
    number_chains(of);
    make_chains(threads);
}

void Bunches::make_shapes() {
    const std::size_t length = chains_.length();
    const auto end = static_cast<std::size_t>(assumed_.months) + 1;
    for (const DemandPath& path : assumed_.shapes) {
        Shape shape;
        shape.demand.assign(length, 0);
        shape.sd.assign(length, 0);
        shape.there.assign(length, 0);
        shape.growth.assign(end, 0);
        shape.least.assign(length / month_lanes, std::numeric_limits<float>::max());
        shape.least_sd.assign(length / month_lanes, std::numeric_limits<float>::max());
        shape.most_sd.assign(length / month_lanes, 0);
        shape.keeps = path.keeps(assumed_.months);
        for (std::size_t t = 0; t < end && path.there(static_cast<int>(t)); ++t) {
            shape.demand[t] = static_cast<float>(path.demand[t]);
            shape.sd[t] = static_cast<float>(path.demand[t] * assumed_.demand_spread * static_cast<double>(t) / 12);
            shape.there[t] = 1;
            if (t > 0) shape.growth[t] = path.growth(static_cast<int>(t));
            shape.grows = shape.grows || shape.growth[t] > 0;
            const std::size_t chunk = t / month_lanes;
            shape.least[chunk] = std::min(shape.least[chunk], shape.demand[t]);
            shape.least_sd[chunk] = std::min(shape.least_sd[chunk], shape.sd[t]);
            shape.most_sd[chunk] = std::max(shape.most_sd[chunk], shape.sd[t]);
        }
        shapes_.push_back(std::move(shape));
    }
}

void Bunches::select(const Selection& of) {
    const Units& units = snapshot_.units();
    const auto take = [&](const Posts& posts) {
        if (of.takes(units, posts.unit) && (!of.role || *of.role == posts.role)) posts_.push_back(posts);
    };
    const auto& groups = stock_.groups();
    posts_.reserve(groups.size() + assumed_.added.size());
    for (std::size_t g = 0; g < groups.size(); ++g)
        take({groups[g].role, groups[g].unit, assumed_.shape_of[g], groups[g].people, 0, groups[g].first_cell});
    for (const AddedGroup& added : assumed_.added) take({added.role, added.unit, added.shape});
    const auto before = [](const Posts& a, const Posts& b) {
        return std::tie(a.role, a.shape, a.unit) < std::tie(b.role, b.shape, b.unit);
    };
    if (!std::is_sorted(posts_.begin(), posts_.end(), before)) std::stable_sort(posts_.begin(), posts_.end(), before);
}

void Bunches::make_bunches() {
    for (std::size_t p = 0; p < posts_.size(); ++p) {
        Posts& posts = posts_[p];
        // Those that are added come to a bunch of their own: nobody leaves a role that was not there.
        const bool same = !bunches_.empty() && bunches_.back().role == posts.role &&
                          bunches_.back().shape == posts.shape &&
                          posts_[bunches_.back().posts.begin].added() == posts.added();
        if (!same) {
            Flow flow{assumed_.roles[posts.role]};
            if (!posts.added()) flow.of.refill *= shapes_[posts.shape].keeps;
            const auto [at, is_new] = flow_number_.emplace(flow, static_cast<std::uint32_t>(flows_.size()));
            if (is_new) flows_.push_back({flow});
            bunches_.push_back({posts.role, posts.shape, at->second, snapshot_.role(posts.role).slots(), {p, p}});
        }
        bunches_.back().posts.end = p + 1;
        posts.bunch = static_cast<std::uint32_t>(bunches_.size() - 1);
    }
}

void Bunches::find_standings() {
    for (std::size_t at = 0; at < standing_.size(); ++at)
        standing_[at] = static_cast<Standing>(assumed_.cohort_of[at / tenure_count] * tenure_count + at % tenure_count);
    const std::size_t all = (assumed_.retiring.size() + 1) * tenure_count;
    std::vector<bool> met(flows_.size() * all, false);
    for (std::size_t flow = 0; flow < flows_.size(); ++flow)
        std::fill_n(met.begin() + static_cast<std::ptrdiff_t>(flow * all), tenure_count, true);
    if (all > tenure_count)
        for (const Posts& posts : posts_) {
            const Bunch& bunch = bunches_[posts.bunch];
            const std::size_t at = bunch.flow * all;
            for (const Stock::Entry& entry : entries(posts, bunch.slots)) {
                const std::size_t standing = standing_[entry.age_and_tenure()];
                met[at + standing] = true;
                met[at + (standing / tenure_count + 1) * tenure_count - 1] = true; // the longest of the cohort
            }
        }
    for (std::size_t flow = 0; flow < flows_.size(); ++flow) {
        Standings& of = flows_[flow].standings;
        of.row.assign(all, 0);
        for (std::size_t standing = 0; standing < all; ++standing) {
            if (!met[flow * all + standing]) continue;
            of.row[standing] = static_cast<std::uint16_t>(of.standing.size());
            of.standing.push_back(static_cast<Standing>(standing));
        }
    }
}

std::uint32_t Bunches::learning_of(const Role& role, std::uint32_t slot) const {
    if (slot == role.slots()) return posts_learning;
    const int required = (role.required()[slot] + Level::units_per_step - 1) / Level::units_per_step;
    const auto kind = static_cast<std::uint32_t>(snapshot_.skills()[role.skill()[slot]].kind);
    return kind * required_steps + static_cast<std::uint32_t>(required);
}

void Bunches::number_chains(const Selection& of) {
    chain_at_.assign(flows_.size() * (posts_learning + 1), -1);
    for (const Bunch& bunch : bunches_) {
        const Role& role = snapshot_.role(bunch.role);
        for (std::uint32_t slot = 0; slot <= role.slots(); ++slot) {
            if (!of.takes_slot(role, slot)) continue;
            const std::uint32_t learning = learning_of(role, slot);
            std::int32_t& at = chain_at_[bunch.flow * (posts_learning + 1) + learning];
            if (at < 0) {
                at = static_cast<std::int32_t>(chain_.size());
                chain_.push_back({.flow = bunch.flow, .learning = learning});
            }
            if (!shapes_[bunch.shape].grows) continue;
            auto& inflow = chain_[static_cast<std::size_t>(at)].inflow;
            if (std::none_of(inflow.begin(), inflow.end(), [&](const auto& has) { return has.shape == bunch.shape; }))
                inflow.push_back({bunch.shape});
        }
    }
}

void Bunches::make_chains(int threads) {
    reaches_.resize(posts_learning + 1);
    for (const Chain& chain : chain_) {
        if (!reaches_[chain.learning].fresh.empty()) continue;
        reaches_[chain.learning] =
            chains_.reach({.kind = static_cast<SkillKind>(chain.learning % posts_learning / required_steps),
                           .required = static_cast<int>(chain.learning % required_steps),
                           .posts = chain.learning == posts_learning});
    }
    fork_join(flows_.size(), 8, threads, [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t f = begin; f < end; ++f) flows_[f].stay = chains_.stay(flows_[f].flow, flows_[f].standings);
    });
    fork_join(chain_.size(), 4, threads, [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t c = begin; c < end; ++c) make_chain(chain_[c]);
    });
}

void Bunches::make_chain(Chain& chain) const {
    const FlowRows& flow = flows_[chain.flow];
    chain.refill = chains_.refill(flow.flow, flow.standings, flow.stay, reaches_[chain.learning]);
    const std::size_t length = chains_.length();
    for (Chain::Inflow& inflow : chain.inflow) {
        std::vector<double> arrivals = shapes_[inflow.shape].growth;
        for (double& of : arrivals) of *= flow.flow.of.refill;
        inflow.row = chains_.inflow(chain.refill, arrivals);
        inflow.most.assign(length / month_lanes, 0);
        for (std::size_t t = 0; t < length; ++t) {
            float mean = 0;
            for (std::size_t n = 0; n < nodes_.size(); ++n)
                mean += static_cast<float>(node_weights_[n]) * inflow.row[n][t];
            inflow.most[t / month_lanes] = std::max(inflow.most[t / month_lanes], mean);
        }
    }
    if (chain.learning != posts_learning) return;
    const std::size_t series = nodes_.size() + 1;
    chain.held.assign(flow.standings.standing.size() * series * length, 0);
    for (std::size_t row = 0; row < flow.standings.standing.size(); ++row) {
        float* to = chain.held.data() + row * series * length;
        float* spread = to + nodes_.size() * length;
        for (std::size_t n = 0; n < nodes_.size(); ++n)
            for (std::size_t t = 0; t < length; ++t) {
                const float held = flow.stay.row[n][row * length + t] + chain.refill.row[n][row * length + t];
                to[n * length + t] = held;
                spread[t] += static_cast<float>(node_weights_[n]) * held * (1 - held);
            }
    }
}

ShapeRows Bunches::shape(const Bunch& bunch) const {
    const Shape& of = shapes_[bunch.shape];
    return {of.demand.data(), of.sd.data(), of.there.data(), of.least, of.least_sd, of.most_sd};
}

InflowRows Bunches::inflow(const Bunch& bunch, std::uint32_t slot) const {
    InflowRows rows;
    for (const Chain::Inflow& inflow : chain(bunch, learning_of(snapshot_.role(bunch.role), slot)).inflow) {
        if (inflow.shape != bunch.shape) continue;
        for (std::size_t n = 0; n < nodes_.size(); ++n) rows.row[n] = inflow.row[n].data();
        rows.most = inflow.most;
    }
    return rows;
}

SlotTask Bunches::task(const Bunch& bunch, std::uint32_t slot) const {
    SlotTask task;
    task.chunks = chains_.length() / month_lanes;
    task.nodes = nodes_.size();
    // Orthonormal under the weights of nodes_of().
    const double root2 = std::sqrt(2.0);
    const double root3 = std::sqrt(3.0);
    const double of_three[directions][most_nodes]{{1, 1, 1}, {-root3, 0, root3}, {root2, -1 / root2, root2}};
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
        task.weight[n] = static_cast<float>(node_weights_[n]);
        for (std::size_t d = 0; d < directions; ++d)
            task.direction[d][n] =
                nodes_.size() == 1 ? (d == 0 ? 1.0F : 0.0F) : static_cast<float>(node_weights_[n] * of_three[d][n]);
    }
    task.shape = shape(bunch);
    task.inflow = inflow(bunch, slot);
    return task;
}

Alike Bunches::alike(const Bunch& bunch, std::uint32_t slot, std::size_t row, int level) const {
    const std::uint32_t learning = learning_of(snapshot_.role(bunch.role), slot);
    const Chain& of = chain(bunch, learning);
    const std::size_t length = chains_.length();
    Alike made;
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
        made.stay[n] = flows_[bunch.flow].stay.row[n].data() + row * length;
        made.refill[n] = of.refill.row[n].data() + row * length;
    }
    if (level != state_unknown) made.level = reaches_[learning].level.data() + static_cast<std::size_t>(level) * length;
    return made;
}

} // namespace kunna::engine
