// Bunches: the posts that a forecast is of, put together by role and demand, and the chains that they need.
#pragma once

#include "engine/chains.hpp"
#include "engine/forecast_cell.hpp"

#include <map>

namespace kunna::engine {

// A group of the Stock, or one that is added.
struct Posts {
    RoleIndex role = 0;
    UnitIndex unit = 0;
    std::uint32_t shape = 0;
    std::uint32_t people = 0;
    std::uint32_t bunch = 0;
    std::uint32_t first_cell = no_index; // of the Stock; no_index: added

    [[nodiscard]] bool added() const { return first_cell == no_index; }
    [[nodiscard]] float base() const { return added() ? 1.0F : static_cast<float>(people); }
};

// Posts of one role whose demand goes the same way: a range of all posts.
struct Bunch {
    RoleIndex role = 0;
    std::uint32_t shape = 0;
    std::uint32_t flow = 0;
    std::uint32_t slots = 0; // of the role; the number of the posts' own slot
    Snapshot::Range posts{};
};

// A flow with a kind of learning, and the inflows of the shapes that it is met with.
struct Chain {
    struct Inflow {
        std::uint32_t shape = 0;
        std::vector<MonthRow> row{}; // by node
        std::vector<float> most{};   // by chunk, of the mean
    };
    std::uint32_t flow = 0;
    std::uint32_t learning = 0;
    Refill refill{};
    std::vector<Inflow> inflow{};
    // Of posts: standing × (held by node, then the variance given the node) × months.
    MonthRow held{};
};

class Bunches {
public:
    Bunches(const Snapshot& snapshot, const Stock& stock, const Assumptions& assumed, const Selection& of, int threads);

    [[nodiscard]] const std::vector<Posts>& posts() const { return posts_; } // by role, then shape, then unit
    [[nodiscard]] const std::vector<Bunch>& bunches() const { return bunches_; }
    [[nodiscard]] const std::vector<double>& node_weights() const { return node_weights_; }
    [[nodiscard]] std::size_t length() const { return chains_.length(); }

    // What is common to all cells of the bunch in the slot; slots(): its posts themselves.
    [[nodiscard]] SlotTask task(const Bunch& bunch, std::uint32_t slot) const;
    // People of the flow who stand alike, at the level.
    [[nodiscard]] Alike alike(const Bunch& bunch, std::uint32_t slot, std::size_t row, int level) const;
    [[nodiscard]] std::size_t row_of(const Bunch& bunch, const Stock::Entry& entry) const {
        return flows_[bunch.flow].standings.row[standing_[entry.age_and_tenure()]];
    }
    [[nodiscard]] std::size_t rows_of(const Bunch& bunch) const { return flows_[bunch.flow].standings.standing.size(); }
    [[nodiscard]] ShapeRows shape(const Bunch& bunch) const;
    [[nodiscard]] InflowRows inflow(const Bunch& bunch, std::uint32_t slot) const;
    [[nodiscard]] std::span<const Stock::Entry> entries(const Posts& of, std::uint32_t slot) const {
        return of.added() ? std::span<const Stock::Entry>{} : stock_.entries(of.first_cell + slot);
    }
    // Of the posts: Chain::held.
    [[nodiscard]] const MonthRow& held(const Bunch& bunch) const { return chain(bunch, posts_learning).held; }

private:
    static constexpr std::uint32_t required_steps = Level::highest_step + 1;
    static constexpr std::uint32_t posts_learning = skill_kind_count * required_steps;

    struct FlowRows {
        Flow flow{};
        Standings standings{};
        Stay stay{};
    };
    struct Shape {
        MonthRow demand{};
        MonthRow sd{};
        MonthRow there{};
        std::vector<float> least{}; // by chunk
        std::vector<float> least_sd{};
        std::vector<float> most_sd{};
        std::vector<double> growth{}; // of the demand, by month; none once it ends
        double keeps = 1;
        bool grows = false;
    };

    void select(const Selection& of);
    void make_shapes();
    void make_bunches();
    void find_standings();
    void number_chains(const Selection& of);
    void make_chains(int threads);
    void make_chain(Chain& chain) const;
    [[nodiscard]] std::uint32_t learning_of(const Role& role, std::uint32_t slot) const;
    [[nodiscard]] const Chain& chain(const Bunch& bunch, std::uint32_t learning) const {
        return chain_[static_cast<std::size_t>(chain_at_[bunch.flow * (posts_learning + 1) + learning])];
    }

    const Snapshot& snapshot_;
    const Stock& stock_;
    const Assumptions& assumed_;
    std::vector<Node> nodes_;
    std::vector<double> node_weights_;
    Chains chains_;
    std::vector<Posts> posts_;
    std::vector<Bunch> bunches_;
    std::vector<Shape> shapes_;
    std::map<Flow, std::uint32_t> flow_number_;
    std::vector<FlowRows> flows_;
    std::vector<Reach> reaches_; // by learning
    std::vector<Chain> chain_;
    std::array<Standing, std::size_t{age_count} * tenure_count> standing_{}; // by age and tenure
    std::vector<std::int32_t> chain_at_;                                     // flow × learning; −1: not needed
};

} // namespace kunna::engine
