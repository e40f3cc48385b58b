// A learning activity: anything planned that raises what people can do. It is of nobody: who takes it comes elsewhere.
#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "goals/goal.hpp"
#include "skills/skill.hpp"

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

namespace kunna::learning {

using ActivityId = Id<struct ActivityTag>;
using ActivitySessionId = Id<struct ActivitySessionTag>;
using skills::Text;

BOOST_DEFINE_ENUM_CLASS(ActivityKind, course, path, micro, mentor, rotation, project, coaching, external)

// In hundredths of the currency (öre). A session costs the same however many take part; each seat comes on top.
struct ActivityCost {
    std::int64_t seat = 0;
    std::int64_t session = 0;
    std::string currency{}; // ISO 4217
    bool operator==(const ActivityCost&) const = default;
};
BOOST_DESCRIBE_STRUCT(ActivityCost, (), (seat, session, currency))

// Levels are estimates. So much below a step is near enough: to begin there, to have what is asked for first, and not
// to need what teaches it.
inline constexpr double near_enough = 0.5;

// Whoever can do the skill at about `from`, or more, but not yet at `to`, is at `to` afterwards with the probability.
struct SkillRaise {
    SkillId skill{};
    Text skill_name{};
    bool retired = false; // the skill, since
    std::int32_t from = 0;
    std::int32_t to = 0;
    double probability = 1; // (0, 1]; an estimate until outcomes tell
};
BOOST_DESCRIBE_STRUCT(SkillRaise, (), (skill, skill_name, retired, from, to, probability))

// A time at which the activity is held.
struct ActivitySession {
    ActivitySessionId id{};
    Date starts{};
    Date ends{};                         // the last day
    std::string place{};                 // the activity's own when empty
    std::optional<std::int32_t> seats{}; // the activity's own when absent
};
BOOST_DESCRIBE_STRUCT(ActivitySession, (), (id, starts, ends, place, seats))

struct OtherActivity {
    ActivityId id{};
    Text name{};
    bool archived = false;
};
BOOST_DESCRIBE_STRUCT(OtherActivity, (), (id, name, archived))

// What somebody must be able to do before.
struct EntryLevel {
    SkillId skill{};
    Text skill_name{};
    std::int32_t level = 0;
};
BOOST_DESCRIBE_STRUCT(EntryLevel, (), (skill, skill_name, level))

struct ActivityRow {
    ActivityId id{};
    std::string key{};
    Text name{};
    ActivityKind kind = ActivityKind::course;
    std::string provider{}; // empty: the organisation itself
    std::string language{}; // ISO 639: "sv"
    bool online = false;
    std::string place{};
    std::optional<ActivityCost> cost{};  // for those who may see what it costs
    double hours = 0;                    // of one who takes it
    std::optional<std::int32_t> seats{}; // a session; no limit when absent
    Date valid_from{};
    std::optional<Date> valid_to{}; // the last day
    bool archived = false;
    std::vector<SkillRaise> raises{};
    std::optional<Date> next_session{}; // the first that has not begun
    std::int64_t sessions_ahead = 0;
    std::int64_t goals = 0; // that are pursued and that it serves
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ActivityRow, (),
                      (id, key, name, kind, provider, language, online, place, cost, hours, seats, valid_from, valid_to,
                       archived, raises, next_session, sessions_ahead, goals, version))

// A need of a goal that the activity works towards.
struct ServedNeed {
    goals::NeedId need{};
    SkillId skill{};
    Text skill_name{};
    std::int32_t level = 0; // that the goal needs
    std::int32_t from = 0;  // that the activity raises from and to
    std::int32_t to = 0;
    Date due{};
};
BOOST_DESCRIBE_STRUCT(ServedNeed, (), (need, skill, skill_name, level, from, to, due))

struct ServedGoal {
    goals::GoalId goal{};
    Text name{};
    std::int32_t weight = 1;
    std::vector<ServedNeed> needs{};
};
BOOST_DESCRIBE_STRUCT(ServedGoal, (), (goal, name, weight, needs))

struct Activity : ActivityRow {
    Text description{};
    std::vector<ActivitySession> sessions{}; // by day
    std::vector<OtherActivity> after{};      // to be done first
    std::vector<EntryLevel> entry{};         // to be known first
    std::vector<OtherActivity> before{};     // those that ask for this one
    std::vector<ServedGoal> serves{};
    bool may_edit = false;
};
BOOST_DESCRIBE_STRUCT(Activity, (ActivityRow), (description, sessions, after, entry, before, serves, may_edit))

struct RaiseInput {
    SkillId skill{};
    std::int32_t from = 0;
    std::int32_t to = 0;
    double probability = 1;
    bool operator==(const RaiseInput&) const = default;
};
BOOST_DESCRIBE_STRUCT(RaiseInput, (), (skill, from, to, probability))

struct SessionInput {
    std::optional<ActivitySessionId> id{}; // of one that is there; else found by day and place
    Date starts{};
    Date ends{};
    std::optional<std::string> place{};
    std::optional<std::int32_t> seats{};
    bool operator==(const SessionInput&) const = default;
};
BOOST_DESCRIBE_STRUCT(SessionInput, (), (id, starts, ends, place, seats))

struct EntryInput {
    SkillId skill{};
    std::int32_t level = 0;
    bool operator==(const EntryInput&) const = default;
};
BOOST_DESCRIBE_STRUCT(EntryInput, (), (skill, level))

// An activity as somebody writes it, whole.
struct ActivityInput {
    std::optional<std::string> key{}; // made from the name when absent; stays once chosen
    Text name{};
    Text description{};
    ActivityKind kind = ActivityKind::course;
    std::string provider{};
    std::string language{};
    bool online = false;
    std::string place{};
    std::optional<std::int64_t> seat_cost{};    // refused when absent: 0 is an answer
    std::optional<std::int64_t> session_cost{}; // likewise
    std::optional<std::string> currency{};      // SEK when absent
    double hours = 0;
    std::optional<std::int32_t> seats{};
    std::optional<Date> valid_from{}; // today when absent
    std::optional<Date> valid_to{};
    std::vector<RaiseInput> raises{};
    std::vector<SessionInput> sessions{};
    std::vector<ActivityId> after{};
    std::vector<EntryInput> entry{};
    bool operator==(const ActivityInput&) const = default;
};
BOOST_DESCRIBE_STRUCT(ActivityInput, (),
                      (key, name, description, kind, provider, language, online, place, seat_cost, session_cost,
                       currency, hours, seats, valid_from, valid_to, raises, sessions, after, entry))

// The input that would leave the activity as it is.
ActivityInput input_of(const Activity& activity);
// The same for comparing: lists in an order of their own, sessions without their ids, no key.
ActivityInput in_order(ActivityInput input);

} // namespace kunna::learning
