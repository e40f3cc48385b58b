// Reporting lines: cycles, by peeling off everyone who cannot be in one and walking upward among those left.
#include "people/reporting.hpp"

#include "access/visibility.hpp"
#include "people/store.hpp"

#include <algorithm>
#include <unordered_set>

namespace kunna::people {

namespace {

using LinesOf = std::function<std::vector<Line>(PersonId)>;

// Depth first; the days on which the whole path holds shrink on the way, so a path ends where its lines do not meet.
bool climb(PersonId start, PersonId at, Date from, Date to, const LinesOf& lines_of, std::vector<PersonId>& path) {
    if (at == start) return true;
    // Others' circle, above us: whoever checks them finds it.
    if (std::find(path.begin(), path.end(), at) != path.end()) return false;
    path.push_back(at);
    for (const Line& line : lines_of(at)) {
        const Date since = std::max(from, line.from);
        const Date until = std::min(to, line.to);
        if (since <= until && climb(start, line.manager, since, until, lines_of, path)) return true;
    }
    path.pop_back();
    return false;
}

} // namespace

std::vector<PersonId> cycle_through(const Line& line, const LinesOf& lines_of) {
    std::vector<PersonId> path{line.person};
    if (climb(line.person, line.manager, line.from, line.to, lines_of, path)) return path;
    return {};
}

std::vector<std::vector<PersonId>> cycles(std::span<const Line> lines) {
    // Whoever manages nobody is in no circle; without them others manage nobody; what is left may be.
    std::unordered_map<PersonId, std::vector<Line>> above;
    std::unordered_map<PersonId, std::size_t> reports;
    above.reserve(lines.size());
    for (const Line& line : lines) {
        above[line.person].push_back(line);
        ++reports[line.manager];
    }
    std::vector<PersonId> free;
    for (const auto& [person, managers] : above)
        if (!reports.contains(person)) free.push_back(person);
    while (!free.empty()) {
        const PersonId person = free.back();
        free.pop_back();
        const auto managers = above.extract(person);
        if (managers.empty()) continue;
        for (const Line& line : managers.mapped())
            if (--reports[line.manager] == 0) free.push_back(line.manager);
    }
    std::vector<PersonId> left;
    for (const auto& [person, managers] : above) left.push_back(person);
    std::sort(left.begin(), left.end());

    const LinesOf lines_of = [&](PersonId person) {
        const auto found = above.find(person);
        return found == above.end() ? std::vector<Line>{} : found->second;
    };
    std::vector<std::vector<PersonId>> found;
    std::unordered_set<PersonId> told;
    for (const PersonId person : left) {
        if (told.contains(person)) continue;
        for (const Line& line : lines_of(person)) {
            std::vector<PersonId> cycle = cycle_through(line, lines_of);
            if (cycle.empty()) continue;
            told.insert(cycle.begin(), cycle.end());
            found.push_back(std::move(cycle));
            break;
        }
    }
    return found;
}

Result<void> check_no_cycle(db::Tx& tx, const access::Actor& actor, PersonId person, const Career& career) {
    std::unordered_map<PersonId, std::vector<Line>> known;
    const LinesOf lines_of = [&](PersonId of) {
        const auto [at, fresh] = known.try_emplace(of);
        if (fresh) at->second = store::lines_of(tx, of);
        return at->second;
    };
    for (const Held& held : career) {
        if (!held.manager.given()) continue;
        const std::vector<PersonId> cycle =
            cycle_through({person, held.manager, held.from, held.to.value_or(Line::forever)}, lines_of);
        if (cycle.empty()) continue;
        std::string names;
        const db::Scope scope = access::visible_people(tx, actor, access::Sight::profile);
        for (const PersonId member : cycle) {
            if (!names.empty()) names += " → ";
            names += store::name_in_scope(tx, scope, member).value_or("…");
        }
        return Error{Kind::conflict, "position.manager_cycle", {}, {{"people", names}}};
    }
    return {};
}

} // namespace kunna::people
