// Forecast: chains once, then every cell, role by role, then units.
#include "engine/forecast.hpp"

#include "engine/chains.hpp"
#include "engine/forecast_cell.hpp"
#include "engine/fork_join.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace kunna::engine {

namespace {

// A group of the Stock, or one that is added.
struct Posts {
    RoleIndex role = 0;
    UnitIndex unit = 0;
    std::uint32_t shape = 0;
    std::uint32_t people = 0;
    const Stock::Group* group = nullptr; // null: added
};

struct ShapeRow {
    MonthRow demand;
    MonthRow sd;
    MonthRow there;
    std::vector<float> least; // by chunk
    std::vector<float> least_sd;
    std::vector<float> most_sd;
    std::vector<double> growth; // of the demand, by month; none once it ends
    double keeps = 1;           // who leaves a shrinking role is replaced as far as the role stays
    bool grows = false;
};

struct Inflow {
    std::vector<MonthRow> row;
    MonthRow mean;
    std::vector<float> most; // by chunk, of the mean
};

// A flow with a kind of learning, and the inflows of the shapes that it is met with.
struct Chain {
    Refill refill;
    MonthRow mean_refill;
    std::map<std::uint32_t, Inflow> inflow; // by shape
};

using ChainKey = std::pair<std::uint32_t, std::uint32_t>; // flow, learning

class Forecaster {
public:
    Forecaster(const Snapshot& snapshot, const Stock& stock, const Assumptions& assumed, const Selection& of,
               int threads);

    Forecast all();
    void each(const std::function<void(const CellOutlook&)>& take);

private:
    void select();
    void make_shapes();
    void number_chains();
    void make_chains();
    [[nodiscard]] Flow flow_of(const Posts& posts) const;
    [[nodiscard]] Learning learning_of(const Role& role, std::uint32_t slot) const;
    [[nodiscard]] bool takes_slot(const Role& role, std::uint32_t slot) const {
        return !of_.skill || slot == role.slots() || role.skill()[slot] == *of_.skill;
    }
    [[nodiscard]] Tracks tracks(std::size_t rows) const {
        return {rows, assumed_.months, node_weights_, assumed_.demand_spread};
    }
    [[nodiscard]] MonthRow mean_of(const std::vector<MonthRow>& by_node) const;
    // What the posts lack and require of the slot is added to their own row as well, if there is one.
    void add_cell(const Posts& posts, std::uint32_t slot, Tracks& to, std::size_t row, Tracks* own = nullptr) const;

    const Snapshot& snapshot_;
    const Stock& stock_;
    const Assumptions& assumed_;
    const Selection& of_;
    int threads_;
    CellFunction function_ = cell_function();
    std::vector<Node> nodes_;
    std::vector<double> node_weights_;
    Chains chains_;
    std::vector<Posts> posts_; // by role, then unit
    std::vector<ShapeRow> shapes_;
    std::vector<std::uint32_t> flow_of_posts_; // by Posts
    std::map<Flow, std::uint32_t> flow_number_;
    std::map<Learning, std::uint32_t> learning_number_;
    std::vector<std::vector<std::uint32_t>> learning_of_slot_; // by role, slot; empty when the role is not asked for
    std::vector<Stay> stays_;
    std::vector<MonthRow> mean_stays_;
    std::vector<Reach> reaches_;
    std::map<ChainKey, Chain> chain_;
    std::vector<std::vector<const Chain*>> chain_at_; // by flow, learning
};

Forecaster::Forecaster(const Snapshot& snapshot, const Stock& stock, const Assumptions& assumed, const Selection& of,
                       int threads) :
    snapshot_(snapshot),
    stock_(stock), assumed_(assumed), of_(of), threads_(threads), nodes_(nodes_of(assumed.attrition_spread)),
    chains_(assumed_, nodes_) {
    for (const Node& node : nodes_) node_weights_.push_back(node.weight);
    make_shapes();
    select();
    number_chains();
    make_chains();
}

void Forecaster::make_shapes() {
    const std::size_t length = chains_.length();
    const auto end = static_cast<std::size_t>(assumed_.months) + 1;
    for (const DemandPath& shape : assumed_.shapes) {
        ShapeRow row;
        row.demand.assign(length, 0);
        row.sd.assign(length, 0);
        row.there.assign(length, 0);
        row.growth.assign(end, 0);
        row.least.assign(length / month_lanes, std::numeric_limits<float>::max());
        row.least_sd.assign(length / month_lanes, std::numeric_limits<float>::max());
        row.most_sd.assign(length / month_lanes, 0);
        for (std::size_t t = 0; t < end && static_cast<int>(t) < shape.ends; ++t) {
            row.demand[t] = static_cast<float>(shape.demand[t]);
            row.sd[t] = static_cast<float>(shape.demand[t] * assumed_.demand_spread * static_cast<double>(t) / 12);
            row.there[t] = 1;
            if (t > 0) row.growth[t] = std::max(0.0, shape.demand[t] - shape.filled_before(static_cast<int>(t)));
            row.grows = row.grows || row.growth[t] > 0;
            row.keeps = std::clamp(shape.demand[t], 0.0, row.keeps);
            float& least = row.least[t / month_lanes];
            float& most = row.most_sd[t / month_lanes];
            least = std::min(least, row.demand[t]);
            most = std::max(most, row.sd[t]);
            row.least_sd[t / month_lanes] = std::min(row.least_sd[t / month_lanes], row.sd[t]);
        }
        shapes_.push_back(std::move(row));
    }
}

void Forecaster::select() {
    const Units& units = snapshot_.units();
    const auto take = [&](const Posts& posts) {
        if (of_.takes(units, posts.unit) && (!of_.role || *of_.role == posts.role)) posts_.push_back(posts);
    };
    const auto& groups = stock_.groups();
    for (std::size_t g = 0; g < groups.size(); ++g)
        take({groups[g].role, groups[g].unit, assumed_.shape_of[g], groups[g].people, &groups[g]});
    for (const AddedGroup& added : assumed_.added) take({added.role, added.unit, added.shape});
    std::stable_sort(posts_.begin(), posts_.end(), [](const Posts& a, const Posts& b) {
        return std::tie(a.role, a.unit) < std::tie(b.role, b.unit);
    });
}

Flow Forecaster::flow_of(const Posts& posts) const {
    Flow flow{assumed_.roles[posts.role]};
    if (posts.group != nullptr) flow.of.refill *= shapes_[posts.shape].keeps;
    return flow;
}

Learning Forecaster::learning_of(const Role& role, std::uint32_t slot) const {
    if (slot == role.slots()) return {.posts = true};
    const int required = (role.required()[slot] + Level::units_per_step - 1) / Level::units_per_step;
    return {snapshot_.skills()[role.skill()[slot]].kind, required, false};
}

void Forecaster::number_chains() {
    learning_of_slot_.resize(snapshot_.role_count());
    for (const Posts& posts : posts_) {
        const auto flow = flow_number_.emplace(flow_of(posts), static_cast<std::uint32_t>(flow_number_.size())).first;
        flow_of_posts_.push_back(flow->second);
        const Role& role = snapshot_.role(posts.role);
        auto& of_slot = learning_of_slot_[posts.role];
        if (of_slot.empty())
            for (std::uint32_t slot = 0; slot <= role.slots(); ++slot)
                of_slot.push_back(
                    learning_number_
                        .emplace(learning_of(role, slot), static_cast<std::uint32_t>(learning_number_.size()))
                        .first->second);
        for (std::uint32_t slot = 0; slot <= role.slots(); ++slot) {
            if (!takes_slot(role, slot)) continue;
            Chain& chain = chain_[{flow->second, of_slot[slot]}];
            if (shapes_[posts.shape].grows) chain.inflow.try_emplace(posts.shape);
        }
    }
}

void Forecaster::make_chains() {
    stays_.resize(flow_number_.size());
    reaches_.resize(learning_number_.size());
    for (const auto& [flow, number] : flow_number_) stays_[number] = chains_.stay(flow);
    for (const Stay& stay : stays_) mean_stays_.push_back(mean_of(stay.row));
    for (const auto& [learning, number] : learning_number_) reaches_[number] = chains_.reach(learning);
    std::vector<const Flow*> flow_at(flow_number_.size());
    for (const auto& [flow, number] : flow_number_) flow_at[number] = &flow;
    std::vector<std::pair<const ChainKey, Chain>*> all;
    chain_at_.assign(flow_number_.size(), std::vector<const Chain*>(learning_number_.size()));
    for (auto& each : chain_) {
        all.push_back(&each);
        chain_at_[each.first.first][each.first.second] = &each.second;
    }
    fork_join(all.size(), 4, threads_, [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t i = begin; i < end; ++i) {
            const auto [flow, learning] = all[i]->first;
            Chain& chain = all[i]->second;
            chain.refill = chains_.refill(*flow_at[flow], stays_[flow], reaches_[learning]);
            chain.mean_refill = mean_of(chain.refill.row);
            for (auto& [shape, inflow] : chain.inflow) {
                std::vector<double> arrivals = shapes_[shape].growth;
                for (double& of : arrivals) of *= flow_at[flow]->of.refill;
                inflow.row = chains_.inflow(chain.refill, arrivals);
                inflow.mean = mean_of(inflow.row);
                inflow.most.assign(chains_.length() / month_lanes, 0);
                for (std::size_t t = 0; t < inflow.mean.size(); ++t)
                    inflow.most[t / month_lanes] = std::max(inflow.most[t / month_lanes], inflow.mean[t]);
            }
        }
    });
}

MonthRow Forecaster::mean_of(const std::vector<MonthRow>& by_node) const {
    MonthRow mean(by_node.front().size(), 0);
    for (std::size_t n = 0; n < by_node.size(); ++n)
        for (std::size_t t = 0; t < mean.size(); ++t) mean[t] += static_cast<float>(node_weights_[n]) * by_node[n][t];
    return mean;
}

void Forecaster::add_cell(const Posts& posts, std::uint32_t slot, Tracks& to, std::size_t row, Tracks* own) const {
    const std::size_t at = static_cast<std::size_t>(&posts - posts_.data());
    const std::uint32_t flow = flow_of_posts_[at];
    const std::uint32_t learning = learning_of_slot_[posts.role][slot];
    const Chain& chain = *chain_at_[flow][learning];
    const ShapeRow& shape = shapes_[posts.shape];
    CellTask task;
    CellOut out;
    task.chunks = chains_.length() / month_lanes;
    task.nodes = nodes_.size();
    task.weight = node_weights_.data();
    const auto inflow = chain.inflow.find(posts.shape);
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
        task.stay[n] = stays_[flow].row[n].data();
        task.refill[n] = chain.refill.row[n].data();
        if (inflow != chain.inflow.end()) task.inflow[n] = inflow->second.row[n].data();
        out.able[n] = to.at(row, Tracks::able + n);
    }
    task.mean_stay = mean_stays_[flow].data();
    task.mean_refill = chain.mean_refill.data();
    if (inflow != chain.inflow.end()) {
        task.mean_inflow = inflow->second.mean.data();
        task.most_inflow = inflow->second.most;
    }
    task.level = reaches_[learning].level.data();
    task.shape = shape.demand.data();
    task.shape_sd = shape.sd.data();
    task.there = shape.there.data();
    task.least_shape = shape.least;
    task.least_sd = shape.least_sd;
    task.most_sd = shape.most_sd;
    task.posts = static_cast<float>(posts.people);
    task.base = posts.group == nullptr ? 1.0F : task.posts;
    if (posts.group != nullptr) task.entries = stock_.entries(posts.group->first_cell + slot);
    out.spread = to.at(row, Tracks::spread);
    out.unknown = to.at(row, Tracks::unknown);
    out.shortage = to.at(row, Tracks::shortage);
    out.demand = to.at(row, Tracks::demand);
    if (own != nullptr) {
        out.lacking = own->at(at, Tracks::lacking);
        out.required = own->at(at, Tracks::required);
    }
    function_(task, out);
}

// The runs of posts with one role, or one unit.
template <class Same>
std::vector<Snapshot::Range> runs(std::size_t count, const Same& same) {
    std::vector<Snapshot::Range> all;
    for (std::size_t i = 0; i < count;) {
        std::size_t end = i + 1;
        while (end < count && same(i, end)) ++end;
        all.push_back({i, end});
        i = end;
    }
    return all;
}

Forecast Forecaster::all() {
    Forecast made;
    made.months = assumed_.months;
    const auto by_role =
        runs(posts_.size(), [&](std::size_t a, std::size_t b) { return posts_[a].role == posts_[b].role; });
    // A row a role and requirement, and a row a group of posts, with what it lacks and requires of all its skills.
    std::vector<std::size_t> slot_at{0};
    for (const auto& run : by_role) slot_at.push_back(slot_at.back() + snapshot_.role(posts_[run.begin].role).slots());
    Tracks slots = tracks(slot_at.back());
    Tracks groups = tracks(posts_.size());
    made.roles = tracks(by_role.size());
    for (const auto& run : by_role) made.role.push_back(posts_[run.begin].role);
    fork_join(by_role.size(), 1, threads_, [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t r = begin; r < end; ++r) {
            const Role& role = snapshot_.role(made.role[r]);
            for (std::size_t p = by_role[r].begin; p < by_role[r].end; ++p) {
                for (std::uint32_t slot = 0; slot < role.slots(); ++slot)
                    if (takes_slot(role, slot)) add_cell(posts_[p], slot, slots, slot_at[r] + slot, &groups);
                add_cell(posts_[p], role.slots(), groups, p);
                made.roles.add(r, groups, p);
            }
        }
    });

    std::vector<std::uint32_t> order(posts_.size());
    for (std::size_t p = 0; p < order.size(); ++p) order[p] = static_cast<std::uint32_t>(p);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return posts_[a].unit < posts_[b].unit; });
    const auto by_unit = runs(
        order.size(), [&](std::size_t a, std::size_t b) { return posts_[order[a]].unit == posts_[order[b]].unit; });
    made.units = tracks(by_unit.size());
    for (const auto& run : by_unit) made.unit.push_back(posts_[order[run.begin]].unit);
    fork_join(by_unit.size(), 16, threads_, [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t u = begin; u < end; ++u)
            for (std::size_t i = by_unit[u].begin; i < by_unit[u].end; ++i) made.units.add(u, groups, order[i]);
    });
    made.whole = tracks(1);
    for (std::size_t r = 0; r < made.roles.rows(); ++r) made.whole.add(0, made.roles, r);

    // Requirements of the same skill, role after role.
    std::vector<std::pair<SkillIndex, std::uint32_t>> by_skill;
    for (std::size_t r = 0; r < by_role.size(); ++r) {
        const Role& role = snapshot_.role(made.role[r]);
        for (std::uint32_t slot = 0; slot < role.slots(); ++slot)
            if (takes_slot(role, slot))
                by_skill.emplace_back(role.skill()[slot], static_cast<std::uint32_t>(slot_at[r] + slot));
    }
    std::sort(by_skill.begin(), by_skill.end());
    const auto skills =
        runs(by_skill.size(), [&](std::size_t a, std::size_t b) { return by_skill[a].first == by_skill[b].first; });
    made.skills = tracks(skills.size());
    for (const auto& run : skills) made.skill.push_back(by_skill[run.begin].first);
    fork_join(skills.size(), 64, threads_, [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t s = begin; s < end; ++s)
            for (std::size_t i = skills[s].begin; i < skills[s].end; ++i) made.skills.add(s, slots, by_skill[i].second);
    });
    return made;
}

void Forecaster::each(const std::function<void(const CellOutlook&)>& take) {
    for (const Posts& posts : posts_) {
        const Role& role = snapshot_.role(posts.role);
        for (std::uint32_t slot = 0; slot < role.slots(); ++slot) {
            if (!takes_slot(role, slot)) continue;
            Tracks one = tracks(1);
            add_cell(posts, slot, one, 0);
            take({posts.role, posts.unit, role.skill()[slot], one.outlook(0)});
        }
    }
}

} // namespace

bool Selection::takes(const Units& units, UnitIndex unit) const {
    return everywhere || std::any_of(tops.begin(), tops.end(),
                                     [&](UnitIndex top) { return top <= unit && unit < units.end_of(top); });
}

Forecast forecast(const Snapshot& snapshot, const Stock& stock, const Assumptions& assumed, const Selection& of,
                  int threads) {
    return Forecaster{snapshot, stock, assumed, of, threads}.all();
}

void each_cell(const Snapshot& snapshot, const Stock& stock, const Assumptions& assumed, const Selection& of,
               const std::function<void(const CellOutlook&)>& take) {
    Forecaster{snapshot, stock, assumed, of, 1}.each(take);
}

} // namespace kunna::engine
