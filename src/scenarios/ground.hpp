// Ground: what every forecast of a day stands on, whatever is assumed: the picture of the workforce, who stands where
// in it, and how often people have left.
#pragma once

#include "engine/stock.hpp"
#include "insights/workforces.hpp"
#include "scenarios/hazards.hpp"
#include "scenarios/remembered.hpp"

namespace kunna::scenarios {

struct Ground {
    std::shared_ptr<const insights::Workforce> workforce{};
    std::vector<std::uint8_t> tenure{}; // months, by PersonIndex
    std::vector<std::uint8_t> age{};    // engine::age_number, by PersonIndex; only those that count
    double ages_counted = 0;            // share of the posts today
    engine::Stock stock{};
    Hazards hazards{};
    std::shared_ptr<Remembered> remembered = std::make_shared<Remembered>();
    std::size_t new_roles = 0; // roles of a what-if, after those that have names
    std::shared_ptr<const Ground> ageless{};

    // The same as if no age were known: a what-if takes single people away, and the difference must not tell when they
    // would have retired.
    [[nodiscard]] const Ground& without_ages() const { return ageless ? *ageless : *this; }
};

// A year of birth is for its owner and HR; a forecast may only tell of several together. A curve falls where somebody
// retires, and moving the pension age moves the fall: so an age counts only when at least `fewest` of the same unit,
// and of every role that its owner holds, have ages that count. The others are as if nothing were known. Takes back, by
// PersonIndex, what does not count.
void keep_ages_of_many(const engine::Snapshot& snapshot, std::vector<std::uint8_t>& age, std::uint32_t fewest);

// Keeps today's Ground. One for a server.
class Grounds {
public:
    Grounds(db::Db& db, insights::Workforces& workforces) : db_(db), workforces_(workforces) {}
    std::shared_ptr<const Ground> current();

private:
    db::Db& db_;
    insights::Workforces& workforces_;
    std::mutex mutex_;
    std::shared_ptr<const Ground> held_;
};

} // namespace kunna::scenarios
