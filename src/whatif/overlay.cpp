// Overlay.
#include "whatif/overlay.hpp"

#include "access/visibility.hpp"

#include <set>

namespace kunna::whatif {

namespace {

using engine::PersonIndex;
using engine::UnitIndex;

class Maker {
public:
    Maker(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, const insights::Fence& fence,
          const WhatIfAssumptions& assumed) :
        tx_(tx),
        workforce_(workforce), actor_(actor), fence_(fence), assumed_(assumed), snapshot_(workforce.snapshot()),
        names_(workforce.names()), gone_(snapshot_.units().size(), 0) {
        made_.left.assign(snapshot_.units().size(), 0);
        made_.came.assign(snapshot_.units().size(), 0);
    }

    Result<Overlay> make() {
        if (assumed_.count() > most_assumptions)
            return refuse_field("", "whatif.too_many", {{"most", std::to_string(most_assumptions)}});
        close();
        TRY(leave());
        new_roles();
        hire();
        require();
        grow();
        if (!wrong_.empty()) return Error{Kind::invalid, "input.invalid", std::move(wrong_)};
        made_.after = TRY(snapshot_.with(changes_, insights::threads()));
        return std::move(made_);
    }

private:
    template <class... Parts>
    void wrong(std::string_view code, const Parts&... parts) {
        std::string where;
        ((where += fmt::format("/{}", parts)), ...);
        wrong_.push_back({std::move(where), std::string{code}, {}});
    }

    std::optional<UnitIndex> unit(UnitId id) const {
        const auto found = names_.find(id);
        return found && fence_.covers(snapshot_.units(), *found) ? found : std::nullopt;
    }

    void shut(UnitIndex unit, bool subtree) {
        made_.closed.push_back({unit, subtree});
        const UnitIndex end = subtree ? snapshot_.units().end_of(unit) : unit + 1;
        for (UnitIndex u = unit; u < end; ++u) gone_[u] = 1;
    }

    void close() {
        const engine::Units& units = snapshot_.units();
        for (std::size_t i = 0; i < assumed_.close.size(); ++i) {
            const auto found = unit(assumed_.close[i]);
            if (!found)
                wrong("unit.not_found", "close", i);
            else if (gone_[*found] == 0)
                shut(*found, true);
        }
        for (std::size_t i = 0; i < assumed_.places.size(); ++i) close_place(units, i);
        for (std::size_t b = 0; b < snapshot_.block_count(); ++b) {
            const engine::Block& block = snapshot_.block(b);
            if (gone_[block.unit] == 0) continue;
            made_.left[block.unit] += static_cast<std::int64_t>(block.people());
            for (const PersonIndex person : block.person) {
                engine::PersonChange change;
                change.person = person;
                change.left = true;
                changes_.people.push_back(std::move(change));
            }
        }
    }

    // Every unit there that the actor has sums of; one that is wholly there goes as a whole.
    void close_place(const engine::Units& units, std::size_t i) {
        const auto there = [&](UnitIndex u) { return names_.units[u].located == assumed_.places[i]; };
        bool any = false;
        for (UnitIndex u = 0; u < units.size();) {
            bool wholly = there(u) && fence_.covers(units, u);
            if (wholly) any = true;
            const bool own = wholly;
            for (UnitIndex below = u; wholly && below < units.end_of(u); ++below) wholly = there(below);
            if (own && gone_[u] == 0) shut(u, wholly);
            u = wholly ? units.end_of(u) : u + 1;
        }
        if (!any || assumed_.places[i].empty()) wrong("whatif.place", "places", i);
    }

    Result<void> leave() {
        std::vector<PersonIndex> people;
        for (std::size_t i = 0; i < assumed_.leave.size(); ++i) {
            const auto seen = access::may_see(tx_, actor_, access::Sight::levels, assumed_.leave[i]);
            if (!seen.ok() && seen.error().kind != Kind::not_found) return seen.error();
            const auto person = workforce_.find(assumed_.leave[i]);
            if (!seen.ok() || !person) {
                wrong("person.not_found", "leave", i);
                continue;
            }
            if (std::find(people.begin(), people.end(), *person) != people.end()) continue;
            made_.leavers.push_back(assumed_.leave[i]);
            people.push_back(*person);
        }
        std::erase_if(people, [&](PersonIndex person) { return gone_[snapshot_.unit_of(person)] != 0; });
        for (const PersonIndex person : people) ++made_.left[snapshot_.unit_of(person)];
        made_.vacated = people;
        auto empty = engine::vacated(people).people;
        changes_.people.insert(changes_.people.end(), std::make_move_iterator(empty.begin()),
                               std::make_move_iterator(empty.end()));
        return {};
    }

    std::optional<engine::Requirement> requirement(const skills::Requirement& asked, std::string_view list,
                                                   std::size_t i, std::size_t n) {
        const auto skill = names_.find(asked.skill);
        if (!skill)
            wrong("skill.not_found", list, i, "requirements", n, "skill");
        else if (asked.level < 1 || asked.level > names_.skills[*skill].highest)
            wrong("whatif.level", list, i, "requirements", n, "level");
        else if (asked.importance < 1 || asked.importance > 3)
            wrong("whatif.importance", list, i, "requirements", n, "importance");
        else
            return engine::Requirement{*skill, engine::Level::of_step(asked.level),
                                       static_cast<std::uint8_t>(asked.importance), asked.must};
        return std::nullopt;
    }

    void new_roles() {
        for (std::size_t i = 0; i < assumed_.new_roles.size(); ++i) {
            std::vector<engine::Requirement> needs;
            std::set<engine::SkillIndex> seen;
            const auto& asked = assumed_.new_roles[i].requirements;
            for (std::size_t n = 0; n < asked.size(); ++n) {
                const auto need = requirement(asked[n], "new_roles", i, n);
                if (need && !seen.insert(need->skill).second)
                    wrong("whatif.twice", "new_roles", i, "requirements", n, "skill");
                else if (need)
                    needs.push_back(*need);
            }
            changes_.new_roles.emplace_back(-1 - static_cast<std::int64_t>(i), std::move(needs));
        }
    }

    std::optional<engine::RoleIndex> role_of(const Hire& hire, std::size_t i) {
        if (hire.role.has_value() == hire.new_role.has_value()) {
            wrong("whatif.one_role", "hire", i, "role");
        } else if (hire.new_role) {
            if (*hire.new_role >= 0 && static_cast<std::size_t>(*hire.new_role) < assumed_.new_roles.size())
                return static_cast<engine::RoleIndex>(snapshot_.role_count() +
                                                      static_cast<std::size_t>(*hire.new_role));
            wrong("whatif.new_role", "hire", i, "new_role");
        } else if (const auto found = names_.find(*hire.role)) {
            return found;
        } else {
            wrong("role.not_found", "hire", i, "role");
        }
        return std::nullopt;
    }

    void hire() {
        for (std::size_t i = 0; i < assumed_.hire.size(); ++i) {
            const Hire& hire = assumed_.hire[i];
            const auto role = role_of(hire, i);
            const auto in = unit(hire.unit);
            if (!in) wrong("unit.not_found", "hire", i, "unit");
            if (hire.count < 1 || hire.count > most_hired) wrong("whatif.count", "hire", i, "count");
            engine::NewPerson comes;
            for (std::size_t n = 0; n < hire.levels.size(); ++n) {
                const auto skill = names_.find(hire.levels[n].skill);
                if (!skill)
                    wrong("skill.not_found", "hire", i, "levels", n, "skill");
                else if (hire.levels[n].level < 0 || hire.levels[n].level > names_.skills[*skill].highest)
                    wrong("whatif.level", "hire", i, "levels", n, "level");
                else
                    comes.evidence.push_back(
                        engine::Evidence::of(*skill, engine::Source::test, hire.levels[n].level, workforce_.day()));
            }
            if (!wrong_.empty() || !role || !in) continue;
            comes.unit = *in;
            comes.roles = {*role};
            for (std::int32_t n = 0; n < hire.count; ++n) changes_.joined.push_back(comes);
            made_.came[*in] += hire.count;
            made_.hired.push_back({*role, *in});
        }
    }

    void require() {
        std::map<engine::RoleIndex, std::vector<engine::Requirement>> after;
        std::set<std::pair<engine::RoleIndex, engine::SkillIndex>> seen;
        for (std::size_t i = 0; i < assumed_.requirements.size(); ++i) {
            const AssumedRequirement& asked = assumed_.requirements[i];
            const auto role = names_.find(asked.role);
            const auto skill = names_.find(asked.skill);
            if (!role) wrong("role.not_found", "requirements", i, "role");
            if (!skill) wrong("skill.not_found", "requirements", i, "skill");
            if (skill && (asked.level < 0 || asked.level > names_.skills[*skill].highest))
                wrong("whatif.level", "requirements", i, "level");
            if (asked.importance && (*asked.importance < 1 || *asked.importance > 3))
                wrong("whatif.importance", "requirements", i, "importance");
            if (role && skill && !seen.insert({*role, *skill}).second)
                wrong("whatif.twice", "requirements", i, "skill");
            if (!wrong_.empty()) continue;
            auto& needs = after.try_emplace(*role, snapshot_.role(*role).requirements()).first->second;
            put(needs, *skill, asked);
            made_.changed.push_back(
                {*role, *skill, asked.level > 0 ? std::optional{engine::Level::of_step(asked.level)} : std::nullopt});
        }
        for (auto& [role, needs] : after) changes_.roles.emplace_back(role, std::move(needs));
    }

    static void put(std::vector<engine::Requirement>& needs, engine::SkillIndex skill,
                    const AssumedRequirement& asked) {
        auto at = std::find_if(needs.begin(), needs.end(), [&](const auto& need) { return need.skill == skill; });
        if (asked.level == 0) {
            if (at != needs.end()) needs.erase(at);
            return;
        }
        if (at == needs.end()) at = needs.insert(needs.end(), engine::Requirement{skill, {}, 1, false});
        at->required = engine::Level::of_step(asked.level);
        if (asked.importance) at->importance = static_cast<std::uint8_t>(*asked.importance);
        if (asked.must) at->must = *asked.must;
    }

    void grow() {
        std::set<engine::RoleIndex> seen;
        for (std::size_t i = 0; i < assumed_.growth.size(); ++i) {
            const Growth& asked = assumed_.growth[i];
            const auto role = names_.find(asked.role);
            if (!role)
                wrong("role.not_found", "growth", i, "role");
            else if (!seen.insert(*role).second)
                wrong("whatif.twice", "growth", i, "role");
            if (asked.percent < -100)
                wrong("whatif.negative", "growth", i, "percent");
            else if (asked.percent > most_growth)
                wrong("whatif.growth", "growth", i, "percent");
            if (role) made_.grown.push_back({*role, asked.percent / 100});
        }
    }

    db::Tx& tx_;
    const insights::Workforce& workforce_;
    const access::Actor& actor_;
    const insights::Fence& fence_;
    const WhatIfAssumptions& assumed_;
    const engine::Snapshot& snapshot_;
    const insights::Directory& names_;
    std::vector<std::uint8_t> gone_; // by unit: its own people go
    engine::Changes changes_;
    Overlay made_;
    std::vector<FieldError> wrong_;
};

} // namespace

Result<Overlay> overlay(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor,
                        const insights::Fence& fence, const WhatIfAssumptions& assumed) {
    return Maker{tx, workforce, actor, fence, assumed}.make();
}

} // namespace kunna::whatif
