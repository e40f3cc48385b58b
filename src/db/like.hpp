// LIKE patterns from what people type.
#pragma once

#include <string>
#include <string_view>

namespace kunna::db {

// Finds folded text that contains the words, with ESCAPE '!'; empty when nothing is asked for.
std::string like_pattern(std::string_view query);

} // namespace kunna::db
