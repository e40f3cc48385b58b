// Stock with a share of those who hold a role. Nobody says who goes, so nobody is chosen: each group keeps what is left
// of its share after the groups before it, and within it every so manieth is kept (systematic sampling), beginning at
// another place in each cell so that no state is favoured.
#include "engine/stock.hpp"

#include <algorithm>
#include <cmath>

namespace kunna::engine {

namespace {

// Begins anywhere, evenly spread: the fractional parts of multiples of the golden ratio.
double begin_of(std::size_t cell) {
    constexpr double golden = 0.6180339887498949;
    const double at = golden * static_cast<double>(cell + 1);
    return at - std::floor(at);
}

// Numbers the people one after the other and keeps `kept` of `people`.
void keep_some(std::vector<Stock::Entry>& entries, std::uint32_t people, std::uint32_t kept, double begin) {
    const double share = static_cast<double>(kept) / people;
    std::uint32_t before = 0;
    std::uint32_t taken = 0;
    for (Stock::Entry& entry : entries) {
        before += entry.people;
        const auto now = before == people ? kept : static_cast<std::uint32_t>(std::floor(before * share + begin));
        entry.people = std::min(now, kept) - taken;
        taken += entry.people;
    }
    std::erase_if(entries, [](const Stock::Entry& entry) { return entry.people == 0; });
}

} // namespace

Stock Stock::thinned(std::span<const double> keep) const {
    Stock made;
    made.role_at_ = role_at_;
    made.entry_at_.push_back(0);
    made.groups_.reserve(groups_.size());
    for (std::size_t g = 0; g < groups_.size();) {
        const RoleIndex role = groups_[g].role;
        std::uint64_t before = 0;
        std::uint64_t kept_before = 0;
        for (; g < groups_.size() && groups_[g].role == role; ++g) {
            Group group = groups_[g];
            const std::size_t end = g + 1 < groups_.size() ? groups_[g + 1].first_cell : cell_count();
            before += group.people;
            const auto kept_now = static_cast<std::uint64_t>(std::llround(static_cast<double>(before) * keep[role]));
            const auto kept = static_cast<std::uint32_t>(kept_now - kept_before);
            kept_before = kept_now;
            for (std::size_t cell = group.first_cell; cell < end; ++cell) {
                const auto all = entries(cell);
                std::vector<Entry> some{all.begin(), all.end()};
                if (kept != group.people) keep_some(some, group.people, kept, begin_of(cell));
                made.entries_.insert(made.entries_.end(), some.begin(), some.end());
                made.entry_at_.push_back(static_cast<std::uint32_t>(made.entries_.size()));
            }
            group.people = kept;
            made.groups_.push_back(group);
        }
    }
    return made;
}

} // namespace kunna::engine
