// Chooser: what one person would choose at given prices, exactly.
#include "planning/chooser.hpp"

#include <algorithm>

namespace kunna::planning {

void Chooser::look_at(std::size_t person, const Tariff& tariff) {
    who_ = person;
    person_ = &problem_.person(person);
    candidates_ = problem_.candidates(person);
    clauses_ = problem_.clauses(person);
    const auto targets = problem_.targets(person);
    target_count_ = targets.size();
    upto_.resize(targets.size() + 1);
    double sum = 0;
    for (std::size_t t = 0; t < targets.size(); ++t) {
        upto_[t] = sum;
        sum += tariff.worth[targets[t].need] * targets[t].missing;
    }
    upto_[targets.size()] = sum;
    price_.resize(candidates_.size());
    alone_.resize(candidates_.size());
    for (std::size_t place = 0; place < candidates_.size(); ++place) {
        const Candidate& candidate = candidates_[place];
        double brings = 0;
        for (const Cover& cover : problem_.covers(candidate))
            brings += cover.chance * (upto_[std::size_t{cover.first} + cover.count] - upto_[cover.first]);
        price_[place] =
            tariff.of(person_->unit, candidate.option, problem_.periods) - static_cast<double>(candidate.bonus);
        alone_[place] = brings - price_[place];
    }
}

void Chooser::without(std::uint32_t activity) {
    for (std::size_t place = 0; place < candidates_.size(); ++place)
        if (problem_.options[candidates_[place].option].activity == activity) alone_[place] = out;
}

double Chooser::adds(std::uint16_t place, double alone) const {
    const Reached& reached = reached_[now_.count];
    double less = 0;
    for (const Cover& cover : problem_.covers(candidates_[place]))
        for (std::size_t t = cover.first; t < std::size_t{cover.first} + cover.count; ++t)
            less += std::min(reached[t], cover.chance) * (upto_[t + 1] - upto_[t]);
    return alone - less;
}

void Chooser::shortlist() {
    // Without a branch: which candidates pay is hard to foretell.
    item_.resize(alone_.size());
    const double* alone = alone_.data();
    Item* next = item_.data();
    std::size_t count = 0;
    for (std::size_t place = 0; place < alone_.size(); ++place) {
        next[count] = {alone[place], static_cast<std::uint16_t>(place)};
        count += alone[place] > 0 ? 1U : 0U;
    }
    item_.resize(count);
    if (!clauses_.empty()) {
        // What does not pay by itself may be what another needs.
        const auto listed = [&](std::uint16_t place) {
            return std::ranges::any_of(item_, [&](const Item& item) { return item.place == place; });
        };
        for (bool grew = true; grew;) {
            grew = false;
            for (const Clause& clause : clauses_) {
                if (clause.of != Clause::always && !listed(clause.of)) continue;
                for (const std::uint16_t member : problem_.members(clause))
                    if (alone_[member] > out && !listed(member)) {
                        item_.push_back({alone_[member], member});
                        grew = true;
                    }
            }
        }
    }
    std::ranges::sort(
        item_, [](const Item& a, const Item& b) { return a.alone != b.alone ? a.alone > b.alone : a.place < b.place; });
}

bool Chooser::fits(const Option& option, std::uint32_t minutes) const {
    if (minutes + option.minutes > person_->minutes) return false;
    std::uint64_t period = option.minutes;
    for (const std::uint16_t place : now_.items()) {
        const Option& other = problem_.options[candidates_[place].option];
        if (other.activity == option.activity) return false;
        if (other.period == option.period) period += other.minutes;
    }
    return period <= person_->minutes_a_period;
}

bool Chooser::complete() const {
    return std::ranges::all_of(clauses_, [&](const Clause& clause) { return kept(problem_, clause, now_); });
}

// then(worth, minutes) with the item chosen as well, if it fits.
template <class Then>
void Chooser::with(const Item& item, double worth, std::uint32_t minutes, const Then& then) {
    const Candidate& candidate = candidates_[item.place];
    const Option& option = problem_.options[candidate.option];
    if (!fits(option, minutes)) return;
    const double more = now_.count == 0 ? item.alone : adds(item.place, item.alone);
    if (more <= 0 && clauses_.empty()) return;
    const Reached& before = reached_[now_.count];
    Reached& after = reached_[now_.count + 1];
    std::copy_n(before.begin(), target_count_, after.begin());
    reach(problem_, candidate, after.data());
    now_.chosen[now_.count++] = item.place;
    // What does not fit fits no better with more.
    if (room_ == nullptr || room_->fits(who_, now_)) then(worth + more, minutes + option.minutes);
    --now_.count;
}

// One of each lock first, so that the search itself goes only through sets that keep them.
void Chooser::keep_locks(double worth, std::uint32_t minutes) {
    for (const Clause& clause : clauses_) {
        if (clause.of != Clause::always || kept(problem_, clause, now_)) continue;
        if (now_.count == problem_.choices) return;
        for (const std::uint16_t member : problem_.members(clause))
            if (alone_[member] > out)
                with({alone_[member], member}, worth, minutes,
                     [&](double more, std::uint32_t longer) { keep_locks(more, longer); });
        return;
    }
    search(0, worth, minutes);
}

void Chooser::search(std::size_t from, double worth, std::uint32_t minutes) {
    if (worth > best_.worth && complete()) best_ = {now_, worth};
    const std::size_t left = problem_.choices - now_.count;
    if (left == 0) return;
    for (std::size_t i = from; i < item_.size(); ++i) {
        double most = worth;
        for (std::size_t j = i; j < item_.size() && j < i + left && item_[j].alone > 0; ++j) most += item_[j].alone;
        if (most <= best_.worth) return;
        with(item_[i], worth, minutes, [&](double more, std::uint32_t longer) { search(i + 1, more, longer); });
    }
}

Chooser::Choice Chooser::best(const Room* room) {
    room_ = room;
    if (room_ != nullptr)
        for (std::size_t place = 0; place < alone_.size(); ++place)
            if (!room_->fits(person_->unit, candidates_[place].option)) alone_[place] = out;
    shortlist();
    now_ = {};
    best_ = {};
    const bool locked = !clauses_.empty() && clauses_.back().of == Clause::always;
    if (locked) best_.worth = out;
    if (item_.empty()) return best_;
    std::fill_n(reached_[0].begin(), target_count_, std::uint8_t{0});
    if (locked)
        keep_locks(0, 0);
    else
        search(0, 0, 0);
    std::sort(best_.bundle.chosen, best_.bundle.chosen + best_.bundle.count);
    return best_;
}

double Chooser::worth_of(const Bundle& bundle) const {
    Reached reached{};
    double worth = 0;
    for (const std::uint16_t place : bundle.items()) {
        worth -= price_[place];
        reach(problem_, candidates_[place], reached.data());
    }
    for (std::size_t t = 0; t < target_count_; ++t) worth += reached[t] * (upto_[t + 1] - upto_[t]);
    return worth;
}

} // namespace kunna::planning
