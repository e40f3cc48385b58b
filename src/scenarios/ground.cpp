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

} // namespace

std::shared_ptr<const Ground> Grounds::current() {
    const auto workforce = workforces_.current();
    const std::scoped_lock lock{mutex_};
    if (held_ && held_->workforce->data_seq() >= workforce->data_seq() && held_->workforce->day() == workforce->day())
        return held_;
    auto made = std::make_shared<Ground>();
    made->workforce = workforce;
    made->tenure.assign(workforce->snapshot().person_end(), engine::tenure_count - 1);
    db_.read([&](db::Tx& tx) {
        const auto people = employments(tx);
        made->hazards = hazards(tx, people);
        const Date long_ago = add_months(workforce->day(), 1 - engine::tenure_count);
        for (const Employment& one : people) {
            if (one.hired <= long_ago) continue;
            if (const auto at = workforce->find(one.person))
                made->tenure[*at] = months_since(one.hired, workforce->day());
        }
    });
    made->stock = engine::Stock{workforce->snapshot(), made->tenure};
    held_ = made;
    return held_;
}

} // namespace kunna::scenarios
