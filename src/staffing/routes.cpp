// The HTTP face of staffing.
#include "staffing/routes.hpp"

#include "http/paging.hpp"
#include "http/router.hpp"
#include "http/table_file.hpp"
#include "insights/workforces.hpp"
#include "staffing/comparison.hpp"
#include "staffing/departure.hpp"
#include "staffing/finding.hpp"
#include "staffing/refresh.hpp"
#include "staffing/single_points.hpp"

namespace kunna::staffing {

namespace {

using access::Actor;
using access::Permission;

// skill=12&level=4&skill=9&level=3: the first level belongs to the first skill.
struct WantedAsked {
    std::vector<SkillId> skill{};
    std::vector<std::int32_t> level{};
    std::optional<UnitId> unit{};
    std::optional<std::string> place{};
    std::optional<RoleId> role{};
    std::optional<bool> sure{};
    std::optional<Date> as_of{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(WantedAsked, (), (skill, level, unit, place, role, sure, as_of, reason))

struct FindQuery : WantedAsked, http::PageAsked {};
BOOST_DESCRIBE_STRUCT(FindQuery, (WantedAsked, http::PageAsked), ())

struct FindFileQuery : WantedAsked {
    std::optional<insights::FileKind> format{};
};
BOOST_DESCRIBE_STRUCT(FindFileQuery, (WantedAsked), (format))

struct PointsQuery {
    std::optional<UnitId> unit{};
    std::optional<std::int32_t> holders{};
    std::optional<bool> names{};
    std::optional<Date> as_of{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(PointsQuery, (), (unit, holders, names, as_of, reason))

struct DepartureQuery {
    std::vector<PersonId> person{};
    std::optional<UnitId> unit{};
    std::optional<Date> as_of{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(DepartureQuery, (), (person, unit, as_of, reason))

struct ComparisonQuery {
    UnitId unit{};
    UnitId other{};
    std::optional<Date> as_of{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(ComparisonQuery, (), (unit, other, as_of, reason))

struct DuesAsked {
    std::optional<UnitId> unit{};
    std::optional<bool> overdue{};
    std::optional<std::int32_t> days{};
    std::optional<Date> as_of{};
    std::optional<std::string> reason{};

    [[nodiscard]] RefreshAsked asked() const { return {unit, overdue.value_or(false), days.value_or(180)}; }
};
BOOST_DESCRIBE_STRUCT(DuesAsked, (), (unit, overdue, days, as_of, reason))

struct RefreshQuery : DuesAsked, http::PageAsked {};
BOOST_DESCRIBE_STRUCT(RefreshQuery, (DuesAsked, http::PageAsked), ())

struct RefreshFileQuery : DuesAsked {
    std::optional<insights::FileKind> format{};
};
BOOST_DESCRIBE_STRUCT(RefreshFileQuery, (DuesAsked), (format))

Result<Wanted> wanted_of(const WantedAsked& asked) {
    if (asked.skill.size() != asked.level.size()) return refuse_field("/query/level", "staffing.levels");
    Wanted wanted{
        .unit = asked.unit, .place = asked.place.value_or(""), .role = asked.role, .sure = asked.sure.value_or(false)};
    for (std::size_t i = 0; i < asked.skill.size(); ++i) wanted.skills.push_back({asked.skill[i], asked.level[i]});
    return wanted;
}

constexpr std::string_view list_of_found = "people found";
constexpr std::string_view list_of_dues = "levels to refresh";

// The page of a list that has `total` entries and goes on after from + limit.
template <class T>
http::Page<T> page_of(std::vector<T> items, std::string_view list, std::size_t from, std::size_t limit,
                      std::size_t total) {
    http::Page<T> page{std::move(items), {}, static_cast<std::int64_t>(total)};
    if (from + limit < total) page.next = http::seal_cursor(list, {std::to_string(from + limit)});
    return page;
}

} // namespace

void declare_routes(http::Router& api, insights::Workforces* workforces) {
    const auto consents = std::make_shared<wishes::Consents>();
    api.get("/staffing/people",
            {.summary =
                 "Who can do all of what is asked for, of those whose levels one may see or who let managers find them",
             .needs = Permission::view_levels,
             .description =
                 "skill and level are given as often as there are skills; the first level is the least of "
                 "the first skill. sure: only levels whose confidence has reached the threshold. by_consent: "
                 "elsewhere, and agreed to be found; not when a role or another day is asked for. total "
                 "counts the people one may find; how many others there are is not told."},
            [workforces, consents](db::Db& db, const Actor& actor,
                                   const FindQuery& asked) -> Result<http::Page<FoundPerson>> {
                const auto workforce = workforces->as_of(asked.as_of);
                const auto from = static_cast<std::size_t>(TRY(http::page_start(list_of_found, asked.cursor, 0)));
                const auto limit = asked.limit_or(50);
                const Wanted wanted = TRY(wanted_of(asked));
                auto found = TRY(find_people(db, *consents, *workforce, access::with_reason(actor, asked.reason),
                                             wanted, from, limit));
                return page_of(std::move(found.items), list_of_found, from, limit, found.total);
            });
    api.get("/staffing/people/export",
            {.summary = "The same as a file, a line a person and skill",
             .needs = Permission::view_levels,
             .produces = http::table_files},
            [workforces, consents](db::Db& db, const Actor& actor, const FindFileQuery& asked) -> Result<http::File> {
                const auto workforce = workforces->as_of(asked.as_of);
                const Wanted wanted = TRY(wanted_of(asked));
                return http::table_of("find", asked.format, [&](insights::FileKind kind, tabular::Sink sink) {
                    return write_found(db, *consents, *workforce, access::with_reason(actor, asked.reason), wanted,
                                       kind, std::move(sink));
                });
            });
    api.get("/staffing/single-points",
            {.summary = "Skills that hang on one person or on nobody",
             .needs = Permission::view_aggregates,
             .description = "holders: those with at most so many, 1 when not given. The one person is named to those "
                            "who may see the person's levels, unless names is false."},
            [workforces](db::Db& db, const Actor& actor, const PointsQuery& asked) {
                const auto workforce = workforces->as_of(asked.as_of);
                return single_points(db, *workforce, access::with_reason(actor, asked.reason), asked.unit,
                                     asked.holders.value_or(1), asked.names.value_or(true));
            });
    api.get("/staffing/departure",
            {.summary = "What would be lost if some people left; nothing is stored",
             .needs = Permission::view_levels,
             .description = "person is given once for each. The posts stay, empty: what they require is required "
                            "still. Skills are those of the unit, when one is given, else of all one has sums of."},
            [workforces](db::Db& db, const Actor& actor, const DepartureQuery& asked) {
                const auto workforce = workforces->as_of(asked.as_of);
                return departure(db, *workforce, access::with_reason(actor, asked.reason), asked.person, asked.unit);
            });
    api.get("/staffing/refresh",
            {.summary = "Certificates that lapse and levels that age makes unsure, by day, of those whose levels one "
                        "may see",
             .needs = Permission::view_levels,
             .description = "The next days (180 when not given), or with overdue what has lapsed already, the latest "
                            "first."},
            [workforces](db::Db& db, const Actor& actor, const RefreshQuery& asked) -> Result<http::Page<RefreshDue>> {
                const auto workforce = workforces->as_of(asked.as_of);
                const auto from = static_cast<std::size_t>(TRY(http::page_start(list_of_dues, asked.cursor, 0)));
                const auto limit = asked.limit_or(50);
                auto found = TRY(
                    refresh_list(db, *workforce, access::with_reason(actor, asked.reason), asked.asked(), from, limit));
                return page_of(std::move(found.items), list_of_dues, from, limit, found.total);
            });
    api.get("/staffing/refresh/export",
            {.summary = "The same as a file", .needs = Permission::view_levels, .produces = http::table_files},
            [workforces](db::Db& db, const Actor& actor, const RefreshFileQuery& asked) -> Result<http::File> {
                const auto workforce = workforces->as_of(asked.as_of);
                return http::table_of("refresh", asked.format, [&](insights::FileKind kind, tabular::Sink sink) {
                    return write_refresh(db, *workforce, access::with_reason(actor, asked.reason), asked.asked(), kind,
                                         std::move(sink));
                });
            });
    api.get("/staffing/comparison",
            {.summary = "Two units side by side, skill by skill", .needs = Permission::view_aggregates},
            [workforces](db::Db& db, const Actor& actor, const ComparisonQuery& asked) {
                const auto workforce = workforces->as_of(asked.as_of);
                return compare_units(db, *workforce, access::with_reason(actor, asked.reason), asked.unit, asked.other);
            });
}

} // namespace kunna::staffing
