// The alarm: what makes a strategy stand still, and telling its owner and sponsor of it: at once, when something new
// has stopped, and every week as long as it lasts.
#pragma once

#include "strategy/facts.hpp"

namespace kunna::notices {
class Sender;
}

namespace kunna::strategy {

BOOST_DEFINE_ENUM_CLASS(StallKind, quiet, owner_left, sponsor_left, step_owner_left, step_late, review_late, ended)

struct Stall {
    StallKind kind = StallKind::quiet;
    std::optional<Step> step{};
    std::optional<Date> since{};
    std::string who{};
    Place place = Place::editor; // where it is set going again
};
BOOST_DESCRIBE_STRUCT(Stall, (), (kind, step, since, who, place))

// Pure. None of a strategy that is closed; reviews and the last day are asked only of an active one.
std::vector<Stall> stalls(const Facts& facts);

// Now and then, on every server; each alarm goes once.
void tell_stalls(db::Db& db, insights::Workforces& workforces);
void add_notices(notices::Sender& sender, insights::Workforces& workforces);

} // namespace kunna::strategy
