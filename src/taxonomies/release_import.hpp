// A release into the database: what it would change, then exactly that.
//
// Concepts are never deleted, since skills may be linked to them. A concept is retired when the files name it as no
// longer in force, or when files of its own kind (skills_, occupations_ …) are there and none of them, of any language,
// names it. A file can only miss what it could have named: one in a language in which the concept has never had a label
// retires nothing, so Swedish after English adds labels and takes nothing away. A language that the files lack keeps
// its labels. A relation is dropped only when its file is there, no longer holds it, and the files name both its ends.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "taxonomies/release.hpp"

#include <map>

namespace kunna::taxonomies {

// For the report: what happens to one concept.
struct ChangeExample {
    std::string uri{};
    Wording label{};      // as it will be
    std::string before{}; // relabelled: the label it had; replaced: the URI of the one in its place
};

struct ReleaseChange {
    std::optional<TaxonomyId> taxonomy{}; // absent: the first import of this taxonomy
    std::string release{};                // its name; the stored one when the files do not tell
    ReleaseCounts counts{};
    std::map<Change, std::vector<ChangeExample>> examples{}; // the first `most_examples` of each
    std::int64_t nameless = 0;                               // concepts without a label in any language: not taken in
    bool head_changed = false;                               // name, release, licence or attribution

    // What apply_release does; concepts of the release by number.
    struct Retired {
        ConceptId id{};
        std::optional<ConceptId> replaced_by{};         // one that is stored …
        std::optional<std::uint32_t> replaced_by_new{}; // … or one of added
    };
    struct Relabelled {
        ConceptId id{};
        std::string language{};
        std::string before{};
    };
    // The concept's own row as it will be; a release that leaves a code empty keeps the stored one.
    struct Edited {
        ConceptId id{};
        ConceptType type = ConceptType::skill;
        std::string code{};
        std::string isco{};
        std::string reuse{};
    };
    struct Dropped {
        ConceptId source{};
        RelationKind kind = RelationKind::broader;
        ConceptId target{};
    };
    std::vector<ConceptId> ids{}; // of each concept of the release; not given: new, or not taken in
    std::vector<std::uint32_t> added{};
    std::vector<Edited> edited{}; // also what is in force again
    std::vector<ConceptId> restored{};
    std::vector<Retired> retired{};
    std::vector<Relabelled> relabelled{};
    std::vector<std::pair<std::uint32_t, std::uint32_t>> labels_added{};   // concept, label; of stored concepts
    std::vector<std::pair<std::uint32_t, std::uint32_t>> labels_changed{}; // likewise
    std::vector<ReleaseRelation> relations_added{};
    std::vector<Dropped> relations_dropped{};

    [[nodiscard]] bool nothing() const;
};

inline constexpr std::size_t most_examples = 20;

// Compares with what is stored; changes nothing. Refuses taxonomy.cycle, when what is stored and the release together
// would go round in a circle.
Result<ReleaseChange> plan_release(db::Tx& tx, const Release& release);
// Exactly what was planned in this transaction, from the same release. Nothing at all when there is nothing; otherwise
// one row of taxonomy_release and one entry in the trail, taxonomy.imported.
void apply_release(db::Tx& tx, const access::Actor& actor, const Release& release, const ReleaseChange& change);

} // namespace kunna::taxonomies
