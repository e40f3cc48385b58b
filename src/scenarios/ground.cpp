// Ground.
#include "scenarios/ground.hpp"

#include <algorithm>

namespace kunna::scenarios {

namespace {

std::uint8_t months_since(Date hired, Date today) {
    int months = 0;
    while (months < engine::tenure_count - 1 && add_months(hired, months + 1) <= today) ++months;
    return static_cast<std::uint8_t>(months);
}

double share_counted(const engine::Snapshot& snapshot, const std::vector<std::uint8_t>& age) {
    double posts = 0;
    double counted = 0;
    for (engine::PersonIndex person = 0; person < snapshot.person_end(); ++person) {
        if (!snapshot.present(person)) continue;
        const auto held = static_cast<double>(snapshot.roles_of(person).size());
        posts += held;
        if (age[person] != 0) counted += held;
    }
    return posts > 0 ? counted / posts : 0;
}

} // namespace

void keep_ages_of_many(const engine::Snapshot& snapshot, std::vector<std::uint8_t>& age, std::uint32_t fewest) {
    // Each age taken back may leave others in too small company.
    for (bool taken = true; taken;) {
        taken = false;
        std::vector<std::uint32_t> in_unit(snapshot.units().size(), 0);
        std::vector<std::uint32_t> in_role(snapshot.role_count(), 0);
        for (engine::PersonIndex person = 0; person < snapshot.person_end(); ++person) {
            if (age[person] == 0 || !snapshot.present(person)) continue;
            ++in_unit[snapshot.unit_of(person)];
            for (const engine::RoleIndex role : snapshot.roles_of(person)) ++in_role[role];
        }
        for (engine::PersonIndex person = 0; person < snapshot.person_end(); ++person) {
            if (age[person] == 0 || !snapshot.present(person)) continue;
            const auto roles = snapshot.roles_of(person);
            const bool counts = in_unit[snapshot.unit_of(person)] >= fewest &&
                                std::all_of(roles.begin(), roles.end(),
                                            [&](engine::RoleIndex role) { return in_role[role] >= fewest; });
            if (counts) continue;
            age[person] = 0;
            taken = true;
        }
    }
}

std::shared_ptr<const Ground> Grounds::current() {
    const auto workforce = workforces_.current();
    const std::scoped_lock lock{mutex_};
    if (held_ && held_->workforce->data_seq() >= workforce->data_seq() && held_->workforce->day() == workforce->day())
        return held_;
    auto made = std::make_shared<Ground>();
    made->workforce = workforce;
    made->tenure.assign(workforce->snapshot().person_end(), engine::tenure_count - 1);
    made->age.assign(workforce->snapshot().person_end(), 0);
    const int year = static_cast<int>(workforce->day().civil().year());
    db_.read([&](db::Tx& tx) {
        const auto people = employments(tx);
        made->hazards = hazards(tx, people);
        const Date long_ago = add_months(workforce->day(), 1 - engine::tenure_count);
        for (const Employment& one : people) {
            if (one.hired <= long_ago && !one.birth_year) continue;
            const auto at = workforce->find(one.person);
            if (!at) continue;
            if (one.hired > long_ago) made->tenure[*at] = months_since(one.hired, workforce->day());
            if (one.birth_year) made->age[*at] = engine::age_number(year - *one.birth_year);
        }
    });
    keep_ages_of_many(workforce->snapshot(), made->age, static_cast<std::uint32_t>(workforce->settings().suppression));
    made->ages_counted = share_counted(workforce->snapshot(), made->age);
    made->stock = engine::Stock{workforce->snapshot(), made->tenure};
    if (made->ages_counted > 0) {
        auto ageless = std::make_shared<Ground>(*made);
        ageless->age.assign(made->age.size(), 0);
        ageless->ages_counted = 0;
        ageless->remembered = std::make_shared<Remembered>(); // what is remembered of one is not true of the other
        made->ageless = std::move(ageless);
        made->stock = engine::Stock{workforce->snapshot(), made->tenure, made->age};
    }
    held_ = made;
    return held_;
}

} // namespace kunna::scenarios
