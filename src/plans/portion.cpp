// Portion.
#include "plans/portion.hpp"

#include "plans/openings.hpp"

#include <algorithm>
#include <cmath>

namespace kunna::plans {

namespace {

class Portion {
public:
    Portion(const Common& common, engine::PersonIndex who) :
        given_(common.given), rules_(common.rules), thrift_(common.thrift), who_(who),
        unit_(common.given.workforce.snapshot().unit_of(who)), wish_(common.wish),
        openings_(common.given.offers, [this](SkillId skill) { return level(skill); }) {}

    Portioned make(std::span<const MissingStep> missing, const std::set<std::size_t>& promised) {
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
            if (places.empty()) {
                if (must.contains(activity) && !rules_.banned(who_, unit_, activity)) too_late_.push_back(activity);
                continue;
            }
            const bool brings = !person_.candidates[places.front()].covers.empty();
            if (must.contains(activity) || (brings && rules_.locked(who_, unit_, activity)))
                person_.locks.push_back(places);
        }
        return {std::move(person_), std::move(too_late_)};
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
                     static_cast<std::uint8_t>(std::clamp(std::lround(raise.probability * percent), 1L, 100L))});
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
    std::vector<std::size_t> too_late_;
};

} // namespace

std::uint32_t minutes_of(double hours) {
    return static_cast<std::uint32_t>(std::lround(hours * minutes_an_hour));
}

Portioned portion_of(const Common& common, engine::PersonIndex who, std::span<const MissingStep> missing,
                     const std::set<std::size_t>& promised) {
    return Portion{common, who}.make(missing, promised);
}

} // namespace kunna::plans
