// Visible names.
#include "insights/visible_names.hpp"

#include "insights/queries.hpp"
#include "people/person.hpp"

namespace kunna::insights {

namespace {

struct NumberedName {
    PersonId id{};
    std::string number{};
    std::string given{};
    std::string family{};
};
BOOST_DESCRIBE_STRUCT(NumberedName, (), (id, number, given, family))

constexpr std::size_t few = 200; // more are found in one pass over all

} // namespace

VisibleNames visible_names(db::Tx& tx, const access::Actor& actor, access::Sight sight,
                           const std::vector<PersonId>& people) {
    VisibleNames names;
    if (people.empty()) return names;
    const db::Scope scope = access::visible_people(tx, actor, sight);
    const auto take = [&](const NumberedName& p) {
        names[p.id.value] = {p.number, people::full_name(p.given, p.family)};
    };
    if (people.size() <= few) {
        for (const PersonId person : people)
            tx.each<NumberedName>(queries::names_of_visible, scope, {{"first", person}, {"last", person}}, take);
        return names;
    }
    const auto [first, last] = std::minmax_element(people.begin(), people.end());
    tx.each<NumberedName>(queries::names_of_visible, scope, {{"first", *first}, {"last", *last}}, take);
    return names;
}

} // namespace kunna::insights
