// Search: one text put to a matcher. Labels near it, the fields these are in, and known titles like it bring in the
// candidates.
#pragma once

#include "matching/match_index.hpp"

#include <map>

namespace kunna::matching {

class Search {
public:
    Search(const MatchIndex& index, std::string_view text, Language language);
    std::vector<Candidate> candidates();
    // Of a candidate, after candidates().
    [[nodiscard]] Reason reason(const Candidate& candidate, const Weights& weights) const;
    // The known title nearest to what is asked that belongs to the concept's field; null when there is none.
    [[nodiscard]] const std::string* title(std::uint32_t concept_) const;
    // The occupation, or known title, nearest to what is asked that needs the concept; null when there is none.
    [[nodiscard]] const std::string* occupation(std::uint32_t concept_) const;
    // The mapped name nearest to what is asked that stands for the concept, or is broader; null when there is none.
    [[nodiscard]] const std::string* mapped(std::uint32_t concept_) const;
    // How well a candidate fits what is asked: what rivals are ranked by.
    [[nodiscard]] static float fit(const Features& features);

private:
    struct Nearest {
        std::uint32_t label = none; // that, and the alternative, for which nearness is largest
        float letters = 0;
        PartIndex::Coverage coverage{};
        float nearness = -1; // letters, and the mean of what is covered either way
    };

    void compare_titles();
    void count_neighbours();
    void compare_fields();
    [[nodiscard]] Nearest nearest_of(std::uint32_t label) const;
    [[nodiscard]] Nearest nearest_label(std::uint32_t concept_) const;
    [[nodiscard]] float translated(std::uint32_t concept_) const;
    [[nodiscard]] float known(std::uint32_t concept_) const;
    [[nodiscard]] float rank(std::uint32_t concept_, const Features& features) const;
    [[nodiscard]] Features features(std::uint32_t concept_, const Nearest& nearest) const;

    const MatchIndex& index_;
    Language language_;
    std::string folded_;
    std::vector<std::string> alternatives_;
    std::vector<LetterIndex::Question> letters_;     // by alternative
    std::vector<std::vector<std::string>> cut_;      // by alternative: its parts
    std::vector<PartIndex::Question> parts_;         // by alternative
    std::vector<const PartIndex::Likes*> stand_for_; // by part that learned pairs know
    bool names_doing_ = false;
    std::map<std::uint32_t, Nearest> nearest_; // of the concepts of the nearest labels
    MatchIndex::Shares neighbours_, field_, near_titles_, same_title_;
    NeedIndex::Needs needed_, titled_;
    MappedNames::AllFound mapped_;
    std::map<std::uint32_t, std::uint32_t> title_of_; // field → the title that spoke for it first
};

} // namespace kunna::matching
