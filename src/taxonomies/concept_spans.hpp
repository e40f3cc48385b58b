// ConceptSpans: the skills of a taxonomy that a text speaks of, and where it does.
#pragma once

#include "db/db.hpp"
#include "matching/span_finder.hpp"
#include "taxonomies/taxonomy.hpp"

namespace kunna::taxonomies {

struct ConceptSpan {
    ConceptId concept_{};
    std::string found_by{}; // the label
    matching::Span span{};  // its concept_ and label are numbers of the index
};

class ConceptSpans {
public:
    ConceptSpans(db::Tx& tx, TaxonomyId taxonomy);

    // By place; safe from any number of threads.
    [[nodiscard]] std::vector<ConceptSpan> find(std::string_view text, matching::Language language) const;

private:
    struct Known {
        ConceptId id{};
        std::vector<std::string> labels{};
    };
    std::vector<Known> known_;
    std::unique_ptr<const matching::SpanFinder> finder_;
};

} // namespace kunna::taxonomies
