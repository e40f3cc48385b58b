// Words: what a kind of activity is called, and what people write for it in a file.
#pragma once

#include "learning/activity.hpp"

#include <string>
#include <string_view>

namespace kunna::learning {

// "Kurs", "Course"
std::string kind_word(ActivityKind kind, std::string_view language);
// Its word in either language, or its key; nothing when it is none of them.
std::optional<ActivityKind> kind_of(std::string_view written);

} // namespace kunna::learning
