// The catalogue of activities, and when they are held.
#include "demo/learning.hpp"

#include "demo/random.hpp"
#include "learning/activities.hpp"
#include "learning/starters.hpp"

#include <algorithm>
#include <array>

namespace kunna::demo {

namespace {

using learning::ActivityKind;

constexpr std::array<int, site_count> share_of_site{64, 26, 10};

// Who draws must not depend on the order of the packs.
std::uint64_t number_of(std::string_view key) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return hash;
}

// In July the lines stand still, and nobody begins a course between Christmas and Epiphany.
bool is_holiday(Date day) {
    const auto month = static_cast<unsigned>(day.civil().month());
    const auto of_month = static_cast<unsigned>(day.civil().day());
    return month == 7 || (month == 12 && of_month > 18) || (month == 1 && of_month < 7);
}

// On a Monday.
Date start_near(Date day) {
    const int from_monday = (day.days() + 3) % 7; // 1970-01-01 was a Thursday
    Date start = day - from_monday;
    while (is_holiday(start)) start = start + 7;
    return start;
}

int days_of(const learning::Activity& activity) {
    constexpr double hours_a_day = 6;
    // A path takes the half of the week, a course a week at most; the rest of its hours is practice.
    if (activity.kind == ActivityKind::path) return static_cast<int>(activity.hours / (3 * hours_a_day)) * 7 + 5;
    return std::clamp(static_cast<int>(activity.hours / 3 / hours_a_day), 1, 5);
}

std::vector<learning::SessionInput> sessions_of(const Company& company, const learning::Activity& activity) {
    Random random = Random::of(company.seed, Subject::session, number_of(activity.key));
    const int many = activity.kind == ActivityKind::path ? 1 : random.between(1, 3);
    std::vector<learning::SessionInput> sessions;
    Date day = company.today() + random.between(21, 75);
    for (int s = 0; s < many; ++s) {
        const Date starts = start_near(day);
        const Site site = static_cast<Site>(random.weighted(share_of_site));
        sessions.push_back({{},
                            starts,
                            starts + (days_of(activity) - 1),
                            activity.online ? std::string{} : std::string{name_of(site)},
                            {}});
        day = starts + random.between(70, 130);
    }
    return sessions;
}

bool is_held(ActivityKind kind) {
    return kind == ActivityKind::course || kind == ActivityKind::external || kind == ActivityKind::path;
}

} // namespace

Result<void> write_learning(db::Tx& tx, const Company& company) {
    const auto actor = access::Actor::system();
    learning::add_starter_activities(tx, actor);
    for (const learning::Activity& activity : learning::every_activity(tx)) {
        if (!is_held(activity.kind)) continue;
        learning::ActivityInput input = learning::input_of(activity);
        input.sessions = sessions_of(company, activity);
        TRY(learning::edit_activity(tx, actor, activity.id, {}, input));
    }
    return {};
}

} // namespace kunna::demo
