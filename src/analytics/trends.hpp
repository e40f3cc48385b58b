// Trends: which skills rise and fall among the people of the units that somebody has sums of, and what it stems from.
//
// More people who are able can mean two things: that people have learnt, or that more of them have been assessed. So
// every point has the number assessed beside the number able, the change is split by cause, and the level of the very
// same people, those known on both days, is set beside it.
#pragma once

#include "analytics/history.hpp"
#include "insights/fence.hpp"

namespace kunna::analytics {

struct TrendPoint {
    bool hidden = false;   // too few people: no numbers
    std::int64_t able = 0; // at level 3 or more, sure
    std::int64_t uncertain = 0;
    std::int64_t known = 0;       // assessed at all
    std::optional<double> mean{}; // level of those
};
BOOST_DESCRIBE_STRUCT(TrendPoint, (), (hidden, able, uncertain, known, mean))

// How each cause moved the number able from the first day to the last. What is told of too few people is in `others`;
// all of them add up to the change.
struct TrendCauses {
    std::optional<std::int64_t> came{};
    std::optional<std::int64_t> left{};
    std::optional<std::int64_t> first{};    // assessed for the first time
    std::optional<std::int64_t> restated{}; // assessed anew: the level has risen or fallen
    std::optional<std::int64_t> aged{};     // not assessed since: the evidence grew old or lapsed
    std::int64_t others = 0;
};
BOOST_DESCRIBE_STRUCT(TrendCauses, (), (came, left, first, restated, aged, others))

// Those of whom a level is known on both days.
struct SamePeople {
    std::int64_t people = 0;
    double before = 0; // mean level
    double after = 0;
};
BOOST_DESCRIBE_STRUCT(SamePeople, (), (people, before, after))

// learnt: more are able, most of it because levels rose or able people came. assessed: most of it because more were
// assessed. lost: fewer, most of it because levels fell or people left. faded: fewer, most of it because evidence grew
// old. mixed: no cause is told of the greater part. steady: as many as before.
BOOST_DEFINE_ENUM_CLASS(TrendReading, learnt, assessed, lost, faded, mixed, steady)

struct SkillTrend {
    SkillId skill{};
    skills::Text name{};
    bool critical = false;
    std::int32_t level = 3; // that counts as able
    bool hidden = false;    // on the last day: no numbers
    std::vector<TrendPoint> points{};
    std::optional<std::int64_t> change{};   // able, last − first day
    std::optional<std::int64_t> assessed{}; // known, last − first day
    std::optional<TrendCauses> causes{};
    std::optional<SamePeople> same{};
    TrendReading reading = TrendReading::steady;
};
BOOST_DESCRIBE_STRUCT(SkillTrend, (),
                      (skill, name, critical, level, hidden, points, change, assessed, causes, same, reading))

struct Trends {
    std::vector<Date> days{};
    std::string name{};
    std::vector<std::int64_t> people{}; // by day
    std::vector<SkillTrend> skills{};   // the largest rise first, the largest fall last; hidden ones behind
};
BOOST_DESCRIBE_STRUCT(Trends, (), (days, name, people, skills))

// skill: that one only, whether or not anything is known of it. Causes are told of all the actor's units together,
// not of one unit asked for: parts of them would give the few away. Refuses unit.not_found, skill.not_found.
Result<Trends> trends(db::Db& db, const History& history, const access::Actor& actor, std::optional<UnitId> unit,
                      std::optional<SkillId> skill);

// Refuses analytics.months: a multiple of three, 3 to 60; 24 when left out.
Result<int> months_asked(std::optional<std::int32_t> months);

} // namespace kunna::analytics
