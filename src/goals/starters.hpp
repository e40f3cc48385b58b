// Goals to begin with: those of the starter packs that are installed, with the skills they usually take.
#pragma once

#include "db/db.hpp"
#include "goals/goal.hpp"

namespace kunna::goals {

struct Starter {
    std::string key{};
    Text name{};
    Text metric{};
    Text measure{};
    double baseline = 0; // examples: each organisation has its own
    double target = 0;
    std::vector<NeedRow>
        needs{}; // for one person each, due when the goal is; what the catalogue no longer has is left out
};
BOOST_DESCRIBE_STRUCT(Starter, (), (key, name, metric, measure, baseline, target, needs))

std::vector<Starter> starters(db::Tx& tx);

} // namespace kunna::goals
