// Interest.
#include "reskilling/interest.hpp"

#include "audit/trail.hpp"
#include "base/text.hpp"
#include "base/texts.hpp"
#include "reskilling/members.hpp"
#include "reskilling/programmes.hpp"
#include "reskilling/queries.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kunna::reskilling {

namespace {

using access::Actor;

constexpr std::size_t longest_words = 1000;

struct StandingInterest {
    std::int64_t id = 0;
    ProgrammeId programme{};
    std::string words{};
    Instant since{};
};
BOOST_DESCRIBE_STRUCT(StandingInterest, (), (id, programme, words, since))

std::map<std::int64_t, std::pair<std::int64_t, Interest>> standing(db::Tx& tx, PersonId person) {
    std::map<std::int64_t, std::pair<std::int64_t, Interest>> all; // by programme: the row's id, and what it says
    std::map<std::int64_t, Interest*> by_id;
    for (StandingInterest& row :
         tx.all<StandingInterest>(queries::own_interest, {{"person", person}, {"day", tx.today()}})) {
        auto& [id, interest] = all[row.programme.value];
        id = row.id;
        interest = {row.programme, std::move(row.words), row.since, {}};
        by_id[id] = &interest;
    }
    tx.run(queries::own_interest_roles, {{"person", person}, {"day", tx.today()}},
           [&](const db::Row& row) { by_id.at(row.integer(0))->roles.emplace_back(row.integer(1)); });
    return all;
}

Result<void> check(const Programme& programme, const InterestInput& wanted) {
    if (wanted.edition != interest_edition) return refuse(Kind::conflict, "interest.other_words");
    const std::set<RoleId> asked{wanted.roles.begin(), wanted.roles.end()};
    const bool all_there = std::all_of(asked.begin(), asked.end(), [&](RoleId role) {
        return std::any_of(programme.roles.begin(), programme.roles.end(),
                           [&](const ProgrammeRole& one) { return one.role == role; });
    });
    if (asked.empty() || !all_there) return refuse_field("/roles", "interest.roles");
    if (wanted.words.size() > longest_words)
        return refuse_field("/words", "skill.text_too_long", {{"limit", std::to_string(longest_words)}});
    return {};
}

} // namespace

OpenProgrammes open_programmes(db::Tx& tx, const Actor& actor) {
    OpenProgrammes told;
    told.consent = texts::say(actor.language, "reskilling.interest." + std::to_string(interest_edition));
    auto own = standing(tx, actor.person);
    for (Programme& one : programmes(tx, actor)) {
        const auto interest = own.find(one.id.value);
        if (one.state != ProgrammeState::open && interest == own.end()) continue;
        OpenProgramme open{one.id,
                           std::move(one.name),
                           std::move(one.description),
                           one.state,
                           std::move(one.unit_name),
                           one.ready,
                           one.hours_a_week,
                           one.owner ? std::move(one.owner->name) : std::string{},
                           std::move(one.roles),
                           {}};
        if (interest != own.end()) open.interest = std::move(interest->second.second);
        told.items.push_back(std::move(open));
    }
    return told;
}

Result<OpenProgrammes> express_interest(db::Tx& tx, const Actor& actor, ProgrammeId id, const InterestInput& wanted) {
    const Programme programme = TRY(find_programme(tx, actor, id));
    if (programme.state != ProgrammeState::open) return refuse(Kind::conflict, "programme.not_open");
    if (!actor.person.given()) return refuse(Kind::forbidden, "interest.only_people");
    TRY(check(programme, wanted));
    if (is_member(tx, actor.person, id)) return refuse(Kind::conflict, "interest.already_member");
    const std::string words{text::trim(wanted.words)};
    const auto before = standing(tx, actor.person);
    const auto there = before.find(id.value);
    std::int64_t interest = there == before.end() ? 0 : there->second.first;
    if (interest != 0)
        tx.run(queries::update_interest, {{"interest", interest}, {"words", words}, {"edition", wanted.edition}});
    else
        interest = *tx.one<std::int64_t>(queries::insert_interest, {{"programme", id},
                                                                    {"person", actor.person},
                                                                    {"edition", wanted.edition},
                                                                    {"words", words},
                                                                    {"at", tx.now()}});
    tx.run(queries::clear_interest_roles, {{"interest", interest}});
    for (const RoleId role : std::set<RoleId>{wanted.roles.begin(), wanted.roles.end()})
        tx.run(queries::insert_interest_role, {{"interest", interest}, {"role", role}});
    audit::append(tx, actor.account, "programme.interest", actor.person.value, "roles,words");
    return open_programmes(tx, actor);
}

Result<OpenProgrammes> take_back_interest(db::Tx& tx, const Actor& actor, ProgrammeId id) {
    if (!actor.person.given()) return refuse(Kind::forbidden, "interest.only_people");
    TRY(find_programme(tx, actor, id));
    if (tx.run(queries::end_interest, {{"programme", id}, {"person", actor.person}, {"at", tx.now()}}) > 0) {
        audit::append(tx, actor.account, "programme.interest_taken_back", actor.person.value);
        withdraw(tx, actor, id);
    }
    return open_programmes(tx, actor);
}

} // namespace kunna::reskilling
