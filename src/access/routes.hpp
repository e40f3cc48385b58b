// The HTTP face of accounts, tokens and the trail.
#pragma once

#include "access/account.hpp"
#include "base/result.hpp"
#include "db/db.hpp"

namespace kunna::http {
class Router;
}

namespace kunna::access {

// E-mail stands above accounts: notices::invite is handed down.
using Inviter = Result<Invitation> (*)(db::Tx& tx, const Actor& actor, AccountId account, bool by_hand);

void declare_routes(http::Router& api, Inviter inviter);

} // namespace kunna::access
