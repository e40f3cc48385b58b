// Notice: something the house tells an account, in the app and, if its owner wants that, by e-mail.
#pragma once

#include "base/date.hpp"
#include "base/id.hpp"

#include <boost/describe.hpp>
#include <map>
#include <optional>
#include <string>

namespace kunna::notices {

using NoticeId = Id<struct NoticeTag>;

// Each has its texts, notice.KIND.title and notice.KIND.text, and a Truth (see outbox.hpp).
BOOST_DEFINE_ENUM_CLASS(NoticeKind, round_opened, round_team_opened, round_colleague_asked, round_reminder,
                        round_team_reminder, round_others_reminder, strategy_stalled)

// What a domain tells. {number} of the text is the recipient's own; "day" among the facts is told in words.
struct Notice {
    NoticeKind kind = NoticeKind::round_opened;
    std::int64_t subject = 0; // the row it is about, so that the same is told once a day
    bool required = false;    // mailed also to those who want required letters only
    std::map<std::string, std::string> facts{};
    std::string path{}; // in the app: /rounds/mine
};

struct Recipient {
    AccountId account{};
    std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(Recipient, (), (account, number))

// As the app shows it.
struct ShownNotice {
    NoticeId id{};
    NoticeKind kind = NoticeKind::round_opened;
    std::string title{};
    std::string text{};
    std::string path{};
    bool required = false;
    Instant created{};
    std::optional<Instant> seen{};
};
BOOST_DESCRIBE_STRUCT(ShownNotice, (), (id, kind, title, text, path, required, created, seen))

// In the reader's language.
struct Words {
    std::string title{};
    std::string text{};

    bool operator==(const Words&) const = default;
};
// 5 december 2026
std::string day_in_words(std::string_view language, Date day);
Words in_words(std::string_view language, NoticeKind kind, const std::map<std::string, std::string>& facts,
               std::int64_t number);

} // namespace kunna::notices
