// Wishes.
#include "wishes/wishes.hpp"

#include "access/visibility.hpp"
#include "audit/trail.hpp"
#include "skills/catalogue.hpp"
#include "wishes/queries.hpp"

namespace kunna::wishes {

namespace {

struct SkillRow {
    SkillId skill{};
    std::string name_sv{};
    std::string name_en{};
    std::optional<std::int32_t> level{};
};
BOOST_DESCRIBE_STRUCT(SkillRow, (), (skill, name_sv, name_en, level))

struct RoleRow {
    RoleId role{};
    std::string name_sv{};
    std::string name_en{};
};
BOOST_DESCRIBE_STRUCT(RoleRow, (), (role, name_sv, name_en))

Wishes own(db::Tx& tx, const access::Actor& actor, PersonId person) {
    return wishes_of(tx, access::visible_people(tx, actor, access::Sight::levels), person);
}

// A list longer than this says nothing of what somebody wants.
template <class List, class Same>
Result<void> room_for(const List& wished, Same same) {
    if (wished.size() >= most_wishes && std::none_of(wished.begin(), wished.end(), same))
        return Error{Kind::conflict, "wish.too_many", {}, {{"most", std::to_string(most_wishes)}}};
    return {};
}

} // namespace

Result<void> only_own(db::Tx& tx, const access::Actor& actor, PersonId person) {
    if (actor.person.given() && actor.person == person) return {};
    TRY(access::may_see(tx, actor, access::Sight::profile, person));
    return refuse(Kind::forbidden, "wish.only_own");
}

Wishes wishes_of(db::Tx& tx, const db::Scope& scope, PersonId person) {
    Wishes wishes;
    tx.each<SkillRow>(queries::skills_wished, scope, {{"person", person}}, [&](const SkillRow& row) {
        wishes.skills.push_back({row.skill, {row.name_sv, row.name_en}, row.level});
    });
    tx.each<RoleRow>(queries::roles_wished, scope, {{"person", person}}, [&](const RoleRow& row) {
        wishes.roles.push_back({row.role, {row.name_sv, row.name_en}});
    });
    return wishes;
}

Result<Wishes> wishes_of(db::Tx& tx, const access::Actor& actor, PersonId person) {
    TRY(access::may_see(tx, actor, access::Sight::levels, person));
    return own(tx, actor, person);
}

Result<Wishes> wish_skill(db::Tx& tx, const access::Actor& actor, PersonId person, SkillId skill,
                          const SkillWish& wish) {
    TRY(only_own(tx, actor, person));
    if (TRY(skills::find_skill(tx, skill)).retired) return refuse(Kind::conflict, "skill.retired");
    if (wish.level) TRY(skills::check_level(tx, skill, *wish.level));
    const Wishes before = own(tx, actor, person);
    TRY(room_for(before.skills, [&](const WishedSkill& one) { return one.skill == skill; }));
    tx.run(queries::wish_skill, {{"person", person}, {"skill", skill}, {"level", wish.level}, {"at", tx.now()}});
    audit::append(tx, actor.account, "wish.made", person.value, "skill,level");
    return own(tx, actor, person);
}

Result<Wishes> wish_role(db::Tx& tx, const access::Actor& actor, PersonId person, RoleId role) {
    TRY(only_own(tx, actor, person));
    if (!tx.one<RoleId>(queries::role_exists, {{"role", role}})) return refuse(Kind::not_found, "role.not_found");
    const Wishes before = own(tx, actor, person);
    TRY(room_for(before.roles, [&](const WishedRole& one) { return one.role == role; }));
    tx.run(queries::wish_role, {{"person", person}, {"role", role}, {"at", tx.now()}});
    audit::append(tx, actor.account, "wish.made", person.value, "role");
    return own(tx, actor, person);
}

Result<Wishes> take_back_skill(db::Tx& tx, const access::Actor& actor, PersonId person, SkillId skill) {
    TRY(only_own(tx, actor, person));
    if (tx.run(queries::take_back_skill, {{"person", person}, {"skill", skill}}) > 0)
        audit::append(tx, actor.account, "wish.taken_back", person.value, "skill");
    return own(tx, actor, person);
}

Result<Wishes> take_back_role(db::Tx& tx, const access::Actor& actor, PersonId person, RoleId role) {
    TRY(only_own(tx, actor, person));
    if (tx.run(queries::take_back_role, {{"person", person}, {"role", role}}) > 0)
        audit::append(tx, actor.account, "wish.taken_back", person.value, "role");
    return own(tx, actor, person);
}

void each_wished_skill(db::Tx& tx, const std::function<void(SkillId, PersonId)>& take) {
    tx.run(queries::every_wished_skill, {},
           [&](const db::Row& row) { take(SkillId{row.integer(0)}, PersonId{row.integer(1)}); });
}

void each_wished_role(db::Tx& tx, const std::function<void(RoleId, PersonId)>& take) {
    tx.run(queries::every_wished_role, {},
           [&](const db::Row& row) { take(RoleId{row.integer(0)}, PersonId{row.integer(1)}); });
}

} // namespace kunna::wishes
