// Assignment: people to roles at least total cost, by auction.
#include "planning/assignment.hpp"

#include "planning/cheapest.hpp"

#include <algorithm>
#include <stdexcept>

namespace kunna::planning {

namespace {

constexpr std::uint32_t without = Assignment::left_out;

struct Bid {
    std::int32_t price;
    std::uint32_t person;
};
// The lowest bid on top of a heap; of equals the one of the later person, so that the outcome is always the same.
constexpr auto higher = [](const Bid& a, const Bid& b) {
    return a.price != b.price ? a.price > b.price : a.person < b.person;
};

// Whoever is outbid again and again bids in larger steps: among many people alike the price would otherwise climb by
// one part at a time. What that costs in precision shows in the bound.
std::int32_t step_of(std::uint16_t outbid) {
    constexpr int patience = 32;
    constexpr int most_doublings = 13; // two hours
    return 1 << std::min(outbid / patience, most_doublings);
}

class Auction {
public:
    Auction(const CostTable& costs, const Places& places) :
        costs_(costs), stay_(static_cast<std::int32_t>(places.stay * Assignment::part)), places_(places.of_role),
        price_(costs.stride()), heap_(costs.roles()), role_(costs.people(), without), outbid_(costs.people()) {
        if (places_.size() != costs.roles() || (!places.locks.empty() && places.locks.size() != costs.people()))
            throw std::invalid_argument{"planning: places or locks of other roles or people"};
        for (std::uint32_t p = 0; p < costs.people(); ++p) {
            const std::uint32_t lock = places.locks.empty() ? Places::anywhere : places.locks[p];
            if (lock == Places::anywhere) {
                waiting_.push_back(p);
                continue;
            }
            if (lock >= costs.roles() || places_[lock] == 0)
                throw std::invalid_argument{"planning: more people locked to a role than it has places"};
            --places_[lock];
            role_[p] = lock;
            locked_cost_ += std::min(costs.at(p, lock), places.stay);
        }
        // Nobody bids for a role without places.
        for (std::size_t r = 0; r < places_.size(); ++r)
            if (places_[r] == 0) price_[r] = stay_;
        bidders_ = waiting_;
    }

    Assignment run(const std::function<bool()>& cancelled) && {
        Assignment done;
        while (!waiting_.empty() && !done.cancelled) {
            outbid_now_.clear();
            for (std::size_t i = 0; i < waiting_.size(); ++i) {
                if (done.bids++ % 65'536 == 0 && cancelled && cancelled()) {
                    done.cancelled = true;
                    break;
                }
                if (i + ahead < waiting_.size()) fetch(waiting_[i + ahead]);
                bid(waiting_[i]);
            }
            // In rounds: all who were outbid bid after all others, which takes a tenth of the bids that taking up each
            // at once would.
            waiting_.swap(outbid_now_);
        }
        conclude(done);
        return done;
    }

private:
    static constexpr std::size_t ahead = 6;

    void fetch(std::uint32_t person) const {
        const auto* row = reinterpret_cast<const char*>(costs_.row(person));
        for (std::size_t at = 0; at < costs_.stride() * sizeof(Cost); at += 64) __builtin_prefetch(row + at);
    }

    void bid(std::uint32_t person) {
        const Cheapest cheapest = find_(costs_.row(person), price_.data(), costs_.stride());
        if (cheapest.first >= stay_) return;
        const std::uint32_t role = cheapest.role;
        auto& heap = heap_[role];
        heap.push_back(
            {price_[role] + std::min(cheapest.second, stay_) - cheapest.first + step_of(outbid_[person]), person});
        std::ranges::push_heap(heap, higher);
        role_[person] = role;
        if (heap.size() > places_[role]) {
            std::ranges::pop_heap(heap, higher);
            const std::uint32_t loser = heap.back().person;
            heap.pop_back();
            role_[loser] = without;
            outbid_[loser] = static_cast<std::uint16_t>(std::min(outbid_[loser] + 1, 0xFFFF));
            outbid_now_.push_back(loser);
        }
        if (heap.size() == places_[role]) price_[role] = heap.front().price;
    }

    void conclude(Assignment& done) {
        done.cost = locked_cost_;
        done.bound = locked_cost_ * Assignment::part;
        for (const std::uint32_t p : bidders_) {
            done.cost += role_[p] == without ? stay_ / Assignment::part : costs_.at(p, role_[p]);
            done.bound += std::min(find_(costs_.row(p), price_.data(), costs_.stride()).first, stay_);
        }
        for (std::size_t r = 0; r < places_.size(); ++r) done.bound -= std::int64_t{price_[r]} * places_[r];
        done.role = std::move(role_);
        done.prices.assign(price_.begin(), price_.begin() + static_cast<std::ptrdiff_t>(costs_.roles()));
    }

    const CostTable& costs_;
    std::int32_t stay_;                 // in parts
    std::vector<std::uint32_t> places_; // without those that are settled
    std::vector<std::int32_t> price_;
    std::vector<std::vector<Bid>> heap_;
    std::vector<std::uint32_t> role_;
    std::vector<std::uint16_t> outbid_; // how often, by person
    std::vector<std::uint32_t> bidders_;
    std::vector<std::uint32_t> waiting_;
    std::vector<std::uint32_t> outbid_now_;
    std::int64_t locked_cost_ = 0;
    FindCheapest find_ = find_cheapest();
};

} // namespace

Assignment assign(const CostTable& costs, const Places& places, const std::function<bool()>& cancelled) {
    return Auction{costs, places}.run(cancelled);
}

} // namespace kunna::planning
