// The HTTP face of assessments: recording, commenting, contesting, answering. What the statements add up to is told by
// insights.
#include "assessments/routes.hpp"

#include "access/visibility.hpp"
#include "assessments/attachments.hpp"
#include "assessments/calibration.hpp"
#include "assessments/contests.hpp"
#include "base/attachable.hpp"
#include "http/paging.hpp"
#include "http/router.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace kunna::assessments {

namespace {

using access::Actor;
using access::Permission;
using access::with_reason;

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

struct NewLink {
    std::string link{};
    std::string name{}; // the address when empty
};
BOOST_DESCRIBE_STRUCT(NewLink, (), (link, name))

struct FileAsked {
    AssessmentId assessment{};
    std::optional<std::string> filename{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(FileAsked, (), (assessment, filename, reason))

struct AttachmentPath {
    AttachmentId attachment{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(AttachmentPath, (), (attachment, reason))

struct CalibrationPage : http::Page<RaterCalibration> {
    std::int64_t fewer = 0; // raters with fewer than five cases
};
BOOST_DESCRIBE_STRUCT(CalibrationPage, (http::Page<RaterCalibration>), (fewer))

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

Result<http::Created<Attachment>> add_file(db::Db& db, const Actor& actor, const FileAsked& asked,
                                           http::Upload&& upload) {
    std::ifstream in{upload.path(), std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    const std::string name = asked.filename.value_or(upload.filename());
    return db.transact([&](db::Tx& tx) -> Result<http::Created<Attachment>> {
        Attachment made = TRY(attach_file(tx, with_reason(actor, asked.reason), asked.assessment, name, bytes));
        return http::Created<Attachment>{"/attachments/" + std::to_string(made.id.value), std::move(made)};
    });
}

Result<http::File> file_of(db::Db& db, const Actor& actor, const AttachmentPath& path) {
    const Actor asking = with_reason(actor, path.reason);
    AttachedFile file = TRY(db.read([&](db::Tx& tx) { return attached_file(tx, asking, path.attachment); }));
    access::note_read(db, asking, {file.person}, "levels");
    return http::File{.content_type = file.content_type, .filename = file.name, .bytes = std::move(file.bytes)};
}

Result<CalibrationPage> list_calibrations(db::Db& db, const Actor& actor, const http::PageAsked& asked) {
    const auto from = static_cast<std::size_t>(TRY(http::page_start("calibrations", asked.cursor, 0)));
    const std::size_t limit = asked.limit_or(50);
    auto all = db.read([&](db::Tx& tx) { return calibrations(tx, actor); });
    CalibrationPage page;
    page.total = static_cast<std::int64_t>(all.raters.size());
    page.fewer = all.fewer;
    for (std::size_t i = from; i < std::min(all.raters.size(), from + limit); ++i)
        page.items.push_back(std::move(all.raters[i]));
    if (from + limit < all.raters.size()) page.next = http::seal_cursor("calibrations", {std::to_string(from + limit)});
    std::vector<PersonId> opened;
    for (const RaterCalibration& one : page.items) opened.push_back(one.rater);
    access::note_read(db, actor, opened, "calibration");
    return page;
}

} // namespace

void declare_routes(http::Router& api) {
    api.post("/assessments",
             {.summary = "Record a person's level in a skill",
              .needs = {Permission::rate_self, Permission::record_assessment},
              .description = "Oneself with source self; a direct report with source manager, talk, interview, project, "
                             "test, certificate or expert; HR with source interview, test, certificate or expert. "
                             "assessor names who judged, when that is somebody else; an expert must be named."},
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
    api.post("/assessments/{assessment}/links",
             {.summary = "Attach a link that a statement rests on",
              .needs = {Permission::view_own, Permission::record_assessment}},
             [](db::Db& db, const Actor& actor, const AssessmentPath& path, const NewLink& wanted) {
                 return db.transact([&](db::Tx& tx) -> Result<http::Created<Attachment>> {
                     Attachment made = TRY(
                         attach_link(tx, with_reason(actor, path.reason), path.assessment, wanted.link, wanted.name));
                     return http::Created<Attachment>{"/attachments/" + std::to_string(made.id.value), std::move(made)};
                 });
             });
    api.post("/assessments/{assessment}/files",
             {.summary = "Attach a file that a statement rests on: its bytes are the body",
              .needs = {Permission::view_own, Permission::record_assessment},
              .description = "At most 10 MB, and 20 links and files a statement.",
              .body_limit = attachable::largest_file},
             add_file);
    api.get("/attachments/{attachment}",
            {.summary = "An attached file",
             .needs = {Permission::view_own, Permission::view_levels},
             .produces = "application/octet-stream"},
            file_of);
    api.del("/attachments/{attachment}",
            {.summary = "Take away a link or file that one attached",
             .needs = {Permission::view_own, Permission::record_assessment}},
            [](db::Db& db, const Actor& actor, const AttachmentPath& path) {
                return db.transact([&](db::Tx& tx) { return detach(tx, actor, path.attachment); });
            });
    api.get("/calibrations",
            {.summary = "How raters lie against what others say of the same, the largest correction first",
             .needs = Permission::view_calibration,
             .description = "bias = mean(level − the others' mean, weighted by source); correction = bias·n/(n + 10); "
                            "kappa with quadratic weights. Told, never applied to a level."},
            list_calibrations);
    api.get("/calibrations/mine",
            {.summary = "How one's own ratings lie against what others say of the same", .needs = Permission::view_own},
            [](db::Db& db, const Actor& actor) -> Result<OwnCalibration> {
                return db.read([&](db::Tx& tx) { return own_calibration(tx, actor); });
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
