// Rounds: drafting, opening, closing.
#include "rounds/rounds.hpp"

#include "access/accounts.hpp"
#include "access/visibility.hpp"
#include "audit/trail.hpp"
#include "base/text.hpp"
#include "goals/goals.hpp"
#include "people/units.hpp"
#include "rounds/queries.hpp"
#include "rounds/reminders.hpp"
#include "rounds/store.hpp"
#include "skills/catalogue.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kunna::rounds {

namespace {

using store::RoundFlat;

constexpr std::size_t longest_name = 200;
constexpr std::size_t most_chosen = 200;
constexpr std::int32_t most_peers = 5;

bool may_change(const access::Actor& actor, const RoundFlat& round) {
    return people::over_whole_organisation(actor) || round.account == actor.account;
}

// The sums of the rounds that reach into the actor's units.
std::map<RoundId, std::vector<VoiceSum>> sums_by_round(db::Tx& tx, const access::Actor& actor, RoundId one = {}) {
    std::map<RoundId, std::vector<VoiceSum>> all;
    for (const auto& [round, sum] : store::sums(tx, store::reach_of(actor), one)) all[round].push_back(sum);
    return all;
}

// A round that the actor may know of, with the sums of its voices.
struct Seen {
    RoundFlat round{};
    std::vector<VoiceSum> voices{};
};

Result<Seen> seen(db::Tx& tx, const access::Actor& actor, RoundId id) {
    const auto round = store::find(tx, id);
    if (!round) return refuse(Kind::not_found, "round.not_found");
    auto sums = sums_by_round(tx, actor, id)[id];
    if (sums.empty() && !may_change(actor, *round)) return refuse(Kind::not_found, "round.not_found");
    // A draft has no cases yet, and colleagues get theirs one by one.
    const bool none = sums.empty();
    const bool peers = std::any_of(sums.begin(), sums.end(), [](const auto& sum) { return sum.voice == Voice::peer; });
    for (const Voice voice : store::voices(tx, id))
        if (none || (voice == Voice::peer && !peers)) sums.push_back({.voice = voice});
    std::sort(sums.begin(), sums.end(), [](const VoiceSum& a, const VoiceSum& b) { return a.voice < b.voice; });
    return Seen{*round, std::move(sums)};
}

Result<RoundFlat> to_change(db::Tx& tx, const access::Actor& actor, RoundId id) {
    RoundFlat round = TRY(seen(tx, actor, id)).round;
    if (!may_change(actor, round)) return refuse(Kind::forbidden, "round.not_yours");
    return round;
}

template <class T>
void make_unique(std::vector<T>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

template <class T>
Result<void> check_number(const std::vector<T>& values, const char* where) {
    if (values.size() > most_chosen)
        return refuse_field(where, "round.too_many", {{"limit", std::to_string(most_chosen)}});
    return {};
}

Result<void> check_whom(db::Tx& tx, const access::Actor& actor, const NewRound& wanted) {
    TRY(check_number(wanted.units, "/units"));
    TRY(check_number(wanted.roles, "/roles"));
    for (const UnitId unit : wanted.units) {
        const auto mine = people::may_place(tx, actor, unit);
        if (!mine.ok())
            return refuse_field("/units", mine.error().fields.empty() ? mine.error().code : "unit.not_found");
    }
    for (const RoleId role : wanted.roles)
        if (*tx.one<std::int64_t>(queries::role_exists, {{"role", role}}) == 0)
            return refuse_field("/roles", "role.not_found");
    return {};
}

Result<void> check_voices(const NewRound& wanted) {
    const auto speaks = [&](Voice voice) {
        return std::find(wanted.voices.begin(), wanted.voices.end(), voice) != wanted.voices.end();
    };
    if (speaks(Voice::assessor)) return refuse_field("/voices", "round.assessor_later");
    if (!speaks(Voice::self) && !speaks(Voice::manager)) return refuse_field("/voices", "round.no_voices");
    if (wanted.peers && (*wanted.peers < 1 || *wanted.peers > most_peers))
        return refuse_field("/peers", "round.peers_outside", {{"limit", std::to_string(most_peers)}});
    return {};
}

// What is in the catalogue still of the skills that the goal needs.
std::vector<SkillId> skills_of(db::Tx& tx, goals::GoalId goal) {
    std::vector<SkillId> skills;
    for (const goals::PursuedNeed& need : goals::needs_of(tx, goal))
        if (!need.row.retired) skills.push_back(need.row.need.skill);
    make_unique(skills);
    return skills;
}

Result<void> check_skills(db::Tx& tx, const NewRound& wanted) {
    if (wanted.skills_from == SkillsFrom::profile) return {};
    if (wanted.skills_from == SkillsFrom::goal) {
        if (wanted.skills.empty()) return refuse_field("/goal", "round.goal_without_needs");
        return {};
    }
    if (wanted.skills.empty()) return refuse_field("/skills", "round.no_skills");
    TRY(check_number(wanted.skills, "/skills"));
    const skills::SkillFinder finder{tx};
    for (const SkillId skill : wanted.skills) {
        const skills::KnownSkill* known = finder.by_id(skill);
        if (known == nullptr || known->retired) return refuse_field("/skills", "skill.not_found");
    }
    return {};
}

Result<NewRound> checked(db::Tx& tx, const access::Actor& actor, NewRound wanted) {
    wanted.name = text::squeeze(wanted.name);
    if (wanted.name.empty()) return refuse_field("/name", "round.name_missing");
    if (wanted.name.size() > longest_name)
        return refuse_field("/name", "people.too_long", {{"limit", std::to_string(longest_name)}});
    make_unique(wanted.units);
    make_unique(wanted.roles);
    make_unique(wanted.skills);
    make_unique(wanted.voices);
    TRY(check_voices(wanted));
    if (wanted.closes < wanted.opens) return refuse_field("/closes", "round.closes_before_opens");
    if (wanted.closes < tx.today()) return refuse_field("/closes", "round.closes_passed");
    if (wanted.skills_from != SkillsFrom::goal) wanted.goal.reset();
    if (wanted.skills_from != SkillsFrom::chosen) wanted.skills.clear();
    if (wanted.goal) wanted.skills = skills_of(tx, *wanted.goal);
    TRY(check_whom(tx, actor, wanted));
    TRY(check_skills(tx, wanted));
    return wanted;
}

WouldAsk would_ask(db::Tx& tx, const access::Actor& actor, const RoundFlat& round) {
    const db::Scope scope = access::visible_people(tx, actor, access::Sight::edit);
    const auto count = [&](const db::ScopedQuery& query) {
        return *tx.one<std::int64_t>(query, scope, {{"round", round.id}, {"day", tx.today()}});
    };
    const std::int64_t chosen = count(queries::count_chosen);
    return {chosen, round.skills_from != SkillsFrom::profile ? chosen : count(queries::count_with_profile)};
}

} // namespace

std::vector<RoundRow> rounds(db::Tx& tx, const access::Actor& actor) {
    auto sums = sums_by_round(tx, actor);
    std::vector<RoundRow> all;
    for (const RoundFlat& round : tx.all<RoundFlat>(queries::rounds)) {
        const bool mine = may_change(actor, round);
        auto& voices = sums[round.id];
        if (voices.empty() && !mine) continue;
        all.push_back({round.id, round.name, round.state_on(tx.today()), round.opens, round.closes, round.by_name,
                       std::move(voices), mine});
    }
    return all;
}

Result<Round> find_round(db::Tx& tx, const access::Actor& actor, RoundId id) {
    auto [flat, voices] = TRY(seen(tx, actor, id));
    Round round;
    round.id = flat.id;
    round.name = flat.name;
    round.state = flat.state_on(tx.today());
    round.skills_from = flat.skills_from;
    round.units = store::units(tx, id);
    round.roles = store::roles(tx, id);
    round.skills = store::skills(tx, id);
    if (flat.goal) round.goal = ChosenGoal{*flat.goal, {flat.goal_sv.value_or(""), flat.goal_en.value_or("")}};
    round.voices = std::move(voices);
    round.peers = flat.peers;
    round.opens = flat.opens;
    round.closes = flat.closes;
    round.opened = flat.opened;
    round.closed = flat.closed;
    round.required = flat.required;
    round.by = flat.by_name;
    round.may_change = may_change(actor, flat);
    if (flat.state == RoundState::draft) round.would_ask = would_ask(tx, actor, flat);
    round.version = flat.version;
    return round;
}

Result<Round> add_round(db::Tx& tx, const access::Actor& actor, const NewRound& wanted) {
    const RoundId id = store::insert(tx, TRY(checked(tx, actor, wanted)), actor.account);
    audit::append(tx, actor.account, "round.added", id.value, "name");
    return find_round(tx, actor, id);
}

Result<Round> edit_round(db::Tx& tx, const access::Actor& actor, RoundId id, std::optional<std::int64_t> version,
                         const NewRound& wanted) {
    const RoundFlat round = TRY(to_change(tx, actor, id));
    if (version && *version != round.version) return refuse(Kind::stale, "http.stale");
    if (round.state != RoundState::draft) return refuse(Kind::conflict, "round.not_draft");
    store::update(tx, id, TRY(checked(tx, actor, wanted)));
    audit::append(tx, actor.account, "round.edited", id.value, "name");
    return find_round(tx, actor, id);
}

Result<void> discard_round(db::Tx& tx, const access::Actor& actor, RoundId id) {
    const RoundFlat round = TRY(to_change(tx, actor, id));
    if (round.state != RoundState::draft) return refuse(Kind::conflict, "round.not_draft");
    store::remove(tx, id);
    audit::append(tx, actor.account, "round.discarded", id.value, "");
    return {};
}

Result<Round> open_round(db::Tx& tx, const access::Actor& actor, RoundId id) {
    const RoundFlat round = TRY(to_change(tx, actor, id));
    if (round.state != RoundState::draft) return refuse(Kind::conflict, "round.not_draft");
    if (round.closes < tx.today()) return refuse(Kind::conflict, "round.closes_passed");
    const db::Scope scope = access::visible_people(tx, actor, access::Sight::edit);
    const auto none = [](const db::Row&) {};
    if (round.skills_from == SkillsFrom::profile) {
        tx.run(queries::insert_members_by_profile, scope, {{"round", id}, {"day", tx.today()}}, none);
        tx.run(queries::insert_questions_by_profile, {{"round", id}});
    } else {
        if (round.goal) store::set_skills(tx, id, skills_of(tx, *round.goal));
        tx.run(queries::insert_members, scope, {{"round", id}, {"day", tx.today()}}, none);
        tx.run(queries::insert_questions, {{"round", id}});
    }
    const std::int64_t cases = tx.run(queries::insert_cases, {{"round", id}, {"day", tx.today()}});
    if (cases == 0) return refuse(Kind::conflict, "round.nobody");
    tx.run(queries::insert_counts, {{"round", id}});
    tx.run(queries::insert_totals, {{"round", id}});
    tx.run(queries::learn_sizes);
    tx.run(queries::set_opened, {{"round", id}, {"day", tx.today()}, {"at", tx.now()}});
    audit::append(tx, actor.account, "round.opened", id.value, "cases=" + std::to_string(cases));
    tell_opened(tx, id);
    return find_round(tx, actor, id);
}

Result<Round> close_round(db::Tx& tx, const access::Actor& actor, RoundId id) {
    const RoundFlat round = TRY(to_change(tx, actor, id));
    if (round.state_on(tx.today()) != RoundState::open) return refuse(Kind::conflict, "round.not_open");
    tx.run(queries::set_closed, {{"round", id}, {"at", tx.now()}});
    // What was opened to somebody outside for the round's sake is shut with it.
    for (const AccountId assessor : tx.all<AccountId>(queries::open_assessors, {{"round", id}, {"day", tx.today()}}))
        TRY(access::set_last_day(tx, actor, assessor, tx.today() - 1));
    audit::append(tx, actor.account, "round.closed", id.value, "");
    return find_round(tx, actor, id);
}

std::int64_t overdue_drafts(db::Tx& tx, const access::Actor& actor) {
    const auto all = rounds(tx, actor);
    return std::count_if(all.begin(), all.end(), [&](const RoundRow& round) {
        return round.state == RoundState::draft && round.may_change && round.opens <= tx.today();
    });
}

} // namespace kunna::rounds
