// Crosswalks: published tables that say which concepts of two taxonomies correspond, such as Arbetsförmedlingen's from
// JobTech's skills to ESCO's. A CSV or XLSX file with a row a pair: the concepts' URIs, and a mapping relation of SKOS
// (exactMatch, closeMatch, broadMatch, narrowMatch) that reads from the first to the second. The columns are those of
// the tables that countries hand to EURES, or those of Arbetsförmedlingen's.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "taxonomies/taxonomy.hpp"

#include <filesystem>

namespace kunna::taxonomies {

struct CrosswalkFile {
    std::filesystem::path path{};
    std::string name{}; // what the user calls it, when it lies here under another; else empty
};

// A concept that is not among those imported, and the first row that was left out because of it.
struct UnknownConcept {
    std::int64_t row = 0;
    std::string uri{};
};
BOOST_DESCRIBE_STRUCT(UnknownConcept, (), (row, uri))

// What a file changes, or would. Pairs of which the file holds none of the kind (skills, occupations) stay as they are.
struct CrosswalkReport {
    std::string one{}; // names of the taxonomies
    std::string other{};
    Correspondences pairs{}; // in the file, both concepts being here
    std::int64_t added = 0;
    std::int64_t changed = 0; // correspond in another way
    std::int64_t dropped = 0;
    std::int64_t unchanged = 0;
    std::int64_t unknown = 0;  // rows with a concept that is not here
    std::int64_t unstated = 0; // rows that do not say how the concepts correspond, or only that they are related
    std::vector<UnknownConcept> examples{};
    bool nothing = false; // all of it is there already
    bool applied = false;
};
BOOST_DESCRIBE_STRUCT(CrosswalkReport, (),
                      (one, other, pairs, added, changed, dropped, unchanged, unknown, unstated, examples, nothing,
                       applied))

// In one transaction, all of it or nothing. Refuses taxonomy.file_refused, taxonomy.missing_columns, taxonomy.bad_value
// (no relation of SKOS), crosswalk.said_twice, crosswalk.unknown_taxonomy (none of a column's concepts is here),
// crosswalk.one_taxonomy.
Result<CrosswalkReport> hand_in(db::Db& db, const access::Actor& actor, const CrosswalkFile& file, bool dry_run);

// Those imported, in order of their taxonomies.
std::vector<Crosswalk> crosswalks(db::Tx& tx);

} // namespace kunna::taxonomies
