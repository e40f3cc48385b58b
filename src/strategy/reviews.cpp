// Reviews.
#include "strategy/reviews.hpp"

#include "base/json_read.hpp"
#include "base/json_write.hpp"
#include "insights/figures.hpp"
#include "strategy/alarm.hpp"
#include "strategy/journey.hpp"
#include "strategy/log.hpp"
#include "strategy/queries.hpp"
#include "strategy/store.hpp"

#include <algorithm>

namespace kunna::strategy {

namespace {

constexpr std::size_t largest_told = 3;
constexpr std::size_t fewest_words = 20; // characters

Seen seen_of_text(std::string_view stored) {
    auto read = json::from_text<Seen>(stored);
    if (!read.ok()) throw std::runtime_error{"the stored figures of a review cannot be read"};
    return std::move(read).unwrap();
}

} // namespace

std::vector<Review> reviews(db::Tx& tx, StrategyId strategy) {
    std::vector<Review> all;
    tx.run(queries::reviews, {{"strategy", strategy}}, [&](const db::Row& row) {
        all.push_back({ReviewId{row.integer(0)}, db::from_column<Date>(row, 1), seen_of_text(row.text(2)),
                       std::string{row.text(3)}, db::from_column<Date>(row, 4), std::string{row.text(5)},
                       db::from_column<Instant>(row, 6)});
    });
    return all;
}

Result<Seen> seen_now(db::Tx& tx, const insights::Workforce& workforce, StrategyId id) {
    const Facts facts = TRY(facts_of(tx, workforce, id));
    const auto figures =
        TRY(insights::figures(workforce, insights::fence_of(workforce, access::Actor::system()), std::nullopt));
    Seen seen;
    seen.people = figures.people;
    seen.coverage = facts.coverage;
    if (facts.requirements.of > 0) seen.known = facts.requirements.percent();
    seen.goals = facts.goals;
    seen.goals_on_track = facts.goals_on_track.n;
    const auto steps = journey(facts);
    seen.steps_done = std::count_if(steps.begin(), steps.end(),
                                    [](const JourneyStep& step) { return step.state == StepState::done; });
    seen.stalls = static_cast<std::int64_t>(stalls(facts).size());
    seen.single_points = figures.single_point_count;
    for (const QuestionScore& one : readiness(facts).questions) seen.readiness.push_back({one.question, one.percent});
    for (const auto& skill : figures.largest)
        if (seen.largest.size() < largest_told) seen.largest.push_back(skill.name);
    return seen;
}

Result<Review> hold_review(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, StrategyId id,
                           const ReviewInput& wanted) {
    const auto strategy = TRY(store::to_change(tx, actor, id));
    if (strategy.state != StrategyState::active) return refuse(Kind::conflict, "strategy.not_active");
    const std::string decided = TRY(store::words("/decided", wanted.decided, fewest_words));
    if (wanted.next <= tx.today() || wanted.next > add_months(tx.today(), 12))
        return refuse_field("/next", "strategy.next_outside");
    const Seen seen = TRY(seen_now(tx, workforce, id));
    tx.insert<ReviewId>(queries::insert_review, {{"strategy", id},
                                                 {"day", tx.today()},
                                                 {"seen", json::to_text(seen)},
                                                 {"decided", decided},
                                                 {"next", wanted.next},
                                                 {"account", actor.account},
                                                 {"at", tx.now()}});
    tx.run(queries::set_next_review, {{"strategy", id}, {"next", wanted.next}});
    write_down(tx, actor, id, EntryKind::reviewed, wanted.next.iso(), decided);
    return reviews(tx, id).front();
}

} // namespace kunna::strategy
