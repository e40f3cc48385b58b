// From candidates to a score, and the reason for it.
#include "matching/matcher.hpp"

#include "base/fork_join.hpp"
#include "base/text.hpp"
#include "matching/search.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <thread>

namespace kunna::matching {

namespace {

constexpr std::size_t rivals_ranked = 32; // behind more than these, it does not matter how many

// By concept: how well the rivals fit it, the best first.
std::vector<std::vector<float>> fits_of(const MatchIndex& index, std::size_t concepts,
                                        std::span<const std::string> rivals) {
    std::vector<std::vector<std::pair<std::uint32_t, float>>> of_rivals(rivals.size());
    fork_join(rivals.size(), 64, static_cast<int>(std::max(1U, std::thread::hardware_concurrency())),
              [&](std::size_t begin, std::size_t end, int) {
                  for (std::size_t rival = begin; rival < end; ++rival)
                      for (const Candidate& candidate : Search{index, rivals[rival], Language::sv}.candidates())
                          of_rivals[rival].emplace_back(candidate.concept_, Search::fit(candidate.features));
              });
    std::vector<std::vector<float>> fits(concepts);
    for (const auto& of_rival : of_rivals)
        for (const auto& [concept_, fit] : of_rival) fits[concept_].push_back(fit);
    for (auto& of : fits) {
        std::sort(of.begin(), of.end(), std::greater<>{});
        of.resize(std::min(of.size(), rivals_ranked));
        of.shrink_to_fit();
    }
    return fits;
}

} // namespace

Matcher::Matcher(std::span<const Concept> concepts, const Context& context, const Learned& learned) :
    learned_{learned} {
    auto made = std::make_unique<MatchIndex>(concepts, context, learned.pairs);
    if (!context.rivals.empty()) made->rival_fits = fits_of(*made, concepts.size(), context.rivals);
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
        if (match.reason == Reason::mapped) match.known = *search.mapped(candidate.concept_);
        if (match.reason == Reason::needed) match.known = *search.occupation(candidate.concept_);
        matches.push_back(std::move(match));
    }
    return matches;
}

std::size_t Matcher::bytes() const {
    return index_->bytes();
}

} // namespace kunna::matching
