// The HTTP face of rounds for those who are asked: people about themselves and their colleagues, managers about theirs.
#include "http/router.hpp"
#include "rounds/cases.hpp"
#include "rounds/peers.hpp"
#include "rounds/round_path.hpp"
#include "rounds/routes.hpp"
#include "rounds/team.hpp"

namespace kunna::rounds {

namespace {

using access::Actor;
using access::Permission;

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

void declare_forms(http::Router& api) {
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

} // namespace

void declare_answering(http::Router& api) {
    declare_peers(api);
    declare_forms(api);
}

} // namespace kunna::rounds
