// Taxonomies as they are read.
#include "taxonomies/taxonomies.hpp"

#include "base/text.hpp"
#include "taxonomies/queries.hpp"
#include "taxonomies/store.hpp"

#include <algorithm>

namespace kunna::taxonomies {

namespace {

// id, uri, type, code, retired, preferred, language, children: the columns that every list begins with.
ConceptRow row_of(const db::Row& row) {
    return {ConceptId{row.integer(0)},
            std::string{row.text(1)},
            db::from_column<ConceptType>(row, 2),
            std::string{row.text(3)},
            row.null(5) ? Wording{} : Wording{std::string{row.text(5)}, std::string{row.text(6)}},
            row.integer(4) != 0,
            row.integer(7)};
}

// A part of the list that `query` makes of one thing.
void each_row(db::Tx& tx, const db::Query& query, const db::Param& of, const Asked& asked,
              const std::function<void(const db::Row&)>& take) {
    const std::string_view type = asked.type ? db::enum_name(*asked.type) : std::string_view{};
    tx.run(query, {of, {"after", asked.after}, {"type", type}, {"limit", asked.limit}, {"language", asked.language}},
           take);
}

struct ConceptFull {
    ConceptId id{};
    TaxonomyId taxonomy{};
    std::string taxonomy_name{};
    std::string attribution{};
    std::string uri{};
    ConceptType type = ConceptType::skill;
    std::string code{};
    std::string isco{};
    std::string reuse{};
    bool retired = false;
    std::optional<ConceptId> replaced_by{};
};
BOOST_DESCRIBE_STRUCT(ConceptFull, (),
                      (id, taxonomy, taxonomy_name, attribution, uri, type, code, isco, reuse, retired, replaced_by))

} // namespace

std::vector<Taxonomy> taxonomies(db::Tx& tx) {
    std::vector<Taxonomy> all;
    for (store::TaxonomyFlat& t : tx.all<store::TaxonomyFlat>(queries::taxonomies)) {
        Taxonomy& one = all.emplace_back();
        one.id = t.id;
        one.key = std::move(t.key);
        one.name = std::move(t.name);
        one.release = std::move(t.release);
        one.licence = std::move(t.licence);
        one.attribution = std::move(t.attribution);
        one.version = t.version;
        one.imported = t.imported;
    }
    const auto of = [&](const db::Row& row) -> Taxonomy& {
        return *std::find_if(all.begin(), all.end(), [&](const Taxonomy& t) { return t.id.value == row.integer(0); });
    };
    tx.run(queries::counts_by_type, {}, [&](const db::Row& row) {
        Taxonomy& one = of(row);
        const std::int64_t concepts = row.integer(3);
        if (row.integer(2) != 0) {
            one.retired += concepts;
            return;
        }
        switch (db::from_column<ConceptType>(row, 1)) {
        case ConceptType::skill:
        case ConceptType::knowledge:
            one.skills += concepts;
            break;
        case ConceptType::skill_group:
            one.skill_groups += concepts;
            break;
        case ConceptType::occupation:
            one.occupations += concepts;
            break;
        case ConceptType::occupation_group:
            one.occupation_groups += concepts;
            break;
        }
    });
    tx.run(queries::relations_by_taxonomy, {}, [&](const db::Row& row) { of(row).relations = row.integer(1); });
    tx.run(queries::languages_by_taxonomy, {},
           [&](const db::Row& row) { of(row).languages.emplace_back(row.text(1)); });
    return all;
}

std::int64_t revision(db::Tx& tx) {
    return tx.one<std::int64_t>(queries::revision).value_or(0);
}

Result<void> check(db::Tx& tx, TaxonomyId taxonomy) {
    if (tx.one<TaxonomyId>(queries::taxonomy_known, {{"taxonomy", taxonomy}})) return {};
    return refuse(Kind::not_found, "taxonomy.not_found");
}

Result<void> check(db::Tx& tx, TaxonomyReleaseId release) {
    if (tx.one<TaxonomyReleaseId>(queries::release_known, {{"release", release}})) return {};
    return refuse(Kind::not_found, "taxonomy.release_not_found");
}

Result<void> check(db::Tx& tx, ConceptId concept_) {
    if (tx.one<ConceptId>(queries::concept_known, {{"concept", concept_}})) return {};
    return refuse(Kind::not_found, "concept.not_found");
}

Result<ConceptRow> find_row(db::Tx& tx, ConceptId id, std::string_view language) {
    std::optional<ConceptRow> found;
    tx.run(queries::concept_row, {{"concept", id}, {"language", language}},
           [&](const db::Row& row) { found = row_of(row); });
    if (!found) return refuse(Kind::not_found, "concept.not_found");
    return std::move(*found);
}

Result<Concept> find_concept(db::Tx& tx, ConceptId id, std::string_view language) {
    auto flat = tx.one<ConceptFull>(queries::concept_by_id, {{"concept", id}});
    if (!flat) return refuse(Kind::not_found, "concept.not_found");
    Concept found;
    found.id = flat->id;
    found.taxonomy = flat->taxonomy;
    found.taxonomy_name = std::move(flat->taxonomy_name);
    found.attribution = std::move(flat->attribution);
    found.uri = std::move(flat->uri);
    found.type = flat->type;
    found.code = std::move(flat->code);
    if (!flat->isco.empty())
        for (const std::string_view code : text::split(flat->isco, ' ')) found.isco.emplace_back(code);
    found.reuse = std::move(flat->reuse);
    found.retired = flat->retired;
    if (flat->replaced_by) found.replaced_by = TRY(find_row(tx, *flat->replaced_by, language));
    for (Label& l : tx.all<Label>(queries::labels_of_concept, {{"concept", id}}))
        found.labels.push_back({std::move(l.language), std::move(l.preferred), text::lines(l.alternatives),
                                text::lines(l.hidden), std::move(l.description)});
    ConceptRow own = TRY(find_row(tx, id, language));
    found.label = std::move(own.label);
    found.children = own.children;
    tx.run(queries::parents_of, {{"concept", id}, {"language", language}},
           [&](const db::Row& row) { found.parents.push_back(row_of(row)); });
    // Some pairs are both essential and optional: once is enough.
    std::vector<ConceptRow> optional;
    tx.run(queries::needs_of, {{"concept", id}, {"language", language}}, [&](const db::Row& row) {
        (row.text(8) == "essential" ? found.essential : optional).push_back(row_of(row));
    });
    for (ConceptRow& row : optional)
        if (std::none_of(found.essential.begin(), found.essential.end(),
                         [&](const ConceptRow& e) { return e.id == row.id; }))
            found.optional.push_back(std::move(row));
    tx.run(queries::counterparts_of, {{"concept", id}, {"language", language}}, [&](const db::Row& row) {
        found.counterparts.push_back({db::from_column<Correspondence>(row, 8), row_of(row), std::string{row.text(9)}});
    });
    found.needed_by = tx.one<std::int64_t>(queries::count_needed_by, {{"concept", id}}).value_or(0);
    return found;
}

Result<Concept> find_concept(db::Tx& tx, std::string_view uri, std::string_view language) {
    const auto id = tx.one<ConceptId>(queries::concept_by_uri, {{"uri", uri}});
    if (!id) return refuse(Kind::not_found, "concept.not_found");
    return find_concept(tx, *id, language);
}

std::vector<ConceptRow> children(db::Tx& tx, ConceptId parent, const Asked& asked) {
    std::vector<ConceptRow> rows;
    each_row(tx, queries::children_of, {"parent", parent}, asked,
             [&](const db::Row& row) { rows.push_back(row_of(row)); });
    return rows;
}

std::vector<ConceptRow> roots(db::Tx& tx, TaxonomyId taxonomy, const Asked& asked) {
    std::vector<ConceptRow> rows;
    each_row(tx, queries::roots_of, {"taxonomy", taxonomy}, asked,
             [&](const db::Row& row) { rows.push_back(row_of(row)); });
    return rows;
}

std::vector<NeededBy> needed_by(db::Tx& tx, ConceptId skill, const Asked& asked) {
    std::vector<NeededBy> rows;
    each_row(tx, queries::needed_by, {"concept", skill}, asked, [&](const db::Row& row) {
        rows.push_back({row_of(row), db::from_column<RelationKind>(row, 8)});
    });
    return rows;
}

void all_labels(db::Tx& tx, TaxonomyId taxonomy, std::span<const ConceptType> types,
                const std::function<void(const LabelRow&)>& take) {
    tx.run(queries::all_labels, {{"taxonomy", taxonomy}}, [&](const db::Row& row) {
        const auto type = db::from_column<ConceptType>(row, 2);
        if (std::find(types.begin(), types.end(), type) == types.end()) return;
        take({ConceptId{row.integer(0)}, row.text(1), type, row.text(3), row.text(4), row.text(5), row.text(6),
              row.text(7), row.text(8), row.text(9)});
    });
}

std::vector<ReleaseRow> releases(db::Tx& tx, TaxonomyId taxonomy) {
    std::vector<ReleaseRow> rows;
    db::RowReader<ReleaseCounts> counts;
    tx.run(queries::releases_of, {{"taxonomy", taxonomy}}, [&](const db::Row& row) {
        rows.push_back(
            {TaxonomyReleaseId{row.integer(0)}, std::string{row.text(1)}, Instant{row.integer(2)}, counts(row)});
    });
    return rows;
}

std::vector<ChangeRow> changes(db::Tx& tx, TaxonomyReleaseId release, std::optional<Change> change,
                               const Asked& asked) {
    const std::string_view word = change ? db::enum_name(*change) : std::string_view{};
    std::vector<ChangeRow> rows;
    tx.run(queries::changes_in,
           {{"release", release},
            {"after", asked.after},
            {"change", word},
            {"limit", asked.limit},
            {"language", asked.language}},
           [&](const db::Row& row) {
               rows.push_back({ConceptId{row.integer(0)},
                               std::string{row.text(1)},
                               db::from_column<ConceptType>(row, 2),
                               std::string{row.text(3)},
                               {std::string{row.text(4)}, std::string{row.text(5)}},
                               db::from_column<Change>(row, 6),
                               std::string{row.text(7)},
                               std::string{row.text(8)}});
           });
    return rows;
}

} // namespace kunna::taxonomies
