// From candidates to a score, and the reason for it.
#include "matching/matcher.hpp"

#include "base/text.hpp"
#include "matching/search.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace kunna::matching {

namespace {

constexpr std::size_t rivals_ranked = 32; // behind more than these, it does not matter how many

} // namespace

Matcher::Matcher(std::span<const Concept> concepts, const Context& context, const Learned& learned) :
    learned_{learned} {
    auto made = std::make_unique<MatchIndex>(concepts, context, learned.pairs);
    std::vector<std::vector<float>> fits(context.rivals.empty() ? 0 : concepts.size());
    for (const std::string& rival : context.rivals)
        for (const Candidate& candidate : Search{*made, rival, Language::sv}.candidates())
            fits[candidate.concept_].push_back(Search::fit(candidate.features));
    for (auto& of : fits) {
        std::sort(of.begin(), of.end(), std::greater<>{});
        of.resize(std::min(of.size(), rivals_ranked));
        of.shrink_to_fit();
    }
    made->rival_fits = std::move(fits);
    index_ = std::move(made);
}
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;

std::vector<Candidate> Matcher::candidates(std::string_view text, Language language) const {
    return Search{*index_, text, language}.candidates();
}

std::vector<std::string> Matcher::parts(std::string_view text, Language language) const {
    return index_->words->parts(text::fold(text), language);
}

std::vector<Match> Matcher::match(std::string_view text, Language language, std::size_t n) const {
    const Weights& weights = learned_.of(language);
    Search search{*index_, text, language};
    const std::vector<Candidate> weighed = search.candidates();
    std::vector<std::pair<double, std::uint32_t>> order;
    for (std::uint32_t i = 0; i < weighed.size(); ++i)
        order.emplace_back(-std::inner_product(weights.begin(), weights.end(), weighed[i].features.begin(), 0.0), i);
    std::sort(order.begin(), order.end());
    double all = 0;
    for (const auto& [below, i] : order) all += std::exp(order.front().first - below);
    std::vector<Match> matches;
    for (std::size_t i = 0; i < std::min(n, order.size()); ++i) {
        const Candidate& candidate = weighed[order[i].second];
        Match match{candidate.concept_,
                    candidate.label,
                    std::exp(order.front().first - order[i].first) / all,
                    search.reason(candidate, weights),
                    {},
                    candidate.features[static_cast<std::size_t>(Feature::letters)]};
        if (match.reason == Reason::title) match.known = *search.title(candidate.concept_);
        if (match.reason == Reason::needed) match.known = *search.occupation(candidate.concept_);
        matches.push_back(std::move(match));
    }
    return matches;
}

std::size_t Matcher::bytes() const {
    return index_->bytes();
}

} // namespace kunna::matching
