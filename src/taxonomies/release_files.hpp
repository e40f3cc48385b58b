// Release files: which reader reads which files, and handing them in: what they would change, or the change itself.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "taxonomies/release_import.hpp"

#include <filesystem>

namespace kunna::taxonomies {

// skills: an organisation's own list.
BOOST_DEFINE_ENUM_CLASS(ReleaseKind, esco, onet, jobtech, skills)

struct ReleaseFiles {
    ReleaseKind kind = ReleaseKind::esco;
    std::filesystem::path path{};
    std::string name{};    // what the user calls the file, when it lies here under another; else empty
    std::string release{}; // its name; empty: what the files say
    std::string key{};     // of an own list; empty: own
};
// Refuses what the readers do, and taxonomy.folder_not_file.
Result<Release> read_release(const ReleaseFiles& files);

struct ExampleRow {
    Change change = Change::added;
    std::string uri{};
    Wording label{};
    std::string before{};
};
BOOST_DESCRIBE_STRUCT(ExampleRow, (), (change, uri, label, before))

// What the files change, or would.
struct ReleaseReport {
    std::optional<TaxonomyId> taxonomy{}; // absent: the first release of this taxonomy, not imported yet
    std::string name{};
    std::string release{};
    std::string licence{};
    std::string attribution{};
    std::int64_t skills = 0; // in the files
    std::int64_t occupations = 0;
    std::int64_t relations = 0;
    ReleaseCounts counts{};
    std::vector<ExampleRow> examples{}; // the first of each change but added
    std::int64_t unknown_ends = 0;      // relations left out: one of their concepts is in none of the files
    std::int64_t nameless = 0;          // concepts without a name: not taken in
    bool nothing = false;               // all of it is there already
    bool applied = false;
};
BOOST_DESCRIBE_STRUCT(ReleaseReport, (),
                      (taxonomy, name, release, licence, attribution, skills, occupations, relations, counts, examples,
                       unknown_ends, nameless, nothing, applied))

// In one transaction, all of it or nothing.
Result<ReleaseReport> hand_in(db::Db& db, const access::Actor& actor, const ReleaseFiles& files, bool dry_run);

} // namespace kunna::taxonomies
