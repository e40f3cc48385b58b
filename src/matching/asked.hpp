// Asked: one question to a matcher, and what is found out about it step by step.
#pragma once

#include "matching/match_index.hpp"

#include <map>

namespace kunna::matching {

class Asked {
public:
    Asked(const MatchIndex& index, std::string_view text, Language language);
    std::vector<Candidate> candidates();
    // Of a candidate, after candidates().
    [[nodiscard]] Reason reason(const Candidate& candidate, const Weights& weights) const;
    // The known title nearest to what is asked that belongs to the concept's field; null when there is none.
    [[nodiscard]] const std::string* title(std::uint32_t concept_) const;

private:
    struct Nearest {
        std::uint32_t label = none;
        float letters = 0; // the most of any alternative
        PartIndex::Coverage coverage{};
        float nearness = -1; // letters, and half of what is covered both ways
    };

    void hear_titles();
    void hear_neighbours();
    void hear_fields();
    [[nodiscard]] Nearest nearest_of(std::uint32_t label) const;
    [[nodiscard]] Nearest nearest_label(std::uint32_t concept_) const;
    [[nodiscard]] Features features(std::uint32_t concept_, const Nearest& nearest) const;

    const MatchIndex& index_;
    Language language_;
    std::string folded_;
    std::vector<std::string> alternatives_;
    std::vector<LetterIndex::Question> letters_; // by alternative
    std::vector<PartIndex::Question> parts_;     // by alternative
    std::map<std::uint32_t, Nearest> nearest_;   // of the concepts of the nearest labels
    MatchIndex::Shares neighbours_, field_, near_titles_, same_title_;
    std::map<std::uint32_t, std::uint32_t> title_of_; // field → the title that spoke for it first
};

} // namespace kunna::matching
