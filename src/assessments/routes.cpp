// The HTTP face of assessments: recording, commenting, contesting, answering. What the statements add up to is told by
// insights.
#include "assessments/routes.hpp"

#include "access/visibility.hpp"
#include "assessments/contests.hpp"
#include "http/paging.hpp"
#include "http/router.hpp"

#include <algorithm>

namespace kunna::assessments {

namespace {

using access::Actor;
using access::Permission;

// reason: why HR opens a person's levels; for a withdrawal also why the statement is withdrawn.
struct AssessmentPath {
    AssessmentId assessment{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(AssessmentPath, (), (assessment, reason))

struct ContestPath {
    ContestId contest{};
};
BOOST_DESCRIBE_STRUCT(ContestPath, (), (contest))

struct NewComment {
    std::string text{};
};
BOOST_DESCRIBE_STRUCT(NewComment, (), (text))

struct NewContest {
    std::string reason{};
};
BOOST_DESCRIBE_STRUCT(NewContest, (), (reason))

struct ContestsAsked : http::PageAsked {
    std::optional<ContestState> state{};
};
BOOST_DESCRIBE_STRUCT(ContestsAsked, (http::PageAsked), (state))

Actor with_reason(const Actor& actor, const std::optional<std::string>& reason) {
    Actor reasoned = actor;
    if (reason) reasoned.reason = *reason;
    return reasoned;
}

Result<http::Page<ContestRow>> list_contests(db::Db& db, const Actor& actor, const ContestsAsked& asked) {
    const std::string name = "contests " + std::string{asked.state ? db::enum_name(*asked.state) : "all"};
    const std::int64_t start = TRY(http::page_start(name, asked.cursor, 0));
    const std::size_t limit = asked.limit_or(50);
    http::Page<ContestRow> page;
    page.items = db.read([&](db::Tx& tx) {
        return contests(tx, actor, asked.state, start == 0 ? std::nullopt : std::optional{ContestId{start}},
                        static_cast<int>(limit) + 1);
    });
    http::cut_page(page, name, limit, [](const ContestRow& row) { return row.contest.id.value; });
    std::vector<PersonId> people;
    for (const ContestRow& row : page.items)
        if (std::find(people.begin(), people.end(), row.person) == people.end()) people.push_back(row.person);
    access::note_read(db, actor, people, "levels");
    return page;
}

} // namespace

void declare_routes(http::Router& api) {
    api.post("/assessments",
             {.summary = "Record a person's level in a skill",
              .needs = {Permission::rate_self, Permission::record_assessment},
              .description = "Oneself with source self; a direct report with source manager, interview, talk, test, "
                             "project or certificate."},
             [](db::Db& db, const Actor& actor, const NewAssessment& wanted) {
                 return db.transact([&](db::Tx& tx) -> Result<http::Created<Recorded>> {
                     const Recorded made = TRY(record(tx, actor, wanted));
                     return http::Created<Recorded>{"/assessments/" + std::to_string(made.id.value), made};
                 });
             });
    api.del("/assessments/{assessment}",
            {.summary = "Withdraw a statement: from today it counts for nothing, and stays in the history",
             .needs = {Permission::rate_self, Permission::record_assessment, Permission::import_files}},
            [](db::Db& db, const Actor& actor, const AssessmentPath& path) {
                return db.transact([&](db::Tx& tx) {
                    return withdraw(tx, with_reason(actor, path.reason), path.assessment, path.reason.value_or(""));
                });
            });
    api.post(
        "/assessments/{assessment}/comments",
        {.summary = "Comment a statement", .needs = {Permission::contest_own, Permission::view_levels}},
        [](db::Db& db, const Actor& actor, const AssessmentPath& path, const NewComment& wanted) {
            return db.transact([&](db::Tx& tx) -> Result<http::Created<Comment>> {
                Comment made = TRY(comment(tx, with_reason(actor, path.reason), path.assessment, wanted.text));
                return http::Created<Comment>{"/assessments/" + std::to_string(path.assessment.value), std::move(made)};
            });
        });
    api.post("/assessments/{assessment}/contests",
             {.summary = "Contest a statement about oneself", .needs = Permission::contest_own},
             [](db::Db& db, const Actor& actor, const AssessmentPath& path, const NewContest& wanted) {
                 return db.transact([&](db::Tx& tx) -> Result<http::Created<Contest>> {
                     Contest made = TRY(contest(tx, actor, path.assessment, wanted.reason));
                     return http::Created<Contest>{"/contests/" + std::to_string(made.id.value), std::move(made)};
                 });
             });
    api.get("/contests",
            {.summary = "Contests: one's own, and those one may answer; newest first",
             .needs = {Permission::contest_own, Permission::answer_contest}},
            list_contests);
    api.post("/contests/{contest}/answer",
             {.summary = "Answer a contest: the statement stands, or another takes its place",
              .needs = Permission::answer_contest},
             [](db::Db& db, const Actor& actor, const ContestPath& path, const Answer& given) {
                 return db.transact([&](db::Tx& tx) { return answer(tx, actor, path.contest, given); });
             });
    api.del("/contests/{contest}", {.summary = "Take back one's own contest", .needs = Permission::contest_own},
            [](db::Db& db, const Actor& actor, const ContestPath& path) {
                return db.transact([&](db::Tx& tx) { return take_back(tx, actor, path.contest); });
            });
}

} // namespace kunna::assessments
