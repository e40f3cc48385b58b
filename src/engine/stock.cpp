// Stock.
#include "engine/stock.hpp"

#include <algorithm>

namespace kunna::engine {

namespace {

struct Place {
    RoleIndex role;
    UnitIndex unit;
    std::uint32_t block;
    std::uint32_t group;
};

std::vector<Place> places(const Snapshot& snapshot, const Stock::Takes& takes) {
    std::vector<Place> all;
    for (std::size_t b = 0; b < snapshot.block_count(); ++b) {
        const Block& block = snapshot.block(b);
        for (std::size_t g = 0; g < block.group.size(); ++g)
            if (!takes || takes(block.group[g].role, block.unit))
                all.push_back(
                    {block.group[g].role, block.unit, static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(g)});
    }
    std::stable_sort(all.begin(), all.end(), [](const Place& a, const Place& b) {
        return std::tie(a.role, a.unit) < std::tie(b.role, b.unit);
    });
    return all;
}

// Counts people by state; gives them out in the order of the states.
class StateTally {
public:
    void add(std::size_t age, std::size_t tenure, std::size_t level) {
        const std::size_t state = (age * tenure_count + tenure) * state_levels + level;
        if (counts_[state]++ == 0) met_.push_back(static_cast<std::uint16_t>(state));
    }
    void take(std::vector<Stock::Entry>& entries) {
        std::sort(met_.begin(), met_.end());
        for (const std::uint16_t state : met_) {
            entries.push_back({state, counts_[state]});
            counts_[state] = 0;
        }
        met_.clear();
    }

private:
    std::array<std::uint32_t, static_cast<std::size_t>(age_count* tenure_count* state_levels)> counts_{};
    std::vector<std::uint16_t> met_;
};

std::size_t step_of(std::uint16_t word) {
    return word == held::unknown ? std::size_t{state_unknown} : held::level(word).units / Level::units_per_step;
}

} // namespace

Stock::Stock(const Snapshot& snapshot, std::span<const std::uint8_t> tenure, std::span<const std::uint8_t> age,
             const Takes& takes) {
    const std::vector<Place> all = places(snapshot, takes);
    StateTally tally;
    entry_at_.push_back(0);
    const auto close_cell = [&] {
        tally.take(entries_);
        entry_at_.push_back(static_cast<std::uint32_t>(entries_.size()));
    };
    role_at_.assign(snapshot.role_count() + 1, 0);
    for (std::size_t i = 0; i < all.size();) {
        std::size_t end = i;
        while (end < all.size() && all[end].role == all[i].role && all[end].unit == all[i].unit) ++end;
        const Role& role = snapshot.role(all[i].role);
        Group group{all[i].role, all[i].unit, 0, static_cast<std::uint32_t>(entry_at_.size() - 1)};
        for (std::uint32_t slot = 0; slot <= role.slots(); ++slot) {
            for (std::size_t at = i; at < end; ++at) {
                const Block& block = snapshot.block(all[at].block);
                const Block::Group& held = block.group[all[at].group];
                const std::uint16_t* words = block.aligned.data() + held.words;
                for (std::uint32_t n = 0; n < held.count; ++n) {
                    const PersonIndex person = block.person[block.holding[held.first + n]];
                    const std::size_t months = std::min<std::size_t>(tenure[person], tenure_count - 1);
                    tally.add(age.empty() ? 0 : age[person], months,
                              slot == role.slots() ? 0 : step_of(words[n * role.width() + slot]));
                }
                if (slot == 0) group.people += held.count;
            }
            close_cell();
        }
        groups_.push_back(group);
        ++role_at_[group.role + 1];
        i = end;
    }
    for (std::size_t r = 1; r < role_at_.size(); ++r) role_at_[r] += role_at_[r - 1];
}

} // namespace kunna::engine
