// Offers: the ways to take an activity within a plan's time – its sessions, or, where it has none, any quarter.
//
// What is held in no session is held once a quarter, for as many as it has seats.
#pragma once

#include "plans/frame.hpp"

#include <cstdint>
#include <vector>

namespace kunna::plans {

struct Offer {
    std::size_t activity = 0; // among Offers::activities
    std::optional<learning::ActivitySessionId> session{};
    std::uint8_t quarter = 0;
    Date from{};
    Date to{}; // the last day
    std::optional<std::int32_t> seats{};
};

// One of what an activity raises.
struct RaiseAt {
    std::size_t activity = 0;
    std::size_t raise = 0; // among the activity's
};

// How many activities a plan does without, by why.
struct ActivitiesLeftOut {
    std::int64_t currency = 0;
    std::int64_t language = 0;
    std::int64_t place = 0;
    std::int64_t time = 0; // not held, or not valid, within the plan's time
};
BOOST_DESCRIBE_STRUCT(ActivitiesLeftOut, (), (currency, language, place, time))

class Offers {
public:
    // Of those, given by id, that are offered within the frame: its time, currency, languages, places.
    Offers(std::vector<learning::Activity> activities, const Frame& frame, Date today);

    [[nodiscard]] const std::vector<learning::Activity>& activities() const { return activities_; }
    [[nodiscard]] const std::vector<Offer>& all() const { return offers_; } // by activity, then by day
    [[nodiscard]] std::pair<std::size_t, std::size_t> range_of(std::size_t activity) const {
        return {first_[activity], first_[activity + 1]};
    }
    [[nodiscard]] const std::vector<RaiseAt>& raising(SkillId skill) const; // by activity
    [[nodiscard]] std::optional<std::size_t> find(ActivityId activity) const;
    // May the second begin when the first is done? What is in no session is done before anything else of its quarter
    // that is in none either.
    [[nodiscard]] bool before(std::size_t first, std::size_t second) const;

    [[nodiscard]] const ActivitiesLeftOut& left_out() const { return left_out_; }

private:
    std::vector<learning::Activity> activities_;
    std::vector<Offer> offers_;
    std::vector<std::size_t> first_;                                     // one longer than the activities
    std::vector<std::pair<std::int64_t, std::vector<RaiseAt>>> raising_; // by skill id
    ActivitiesLeftOut left_out_;
};

} // namespace kunna::plans
