// The demonstration company's accounts, shown on the sign-in page in demonstration mode only.
#pragma once

#include "db/db.hpp"

#include <boost/describe.hpp>
#include <string>
#include <vector>

namespace kunna::app {

struct DemonstrationAccount {
    std::string persona{};
    std::string name{};
    std::string email{};
    std::string password{};
};
BOOST_DESCRIBE_STRUCT(DemonstrationAccount, (), (persona, name, email, password))

std::vector<DemonstrationAccount> demonstration_accounts(db::Tx& tx);
void keep_demonstration_accounts(db::Tx& tx, const std::vector<DemonstrationAccount>& accounts);

} // namespace kunna::app
