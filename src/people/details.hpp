// Details: the rules for a person's own row, the same for the screen and for a file.
#pragma once

#include "people/record.hpp"

namespace kunna::people {

// Names squeezed, number and e-mail trimmed, an empty e-mail and a birth year of 0 none.
[[nodiscard]] Details tidied(Details details);
// Everything wrong with it by itself; where is the member's name. Nothing about other people.
[[nodiscard]] std::vector<FieldError> wrong_with(const Details& details, Date today);
// fte: 0 (employed, no hours) to 2.
[[nodiscard]] bool possible_fte(double fte);

} // namespace kunna::people
