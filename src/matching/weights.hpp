// Weights of the features, learned by ./bench matching --train from the development halves of MELO (occupations) and
// of the national mapping of JobTech skills to ESCO (skills): softmax regression over the candidates, L2 0.002.
// One is set by hand, same_mapped: nothing to learn from, since no question's own row is among what is known. A table
// that says what a name stands for outweighs what it looks like.
#pragma once

#include "matching/learned_pairs.hpp"
#include "matching/matcher.hpp"

namespace kunna::matching {

// In the order of Feature.
inline constexpr Learned occupation_weights{
    .sv = {2.37, -0.86, 0.34, 1.06, 0.04, 0.20, 3.77, 1.91,  0.61, -2.93, 0.65, 2.77, 2.02, 0.61,
           0.45, 0,     0,    2.34, 1.23, 1.53, 0,    -0.01, 0,    0,     0,    0,    8.00, 0},
    // No known titles were at hand in English; they weigh as in Swedish.
    .en = {1.38, 0.90, 2.71, 0.95, 0.34, 1.03, 1.72, 2.43, -0.61, -1.29, 0.39, 2.77, 2.02, 0.61,
           0.45, 0,    0,    2.32, 1.00, 1.84, 0,    0.36, 0,     0,     0,    0,    8.00, 0},
    .pairs = {}};
// Learned from Swedish questions only; there are no groups and no titles of fields.
inline constexpr Weights weights_of_skills{2.50, -1.83, -0.18, -0.10, 0.20, 0.39, 1.39, 0.48, 0,    0,
                                           0,    0,     0,     0,     0,    2.71, 2.03, 3.37, 1.19, 1.25,
                                           2.35, -0.47, -0.66, -0.82, 2.64, 0.63, 8.00, -1.42};
inline constexpr Learned skill_weights{.sv = weights_of_skills, .en = weights_of_skills, .pairs = learned_pairs};

} // namespace kunna::matching
