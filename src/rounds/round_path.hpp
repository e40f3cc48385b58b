// What many routes of rounds are asked: a round.
#pragma once

#include "rounds/round.hpp"

namespace kunna::rounds {

struct RoundPath {
    RoundId round{};
};
BOOST_DESCRIBE_STRUCT(RoundPath, (), (round))

} // namespace kunna::rounds
