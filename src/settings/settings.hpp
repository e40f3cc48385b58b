// Settings: the numbers and names an organisation chooses. One row, versioned; every formula reads them from here.
#pragma once

#include "access/actor.hpp"
#include "base/result.hpp"
#include "db/db.hpp"
#include "engine/settings.hpp"

#include <boost/describe.hpp>
#include <map>
#include <string>

namespace kunna::settings {

// Months until a statement counts half.
struct HalfLife {
    double tool = 18;
    double technical = 36;
    double soft = 60;

    bool operator==(const HalfLife&) const = default;
};
BOOST_DESCRIBE_STRUCT(HalfLife, (), (tool, technical, soft))

struct Settings {
    std::string organisation{};
    std::string language{"sv"};
    std::map<std::string, double> weights{}; // by source, 0–1
    HalfLife half_life{};                    // months, 1–600
    double confidence = 0.5;                 // from here a level is sure; 0.05–0.95
    int must_factor = 2;                     // 1–10
    int conflict = 2;                        // levels apart that call for a talk; 1–8
    int suppression = 5;                     // fewest people behind a figure; never below 5
    bool demonstration = false;              // made by `kunna demo`: its accounts stand on the sign-in page
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Settings, (),
                      (organisation, language, weights, half_life, confidence, must_factor, conflict, suppression,
                       demonstration, version))

// What an administrator may change; the rest is the product's own.
struct Wanted {
    std::string organisation{};
    std::string language{};
    std::map<std::string, double> weights{};
    HalfLife half_life{};
    double confidence = 0.5;
    int must_factor = 2;
    int conflict = 2;
    int suppression = 5;
};
BOOST_DESCRIBE_STRUCT(Wanted, (),
                      (organisation, language, weights, half_life, confidence, must_factor, conflict, suppression))

// The defaults of domain.md §3 when nothing was saved yet (version 0).
Settings current(db::Tx& tx);
// version: what the caller last saw. Refuses numbers outside their range, naming each.
Result<Settings> change(db::Db& db, const access::Actor& actor, const Wanted& wanted,
                        std::optional<std::int64_t> version);
// At first start and by `kunna demo`.
void name_organisation(db::Tx& tx, const access::Actor& actor, std::string_view name, bool demonstration);

engine::Settings for_engine(const Settings& settings);

} // namespace kunna::settings
