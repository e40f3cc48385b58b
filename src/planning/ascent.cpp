// Ascent: prices under which what everybody would choose just fits the limits.
#include "planning/ascent.hpp"

#include <algorithm>
#include <cmath>

namespace kunna::planning {

namespace {

constexpr double no_most = 1e200;

// How much a limit is overrun, as a share of it.
double overrun(std::int64_t use, std::int64_t limit) {
    if (limit == unlimited) return -1;
    if (limit <= 0) return use > 0 ? 1 : 0;
    return static_cast<double>(use) / static_cast<double>(limit) - 1;
}

// A price moves by a factor, in proportion to the overrun and with some of the way it was going. A price near nothing
// that is not called for is nothing; one that is begins at `least`. Where several options are as good as each other
// everybody goes to the cheapest: it is overrun manifold in one pass and idle in the next ones. So a large overrun
// counts in full, or the idle passes would take back what it called for; only the step is bounded.
struct Step {
    double size;

    void take(double& price, double& going, double over, double least, double most = no_most) const {
        constexpr double kept = 0.5;
        constexpr double manifold = 8;
        constexpr double farthest = 1.5;
        going = kept * going + (1 - kept) * std::clamp(over, -1.0, manifold);
        price = std::min(std::max(price, least) * std::exp(std::min(size * going, farthest)), most);
        if (price <= least && over < 0) price = 0;
    }
};

// Among few, prices find their place more slowly; near earlier ones they have found it already.
int passes_for(std::size_t people, bool near) {
    if (people >= 20'000) return near ? 4 : people < 500'000 ? 100 : 68;
    if (near) return 60;
    return people < 500 ? 300 : 200;
}

class Ascent {
public:
    Ascent(const Problem& problem, const Pass& first) :
        problem_(problem), share_(problem.options.size()), scarce_(problem.options.size()), now_(problem),
        going_(problem) {
        for (std::size_t o = 0; o < share_.size(); ++o)
            if (const Option& option = problem.options[o]; option.seats != unlimited && option.seats > 0)
                share_[o] = static_cast<double>(option.session_cost) / static_cast<double>(option.seats);
        // What an öre, a minute and a seat bring on the average.
        const auto value = static_cast<double>(value_of(problem, first.use));
        const auto each = [&](std::int64_t use) { return use > 0 ? value / static_cast<double>(use) : 0; };
        std::int64_t minutes = 0;
        for (const std::int64_t used : first.use.away) minutes += used;
        std::int64_t seats = 0;
        for (const std::int64_t used : first.use.seats) seats += used;
        money_ = each(spent(problem, first.use));
        minute_ = each(minutes);
        seat_ = each(seats);
    }

    void begin(const Use& free) {
        const auto over = [](std::int64_t use, std::int64_t limit) { return overrun(use, limit) > 0 ? 1 : 0; };
        now_.money = 0.5 * money_ * over(spent(problem_, free), problem_.budget);
        for (std::size_t u = 0; u < problem_.units.size(); ++u) {
            const Unit& unit = problem_.units[u];
            now_.unit_money[u] = 0.2 * money_ * over(free.unit_money[u], unit.budget);
            for (std::size_t q = 0; q < unit.away.size(); ++q) {
                const std::size_t at = u * problem_.periods + q;
                now_.away[at] = 0.2 * minute_ * over(free.away[at], unit.away[q]);
            }
        }
        for (std::size_t o = 0; o < problem_.options.size(); ++o)
            scarce_[o] = 0.2 * seat_ * over(free.seats[o], problem_.options[o].seats);
        price_seats();
    }
    void begin(const Prices& from) {
        now_ = from;
        for (std::size_t o = 0; o < problem_.options.size(); ++o)
            scarce_[o] = std::max(0.0, now_.seat[o] - share_[o] * now_.money);
        price_seats();
    }

    void move(const Use& use, const Step& step) {
        constexpr double least = 1e-5; // of the average
        double money = static_cast<double>(use.seat_money);
        for (std::size_t o = 0; o < problem_.options.size(); ++o) {
            const Option& option = problem_.options[o];
            if (option.seats == unlimited) continue;
            money += share_[o] * static_cast<double>(use.seats[o]);
            step.take(scarce_[o], going_.seat[o], overrun(use.seats[o], option.seats), least * seat_);
        }
        step.take(now_.money, going_.money, overrun(std::llround(money), problem_.budget), least * money_);
        for (std::size_t u = 0; u < problem_.units.size(); ++u) {
            const Unit& unit = problem_.units[u];
            step.take(now_.unit_money[u], going_.unit_money[u], overrun(use.unit_money[u], unit.budget),
                      least * money_);
            for (std::size_t q = 0; q < unit.away.size(); ++q) {
                const std::size_t at = u * problem_.periods + q;
                step.take(now_.away[at], going_.away[at], overrun(use.away[at], unit.away[q]), least * minute_);
            }
        }
        for (std::size_t n = 0; n < problem_.needs.size(); ++n) {
            const auto weight = static_cast<double>(problem_.needs[n].weight);
            step.take(now_.credit[n], going_.credit[n], overrun(use.credit[n], problem_.needs[n].most), least * weight,
                      weight);
        }
        price_seats();
    }

    [[nodiscard]] const Prices& now() const { return now_; }

private:
    void price_seats() {
        for (std::size_t o = 0; o < problem_.options.size(); ++o) now_.seat[o] = scarce_[o] + share_[o] * now_.money;
    }

    const Problem& problem_;
    // Of a seat's price: its share of what the session costs, in money; and what it is worth because there are so few.
    // A price below the share would pay for no session and still be asked of everybody: the bound is never better.
    std::vector<double> share_; // öre
    std::vector<double> scarce_;
    double money_ = 0;
    double minute_ = 0;
    double seat_ = 0;
    Prices now_;
    Prices going_; // the way each price is moving
};

} // namespace

void Habit::note(const Bundle& chosen) {
    std::size_t rarest = 0;
    for (std::size_t i = 0; i < most; ++i) {
        if (times[i] > 0 && bundle[i] == chosen) {
            ++times[i];
            return;
        }
        if (times[i] < times[rarest]) rarest = i;
    }
    bundle[rarest] = chosen;
    times[rarest] = 1;
}

Ascended ascend(const Problem& problem, const Effort& effort, const Prices* from) {
    const Prices at_first = from ? *from : Prices{problem};
    Pass met = everybody_chooses(problem, at_first, effort.threads);
    Ascended best{at_first, met.bound, std::vector<Habit>(problem.people()), std::move(met.impossible), 1};
    if (!best.impossible.empty()) return best;
    Ascent ascent{problem, met};
    if (from)
        ascent.begin(*from);
    else
        ascent.begin(met.use);

    // Large steps first, smaller and smaller ones; then small ones of one size, to see who wavers between what.
    const double first = from ? 0.1 : 1.0;
    const int passes = effort.passes > 0 ? effort.passes : passes_for(problem.people(), from != nullptr);
    const double last = std::clamp(5.0 / passes, 0.002, 0.05);
    const int wavering = std::max(1, passes / 5);
    const int settling = std::max(1, passes - wavering);
    for (int pass = 0; pass < passes; ++pass) {
        best.cancelled = effort.cancelled && effort.cancelled();
        // Whoever cancels has what was chosen last.
        const bool noting = pass >= settling || best.cancelled;
        const Pass told =
            everybody_chooses(problem, ascent.now(), effort.threads, [&](std::size_t p, const Bundle& bundle) {
                if (noting) best.habits[p].note(bundle);
            });
        ++best.passes;
        if (told.bound < best.bound) {
            best.bound = told.bound;
            best.prices = ascent.now();
        }
        if (best.cancelled) break;
        if (effort.progress) effort.progress(static_cast<double>(pass + 1) / passes);
        ascent.move(told.use, {first * std::pow(last / first, std::min(1.0, static_cast<double>(pass) / settling))});
    }
    return best;
}

} // namespace kunna::planning
