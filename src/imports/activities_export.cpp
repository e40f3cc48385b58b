// Learning activities out.
#include "imports/export_rows.hpp"
#include "learning/activity_import.hpp"
#include "learning/words.hpp"

namespace kunna::imports {

using tabular::Cell;

Result<std::vector<PersonId>> export_activities(db::Tx& tx, const access::Actor& actor, ExportRows& rows) {
    const auto word = [&](const std::optional<bool>& yes) -> std::string_view {
        if (!yes) return "";
        return actor.language == "sv" ? (*yes ? "Ja" : "Nej") : (*yes ? "Yes" : "No");
    };
    const auto number = [&](const char* field, const std::optional<std::int64_t>& value) {
        if (value) rows.set(field, Cell{*value});
    };
    const auto money = [&](const char* field, const std::optional<std::int64_t>& hundredths) {
        if (hundredths) rows.set(field, Cell{static_cast<double>(*hundredths) / 100});
    };
    for (const learning::ActivityRecord& one : learning::activities_for_export(tx, actor)) {
        const std::string kind = one.kind ? learning::kind_word(*one.kind, actor.language) : "";
        rows.set("key", one.key);
        rows.set("name_sv", one.name.sv);
        rows.set("name_en", one.name.en);
        rows.set("kind", kind);
        rows.set("provider", one.provider);
        rows.set("language", one.language);
        rows.set("online", word(one.online));
        rows.set("place", one.place);
        money("seat_cost", one.seat_cost);
        money("session_cost", one.session_cost);
        rows.set("currency", one.currency);
        if (one.hours) rows.set("hours", Cell{*one.hours});
        number("seats", one.seats);
        rows.set("valid_from", one.valid_from);
        rows.set("valid_to", one.valid_to);
        rows.set("skill", one.skill);
        number("from", one.from);
        number("to", one.to);
        if (one.probability) rows.set("probability", Cell{*one.probability});
        rows.set("session_starts", one.session_starts);
        rows.set("session_ends", one.session_ends);
        rows.set("session_place", one.session_place);
        number("session_seats", one.session_seats);
        rows.set("after", one.after);
        rows.set("entry", one.entry);
        rows.set("description_sv", one.description.sv);
        rows.set("description_en", one.description.en);
        rows.set("archived", word(one.archived));
        TRY(rows.put());
    }
    return std::vector<PersonId>{};
}

} // namespace kunna::imports
