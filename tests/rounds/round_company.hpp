// A round for the small company: the role Fitter requires welding and safety, Bo and Cia hold it; Bo also leads with a
// role that requires safety and talks.
#pragma once

#include "rounds/calibration_meeting.hpp"
#include "rounds/cases.hpp"
#include "rounds/progress.hpp"
#include "rounds/rounds.hpp"
#include "rounds/team.hpp"
#include "skills/catalogue.hpp"
#include "skills/roles.hpp"
#include "support/small_company.hpp"

namespace kunna::rounds {

class RoundCompany : public test::SmallCompany {
protected:
    SkillId welding{}, safety{}, talks{};
    RoleId fitter{}, lead{};

    void SetUp() override {
        welding = make_skill("Svetsning");
        safety = make_skill("Maskinsäkerhet");
        talks = make_skill("Samtal");
        fitter = make_role("Montör", {welding, safety});
        lead = make_role("Ledare", {safety, talks});
        give(bo, fitter);
        give(bo, lead);
        give(cia, fitter);
    }
    SkillId make_skill(const char* name) {
        skills::SkillInput wanted;
        wanted.name.sv = name;
        return act([&](db::Tx& tx) { return skills::add_skill(tx, hr(), wanted); })->id;
    }
    RoleId make_role(const char* name, const std::vector<SkillId>& required) {
        const RoleId id = act([&](db::Tx& tx) { return skills::add_role(tx, hr(), {{}, {name, ""}, {}}); })->id;
        skills::NewProfile profile{day("2026-01-01"), "", {}};
        for (const SkillId skill : required) profile.requirements.push_back({skill, {}, 3, 1, false});
        EXPECT_TRUE(act([&](db::Tx& tx) { return skills::add_profile(tx, hr(), id, profile); }).ok());
        return id;
    }
    void give(PersonId person, RoleId role) {
        execute("INSERT INTO role_holder (person, role, valid_from) VALUES (" + std::to_string(person.value) + ", " +
                std::to_string(role.value) + ", 15000)");
    }

    NewRound wanted() const {
        NewRound round;
        round.name = " Höstens  kartläggning ";
        round.voices = {Voice::self, Voice::manager};
        round.opens = day("2026-11-21");
        round.closes = day("2026-12-05");
        return round;
    }
    Result<Round> draft(const NewRound& round, const access::Actor& actor = hr()) {
        return act([&](db::Tx& tx) { return add_round(tx, actor, round); });
    }
    Result<Round> open(RoundId round, const access::Actor& actor = hr()) {
        return act([&](db::Tx& tx) { return open_round(tx, actor, round); });
    }
    RoundId opened(const NewRound& round) {
        const auto made = draft(round);
        EXPECT_TRUE(made.ok()) << code(made);
        const auto now = open(made->id);
        EXPECT_TRUE(now.ok()) << code(now);
        return made->id;
    }
    RoundId opened() { return opened(wanted()); }
    Result<Round> close(RoundId round, const access::Actor& actor = hr()) {
        return act([&](db::Tx& tx) { return close_round(tx, actor, round); });
    }

    CaseId own_case(PersonId person) {
        const auto mine = look([&](db::Tx& tx) { return my_rounds(tx, employee(person)); });
        return mine.cases.empty() ? CaseId{} : mine.cases[0].case_;
    }
    CaseId team_case(const access::Actor& manager, RoundId round, PersonId person) {
        const auto grid = team(*db, manager, round);
        if (grid.ok())
            for (const GridPerson& one : grid->people)
                if (one.person == person) return one.case_;
        return {};
    }
    Result<CaseProgress> say(const access::Actor& actor, CaseId id, SkillId skill, const GivenAnswer& given) {
        return act([&](db::Tx& tx) { return answer(tx, actor, id, skill, given); });
    }
    Result<CaseProgress> say(const access::Actor& actor, CaseId id, SkillId skill, std::int32_t level) {
        return say(actor, id, skill, GivenAnswer{AnswerKind::level, level});
    }
    Result<CaseProgress> unsay(const access::Actor& actor, CaseId id, SkillId skill) {
        return act([&](db::Tx& tx) { return take_back(tx, actor, id, skill); });
    }
    // "self 2 1 0": cases, begun, done.
    static std::string told(const std::vector<VoiceSum>& sums) {
        std::string text;
        for (const VoiceSum& sum : sums)
            text += std::string{text.empty() ? "" : ", "} + std::string{db::enum_name(sum.voice)} + " " +
                    std::to_string(sum.cases) + " " + std::to_string(sum.begun) + " " + std::to_string(sum.done);
        return text;
    }
    RoundProgress how_far(RoundId round, const access::Actor& actor = hr()) {
        return *look([&](db::Tx& tx) { return progress(tx, actor, round); });
    }
};

} // namespace kunna::rounds
