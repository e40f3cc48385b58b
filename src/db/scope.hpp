// Scope: which people's rows a query may return. Only access/visibility makes one.
#pragma once

#include "base/date.hpp"
#include "base/id.hpp"

#include <cstdint>
#include <string>

namespace kunna::access {
class Visibility;
}

namespace kunna::db {

class Scope {
public:
    [[nodiscard]] bool everyone() const { return all_; }
    // Nobody but oneself and those who report to one, if anybody: no need to ask of each person.
    [[nodiscard]] bool only_reports() const { return !all_ && !account_.given() && !consented_ && distance_ <= 1; }

private:
    friend class kunna::access::Visibility;
    friend class Tx;
    Scope() = default;

    bool all_ = false;
    PersonId self_{};
    PersonId manager_{};        // 0: not by reporting lines
    std::int64_t distance_ = 0; // 1: direct reports; more: the chain
    AccountId account_{};       // 0: not by unit
    std::string role_{};        // the role whose units count
    std::string other_role_{};
    bool consented_ = false;  // those who let managers elsewhere find them
    bool interested_ = false; // of them only those whose interest in reskilling stands
    Date day_{};              // lines and positions as of this day
};

} // namespace kunna::db
