// My data.
#include "insights/my_data.hpp"

#include "access/accounts.hpp"
#include "assessments/assessments.hpp"
#include "insights/queries.hpp"
#include "skills/holders.hpp"

#include <limits>

namespace kunna::insights {

namespace {

struct ResponsibilityRow {
    ResponsibilityKind kind = ResponsibilityKind::goal;
    std::int64_t id = 0;
    std::string name_sv{};
    std::string name_en{};
    std::string step{};
    bool over = false;
};
BOOST_DESCRIBE_STRUCT(ResponsibilityRow, (), (kind, id, name_sv, name_en, step, over))

std::vector<Responsibility> responsibilities(db::Tx& tx, PersonId person) {
    std::vector<Responsibility> all;
    for (const auto& row : tx.all<ResponsibilityRow>(queries::responsibilities, {{"person", person}}))
        all.push_back({row.kind, row.id, {row.name_sv, row.name_en}, row.step, row.over});
    return all;
}

} // namespace

Result<MyData> my_data(db::Db& db, const access::Actor& actor, PersonId person) {
    auto data = TRY(db.read([&](db::Tx& tx) -> Result<MyData> {
        TRY(access::may_see(tx, actor, access::Sight::levels, person));
        // A manager sees levels, but not what else is stored: that is the person's own, or HR's.
        if (person != actor.person && !actor.has(access::Role::hr)) return refuse(Kind::not_found, "person.not_found");
        MyData out;
        out.person = TRY(people::everything(tx, actor, person));
        out.account = access::account_of(tx, person);
        out.roles = TRY(skills::roles_of(tx, actor, person));
        const db::Scope scope = access::visible_people(tx, actor, access::Sight::levels);
        out.assessments = assessments::history(tx, scope, person);
        out.rounds = rounds::answers_about(tx, scope, person);
        out.wishes = wishes::wishes_of(tx, scope, person);
        out.consents = wishes::consents(tx, person);
        out.responsibilities = responsibilities(tx, person);
        out.reskilling = tx.all<StoredReskilling>(queries::reskilling_of, {{"person", person}});
        out.peers = rounds::namings_about(tx, scope, person);
        out.reads = access::reads_about(tx, person, std::numeric_limits<std::int64_t>::max(), 1000);
        return out;
    }));
    access::note_read(db, actor, {person}, "everything");
    return data;
}

} // namespace kunna::insights
