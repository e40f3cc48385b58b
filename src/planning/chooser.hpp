// Chooser: what one person would choose at given prices, exactly.
//
// max over sets S of the person's candidates of Σ over targets worth × missing × best chance in S, plus bonuses, minus
// what S uses at its prices; within the person's minutes and number of choices, one option of each activity, what must
// come before chosen too. Most candidates cost more than they could bring even alone and drop out; a search with the
// best that the rest could add as its bound goes through the few that stay.
#pragma once

#include "planning/prices.hpp"
#include "planning/room.hpp"

#include <array>

namespace kunna::planning {

class Chooser {
public:
    explicit Chooser(const Problem& problem) : problem_(problem) {}

    // What each of the person's candidates would bring alone, less its price.
    void look_at(std::size_t person, const Tariff& tariff);
    // As if the activity were not to be had.
    void without(std::uint32_t activity);
    // The best bundle and what it is worth, of those that there is room for when a room is given; nothing chosen is
    // worth 0. When locks cannot be kept, `worth` is `out`.
    struct Choice {
        Bundle bundle;
        double worth = 0;
    };
    [[nodiscard]] Choice best(const Room* room = nullptr);
    // What a bundle is worth at the prices looked at.
    [[nodiscard]] double worth_of(const Bundle& bundle) const;

    static constexpr double out = -1e300;

private:
    struct Item {
        double alone;
        std::uint16_t place;
    };
    using Reached = std::array<std::uint8_t, 256>; // percent, by target

    void shortlist();
    void keep_locks(double worth, std::uint32_t minutes);
    template <class Then>
    void with(const Item& item, double worth, std::uint32_t minutes, const Then& then);
    void search(std::size_t from, double worth, std::uint32_t minutes);
    [[nodiscard]] double adds(std::uint16_t place, double alone) const;
    [[nodiscard]] bool fits(const Option& option, std::uint32_t minutes) const;
    [[nodiscard]] bool complete() const;

    const Problem& problem_;
    std::span<const Candidate> candidates_;
    std::span<const Clause> clauses_;
    const Room* room_ = nullptr;
    std::size_t who_ = 0;
    const Person* person_ = nullptr;
    std::size_t target_count_ = 0;
    std::vector<double> upto_;  // Σ worth × missing of the targets before
    std::vector<double> price_; // by place
    std::vector<double> alone_; // by place
    std::vector<Item> item_;    // those that may pay, the best first
    std::array<Reached, Problem::most_choices + 1> reached_;
    Bundle now_;
    Choice best_;
};

} // namespace kunna::planning
