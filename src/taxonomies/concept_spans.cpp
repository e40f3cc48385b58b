// From stored labels to an index of their parts.
#include "taxonomies/concept_spans.hpp"

#include "base/text.hpp"
#include "matching/span_weights.hpp"
#include "taxonomies/taxonomies.hpp"

namespace kunna::taxonomies {

ConceptSpans::ConceptSpans(db::Tx& tx, TaxonomyId taxonomy) {
    constexpr std::array types{ConceptType::skill, ConceptType::knowledge};
    std::vector<matching::Concept> concepts;
    all_labels(tx, taxonomy, types, [&](const LabelRow& row) {
        const auto language = db::enum_of<matching::Language>(row.language);
        if (!language) return;
        if (known_.empty() || known_.back().id != row.id) {
            known_.push_back({row.id, {}});
            concepts.emplace_back();
        }
        const auto add = [&](std::string_view label, bool preferred) {
            known_.back().labels.emplace_back(label);
            concepts.back().labels.push_back({std::string{label}, *language, preferred});
        };
        add(row.preferred, true);
        for (const std::string& other : text::lines(row.alternatives)) add(other, false);
    });
    finder_ = std::make_unique<const matching::SpanFinder>(concepts);
}

std::vector<ConceptSpan> ConceptSpans::find(std::string_view text, matching::Language language) const {
    std::vector<ConceptSpan> found;
    for (const matching::Span& span : finder_->find(text, language, matching::usual_confidence))
        found.push_back({known_[span.concept_].id, known_[span.concept_].labels[span.label], span});
    return found;
}

} // namespace kunna::taxonomies
