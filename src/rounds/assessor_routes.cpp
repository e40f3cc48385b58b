// The HTTP face of assessors from outside, for whoever runs the round.
#include "http/router.hpp"
#include "rounds/assessors.hpp"
#include "rounds/round_path.hpp"
#include "rounds/routes.hpp"

namespace kunna::rounds {

namespace {

using access::Actor;
using access::Permission;

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

} // namespace

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

} // namespace kunna::rounds
