// The whole API: every folder's routes, declared on one page.
#pragma once

#include "access/sessions.hpp"
#include "analytics/history.hpp"
#include "documents/reader.hpp"
#include "http/router.hpp"
#include "insights/workforces.hpp"
#include "jobs/runner.hpp"
#include "notices/sender.hpp"
#include "scenarios/ground.hpp"
#include "taxonomies/matchers.hpp"

namespace kunna::app {

// What handlers stand on beside the database; null only where routes are merely described (kunna openapi).
struct Standing {
    access::Sessions* sessions = nullptr;
    insights::Workforces* workforces = nullptr;
    scenarios::Grounds* grounds = nullptr;
    analytics::Histories* histories = nullptr;
    jobs::Runner* runner = nullptr;
    taxonomies::Matchers* matchers = nullptr;
    documents::Reader* reader = nullptr;
    notices::Sender* sender = nullptr;
    Instant started{};
    std::string data_folder{};
};

void declare_all(http::Router& api, const Standing& standing);

// Their own files in app: they need more than one folder.
void declare_sign_in_routes(http::Router& api, const Standing& standing);
void declare_status_routes(http::Router& api, const Standing& standing);

} // namespace kunna::app
