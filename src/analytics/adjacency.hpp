// Adjacency: which skills are near each other, and how much of what one role requires the holders of another bring
// along (domain.md §3, "transferability"). About role profiles and the catalogue: no person is in it but in
// reachers(), which tells of people as a sum.
#pragma once

#include "engine/transfer.hpp"
#include "insights/fence.hpp"
#include "taxonomies/links.hpp"

namespace kunna::analytics {

// What counts as how strong an edge of a taxonomy: e of engine::Likeness. same 0.9, broader 0.7, essential 0.6,
// optional and siblings 0.4.
double strength_of(taxonomies::SkillEdgeKind kind);

// All there is to compare with, of one day.
struct AdjacencyGround {
    engine::Likenesses likenesses;
    std::vector<taxonomies::SkillEdge> edges{};
    std::vector<engine::RoleIndex> roles{}; // those with a profile, in the order of the Snapshot
};
AdjacencyGround adjacency_ground(db::Tx& tx, const insights::Workforce& workforce);

// How near two skills are, with every sign of it (engine/likeness.hpp has the formula).
struct SkillLikeness {
    SkillId skill{};
    skills::Text name{};
    double likeness = 0; // 0…1
    // The strongest edge of a taxonomy, and the concept it goes by.
    std::optional<taxonomies::SkillEdgeKind> edge{};
    std::optional<ConceptId> through{};
    double edge_strength = 0;
    bool same_area = false;
    std::int64_t together = 0; // role profiles that ask for both
    std::int64_t either = 0;   // role profiles that ask for at least one of them
};
BOOST_DESCRIBE_STRUCT(SkillLikeness, (),
                      (skill, name, likeness, edge, through, edge_strength, same_area, together, either))

struct AdjacentSkills {
    SkillId skill{};
    skills::Text name{};
    std::vector<SkillLikeness> items{}; // the nearest first, at most fifty
};
BOOST_DESCRIBE_STRUCT(AdjacentSkills, (), (skill, name, items))

struct AdjacentLack {
    SkillId skill{};
    skills::Text name{};
    std::int32_t required = 0;
    double brought = 0; // L̂
    bool must = false;
};
BOOST_DESCRIBE_STRUCT(AdjacentLack, (), (skill, name, required, brought, must))

struct AdjacentRole {
    RoleId role{};
    skills::Text name{};
    double transferability = 0; // 0…1
    double similarity = 0;      // 0…1, engine::similarity
    bool suggested = false;     // reskilling is worth looking at: 0.6 or more
    std::int64_t requirements = 0;
    std::int64_t full = 0;               // of them brought along whole
    std::int64_t musts = 0;              // must requirements that are not
    std::vector<AdjacentLack> lacking{}; // what weighs most first, at most five
};
BOOST_DESCRIBE_STRUCT(AdjacentRole, (),
                      (role, name, transferability, similarity, suggested, requirements, full, musts, lacking))

// from: what the role brings along to others. towards: what others bring along to it.
BOOST_DEFINE_ENUM_CLASS(AdjacentDirection, from, towards)

struct AdjacentRoles {
    Date day{};
    RoleId role{};
    skills::Text name{};
    AdjacentDirection direction = AdjacentDirection::from;
    std::vector<AdjacentRole> items{}; // the most alike first; roles without a profile are left out
};
BOOST_DESCRIBE_STRUCT(AdjacentRoles, (), (day, role, name, direction, items))

struct TransferPart {
    SkillId skill{};
    skills::Text name{};
    std::int32_t required = 0; // R
    std::int32_t weight = 1;   // w
    bool must = false;
    std::optional<double> own{};              // L; nothing when the first role does not ask for the skill
    double brought = 0;                       // L̂
    double counted = 0;                       // w·min(L̂, R)
    double of = 0;                            // wR
    std::optional<SkillLikeness> neighbour{}; // that lends more than the own level
    std::optional<double> neighbour_level{};  // its level; L̂ = 0.7 × likeness × this
};
BOOST_DESCRIBE_STRUCT(TransferPart, (),
                      (skill, name, required, weight, must, own, brought, counted, of, neighbour, neighbour_level))

struct RoleTransfer {
    Date day{};
    RoleId from{};
    skills::Text from_name{};
    RoleId to{};
    skills::Text to_name{};
    double transferability = 0;
    bool suggested = false;
    double counted = 0; // Σ w·min(L̂, R)
    double of = 0;      // Σ wR
    std::vector<TransferPart> parts{};
};
BOOST_DESCRIBE_STRUCT(RoleTransfer, (),
                      (day, from, from_name, to, to_name, transferability, suggested, counted, of, parts))

// How many of today's holders of a role reach 0.6 for another one with the levels they have themselves. Only of all
// units together whose sums the actor has: it cannot be cut to fit one person.
struct Reachers {
    std::int64_t people = 0;   // who hold the first role and not the other
    std::int64_t reaching = 0; // 0.6 or more, as far as their levels are known
    std::int64_t unknown = 0;  // of whom no level is known
    bool hidden = false;       // too few people: no numbers
};
BOOST_DESCRIBE_STRUCT(Reachers, (), (people, reaching, unknown, hidden))

// Refuses skill.not_found.
Result<AdjacentSkills> adjacent_skills(const AdjacencyGround& ground, const insights::Workforce& workforce,
                                       SkillId skill);
// Refuses role.not_found, and role.no_profile when the role requires nothing.
Result<AdjacentRoles> adjacent_roles(const AdjacencyGround& ground, const insights::Workforce& workforce, RoleId role,
                                     AdjacentDirection direction);
Result<RoleTransfer> role_transfer(const AdjacencyGround& ground, const insights::Workforce& workforce, RoleId from,
                                   RoleId to);
Result<Reachers> reachers(db::Db& db, const AdjacencyGround& ground, const insights::Workforce& workforce,
                          const access::Actor& actor, RoleId from, RoleId to);

} // namespace kunna::analytics
