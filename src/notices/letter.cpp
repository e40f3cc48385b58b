// From a letter to headers, plain text and HTML.
#include "notices/letter.hpp"

#include "base/base64.hpp"
#include "base/internet_date.hpp"
#include "base/text.hpp"
#include "base/texts.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace kunna::notices {

namespace {

constexpr std::size_t word_bytes = 42; // of a header's text in one encoded word: 75 characters with its frame

bool plain_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ' || c == '-';
    });
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

class Composer {
public:
    explicit Composer(const Letter& letter) : letter_(letter) {}

    [[nodiscard]] std::string subject() const {
        if (letter_.lines.size() == 1) return letter_.lines[0].words.title;
        return say("mail.subject", {{"count", std::to_string(letter_.lines.size())}});
    }
    [[nodiscard]] std::string from() const {
        return letter_.organisation.empty() ? "Kunna" : "Kunna, " + letter_.organisation;
    }
    [[nodiscard]] std::string plain() const {
        std::string out = greeting() + "\r\n\r\n";
        for (const Line& line : letter_.lines)
            out += line.words.title + "\r\n" + line.words.text + "\r\n" + letter_.house + line.path + "\r\n\r\n";
        return out + "-- \r\n" + why() + "\r\n" + (letter_.invitation ? "" : account() + "\r\n");
    }
    [[nodiscard]] std::string html() const {
        std::string out = fmt::format("<!doctype html>\r\n<html lang=\"{}\"><head><meta charset=\"utf-8\"></head>\r\n"
                                      "<body style=\"font:16px/1.5 sans-serif\">\r\n<p>{}</p>\r\n",
                                      letter_.language, escaped(greeting()));
        for (const Line& line : letter_.lines)
            out += fmt::format("<p><strong>{}</strong><br>\r\n{}<br>\r\n<a href=\"{}\">{}</a></p>\r\n",
                               escaped(line.words.title), escaped(line.words.text), escaped(letter_.house + line.path),
                               escaped(say(letter_.invitation ? "mail.choose_password" : "mail.open")));
        const std::string choice = letter_.invitation ? ""
                                                      : fmt::format("<br>\r\n<a href=\"{}\">{}</a>", escaped(account()),
                                                                    escaped(say("mail.choose")));
        return out + fmt::format("<p style=\"font-size:13px\">{}{}</p>\r\n</body></html>\r\n", escaped(why()), choice);
    }
    [[nodiscard]] std::string account() const { return letter_.house + "/account"; }

private:
    [[nodiscard]] std::string say(std::string_view code,
                                  const std::vector<std::pair<std::string, std::string>>& values = {}) const {
        return texts::say(letter_.language, code, values);
    }
    [[nodiscard]] std::string greeting() const { return say("mail.greeting", {{"name", letter_.name}}); }
    [[nodiscard]] std::string why() const {
        if (letter_.invitation) return say("mail.why_invited");
        return say(letter_.required ? "mail.why_required" : "mail.why");
    }

    const Letter& letter_;
};

} // namespace

std::string header_text(std::string_view text) {
    std::string clean = text::squeeze(text);
    if (plain_ascii(clean) && clean.size() <= word_bytes) return clean;
    std::string out;
    for (std::string_view rest = clean; !rest.empty();) {
        const std::string_view part = text::cut(rest, word_bytes);
        out += (out.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(part, Base64::plain) + "?=";
        rest.remove_prefix(part.size());
    }
    return out;
}

std::string header_mailbox(std::string_view name, std::string_view address) {
    const std::string shown = header_text(name);
    return shown.empty() ? std::string{address} : shown + "\r\n <" + std::string{address} + ">";
}

Message message_of(const Letter& letter) {
    const Composer composer{letter};
    Message message;
    message.headers = {
        "Date: " + internet_date(letter.date, "+0000"),  "From: " + header_mailbox(composer.from(), letter.sender),
        "To: " + header_mailbox(letter.name, letter.to), "Subject: " + header_text(composer.subject()),
        "Message-ID: <" + letter.message_id + ">",       "Auto-Submitted: auto-generated",
        "Content-Language: " + letter.language};
    if (!letter.required && !letter.invitation)
        message.headers.push_back("List-Unsubscribe: <" + composer.account() + ">");
    message.plain = composer.plain();
    message.html = composer.html();
    return message;
}

} // namespace kunna::notices
