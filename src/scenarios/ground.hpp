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
    engine::Stock stock{};
    Hazards hazards{};
    std::shared_ptr<Remembered> remembered = std::make_shared<Remembered>();
    std::size_t new_roles = 0; // roles of a what-if, after those that have names
};

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
