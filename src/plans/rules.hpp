// Rules: what a frame locks and bans, by activity. Private to plans.
#pragma once

#include "plans/model.hpp"

namespace kunna::plans {

class Rules {
public:
    explicit Rules(const Given& given);

    [[nodiscard]] bool banned(engine::PersonIndex who, engine::UnitIndex unit, std::size_t activity) const {
        return bans_.names(units_, who, unit, activity);
    }
    // Of the unit: for those whom the activity brings something.
    [[nodiscard]] bool locked(engine::PersonIndex who, engine::UnitIndex unit, std::size_t activity) const {
        return locks_.names(units_, who, unit, activity);
    }
    [[nodiscard]] std::set<std::size_t> own_locks(engine::PersonIndex who) const {
        const auto at = locks_.of_person.find(who);
        return at == locks_.of_person.end() ? std::set<std::size_t>{} : at->second;
    }

private:
    struct Set {
        std::map<engine::PersonIndex, std::set<std::size_t>> of_person;
        std::vector<std::pair<engine::UnitIndex, std::size_t>> of_unit;
        std::set<std::size_t> of_all;

        [[nodiscard]] bool names(const engine::Units& units, engine::PersonIndex who, engine::UnitIndex unit,
                                 std::size_t activity) const;
    };

    const engine::Units& units_;
    Set locks_;
    Set bans_;
};

} // namespace kunna::plans
