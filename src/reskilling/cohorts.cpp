// Cohorts: who starts together, where, with whom as mentor; and what became of those placed.
#include "access/visibility.hpp"
#include "audit/trail.hpp"
#include "base/json_read.hpp"
#include "base/text.hpp"
#include "reskilling/follow_up.hpp"
#include "reskilling/member_store.hpp"
#include "reskilling/placement.hpp"
#include "reskilling/programmes.hpp"
#include "reskilling/queries.hpp"
#include "skills/catalogue.hpp"

#include <algorithm>

namespace kunna::reskilling {

namespace {

using access::Actor;

Result<CohortInput> checked(db::Tx& tx, const Actor& actor, const std::vector<Member>& members, CohortInput wanted,
                            const Cohort* before) {
    json::Problems problems;
    wanted.name = text::squeeze(wanted.name);
    wanted.place = text::squeeze(wanted.place);
    const json::Place top{};
    const auto at = [&](std::string_view field) { return top.member(field); };
    if (wanted.name.empty()) problems.add(at("name"), "cohort.name_missing");
    for (const auto& [field, words] : {std::pair{"name", &wanted.name}, std::pair{"place", &wanted.place}})
        if (words->size() > skills::longest_name)
            problems.add(at(field), "skill.text_too_long", {{"limit", std::to_string(skills::longest_name)}});
    if (wanted.starts < tx.today() && (before == nullptr || before->starts != wanted.starts))
        problems.add(at("starts"), "cohort.starts_in_the_past");
    const bool kept = before != nullptr && before->mentor && wanted.mentor == before->mentor->person;
    if (wanted.mentor && !kept) {
        const db::Scope scope = access::visible_people(tx, actor, access::Sight::profile);
        if (!tx.one<PersonId>(queries::may_own, scope, {{"person", *wanted.mentor}, {"day", tx.today()}}))
            problems.add(at("mentor"), "cohort.mentor_unknown");
    }
    const json::Place list = at("members");
    for (std::size_t i = 0; i < wanted.members.size(); ++i) {
        const auto one = std::find_if(members.begin(), members.end(),
                                      [&](const Member& member) { return member.id == wanted.members[i]; });
        const bool here = one != members.end() && before != nullptr && one->cohort == before->id;
        if (one == members.end() || (!here && one->stage != Stage::selected))
            problems.add(list.item(i), "cohort.members");
        else if (wanted.mentor && one->person == *wanted.mentor)
            problems.add(at("mentor"), "cohort.mentor_is_member");
    }
    if (!problems.none()) return std::move(problems).error();
    return wanted;
}

void gather(db::Tx& tx, CohortId cohort, const std::vector<MemberId>& members) {
    tx.run(queries::leave_cohort, {{"cohort", cohort}});
    for (const MemberId member : members) tx.run(queries::set_cohort, {{"member", member}, {"cohort", cohort}});
}

} // namespace

Result<Cohort> add_cohort(db::Tx& tx, const Actor& actor, ProgrammeId programme, const CohortInput& wanted) {
    TRY(programme_to_run(tx, actor, programme));
    const CohortInput whole = TRY(checked(tx, actor, members_of(tx, actor, programme), wanted, nullptr));
    const auto id = tx.insert<CohortId>(queries::insert_cohort, {{"programme", programme},
                                                                 {"name", whole.name},
                                                                 {"starts", whole.starts},
                                                                 {"place", whole.place},
                                                                 {"mentor", whole.mentor}});
    gather(tx, id, whole.members);
    audit::append(tx, actor.account, "programme.cohort_added", programme.value, "name,starts,mentor,members");
    return *store::cohort(tx, id);
}

Result<Cohort> edit_cohort(db::Tx& tx, const Actor& actor, CohortId id, std::optional<std::int64_t> version,
                           const CohortInput& wanted) {
    const auto before = store::cohort(tx, id);
    if (!before) return refuse(Kind::not_found, "cohort.not_found");
    TRY(programme_to_run(tx, actor, before->programme));
    if (version && *version != before->version) return refuse(Kind::stale, "http.stale");
    const CohortInput whole = TRY(checked(tx, actor, members_of(tx, actor, before->programme), wanted, &*before));
    tx.run(queries::update_cohort, {{"cohort", id},
                                    {"name", whole.name},
                                    {"starts", whole.starts},
                                    {"place", whole.place},
                                    {"mentor", whole.mentor}});
    gather(tx, id, whole.members);
    audit::append(tx, actor.account, "programme.cohort_edited", before->programme.value, "name,starts,mentor,members");
    return *store::cohort(tx, id);
}

Result<CohortBoard> cohort_board(db::Tx& tx, const insights::Workforce& workforce, const Actor& actor,
                                 ProgrammeId programme) {
    const Programme run = TRY(programme_to_run(tx, actor, programme));
    CohortBoard board{store::cohorts(tx, programme), {}};
    const db::Scope scope = access::visible_people(tx, actor, access::Sight::interested);
    for (const store::MemberFlat& flat :
         tx.all<store::MemberFlat>(queries::members, scope, {{"programme", programme}})) {
        if (flat.stage == Stage::left) continue;
        CohortMember one;
        static_cast<Member&>(one) = store::member_of(tx, flat);
        if (one.stage == Stage::placed) one.has_role = holds_role(tx, one.person, one.role, tx.today());
        one.follow_up = follow_up(tx, workforce, one);
        if (actor.may(access::Permission::view_learning_costs)) {
            const auto in = std::find_if(board.cohorts.begin(), board.cohorts.end(),
                                         [&](const Cohort& cohort) { return cohort.id == one.cohort; });
            const Date starts = one.learning.value_or(in == board.cohorts.end() ? one.selected : in->starts);
            const Learner learner{starts, flat.cost, flat.hours, run.hours_a_week, true};
            one.break_even = break_even({&learner, 1}, run.hiring);
        }
        board.members.push_back(std::move(one));
    }
    return board;
}

} // namespace kunna::reskilling
