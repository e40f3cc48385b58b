// How letters leave the house: the SMTP server, the address people reach Kunna at, the hours in which nothing is sent.
// The server's password is not among them: it is the process's own (docs/decisions/0011-mail-password.md).
#pragma once

#include "access/actor.hpp"
#include "base/result.hpp"
#include "db/db.hpp"

#include <boost/describe.hpp>
#include <string>

namespace kunna::notices {

BOOST_DEFINE_ENUM_CLASS(Security, none, starttls, tls)

// Whole hours where the organisation is (the process's time zone). No night when both are the same.
struct QuietHours {
    std::int32_t from = 18; // 0–23
    std::int32_t to = 7;
    bool weekends = true;

    bool operator==(const QuietHours&) const = default;
};
BOOST_DESCRIBE_STRUCT(QuietHours, (), (from, to, weekends))

struct WantedMail {
    std::string server{}; // empty: no e-mail is sent
    std::int32_t port = 587;
    Security security = Security::starttls;
    std::string user{};    // empty: no sign-in
    std::string sender{};  // an address
    std::string address{}; // where people reach Kunna: https://kunna.example.org
    QuietHours quiet{};
};
BOOST_DESCRIBE_STRUCT(WantedMail, (), (server, port, security, user, sender, address, quiet))

struct MailSettings : WantedMail {
    std::int64_t version = 0;

    [[nodiscard]] bool configured() const { return !server.empty(); }
};
BOOST_DESCRIBE_STRUCT(MailSettings, (WantedMail), (version))

MailSettings mail_settings(db::Tx& tx);
// version: what the caller last saw. Refuses each value that cannot be at its place; an empty server turns mail off.
Result<MailSettings> change_mail(db::Db& db, const access::Actor& actor, const WantedMail& wanted,
                                 std::optional<std::int64_t> version);

[[nodiscard]] bool quiet_at(const QuietHours& quiet, Instant now);
// The beginning of the day where the organisation is.
[[nodiscard]] Instant midnight_before(Instant now);
// What can stand in an envelope: one plain address, without what would end a line or begin another recipient.
[[nodiscard]] bool mailable(std::string_view address);

} // namespace kunna::notices
