// Weights of the features, learned by ./bench matching --train from the development halves of MELO (occupations) and
// of the national mapping of JobTech skills to ESCO (skills): softmax regression over the candidates, L2 0.002.
#pragma once

#include "matching/matcher.hpp"

namespace kunna::matching {

// In the order of Feature.
inline constexpr WeightsByLanguage occupation_weights{
    .sv = {3.61, 0.44, 1.78, 1.43, 0.10, 0.02, 3.71, 2.42, 0.72, -2.66, 0.63, 3.15, 1.74, 0.86, 0.17},
    // No known titles were at hand in English; they weigh as in Swedish.
    .en = {2.39, 2.61, 3.83, 1.27, 0.36, 0.01, 2.21, 2.70, -1.06, -1.22, 0.44, 3.15, 1.74, 0.86, 0.17}};
// Learned from Swedish questions only.
inline constexpr WeightsByLanguage skill_weights{.sv = {4.79, 1.92, 1.98, 0.02, 0.06, 0.75, 2.15, 1.24},
                                                 .en = {4.79, 1.92, 1.98, 0.02, 0.06, 0.75, 2.15, 1.24}};

} // namespace kunna::matching
