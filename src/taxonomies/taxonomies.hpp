// Reading taxonomies: which there are, their trees, what an occupation needs, and every label for whoever makes an
// index of them. Nothing here is about people; routes ask for the verb (view_catalogue).
#pragma once

#include "db/db.hpp"
#include "taxonomies/taxonomy.hpp"

#include <functional>
#include <span>
#include <string_view>

namespace kunna::taxonomies {

std::vector<Taxonomy> taxonomies(db::Tx& tx);
// One more after every import that changed something, of any taxonomy; 0 before the first. Cheap.
std::int64_t revision(db::Tx& tx);

// Each refuses …not_found.
Result<void> check(db::Tx& tx, TaxonomyId taxonomy);
Result<void> check(db::Tx& tx, TaxonomyReleaseId release);
Result<void> check(db::Tx& tx, ConceptId concept_);

// Labels are in `language`, else English, else the first there is; Wording says which.
// Refuses concept.not_found.
Result<Concept> find_concept(db::Tx& tx, ConceptId id, std::string_view language);
// Of two taxonomies that both have the URI, the one whose concept is in force, then the older.
Result<Concept> find_concept(db::Tx& tx, std::string_view uri, std::string_view language);
// As it stands in lists. Refuses concept.not_found.
Result<ConceptRow> find_row(db::Tx& tx, ConceptId id, std::string_view language);

// A part of a list, in the order in which concepts first came; groups come before what is in them.
struct Asked {
    std::optional<ConceptType> type{};
    ConceptId after{}; // the last one of the part before
    std::size_t limit = 100;
    std::string language{"sv"};
};
// What is in force directly below. Empty for a parent that does not exist.
std::vector<ConceptRow> children(db::Tx& tx, ConceptId parent, const Asked& asked);
// What is in force with nothing in force above it.
std::vector<ConceptRow> roots(db::Tx& tx, TaxonomyId taxonomy, const Asked& asked);

struct NeededBy {
    ConceptRow row{};
    RelationKind kind = RelationKind::essential; // essential when it is needed in both ways
};
BOOST_DESCRIBE_STRUCT(NeededBy, (), (row, kind))
// Occupations (and skills, unless asked.type says) in force that need the skill.
std::vector<NeededBy> needed_by(db::Tx& tx, ConceptId skill, const Asked& asked);

// Views live until the callback returns.
struct LabelRow {
    ConceptId id{};
    std::string_view uri{};
    ConceptType type = ConceptType::skill;
    std::string_view code{};
    std::string_view language{};
    std::string_view preferred{};
    std::string_view alternatives{}; // one a line
    std::string_view hidden{};       // one a line
    std::string_view description{};
    std::string_view isco{}; // one space between; of the concept itself, not of what is above it
};
// Every label of every concept in force of these types, by concept and language. Never all in memory.
void all_labels(db::Tx& tx, TaxonomyId taxonomy, std::span<const ConceptType> types,
                const std::function<void(const LabelRow&)>& take);

struct ReleaseRow {
    TaxonomyReleaseId id{};
    std::string release{};
    Instant at{};
    ReleaseCounts counts{};
};
BOOST_DESCRIBE_STRUCT(ReleaseRow, (), (id, release, at, counts))
// Imports that changed something, newest first.
std::vector<ReleaseRow> releases(db::Tx& tx, TaxonomyId taxonomy);

struct ChangeRow {
    ConceptId id{};
    std::string uri{};
    ConceptType type = ConceptType::skill;
    std::string code{};
    Wording label{}; // as it is now; as in ConceptRow
    Change change = Change::added;
    std::string language{}; // of relabelled
    std::string before{};   // likewise
};
BOOST_DESCRIBE_STRUCT(ChangeRow, (), (id, uri, type, code, label, change, language, before))
// What it did, for asked.limit concepts after this one; a concept renamed in two languages has two rows.
std::vector<ChangeRow> changes(db::Tx& tx, TaxonomyReleaseId release, std::optional<Change> change, const Asked& asked);

} // namespace kunna::taxonomies
