// PartIndex: how much of a question a label has, and how much of the label the question has, by their parts
// (words.hpp). A part weighs ln((C + 1) / (c + 1)) + ½ where c of C concepts have it, in a question no more than by
// the rivals that have it: what every second question says says little. Parts that are merely alike count as much as
// they are: spelled alike (likeness), or learned to mean the same.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kunna::matching {

class PartIndex {
public:
    struct Coverage {
        float covered = 0;  // of the question, 0–1
        float covering = 0; // of the label, 0–1
    };
    // Parts, by number, each once and in order, with how alike they are to one that is asked for, or to any.
    using Likes = std::vector<std::pair<std::uint32_t, float>>;
    // A part of a text that is asked for, with the parts of labels that are like it.
    struct AskedPart {
        float weight = 0;
        Likes spelled{};
        Likes likes{};                     // spelled alike or learned
        std::vector<std::uint8_t> alike{}; // the same by number, in 255ths
    };
    using Question = std::vector<AskedPart>;

    // By label: its parts, and which concept it is of; labels of one concept stand together. By rival: its parts.
    PartIndex(std::span<const std::vector<std::string>> parts, std::span<const std::uint32_t> concept_of,
              std::span<const std::vector<std::string>> rivals = {});

    // These parts are alike though they are not spelled so.
    void learn(const std::string& part, const Likes& likes);

    [[nodiscard]] Question question(std::span<const std::string> parts) const;
    [[nodiscard]] std::optional<std::uint32_t> number(std::string_view part) const;
    // How much of the question the label has, as it is spelled.
    [[nodiscard]] float spelled(const Question& asked, std::uint32_t label) const;
    // How alike the most alike of the label's parts is.
    [[nodiscard]] float most(const Likes& likes, std::uint32_t label) const;
    [[nodiscard]] Coverage coverage(const Question& asked, std::uint32_t label) const;
    // The n labels that share most with the question: Σ weight of what is shared / Σ weight of what either has. In no
    // order.
    [[nodiscard]] std::vector<std::uint32_t> nearest(const Question& asked, std::size_t n) const;
    [[nodiscard]] std::size_t bytes() const;

private:
    void weigh_by_rivals(std::span<const std::vector<std::string>> rivals);

    std::vector<std::string> part_;   // in order, so that those of one beginning stand together
    std::vector<float> weight_;       // in labels
    std::vector<float> asked_weight_; // in questions
    // Of parts that no label has, as far as rivals have them; of all others.
    std::unordered_map<std::string, float> rival_weight_;
    float unseen_weight_ = 0;
    std::unordered_map<std::string, Likes> learned_; // what a part is like
    std::vector<std::uint32_t> at_;                  // label → first in `parts_`
    std::vector<std::uint32_t> parts_;
    std::vector<float> label_weight_;       // of all its parts
    std::vector<std::uint32_t> holders_at_; // part → first in `holders_`
    std::vector<std::uint32_t> holders_;    // labels, ascending
};

// Each part once, by number, with the largest likeness it has.
void in_order(PartIndex::Likes& likes);
std::size_t bytes_of(const std::unordered_map<std::string, PartIndex::Likes>& likes);

} // namespace kunna::matching
