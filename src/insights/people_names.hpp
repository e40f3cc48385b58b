// People's names and numbers: of everyone the actor may see, in the order of names.
#pragma once

#include "access/visibility.hpp"

#include <string>
#include <utility>
#include <vector>

namespace kunna::insights {

struct NamedPerson {
    std::string number{};
    std::string name{};
};
using PeopleNames = std::vector<std::pair<PersonId, NamedPerson>>;
PeopleNames people_names(db::Tx& tx, const access::Actor& actor, access::Sight sight = access::Sight::profile);

} // namespace kunna::insights
