// Placement.
#include "reskilling/placement.hpp"

#include "reskilling/member_store.hpp"
#include "reskilling/queries.hpp"
#include "skills/holders.hpp"

namespace kunna::reskilling {

bool holds_role(db::Tx& tx, PersonId person, RoleId role, Date day) {
    return *tx.one<std::int64_t>(queries::holds_role_on, {{"person", person}, {"role", role}, {"day", day}}) > 0;
}

Result<Member> give_placed_role(db::Tx& tx, const access::Actor& actor, MemberId id) {
    const Member member = TRY(member_to_run(tx, actor, id));
    if (member.stage != Stage::placed) return refuse(Kind::conflict, "member.not_placed");
    if (holds_role(tx, member.person, member.role, tx.today())) return refuse(Kind::conflict, "member.has_role");
    const Date before = *member.placed - 1;
    const auto from_role = tx.one<store::MemberFlat>(queries::member_by_id, {{"member", id}})->from_role;
    if (from_role && *from_role != member.role && holds_role(tx, member.person, *from_role, before))
        TRY(skills::end_role(tx, actor, member.person, *from_role, before));
    TRY(skills::give_role(tx, actor, member.person, {.role = member.role, .from = member.placed}));
    return member;
}

} // namespace kunna::reskilling
