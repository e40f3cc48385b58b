// Rows of taxonomies, in and out.
#include "taxonomies/store.hpp"

#include "taxonomies/queries.hpp"

namespace kunna::taxonomies::store {

std::optional<TaxonomyFlat> taxonomy(db::Tx& tx, const std::string& key) {
    return tx.one<TaxonomyFlat>(queries::taxonomy_by_key, {{"key", key}});
}

std::vector<ConceptFlat> concepts(db::Tx& tx, TaxonomyId taxonomy) {
    return tx.all<ConceptFlat>(queries::concepts_of, {{"taxonomy", taxonomy}});
}

std::unordered_map<ConceptId, std::vector<Label>> labels(db::Tx& tx, TaxonomyId taxonomy) {
    std::unordered_map<ConceptId, std::vector<Label>> all;
    tx.run(queries::labels_of, {{"taxonomy", taxonomy}}, [&](const db::Row& row) {
        all[ConceptId{row.integer(0)}].push_back({std::string{row.text(1)}, std::string{row.text(2)},
                                                  std::string{row.text(3)}, std::string{row.text(4)},
                                                  std::string{row.text(5)}});
    });
    return all;
}

std::vector<RelationFlat> relations(db::Tx& tx, TaxonomyId taxonomy) {
    return tx.all<RelationFlat>(queries::relations_of, {{"taxonomy", taxonomy}});
}

std::vector<ConceptId> insert_concepts(db::Tx& tx, TaxonomyId taxonomy,
                                       const std::vector<const ReleaseConcept*>& concepts) {
    if (concepts.empty()) return {};
    tx.bulk(queries::insert_concept, [&](db::Tx::Adder& add) {
        for (const ReleaseConcept* c : concepts)
            add({{"taxonomy", taxonomy},
                 {"uri", c->uri},
                 {"type", c->type},
                 {"code", c->code},
                 {"isco", c->isco},
                 {"reuse", c->reuse}});
    });
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < concepts.size(); ++i) places.emplace(concepts[i]->uri, i);
    std::vector<ConceptId> ids(concepts.size());
    tx.run(queries::concept_ids, {{"taxonomy", taxonomy}}, [&](const db::Row& row) {
        if (const auto at = places.find(row.text(0)); at != places.end()) ids[at->second] = ConceptId{row.integer(1)};
    });
    return ids;
}

void insert_labels(db::Tx& tx, const std::vector<std::pair<ConceptId, const Label*>>& labels) {
    if (labels.empty()) return;
    tx.bulk(queries::insert_label, [&](db::Tx::Adder& add) {
        for (const auto& [id, label] : labels)
            add({{"concept", id},
                 {"language", label->language},
                 {"preferred", label->preferred},
                 {"alternatives", label->alternatives},
                 {"hidden", label->hidden},
                 {"description", label->description}});
    });
}

void update_label(db::Tx& tx, ConceptId id, const Label& label) {
    tx.run(queries::update_label, {{"concept", id},
                                   {"language", label.language},
                                   {"preferred", label.preferred},
                                   {"alternatives", label.alternatives},
                                   {"hidden", label.hidden},
                                   {"description", label.description}});
}

void insert_relations(db::Tx& tx, const std::vector<RelationFlat>& relations) {
    if (relations.empty()) return;
    tx.bulk(queries::insert_relation, [&](db::Tx::Adder& add) {
        for (const RelationFlat& r : relations) add({{"source", r.source}, {"kind", r.kind}, {"target", r.target}});
    });
}

void delete_relation(db::Tx& tx, const RelationFlat& relation) {
    tx.run(queries::delete_relation,
           {{"source", relation.source}, {"kind", relation.kind}, {"target", relation.target}});
}

} // namespace kunna::taxonomies::store
