// Those whose interest stands.
#include "reskilling/interested.hpp"

#include "access/visibility.hpp"
#include "people/person.hpp"
#include "reskilling/queries.hpp"

#include <map>

namespace kunna::reskilling {

namespace {

struct InterestedFlat {
    std::int64_t id = 0;
    PersonId person{};
    std::string number{};
    std::string given{};
    std::string family{};
    std::string words{};
    Instant since{};
};
BOOST_DESCRIBE_STRUCT(InterestedFlat, (), (id, person, number, given, family, words, since))

} // namespace

std::vector<Interested> interested(db::Tx& tx, const access::Actor& actor, ProgrammeId programme) {
    const db::Scope scope = access::visible_people(tx, actor, access::Sight::interested);
    std::vector<Interested> all;
    std::map<std::int64_t, std::size_t> by_interest;
    tx.each<InterestedFlat>(queries::interested, scope, {{"programme", programme}, {"day", tx.today()}},
                            [&](InterestedFlat row) {
                                by_interest.emplace(row.id, all.size());
                                all.push_back({row.person,
                                               std::move(row.number),
                                               people::full_name(row.given, row.family),
                                               std::move(row.words),
                                               row.since,
                                               {}});
                            });
    tx.run(queries::interested_roles, {{"programme", programme}}, [&](const db::Row& row) {
        if (const auto at = by_interest.find(row.integer(0)); at != by_interest.end())
            all[at->second].roles.emplace_back(row.integer(1));
    });
    return all;
}

} // namespace kunna::reskilling
