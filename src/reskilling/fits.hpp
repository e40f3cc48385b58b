// Fits: made of one picture of the workforce, the likeness of skills, and the activities on offer. Decides nothing
// about who may see whom: the caller has asked access.
#pragma once

#include "analytics/adjacency.hpp"
#include "reskilling/fit.hpp"
#include "reskilling/path.hpp"

namespace kunna::reskilling {

// Ways are weighed in one currency: there is no rate to weigh others by.
inline constexpr std::string_view weighed_in = "SEK";

class Fits {
public:
    // Reads what is offered. Activities whose price is in another currency are left out. A seat costs seat + ⌈session /
    // seats⌉ in whole kronor, or the whole session where seats have no limit.
    Fits(db::Tx& tx, std::shared_ptr<const insights::Workforce> workforce);

    // person: employed on the day; role: one with requirements. costs: whether they are told.
    [[nodiscard]] RoleFit fit(engine::PersonIndex person, engine::RoleIndex role, double hours_a_week,
                              bool costs) const;
    // What these take and cost together, whoever takes them; those that are not on offer are left out.
    [[nodiscard]] FitPath of_activities(const std::vector<learning::ActivityId>& activities) const;
    // The roles with requirements that the person does not hold, the most alike to what the person can first.
    struct Near {
        engine::RoleIndex role = 0;
        double transferability = 0;
        double similarity = 0; // engine::similarity
    };
    [[nodiscard]] std::vector<Near> near(engine::PersonIndex person) const;
    // By role of those asked: who of these do not hold it and bring at least engine::worth_reskilling of what it
    // requires, those who bring the most first.
    [[nodiscard]] std::vector<std::vector<engine::PersonIndex>>
    who_bring(const std::vector<engine::RoleIndex>& roles, const std::vector<engine::PersonIndex>& people) const;
    // What it takes to reach all that a role requires, and `also` when that is more. Nothing when a level is not known.
    struct WholeWay {
        std::int64_t cost = 0; // öre
        double hours = 0;      // of activities and practice
        double chance = 1;
    };
    [[nodiscard]] std::optional<WholeWay> way(engine::PersonIndex person, engine::RoleIndex role,
                                              const Wanted& also) const;
    // Hours until ready, for weighing people against each other: activities and practice, and for what is unknown the
    // skill's hours a level from nothing, so that nobody is favoured for not having been assessed.
    [[nodiscard]] double hours_until_ready(const RoleFit& fit) const;

    [[nodiscard]] const insights::Workforce& workforce() const { return *workforce_; }
    [[nodiscard]] std::optional<engine::PersonIndex> find(PersonId person) const { return workforce_->find(person); }
    [[nodiscard]] std::optional<engine::RoleIndex> find(RoleId role) const { return workforce_->names().find(role); }

private:
    [[nodiscard]] FitPath told(const Path& path, double hours_a_week, bool costs) const;
    [[nodiscard]] std::vector<engine::SkillLevel> levels_of(engine::PersonIndex person) const;
    [[nodiscard]] Held held_by(engine::PersonIndex person) const;
    [[nodiscard]] engine::Brought brought_by(std::span<const engine::SkillLevel> levels) const;
    [[nodiscard]] engine::Transfer transfer(engine::PersonIndex person, engine::RoleIndex role) const;

    std::shared_ptr<const insights::Workforce> workforce_;
    analytics::AdjacencyGround ground_;
    std::vector<learning::Activity> activities_; // by way
    Ways ways_;
};

} // namespace kunna::reskilling
