// Progress: how many were asked, have begun, are done; by unit. From the counts alone, whoever answered.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "rounds/round.hpp"

namespace kunna::rounds {

struct UnitProgress {
    UnitId unit{};
    std::optional<UnitId> parent{};
    std::string name{};
    std::int32_t depth = 0;
    bool opens = false;             // the round reaches units below it
    std::vector<VoiceSum> voices{}; // of the unit with everything below it
};
BOOST_DESCRIBE_STRUCT(UnitProgress, (), (unit, parent, name, depth, opens, voices))

struct RoundProgress {
    std::vector<VoiceSum> voices{};
    std::vector<UnitProgress> units{}; // in tree order
};
BOOST_DESCRIBE_STRUCT(RoundProgress, (), (voices, units))

// Of the units that the round reaches and the actor's HR covers: the one asked for and those directly below it, or the
// topmost and those directly below them. unit.not_found.
Result<RoundProgress> progress(db::Tx& tx, const access::Actor& actor, RoundId round, std::optional<UnitId> unit = {});

} // namespace kunna::rounds
