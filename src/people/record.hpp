// PersonRecord: what a file says about one person, and PeopleChange: what it would change.
//
// A record says how things are on options.as_of. What it leaves out (nullopt) stays as it is; what it states empty is
// taken away. Days of a new person's position: from the hiring day, so that the past has an organisation too. A changed
// position begins on as_of and ends the one before on the day before; one that began on as_of is corrected in place.
// Positions of people who left before as_of stay as they are.
#pragma once

#include "people/career.hpp"
#include "people/gender.hpp"

#include <boost/describe.hpp>
#include <cstdint>

namespace kunna::people {

struct PersonRecord {
    std::int64_t row = 0; // of the file, for the messages
    std::string number{}; // the key; text, leading zeros kept
    std::optional<std::string> given{};
    std::optional<std::string> family{};
    std::optional<std::string> email{};
    // The unit: by code, else by path (names from the top, itself last), else by name. Made when missing.
    std::optional<std::string> unit_code{};
    std::optional<std::string> unit_name{};
    std::vector<std::string> unit_path{};
    std::optional<std::string> unit_place{}; // where the unit is
    std::optional<std::string> title{};
    std::optional<std::string> manager{}; // the manager's number
    std::optional<double> fte{};
    std::optional<Date> hired{};
    std::optional<Date> left{};
    bool left_stated = false;                 // the file has a column for it: an empty one means employed
    std::optional<std::int32_t> birth_year{}; // 0: stated empty
    std::optional<Gender> gender{};
};

struct PlanOptions {
    std::optional<Date> as_of{};     // today when not given
    bool absent_leave = false;       // who is employed and not in the file leaves
    std::optional<Date> leave_day{}; // their last day; the day before as_of when not given
    std::size_t listed = SIZE_MAX; // changes of each kind that tell their fields; the others do without, to save memory
};

BOOST_DEFINE_ENUM_CLASS(Severity, error, warning)

// One problem of one row. column is the record's member ("number", "manager", "unit_code" …).
struct RecordProblem {
    std::int64_t row = 0;
    std::string column{};
    std::string value{};
    std::string code{}; // a key in texts/people.json
    Severity severity = Severity::error;
    std::vector<std::pair<std::string, std::string>> values{};
};

struct FieldChange {
    std::string field{};
    std::string before{};
    std::string after{};
};
BOOST_DESCRIBE_STRUCT(FieldChange, (), (field, before, after))

BOOST_DEFINE_ENUM_CLASS(ChangeKind, added, changed, leaves)

// The row of a person as it will be.
struct Details {
    std::string number{};
    std::string given{};
    std::string family{};
    std::optional<std::string> email{};
    Date hired{};
    std::optional<Date> left{};
    std::optional<std::int32_t> birth_year{}; // 0 is none, once tidied
    Gender gender = Gender::unstated;

    bool operator==(const Details&) const = default;
};

struct PersonChange {
    ChangeKind kind = ChangeKind::added;
    std::int64_t row = 0; // 0 for those who leave because the file lacks them
    PersonId id{};        // negative for a new person: the n-th new one is -n
    Details after{};
    bool details_changed = false; // of a stored person's own row
    bool email_changed = false;
    Steps positions{};                 // units and managers may be negative ids of new ones
    std::vector<FieldChange> fields{}; // for the screen: new ones have an empty before
};

struct UnitChange {
    std::int64_t row = 0;
    UnitId id{}; // negative for a new unit: the n-th new one is -n; parents come before their children
    UnitId parent{};
    std::string code{};
    std::string name{};
    std::string name_before{};          // of a stored unit that gets another name or place
    std::optional<std::string> place{}; // its own
};

struct PeopleChange {
    Date as_of{};
    std::int64_t basis = 0; // what was stored when it was compared; apply refuses when that is another
    std::vector<UnitChange> units{};
    std::vector<PersonChange> people{}; // in the order of the file, leavers last
    std::vector<RecordProblem> problems{};
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::int64_t leaving = 0;
    std::int64_t errors = 0; // of the problems; with any, nothing is applied

    [[nodiscard]] bool nothing() const { return units.empty() && people.empty(); }
};

} // namespace kunna::people
