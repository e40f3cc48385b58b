// Calibration meeting.
#include "rounds/calibration_meeting.hpp"

#include "access/visibility.hpp"
#include "people/person.hpp"
#include "rounds/asked.hpp"
#include "rounds/queries.hpp"
#include "rounds/rounds.hpp"
#include "rounds/store.hpp"
#include "settings/settings.hpp"
#include "skills/catalogue.hpp"

#include <algorithm>

namespace kunna::rounds {

namespace {

constexpr std::size_t most_told = 200;

Result<void> may_calibrate(db::Tx& tx, const access::Actor& actor, RoundId round) {
    if (actor.may(access::Permission::run_rounds) && find_round(tx, actor, round).ok()) {
        if (actor.reason.empty()) return refuse(Kind::forbidden, "access.reason_needed");
        return {};
    }
    const db::Scope scope = access::visible_people(tx, actor, access::Sight::levels);
    if (!actor.person.given() || !actor.may(access::Permission::record_assessment) ||
        !tx.one<CaseId>(queries::team_cases, scope, {{"round", round}, {"manager", actor.person}, {"day", tx.today()}}))
        return refuse(Kind::not_found, "round.not_found");
    return {};
}

Result<CalibrationMeeting> read_calibration(db::Tx& tx, const access::Actor& actor, const CalibrationAsked& asked) {
    TRY(may_calibrate(tx, actor, asked.round));
    CalibrationMeeting told{asked.round, store::find(tx, asked.round)->name, skills::scales(tx), {}, false};
    const db::Scope scope = access::visible_people(tx, actor, access::Sight::levels);
    tx.run(queries::far_apart, scope,
           {{"round", asked.round},
            {"unit", asked.unit},
            {"looker", actor.person},
            {"apart", settings::current(tx).conflict},
            {"limit", most_told + 1}},
           [&](const db::Row& row) {
               told.items.push_back({PersonId{row.integer(7)},
                                     people::full_name(row.text(8), row.text(9)),
                                     std::string{row.text(10)},
                                     asked_skill(row),
                                     static_cast<std::int32_t>(row.integer(11)),
                                     static_cast<std::int32_t>(row.integer(12)),
                                     {}});
           });
    told.more = told.items.size() > most_told;
    if (told.more) told.items.resize(most_told);
    // The same skill stands with many people.
    std::map<SkillId, AskedSkill> skills;
    for (const FarApart& one : told.items) skills.try_emplace(one.skill.id, one.skill);
    std::vector<AskedSkill*> each;
    for (auto& [id, skill] : skills) each.push_back(&skill);
    add_anchors(tx, asked.round, each);
    for (FarApart& one : told.items) {
        one.skill.anchors = skills.at(one.skill.id).anchors;
        one.beside = tx.all<LevelBeside>(queries::levels_beside,
                                         {{"person", one.person}, {"round", asked.round}, {"skill", one.skill.id}});
    }
    return told;
}

} // namespace

Result<CalibrationMeeting> calibration_meeting(db::Db& db, const access::Actor& actor, const CalibrationAsked& asked) {
    CalibrationMeeting told = TRY(db.read([&](db::Tx& tx) { return read_calibration(tx, actor, asked); }));
    std::vector<PersonId> opened;
    for (const FarApart& one : told.items)
        if (std::find(opened.begin(), opened.end(), one.person) == opened.end()) opened.push_back(one.person);
    access::note_read(db, actor, opened, "levels");
    return told;
}

} // namespace kunna::rounds
