// Forecast: every cell, role by role, then units.
#include "engine/forecast.hpp"

#include "base/fork_join.hpp"
#include "engine/bunches.hpp"

#include <algorithm>

namespace kunna::engine {

namespace {

// The runs of equal neighbours.
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

// What one thread lays out for the kernel.
struct Desk {
    std::vector<std::int32_t> number; // of those who stand alike: by row × state_levels + level; −1: not met yet
    std::vector<std::size_t> met;
    std::vector<Alike> alike;
    std::vector<Heads> heads;
    std::vector<PostsCell> cells;
    UnsetColumn<float> table;
    std::vector<PostsHere> posts;
    std::vector<GrowthHere> groups;
};

// Rows from the first on.
struct Rows {
    Tracks& of;
    std::size_t first = 0;
};

class Forecaster {
public:
    Forecaster(const Snapshot& snapshot, const Stock& stock, const Assumptions& assumed, const Selection& of,
               int threads) :
        snapshot_(snapshot),
        stock_(stock), assumed_(assumed), of_(of), threads_(std::max(1, threads)),
        bunches_(snapshot, stock, assumed, of, threads) {}

    Forecast all();
    void each(const std::function<void(const CellOutlook&)>& take);

private:
    [[nodiscard]] Tracks tracks(std::size_t rows, bool unset = false) const {
        return unset ? Tracks::unset(rows, assumed_.months, bunches_.node_weights(), assumed_.demand_spread)
                     : Tracks{rows, assumed_.months, bunches_.node_weights(), assumed_.demand_spread};
    }
    void add_slot(const Bunch& bunch, std::uint32_t slot, Snapshot::Range posts, Desk& desk, Tracks& to,
                  std::size_t row, float* own, bool adds) const;
    void add_roles(Forecast& made, std::vector<Desk>& desks);
    void add_bunch(const Bunch& bunch, Rows slots, Rows roles, const Role& role, Desk& desk);
    void add_units(Forecast& made, std::vector<Desk>& desks) const;
    void write_unit(Snapshot::Range places, Desk& desk, Tracks& units, std::size_t row) const;
    void place_posts();

    // Two rows for each group of posts, by its place: its shortage of people, and what it lacks of all its skills.
    [[nodiscard]] std::size_t row_floats() const { return 2 * bunches_.length(); }
    [[nodiscard]] float* shortages() { return own_.data(); }
    [[nodiscard]] float* lackings() { return own_.data() + bunches_.length(); }

    const Snapshot& snapshot_;
    const Stock& stock_;
    const Assumptions& assumed_;
    const Selection& of_;
    int threads_;
    MonthKernel kernel_ = month_kernel();
    Bunches bunches_;
    std::vector<std::uint32_t> by_unit_; // posts, by unit
    std::vector<std::uint32_t> place_;   // of the posts in that
    std::vector<std::uint32_t> first_of_unit_;
    std::vector<GrowthHere> growing_; // by bunch: what is common to its posts
    UnsetColumn<float> own_;
};

// Lays out who stands alike in posts of a bunch, and hands them to the kernel. own: rows by post, or null.
void Forecaster::add_slot(const Bunch& bunch, std::uint32_t slot, Snapshot::Range posts, Desk& desk, Tracks& to,
                          std::size_t row, float* own, bool adds) const {
    desk.number.resize(std::max(desk.number.size(), bunches_.rows_of(bunch) * state_levels), -1);
    desk.met.clear();
    desk.alike.clear();
    desk.heads.clear();
    desk.cells.clear();
    for (std::size_t p = posts.begin; p < posts.end; ++p) {
        const Posts& of = bunches_.posts()[p];
        const auto first = static_cast<std::uint32_t>(desk.heads.size());
        for (const Stock::Entry& entry : bunches_.entries(of, slot)) {
            const std::size_t at =
                bunches_.row_of(bunch, entry) * state_levels + static_cast<std::size_t>(entry.level());
            std::int32_t& number = desk.number[at];
            if (number < 0) {
                number = static_cast<std::int32_t>(desk.alike.size());
                desk.met.push_back(at);
                desk.alike.push_back(bunches_.alike(bunch, slot, at / state_levels, entry.level()));
            }
            desk.alike[static_cast<std::size_t>(number)].people += static_cast<float>(entry.people);
            desk.heads.push_back({static_cast<std::uint32_t>(number), entry.people});
        }
        desk.cells.push_back({first, static_cast<std::uint32_t>(desk.heads.size()), static_cast<float>(of.people),
                              of.base(), own == nullptr ? nullptr : own + place_[p] * row_floats()});
    }
    for (const std::size_t at : desk.met) desk.number[at] = -1;
    if (const std::size_t room = desk.alike.size() * directions * month_lanes; desk.table.size() < room)
        desk.table.resize(room);
    SlotTask task = bunches_.task(bunch, slot);
    task.alike = desk.alike;
    task.heads = desk.heads;
    task.cells = desk.cells;
    task.adds = adds;
    task.table = desk.table.data();
    for (std::size_t n = 0; n < task.nodes; ++n) task.able[n] = to.at(row, Tracks::able + n);
    task.spread = to.at(row, Tracks::spread);
    task.unknown = to.at(row, Tracks::unknown);
    task.shortage = to.at(row, Tracks::shortage);
    task.demand = to.at(row, Tracks::demand);
    kernel_.slot(task);
}

void Forecaster::write_unit(Snapshot::Range places, Desk& desk, Tracks& units, std::size_t row) const {
    desk.posts.clear();
    desk.groups.clear();
    UnitTask task;
    task.chunks = bunches_.length() / month_lanes;
    task.nodes = bunches_.node_weights().size();
    for (std::size_t n = 0; n < task.nodes; ++n) {
        task.weight[n] = static_cast<float>(bunches_.node_weights()[n]);
        task.able[n] = units.at(row, Tracks::able + n);
    }
    for (std::size_t place = places.begin; place < places.end; ++place) {
        const Posts& of = bunches_.posts()[by_unit_[place]];
        const float* own = own_.data() + place * row_floats();
        const Bunch& bunch = bunches_.bunches()[of.bunch];
        desk.groups.push_back(growing_[of.bunch]);
        GrowthHere& group = desk.groups.back();
        group.base = of.base();
        group.shortage = own;
        group.lacking = own + bunches_.length();
        const float* held = bunches_.held(bunch).data();
        const std::size_t floats = (task.nodes + 1) * bunches_.length();
        for (const Stock::Entry& entry : bunches_.entries(of, bunch.slots))
            desk.posts.push_back(
                {held + bunches_.row_of(bunch, entry) * floats, group.there, static_cast<float>(entry.people)});
    }
    task.posts = desk.posts;
    task.groups = desk.groups;
    task.spread = units.at(row, Tracks::spread);
    task.unknown = units.at(row, Tracks::unknown);
    task.shortage = units.at(row, Tracks::shortage);
    task.demand = units.at(row, Tracks::demand);
    task.lacking = units.at(row, Tracks::lacking);
    kernel_.unit(task);
}

Forecast Forecaster::all() {
    Forecast made;
    made.months = assumed_.months;
    std::vector<Desk> desks(static_cast<std::size_t>(threads_));
    if (!of_.only_curve) place_posts();
    add_roles(made, desks);
    if (!of_.only_curve) add_units(made, desks);
    made.whole = tracks(1);
    for (std::size_t r = 0; r < made.roles.rows(); ++r) made.whole.add(0, made.roles, r);
    return made;
}

// Roles, and the skills that they require.
void Forecaster::add_roles(Forecast& made, std::vector<Desk>& desks) {
    const auto& bunches = bunches_.bunches();
    const auto by_role =
        runs(bunches.size(), [&](std::size_t a, std::size_t b) { return bunches[a].role == bunches[b].role; });
    // A row a role and requirement.
    std::vector<std::size_t> slot_at{0};
    for (const auto& run : by_role) {
        made.role.push_back(bunches[run.begin].role);
        slot_at.push_back(slot_at.back() + snapshot_.role(made.role.back()).slots());
    }
    Tracks slots = tracks(slot_at.back(), true);
    made.roles = tracks(by_role.size());
    fork_join(by_role.size(), 1, threads_, [&](std::size_t begin, std::size_t end, int thread) {
        Desk& desk = desks[static_cast<std::size_t>(thread)];
        for (std::size_t r = begin; r < end; ++r) {
            const Role& role = snapshot_.role(made.role[r]);
            for (std::uint32_t slot = 0; slot < role.slots(); ++slot)
                if (of_.takes_slot(role, slot)) slots.clear(slot_at[r] + slot);
            for (std::size_t b = by_role[r].begin; b < by_role[r].end; ++b)
                add_bunch(bunches[b], {slots, slot_at[r]}, {made.roles, r}, role, desk);
        }
    });

    // Requirements of the same skill, role after role.
    std::vector<std::pair<SkillIndex, std::uint32_t>> by_skill;
    for (std::size_t r = 0; r < by_role.size(); ++r) {
        const Role& role = snapshot_.role(made.role[r]);
        for (std::uint32_t slot = 0; slot < role.slots(); ++slot)
            if (of_.takes_slot(role, slot))
                by_skill.emplace_back(role.skill()[slot], static_cast<std::uint32_t>(slot_at[r] + slot));
    }
    std::sort(by_skill.begin(), by_skill.end());
    const auto skills =
        runs(by_skill.size(), [&](std::size_t a, std::size_t b) { return by_skill[a].first == by_skill[b].first; });
    made.skills = tracks(skills.size(), true);
    for (const auto& run : skills) made.skill.push_back(by_skill[run.begin].first);
    fork_join(skills.size(), 64, threads_, [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t s = begin; s < end; ++s) {
            made.skills.clear(s);
            for (std::size_t i = skills[s].begin; i < skills[s].end; ++i) made.skills.add(s, slots, by_skill[i].second);
        }
    });
}

void Forecaster::add_bunch(const Bunch& bunch, Rows slots, Rows roles, const Role& role, Desk& desk) {
    const bool curve = of_.only_curve;
    add_slot(bunch, role.slots(), bunch.posts, desk, roles.of, roles.first, curve ? nullptr : shortages(), false);
    bool written = false;
    for (std::uint32_t slot = 0; slot < role.slots(); ++slot) {
        if (!of_.takes_slot(role, slot)) continue;
        add_slot(bunch, slot, bunch.posts, desk, slots.of, slots.first + slot, curve ? nullptr : lackings(), written);
        written = true;
    }
    if (curve) return;
    float* lacking = roles.of.at(roles.first, Tracks::lacking);
    for (std::size_t p = bunch.posts.begin; p < bunch.posts.end; ++p) {
        float* own = lackings() + place_[p] * row_floats();
        if (!written) std::fill_n(own, bunches_.length(), 0.0F);
        for (std::size_t t = 0; t < bunches_.length(); ++t) lacking[t] += own[t];
    }
}

void Forecaster::place_posts() {
    const auto& posts = bunches_.posts();
    first_of_unit_.assign(snapshot_.units().size() + 1, 0);
    for (const Posts& of : posts) ++first_of_unit_[of.unit + 1];
    for (std::size_t unit = 1; unit < first_of_unit_.size(); ++unit) first_of_unit_[unit] += first_of_unit_[unit - 1];
    std::vector<std::uint32_t> next = first_of_unit_;
    by_unit_.resize(posts.size());
    place_.resize(posts.size());
    for (std::size_t p = 0; p < posts.size(); ++p) {
        place_[p] = next[posts[p].unit]++;
        by_unit_[place_[p]] = static_cast<std::uint32_t>(p);
    }
    own_.resize(posts.size() * row_floats());
    for (const Bunch& bunch : bunches_.bunches()) {
        const ShapeRows shape = bunches_.shape(bunch);
        growing_.push_back({shape.demand, shape.there, bunches_.inflow(bunch, bunch.slots)});
    }
}

void Forecaster::add_units(Forecast& made, std::vector<Desk>& desks) const {
    for (UnitIndex unit = 0; unit < snapshot_.units().size(); ++unit)
        if (first_of_unit_[unit] < first_of_unit_[unit + 1]) made.unit.push_back(unit);
    made.units = tracks(made.unit.size(), true);
    fork_join(made.unit.size(), 64, threads_, [&](std::size_t begin, std::size_t end, int thread) {
        for (std::size_t u = begin; u < end; ++u)
            write_unit({first_of_unit_[made.unit[u]], first_of_unit_[made.unit[u] + 1]},
                       desks[static_cast<std::size_t>(thread)], made.units, u);
    });
}

void Forecaster::each(const std::function<void(const CellOutlook&)>& take) {
    const auto& posts = bunches_.posts();
    std::vector<std::size_t> order(posts.size());
    for (std::size_t p = 0; p < order.size(); ++p) order[p] = p;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::tie(posts[a].role, posts[a].unit) < std::tie(posts[b].role, posts[b].unit);
    });
    Desk desk;
    for (const std::size_t p : order) {
        const Role& role = snapshot_.role(posts[p].role);
        for (std::uint32_t slot = 0; slot < role.slots(); ++slot) {
            if (!of_.takes_slot(role, slot)) continue;
            Tracks one = tracks(1);
            add_slot(bunches_.bunches()[posts[p].bunch], slot, {p, p + 1}, desk, one, 0, nullptr, false);
            take({posts[p].role, posts[p].unit, role.skill()[slot], one.outlook(0)});
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
