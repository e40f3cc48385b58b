// Dijkstra over levels and what is done; beyond its bounds, step by step.
#include "reskilling/path_search.hpp"

#include <algorithm>
#include <queue>
#include <string>
#include <tuple>
#include <unordered_map>

namespace kunna::reskilling {

namespace {

constexpr std::size_t most_ways = 64; // bits of what is done

struct State {
    std::vector<Level> level;
    std::vector<bool> done;
};

class Group {
public:
    explicit Group(const SearchGroup& group) : group_(group), first_(group.ways.size(), false) {
        for (const SearchWay& way : group.ways)
            for (const std::uint32_t before : way.after) first_[before] = true;
    }

    [[nodiscard]] State start() const {
        State state;
        for (const SearchSkill& skill : group_.skills) state.level.push_back(skill.held);
        state.done.resize(group_.ways.size());
        return state;
    }
    [[nodiscard]] std::int64_t gap(const std::vector<Level>& level) const {
        std::int64_t sum = 0;
        for (std::size_t s = 0; s < level.size(); ++s)
            sum += std::max(0, int{group_.skills[s].wanted.units} - int{level[s].units});
        return sum;
    }
    [[nodiscard]] bool usable(const State& state, std::uint32_t number) const {
        const SearchWay& way = group_.ways[number];
        if (way.closed || state.done[number]) return false;
        const bool entered = std::all_of(way.entry.begin(), way.entry.end(), [&](const Entry& entry) {
            return about(state.level[entry.skill], entry.level);
        });
        return entered && std::all_of(way.after.begin(), way.after.end(), [&](std::uint32_t before) {
                   return state.done[before] || tested_out(state, group_.ways[before]);
               });
    }
    // It raises something here, or something else asks for it first.
    [[nodiscard]] bool useful(const State& state, std::uint32_t number) const {
        return first_[number] || !raised(state, number).empty();
    }
    // What it does from here, from where the person is.
    [[nodiscard]] std::vector<Raise> raised(const State& state, std::uint32_t number) const {
        std::vector<Raise> all;
        for (const Raise& raise : group_.ways[number].raises)
            if (const Level now = state.level[raise.skill]; about(now, raise.from) && now < raise.to)
                all.push_back({raise.skill, now, raise.to, raise.chance});
        return all;
    }
    void take(State& state, std::uint32_t number) const {
        for (const Raise& raise : raised(state, number)) state.level[raise.skill] = raise.to;
        state.done[number] = true;
    }
    // The least gap there can be: with every activity as often as it helps.
    [[nodiscard]] std::int64_t floor() const {
        State state = start();
        for (bool more = true; more;) {
            more = false;
            for (std::uint32_t w = 0; w < group_.ways.size(); ++w) {
                const bool before = state.done[w];
                state.done[w] = false;
                if (usable(state, w) && (!raised(state, w).empty() || !before)) {
                    take(state, w);
                    more = true;
                }
                state.done[w] = state.done[w] || before;
            }
        }
        return gap(state.level);
    }
    [[nodiscard]] SearchAnswer answer(const std::vector<std::uint32_t>& order) const {
        SearchAnswer answer;
        State state = start();
        for (const std::uint32_t number : order) {
            PathStep step{.way = group_.ways[number].way};
            for (const Raise& raise : raised(state, number))
                step.raised.push_back({group_.skills[raise.skill].skill, raise.from, raise.to, raise.chance});
            take(state, number);
            answer.steps.push_back(std::move(step));
        }
        answer.level = std::move(state.level);
        return answer;
    }
    [[nodiscard]] const SearchGroup& group() const { return group_; }

private:
    [[nodiscard]] static bool tested_out(const State& state, const SearchWay& way) {
        return !way.teaches_more && !way.raises.empty() &&
               std::all_of(way.raises.begin(), way.raises.end(),
                           [&](const Raise& raise) { return about(state.level[raise.skill], raise.to); });
    }

    const SearchGroup& group_;
    std::vector<bool> first_; // by way: another asks for it
};

// One state that has been reached, and over which way most cheaply.
struct Node {
    State state;
    std::int64_t cost = 0;
    std::int64_t minutes = 0;
    std::uint32_t from = lost;
    std::uint32_t way = lost;
    bool settled = false;
};

std::u16string key_of(const State& state) {
    std::u16string key;
    for (const Level level : state.level) key.push_back(static_cast<char16_t>(level.units));
    for (std::size_t w = 0; w < state.done.size(); w += 16) {
        unsigned bits = 0;
        for (std::size_t b = 0; b < 16 && w + b < state.done.size(); ++b) bits |= (state.done[w + b] ? 1U : 0U) << b;
        key.push_back(static_cast<char16_t>(bits));
    }
    return key;
}

// Nothing when it takes more states than allowed.
std::optional<std::vector<std::uint32_t>> cheapest(const Group& group, std::size_t states) {
    using Waiting = std::tuple<std::int64_t, std::int64_t, std::uint32_t>; // cost, minutes, node
    std::vector<Node> nodes{{.state = group.start()}};
    std::unordered_map<std::u16string, std::uint32_t> known{{key_of(nodes[0].state), 0}};
    std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> waiting;
    waiting.emplace(0, 0, 0);
    const std::int64_t floor = group.floor();
    std::uint32_t best = 0;
    std::int64_t least = group.gap(nodes[0].state.level);
    while (!waiting.empty() && least > floor) {
        const auto [cost, minutes, at] = waiting.top();
        waiting.pop();
        if (nodes[at].settled) continue;
        nodes[at].settled = true;
        // They are settled from the cheapest on: of equal gaps the first stays.
        if (const std::int64_t gap = group.gap(nodes[at].state.level); gap < least) {
            least = gap;
            best = at;
        }
        for (std::uint32_t w = 0; w < group.group().ways.size(); ++w) {
            if (!group.usable(nodes[at].state, w) || !group.useful(nodes[at].state, w)) continue;
            Node next{.state = nodes[at].state,
                      .cost = cost + group.group().ways[w].cost,
                      .minutes = minutes + group.group().ways[w].minutes,
                      .from = at,
                      .way = w};
            group.take(next.state, w);
            const auto [found, added] = known.emplace(key_of(next.state), static_cast<std::uint32_t>(nodes.size()));
            if (added) {
                if (nodes.size() == states) return std::nullopt;
                waiting.emplace(next.cost, next.minutes, found->second);
                nodes.push_back(std::move(next));
                continue;
            }
            Node& before = nodes[found->second];
            if (before.settled || std::tie(before.cost, before.minutes) <= std::tie(next.cost, next.minutes)) continue;
            waiting.emplace(next.cost, next.minutes, found->second);
            before = std::move(next);
        }
    }
    std::vector<std::uint32_t> order;
    for (std::uint32_t at = best; nodes[at].from != lost; at = nodes[at].from) order.push_back(nodes[at].way);
    std::reverse(order.begin(), order.end());
    return order;
}

// The gap after these in this order; nothing when one of them cannot be taken then.
std::optional<std::int64_t> gap_after(const Group& group, const std::vector<std::uint32_t>& order) {
    State state = group.start();
    for (const std::uint32_t number : order) {
        if (!group.usable(state, number)) return std::nullopt;
        group.take(state, number);
    }
    return group.gap(state.level);
}

// Always what closes most for its cost, else the cheapest that opens something; then without what was not needed.
std::vector<std::uint32_t> step_by_step(const Group& group) {
    std::vector<std::uint32_t> order;
    State state = group.start();
    for (;;) {
        std::optional<std::tuple<double, std::int64_t, std::uint32_t>> best;
        const std::int64_t gap = group.gap(state.level);
        if (gap == 0) break;
        for (std::uint32_t w = 0; w < group.group().ways.size(); ++w) {
            if (!group.usable(state, w) || !group.useful(state, w)) continue;
            State next = state;
            group.take(next, w);
            const SearchWay& way = group.group().ways[w];
            const auto closed = static_cast<double>(gap - group.gap(next.level));
            const std::tuple worth{closed > 0 ? -closed / static_cast<double>(way.cost + way.minutes + 1) : 0.0,
                                   way.cost + way.minutes, w};
            if (!best || worth < *best) best = worth;
        }
        if (!best) break;
        order.push_back(std::get<2>(*best));
        group.take(state, order.back());
    }
    const std::int64_t reached = group.gap(state.level);
    for (std::size_t i = order.size(); i-- > 0;) {
        std::vector<std::uint32_t> without = order;
        without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
        if (const auto gap = gap_after(group, without); gap && *gap <= reached) order = std::move(without);
    }
    return order;
}

} // namespace

SearchAnswer search(const SearchGroup& group, std::size_t states) {
    const Group searched{group};
    if (group.ways.size() <= most_ways)
        if (const auto order = cheapest(searched, states)) return searched.answer(*order);
    SearchAnswer answer = searched.answer(step_by_step(searched));
    answer.exact = false;
    return answer;
}

} // namespace kunna::reskilling
