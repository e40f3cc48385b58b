// The HTTP face of reskilling programmes: for those who run them, and sums for those who read them.
#include "reskilling/routes.hpp"

#include "access/visibility.hpp"
#include "http/router.hpp"
#include "http/table_file.hpp"
#include "reskilling/files.hpp"
#include "reskilling/placement.hpp"
#include "reskilling/programmes.hpp"
#include "reskilling/suggestion.hpp"
#include "reskilling/sums.hpp"

namespace kunna::reskilling {

namespace {

using access::Actor;
using access::Permission;
using insights::Workforces;

struct ProgrammePath {
    ProgrammeId programme{};
};
BOOST_DESCRIBE_STRUCT(ProgrammePath, (), (programme))

struct ProgrammeFileAsked : ProgrammePath {
    std::optional<insights::FileKind> format{};
};
BOOST_DESCRIBE_STRUCT(ProgrammeFileAsked, (ProgrammePath), (format))

struct ScenarioAsked {
    scenarios::ScenarioId scenario{};
};
BOOST_DESCRIBE_STRUCT(ScenarioAsked, (), (scenario))

struct PersonPath : ProgrammePath {
    PersonId person{};
};
BOOST_DESCRIBE_STRUCT(PersonPath, (ProgrammePath), (person))

struct MemberPath {
    MemberId member{};
};
BOOST_DESCRIBE_STRUCT(MemberPath, (), (member))

struct CohortPath {
    CohortId cohort{};
};
BOOST_DESCRIBE_STRUCT(CohortPath, (), (cohort))

struct StateInput {
    ProgrammeState state = ProgrammeState::open;
};
BOOST_DESCRIBE_STRUCT(StateInput, (), (state))

struct ProgrammeTold : Programme {
    ProgrammeSums sums{};
};
BOOST_DESCRIBE_STRUCT(ProgrammeTold, (Programme), (sums))

struct ProgrammeList {
    std::vector<ProgrammeTold> items{};
};
BOOST_DESCRIBE_STRUCT(ProgrammeList, (), (items))

ProgrammeTold with_sums(db::Tx& tx, const insights::Workforce& workforce, const Actor& actor, Programme&& programme) {
    ProgrammeTold told;
    told.sums = programme_sums(tx, workforce, actor, programme);
    static_cast<Programme&>(told) = std::move(programme);
    return told;
}

std::vector<PersonId> people_of(const CandidateBoard& board) {
    std::vector<PersonId> people;
    for (const Candidate& one : board.items) people.push_back(one.person);
    return people;
}

constexpr std::string_view as_noted = "reskilling"; // in the log of reads

Result<CandidateBoard> board_of(db::Db& db, Workforces& workforces, const Actor& actor, ProgrammeId programme) {
    const auto workforce = workforces.current();
    CandidateBoard board = TRY(db.read([&](db::Tx& tx) {
        return candidate_board(tx, Fits{tx, workforce}, actor, programme);
    }));
    access::note_read(db, actor, people_of(board), as_noted);
    return board;
}

Result<CohortBoard> cohorts_of(db::Db& db, Workforces& workforces, const Actor& actor, ProgrammeId programme) {
    const auto workforce = workforces.current();
    CohortBoard board = TRY(db.read([&](db::Tx& tx) { return cohort_board(tx, *workforce, actor, programme); }));
    std::vector<PersonId> people;
    for (const CohortMember& one : board.members) people.push_back(one.person);
    access::note_read(db, actor, people, as_noted);
    return board;
}

void declare_programmes(http::Router& api, Workforces* workforces) {
    api.get(
        "/programmes",
        {.summary = "Reskilling programmes, the latest first, with how many have come how far",
         .needs = Permission::view_programmes,
         .description = "Sums are of five people or more, also by difference, for those who may not see the people."},
        [workforces](db::Db& db, const Actor& actor) -> Result<ProgrammeList> {
            const auto workforce = workforces->current();
            return db.read([&](db::Tx& tx) {
                ProgrammeList list;
                for (Programme& one : programmes(tx, actor))
                    list.items.push_back(with_sums(tx, *workforce, actor, std::move(one)));
                return list;
            });
        });
    api.post("/programmes",
             {.summary = "Draft a programme",
              .needs = Permission::run_programmes,
              .description = "Money is in hundredths of a krona."},
             [workforces](db::Db& db, const Actor& actor, const ProgrammeInput& wanted) {
                 const auto workforce = workforces->current();
                 return db.transact([&](db::Tx& tx) -> Result<http::Created<Programme>> {
                     Programme made = TRY(add_programme(tx, *workforce, actor, wanted));
                     return http::Created<Programme>{"/programmes/" + std::to_string(made.id.value), std::move(made)};
                 });
             });
    api.get("/programmes/growth/{scenario}",
            {.summary = "The roles that grow under a scenario, with how many more posts",
             .needs = Permission::run_programmes},
            [workforces](db::Db& db, const Actor&, const ScenarioAsked& asked) {
                const auto workforce = workforces->current();
                return db.read([&](db::Tx& tx) { return growing_roles(tx, *workforce, asked.scenario); });
            });
    api.get("/programmes/{programme}",
            {.summary = "One programme: its roles, how many have come how far, from which roles to which, and when it "
                        "costs less than hiring",
             .needs = Permission::view_programmes,
             .description = "break_even: reskilling(t) = courses + cost of an hour × min(hours, hours a week × t); "
                            "hiring(t) = recruitment + monthly salary × 12/52 × min(onboarding weeks, t), t in weeks "
                            "since each person's start. day: from then on reskilling is never above hiring; none: "
                            "never."},
            [workforces](db::Db& db, const Actor& actor, const ProgrammePath& path) {
                const auto workforce = workforces->current();
                return db.read([&](db::Tx& tx) -> Result<ProgrammeTold> {
                    return with_sums(tx, *workforce, actor, TRY(find_programme(tx, actor, path.programme)));
                });
            });
    api.put("/programmes/{programme}",
            {.summary = "Change a programme, all of it", .needs = Permission::run_programmes},
            [workforces](db::Db& db, const Actor& actor, const ProgrammePath& path, const ProgrammeInput& wanted,
                         http::IfMatch match) {
                const auto workforce = workforces->current();
                return db.transact([&](db::Tx& tx) {
                    return edit_programme(tx, *workforce, actor, path.programme, match.version, wanted);
                });
            });
    api.del("/programmes/{programme}", {.summary = "Remove a draft", .needs = Permission::run_programmes},
            [](db::Db& db, const Actor& actor, const ProgrammePath& path) {
                return db.transact([&](db::Tx& tx) { return remove_programme(tx, actor, path.programme); });
            });
    api.put(
        "/programmes/{programme}/state",
        {.summary = "Open a programme for interest, let it run, close it",
         .needs = Permission::run_programmes,
         .description = "draft → open → running → closed, one after the other; closed from any. Closing ends the "
                        "interest of those who were not placed."},
        [](db::Db& db, const Actor& actor, const ProgrammePath& path, const StateInput& wanted, http::IfMatch match) {
            return db.transact(
                [&](db::Tx& tx) { return set_state(tx, actor, path.programme, match.version, wanted.state); });
        });
}

void declare_candidates(http::Router& api, Workforces* workforces) {
    api.get(
        "/programmes/{programme}/candidates",
        {.summary = "Those whose interest stands, by name: what each brings along and lacks, and what it would take",
         .needs = Permission::run_programmes,
         .description = "Of the people within one's units. Their interest opens the levels that the roles ask for; "
                        "each look is noted, and they see it."},
        [workforces](db::Db& db, const Actor& actor, const ProgrammePath& path) {
            return board_of(db, *workforces, actor, path.programme);
        });
    api.get("/programmes/{programme}/candidates/export",
            {.summary = "The same as a file, a line a candidate and role",
             .needs = Permission::run_programmes,
             .produces = http::table_files},
            [workforces](db::Db& db, const Actor& actor, const ProgrammeFileAsked& asked) -> Result<http::File> {
                const auto board = TRY(board_of(db, *workforces, actor, asked.programme));
                return http::table_of("candidates", asked.format, [&](insights::FileKind kind, tabular::Sink sink) {
                    return write_candidates(board, kind, actor.language, std::move(sink));
                });
            });
    api.post("/programmes/{programme}/suggestion",
             {.summary = "Who could be taken to which role, with a bound that no other choice is below; selects nobody",
              .needs = Permission::run_programmes,
              .description =
                  "aim hours: the fewest hours until ready, where what is unknown counts as if it were to be "
                  "learned from nothing. aim suitability: the least that is not brought along, in per mille. "
                  "Nobody is suggested for a role they did not ask for."},
             [workforces](db::Db& db, const Actor& actor, const ProgrammePath& path,
                          const SuggestionAsked& asked) -> Result<Suggestion> {
                 const auto workforce = workforces->current();
                 CandidateBoard board;
                 Suggestion made = TRY(db.read([&](db::Tx& tx) -> Result<Suggestion> {
                     const Fits fits{tx, workforce};
                     board = TRY(candidate_board(tx, fits, actor, path.programme));
                     return suggest(board, fits, asked);
                 }));
                 access::note_read(db, actor, people_of(board), as_noted);
                 return made;
             });
    api.put("/programmes/{programme}/members/{person}",
            {.summary = "Select somebody for a role they asked for; their path becomes their steps",
             .needs = Permission::run_programmes},
            [workforces](db::Db& db, const Actor& actor, const PersonPath& path, const Selection& wanted) {
                const auto workforce = workforces->current();
                return db.transact([&](db::Tx& tx) {
                    return select(tx, Fits{tx, workforce}, actor, path.programme, path.person, wanted);
                });
            });
    api.del("/programmes/{programme}/members/{person}",
            {.summary = "Take a selection back, before anything has begun", .needs = Permission::run_programmes},
            [](db::Db& db, const Actor& actor, const PersonPath& path) {
                return db.transact([&](db::Tx& tx) { return unselect(tx, actor, path.programme, path.person); });
            });
}

void declare_cohorts(http::Router& api, Workforces* workforces) {
    api.get("/programmes/{programme}/cohorts",
            {.summary = "Cohorts, with how far each member has come, and what became of those placed",
             .needs = Permission::run_programmes,
             .description =
                 "Of the people within one's units whose interest stands. Follow-up is due 3, 6 and 12 months "
                 "after the placement."},
            [workforces](db::Db& db, const Actor& actor, const ProgrammePath& path) {
                return cohorts_of(db, *workforces, actor, path.programme);
            });
    api.get("/programmes/{programme}/cohorts/export",
            {.summary = "The same as a file, a line a member and step",
             .needs = Permission::run_programmes,
             .produces = http::table_files},
            [workforces](db::Db& db, const Actor& actor, const ProgrammeFileAsked& asked) -> Result<http::File> {
                const auto board = TRY(cohorts_of(db, *workforces, actor, asked.programme));
                return http::table_of("cohorts", asked.format, [&](insights::FileKind kind, tabular::Sink sink) {
                    return write_cohorts(board, kind, actor.language, std::move(sink));
                });
            });
    api.post(
        "/programmes/{programme}/cohorts",
        {.summary = "Gather selected people in a cohort", .needs = Permission::run_programmes},
        [](db::Db& db, const Actor& actor, const ProgrammePath& path, const CohortInput& wanted) {
            return db.transact([&](db::Tx& tx) -> Result<http::Created<Cohort>> {
                Cohort made = TRY(add_cohort(tx, actor, path.programme, wanted));
                return http::Created<Cohort>{"/reskilling/cohorts/" + std::to_string(made.id.value), std::move(made)};
            });
        });
    api.put("/reskilling/cohorts/{cohort}",
            {.summary = "Change a cohort; whoever has begun stays in it", .needs = Permission::run_programmes},
            [](db::Db& db, const Actor& actor, const CohortPath& path, const CohortInput& wanted, http::IfMatch match) {
                return db.transact(
                    [&](db::Tx& tx) { return edit_cohort(tx, actor, path.cohort, match.version, wanted); });
            });
    api.put("/reskilling/members/{member}/stage",
            {.summary = "Let a member go on to the next stage, or leave",
             .needs = Permission::run_programmes,
             .description = "selected → learning (in a cohort that has started) → trial (every step checked by the "
                            "mentor) → placed (the trial passed, by a manager of the unit); left from any of them but "
                            "the last, with a reason."},
            [](db::Db& db, const Actor& actor, const MemberPath& path, const StageInput& wanted) {
                return db.transact([&](db::Tx& tx) { return set_stage(tx, actor, path.member, wanted); });
            });
    api.put("/reskilling/members/{member}/role",
            {.summary = "Give somebody placed the role, from the day of the placement",
             .needs = Permission::edit_roles,
             .description = "The role they came from ends the day before."},
            [](db::Db& db, const Actor& actor, const MemberPath& path) {
                return db.transact([&](db::Tx& tx) { return give_placed_role(tx, actor, path.member); });
            });
}

} // namespace

void declare_routes(http::Router& api, Workforces* workforces) {
    declare_own_routes(api, workforces);
    declare_programmes(api, workforces);
    declare_candidates(api, workforces);
    declare_cohorts(api, workforces);
}

} // namespace kunna::reskilling
