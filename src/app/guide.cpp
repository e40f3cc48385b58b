// Guide.
#include "app/guide.hpp"

#include "app/queries.hpp"

namespace kunna::app {

namespace {

struct Counts {
    std::int64_t skills = 0;
    std::int64_t people = 0;
    std::int64_t profiles = 0;
    std::int64_t holders = 0;
    bool assessed = false;
};
BOOST_DESCRIBE_STRUCT(Counts, (), (skills, people, profiles, holders, assessed))

} // namespace

Guide guide(db::Tx& tx) {
    const Counts counts = *tx.one<Counts>(queries::counts);
    Guide guide;
    guide.steps = {{"packs", counts.skills > 0, counts.skills},
                   {"people", counts.people > 0, counts.people},
                   {"roles", counts.profiles > 0 && counts.holders > 0, counts.profiles},
                   {"assessments", counts.assessed, counts.assessed ? 1 : 0}};
    guide.done = std::all_of(guide.steps.begin(), guide.steps.end(), [](const GuideStep& step) { return step.done; });
    return guide;
}

} // namespace kunna::app
