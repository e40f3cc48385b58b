// People's names and numbers.
#include "insights/people_names.hpp"

#include "insights/queries.hpp"
#include "people/person.hpp"

namespace kunna::insights {

namespace {

struct PersonRow {
    PersonId id{};
    std::string number{};
    std::string given{};
    std::string family{};
};
BOOST_DESCRIBE_STRUCT(PersonRow, (), (id, number, given, family))

} // namespace

PeopleNames people_names(db::Tx& tx, const access::Actor& actor, access::Sight sight) {
    PeopleNames names;
    tx.each<PersonRow>(queries::everyone_visible, access::visible_people(tx, actor, sight), {},
                       [&](const PersonRow& row) {
                           names.push_back({row.id, {row.number, people::full_name(row.given, row.family)}});
                       });
    return names;
}

} // namespace kunna::insights
