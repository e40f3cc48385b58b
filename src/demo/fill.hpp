// Fill: the company goes into an empty database, through the operations that imports and people use.
#pragma once

#include "base/result.hpp"
#include "db/db.hpp"
#include "demo/company.hpp"

#include <boost/describe.hpp>

namespace kunna::demo {

inline constexpr std::uint32_t fewest_people = 50;
inline constexpr std::uint32_t most_people = 1'000'000;

// Shown on the sign-in page in demonstration mode.
struct DemoAccount {
    std::string persona{};
    std::string name{};
    std::string email{};
    std::string password{};
};
BOOST_DESCRIBE_STRUCT(DemoAccount, (), (persona, name, email, password))

// Refuses demo.people_outside: as many people as a company can be made of.
Result<void> check_size(std::int64_t people);

// Refuses demo.not_empty when anybody is stored already. company.today() should be the database's own day: nothing may
// be dated after it. Three transactions; assessments are drawn as they are written and never held.
Result<std::vector<DemoAccount>> fill(db::Db& db, const Company& company);

} // namespace kunna::demo
