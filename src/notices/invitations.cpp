// Invitations by e-mail.
#include "notices/invitations.hpp"

#include "access/accounts.hpp"
#include "base/texts.hpp"
#include "notices/queries.hpp"

namespace kunna::notices {

namespace {

Words words_for(db::Tx& tx, const access::Account& whom) {
    const std::string code = whom.last_day                       ? "mail.invitation.assessor"
                             : access::has_password(tx, whom.id) ? "mail.invitation.password"
                                                                 : "mail.invitation.account";
    const std::vector<std::pair<std::string, std::string>> values{
        {"day", whom.last_day ? day_in_words(whom.language, *whom.last_day) : ""}};
    return {texts::say(whom.language, code + ".title"), texts::say(whom.language, code + ".text", values)};
}

} // namespace

Result<access::Invitation> invite(db::Tx& tx, const access::Actor& actor, AccountId account, bool by_hand) {
    const access::Account whom = TRY(access::account(tx, account));
    tx.run(queries::drop_invitations, {{"account", account}, {"now", tx.now()}});
    if (by_hand || !mail_settings(tx).configured() || !mailable(whom.email))
        return access::Invitation{TRY(access::invite(tx, actor, account)), {}};
    TRY(access::invite_by_letter(tx, actor, account));
    tx.run(queries::insert_invitation_mail, {{"account", account}, {"now", tx.now()}});
    return access::Invitation{{}, whom.email};
}

std::optional<Mail> invitation_letter(db::Tx& tx, AccountId account, std::string_view language) {
    const auto newest = tx.one<MailId>(queries::newest_invitation_mail, {{"account", account}});
    if (!newest) return std::nullopt;
    return std::move(newest_mails(tx, {}, newest->value + 1, 1, language).at(0));
}

Letter letter_of_invitation(db::Tx& tx, AccountId account, MailId mail, std::string_view hash_before) {
    Letter letter;
    const auto whom = tx.one<Addressee>(queries::addressee, {{"account", account}, {"day", tx.today()}});
    if (!whom || (!hash_before.empty() && access::link_ended(tx, hash_before))) return letter;
    const access::LetterLink link = access::link_of_letter(tx, account);
    tx.run(queries::keep_link, {{"mail", mail}, {"hash", link.hash}});
    letter.language = whom->language;
    letter.name = whom->name;
    letter.to = whom->email;
    letter.invitation = true;
    letter.lines = {{words_for(tx, *access::account(tx, account)), link.path}};
    return letter;
}

} // namespace kunna::notices
