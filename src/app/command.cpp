// What every command shares.
#include "app/command.hpp"

#include "base/texts.hpp"
#include "db/schema.hpp"

#include <cstdlib>
#include <iostream>

namespace kunna::app {

void Place::add_to(CLI::App& command) {
    auto* folder = command.add_option("--data", data, "Folder of the data (SQLite)")->capture_default_str();
    command.add_option("--database", database, "PostgreSQL instead: postgres://user@host/name[?schema=kunna]")
        ->excludes(folder);
}

db::Options Place::options(bool read_only) const {
    db::Options options;
    options.data = data;
    options.url = database;
    options.read_only = read_only;
    return options;
}

std::string terminal_language() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0') return std::string_view{value}.starts_with("sv") ? "sv" : "en";
    }
    return "en";
}

int tell(const Error& error) {
    const std::string language = terminal_language();
    std::cerr << texts::say(language, error.code, error.values) << '\n';
    for (const FieldError& field : error.fields)
        std::cerr << "  " << field.where << ": " << texts::say(language, field.code, field.values) << '\n';
    return refused;
}

int with_db(const Place& place, Use use, const std::function<int(db::Db&)>& work) {
    auto opened = db::open(place.options(use != Use::write));
    if (!opened.ok()) return tell(opened.error());
    // What the user can mend is told as every refusal is; the rest ends in main.
    try {
        if (use == Use::read)
            if (const auto right = db::of_this_version(**opened); !right.ok()) return tell(right.error());
        return work(**opened);
    } catch (const db::StorageFull&) {
        return tell(Error{Kind::storage_full, "storage.full"});
    } catch (const db::Unavailable& away) {
        return tell(Error{Kind::unavailable, "data.unavailable", {}, {{"detail", away.what()}}});
    }
}

} // namespace kunna::app
