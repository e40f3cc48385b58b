// That it runs, for the administrator, and what waits for whoever is signed in.
#include "app/api.hpp"
#include "app/guide.hpp"
#include "app/status.hpp"

namespace kunna::app {

using access::Permission;

void declare_status_routes(http::Router& api, const Standing& standing) {
    api.get("/status", {.summary = "That it runs: versions, sizes, memory, disk", .needs = Permission::view_status},
            [standing](db::Db& db) -> Result<Status> { return status(db, standing); });
    api.get("/guide", {.summary = "First steps, and which are done", .needs = Permission::import_files},
            [](db::Db& db) -> Result<Guide> { return db.read([](db::Tx& tx) { return guide(tx); }); });
}

} // namespace kunna::app
