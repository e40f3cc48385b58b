// What the company's people can truly do. Hidden from the product; tests and analyses are held against it.
#pragma once

#include "demo/company.hpp"

namespace kunna::demo {

// In thousandths of a level, 0 … 5000.
int true_level(const Company& company, PersonNumber person, SkillNumber skill, Date day);

// How far above or below the truth the person judges others and themselves, in thousandths of a level: N(0, 350).
int rater_bias(const Company& company, PersonNumber rater);

// The skills that are asked about when the person is assessed: those the role requires, then wider ones.
std::vector<SkillNumber> asked_skills(const Company& company, PersonNumber person, RoleNumber role);

struct Judgement {
    static constexpr int bias_sd = 350;
    static constexpr int self_excess = 300; // people rate themselves that much higher
    static constexpr int noise_sd = 500;
    static constexpr int test_noise_sd = 250;              // and no bias
    static constexpr std::uint32_t missing = 12'000;       // of 100,000 pairs of person and skill: never assessed
    static constexpr std::uint32_t only_own_word = 10'000; // of 100,000 such pairs: the manager never says anything
};

// Never assessed: nobody said anything about it.
bool missing(const Company& company, PersonNumber person, SkillNumber skill);
// Only the person says anything, in every round.
bool only_own_word(const Company& company, PersonNumber person, SkillNumber skill);

// Effects planted in the levels, in thousandths.
struct Growth {
    static constexpr int after_training = 300;
    static constexpr int micro_learning = 400; // machine safety and lean on a production line, from its month on
    // Line A and B in month 6, C in month 10, D in month 16.
    static constexpr std::array<int, 4> micro_learning_month{6, 6, 10, 16};
};

} // namespace kunna::demo
