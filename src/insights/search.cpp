// Search.
#include "insights/search.hpp"

#include "base/text.hpp"
#include "people/people.hpp"
#include "skills/catalogue.hpp"

namespace kunna::insights {

namespace {

// 2: begins with it, 1: contains it, 0: neither.
int match(const std::string& folded, std::string_view name) {
    const std::size_t at = text::fold(name).find(folded);
    return at == std::string::npos ? 0 : at == 0 ? 2 : 1;
}

struct Ranked {
    int rank = 0;
    Found found{};
};

void take_best(std::vector<Found>& out, std::vector<Ranked>& ranked, std::size_t limit) {
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) { return a.rank > b.rank; });
    for (std::size_t i = 0; i < std::min(limit, ranked.size()); ++i) out.push_back(std::move(ranked[i].found));
    ranked.clear();
}

} // namespace

std::vector<Found> search(db::Db& db, const Workforce& workforce, const access::Actor& actor, std::string_view query,
                          std::size_t limit) {
    std::vector<Found> out;
    const std::string folded = text::fold(query);
    if (folded.empty()) return out;
    if (actor.may(access::Permission::view_people)) {
        people::Asked asked;
        asked.query = query;
        asked.limit = static_cast<int>(limit);
        for (const people::PersonRow& person :
             db.read([&](db::Tx& tx) { return people::list(tx, actor, asked).items; }))
            out.push_back({"person", person.id.value, person.name,
                           person.title.empty() ? person.unit_name : person.title + " · " + person.unit_name});
    }
    const Directory& names = workforce.names();
    std::vector<Ranked> ranked;
    for (const SkillName& skill : names.skills)
        if (const int rank = std::max(match(folded, skill.name.sv), match(folded, skill.name.en)); rank > 0)
            ranked.push_back({rank, {"skill", skill.id.value, skills::shown(skill.name, actor.language), ""}});
    take_best(out, ranked, limit);
    for (const RoleName& role : names.roles)
        if (const int rank = std::max(match(folded, role.name.sv), match(folded, role.name.en)); rank > 0)
            ranked.push_back({rank, {"role", role.id.value, skills::shown(role.name, actor.language), ""}});
    take_best(out, ranked, limit);
    for (const UnitName& unit : names.units)
        if (const int rank = std::max(match(folded, unit.name), match(folded, unit.code)); rank > 0 && unit.id.given())
            ranked.push_back({rank, {"unit", unit.id.value, unit.name, unit.code}});
    take_best(out, ranked, limit);
    return out;
}

} // namespace kunna::insights
