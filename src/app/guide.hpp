// Guide: the first steps of a new organisation, and which are done. Computed, never ticked off by hand.
#pragma once

#include "db/db.hpp"

#include <boost/describe.hpp>
#include <string>
#include <vector>

namespace kunna::app {

struct GuideStep {
    std::string key{}; // packs, people, roles, assessments, map
    bool done = false;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(GuideStep, (), (key, done, count))

struct Guide {
    std::vector<GuideStep> steps{};
    bool done = false;
};
BOOST_DESCRIBE_STRUCT(Guide, (), (steps, done))

Guide guide(db::Tx& tx);

} // namespace kunna::app
