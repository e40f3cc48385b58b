// The search for the cheapest path: what matters, in groups that have nothing to do with each other.
#include "reskilling/path.hpp"

#include "reskilling/path_search.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <unordered_map>

namespace kunna::reskilling {

namespace {

// The skills and activities that can matter for one person: those that raise what is missing, what they ask for
// first, and what raises that.
class Matter {
public:
    Matter(const Ways& ways, std::span<const Left> missing, const Held& held) : ways_(ways), held_(held) {
        for (const Left& one : missing) need(one.skill, one.to);
        for (std::size_t at = 0; at < skills_.size(); ++at) // grows on the way
            for (const std::uint32_t way : ways.raising(skills_[at].skill)) take(way);
    }

    [[nodiscard]] std::vector<SearchGroup> groups() {
        parent_.resize(skills_.size() + taken_.size());
        std::iota(parent_.begin(), parent_.end(), std::uint32_t{0});
        for (std::uint32_t t = 0; t < taken_.size(); ++t) tie(t);
        std::vector<SearchGroup> groups;
        std::unordered_map<std::uint32_t, std::size_t> group_of;
        std::vector<std::uint32_t> place(skills_.size()); // in the group
        for (std::uint32_t s = 0; s < skills_.size(); ++s) {
            const auto [at, added] = group_of.emplace(root(s), groups.size());
            if (added) groups.emplace_back();
            SearchGroup& group = groups[at->second];
            place[s] = static_cast<std::uint32_t>(group.skills.size());
            group.skills.push_back(skills_[s]);
        }
        std::unordered_map<std::uint32_t, std::uint32_t> place_of_way;
        for (std::uint32_t t = 0; t < taken_.size(); ++t) {
            SearchGroup& group = groups[group_of.at(root(way_node(t)))];
            place_of_way[taken_[t]] = static_cast<std::uint32_t>(group.ways.size());
            group.ways.push_back(seen_from(taken_[t], place));
        }
        for (SearchGroup& group : groups)
            for (SearchWay& way : group.ways)
                for (std::uint32_t& after : way.after) after = place_of_way.at(after);
        return groups;
    }

private:
    void need(SkillNumber skill, Level wanted) {
        if (at_.contains(skill)) return;
        const auto level = held_(skill);
        if (!level) return;
        at_.emplace(skill, static_cast<std::uint32_t>(skills_.size()));
        skills_.push_back({skill, *level, wanted});
    }
    [[nodiscard]] bool known_and_below(SkillNumber skill, Level level) const {
        const auto now = held_(skill);
        return now && *now < level;
    }
    // Whoever is at all that it would teach has no need of it.
    [[nodiscard]] bool tested_out(const Way& way) const {
        return !way.raises.empty() && std::all_of(way.raises.begin(), way.raises.end(), [&](const Raise& raise) {
            const auto now = held_(raise.skill);
            return now && about(*now, raise.to);
        });
    }
    // Can it ever be taken, as far as what is not in anybody's hands here goes?
    [[nodiscard]] bool open(const Way& way) const {
        const bool entered = std::all_of(way.entry.begin(), way.entry.end(), [&](const Entry& entry) {
            return entry.level.units == 0 || held_(entry.skill).has_value();
        });
        return entered && std::find(way.after.begin(), way.after.end(), lost) == way.after.end();
    }
    void take(std::uint32_t number) {
        const Way& way = ways_.all()[number];
        const bool raises = std::any_of(way.raises.begin(), way.raises.end(), [&](const Raise& raise) {
            return at_.contains(raise.skill) && known_and_below(raise.skill, raise.to);
        });
        if (raises) take_with_all_before(number);
    }
    void take_with_all_before(std::uint32_t number) {
        const Way& way = ways_.all()[number];
        if (taken_at_.contains(number) || !open(way)) return;
        taken_at_.emplace(number, static_cast<std::uint32_t>(taken_.size()));
        taken_.push_back(number);
        for (const Entry& entry : way.entry)
            if (const auto now = held_(entry.skill); now && !about(*now, entry.level)) need(entry.skill, {});
        for (const std::uint32_t before : way.after) {
            if (tested_out(ways_.all()[before])) continue;
            take_with_all_before(before);
            for (const Raise& raise : ways_.all()[before].raises) need(raise.skill, {});
        }
    }

    [[nodiscard]] std::uint32_t way_node(std::uint32_t taken) const {
        return static_cast<std::uint32_t>(skills_.size()) + taken;
    }
    std::uint32_t root(std::uint32_t node) {
        while (parent_[node] != node) node = parent_[node] = parent_[parent_[node]];
        return node;
    }
    void join(std::uint32_t one, std::uint32_t other) { parent_[root(one)] = root(other); }
    void tie(std::uint32_t taken) {
        const Way& way = ways_.all()[taken_[taken]];
        const auto with = [&](SkillNumber skill) {
            if (const auto at = at_.find(skill); at != at_.end()) join(way_node(taken), at->second);
        };
        for (const Raise& raise : way.raises) with(raise.skill);
        for (const Entry& entry : way.entry) with(entry.skill);
        for (const std::uint32_t before : way.after)
            if (const auto at = taken_at_.find(before); at != taken_at_.end())
                join(way_node(taken), way_node(at->second));
    }
    [[nodiscard]] SearchWay seen_from(std::uint32_t number, const std::vector<std::uint32_t>& place) const {
        const Way& way = ways_.all()[number];
        SearchWay seen{.way = number, .cost = way.cost, .minutes = way.minutes};
        for (const Raise& raise : way.raises) {
            const auto at = at_.find(raise.skill);
            if (at == at_.end())
                seen.teaches_more = seen.teaches_more || !held_(raise.skill) || !about(*held_(raise.skill), raise.to);
            else
                seen.raises.push_back({place[at->second], raise.from, raise.to, raise.chance});
        }
        for (const Entry& entry : way.entry)
            if (const auto at = at_.find(entry.skill); at != at_.end())
                seen.entry.push_back({place[at->second], entry.level});
        for (const std::uint32_t before : way.after) {
            if (tested_out(ways_.all()[before])) continue;
            if (taken_at_.contains(before))
                seen.after.push_back(before);
            else
                seen.closed = true;
        }
        return seen;
    }

    const Ways& ways_;
    const Held& held_;
    std::vector<SearchSkill> skills_;
    std::unordered_map<SkillNumber, std::uint32_t> at_;
    std::vector<std::uint32_t> taken_;
    std::unordered_map<std::uint32_t, std::uint32_t> taken_at_;
    std::vector<std::uint32_t> parent_; // skills, then ways
};

} // namespace

Ways::Ways(std::vector<Way> ways) : ways_(std::move(ways)) {
    for (std::uint32_t w = 0; w < ways_.size(); ++w) {
        for (const std::uint32_t before : ways_[w].after)
            if (before != lost && before >= ways_.size())
                throw std::invalid_argument{"reskilling: something comes after what is not there"};
        for (const Raise& raise : ways_[w].raises) {
            if (raise.skill >= raising_.size()) raising_.resize(raise.skill + 1);
            raising_[raise.skill].push_back(w);
        }
    }
}

std::span<const std::uint32_t> Ways::raising(SkillNumber skill) const {
    if (skill >= raising_.size()) return {};
    return raising_[skill];
}

Path find_path(const Ways& ways, std::span<const Wanted> wanted, const Held& held, std::size_t states) {
    Path path;
    for (const Wanted& one : wanted) {
        const auto level = held(one.skill);
        if (!level)
            path.unknown.push_back(one);
        else if (*level < one.level)
            path.missing.push_back({one.skill, *level, one.level});
    }
    std::unordered_map<SkillNumber, Level> after;
    for (const SearchGroup& group : Matter{ways, path.missing, held}.groups()) {
        SearchAnswer answer = search(group, states);
        path.exact = path.exact && answer.exact;
        for (std::size_t s = 0; s < group.skills.size(); ++s) after[group.skills[s].skill] = answer.level[s];
        for (PathStep& step : answer.steps) {
            path.cost += ways.all()[step.way].cost;
            path.minutes += ways.all()[step.way].minutes;
            for (const Raise& raise : step.raised) path.chance *= raise.chance;
            path.steps.push_back(std::move(step));
        }
    }
    for (const Left& one : path.missing)
        if (const Level now = after.at(one.skill); now < one.to) path.left.push_back({one.skill, now, one.to});
    return path;
}

} // namespace kunna::reskilling
