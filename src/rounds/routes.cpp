// The HTTP face of rounds for HR: drafts, opens, follows and closes them.
#include "rounds/routes.hpp"

#include "http/router.hpp"
#include "rounds/calibration_meeting.hpp"
#include "rounds/comparison.hpp"
#include "rounds/progress.hpp"
#include "rounds/reminders.hpp"
#include "rounds/round_path.hpp"
#include "rounds/rounds.hpp"

namespace kunna::rounds {

namespace {

using access::Actor;
using access::Permission;

struct ProgressAsked {
    RoundId round{};
    std::optional<UnitId> unit{};
};
BOOST_DESCRIBE_STRUCT(ProgressAsked, (), (round, unit))

struct CalibrationQuery {
    RoundId round{};
    std::optional<UnitId> unit{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(CalibrationQuery, (), (round, unit, reason))

struct RoundList {
    std::vector<RoundRow> items{};
};
BOOST_DESCRIBE_STRUCT(RoundList, (), (items))

void declare_running(http::Router& api) {
    api.get("/rounds", {.summary = "Inventory rounds, newest first", .needs = Permission::run_rounds},
            [](db::Db& db, const Actor& actor) -> Result<RoundList> {
                return RoundList{db.read([&](db::Tx& tx) { return rounds(tx, actor); })};
            });
    api.post(
        "/rounds",
        {.summary = "Draft a round: whom to ask, about what, who answers, until when", .needs = Permission::run_rounds},
        [](db::Db& db, const Actor& actor, const NewRound& wanted) {
            return db.transact([&](db::Tx& tx) -> Result<http::Created<Round>> {
                Round made = TRY(add_round(tx, actor, wanted));
                return http::Created<Round>{"/rounds/" + std::to_string(made.id.value), std::move(made)};
            });
        });
    api.get("/rounds/{round}",
            {.summary = "One round; of a draft also how many it would ask", .needs = Permission::run_rounds},
            [](db::Db& db, const Actor& actor, const RoundPath& path) {
                return db.read([&](db::Tx& tx) { return find_round(tx, actor, path.round); });
            });
    api.put("/rounds/{round}", {.summary = "Change a draft", .needs = Permission::run_rounds},
            [](db::Db& db, const Actor& actor, const RoundPath& path, const NewRound& wanted, http::IfMatch match) {
                return db.transact(
                    [&](db::Tx& tx) { return edit_round(tx, actor, path.round, match.version, wanted); });
            });
    api.del("/rounds/{round}", {.summary = "Discard a draft", .needs = Permission::run_rounds},
            [](db::Db& db, const Actor& actor, const RoundPath& path) {
                return db.transact([&](db::Tx& tx) { return discard_round(tx, actor, path.round); });
            });
    api.post(
        "/rounds/{round}/opening",
        {.summary = "Open a draft: from now on it is fixed who is asked about what", .needs = Permission::run_rounds},
        [](db::Db& db, const Actor& actor, const RoundPath& path) {
            return db.transact([&](db::Tx& tx) { return open_round(tx, actor, path.round); });
        });
    api.post("/rounds/{round}/closing",
             {.summary = "Close a round before its last day", .needs = Permission::run_rounds},
             [](db::Db& db, const Actor& actor, const RoundPath& path) {
                 return db.transact([&](db::Tx& tx) { return close_round(tx, actor, path.round); });
             });
    api.get("/rounds/{round}/progress",
            {.summary = "How many were asked, have begun and are done, by unit",
             .needs = Permission::run_rounds,
             .description = "A unit and those directly below it; without one, the topmost."},
            [](db::Db& db, const Actor& actor, const ProgressAsked& asked) {
                return db.read([&](db::Tx& tx) { return progress(tx, actor, asked.round, asked.unit); });
            });
}

void declare_reminding(http::Router& api) {
    api.get("/rounds/{round}/reminders",
            {.summary = "When those who had not answered were reminded, and when they are next",
             .needs = Permission::run_rounds},
            [](db::Db& db, const Actor& actor, const RoundPath& path) {
                return db.read([&](db::Tx& tx) { return reminders(tx, actor, path.round); });
            });
    api.post("/rounds/{round}/reminders",
             {.summary = "Remind those who have something left to answer; at most once a day",
              .needs = Permission::run_rounds},
             [](db::Db& db, const Actor& actor, const RoundPath& path) {
                 return db.transact([&](db::Tx& tx) { return remind(tx, actor, path.round); });
             });
}

void declare_comparing(http::Router& api) {
    const auto known = std::make_shared<Comparisons>();
    const auto asked_of = [known](db::Db& db, const Actor& actor, const CompareAsked& asked, bool whole) {
        return db.read([&](db::Tx& tx) { return compare(tx, *known, actor, asked, whole); });
    };
    api.get("/rounds/{round}/comparison",
            {.summary = "A closed round beside the one before it: movement by unit and skill, self against manager",
             .needs = Permission::run_rounds},
            [asked_of](db::Db& db, const Actor& actor, const CompareAsked& asked) {
                return asked_of(db, actor, asked, false);
            });
    api.get("/rounds/{round}/comparison/export",
            {.summary = "The comparison as a CSV file", .needs = Permission::run_rounds, .produces = "text/csv"},
            [asked_of](db::Db& db, const Actor& actor, const CompareAsked& asked) -> Result<http::File> {
                const Comparison told = TRY(asked_of(db, actor, asked, true));
                http::File file{.content_type = "text/csv; charset=utf-8", .filename = "kunna-comparison.csv"};
                TRY(write_comparison(told.items, actor.language, tabular::string_sink(file.bytes)));
                return file;
            });
    api.get("/rounds/{round}/calibration",
            {.summary = "Answers to talk through: where people and their managers are far apart",
             .needs = {Permission::run_rounds, Permission::record_assessment}},
            [](db::Db& db, const Actor& actor, const CalibrationQuery& asked) {
                return calibration_meeting(db, access::with_reason(actor, asked.reason), {asked.round, asked.unit});
            });
}

} // namespace

void declare_routes(http::Router& api) {
    declare_running(api);
    declare_assessors(api);
    declare_reminding(api);
    declare_comparing(api);
    declare_answering(api);
}

} // namespace kunna::rounds
