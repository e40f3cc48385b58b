// Account: who can sign in, and what was granted to them.
#pragma once

#include "access/actor.hpp"
#include "db/value.hpp"

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

namespace kunna::access {

// A role as the screen shows it.
struct GrantedRole {
    Role role = Role::employee;
    std::optional<UnitId> unit{};
    std::optional<std::string> unit_name{};
};
BOOST_DESCRIBE_STRUCT(GrantedRole, (), (role, unit, unit_name))

// Which letters an account wants: all that could interest it, or those only that it has to have.
BOOST_DEFINE_ENUM_CLASS(MailWish, everything, required)

struct Account {
    AccountId id{};
    std::string email{};
    std::string name{};
    std::optional<PersonId> person{};
    bool active = true;
    std::string language{"sv"};
    MailWish mail = MailWish::everything;
    std::vector<GrantedRole> roles{};
    std::optional<Instant> last_seen{};
    std::optional<Date> last_day{}; // of an assessor from outside: afterwards it opens nothing
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Account, (),
                      (id, email, name, person, active, language, mail, roles, last_seen, last_day, version))

struct WantedRole {
    Role role = Role::employee;
    std::optional<UnitId> unit{};
};
BOOST_DESCRIBE_STRUCT(WantedRole, (), (role, unit))

struct NewAccount {
    std::string email{};
    std::string name{};
    std::optional<PersonId> person{};
    std::vector<WantedRole> roles{};
    std::optional<std::string> language{};
};
BOOST_DESCRIBE_STRUCT(NewAccount, (), (email, name, person, roles, language))

// An account of the role assessor. Made by whoever runs the round that it is for.
struct NewAssessor {
    std::string email{};
    std::string name{};
    std::string language{"sv"};
    Date last_day{};
};

struct AccountChange {
    std::optional<std::string> name{};
    std::optional<bool> active{};
    std::optional<std::vector<WantedRole>> roles{};
    std::optional<PersonId> person{};
};
BOOST_DESCRIBE_STRUCT(AccountChange, (), (name, active, roles, person))

// How an account's owner comes in and chooses a password: by a one-time link that whoever asked for it hands over, or
// by a letter that makes its link when it leaves. One of the two.
struct Invitation {
    std::optional<std::string> invitation{}; // path of the link
    std::optional<std::string> mailed_to{};  // address
};
BOOST_DESCRIBE_STRUCT(Invitation, (), (invitation, mailed_to))

struct Invited : Invitation {
    Account account{};
};
BOOST_DESCRIBE_STRUCT(Invited, (Invitation), (account))

struct Token {
    TokenId id{};
    std::string name{};
    std::vector<std::string> scopes{};
    Instant created{};
    std::optional<Instant> last_used{};
    std::optional<Date> expires{};
};
BOOST_DESCRIBE_STRUCT(Token, (), (id, name, scopes, created, last_used, expires))

struct NewToken {
    std::string name{};
    std::vector<std::string> scopes{};
    std::optional<Date> expires{};
};
BOOST_DESCRIBE_STRUCT(NewToken, (), (name, scopes, expires))

struct IssuedToken {
    Token token{};
    std::string secret{}; // shown this once
};
BOOST_DESCRIBE_STRUCT(IssuedToken, (), (token, secret))

} // namespace kunna::access
