// Calibration meeting: the answers to talk through, where a person and their manager are as far apart as the settings
// say calls for a talk.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "rounds/answer.hpp"

namespace kunna::rounds {

// What a colleague or an assessor from outside answered.
struct LevelBeside {
    Voice voice = Voice::peer;
    std::int32_t level = 0;
    std::string by{};
};
BOOST_DESCRIBE_STRUCT(LevelBeside, (), (voice, level, by))

struct FarApart {
    PersonId person{};
    std::string name{};
    std::string unit_name{};
    AskedSkill skill{};
    std::int32_t self = 0;
    std::int32_t manager = 0;
    std::vector<LevelBeside> beside{};
};
BOOST_DESCRIBE_STRUCT(FarApart, (), (person, name, unit_name, skill, self, manager, beside))

struct CalibrationMeeting {
    RoundId round{};
    std::string name{};
    std::vector<skills::Scale> scales{};
    std::vector<FarApart> items{}; // farthest apart first, then by name
    bool more = false;             // than are told here: choose a unit
};
BOOST_DESCRIBE_STRUCT(CalibrationMeeting, (), (round, name, scales, items, more))

struct CalibrationAsked {
    RoundId round{};
    std::optional<UnitId> unit{}; // with everything below it
};

// HR within its units, with a stated reason (forbidden, access.reason_needed); a manager of the day about direct
// reports. Everybody told of has been opened, and it is logged so.
Result<CalibrationMeeting> calibration_meeting(db::Db& db, const access::Actor& actor, const CalibrationAsked& asked);

} // namespace kunna::rounds
