// What SpanFinder has learned, in the order of SpanFeature: logistic regression on the development sentences of
// SkillSpan with ESCO's labels (benches/skillspan.cpp prints its quality).
#pragma once

#include "matching/span_finder.hpp"

namespace kunna::matching {

inline constexpr SpanWeights span_weights{0.614, -0.576, -0.061, -0.235, 0.152, -0.365, -0.637, 0.239,
                                          0.847, -0.047, -0.439, 0.497,  0.723, 1.473,  0.562,  -0.317};
// What is proposed: below this a span is more often none than one.
inline constexpr double usual_confidence = 0.325;

} // namespace kunna::matching
