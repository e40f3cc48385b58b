// History: who could do what on a row of days, and what became of everybody between the first and the last of them.
//
// One pass over all statements makes it for all units at once. Days are judged as GET /insights/… ?as_of= does: by the
// people and units of that day, and by what was known then.
#pragma once

#include "analytics/counts.hpp"
#include "insights/workforces.hpp"

#include <mutex>

namespace kunna::analytics {

// What happened to a person in one skill from the first day to the last. The last four are of people who were there on
// both days.
enum class Cause : std::uint8_t {
    came,     // was not there on the first day
    left,     // is not there on the last
    first,    // nothing was known of them, now something is
    restated, // something was known, and it has been judged anew since
    aged,     // nothing has been said since: what was known has aged or lapsed, or is as it was
};
inline constexpr std::size_t cause_count = 5;

// How people who were on the first day in one unit and on the last in another (or in none) stood in one skill.
struct Flow {
    struct Part {
        std::int64_t people = 0;
        std::int64_t able_before = 0;
        std::int64_t able_after = 0;

        Part& operator+=(const Part& more);
    };
    Part first{};
    Part restated{};
    Part other{}; // of whom something is known on one of the days, and neither of the two
    // Those of whom something is known on both days.
    std::int64_t same_people = 0;
    std::int64_t same_before = 0; // Σ of levels, level units
    std::int64_t same_after = 0;
    std::int64_t known_before = 0;
    std::int64_t known_after = 0;
};

struct Way {
    engine::UnitIndex from = engine::no_index; // no_index: not there
    engine::UnitIndex to = engine::no_index;
    std::int64_t people = 0;
    std::map<engine::SkillIndex, Flow> skills{}; // of which anything is known
};

struct History {
    std::shared_ptr<const insights::Workforce> workforce{}; // of the last day
    std::vector<Date> days{};                               // ascending, the last is today
    std::vector<Counts> counts{};                           // by day
    std::vector<std::vector<std::int64_t>> people{};        // by day and unit with all under it
    std::vector<Way> ways{};
};

inline constexpr int months_apart = 3;
inline constexpr int most_months = 60;

// Today and the days that lie 3, 6, … months back, `months` of them; a multiple of three, at most most_months.
std::shared_ptr<const History> history(db::Db& db, const std::shared_ptr<const insights::Workforce>& workforce,
                                       int months);

// Keeps those of today, by how far back they go. One for a server.
class Histories {
public:
    Histories(db::Db& db, insights::Workforces& workforces) : db_(db), workforces_(workforces) {}
    std::shared_ptr<const History> current(int months);

private:
    db::Db& db_;
    insights::Workforces& workforces_;
    std::mutex mutex_;
    std::map<int, std::shared_ptr<const History>> held_; // by months
};

} // namespace kunna::analytics
