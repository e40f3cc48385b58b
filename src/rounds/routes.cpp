// The HTTP face of rounds: HR drafts, opens, follows and closes them; people and their managers answer.
#include "rounds/routes.hpp"

#include "http/router.hpp"
#include "rounds/assessors.hpp"
#include "rounds/calibration_meeting.hpp"
#include "rounds/cases.hpp"
#include "rounds/comparison.hpp"
#include "rounds/peers.hpp"
#include "rounds/progress.hpp"
#include "rounds/reminders.hpp"
#include "rounds/rounds.hpp"
#include "rounds/team.hpp"

namespace kunna::rounds {

namespace {

using access::Actor;
using access::Permission;

struct RoundPath {
    RoundId round{};
};
BOOST_DESCRIBE_STRUCT(RoundPath, (), (round))

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

struct CasePath {
    CaseId case_{};
};
BOOST_DESCRIBE_STRUCT(CasePath, (), (case_))

struct AnswerPath {
    CaseId case_{};
    SkillId skill{};
};
BOOST_DESCRIBE_STRUCT(AnswerPath, (), (case_, skill))

struct PeerPath {
    RoundId round{};
    PersonId person{};
    PersonId peer{};
};
BOOST_DESCRIBE_STRUCT(PeerPath, (), (round, person, peer))

struct CandidatesAsked {
    RoundId round{};
    PersonId person{};
    std::optional<std::string> query{};
};
BOOST_DESCRIBE_STRUCT(CandidatesAsked, (), (round, person, query))

struct CandidateList {
    std::vector<access::Colleague> items{};
};
BOOST_DESCRIBE_STRUCT(CandidateList, (), (items))

struct AssessorPath {
    RoundId round{};
    AccountId account{};
};
BOOST_DESCRIBE_STRUCT(AssessorPath, (), (round, account))

struct AssessorCasePath {
    RoundId round{};
    AccountId account{};
    PersonId person{};
};
BOOST_DESCRIBE_STRUCT(AssessorCasePath, (), (round, account, person))

struct AssessorList {
    std::vector<Assessor> items{};
};
BOOST_DESCRIBE_STRUCT(AssessorList, (), (items))

struct LastDay {
    Date last_day{};
};
BOOST_DESCRIBE_STRUCT(LastDay, (), (last_day))

struct InvitedAgain {
    RoundId round{};
    AccountId account{};
    std::optional<bool> by_hand{}; // a link to hand over, although e-mail is set up
};
BOOST_DESCRIBE_STRUCT(InvitedAgain, (), (round, account, by_hand))

struct MembersAsked {
    RoundId round{};
    std::optional<std::string> query{};
};
BOOST_DESCRIBE_STRUCT(MembersAsked, (), (round, query))

struct MemberList {
    std::vector<RoundMember> items{};
};
BOOST_DESCRIBE_STRUCT(MemberList, (), (items))

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

void declare_answering(http::Router& api) {
    api.get("/rounds/mine",
            {.summary = "What open rounds ask of oneself: about oneself, about others, and as a manager",
             .needs = Permission::answer_rounds},
            [](db::Db& db, const Actor& actor) -> Result<MyRounds> {
                return db.read([&](db::Tx& tx) { return my_rounds(tx, actor); });
            });
    api.get("/rounds/cases/{case}",
            {.summary = "A form: each skill with its levels in words and, about oneself, what one said last",
             .needs = Permission::answer_rounds},
            [](db::Db& db, const Actor& actor, const CasePath& path) { return open_form(db, actor, path.case_); });
    api.del(
        "/rounds/cases/{case}",
        {.summary = "Decline to assess a colleague, as long as nothing is answered", .needs = Permission::rate_self},
        [](db::Db& db, const Actor& actor, const CasePath& path) {
            return db.transact([&](db::Tx& tx) { return decline_case(tx, actor, path.case_); });
        });
    api.put("/rounds/cases/{case}/answers/{skill}",
            {.summary = "Answer about one skill; the same answer again changes nothing",
             .needs = Permission::answer_rounds},
            [](db::Db& db, const Actor& actor, const AnswerPath& path, const GivenAnswer& given) {
                return db.transact([&](db::Tx& tx) { return answer(tx, actor, path.case_, path.skill, given); });
            });
    api.del("/rounds/cases/{case}/answers/{skill}",
            {.summary = "Take an answer back, as if the question had not been answered",
             .needs = Permission::answer_rounds},
            [](db::Db& db, const Actor& actor, const AnswerPath& path) {
                return db.transact([&](db::Tx& tx) { return take_back(tx, actor, path.case_, path.skill); });
            });
    api.get("/rounds/{round}/team",
            {.summary = "One's own direct reports against the skills of a round, to be rated",
             .needs = Permission::record_assessment},
            [](db::Db& db, const Actor& actor, const RoundPath& path) { return team(db, actor, path.round); });
}

void declare_peers(http::Router& api) {
    api.get("/rounds/{round}/peers",
            {.summary = "Colleagues named to assess oneself and one's direct reports", .needs = Permission::rate_self},
            [](db::Db& db, const Actor& actor, const RoundPath& path) {
                return db.read([&](db::Tx& tx) { return peer_choice(tx, actor, path.round); });
            });
    api.get("/rounds/{round}/peers/{person}/candidates",
            {.summary = "Colleagues of oneself or of a direct report who may be named, by a few letters of the name",
             .needs = Permission::rate_self},
            [](db::Db& db, const Actor& actor, const CandidatesAsked& asked) {
                return db.read([&](db::Tx& tx) -> Result<CandidateList> {
                    return CandidateList{
                        TRY(peer_candidates(tx, actor, asked.round, asked.person, asked.query.value_or("")))};
                });
            });
    api.put("/rounds/{round}/peers/{person}/{peer}",
            {.summary = "Propose a colleague to assess oneself; as the manager, confirm or name one",
             .needs = Permission::rate_self},
            [](db::Db& db, const Actor& actor, const PeerPath& path) {
                return db.transact(
                    [&](db::Tx& tx) { return name_peer(tx, actor, path.round, path.person, path.peer); });
            });
    api.del("/rounds/{round}/peers/{person}/{peer}",
            {.summary = "Take a proposal back; as the manager, turn it down", .needs = Permission::rate_self},
            [](db::Db& db, const Actor& actor, const PeerPath& path) {
                return db.transact(
                    [&](db::Tx& tx) { return unname_peer(tx, actor, path.round, path.person, path.peer); });
            });
}

void declare_assessors(http::Router& api) {
    api.get("/rounds/{round}/assessors",
            {.summary = "Assessors from outside: whom they answer about, how far they have come, until when",
             .needs = Permission::run_rounds},
            [](db::Db& db, const Actor& actor, const RoundPath& path) {
                return db.read([&](db::Tx& tx) -> Result<AssessorList> {
                    return AssessorList{TRY(assessors(tx, actor, path.round))};
                });
            });
    api.post("/rounds/{round}/assessors",
             {.summary = "Add an assessor from outside: an account for these cases alone, opened by the one-time link",
              .needs = Permission::run_rounds},
             [](db::Db& db, const Actor& actor, const RoundPath& path, const NewRoundAssessor& wanted) {
                 return db.transact([&](db::Tx& tx) -> Result<http::Created<InvitedAssessor>> {
                     InvitedAssessor made = TRY(add_assessor(tx, actor, path.round, wanted));
                     return http::Created<InvitedAssessor>{"/rounds/" + std::to_string(path.round.value) + "/assessors",
                                                           std::move(made)};
                 });
             });
    api.patch("/rounds/{round}/assessors/{account}",
              {.summary = "Change an assessor's last day", .needs = Permission::run_rounds},
              [](db::Db& db, const Actor& actor, const AssessorPath& path, const LastDay& wanted) {
                  return db.transact([&](db::Tx& tx) {
                      return set_assessor_last_day(tx, actor, path.round, path.account, wanted.last_day);
                  });
              });
    api.del("/rounds/{round}/assessors/{account}",
            {.summary = "End an assessor's account now; what was answered stands", .needs = Permission::run_rounds},
            [](db::Db& db, const Actor& actor, const AssessorPath& path) {
                return db.transact([&](db::Tx& tx) { return end_assessor(tx, actor, path.round, path.account); });
            });
    api.post("/rounds/{round}/assessors/{account}/invitation",
             {.summary = "A new one-time link for an assessor, mailed where e-mail is set up unless by_hand",
              .needs = Permission::run_rounds},
             [](db::Db& db, const Actor& actor, const InvitedAgain& asked) {
                 return db.transact([&](db::Tx& tx) {
                     return invite_again(tx, actor, asked.round, asked.account, asked.by_hand.value_or(false));
                 });
             });
    api.post("/rounds/{round}/assessors/{account}/cases",
             {.summary = "Give an assessor more people to answer about", .needs = Permission::run_rounds},
             [](db::Db& db, const Actor& actor, const AssessorPath& path, const GivenCases& wanted) {
                 return db.transact(
                     [&](db::Tx& tx) { return give_cases(tx, actor, path.round, path.account, wanted); });
             });
    api.del(
        "/rounds/{round}/assessors/{account}/cases/{person}",
        {.summary = "Take a person from an assessor, as long as nothing is answered", .needs = Permission::run_rounds},
        [](db::Db& db, const Actor& actor, const AssessorCasePath& path) {
            return db.transact([&](db::Tx& tx) { return take_case(tx, actor, path.round, path.account, path.person); });
        });
    api.get("/rounds/{round}/members",
            {.summary = "People in a round, by a few letters of the name", .needs = Permission::run_rounds},
            [](db::Db& db, const Actor& actor, const MembersAsked& asked) {
                return db.read([&](db::Tx& tx) -> Result<MemberList> {
                    return MemberList{TRY(members(tx, actor, asked.round, asked.query.value_or("")))};
                });
            });
}

} // namespace

void declare_routes(http::Router& api) {
    declare_running(api);
    declare_peers(api);
    declare_assessors(api);
    declare_reminding(api);
    declare_comparing(api);
    declare_answering(api);
}

} // namespace kunna::rounds
