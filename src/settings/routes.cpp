// The HTTP face of settings.
#include "settings/routes.hpp"

#include "http/router.hpp"
#include "settings/settings.hpp"

namespace kunna::settings {

using access::Permission;

void declare_routes(http::Router& api) {
    api.get("/settings",
            {.summary = "How Kunna is configured", .needs = {Permission::view_settings, Permission::edit_settings}},
            [](db::Db& db) -> Result<Settings> { return db.read([](db::Tx& tx) { return current(tx); }); });
    api.put("/settings",
            {.summary = "Change formulas' settings and the organisation's name", .needs = Permission::edit_settings},
            [](db::Db& db, const access::Actor& actor, http::IfMatch match, const Wanted& wanted) {
                return change(db, actor, wanted, match.version);
            });
}

} // namespace kunna::settings
