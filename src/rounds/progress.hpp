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
    std::vector<VoiceSum> voices{}; // of the unit with everything below it
};
BOOST_DESCRIBE_STRUCT(UnitProgress, (), (unit, parent, name, depth, voices))

struct RoundProgress {
    std::vector<VoiceSum> voices{};
    std::vector<UnitProgress> units{}; // in tree order; those that the round reaches and the actor's HR covers
};
BOOST_DESCRIBE_STRUCT(RoundProgress, (), (voices, units))

Result<RoundProgress> progress(db::Tx& tx, const access::Actor& actor, RoundId round);

} // namespace kunna::rounds
