// Rows of rounds, in and out.
#include "rounds/store.hpp"

#include "people/units.hpp"
#include "rounds/queries.hpp"

namespace kunna::rounds::store {

namespace {

constexpr std::int32_t usual_peers = 3;

void insert_choices(db::Tx& tx, RoundId round, const NewRound& wanted) {
    for (const UnitId unit : wanted.units) tx.run(queries::insert_unit, {{"round", round}, {"unit", unit}});
    for (const RoleId role : wanted.roles) tx.run(queries::insert_role, {{"round", round}, {"role", role}});
    for (const SkillId skill : wanted.skills) tx.run(queries::insert_skill, {{"round", round}, {"skill", skill}});
    for (const Voice voice : wanted.voices) tx.run(queries::insert_voice, {{"round", round}, {"voice", voice}});
}

void clear_choices(db::Tx& tx, RoundId round) {
    for (const db::Query& query :
         {queries::clear_units, queries::clear_roles, queries::clear_skills, queries::clear_voices})
        tx.run(query, {{"round", round}});
}

VoiceSum sum_of(const db::Row& row) {
    return {db::from_column<Voice>(row, 1), row.integer(2), row.integer(3), row.integer(4)};
}

template <class Chosen, class IdType>
std::vector<Chosen> named(db::Tx& tx, const db::Query& query, RoundId round) {
    std::vector<Chosen> all;
    tx.run(query, {{"round", round}}, [&](const db::Row& row) {
        all.push_back({IdType{row.integer(0)}, {std::string{row.text(1)}, std::string{row.text(2)}}});
    });
    return all;
}

} // namespace

std::optional<RoundFlat> find(db::Tx& tx, RoundId round) {
    return tx.one<RoundFlat>(queries::round_by_id, {{"round", round}});
}

RoundId insert(db::Tx& tx, const NewRound& wanted, AccountId by) {
    const auto id = tx.insert<RoundId>(queries::insert_round, {{"name", wanted.name},
                                                               {"skills_from", wanted.skills_from},
                                                               {"goal", wanted.goal},
                                                               {"peers", wanted.peers.value_or(usual_peers)},
                                                               {"opens", wanted.opens},
                                                               {"closes", wanted.closes},
                                                               {"required", wanted.required.value_or(false)},
                                                               {"account", by},
                                                               {"at", tx.now()}});
    insert_choices(tx, id, wanted);
    return id;
}

void update(db::Tx& tx, RoundId round, const NewRound& wanted) {
    tx.run(queries::update_round, {{"round", round},
                                   {"name", wanted.name},
                                   {"skills_from", wanted.skills_from},
                                   {"goal", wanted.goal},
                                   {"peers", wanted.peers.value_or(usual_peers)},
                                   {"opens", wanted.opens},
                                   {"closes", wanted.closes},
                                   {"required", wanted.required.value_or(false)}});
    clear_choices(tx, round);
    insert_choices(tx, round, wanted);
}

void remove(db::Tx& tx, RoundId round) {
    clear_choices(tx, round);
    tx.run(queries::delete_round, {{"round", round}});
}

void set_skills(db::Tx& tx, RoundId round, const std::vector<SkillId>& skills) {
    tx.run(queries::clear_skills, {{"round", round}});
    for (const SkillId skill : skills) tx.run(queries::insert_skill, {{"round", round}, {"skill", skill}});
}

std::vector<Voice> voices(db::Tx& tx, RoundId round) {
    return tx.all<Voice>(queries::voices, {{"round", round}});
}

std::vector<ChosenUnit> units(db::Tx& tx, RoundId round) {
    std::vector<ChosenUnit> all;
    tx.run(queries::units_of, {{"round", round}}, [&](const db::Row& row) {
        all.push_back({UnitId{row.integer(0)}, std::string{row.text(1)}});
    });
    return all;
}

std::vector<ChosenRole> roles(db::Tx& tx, RoundId round) {
    return named<ChosenRole, RoleId>(tx, queries::roles_of, round);
}

std::vector<ChosenSkill> skills(db::Tx& tx, RoundId round) {
    return named<ChosenSkill, SkillId>(tx, queries::skills_of, round);
}

Reach reach_of(const access::Actor& actor) {
    return {people::over_whole_organisation(actor), actor.account};
}

std::vector<RoundSum> sums(db::Tx& tx, const Reach& reach, RoundId round) {
    std::vector<RoundSum> all;
    const auto take = [&](const db::Row& row) { all.push_back({RoundId{row.integer(0)}, sum_of(row)}); };
    if (reach.everywhere)
        tx.run(queries::totals, {{"round", round}}, take);
    else
        tx.run(queries::sums, {{"round", round}, {"account", reach.account}}, take);
    return all;
}

std::vector<UnitSum> counts(db::Tx& tx, const Reach& reach, RoundId round) {
    std::vector<UnitSum> all;
    const auto take = [&](const db::Row& row) { all.push_back({UnitId{row.integer(0)}, sum_of(row)}); };
    if (reach.everywhere)
        tx.run(queries::counts_of_round, {{"round", round}}, take);
    else
        tx.run(queries::own_counts_of_round, {{"round", round}, {"account", reach.account}}, take);
    return all;
}

} // namespace kunna::rounds::store
