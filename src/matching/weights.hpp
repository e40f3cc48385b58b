// Weights of the features, learned by ./bench matching --train from the development halves of MELO (occupations) and
// of the national mapping of JobTech skills to ESCO (skills): softmax regression over the candidates, L2 0.002.
#pragma once

#include "matching/matcher.hpp"

namespace kunna::matching {

// In the order of Feature.
inline constexpr WeightsByLanguage occupation_weights{
    .sv = {3.73, 0.41, 1.79, 1.39, 0.06, 0.04, 3.87, 2.62, 0.73, -2.73, 0.63, 3.18, 1.75, 0.82, 0.16, 0},
    // No known titles were at hand in English; they weigh as in Swedish.
    .en = {2.58, 2.46, 3.90, 1.23, 0.32, 0.14, 2.52, 2.69, -0.81, -1.42, 0.37, 3.18, 1.75, 0.82, 0.16, 0}};
// Learned from Swedish questions only; there are no groups and no titles.
inline constexpr Weights weights_of_skills{4.22, 1.36, 1.96, -0.01, 0.06, 0.45, 2.14, 0.79, 0, 0, 0, 0, 0, 0, 0, 5.07};
inline constexpr WeightsByLanguage skill_weights{.sv = weights_of_skills, .en = weights_of_skills};

} // namespace kunna::matching
