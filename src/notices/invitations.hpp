// Invitations by e-mail: what waits in the outbox says for whom, and the link is made when the letter leaves. A letter
// that is tried again carries a new link and a Message-ID of its own; the link of the try before has ended.
#pragma once

#include "access/account.hpp"
#include "base/result.hpp"
#include "notices/outbox.hpp"

namespace kunna::notices {

// A letter where e-mail is set up and the account's address can be sent to; else, and by hand, a link to hand over, and
// no letter that was asked for before. Older links of the account end.
Result<access::Invitation> invite(db::Tx& tx, const access::Actor& actor, AccountId account, bool by_hand);

// How the newest letter that invites the account has fared; in words of the language.
std::optional<Mail> invitation_letter(db::Tx& tx, AccountId account, std::string_view language);

// For the outbox alone. No lines when nobody is to be let in: the account is closed or over, or the link of an earlier
// try was used. Else the link is made now, in place of the one before.
Letter letter_of_invitation(db::Tx& tx, AccountId account, MailId mail, std::string_view hash_before);

} // namespace kunna::notices
