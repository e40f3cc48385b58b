// The trail as a screen shows it.
#include "access/trail_page.hpp"

#include "access/queries.hpp"
#include "base/text.hpp"
#include "base/texts.hpp"

namespace kunna::access {

namespace {

// What an entry names by its id: what is said about a person is filed under the person.
std::string_view object_kind(std::string_view action) {
    const std::string_view first = action.substr(0, action.find('.'));
    if (first == "assessment" || first == "contest" || first == "position") return "person";
    if (first == "session") return "account";
    return first;
}

// "level" as a word, "people=12" as one with its number.
std::string field_text(std::string_view language, std::string_view field) {
    const std::size_t equals = field.find('=');
    const std::string code = "trail.field." + std::string{field.substr(0, equals)};
    const std::string word = texts::known(code) ? texts::say(language, code) : std::string{field.substr(0, equals)};
    return equals == std::string_view::npos ? word : word + ": " + std::string{field.substr(equals + 1)};
}

} // namespace

std::vector<TrailEntry> trail_page(db::Tx& tx, const audit::Filter& filter, std::int64_t before, int limit,
                                   std::string_view language) {
    std::map<AccountId, std::string> names{{AccountId{}, "Kunna"}};
    std::vector<TrailEntry> page;
    for (const audit::Entry& entry : audit::newest(tx, filter, before, limit)) {
        const auto [name, unknown] = names.try_emplace(entry.account);
        if (unknown)
            name->second = tx.one<std::string>(queries::name_of_account, {{"account", entry.account}}).value_or("");
        TrailEntry told{.seq = entry.seq,
                        .at = entry.at,
                        .actor = name->second,
                        .action = entry.action,
                        .action_text = texts::say(language, "trail." + entry.action),
                        .object_kind = std::string{object_kind(entry.action)},
                        .object = entry.object,
                        .hash = entry.hash};
        const std::string of = "trail.of." + told.object_kind;
        const std::vector<std::pair<std::string, std::string>> id{{"id", std::to_string(entry.object)}};
        if (entry.object != 0 && texts::known(of)) told.object_text = texts::say(language, of, id);
        if (!entry.fields.empty())
            for (const std::string_view field : text::split(entry.fields, ',')) {
                told.fields.emplace_back(field);
                told.field_texts.push_back(field_text(language, field));
            }
        page.push_back(std::move(told));
    }
    return page;
}

std::vector<ReadEntry> reads_about(db::Tx& tx, PersonId person, std::int64_t before, int limit) {
    return tx.all<ReadEntry>(queries::reads_about, {{"person", person}, {"before", before}, {"limit", limit}});
}

} // namespace kunna::access
