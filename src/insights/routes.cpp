// The HTTP face of insights.
#include "insights/routes.hpp"

#include "http/paging.hpp"
#include "http/router.hpp"
#include "http/table_file.hpp"
#include "insights/cell.hpp"
#include "insights/explanation.hpp"
#include "insights/figures.hpp"
#include "insights/files.hpp"
#include "insights/gap_map.hpp"
#include "insights/home.hpp"
#include "insights/my_data.hpp"
#include "insights/next_assessments.hpp"
#include "insights/person_list.hpp"
#include "insights/profile_change.hpp"
#include "insights/search.hpp"
#include "insights/seen.hpp"
#include "insights/team.hpp"
#include "insights/wished.hpp"

#include <fmt/format.h>
#include <mutex>

namespace kunna::insights {

namespace {

using access::Actor;
using access::Permission;
using access::with_reason;

struct AsOf {
    std::optional<Date> as_of{};
};
BOOST_DESCRIBE_STRUCT(AsOf, (), (as_of))

struct FiguresAsked {
    std::optional<UnitId> unit{};
    std::optional<Date> as_of{};
};
BOOST_DESCRIBE_STRUCT(FiguresAsked, (), (unit, as_of))

struct MapQuery {
    std::optional<UnitId> unit{};
    std::optional<RoleId> role{};
    std::optional<SkillGroupId> group{};
    std::optional<std::int32_t> depth{};
    std::optional<Date> as_of{};
};
BOOST_DESCRIBE_STRUCT(MapQuery, (), (unit, role, group, depth, as_of))

struct CellQuery {
    UnitId unit{};
    SkillId skill{};
    std::optional<Date> as_of{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(CellQuery, (), (unit, skill, as_of, reason))

struct PeopleQuery : http::PageAsked {
    std::optional<UnitId> unit{};
    std::optional<RoleId> role{};
    std::optional<SkillId> skill{};
    std::optional<engine::State> state{};
    std::optional<PersonOrder> sort{};
    std::optional<Date> as_of{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(PeopleQuery, (http::PageAsked), (unit, role, skill, state, sort, as_of, reason))

struct NextQuery {
    std::optional<UnitId> unit{};
    std::optional<SkillId> skill{};
    std::optional<std::int32_t> limit{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(NextQuery, (), (unit, skill, limit, reason))

struct ProfileQuery {
    PersonId person{};
    std::optional<Date> as_of{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(ProfileQuery, (), (person, as_of, reason))

struct ProfileFileQuery : ProfileQuery {
    std::optional<FileKind> format{};
};
BOOST_DESCRIBE_STRUCT(ProfileFileQuery, (ProfileQuery), (format))

struct ExplanationQuery {
    PersonId person{};
    SkillId skill{};
    std::optional<Date> as_of{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(ExplanationQuery, (), (person, skill, as_of, reason))

struct ReasonQuery {
    PersonId person{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(ReasonQuery, (), (person, reason))

struct DifferenceQuery {
    RoleId role{};
    RoleProfileId from{};
    RoleProfileId to{};
};
BOOST_DESCRIBE_STRUCT(DifferenceQuery, (), (role, from, to))

struct WishedQuery {
    std::optional<UnitId> unit{};
};
BOOST_DESCRIBE_STRUCT(WishedQuery, (), (unit))

struct SearchQuery {
    std::string q{};
    std::optional<std::int32_t> limit{};
};
BOOST_DESCRIBE_STRUCT(SearchQuery, (), (q, limit))

template <class T>
struct List {
    std::vector<T> items{};
    BOOST_DESCRIBE_CLASS(List, (), (items), (), ())
};

struct FileQuery {
    std::optional<FileKind> format{};
    std::optional<UnitId> unit{};
    std::optional<RoleId> role{};
    std::optional<SkillGroupId> group{};
    std::optional<Date> as_of{};
};
BOOST_DESCRIBE_STRUCT(FileQuery, (), (format, unit, role, group, as_of))

// A gap map asked for again under the same picture is answered from memory, compressed already.
// Only ever holds answers of one picture; the next one empties it.
class MapCache {
public:
    Result<http::CachedBody<GapMap>> get(const Workforce& workforce, const Fence& fence, const MapAsked& asked) {
        const std::string key = key_of(workforce, fence, asked);
        {
            const std::scoped_lock held{mutex_};
            if (seq_ != workforce.data_seq()) answers_.clear();
            seq_ = workforce.data_seq();
            const auto found = answers_.find(key);
            if (found != answers_.end()) return found->second;
        }
        auto made = http::CachedBody<GapMap>::of(TRY(gap_map(workforce, fence, asked)));
        const std::scoped_lock held{mutex_};
        if (seq_ == workforce.data_seq() && answers_.size() < most_kept) answers_[key] = made;
        return made;
    }

private:
    static constexpr std::size_t most_kept = 64;

    static std::string key_of(const Workforce& workforce, const Fence& fence, const MapAsked& asked) {
        std::string key = std::to_string(workforce.day().days());
        for (const engine::UnitIndex top : fence.tops) key += ',' + std::to_string(top);
        key += fmt::format("|{}|{}|{}|{}", asked.unit.value_or(UnitId{}).value, asked.role.value_or(RoleId{}).value,
                           asked.group.value_or(SkillGroupId{}).value, asked.depth.value_or(-1));
        return key;
    }

    std::mutex mutex_;
    std::int64_t seq_ = -1;
    std::map<std::string, http::CachedBody<GapMap>> answers_;
};

} // namespace

void declare_routes(http::Router& api, Workforces* workforces) {
    auto maps = std::make_shared<MapCache>();
    api.get("/insights/organisation",
            {.summary = "The figures of the organisation or of a unit", .needs = Permission::view_aggregates},
            [workforces](const Actor& actor, const FiguresAsked& asked) -> Result<Figures> {
                const auto workforce = workforces->as_of(asked.as_of);
                return figures(*workforce, fence_of(*workforce, actor), asked.unit);
            });
    api.get("/insights/map",
            {.summary = "The gap map: units by skills",
             .needs = Permission::view_aggregates,
             .description =
                 "Cells row by row. -1: nobody there needs the skill; -2: hidden, too few people; -3 (weighted_gap): "
                 "all of it "
                 "unknown. Shares in ten-thousandths. Without depth, as many levels of units as make 400 rows."},
            [workforces, maps](const Actor& actor, const MapQuery& asked) -> Result<http::CachedBody<GapMap>> {
                const auto workforce = workforces->as_of(asked.as_of);
                return maps->get(*workforce, fence_of(*workforce, actor),
                                 {asked.unit, asked.role, asked.group, asked.depth});
            });
    api.get("/insights/cell", {.summary = "One unit and one skill, opened up", .needs = Permission::view_aggregates},
            [workforces](db::Db& db, const Actor& actor, const CellQuery& asked) -> Result<CellDetail> {
                const auto workforce = workforces->as_of(asked.as_of);
                return cell_detail(db, *workforce, with_reason(actor, asked.reason), asked.unit, asked.skill);
            });
    api.get(
        "/insights/people",
        {.summary = "People and their gaps, for those who may see them one by one", .needs = Permission::view_levels},
        [workforces](db::Db& db, const Actor& actor, const PeopleQuery& asked) -> Result<http::Page<PersonSummary>> {
            const auto workforce = workforces->as_of(asked.as_of);
            const auto from = static_cast<std::size_t>(TRY(http::page_start("people with gaps", asked.cursor, 0)));
            const auto limit = asked.limit_or(50);
            auto found = people_with_gaps(db, *workforce, with_reason(actor, asked.reason),
                                          {asked.unit, asked.role, asked.skill, asked.state,
                                           asked.sort.value_or(PersonOrder::weighted_gap), from, limit});
            http::Page<PersonSummary> page{std::move(found.items), {}, static_cast<std::int64_t>(found.total)};
            if (from + limit < found.total)
                page.next = http::seal_cursor("people with gaps", {std::to_string(from + limit)});
            return page;
        });
    api.get("/insights/next-assessments",
            {.summary = "The assessments that would tell most about the gaps, of people one may see one by one",
             .needs = Permission::view_levels,
             .description = "value: by how much a manager's statement is expected to lower the variance of the "
                            "weighted gap, weight × Var E[max(0, required − level) | statement], level ~ N(level, "
                            "uncertainty²). At most limit (1–200, else 20), the most telling first."},
            [workforces](db::Db& db, const Actor& actor, const NextQuery& asked) -> Result<NextAssessments> {
                const auto limit = static_cast<std::size_t>(std::clamp(asked.limit.value_or(20), 1, 200));
                return next_assessments(db, *workforces->current(), with_reason(actor, asked.reason),
                                        {asked.unit, asked.skill, limit});
            });
    api.get("/insights/units", {.summary = "Sums by unit, in tree order", .needs = Permission::view_aggregates},
            [workforces](const Actor& actor, const AsOf& asked) -> Result<List<ByUnit>> {
                const auto workforce = workforces->as_of(asked.as_of);
                return List<ByUnit>{by_unit(*workforce, fence_of(*workforce, actor))};
            });
    api.get("/insights/roles", {.summary = "Sums by role", .needs = Permission::view_aggregates},
            [workforces](const Actor& actor, const AsOf& asked) -> Result<List<ByRole>> {
                const auto workforce = workforces->as_of(asked.as_of);
                return List<ByRole>{by_role(*workforce, fence_of(*workforce, actor))};
            });
    api.get("/insights/skills", {.summary = "Sums by skill", .needs = Permission::view_aggregates},
            [workforces](const Actor& actor, const AsOf& asked) -> Result<List<BySkill>> {
                const auto workforce = workforces->as_of(asked.as_of);
                return List<BySkill>{by_skill(*workforce, fence_of(*workforce, actor))};
            });
    api.get("/insights/map/export",
            {.summary = "The gap map as a file, a line a cell",
             .needs = Permission::view_aggregates,
             .produces = http::table_files},
            [workforces](const Actor& actor, const FileQuery& asked) -> Result<http::File> {
                const auto workforce = workforces->as_of(asked.as_of);
                const auto map =
                    TRY(gap_map(*workforce, fence_of(*workforce, actor), {asked.unit, asked.role, asked.group, {}}));
                return http::table_of("gap-map", asked.format, [&](FileKind kind, tabular::Sink sink) {
                    return write_map(map, kind, actor.language, std::move(sink));
                });
            });
    const auto list_file = [&](const std::string& name, std::string_view summary, auto lists, auto write) {
        api.get("/insights/" + name + "/export",
                {.summary = summary, .needs = Permission::view_aggregates, .produces = http::table_files},
                [workforces, lists, write, name](const Actor& actor, const FileQuery& asked) -> Result<http::File> {
                    const auto workforce = workforces->as_of(asked.as_of);
                    const auto rows = lists(*workforce, fence_of(*workforce, actor), Audience::guarded);
                    return http::table_of(name, asked.format, [&](FileKind kind, tabular::Sink sink) {
                        return write(rows, kind, actor.language, std::move(sink));
                    });
                });
    };
    list_file("units", "Sums by unit as a file", by_unit, write_units);
    list_file("roles", "Sums by role as a file", by_role, write_roles);
    list_file("skills", "Sums by skill as a file", by_skill, write_skills);
    api.get("/insights/wishes",
            {.summary = "How many want which skills and are curious about which roles",
             .needs = Permission::view_aggregates,
             .description = "What too few want to be shown is only counted."},
            [workforces](db::Db& db, const Actor& actor, const WishedQuery& asked) {
                return wished(db, *workforces->current(), actor, asked.unit);
            });
    api.get(
        "/insights/requirements",
        {.summary = "A person's requirement rows, of which the sums are made",
         .needs = {Permission::view_own, Permission::view_levels}},
        [workforces](db::Db& db, const Actor& actor, const ProfileQuery& asked) -> Result<List<RequirementRow>> {
            const Actor asking = with_reason(actor, asked.reason);
            TRY(db.read([&](db::Tx& tx) { return access::may_see(tx, asking, access::Sight::levels, asked.person); }));
            const auto workforce = workforces->as_of(asked.as_of);
            const auto index = workforce->find(asked.person);
            access::note_read(db, asking, {asked.person}, "levels");
            return List<RequirementRow>{index ? requirement_rows(*workforce, *index) : std::vector<RequirementRow>{}};
        });
    api.get("/people/{person}/skills",
            {.summary = "What a person can do against what their roles need",
             .needs = {Permission::view_own, Permission::view_levels}},
            [workforces](db::Db& db, const Actor& actor, const ProfileQuery& asked) {
                return skill_profile(db, *workforces, with_reason(actor, asked.reason), asked.person, asked.as_of);
            });
    api.get("/people/{person}/skills/export",
            {.summary = "The same as a file, a line a skill",
             .needs = {Permission::view_own, Permission::view_levels},
             .produces = http::table_files},
            [workforces](db::Db& db, const Actor& actor, const ProfileFileQuery& asked) -> Result<http::File> {
                const auto profile = TRY(skill_profile(db, *workforces, with_reason(actor, asked.reason), asked.person,
                                                       asked.as_of, "export"));
                return http::table_of("profile", asked.format, [&](FileKind kind, tabular::Sink sink) {
                    return write_profile(profile, kind, actor.language, std::move(sink));
                });
            });
    api.get("/people/{person}/skills/{skill}",
            {.summary = "How a level came about: every statement, its weight, age and share",
             .needs = {Permission::view_own, Permission::view_levels}},
            [workforces](db::Db& db, const Actor& actor, const ExplanationQuery& asked) {
                return explain_level(db, *workforces, with_reason(actor, asked.reason), asked.person, asked.skill,
                                     asked.as_of);
            });
    api.get("/people/{person}/everything",
            {.summary = "All that is stored about a person, and who has looked at it",
             .needs = {Permission::view_own, Permission::view_levels}},
            [](db::Db& db, const Actor& actor, const ReasonQuery& asked) {
                return my_data(db, with_reason(actor, asked.reason), asked.person);
            });
    api.get("/home", {.summary = "What waits for whoever is signed in", .needs = Permission::use_own_account},
            [workforces](db::Db& db, const Actor& actor) -> Result<Home> {
                return home(db, *workforces->current(), actor);
            });
    api.get("/team",
            {.summary = "One's own direct reports, person by person, and the chain below as a sum",
             .needs = Permission::view_levels},
            [workforces](db::Db& db, const Actor& actor) { return team(db, *workforces, actor); });
    api.get(
        "/roles/{role}/difference",
        {.summary = "Two versions of a role profile, and whom the change touches", .needs = Permission::view_catalogue},
        [workforces](db::Db& db, const DifferenceQuery& asked) {
            return role_difference(db, *workforces->current(), asked.role, asked.from, asked.to);
        });
    api.get("/search",
            {.summary = "People, skills, roles and units by a few letters", .needs = Permission::view_catalogue},
            [workforces](db::Db& db, const Actor& actor, const SearchQuery& asked) -> Result<List<Found>> {
                const auto limit = static_cast<std::size_t>(std::clamp(asked.limit.value_or(6), 1, 20));
                return List<Found>{search(db, *workforces->current(), actor, asked.q, limit)};
            });
}

} // namespace kunna::insights
