// Settings of mail: one row beside the organisation's.
#include "notices/mail_settings.hpp"

#include "audit/trail.hpp"
#include "base/json_read.hpp"
#include "base/json_write.hpp"
#include "base/text.hpp"
#include "notices/queries.hpp"

#include <algorithm>
#include <ctime>

namespace kunna::notices {

namespace {

struct Saved {
    std::int64_t version = 0;
    std::string value{};
};
BOOST_DESCRIBE_STRUCT(Saved, (), (version, value))

constexpr std::size_t longest = 254;

bool printable(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

// A name or an address of a machine; nothing that means something in a URL.
bool host_name(std::string_view text) {
    return !text.empty() && text.size() <= longest && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    });
}

bool public_address(std::string_view text) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (!text.starts_with(scheme)) continue;
        const std::string_view rest = text.substr(scheme.size());
        return !rest.empty() && text.size() <= longest && printable(rest) &&
               rest.find_first_of("\"'<>\\?#@") == std::string_view::npos;
    }
    return false;
}

std::tm local(Instant now) {
    const std::time_t seconds = static_cast<std::time_t>(now.ms / 1000);
    std::tm parts{};
    localtime_r(&seconds, &parts);
    return parts;
}

Result<WantedMail> checked(WantedMail wanted) {
    for (std::string* text : {&wanted.server, &wanted.user, &wanted.sender, &wanted.address})
        *text = std::string{text::trim(*text)};
    while (wanted.address.ends_with('/')) wanted.address.pop_back();
    Error error{Kind::invalid, "input.invalid"};
    const auto wrong = [&](bool is, const char* where, const char* code) {
        if (is) error.fields.push_back({where, code});
    };
    const bool on = !wanted.server.empty();
    wrong(on && !host_name(wanted.server), "/server", "mail.server_invalid");
    wrong(wanted.port < 1 || wanted.port > 65535, "/port", "mail.port_invalid");
    wrong(!printable(wanted.user) || wanted.user.size() > longest, "/user", "mail.user_invalid");
    wrong(!wanted.user.empty() && wanted.security == Security::none, "/security", "mail.password_in_clear");
    wrong((on || !wanted.sender.empty()) && !mailable(wanted.sender), "/sender", "email.invalid");
    wrong((on || !wanted.address.empty()) && !public_address(wanted.address), "/address", "mail.address_invalid");
    wrong(wanted.quiet.from < 0 || wanted.quiet.from > 23, "/quiet/from", "mail.hour_invalid");
    wrong(wanted.quiet.to < 0 || wanted.quiet.to > 23, "/quiet/to", "mail.hour_invalid");
    if (!error.fields.empty()) return error;
    return wanted;
}

std::string changed_fields(const WantedMail& before, const WantedMail& after) {
    std::string fields;
    boost::mp11::mp_for_each<boost::describe::describe_members<WantedMail, boost::describe::mod_public>>(
        [&](auto member) {
            if (before.*member.pointer != after.*member.pointer)
                fields.append(fields.empty() ? "" : ",").append(member.name);
        });
    return fields;
}

} // namespace

MailSettings mail_settings(db::Tx& tx) {
    MailSettings settings;
    const auto saved = tx.one<Saved>(queries::saved_settings);
    if (!saved) return settings;
    auto read = json::from_text<WantedMail>(saved->value);
    if (!read.ok()) throw std::runtime_error{"the stored settings of mail cannot be read"};
    static_cast<WantedMail&>(settings) = std::move(read).unwrap();
    settings.version = saved->version;
    return settings;
}

Result<MailSettings> change_mail(db::Db& db, const access::Actor& actor, const WantedMail& wanted,
                                 std::optional<std::int64_t> version) {
    const WantedMail good = TRY(checked(wanted));
    return db.transact([&](db::Tx& tx) -> Result<MailSettings> {
        const MailSettings before = mail_settings(tx);
        if (version && *version != before.version) return refuse(Kind::stale, "version.stale");
        const std::string fields = changed_fields(before, good);
        if (fields.empty()) return before;
        tx.run(queries::remove_settings);
        tx.run(queries::save_settings, {{"version", before.version + 1}, {"value", json::to_text(good)}});
        // Whatever was wrong with the server may be right now.
        tx.run(queries::clear_trouble);
        audit::append(tx, actor.account, "mail.changed", 1, fields);
        return mail_settings(tx);
    });
}

bool quiet_at(const QuietHours& quiet, Instant now) {
    const std::tm at = local(now);
    if (quiet.weekends && (at.tm_wday == 0 || at.tm_wday == 6)) return true;
    if (quiet.from == quiet.to) return false;
    const bool after = at.tm_hour >= quiet.from;
    const bool before = at.tm_hour < quiet.to;
    return quiet.from < quiet.to ? after && before : after || before;
}

Instant midnight_before(Instant now) {
    std::tm at = local(now);
    at.tm_hour = at.tm_min = at.tm_sec = 0;
    at.tm_isdst = -1;
    return {std::int64_t{std::mktime(&at)} * 1000};
}

bool mailable(std::string_view address) {
    return address.size() <= longest && printable(address) &&
           address.find_first_of(",;:<>()[]\\\"") == std::string_view::npos && text::looks_like_email(address);
}

} // namespace kunna::notices
