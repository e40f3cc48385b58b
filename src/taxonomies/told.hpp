// Told: why a match is proposed, in words.
#pragma once

#include "matching/matcher.hpp"

namespace kunna::taxonomies {

// other_name: the label it was found by, when that is not what is shown.
std::string told(const matching::Match& match, std::string_view language, std::string_view other_name = "");

} // namespace kunna::taxonomies
