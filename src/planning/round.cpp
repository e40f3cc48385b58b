// Rounding: a plan that keeps every limit, out of what people chose on the way to the prices.
#include "planning/round.hpp"

#include "planning/chooser.hpp"
#include "planning/room.hpp"

#include <algorithm>
#include <array>
#include <random>

namespace kunna::planning {

namespace {

constexpr std::size_t few_to_shuffle = 2'000; // people

class Rounding {
public:
    Rounding(const Problem& problem, const Prices& prices) :
        problem_(problem), prices_(prices), room_(problem), tariff_(problem), chooser_(problem),
        chosen_(problem.people()), seated_(problem.people()) {
        price_at(1);
        for (std::uint32_t p = 0; p < problem.people(); ++p) {
            const auto clauses = problem.clauses(p);
            if (!clauses.empty() && clauses.back().of == Clause::always) locked_.push_back(p);
        }
    }

    // Those with locks before all others.
    void seat_locked(std::span<const Bundle> before, std::span<const Habit> habits) {
        for (const std::uint32_t p : locked_) {
            if (!before.empty()) seat_if_room(p, before[p]);
            for (std::size_t i = 0; i < Habit::most && !seated_[p]; ++i)
                if (habits[p].times[i] > 0) seat_if_room(p, habits[p].bundle[i]);
            if (!seated_[p]) seat_if_room(p, best_with_room(p));
        }
    }

    void seat_as_before(std::span<const Bundle> before) {
        for (std::size_t p = 0; p < before.size(); ++p) seat_if_room(p, before[p]);
    }

    // Bundles in order of how often they were chosen.
    void seat_by_habit(std::span<const Habit> habits) {
        struct Wish {
            std::uint32_t person;
            std::uint16_t times;
            std::uint16_t which;
        };
        std::vector<Wish> wishes;
        for (std::uint32_t p = 0; p < habits.size(); ++p)
            for (std::uint16_t i = 0; i < Habit::most && !seated_[p]; ++i)
                if (habits[p].times[i] > 0) wishes.push_back({p, habits[p].times[i], i});
        std::ranges::stable_sort(wishes, [](const Wish& a, const Wish& b) { return a.times > b.times; });
        for (const Wish& wish : wishes) seat_if_room(wish.person, habits[wish.person].bundle[wish.which]);
    }

    // Everybody chooses anew among what there is room for, prices taken at `scale`: what is left over is filled.
    void choose_again(double scale) {
        price_at(scale);
        for (std::uint32_t p = 0; p < problem_.people(); ++p) {
            const Bundle before = chosen_[p];
            room_.take(p, before, -1);
            const Bundle best = best_with_room(p);
            if (chooser_.worth_of(best) > chooser_.worth_of(before)) chosen_[p] = best;
            room_.take(p, chosen_[p]);
        }
    }

    // A handful of people, drawn at random, give back what they have and choose anew in another order; kept unless
    // something is lost. Among few people a seat at the wrong place is a large share of the whole. Every other handful
    // is of those who could come to one session with a cost of its own, which is then called off, or as if it were
    // free: prices charge a seat its share of a full session, and do not see that few came, or that more would.
    void shuffle() {
        find_sessions();
        const int people = static_cast<int>(problem_.people());
        const int rounds =
            sessions_.empty() ? std::clamp(people * 20, 500, 4'000) : std::clamp(people * 100, 500, 20'000);
        std::mt19937_64 random{1}; // the same plan every time
        std::vector<std::uint32_t> some;
        std::vector<Bundle> before;
        Value value = value_of(problem_, room_.use());
        for (int round = 0; round < rounds; ++round) {
            constexpr std::array scales{0.0, 0.5, 0.8, 0.95, 1.0};
            if (round % 64 == 0 || !sessions_.empty()) price_at(scales[random() % scales.size()]);
            some.clear();
            if (sessions_.empty() || round % 2 == 0) {
                for (std::size_t i = 2 + random() % 5; i > 0; --i)
                    add_to(some, static_cast<std::uint32_t>(random() % problem_.people()));
            } else {
                const Session& session = sessions_[random() % sessions_.size()];
                for (std::size_t i = 1 + random() % most_at_once; i > 0; --i)
                    add_to(some, session.people[random() % session.people.size()]);
                tariff_.item[session.option].base = random() % 2 == 0 ? 0 : nobody_pays;
                // Who pays for the others to come.
                for (std::size_t i = random() % 4; i > 0; --i)
                    add_to(some, static_cast<std::uint32_t>(random() % problem_.people()));
            }
            before.clear();
            for (const std::uint32_t p : some) {
                before.push_back(chosen_[p]);
                room_.take(p, chosen_[p], -1);
            }
            for (const std::uint32_t p : some) {
                chosen_[p] = best_with_room(p);
                room_.take(p, chosen_[p]);
            }
            const Value now = value_of(problem_, room_.use());
            if (now >= value &&
                std::ranges::all_of(some, [&](std::uint32_t p) { return allowed(problem_, p, chosen_[p]); })) {
                value = now;
                continue;
            }
            for (const std::uint32_t p : some) room_.take(p, chosen_[p], -1);
            for (std::size_t i = 0; i < some.size(); ++i) {
                chosen_[some[i]] = before[i];
                room_.take(some[i], before[i]);
            }
        }
    }

    Rounded done() && {
        Rounded rounded{{}, value_of(problem_, room_.use()), {}};
        for (const std::uint32_t p : locked_)
            if (!allowed(problem_, p, chosen_[p])) rounded.unkept.push_back(p);
        rounded.chosen = std::move(chosen_);
        return rounded;
    }

private:
    static constexpr double nobody_pays = 1e200;
    static constexpr std::size_t most_at_once = 20;

    static void add_to(std::vector<std::uint32_t>& some, std::uint32_t p) {
        if (std::ranges::find(some, p) == some.end()) some.push_back(p);
    }

    void find_sessions() {
        std::vector<std::vector<std::uint32_t>> people(problem_.options.size());
        for (std::uint32_t p = 0; p < problem_.people(); ++p)
            for (const Candidate& candidate : problem_.candidates(p))
                if (problem_.options[candidate.option].session_cost > 0) people[candidate.option].push_back(p);
        for (std::uint32_t o = 0; o < people.size(); ++o)
            if (!people[o].empty()) sessions_.push_back({o, std::move(people[o])});
    }

    void seat_if_room(std::size_t p, const Bundle& bundle) {
        if (seated_[p] || bundle.count == 0 || !allowed(problem_, p, bundle) || !room_.fits(p, bundle)) return;
        room_.take(p, bundle);
        chosen_[p] = bundle;
        seated_[p] = 1;
    }

    void price_at(double scale) {
        tariff_.set(problem_, prices_.scaled(scale));
        worth_ = tariff_.worth;
    }

    Bundle best_with_room(std::uint32_t p) {
        // Of a need that has all it takes, more is worth nothing.
        for (const Target& target : problem_.targets(p))
            tariff_.worth[target.need] =
                room_.use().credit[target.need] < problem_.needs[target.need].most ? worth_[target.need] : 0;
        chooser_.look_at(p, tariff_);
        return chooser_.best(&room_).bundle;
    }

    const Problem& problem_;
    const Prices& prices_;
    Room room_;
    Tariff tariff_;
    std::vector<double> worth_; // of a credit, by need, while the need takes more
    Chooser chooser_;
    std::vector<Bundle> chosen_;
    std::vector<std::uint8_t> seated_;
    std::vector<std::uint32_t> locked_;
    // Those with a cost of their own, and who could come.
    struct Session {
        std::uint32_t option;
        std::vector<std::uint32_t> people;
    };
    std::vector<Session> sessions_;
};

} // namespace

Rounded round_off(const Problem& problem, const Prices& prices, std::span<const Habit> habits,
                  std::span<const Bundle> before) {
    Rounding rounding{problem, prices};
    rounding.seat_locked(before, habits);
    rounding.seat_as_before(before);
    rounding.seat_by_habit(habits);
    // What was promised needs little filling up, and among many each price counts for many.
    const bool among_few = problem.people() <= few_to_shuffle;
    if (before.empty())
        for (const double scale : {1.0, 0.97, 0.9, 0.75})
            if (among_few || scale == 1.0 || scale == 0.9) rounding.choose_again(scale);
    for (const double scale : {0.5, 0.0}) rounding.choose_again(scale);
    if (problem.people() > 0 && among_few) rounding.shuffle();
    return std::move(rounding).done();
}

} // namespace kunna::planning
