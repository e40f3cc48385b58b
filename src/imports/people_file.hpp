// From the rows of a people file to what they say about each person.
#pragma once

#include "imports/lines.hpp"
#include "people/record.hpp"

#include <functional>

namespace kunna::imports {

// The roles a file says a person holds; only filled when the file has a column for them.
struct StatedRoles {
    std::int64_t row = 0;
    std::string number{};
    std::vector<std::string> roles{}; // as written: keys or names
    std::optional<Date> since{};      // for those not held before, when the file says so
};

struct PeopleFile {
    std::vector<people::PersonRecord> records{};
    std::vector<StatedRoles> roles{};
    bool states_roles = false;
};

// Who is already known, for managers named by e-mail or name.
struct KnownPerson {
    std::string number{};
    std::string given{};
    std::string family{};
    std::string email{};
};
using KnownPeople = std::function<std::vector<KnownPerson>()>; // asked only when needed

// Reads all rows. Rows with problems leave no record, or one without what could not be read: with any error nothing is
// applied anyway.
Result<PeopleFile> read_people(Lines& lines, Problems& problems, const KnownPeople& known,
                               const jobs::Progress& progress);

} // namespace kunna::imports
