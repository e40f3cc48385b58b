// Stock that differs in part from another.
//
// With a share of those who hold a role: nobody says who goes, so nobody is chosen. Each group keeps what is left of
// the share after the groups before it, and within it every so manieth is kept (systematic sampling), beginning at
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

// Groups [begin, end) of the other, with their cells.
void Stock::add(const Stock& from, std::size_t begin, std::size_t end) {
    if (begin == end) return;
    const std::size_t first = from.groups_[begin].first_cell;
    const std::size_t last = from.end_of(end - 1);
    const auto cells = static_cast<std::uint32_t>(cell_count());
    for (std::size_t g = begin; g < end; ++g) {
        Group group = from.groups_[g];
        group.first_cell = cells + static_cast<std::uint32_t>(group.first_cell - first);
        groups_.push_back(group);
    }
    const auto shift = static_cast<std::uint32_t>(entries_.size()) - from.entry_at_[first]; // wraps, and back again
    for (std::size_t cell = first; cell < last; ++cell) entry_at_.push_back(from.entry_at_[cell + 1] + shift);
    entries_.insert(entries_.end(), from.entries_.begin() + from.entry_at_[first],
                    from.entries_.begin() + from.entry_at_[last]);
}

Stock Stock::patched(const Stock& with, const Takes& takes) const {
    Stock made;
    made.groups_.reserve(groups_.size() + with.groups_.size());
    made.entry_at_.reserve(entry_at_.size() + with.entry_at_.size());
    made.entries_.reserve(entries_.size() + with.entries_.size());
    made.entry_at_.push_back(0);
    const auto place = [](const Group& group) { return std::pair{group.role, group.unit}; };
    std::size_t other = 0;
    for (std::size_t g = 0; g < groups_.size();) {
        std::size_t end = g;
        while (end < groups_.size() && !takes(groups_[end].role, groups_[end].unit) &&
               (other == with.groups_.size() || place(groups_[end]) < place(with.groups_[other])))
            ++end;
        made.add(*this, g, end);
        g = end;
        const std::size_t from = other;
        while (other < with.groups_.size() && (g == groups_.size() || place(with.groups_[other]) <= place(groups_[g])))
            ++other;
        made.add(with, from, other);
        while (g < groups_.size() && takes(groups_[g].role, groups_[g].unit)) ++g;
    }
    made.add(with, other, with.groups_.size());
    made.role_at_.assign(std::max(role_at_.size(), with.role_at_.size()), 0);
    for (const Group& group : made.groups_) ++made.role_at_[group.role + 1];
    for (std::size_t r = 1; r < made.role_at_.size(); ++r) made.role_at_[r] += made.role_at_[r - 1];
    return made;
}

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
            before += group.people;
            const auto kept_now = static_cast<std::uint64_t>(std::llround(static_cast<double>(before) * keep[role]));
            const auto kept = static_cast<std::uint32_t>(kept_now - kept_before);
            kept_before = kept_now;
            for (std::size_t cell = group.first_cell; cell < end_of(g); ++cell) {
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
