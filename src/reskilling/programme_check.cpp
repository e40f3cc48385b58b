// The rules of a programme.
#include "reskilling/programme_check.hpp"

#include "access/visibility.hpp"
#include "base/text.hpp"
#include "reskilling/programmes.hpp"
#include "reskilling/queries.hpp"
#include "skills/catalogue.hpp"

#include <set>

namespace kunna::reskilling {

namespace {

constexpr std::int64_t dearest = 10'000'000'000; // öre: a hundred million kronor
constexpr double most_weeks = 104;
constexpr double most_hours = 40;
constexpr std::size_t most_roles = 20;
constexpr std::int32_t most_heads = 1000;

class Check {
public:
    Check(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, const Programme* before) :
        tx_(tx), workforce_(workforce), actor_(actor), before_(before) {}

    json::Problems of(const ProgrammeInput& wanted) && {
        words(wanted);
        place(wanted);
        roles(wanted);
        figures(wanted);
        return std::move(problems_);
    }

private:
    [[nodiscard]] json::Place at(std::string_view field) const { return top_.member(field); }

    void words(const ProgrammeInput& wanted) {
        if (wanted.name.empty()) problems_.add(at("name"), "programme.name_missing");
        limit("name", wanted.name, skills::longest_name);
        limit("description", wanted.description, skills::longest_text);
        const auto same = tx_.one<ProgrammeId>(queries::programme_by_name, {{"name", text::fold(wanted.name)}});
        if (same && (before_ == nullptr || *same != before_->id))
            problems_.add(at("name"), "programme.name_taken", {{"name", wanted.name}});
    }
    void limit(std::string_view field, const std::string& text, std::size_t longest) {
        if (text.size() > longest)
            problems_.add(at(field), "skill.text_too_long", {{"limit", std::to_string(longest)}});
    }
    void place(const ProgrammeInput& wanted) {
        if (!wanted.unit || !tx_.one<std::string>(queries::unit_name, {{"unit", *wanted.unit}}))
            problems_.add(at("unit"), "programme.unit_unknown");
        else if (!runs(tx_, actor_, *wanted.unit))
            problems_.add(at("unit"), "programme.not_your_unit");
        if (!wanted.ready)
            problems_.add(at("ready"), "programme.day_missing");
        else if (*wanted.ready <= tx_.today() && (before_ == nullptr || before_->ready != *wanted.ready))
            problems_.add(at("ready"), "programme.day_passed");
        if (!(wanted.hours_a_week > 0) || wanted.hours_a_week > most_hours)
            problems_.add(at("hours_a_week"), "programme.hours_a_week",
                          {{"max", std::to_string(static_cast<int>(most_hours))}});
        const bool kept = before_ != nullptr && before_->owner && wanted.owner == before_->owner->person;
        if (!wanted.owner || kept || *wanted.owner == actor_.person) return;
        const db::Scope scope = access::visible_people(tx_, actor_, access::Sight::profile);
        if (!tx_.one<PersonId>(queries::may_own, scope, {{"person", *wanted.owner}, {"day", tx_.today()}}))
            problems_.add(at("owner"), "programme.owner_unknown");
    }
    void roles(const ProgrammeInput& wanted) {
        const json::Place list = at("roles");
        if (wanted.roles.empty()) problems_.add(list, "programme.no_roles");
        if (wanted.roles.size() > most_roles)
            problems_.add(list, "programme.too_many_roles", {{"most", std::to_string(most_roles)}});
        std::set<RoleId> seen;
        for (std::size_t i = 0; i < wanted.roles.size(); ++i) {
            const json::Place item = list.item(i);
            const auto index = workforce_.names().find(wanted.roles[i].role);
            if (!index)
                problems_.add(item.member("role"), "role.not_found");
            else if (!seen.insert(wanted.roles[i].role).second)
                problems_.add(item.member("role"), "programme.role_twice");
            else if (workforce_.snapshot().role(*index).slots() == 0)
                problems_.add(item.member("role"), "programme.role_without_requirements");
            if (wanted.roles[i].headcount < 1 || wanted.roles[i].headcount > most_heads)
                problems_.add(item.member("headcount"), "programme.headcount", {{"max", std::to_string(most_heads)}});
        }
    }
    void figures(const ProgrammeInput& wanted) {
        for (const auto& [field, cost] :
             {std::pair{"recruitment_cost", wanted.recruitment_cost},
              std::pair{"monthly_salary", wanted.monthly_salary}, std::pair{"hour_cost", wanted.hour_cost}}) {
            if (!cost)
                problems_.add(at(field), "programme.cost_missing");
            else if (*cost < 0)
                problems_.add(at(field), "programme.cost_negative");
            else if (*cost > dearest)
                problems_.add(at(field), "programme.cost_too_large");
        }
        if (!wanted.onboarding_weeks || !(*wanted.onboarding_weeks >= 0) || *wanted.onboarding_weeks > most_weeks)
            problems_.add(at("onboarding_weeks"), "programme.weeks",
                          {{"max", std::to_string(static_cast<int>(most_weeks))}});
    }

    db::Tx& tx_;
    const insights::Workforce& workforce_;
    const access::Actor& actor_;
    const Programme* before_;
    json::Place top_{};
    json::Problems problems_;
};

} // namespace

ProgrammeInput cleaned(ProgrammeInput wanted) {
    wanted.name = text::squeeze(wanted.name);
    wanted.description = std::string{text::trim(wanted.description)};
    return wanted;
}

json::Problems check_programme(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor,
                               const ProgrammeInput& wanted, const Programme* before) {
    return Check{tx, workforce, actor, before}.of(wanted);
}

} // namespace kunna::reskilling
