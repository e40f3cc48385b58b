// Rows of taxonomies as they are stored. Private to taxonomies.
#pragma once

#include "db/db.hpp"
#include "taxonomies/release.hpp"

#include <unordered_map>

namespace kunna::taxonomies::store {

struct TaxonomyFlat {
    TaxonomyId id{};
    std::string key{};
    std::string name{};
    std::string release{};
    std::string licence{};
    std::string attribution{};
    std::int64_t version = 0;
    Instant imported{};
};
BOOST_DESCRIBE_STRUCT(TaxonomyFlat, (), (id, key, name, release, licence, attribution, version, imported))

struct ConceptFlat {
    ConceptId id{};
    std::string uri{};
    ConceptType type = ConceptType::skill;
    std::string code{};
    std::string isco{};
    std::string reuse{};
    bool retired = false;
};
BOOST_DESCRIBE_STRUCT(ConceptFlat, (), (id, uri, type, code, isco, reuse, retired))

struct RelationFlat {
    ConceptId source{};
    RelationKind kind = RelationKind::broader;
    ConceptId target{};
    auto operator<=>(const RelationFlat&) const = default;
};
BOOST_DESCRIBE_STRUCT(RelationFlat, (), (source, kind, target))

std::optional<TaxonomyFlat> taxonomy(db::Tx& tx, const std::string& key);
std::vector<ConceptFlat> concepts(db::Tx& tx, TaxonomyId taxonomy);
std::unordered_map<ConceptId, std::vector<Label>> labels(db::Tx& tx, TaxonomyId taxonomy);
std::vector<RelationFlat> relations(db::Tx& tx, TaxonomyId taxonomy);

// The id of each, in the order given.
std::vector<ConceptId> insert_concepts(db::Tx& tx, TaxonomyId taxonomy,
                                       const std::vector<const ReleaseConcept*>& concepts);
void insert_labels(db::Tx& tx, const std::vector<std::pair<ConceptId, const Label*>>& labels);
void update_label(db::Tx& tx, ConceptId id, const Label& label);
void insert_relations(db::Tx& tx, const std::vector<RelationFlat>& relations);
void delete_relation(db::Tx& tx, const RelationFlat& relation);

} // namespace kunna::taxonomies::store
