// What goals need: the matrix of one goal, and the needs of all that are pursued.
#include "audit/trail.hpp"
#include "base/json_read.hpp"
#include "base/text.hpp"
#include "goals/goals.hpp"
#include "goals/queries.hpp"
#include "goals/store.hpp"
#include "skills/catalogue.hpp"
#include "skills/roles.hpp"

#include <set>
#include <tuple>

namespace kunna::goals {

namespace {

constexpr std::size_t most_needs = 200;
constexpr std::int32_t most_people = 1'000'000;
constexpr int highest_priority = 100'000;

// Two needs of the same people, skill, level and day are one.
auto place_of(const Need& need) {
    return std::tuple{need.role.value_or(RoleId{}), need.unit.value_or(UnitId{}), need.skill, need.level, need.due};
}

class Checker {
public:
    Checker(db::Tx& tx, const std::vector<NeedRow>& before) : tx_{tx}, skills_{tx}, roles_{tx} {
        for (const NeedRow& row : before) {
            needed_.insert(row.need.skill);
            days_.insert(row.need.due);
        }
    }

    Result<void> check(const std::vector<Need>& needs) {
        if (needs.size() > most_needs)
            return refuse_field("/needs", "profile.too_many", {{"limit", std::to_string(most_needs)}});
        const json::Place top{};
        const json::Place list = top.member("needs");
        for (std::size_t i = 0; i < needs.size(); ++i) check(needs[i], list.item(i));
        if (!problems_.none()) return std::move(problems_).error();
        return {};
    }

private:
    void check(const Need& need, const json::Place& at) {
        check_skill(need, at);
        if (need.role && !role_exists(*need.role)) problems_.add(at.member("role"), "role.not_found");
        if (need.unit && *tx_.one<std::int64_t>(queries::unit_exists, {{"unit", *need.unit}}) == 0)
            problems_.add(at.member("unit"), "unit.not_found");
        if (need.headcount < 1 || need.headcount > most_people)
            problems_.add(at.member("headcount"), "need.headcount", {{"max", std::to_string(most_people)}});
        if (need.due < tx_.today() && !days_.contains(need.due)) problems_.add(at.member("due"), "need.due_passed");
        if (need.consequence < 1 || need.consequence > 3) problems_.add(at.member("consequence"), "need.one_to_three");
        if (need.scarcity < 1 || need.scarcity > 3) problems_.add(at.member("scarcity"), "need.one_to_three");
        if (!seen_.insert(place_of(need)).second) problems_.add(at.member("skill"), "need.twice");
    }
    void check_skill(const Need& need, const json::Place& at) {
        const skills::KnownSkill* skill = skills_.by_id(need.skill);
        if (skill == nullptr) return problems_.add(at.member("skill"), "skill.not_found");
        // What the goal needed already may stay; a retired skill is only not taken up anew.
        if (skill->retired && !needed_.contains(need.skill)) problems_.add(at.member("skill"), "skill.retired");
        if (need.level <= skill->lowest || need.level > skill->highest)
            problems_.add(at.member("level"), "requirement.level_outside",
                          {{"min", std::to_string(skill->lowest + 1)}, {"max", std::to_string(skill->highest)}});
    }
    bool role_exists(RoleId role) const {
        return std::any_of(roles_.all().begin(), roles_.all().end(),
                           [&](const skills::KnownRole& known) { return known.id == role; });
    }

    db::Tx& tx_;
    skills::SkillFinder skills_;
    skills::RoleFinder roles_;
    std::set<SkillId> needed_;
    std::set<Date> days_;
    std::set<decltype(place_of(Need{}))> seen_;
    json::Problems problems_;
};

void write(db::Tx& tx, GoalId goal, const std::vector<NeedRow>& before, const std::vector<Need>& needs) {
    std::map<decltype(place_of(Need{})), NeedId> kept;
    for (const NeedRow& row : before) kept[place_of(row.need)] = *row.need.id;
    for (const Need& need : needs) {
        const auto at = kept.find(place_of(need));
        if (at == kept.end()) {
            tx.run(queries::insert_need, {{"goal", goal},
                                          {"role", need.role},
                                          {"unit", need.unit},
                                          {"skill", need.skill},
                                          {"level", need.level},
                                          {"headcount", need.headcount},
                                          {"due", need.due},
                                          {"must", need.must},
                                          {"consequence", need.consequence},
                                          {"scarcity", need.scarcity}});
            continue;
        }
        tx.run(queries::update_need, {{"need", at->second},
                                      {"headcount", need.headcount},
                                      {"must", need.must},
                                      {"consequence", need.consequence},
                                      {"scarcity", need.scarcity}});
        kept.erase(at);
    }
    for (const auto& [place, id] : kept) tx.run(queries::delete_need, {{"need", id}});
}

std::vector<PursuedNeed> needs_where(db::Tx& tx, const std::function<bool(const GoalRow&)>& wanted) {
    auto needs = store::needs(tx);
    std::vector<PursuedNeed> all;
    for (const GoalRow& goal : goals(tx)) {
        if (!wanted(goal)) continue;
        std::vector<UnitId> units;
        for (const ConcernedUnit& unit : goal.units) units.push_back(unit.id);
        for (NeedRow& row : needs[goal.id]) all.push_back({goal.id, goal.name, goal.weight, units, std::move(row)});
    }
    return all;
}

} // namespace

Result<Goal> set_needs(db::Tx& tx, const access::Actor& actor, GoalId id, std::optional<std::int64_t> version,
                       const std::vector<Need>& needs) {
    const auto flat = store::find(tx, id);
    if (!flat) return refuse(Kind::not_found, "goal.not_found");
    if (version && *version != flat->version) return refuse(Kind::stale, "http.stale");
    const std::vector<NeedRow> before = store::needs(tx)[id];
    TRY(Checker(tx, before).check(needs));
    write(tx, id, before, needs);
    tx.run(queries::touch_goal, {{"goal", id}});
    audit::append(tx, actor.account, "goal.needs_set", id.value, "needs=" + std::to_string(needs.size()));
    return find_goal(tx, actor, id);
}

Result<Goal> choose(db::Tx& tx, const access::Actor& actor, GoalId goal, NeedId need, const NewChoice& wanted) {
    if (!store::find(tx, goal)) return refuse(Kind::not_found, "goal.not_found");
    const bool chosen = wanted.priority || wanted.not_funded;
    const std::string because = text::squeeze(wanted.because);
    if (chosen && because.empty()) return refuse_field("/because", "need.reason_missing");
    if (because.size() > skills::longest_text)
        return refuse_field("/because", "skill.text_too_long", {{"limit", std::to_string(skills::longest_text)}});
    if (wanted.priority && !(*wanted.priority >= 0 && *wanted.priority <= highest_priority))
        return refuse_field("/priority", "need.priority_outside", {{"max", std::to_string(highest_priority)}});
    const auto changed = tx.run(queries::choose, {{"need", need},
                                                  {"goal", goal},
                                                  {"priority", wanted.priority},
                                                  {"not_funded", wanted.not_funded},
                                                  {"because", chosen ? because : ""},
                                                  {"account", actor.account},
                                                  {"at", tx.now()}});
    if (changed == 0) return refuse(Kind::not_found, "need.not_found");
    audit::append(tx, actor.account, "goal.need_chosen", goal.value, "priority,reason");
    return find_goal(tx, actor, goal);
}

std::vector<PursuedNeed> pursued_needs(db::Tx& tx) {
    return needs_where(
        tx, [](const GoalRow& goal) { return goal.state != GoalState::dropped && goal.state != GoalState::reached; });
}

std::vector<PursuedNeed> needs_of(db::Tx& tx, GoalId id) {
    return needs_where(tx, [&](const GoalRow& goal) { return goal.id == id; });
}

} // namespace kunna::goals
