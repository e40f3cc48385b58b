// The HTTP face of analytics: what is near what, what sits where, what rises and falls.
#include "analytics/routes.hpp"

#include "analytics/files.hpp"
#include "http/router.hpp"
#include "http/table_file.hpp"

namespace kunna::analytics {

namespace {

using access::Actor;
using access::Permission;

struct AdjacentSkillsAsked {
    SkillId skill{};
};
BOOST_DESCRIBE_STRUCT(AdjacentSkillsAsked, (), (skill))

struct AdjacentRolesAsked {
    RoleId role{};
    std::optional<AdjacentDirection> direction{};

    [[nodiscard]] AdjacentDirection way() const { return direction.value_or(AdjacentDirection::from); }
};
BOOST_DESCRIBE_STRUCT(AdjacentRolesAsked, (), (role, direction))

struct AdjacentRolesFileAsked : AdjacentRolesAsked {
    std::optional<insights::FileKind> format{};
};
BOOST_DESCRIBE_STRUCT(AdjacentRolesFileAsked, (AdjacentRolesAsked), (format))

struct TransferAsked {
    RoleId role{};
    RoleId other{};
};
BOOST_DESCRIBE_STRUCT(TransferAsked, (), (role, other))

struct ConcentrationAsked {
    std::optional<SpreadBy> by{};
    std::optional<std::int32_t> depth{};
};
BOOST_DESCRIBE_STRUCT(ConcentrationAsked, (), (by, depth))

struct ConcentrationFileAsked : ConcentrationAsked {
    std::optional<insights::FileKind> format{};
};
BOOST_DESCRIBE_STRUCT(ConcentrationFileAsked, (ConcentrationAsked), (format))

struct AgesFileAsked {
    std::optional<insights::FileKind> format{};
};
BOOST_DESCRIBE_STRUCT(AgesFileAsked, (), (format))

struct TrendsAsked {
    std::optional<std::int32_t> months{};
    std::optional<UnitId> unit{};
    std::optional<SkillId> skill{};
};
BOOST_DESCRIBE_STRUCT(TrendsAsked, (), (months, unit, skill))

struct TrendsFileAsked : TrendsAsked {
    std::optional<insights::FileKind> format{};
};
BOOST_DESCRIBE_STRUCT(TrendsFileAsked, (TrendsAsked), (format))

AdjacencyGround ground_of(db::Db& db, const insights::Workforce& workforce) {
    return db.read([&](db::Tx& tx) { return adjacency_ground(tx, workforce); });
}

void declare_adjacency(http::Router& api, insights::Workforces* workforces) {
    api.get("/analytics/skills/{skill}/adjacent",
            {.summary = "Skills that are near a skill, and why",
             .needs = Permission::view_catalogue,
             .description = "likeness = 1 − (1 − edge)(1 − area)(1 − ½·together / either). edge: what a taxonomy says "
                            "of the two; area: 0.3 when they are in the same area; together: role profiles that ask "
                            "for both, from two on."},
            [workforces](db::Db& db, const Actor&, const AdjacentSkillsAsked& asked) {
                const auto workforce = workforces->current();
                return adjacent_skills(ground_of(db, *workforce), *workforce, asked.skill);
            });
    api.get("/analytics/roles/{role}/adjacent",
            {.summary = "How much of what other roles require one role brings along, or others bring along to it",
             .needs = Permission::view_catalogue,
             .description = "transferability = Σ w·min(L̂, R) / Σ wR, L̂ = max(L, 0.7 × likeness × level of the nearest "
                            "skill). About role profiles, as if their holders just reached them; suggested from 0.6 "
                            "on. similarity = √(transferability there × transferability back), by which they are "
                            "ordered."},
            [workforces](db::Db& db, const Actor&, const AdjacentRolesAsked& asked) {
                const auto workforce = workforces->current();
                return adjacent_roles(ground_of(db, *workforce), *workforce, asked.role, asked.way());
            });
    api.get("/analytics/roles/{role}/adjacent/export",
            {.summary = "The same as a file", .needs = Permission::view_catalogue, .produces = http::table_files},
            [workforces](db::Db& db, const Actor& actor, const AdjacentRolesFileAsked& asked) -> Result<http::File> {
                const auto workforce = workforces->current();
                const auto roles = TRY(adjacent_roles(ground_of(db, *workforce), *workforce, asked.role, asked.way()));
                return http::table_of("adjacent-roles", asked.format, [&](insights::FileKind kind, tabular::Sink sink) {
                    return write_adjacent(roles, kind, actor.language, std::move(sink));
                });
            });
    api.get("/analytics/roles/{role}/adjacent/{other}",
            {.summary = "What one role brings along to another, requirement by requirement",
             .needs = Permission::view_catalogue},
            [workforces](db::Db& db, const Actor&, const TransferAsked& asked) {
                const auto workforce = workforces->current();
                return role_transfer(ground_of(db, *workforce), *workforce, asked.role, asked.other);
            });
    api.get("/analytics/roles/{role}/adjacent/{other}/people",
            {.summary = "How many of today's holders of a role reach 0.6 for another one with their own levels",
             .needs = Permission::view_aggregates,
             .description = "Of all units together whose sums one has."},
            [workforces](db::Db& db, const Actor& actor, const TransferAsked& asked) {
                const auto workforce = workforces->current();
                return reachers(db, ground_of(db, *workforce), *workforce, actor, asked.role, asked.other);
            });
}

void declare_concentration(http::Router& api, insights::Workforces* workforces) {
    api.get("/analytics/concentration",
            {.summary = "How much of each required skill sits in one place, or in one unit",
             .needs = Permission::view_aggregates,
             .description = "able: people at level 3 or more, sure, whether or not their role asks for it. herfindahl: "
                            "Σ share². by is place when units are in several, else unit; depth says how far below the "
                            "top. −1: too few people."},
            [workforces](db::Db& db, const Actor& actor, const ConcentrationAsked& asked) {
                return concentration(db, *workforces->current(), actor, asked.by, asked.depth);
            });
    api.get("/analytics/concentration/export",
            {.summary = "The same as a file, a line a skill and place or unit",
             .needs = Permission::view_aggregates,
             .produces = http::table_files},
            [workforces](db::Db& db, const Actor& actor, const ConcentrationFileAsked& asked) -> Result<http::File> {
                const auto told = TRY(concentration(db, *workforces->current(), actor, asked.by, asked.depth));
                return http::table_of("concentration", asked.format, [&](insights::FileKind kind, tabular::Sink sink) {
                    return write_concentration(told, kind, actor.language, std::move(sink));
                });
            });
    api.get("/analytics/ages",
            {.summary = "Of those who are able, how many are of which age: sums for planning, never about a person",
             .needs = Permission::view_ages,
             .description = "By the age reached during the year. No number is about fewer than five people, whoever "
                            "asks. −1: too few people. Not to be used in choosing among people."},
            [workforces](db::Db& db, const Actor& actor) -> Result<AgeStructure> {
                return age_structure(db, *workforces->current(), actor);
            });
    api.get("/analytics/ages/export",
            {.summary = "The same as a file, a line a skill and age band",
             .needs = Permission::view_ages,
             .produces = http::table_files},
            [workforces](db::Db& db, const Actor& actor, const AgesFileAsked& asked) -> Result<http::File> {
                const auto told = age_structure(db, *workforces->current(), actor);
                return http::table_of("ages", asked.format, [&](insights::FileKind kind, tabular::Sink sink) {
                    return write_ages(told, kind, actor.language, std::move(sink));
                });
            });
}

void declare_trends(http::Router& api, Histories* histories) {
    api.get("/analytics/trends",
            {.summary = "Which skills rise and fall, quarter by quarter, and what the change stems from",
             .needs = Permission::view_aggregates,
             .description = "months: a multiple of three, 24 when left out. able: people at level 3 or more, sure; "
                            "known: people assessed at all. The causes add up to the change and are told of all one's "
                            "units together. hidden: too few people."},
            [histories](db::Db& db, const Actor& actor, const TrendsAsked& asked) -> Result<Trends> {
                const auto history = histories->current(TRY(months_asked(asked.months)));
                return trends(db, *history, actor, asked.unit, asked.skill);
            });
    api.get("/analytics/trends/export",
            {.summary = "The same as a file, a line a skill and day",
             .needs = Permission::view_aggregates,
             .produces = http::table_files},
            [histories](db::Db& db, const Actor& actor, const TrendsFileAsked& asked) -> Result<http::File> {
                const auto history = histories->current(TRY(months_asked(asked.months)));
                const auto told = TRY(trends(db, *history, actor, asked.unit, asked.skill));
                return http::table_of("trends", asked.format, [&](insights::FileKind kind, tabular::Sink sink) {
                    return write_trends(told, kind, actor.language, std::move(sink));
                });
            });
}

} // namespace

void declare_routes(http::Router& api, insights::Workforces* workforces, Histories* histories) {
    declare_adjacency(api, workforces);
    declare_concentration(api, workforces);
    declare_trends(api, histories);
}

} // namespace kunna::analytics
