// Visible names: who among some people the actor may see, and what they are called.
#pragma once

#include "insights/people_names.hpp"

#include <unordered_map>

namespace kunna::insights {

// By person id; whoever is missing may not be seen.
using VisibleNames = std::unordered_map<std::int64_t, NamedPerson>;
VisibleNames visible_names(db::Tx& tx, const access::Actor& actor, access::Sight sight,
                           const std::vector<PersonId>& people);

} // namespace kunna::insights
