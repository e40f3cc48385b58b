// The HTTP face of reskilling for everybody: roles near me, interest, my part, those I check.
#include "http/router.hpp"
#include "reskilling/interest.hpp"
#include "reskilling/members.hpp"
#include "reskilling/near.hpp"
#include "reskilling/routes.hpp"

namespace kunna::reskilling {

namespace {

using access::Actor;
using access::Permission;

struct NearAsked {
    std::optional<double> hours_a_week{};
};
BOOST_DESCRIBE_STRUCT(NearAsked, (), (hours_a_week))

struct InterestPath {
    ProgrammeId programme{};
};
BOOST_DESCRIBE_STRUCT(InterestPath, (), (programme))

struct StepPath {
    StepId step{};
};
BOOST_DESCRIBE_STRUCT(StepPath, (), (step))

struct StepCheck {
    bool done = false;
};
BOOST_DESCRIBE_STRUCT(StepCheck, (), (done))

struct TrialPath {
    MemberId member{};
};
BOOST_DESCRIBE_STRUCT(TrialPath, (), (member))

struct TrialJudged {
    bool passed = false;
};
BOOST_DESCRIBE_STRUCT(TrialJudged, (), (passed))

} // namespace

void declare_own_routes(http::Router& api, insights::Workforces* workforces) {
    api.get("/reskilling/roles",
            {.summary = "Roles near oneself: how much is brought along, what is missing, and what it takes",
             .needs = Permission::seek_roles,
             .description =
                 "transferability as domain: Σ w·min(L̂, R) / Σ wR, suggested from 0.6 on. path: the cheapest "
                 "activities in order; levels that are unknown are to be assessed first and are planned for "
                 "by nothing. weeks = ⌈(hours + practice) / hours_a_week⌉."},
            [workforces](db::Db& db, const Actor& actor, const NearAsked& asked) {
                return near_roles(db, *workforces, actor, asked.hours_a_week.value_or(usual_hours_a_week));
            });
    api.get(
        "/reskilling/programmes",
        {.summary = "Programmes that are open for interest, and one's own interest", .needs = Permission::seek_roles},
        [](db::Db& db, const Actor& actor) -> Result<OpenProgrammes> {
            return db.read([&](db::Tx& tx) { return open_programmes(tx, actor); });
        });
    api.put("/reskilling/programmes/{programme}/interest",
            {.summary = "Express interest in a programme, for one or more of its roles",
             .needs = Permission::seek_roles,
             .description = "edition is that of the words one has read. While it stands HR and L&D see what one can do "
                            "of what the roles ask for."},
            [](db::Db& db, const Actor& actor, const InterestPath& path, const InterestInput& wanted) {
                return db.transact([&](db::Tx& tx) { return express_interest(tx, actor, path.programme, wanted); });
            });
    api.del("/reskilling/programmes/{programme}/interest",
            {.summary = "Take it back, which also ends one's part in the programme", .needs = Permission::seek_roles},
            [](db::Db& db, const Actor& actor, const InterestPath& path) {
                return db.transact([&](db::Tx& tx) { return take_back_interest(tx, actor, path.programme); });
            });
    api.get("/reskilling/mine",
            {.summary = "One's own part in programmes, those one mentors, and those whose trial one judges",
             .needs = Permission::seek_roles},
            [](db::Db& db, const Actor& actor) -> Result<MyReskilling> {
                return db.read([&](db::Tx& tx) { return my_reskilling(tx, actor); });
            });
    api.put("/reskilling/steps/{step}",
            {.summary = "Say that a step of somebody one mentors is done, or not", .needs = Permission::seek_roles},
            [](db::Db& db, const Actor& actor, const StepPath& path, const StepCheck& check) {
                return db.transact([&](db::Tx& tx) { return check_step(tx, actor, path.step, check.done); });
            });
    api.put(
        "/reskilling/trials/{member}",
        {.summary = "Say that the trial of somebody in one's unit is passed, or not", .needs = Permission::seek_roles},
        [](db::Db& db, const Actor& actor, const TrialPath& path, const TrialJudged& judged) {
            return db.transact([&](db::Tx& tx) { return pass_trial(tx, actor, path.member, judged.passed); });
        });
}

} // namespace kunna::reskilling
