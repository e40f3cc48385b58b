#include "access/visibility.hpp"
#include "assessments/assessments.hpp"
#include "assessments/queries.hpp"
#include "skills/catalogue.hpp"
#include "support/small_company.hpp"

namespace kunna::assessments {
namespace {

class Assessments : public test::SmallCompany {
protected:
    SkillId welding{}, safety{};

    void SetUp() override {
        welding = make_skill("Svetsning");
        safety = make_skill("Maskinsäkerhet");
    }
    SkillId make_skill(const char* name) {
        skills::SkillInput wanted;
        wanted.name.sv = name;
        return act([&](db::Tx& tx) { return skills::add_skill(tx, hr(), wanted); })->id;
    }
    Result<Recorded> state(const access::Actor& actor, PersonId person, Source source, std::int32_t level = 3,
                           const char* on = nullptr) {
        NewAssessment wanted{person, welding, level, source, {}, {}, {}, {}};
        if (source == Source::expert) wanted.assessor = "Eva Expert";
        if (on != nullptr) wanted.day = day(on);
        return act([&](db::Tx& tx) { return record(tx, actor, wanted); });
    }
    std::vector<Statement> all_of(PersonId person, std::optional<SkillId> skill = {}) {
        return look([&](db::Tx& tx) {
            return history(tx, access::visible_people(tx, access::Actor::system(), access::Sight::levels), person,
                           skill);
        });
    }
    Result<void> take_away(const access::Actor& actor, AssessmentId id) {
        return act([&](db::Tx& tx) { return withdraw(tx, actor, id, "Fel person"); });
    }
    Result<Comment> say(const access::Actor& actor, AssessmentId id, const char* text = "Vi såg det i går.") {
        return act([&](db::Tx& tx) { return comment(tx, actor, id, text); });
    }
};

TEST_P(Assessments, EveryQueryCanBePrepared) {
    look([](db::Tx& tx) {
        for (const db::Query& query : queries::all) tx.connection().prepare(query);
    });
}

TEST_P(Assessments, EveryoneRatesThemselfAndNobodyElse) {
    ASSERT_TRUE(state(employee(bo), bo, Source::self).ok());
    EXPECT_EQ(last_entry(), "assessment.recorded 2 skill,level");
    EXPECT_EQ(code(state(manager(anna), bo, Source::self)), "assessment.self_only");
    EXPECT_EQ(code(state(employee(cia), bo, Source::self)), "person.not_found");
    EXPECT_EQ(code(state(hr(), bo, Source::self)), "assessment.self_only");
    const auto stated = all_of(bo);
    ASSERT_EQ(stated.size(), 1U);
    EXPECT_EQ(stated[0].source, Source::self);
    EXPECT_EQ(stated[0].assessor, bo);
    EXPECT_EQ(stated[0].assessor_name, "Bo Berg");
}

TEST_P(Assessments, OnlyTheDirectManagerAssessesAReport) {
    for (const Source source : {Source::manager, Source::interview, Source::talk, Source::test, Source::project,
                                Source::certificate, Source::expert})
        EXPECT_TRUE(state(manager(anna), bo, source).ok());
    EXPECT_EQ(code(state(manager(anna), bo, Source::peer)), "/source assessment.source_not_yours");
    EXPECT_EQ(code(state(manager(erik), bo, Source::manager)), "assessment.not_manager"); // the manager's manager
    EXPECT_EQ(code(state(employee(bo), bo, Source::manager)), "http.forbidden");
    EXPECT_EQ(code(state(manager(anna), anna, Source::manager)), "assessment.not_manager");
    EXPECT_EQ(all_of(bo).size(), 7U);
}

TEST_P(Assessments, HrStatesWhatItHasHeardOrSeenProofOfAndNotWhatAManagerThinks) {
    for (const Source source : {Source::interview, Source::test, Source::certificate, Source::expert})
        EXPECT_TRUE(state(hr(), bo, source).ok());
    EXPECT_EQ(code(state(hr(), bo, Source::manager)), "/source assessment.source_not_yours");
    EXPECT_EQ(code(state(hr_of_office(), bo, Source::interview)), "person.not_found");
    EXPECT_EQ(code(state(learning(), bo, Source::certificate)), "http.forbidden");
}

TEST_P(Assessments, AMissingAndAnInvisiblePersonGetTheSameAnswer) {
    EXPECT_EQ(code(state(manager(anna), dag, Source::manager)), "person.not_found");
    EXPECT_EQ(code(state(manager(anna), PersonId{99}, Source::manager)), "person.not_found");
    EXPECT_EQ(code(state(hr_of_office(), bo, Source::manager)), "person.not_found");
}

TEST_P(Assessments, WhatCannotBeTrueIsRefusedAtItsPlace) {
    const auto attempt = [&](NewAssessment wanted) {
        return code(act([&](db::Tx& tx) { return record(tx, manager(anna), wanted); }));
    };
    NewAssessment wanted{bo, welding, 3, Source::manager, {}, {}, {}, {}};
    wanted.day = day("2026-11-22");
    EXPECT_EQ(attempt(wanted), "/day assessment.day_in_future");
    wanted.day = day("2026-11-21");
    EXPECT_EQ(attempt(wanted), "");
    wanted.level = 6;
    EXPECT_EQ(attempt(wanted), "/level level.outside_scale");
    wanted.level = 3;
    wanted.skill = SkillId{99};
    EXPECT_EQ(attempt(wanted), "/skill skill.not_found");
    wanted.skill = welding;
    wanted.expires = day("2026-11-20");
    EXPECT_EQ(attempt(wanted), "/expires assessment.expires_before_day");
    wanted.expires.reset();
    wanted.note = std::string(4001, 'x');
    EXPECT_EQ(attempt(wanted), "/note assessment.text_too_long");
}

TEST_P(Assessments, AStatementCountsFromItsDayUntilTheDayItEnds) {
    const auto id = state(manager(anna), bo, Source::manager, 3, "2026-11-01")->id;
    clock.set("2026-11-25");
    ASSERT_TRUE(take_away(manager(anna), id).ok());
    const auto stated = all_of(bo);
    ASSERT_EQ(stated.size(), 1U); // it stays in the history
    EXPECT_FALSE(stated[0].counts_on(day("2026-10-31")));
    EXPECT_TRUE(stated[0].counts_on(day("2026-11-01")));
    EXPECT_TRUE(stated[0].counts_on(day("2026-11-24")));
    EXPECT_FALSE(stated[0].counts_on(day("2026-11-25")));
    EXPECT_EQ(stated[0].end->reason, "Fel person");
    EXPECT_EQ(stated[0].end->by, "Anna Alm");
}

TEST_P(Assessments, WhoRecordedItWithdrawsItOnce) {
    const auto id = state(manager(anna), bo, Source::manager)->id;
    EXPECT_EQ(code(take_away(employee(bo), id)), "assessment.not_yours");
    EXPECT_EQ(code(take_away(employee(cia), id)), "assessment.not_found");
    EXPECT_EQ(code(take_away(manager(erik), id)), "assessment.not_found"); // the chain does not see levels
    EXPECT_EQ(code(take_away(hr(), id)), "access.reason_needed");
    EXPECT_EQ(code(take_away(hr("Fel i underlaget"), id)), "assessment.not_yours");
    ASSERT_TRUE(take_away(manager(anna), id).ok());
    EXPECT_EQ(last_entry(), "assessment.withdrawn 2 reason");
    EXPECT_EQ(code(take_away(manager(anna), id)), "assessment.ended");
    const auto own = state(employee(bo), bo, Source::self)->id;
    EXPECT_EQ(code(take_away(manager(anna), own)), "assessment.not_yours");
    EXPECT_TRUE(take_away(employee(bo), own).ok());
}

TEST_P(Assessments, ThePersonAndTheManagerTalkUnderAStatement) {
    const auto id = state(manager(anna), bo, Source::manager)->id;
    ASSERT_TRUE(say(employee(bo), id, " Jag har gjort mer än så. ").ok());
    ASSERT_TRUE(say(manager(anna), id).ok());
    EXPECT_EQ(code(say(employee(cia), id)), "assessment.not_found");
    EXPECT_EQ(code(say(hr(), id)), "access.reason_needed");
    EXPECT_EQ(code(say(employee(bo), id, "  ")), "/text assessment.text_missing");
    EXPECT_EQ(code(say(employee(bo), AssessmentId{99})), "assessment.not_found");
    const auto stated = all_of(bo);
    ASSERT_EQ(stated[0].comments.size(), 2U);
    EXPECT_EQ(stated[0].comments[0].by, "Bo Berg");
    EXPECT_EQ(stated[0].comments[0].text, "Jag har gjort mer än så.");
    EXPECT_EQ(stated[0].comments[1].by, "Anna Alm");
}

TEST_P(Assessments, AFormerManagerStillSeesWhatTheyStatedButNoMore) {
    const auto id = state(manager(anna), bo, Source::manager)->id;
    const auto other = state(employee(bo), bo, Source::self)->id;
    execute("UPDATE position SET manager = 5 WHERE person = 2");
    EXPECT_TRUE(say(manager(anna), id).ok());
    EXPECT_EQ(code(say(manager(anna), other)), "assessment.not_found");
    EXPECT_EQ(code(state(manager(anna), bo, Source::manager)), "person.not_found");
    EXPECT_TRUE(state(manager(erik), bo, Source::manager).ok());
}

TEST_P(Assessments, TheHistoryIsNewestFirstWithinTheScopeAndBySkill) {
    ASSERT_TRUE(state(manager(anna), bo, Source::manager, 2, "2026-01-01").ok());
    ASSERT_TRUE(state(manager(anna), bo, Source::test, 4, "2026-05-01").ok());
    const auto stated = all_of(bo);
    ASSERT_EQ(stated.size(), 2U);
    EXPECT_EQ(stated[0].level, 4);
    EXPECT_EQ(stated[0].skill_name.sv, "Svetsning");
    EXPECT_TRUE(all_of(bo, safety).empty());
    EXPECT_EQ(all_of(bo, welding).size(), 2U);
    const auto seen_by = [&](const access::Actor& actor) {
        return look([&](db::Tx& tx) {
            return history(tx, access::visible_people(tx, actor, access::Sight::levels), bo).size();
        });
    };
    EXPECT_EQ(seen_by(employee(bo)), 2U);
    EXPECT_EQ(seen_by(manager(anna)), 2U);
    EXPECT_EQ(seen_by(manager(erik)), 0U);
    EXPECT_EQ(seen_by(employee(cia)), 0U);
    EXPECT_EQ(seen_by(hr()), 0U);
    EXPECT_EQ(seen_by(hr("Tvist")), 2U);
    EXPECT_EQ(seen_by(hr_of_office("Tvist")), 0U);
}

TEST_P(Assessments, TheFeedTellsEveryStatementByPersonAlsoTheEndedOnes) {
    ASSERT_TRUE(state(employee(cia), cia, Source::self, 1).ok());
    const auto ended = state(manager(anna), bo, Source::manager, 2, "2026-01-01")->id;
    NewAssessment lasting{bo, safety, 4, Source::certificate, day("2026-02-01"), {}, day("2027-02-01")};
    ASSERT_TRUE(act([&](db::Tx& tx) { return record(tx, manager(anna), lasting); }).ok());
    ASSERT_TRUE(take_away(manager(anna), ended).ok());
    std::vector<EvidenceRow> fed;
    look([&](db::Tx& tx) { each_evidence(tx, [&](const EvidenceRow& row) { fed.push_back(row); }); });
    ASSERT_EQ(fed.size(), 3U);
    EXPECT_EQ(fed[0].person, bo);
    EXPECT_EQ(fed[0].skill, welding);
    EXPECT_EQ(fed[0].ended, day("2026-11-21"));
    EXPECT_EQ(fed[0].id, ended);
    EXPECT_EQ(fed[1].skill, safety);
    EXPECT_EQ(fed[1].source, Source::certificate);
    EXPECT_EQ(fed[1].level, 4);
    EXPECT_EQ(fed[1].day, day("2026-02-01"));
    EXPECT_EQ(fed[1].expires, day("2027-02-01"));
    EXPECT_EQ(fed[1].ended, std::nullopt);
    EXPECT_EQ(fed[2].person, cia);
    const auto bos = look([&](db::Tx& tx) { return evidence_of(tx, bo); });
    ASSERT_EQ(bos.size(), 2U);
    EXPECT_EQ(bos[0].ended, day("2026-11-21"));
    EXPECT_EQ(bos[1].expires, day("2027-02-01"));
    EXPECT_EQ(look([](db::Tx& tx) { return count(tx); }), 3);
}

INSTANTIATE_ON_BOTH(Assessments);

} // namespace
} // namespace kunna::assessments
