// The trail as a screen shows it.
#include "access/trail_page.hpp"

#include "access/queries.hpp"
#include "base/text.hpp"
#include "base/texts.hpp"

namespace kunna::access {

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
                        .object_kind = entry.action.substr(0, entry.action.find('.')),
                        .object = entry.object,
                        .hash = entry.hash};
        if (!entry.fields.empty())
            for (const std::string_view field : text::split(entry.fields, ',')) told.fields.emplace_back(field);
        page.push_back(std::move(told));
    }
    return page;
}

std::vector<ReadEntry> reads_about(db::Tx& tx, PersonId person, std::int64_t before, int limit) {
    return tx.all<ReadEntry>(queries::reads_about, {{"person", person}, {"before", before}, {"limit", limit}});
}

} // namespace kunna::access
