// A small company with somewhere to go: Bo and Cia are fitters; technicians need plc 3 (a must) and english 2. The
// course "PLC" takes plc from 0 to 2, "PLC 2" from 2 to 3 after it. Anna leads Bo and Cia in unit 1, where the
// programme is.
#pragma once

#include "learning/activities.hpp"
#include "reskilling/board.hpp"
#include "reskilling/interest.hpp"
#include "reskilling/placement.hpp"
#include "reskilling/programmes.hpp"
#include "support/skilled_company.hpp"

namespace kunna::reskilling::test {

class MovingCompany : public kunna::test::SkilledCompany {
protected:
    SkillId plc, english;
    RoleId technician, clerk;
    learning::ActivityId first, second;

    void SetUp() override {
        SkilledCompany::SetUp();
        plc = skill("plc");
        english = skill("english");
        technician = role("technician", {{plc, {}, 3, 3, true}, {english, {}, 2, 1, false}});
        clerk = role("clerk", {{english, {}, 3, 1, false}});
        first = course("PLC", 800'000, 24, {{plc, 0, 2, 0.8}}, {});
        second = course("PLC 2", 1'200'000, 40, {{plc, 2, 3, 0.9}}, {first});
    }
    RoleId role(const char* key, std::vector<skills::Requirement> requirements) {
        const auto id = act([&](db::Tx& tx) { return skills::add_role(tx, system, {key, {key, key}, {"", ""}}); })->id;
        EXPECT_TRUE(act([&](db::Tx& tx) {
                        return skills::add_profile(tx, system, id, {day("2020-01-01"), "", std::move(requirements)});
                    }).ok());
        return id;
    }
    learning::ActivityId course(const char* name, std::int64_t seat, double hours,
                                std::vector<learning::RaiseInput> raises, std::vector<learning::ActivityId> after) {
        learning::ActivityInput wanted;
        wanted.name.sv = name;
        wanted.language = "sv";
        wanted.seat_cost = seat;
        wanted.session_cost = 0;
        wanted.hours = hours;
        wanted.raises = std::move(raises);
        wanted.after = std::move(after);
        return act([&](db::Tx& tx) { return learning::add_activity(tx, learning(), wanted); })->id;
    }
    ProgrammeInput input() {
        ProgrammeInput wanted;
        wanted.name = "Till tekniker";
        wanted.unit = UnitId{1};
        wanted.ready = day("2027-09-01");
        wanted.hours_a_week = 8;
        wanted.roles = {{technician, 1}, {clerk, 1}};
        wanted.recruitment_cost = 10'000'000;
        wanted.onboarding_weeks = 20;
        wanted.monthly_salary = 4'000'000;
        wanted.hour_cost = 40'000;
        return wanted;
    }
    Result<Programme> add(const ProgrammeInput& wanted, const access::Actor& actor) {
        return act([&](db::Tx& tx) { return add_programme(tx, *workforces.current(), actor, wanted); });
    }
    Result<Programme> go(ProgrammeId id, ProgrammeState state, const access::Actor& actor) {
        return act([&](db::Tx& tx) { return set_state(tx, actor, id, {}, state); });
    }
    ProgrammeId open_programme() {
        const auto id = add(input(), hr())->id;
        EXPECT_TRUE(go(id, ProgrammeState::open, hr()).ok());
        return id;
    }
    Result<OpenProgrammes> interest(PersonId person, ProgrammeId id, std::vector<RoleId> roles,
                                    std::int32_t edition = interest_edition) {
        return act([&](db::Tx& tx) {
            return express_interest(tx, employee(person), id, {edition, std::move(roles), "Jag vill"});
        });
    }
    Result<OpenProgrammes> take_back(PersonId person, ProgrammeId id) {
        return act([&](db::Tx& tx) { return take_back_interest(tx, employee(person), id); });
    }
    Result<CandidateBoard> board(ProgrammeId id, const access::Actor& actor) {
        const auto workforce = workforces.current();
        return look([&](db::Tx& tx) { return candidate_board(tx, Fits{tx, workforce}, actor, id); });
    }
    Result<Member> choose(ProgrammeId id, PersonId person, RoleId role) {
        const auto workforce = workforces.current();
        return act([&](db::Tx& tx) { return select(tx, Fits{tx, workforce}, hr(), id, person, {role}); });
    }
    Result<Cohort> gather(ProgrammeId id, std::vector<MemberId> members, PersonId mentor) {
        return act([&](db::Tx& tx) {
            return add_cohort(tx, hr(), id, {"Hösten", clock.today(), "Västerås", mentor, std::move(members)});
        });
    }
    Result<Member> on(MemberId id, Stage stage, std::optional<LeftReason> reason = {}) {
        return act([&](db::Tx& tx) { return set_stage(tx, hr(), id, {stage, {}, reason}); });
    }
    Result<Member> give_role(MemberId id, const access::Actor& actor) {
        return act([&](db::Tx& tx) { return give_placed_role(tx, actor, id); });
    }
};

} // namespace kunna::reskilling::test
