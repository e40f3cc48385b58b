// Model.
#include "plans/model.hpp"

#include "plans/openings.hpp"

#include <algorithm>
#include <cmath>

namespace kunna::plans {

namespace {

constexpr double percent = 100;
constexpr std::int64_t hundred = 100;
constexpr std::int64_t heaviest = 1'000'000;
constexpr std::uint8_t most_activities = 6;  // of a person
constexpr double worth_of_a_wish = 0.05;     // of a step of the usual need
constexpr double an_hour = 400'00;           // hundredths of the currency
constexpr std::int64_t most_newcomers = 200; // of a need

std::uint32_t minutes_of(double hours) {
    return static_cast<std::uint32_t>(std::lround(hours * minutes_an_hour));
}

// Bans of activities, and locks.
class Rules {
public:
    Rules(const Given& given) : units_(given.workforce.snapshot().units()) {
        const insights::Directory& names = given.workforce.names();
        for (const PlanLock& lock : given.frame.locks) {
            if (!lock.activity) continue;
            const auto activity = given.offers.find(*lock.activity);
            if (!activity) continue;
            auto& rules = lock.kind == LockKind::lock ? locks_ : bans_;
            if (lock.person) {
                if (const auto who = given.workforce.find(*lock.person)) rules.of_person[*who].insert(*activity);
            } else if (lock.unit) {
                if (const auto unit = names.find(*lock.unit)) rules.of_unit.emplace_back(*unit, *activity);
            } else {
                rules.of_all.insert(*activity);
            }
        }
    }

    [[nodiscard]] bool banned(engine::PersonIndex who, engine::UnitIndex unit, std::size_t activity) const {
        return bans_.names(units_, who, unit, activity);
    }
    // Of the unit: for those whom the activity brings something.
    [[nodiscard]] bool locked(engine::PersonIndex who, engine::UnitIndex unit, std::size_t activity) const {
        return locks_.names(units_, who, unit, activity);
    }
    [[nodiscard]] std::set<std::size_t> own_locks(engine::PersonIndex who) const {
        const auto at = locks_.of_person.find(who);
        return at == locks_.of_person.end() ? std::set<std::size_t>{} : at->second;
    }

private:
    struct Set {
        std::map<engine::PersonIndex, std::set<std::size_t>> of_person;
        std::vector<std::pair<engine::UnitIndex, std::size_t>> of_unit;
        std::set<std::size_t> of_all;

        [[nodiscard]] bool names(const engine::Units& units, engine::PersonIndex who, engine::UnitIndex unit,
                                 std::size_t activity) const {
            if (of_all.contains(activity)) return true;
            if (const auto at = of_person.find(who); at != of_person.end() && at->second.contains(activity))
                return true;
            return std::any_of(of_unit.begin(), of_unit.end(), [&](const auto& one) {
                return one.second == activity && one.first <= unit && unit < units.end_of(one.first);
            });
        }
    };

    const engine::Units& units_;
    Set locks_;
    Set bans_;
};

// What cost and time take off a value.
class Thrift {
public:
    explicit Thrift(const Given& given) {
        const double hours = given.frame.hours * an_hour * static_cast<double>(given.gaps.people.size());
        const double most = std::max(1.0, static_cast<double>(given.frame.budget) + hours);
        each_ = share_of_thrift * static_cast<double>(whole_of(given.needs, given.gaps)) / most;
    }
    [[nodiscard]] planning::Value of(double money, double hours) const {
        return std::llround(each_ * (money + hours * an_hour));
    }

private:
    double each_ = 0; // value of a hundredth of the currency
};

// One person's part of the problem.
class Portion {
public:
    Portion(const Given& given, const Rules& rules, const Thrift& thrift, engine::PersonIndex who,
            planning::Value wish) :
        given_(given),
        rules_(rules), thrift_(thrift), who_(who), unit_(given.workforce.snapshot().unit_of(who)), wish_(wish),
        openings_(given.offers, [this](SkillId skill) { return level(skill); }) {}

    planning::NewPerson make(std::span<const MissingStep> missing, const std::set<std::size_t>& promised) {
        person_.unit = unit_;
        person_.minutes = minutes_of(given_.frame.hours);
        if (given_.frame.hours_a_quarter) person_.minutes_a_period = minutes_of(*given_.frame.hours_a_quarter);
        missing_ = missing;
        for (const MissingStep& one : missing) person_.targets.push_back({one.need, one.missing});
        for (const MissingStep& one : missing) openings_.towards(skill_of(one.need), one.step);
        std::set<std::size_t> must = rules_.own_locks(who_);
        must.insert(promised.begin(), promised.end());
        for (const std::size_t activity : must) openings_.take(activity);
        for (const auto& [activity, opening] : openings_.found()) (void)candidates(activity);
        for (const auto& [activity, places] : places_) {
            if (places.empty()) continue;
            const bool brings = !person_.candidates[places.front()].covers.empty();
            if (must.contains(activity) || (brings && rules_.locked(who_, unit_, activity)))
                person_.locks.push_back(places);
        }
        return std::move(person_);
    }

private:
    using Places = std::vector<std::uint16_t>;

    [[nodiscard]] SkillId skill_of(std::uint32_t need) const {
        return given_.workforce.names().skills[given_.needs[need].skill].id;
    }
    [[nodiscard]] std::optional<double> level(SkillId skill) const {
        const auto found = given_.workforce.names().find(skill);
        if (!found) return std::nullopt;
        const auto held = given_.workforce.snapshot().held(who_, *found);
        return held ? std::optional{held->level.number()} : std::nullopt;
    }

    // What an activity brings: of each need of a skill that it raises, the missing steps up to where it leads.
    [[nodiscard]] std::vector<planning::Cover> covers(const learning::Activity& activity,
                                                      const Openings::Opening& opening) const {
        std::vector<planning::Cover> covers;
        for (std::size_t t = 0; t < missing_.size();) {
            const std::uint32_t need = missing_[t].need;
            const std::size_t first = t;
            while (t < missing_.size() && missing_[t].need == need) ++t;
            for (std::size_t r = 0; r < activity.raises.size(); ++r) {
                const learning::SkillRaise& raise = activity.raises[r];
                if (!opening.raises[r] || raise.skill != skill_of(need)) continue;
                std::size_t end = first;
                while (end < t && missing_[end].step <= raise.to) ++end;
                if (end == first) continue;
                covers.push_back(
                    {static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(end - first),
                     static_cast<std::uint8_t>(std::clamp(std::lround(raise.probability * percent), 1L, hundred))});
            }
        }
        return covers;
    }
    [[nodiscard]] bool wished(const learning::Activity& activity) const {
        const auto at = given_.wishes.find(who_);
        return at != given_.wishes.end() &&
               std::any_of(activity.raises.begin(), activity.raises.end(),
                           [&](const learning::SkillRaise& raise) { return at->second.contains(raise.skill); });
    }

    // Its places among the candidates; what must come before it gets its own first.
    const Places& candidates(std::size_t activity) {
        if (const auto at = places_.find(activity); at != places_.end()) return at->second;
        Places& places = places_[activity];
        const Openings::Opening& opening = openings_.found().at(activity);
        if (rules_.banned(who_, unit_, activity)) return places;
        for (const auto& ways : opening.before)
            for (const std::size_t way : ways) (void)candidates(way);
        const learning::Activity& of = given_.offers.activities()[activity];
        planning::NewCandidate candidate{.covers = covers(of, opening)};
        if (wished(of) && !candidate.covers.empty()) candidate.bonus = wish_;
        candidate.bonus -= thrift_.of(static_cast<double>(of.cost->seat), of.hours);
        const auto [begin, end] = given_.offers.range_of(activity);
        for (std::size_t offer = begin; offer < end; ++offer) {
            candidate.option = static_cast<std::uint32_t>(offer);
            candidate.after.clear();
            const bool possible = std::all_of(opening.before.begin(), opening.before.end(), [&](const auto& ways) {
                Places before;
                for (const std::size_t way : ways)
                    for (const std::uint16_t place : places_.at(way))
                        if (given_.offers.before(person_.candidates[place].option, offer)) before.push_back(place);
                if (before.empty()) return false;
                candidate.after.push_back(std::move(before));
                return true;
            });
            if (!possible) continue;
            places.push_back(static_cast<std::uint16_t>(person_.candidates.size()));
            person_.candidates.push_back(candidate);
        }
        return places;
    }

    const Given& given_;
    const Rules& rules_;
    const Thrift& thrift_;
    engine::PersonIndex who_;
    engine::UnitIndex unit_;
    planning::Value wish_;
    Openings openings_;
    std::span<const MissingStep> missing_;
    std::map<std::size_t, Places> places_; // by activity
    planning::NewPerson person_;
};

void set_limits(const Given& given, planning::Problem& problem) {
    const engine::Snapshot& snapshot = given.workforce.snapshot();
    const Frame& frame = given.frame;
    problem.budget = frame.budget;
    problem.periods = static_cast<std::uint8_t>(frame.quarters);
    problem.choices = most_activities;
    for (engine::UnitIndex u = 0; u < snapshot.units().size(); ++u) {
        const engine::UnitIndex above = snapshot.units().parent(u);
        problem.units.push_back({.parent = above == engine::no_index ? planning::none : above});
        if (!frame.away_percent) continue;
        std::int64_t fte = 0; // thousandths
        const auto [begin, end] = snapshot.block_range(u, snapshot.units().end_of(u));
        for (std::size_t b = begin; b < end; ++b)
            for (const std::uint16_t one : snapshot.block(b).fte) fte += one;
        const double minutes =
            static_cast<double>(fte) / 1000 * hours_of_a_quarter * minutes_an_hour * *frame.away_percent / percent;
        problem.units.back().away.assign(problem.periods, std::llround(minutes));
    }
    for (const UnitBudget& one : frame.unit_budgets)
        if (const auto unit = given.workforce.names().find(one.unit)) problem.units[*unit].budget = one.amount;
    for (const Offer& offer : given.offers.all()) {
        const learning::Activity& activity = given.offers.activities()[offer.activity];
        problem.options.push_back({.activity = static_cast<std::uint32_t>(offer.activity),
                                   .period = offer.quarter,
                                   .minutes = minutes_of(activity.hours),
                                   .cost = activity.cost->seat,
                                   .session_cost = activity.cost->session,
                                   .seats = offer.seats ? *offer.seats : planning::unlimited});
    }
    if (frame.hire_cost)
        problem.options.push_back(
            {.activity = static_cast<std::uint32_t>(given.offers.activities().size()), .cost = *frame.hire_cost});
}

// As many for each need as are lacking of it, by unit; each closes as much as one of those lacking does on average.
struct Newcomer {
    engine::UnitIndex unit;
    std::uint32_t need;
};
std::vector<Newcomer> newcomers_of(const Given& given, bool only_musts) {
    std::vector<Newcomer> all;
    if (!given.frame.hire_cost) return all;
    for (std::uint32_t n = 0; n < given.needs.size(); ++n) {
        if (!given.needs[n].headcount || given.gaps.open[n] == 0 || (only_musts && !given.needs[n].must)) continue;
        const auto& tops = given.needs[n].of.tops;
        const engine::UnitIndex unit = tops.empty() ? 0 : tops.front();
        for (std::int64_t i = 0; i < std::min(given.gaps.lacking[n], most_newcomers); ++i) all.push_back({unit, n});
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.unit < b.unit; });
    return all;
}

planning::NewPerson hired(const Given& given, const Newcomer& newcomer, std::uint32_t option) {
    planning::NewPerson person{.unit = newcomer.unit};
    const std::int64_t each = given.gaps.open[newcomer.need] / given.gaps.lacking[newcomer.need];
    for (std::int64_t left = each; left > 0; left -= 1000)
        person.targets.push_back({newcomer.need, static_cast<std::uint16_t>(std::min<std::int64_t>(left, 1000))});
    person.candidates.push_back(
        {.option = option, .covers = {{0, static_cast<std::uint8_t>(person.targets.size()), 100}}});
    return person;
}

// A session has no more seats than there are people whom it is for: what it costs is shared by those alone.
void count_seats(planning::Problem& problem) {
    std::vector<std::int64_t> for_whom(problem.options.size());
    for (std::size_t p = 0; p < problem.people(); ++p)
        for (const planning::Candidate& candidate : problem.candidates(p)) ++for_whom[candidate.option];
    for (std::size_t o = 0; o < problem.options.size(); ++o) {
        planning::Option& option = problem.options[o];
        if (option.session_cost > 0) option.seats = std::min(option.seats, for_whom[o]);
    }
}

} // namespace

std::int64_t counted_weight(const AskedNeed& need) {
    return std::clamp(std::llround(need.weight * double{hundred}), 1LL, static_cast<long long>(heaviest));
}

std::int64_t credit_of(std::int64_t open) {
    return open * hundred;
}

planning::Value whole_of(const std::vector<AskedNeed>& needs, const Gaps& gaps) {
    planning::Value sum = 0;
    for (std::size_t n = 0; n < needs.size(); ++n) sum += counted_weight(needs[n]) * credit_of(gaps.open[n]);
    return sum;
}

Model model_of(const Given& given, const Promised& promised, bool only_musts) {
    Model model;
    set_limits(given, model.problem);
    double weights = 0;
    for (std::size_t n = 0; n < given.needs.size(); ++n) {
        const bool capped = given.needs[n].headcount.has_value();
        model.problem.needs.push_back({.weight = counted_weight(given.needs[n]),
                                       .most = capped ? credit_of(given.gaps.open[n]) : planning::unlimited});
        weights += static_cast<double>(counted_weight(given.needs[n]));
    }
    planning::Value wish = 0;
    if (given.frame.wishes && !given.needs.empty())
        wish = std::llround(weights / static_cast<double>(given.needs.size()) *
                            static_cast<double>(planning::whole_step) * worth_of_a_wish);
    const Rules rules{given};
    const Thrift thrift{given};
    const std::vector<Newcomer> newcomers = newcomers_of(given, only_musts);
    auto newcomer = newcomers.begin();
    const auto add_newcomers = [&](engine::UnitIndex up_to) {
        for (; newcomer != newcomers.end() && newcomer->unit < up_to; ++newcomer) {
            planning::NewPerson person = hired(given, *newcomer, static_cast<std::uint32_t>(given.offers.all().size()));
            person.candidates.front().bonus = -thrift.of(static_cast<double>(*given.frame.hire_cost), 0);
            model.problem.add(person);
            model.people.push_back({{}, newcomer->need});
            model.step_at.push_back(model.steps.size());
        }
    };
    std::vector<MissingStep> missing;
    static const std::set<std::size_t> nothing;
    for (std::size_t p = 0; p < given.gaps.people.size(); ++p) {
        const engine::PersonIndex who = given.gaps.people[p];
        missing.clear();
        for (const MissingStep& one : given.gaps.of(p))
            if (!only_musts || given.needs[one.need].must) missing.push_back(one);
        const auto own = promised.find(who);
        Portion portion{given, rules, thrift, who, only_musts ? 0 : wish};
        planning::NewPerson person = portion.make(missing, own == promised.end() ? nothing : own->second);
        if (person.candidates.empty()) {
            model.nothing_offered += !missing.empty();
            continue;
        }
        add_newcomers(person.unit);
        model.problem.add(person);
        model.people.push_back({who, 0});
        model.step_at.push_back(model.steps.size());
        for (const MissingStep& one : missing) model.steps.push_back(one.step);
    }
    add_newcomers(engine::no_index);
    count_seats(model.problem);
    return model;
}

} // namespace kunna::plans
