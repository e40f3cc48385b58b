// Quarterly reviews: what was seen that day, frozen; what was decided; when the next one is. They lead back to the
// goals.
#pragma once

#include "strategy/readiness.hpp"

namespace kunna::strategy {

using ReviewId = Id<struct StrategyReviewTag>;

struct SeenQuestion {
    Question question = Question::execution;
    std::int32_t percent = 0;
};
BOOST_DESCRIBE_STRUCT(SeenQuestion, (), (question, percent))

// The figures of a day. What a later version adds is optional here, so that what was stored can always be read.
struct Seen {
    std::int64_t people = 0;
    std::optional<std::int64_t> coverage{}; // percent
    std::optional<std::int64_t> known{};    // percent of the requirements
    std::int64_t goals = 0;
    std::int64_t goals_on_track = 0;
    std::int64_t steps_done = 0;
    std::int64_t stalls = 0;
    std::int64_t single_points = 0;
    std::vector<SeenQuestion> readiness{};
    std::vector<Text> largest{}; // skills with the largest gaps
};
BOOST_DESCRIBE_STRUCT(Seen, (),
                      (people, coverage, known, goals, goals_on_track, steps_done, stalls, single_points, readiness,
                       largest))

struct Review {
    ReviewId id{};
    Date day{};
    Seen seen{};
    std::string decided{};
    Date next{};
    std::string by{};
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(Review, (), (id, day, seen, decided, next, by, at))

// Newest first.
std::vector<Review> reviews(db::Tx& tx, StrategyId strategy);
Result<Seen> seen_now(db::Tx& tx, const insights::Workforce& workforce, StrategyId strategy);

struct ReviewInput {
    std::string decided{};
    Date next{};
};
BOOST_DESCRIBE_STRUCT(ReviewInput, (), (decided, next))
// Of an active strategy (strategy.not_active), today. /decided in words of substance, /next after today and within a
// year (strategy.next_outside).
Result<Review> hold_review(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor,
                           StrategyId strategy, const ReviewInput& wanted);

} // namespace kunna::strategy
