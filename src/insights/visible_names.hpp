// Visible names: who among some people the actor may see, and what they are called.
#pragma once

#include "access/visibility.hpp"
#include "insights/workforce.hpp"

#include <string>
#include <unordered_map>

namespace kunna::insights {

// By person id; whoever is missing may not be seen.
using VisibleNames = std::unordered_map<std::int64_t, std::string>;
VisibleNames visible_names(db::Tx& tx, const access::Actor& actor, access::Sight sight,
                           const std::vector<PersonId>& people);

} // namespace kunna::insights
