// Accounts: made by an administrator, opened by a one-time link, closed without trace of content in the trail.
#pragma once

#include "access/account.hpp"
#include "base/result.hpp"
#include "db/db.hpp"

namespace kunna::access {

struct AccountsAsked {
    std::string query{};
    std::int64_t after = 0; // id
    int limit = 50;
};
std::vector<Account> accounts(db::Tx& tx, const AccountsAsked& asked);
Result<Account> account(db::Tx& tx, AccountId id);
// Nothing when the person has none.
std::optional<Account> account_of(db::Tx& tx, PersonId person);
bool any_administrator(db::Tx& tx);

// Adds the account without a password; it opens by its invitation.
Result<Account> add_account(db::Tx& tx, const Actor& actor, const NewAccount& wanted);
// version: what the caller last saw; nothing when any will do. The last active administrator stays one. An assessor's
// account gets neither person nor roles (account.assessor_alone).
Result<Account> change_account(db::Tx& tx, const Actor& actor, AccountId id, const AccountChange& change,
                               std::optional<std::int64_t> version);
// The narrow door of whoever runs an inventory round: an account of the role assessor, without a person, that opens
// nothing after its last day. An e-mail address that has an account already is refused (/email, account.email_taken).
Result<Account> add_assessor(db::Tx& tx, const Actor& actor, const NewAssessor& wanted);
// Only of an assessor's account, account.not_found otherwise. Sessions end when the day has passed.
Result<Account> set_last_day(db::Tx& tx, const Actor& actor, AccountId id, Date last_day);
// Frees the e-mail address of an assessor's account that is over, for another. account.not_found otherwise.
Result<void> free_address(db::Tx& tx, const Actor& actor, AccountId id);
// A new one-time link, good for seven days; older ones of the account end. Returns the path /invitation/<secret>.
Result<std::string> invite(db::Tx& tx, const Actor& actor, AccountId id);
// The same by a letter, whose link is made when it leaves: older ones of the account end now.
Result<void> invite_by_letter(db::Tx& tx, const Actor& actor, AccountId id);
// For the letter that leaves now. Good for seven days; older ones of the account end, those of earlier tries too.
struct LetterLink {
    std::string path{};
    std::string hash{}; // by which link_ended knows it again
};
LetterLink link_of_letter(db::Tx& tx, AccountId id);
// It was used, or another has taken its place. Not of one that merely grew old.
[[nodiscard]] bool link_ended(db::Tx& tx, std::string_view hash);
[[nodiscard]] bool has_password(db::Tx& tx, AccountId id);
// The link's owner chooses a password; the link is used up and older sessions end.
Result<AccountId> accept_invitation(db::Db& db, std::string_view secret, std::string_view password);

// At first start: a link that creates the first administrator. Nothing when there is one already. Good for one day.
std::optional<std::string> first_administrator_link(db::Db& db);
struct FirstAdministrator {
    std::string token{};
    std::string name{};
    std::string email{};
    std::string password{};
};
BOOST_DESCRIBE_STRUCT(FirstAdministrator, (), (token, name, email, password))
Result<AccountId> create_first_administrator(db::Db& db, const FirstAdministrator& wanted);

// Sets a password without asking for the old one: the demonstration company and the command line.
void set_password(db::Tx& tx, const Actor& actor, AccountId id, std::string_view hash);
Result<void> change_password(db::Db& db, const Actor& actor, std::string_view current, std::string_view wanted);
Result<void> change_language(db::Db& db, const Actor& actor, std::string_view language);
Result<void> change_mail_wish(db::Db& db, const Actor& actor, MailWish wish);

std::vector<Token> tokens(db::Tx& tx, AccountId account);
// Scopes are names of permissions; a token never holds more than its owner.
Result<IssuedToken> issue_token(db::Db& db, const Actor& actor, const NewToken& wanted);
Result<void> revoke_token(db::Db& db, const Actor& actor, TokenId id);

} // namespace kunna::access
