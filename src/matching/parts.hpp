// PartIndex: how much of a question a label has, and how much of the label the question has, by their parts
// (words.hpp). A part weighs ln((C + 1) / (c + 1)) + ½ where c of C concepts have it; parts that are merely alike count
// as much as they are (likeness).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace kunna::matching {

class PartIndex {
public:
    struct Coverage {
        float covered = 0;  // of the question, 0–1
        float covering = 0; // of the label, 0–1
    };
    // A part of a text that is asked for, with the parts of labels that are like it: a run of numbers.
    struct AskedPart {
        float weight = 0;
        std::uint32_t first = 0;
        std::vector<float> alike{};
    };
    using Question = std::vector<AskedPart>;

    // By label: its parts, and which concept it is of; labels of one concept stand together.
    PartIndex(std::span<const std::vector<std::string>> parts, std::span<const std::uint32_t> concept_of);

    [[nodiscard]] Question question(std::span<const std::string> parts) const;
    [[nodiscard]] Coverage coverage(const Question& asked, std::uint32_t label) const;
    // The n labels that share most with the question: Σ weight of what is shared / Σ weight of what either has. In no
    // order.
    [[nodiscard]] std::vector<std::uint32_t> nearest(const Question& asked, std::size_t n) const;
    [[nodiscard]] std::size_t bytes() const;

private:
    std::vector<std::string> part_; // in order, so that those of one beginning stand together
    std::vector<float> weight_;
    float unseen_weight_ = 0;       // of a part that no label has
    std::vector<std::uint32_t> at_; // label → first in `parts_`
    std::vector<std::uint32_t> parts_;
    std::vector<float> label_weight_;       // of all its parts
    std::vector<std::uint32_t> holders_at_; // part → first in `holders_`
    std::vector<std::uint32_t> holders_;    // labels, ascending
};

} // namespace kunna::matching
