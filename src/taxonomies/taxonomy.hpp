// A taxonomy: a library of reference concepts (ESCO, JobTech, an own list) beside the organisation's own catalogue. A
// concept is never assessed itself; the skills of the catalogue are.
#pragma once

#include "base/date.hpp"
#include "base/id.hpp"

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

namespace kunna {

using TaxonomyId = Id<struct TaxonomyTag>;
using TaxonomyReleaseId = Id<struct TaxonomyReleaseTag>;
using ConceptId = Id<struct ConceptTag>;
using CrosswalkId = Id<struct CrosswalkTag>;

} // namespace kunna

namespace kunna::taxonomies {

enum class ConceptType : std::uint8_t { skill, knowledge, skill_group, occupation, occupation_group };
BOOST_DESCRIBE_ENUM(ConceptType, skill, knowledge, skill_group, occupation, occupation_group)

// broader: the target is above the source. essential, optional: the source (an occupation or a skill) needs the target.
enum class RelationKind : std::uint8_t { broader, essential, optional };
BOOST_DESCRIBE_ENUM(RelationKind, broader, essential, optional)

// How concepts of two taxonomies correspond, in the terms of SKOS. broad: the other one is the broader of the two.
enum class Correspondence : std::uint8_t { exact, close, broad, narrow };
BOOST_DESCRIBE_ENUM(Correspondence, exact, close, broad, narrow)

// What a release did to a concept. replaced: retired, and another one stands in its place.
enum class Change : std::uint8_t { added, relabelled, retired, replaced, restored };
BOOST_DESCRIBE_ENUM(Change, added, relabelled, retired, replaced, restored)

// relations_…: rows of any kind. amended: another language, other names, a description or a code came or changed, the
// preferred labels stayed. Each concept counts once, under the first that fits of: added, restored, replaced, retired,
// relabelled, amended, unchanged; a concept that the files do not name counts only when that retires it.
struct ReleaseCounts {
    std::int64_t added = 0;
    std::int64_t relabelled = 0;
    std::int64_t retired = 0;
    std::int64_t replaced = 0;
    std::int64_t restored = 0;
    std::int64_t amended = 0;
    std::int64_t unchanged = 0;
    std::int64_t relations_added = 0;
    std::int64_t relations_dropped = 0;
    bool operator==(const ReleaseCounts&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReleaseCounts, (),
                      (added, relabelled, retired, replaced, restored, amended, unchanged, relations_added,
                       relations_dropped))

struct Taxonomy {
    TaxonomyId id{};
    std::string key{};
    std::string name{};
    std::string release{};
    std::string licence{};
    std::string attribution{}; // has to be shown wherever its concepts are
    std::int64_t version = 0;  // one more with every import that changed something
    Instant imported{};
    std::vector<std::string> languages{};
    std::int64_t skills = 0; // knowledge among them, here and nowhere else; what is retired is not counted
    std::int64_t skill_groups = 0;
    std::int64_t occupations = 0;
    std::int64_t occupation_groups = 0;
    std::int64_t retired = 0;
    std::int64_t relations = 0;
};
BOOST_DESCRIBE_STRUCT(Taxonomy, (),
                      (id, key, name, release, licence, attribution, version, imported, languages, skills, skill_groups,
                       occupations, occupation_groups, retired, relations))

// A text and the language it is in: not always the one asked for.
struct Wording {
    std::string text{};
    std::string language{};
    bool operator==(const Wording&) const = default;
};
BOOST_DESCRIBE_STRUCT(Wording, (), (text, language))

struct ConceptLabel {
    std::string language{};
    std::string preferred{};
    std::vector<std::string> alternatives{};
    std::vector<std::string> hidden{};
    std::string description{};
};
BOOST_DESCRIBE_STRUCT(ConceptLabel, (), (language, preferred, alternatives, hidden, description))

// A concept in a list. label: in the language asked for, else in English, else in the first there is.
struct ConceptRow {
    ConceptId id{};
    std::string uri{};
    ConceptType type = ConceptType::skill;
    std::string code{};
    Wording label{};
    bool retired = false;
    std::int64_t children = 0; // that are not retired
};
BOOST_DESCRIBE_STRUCT(ConceptRow, (), (id, uri, type, code, label, retired, children))

// The concept of another taxonomy that a crosswalk says corresponds.
struct Counterpart {
    Correspondence correspondence = Correspondence::exact;
    ConceptRow concept_{};
    std::string taxonomy_name{};
};
BOOST_DESCRIBE_STRUCT(Counterpart, (), (correspondence, concept_, taxonomy_name))

struct Concept {
    ConceptId id{};
    TaxonomyId taxonomy{};
    std::string taxonomy_name{};
    std::string attribution{};
    std::string uri{};
    ConceptType type = ConceptType::skill;
    std::string code{};
    std::vector<std::string> isco{};
    std::string reuse{};
    bool retired = false;
    std::optional<ConceptRow> replaced_by{};
    Wording label{};
    std::vector<ConceptLabel> labels{}; // by language
    std::vector<ConceptRow> parents{};
    std::vector<ConceptRow> essential{}; // what it needs
    std::vector<ConceptRow> optional{};
    std::vector<Counterpart> counterparts{}; // in force; the closest first
    std::int64_t children = 0;               // as in ConceptRow
    std::int64_t needed_by = 0;              // concepts that need it
};
BOOST_DESCRIBE_STRUCT(Concept, (),
                      (id, taxonomy, taxonomy_name, attribution, uri, type, code, isco, reuse, retired, replaced_by,
                       label, labels, parents, essential, optional, counterparts, children, needed_by))

// Pairs of concepts, by how they correspond as the first taxonomy sees the second.
struct Correspondences {
    std::int64_t exact = 0;
    std::int64_t close = 0;
    std::int64_t broad = 0;
    std::int64_t narrow = 0;
};
BOOST_DESCRIBE_STRUCT(Correspondences, (), (exact, close, broad, narrow))

struct TaxonomyName {
    TaxonomyId id{};
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(TaxonomyName, (), (id, name))

struct Crosswalk {
    CrosswalkId id{};
    TaxonomyName one{};
    TaxonomyName other{};
    std::string filename{}; // of the last that changed something
    Instant imported{};
    Correspondences pairs{};
};
BOOST_DESCRIBE_STRUCT(Crosswalk, (), (id, one, other, filename, imported, pairs))

} // namespace kunna::taxonomies
