// A small company for tests of people.
#include "company.hpp"

#include "audit/trail.hpp"

namespace kunna::people {

namespace {

constexpr std::array<std::string_view, 3> account_parameters{"account", "email", "created"};
constexpr db::Query insert_account{
    "test.account",
    "INSERT INTO account (id, email, email_folded, name, created) VALUES (:account, :email, :email, 'HR', :created)",
    "INSERT INTO account (id, email, email_folded, name, created) VALUES ($1, $2, $2, 'HR', $3)", account_parameters,
    ""};
constexpr std::array<std::string_view, 2> grant_parameters{"account", "unit"};
constexpr db::Query insert_grant{
    "test.grant", "INSERT INTO account_role (account, role, unit) VALUES (:account, 'hr', :unit)",
    "INSERT INTO account_role (account, role, unit) VALUES ($1, 'hr', $2)", grant_parameters, ""};

} // namespace

access::Actor Company::hr_of(UnitId of) {
    access::Actor actor;
    actor.account = AccountId{5000 + of.value};
    actor.grants = {{access::Role::hr, of}};
    (void)db->transact([&](db::Tx& tx) -> Result<void> {
        const std::string email = "hr" + std::to_string(of.value) + "@lindvaken.se";
        tx.run(insert_account, {{"account", actor.account}, {"email", email}, {"created", tx.now()}});
        tx.run(insert_grant, {{"account", actor.account}, {"unit", of}});
        return {};
    });
    return actor;
}

std::vector<std::string> Company::trail(std::size_t newest) {
    std::vector<std::string> out;
    for (const audit::Entry& e :
         db->read([&](db::Tx& tx) { return audit::newest(tx, {}, std::int64_t{1} << 60, static_cast<int>(newest)); }))
        out.push_back(e.action + " " + std::to_string(e.object) + " " + e.fields);
    return out;
}

} // namespace kunna::people
