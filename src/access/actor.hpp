// Actor: who asks. Made by sign-in, by a token, or by the command line; never by a request's own word.
#pragma once

#include "access/permission.hpp"
#include "base/date.hpp"
#include "base/id.hpp"

#include <bitset>
#include <optional>
#include <string>
#include <vector>

namespace kunna::access {

// A role, over the whole organisation or over one unit and what lies under it.
struct Grant {
    Role role = Role::employee;
    std::optional<UnitId> unit{};
};

struct Actor {
    AccountId account{};
    PersonId person{};  // not given when the account is nobody employed
    std::string name{}; // for the screen; never written to logs
    std::string language{"sv"};
    std::vector<Grant> grants{};
    std::optional<TokenId> token{}; // set when a token asks; its scopes then bound the verbs
    std::bitset<64> scopes = std::bitset<64>{}.set();
    std::string reason{}; // why levels of another person are opened; asked of HR, logged

    [[nodiscard]] bool may(Permission permission) const;
    [[nodiscard]] bool has(Role role) const;

    // The command line and the server itself: every verb, every row; the trail says so.
    static Actor system();
    [[nodiscard]] bool is_system() const { return account.value == 0; }
};

// HR states why it opens levels of people who are not its own reports; the reason goes into the log of reads.
Actor with_reason(Actor actor, const std::optional<std::string>& reason);

} // namespace kunna::access
