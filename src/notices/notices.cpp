// Telling and reading.
#include "notices/notices.hpp"

#include "base/json_read.hpp"
#include "base/json_write.hpp"
#include "base/texts.hpp"
#include "notices/queries.hpp"

#include <unordered_set>

namespace kunna::notices {

namespace {

using Facts = std::map<std::string, std::string>;

struct StoredNotice {
    NoticeId id{};
    NoticeKind kind = NoticeKind::round_opened;
    bool required = false;
    std::int64_t number = 0;
    std::string facts{};
    std::string path{};
    Instant created{};
    std::optional<Instant> seen{};
};
BOOST_DESCRIBE_STRUCT(StoredNotice, (), (id, kind, required, number, facts, path, created, seen))

std::string fact_in_words(std::string_view language, const std::string& name, const std::string& value) {
    const auto day = name == "day" ? Date::parse(value) : std::nullopt;
    return day ? day_in_words(language, *day) : value;
}

} // namespace

std::string day_in_words(std::string_view language, Date day) {
    const auto civil = day.civil();
    return fmt::format("{} {} {}", static_cast<unsigned>(civil.day()),
                       texts::say(language, fmt::format("month.{}", static_cast<unsigned>(civil.month()))),
                       static_cast<int>(civil.year()));
}

Words in_words(std::string_view language, NoticeKind kind, const Facts& facts, std::int64_t number) {
    std::vector<std::pair<std::string, std::string>> values{{"number", std::to_string(number)}};
    for (const auto& [name, value] : facts) values.emplace_back(name, fact_in_words(language, name, value));
    const std::string code = "notice." + std::string{db::enum_name(kind)};
    const std::string one = code + ".one";
    return {texts::say(language, code + ".title", values),
            texts::say(language, number == 1 && texts::known(one) ? one : code + ".text", values)};
}

std::int64_t tell(db::Tx& tx, const Notice& notice, const std::vector<Recipient>& whom) {
    std::unordered_set<std::int64_t> told;
    tx.run(queries::told_today, {{"kind", notice.kind}, {"subject", notice.subject}, {"day", tx.today()}},
           [&](const db::Row& row) { told.insert(row.integer(0)); });
    const std::string facts = json::to_text(notice.facts);
    std::int64_t fresh = 0;
    tx.bulk(queries::insert_notice, [&](db::Tx::Adder& add) {
        for (const Recipient& one : whom) {
            if (!told.insert(one.account.value).second) continue;
            add({{"account", one.account},
                 {"kind", notice.kind},
                 {"subject", notice.subject},
                 {"day", tx.today()},
                 {"required", notice.required},
                 {"number", one.number},
                 {"facts", facts},
                 {"path", notice.path},
                 {"created", tx.now()}});
            ++fresh;
        }
    });
    return fresh;
}

std::vector<ShownNotice> newest(db::Tx& tx, const access::Actor& actor, std::int64_t before, int limit) {
    std::vector<ShownNotice> shown;
    for (auto& one : tx.all<StoredNotice>(queries::notices_before,
                                          {{"account", actor.account}, {"before", before}, {"limit", limit}})) {
        const auto facts = json::from_text<Facts>(one.facts);
        auto words = in_words(actor.language, one.kind, facts.ok() ? *facts : Facts{}, one.number);
        shown.push_back({one.id, one.kind, std::move(words.title), std::move(words.text), std::move(one.path),
                         one.required, one.created, one.seen});
    }
    return shown;
}

std::int64_t unread(db::Tx& tx, const access::Actor& actor) {
    return tx.one<std::int64_t>(queries::count_unread, {{"account", actor.account}}).value_or(0);
}

Result<void> mark_read(db::Tx& tx, const access::Actor& actor, NoticeId notice) {
    if (tx.run(queries::mark_read, {{"notice", notice}, {"account", actor.account}, {"now", tx.now()}}) == 0)
        return refuse(Kind::not_found, "notice.not_found");
    return {};
}

void mark_all_read(db::Tx& tx, const access::Actor& actor) {
    tx.run(queries::mark_all_read, {{"account", actor.account}, {"now", tx.now()}});
}

} // namespace kunna::notices
