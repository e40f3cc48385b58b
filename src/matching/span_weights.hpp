// What SpanFinder has learned, in the order of SpanFeature: logistic regression on the development sentences of
// SkillSpan with ESCO's labels (benches/skillspan.cpp prints its quality).
#pragma once

#include "matching/span_finder.hpp"

namespace kunna::matching {

inline constexpr SpanWeights span_weights{0.343, -0.209, 0.053,  -0.239, 0.260, -0.428, -0.924, 0.326,
                                          0.831, -0.034, -0.310, 0.570,  1.120, 1.083,  0.646,  -0.381};
// What is proposed: below this a span is more often none than one.
inline constexpr double usual_confidence = 0.325;

} // namespace kunna::matching
