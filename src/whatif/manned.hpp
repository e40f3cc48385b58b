// Manned: who holds which posts in the workforce as it would be, and what a scenario makes of those posts from then on.
//
// What a scenario says of a role or a unit it says of each post there: of the posts that are left when some close, and
// of those that come. A post that somebody leaves, or that growth brings, is vacant today and filled as growth is: in
// the first month, to the share that the scenario fills. Whoever is hired holds a post of their own.
#pragma once

#include "scenarios/assumed.hpp"
#include "whatif/overlay.hpp"

namespace kunna::whatif {

struct Manned {
    engine::Snapshot snapshot{}; // without those who leave
    engine::Stock stock{};
    engine::Assumptions assumed{}; // of this Stock
};

// `now`: the scenario as of today (scenarios::by_now); `today`: what assumed() makes of it. Refuses what that refuses.
Result<Manned> manned(const scenarios::Ground& ground, const Overlay& overlay, const scenarios::Assumptions& now,
                      const engine::Assumptions& today);

} // namespace kunna::whatif
