#include "access/trail_page.hpp"
#include "access/visibility.hpp"
#include "assessments/assessments.hpp"
#include "round_company.hpp"

namespace kunna::rounds {
namespace {

constexpr GivenAnswer dont_know{AnswerKind::unknown, {}};
constexpr GivenAnswer not_relevant{AnswerKind::irrelevant, {}};

class Cases : public RoundCompany {
protected:
    // Those that count, as "skill level source".
    std::vector<std::string> standing(PersonId person) {
        std::vector<std::string> all;
        for (const auto& said : look([&](db::Tx& tx) { return assessments::evidence_of(tx, person); }))
            if (!said.ended)
                all.push_back(std::to_string(said.skill.value) + " " + std::to_string(said.level) + " " +
                              std::string{db::enum_name(said.source)});
        return all;
    }
    std::string line(SkillId skill, int level, const char* source) {
        return std::to_string(skill.value) + " " + std::to_string(level) + " " + source;
    }
};

TEST_P(Cases, AnAnswerBecomesASelfRatingAndIsCounted) {
    const RoundId round = opened();
    const CaseId id = own_case(cia);
    const auto first = say(employee(cia), id, welding, 3);
    ASSERT_TRUE(first.ok()) << code(first);
    EXPECT_EQ(first->answered, 1);
    EXPECT_EQ(first->questions, 2);
    EXPECT_EQ(standing(cia), std::vector{line(welding, 3, "self")});
    EXPECT_EQ(told(how_far(round).voices), "self 2 1 0, manager 2 0 0");
    ASSERT_TRUE(say(employee(cia), id, safety, 4).ok());
    EXPECT_EQ(told(how_far(round).voices), "self 2 1 1, manager 2 0 0");
    EXPECT_EQ(last_entry(),
              "round.answered " + std::to_string(round.value) + " person=3,skill=" + std::to_string(safety.value));
}

TEST_P(Cases, DontKnowAndNotRelevantAreAnswersAndNeverLevels) {
    const RoundId round = opened();
    const CaseId id = own_case(cia);
    ASSERT_TRUE(say(employee(cia), id, welding, dont_know).ok());
    ASSERT_TRUE(say(employee(cia), id, safety, not_relevant).ok());
    EXPECT_EQ(told(how_far(round).voices), "self 2 1 1, manager 2 0 0");
    EXPECT_TRUE(standing(cia).empty());
    const auto shown = look([&](db::Tx& tx) { return form(tx, employee(cia), id); });
    EXPECT_EQ(shown->skills[0].answer, dont_know);
    EXPECT_EQ(shown->skills[1].answer, not_relevant);
}

TEST_P(Cases, TheSameAnswerAgainChangesNothingAndAnotherTakesItsPlace) {
    opened();
    const CaseId id = own_case(cia);
    ASSERT_TRUE(say(employee(cia), id, welding, 3).ok());
    const std::int64_t before = entries();
    EXPECT_EQ(say(employee(cia), id, welding, 3)->answered, 1);
    EXPECT_EQ(entries(), before);
    EXPECT_EQ(say(employee(cia), id, welding, 4)->answered, 1);
    EXPECT_EQ(standing(cia), std::vector{line(welding, 4, "self")});
    ASSERT_TRUE(say(employee(cia), id, welding, dont_know).ok());
    EXPECT_TRUE(standing(cia).empty());
}

TEST_P(Cases, AnAnswerTakenBackIsAsIfItHadNotBeenGiven) {
    const RoundId round = opened();
    const CaseId id = own_case(cia);
    ASSERT_TRUE(say(employee(cia), id, welding, 3).ok());
    ASSERT_TRUE(say(employee(cia), id, safety, 3).ok());
    EXPECT_EQ(unsay(employee(cia), id, safety)->answered, 1);
    EXPECT_EQ(told(how_far(round).voices), "self 2 1 0, manager 2 0 0");
    EXPECT_EQ(unsay(employee(cia), id, safety)->answered, 1);
    EXPECT_EQ(unsay(employee(cia), id, welding)->answered, 0);
    EXPECT_EQ(told(how_far(round).voices), "self 2 0 0, manager 2 0 0");
    EXPECT_TRUE(standing(cia).empty());
}

TEST_P(Cases, AStatementThatWasWithdrawnElsewhereDoesNotStandInTheWay) {
    opened();
    const CaseId id = own_case(cia);
    ASSERT_TRUE(say(employee(cia), id, welding, 3).ok());
    const auto said = look([&](db::Tx& tx) { return assessments::evidence_of(tx, cia)[0].id; });
    ASSERT_TRUE(act([&](db::Tx& tx) { return assessments::withdraw(tx, employee(cia), said, "Fel"); }).ok());
    ASSERT_TRUE(say(employee(cia), id, welding, 4).ok());
    EXPECT_EQ(standing(cia), std::vector{line(welding, 4, "self")});
}

TEST_P(Cases, TheFormKnowsTheLevelsInWordsAndWhatWasSaidLast) {
    execute("INSERT INTO skill_anchor (skill, level, text_sv, text_en) VALUES (" + std::to_string(welding.value) +
            ", 3, 'Svetsar själv', 'Welds alone')");
    const auto rate = [&](std::int32_t level, const char* on) {
        ASSERT_TRUE(act([&](db::Tx& tx) {
                        return assessments::record(tx, employee(cia),
                                                   {cia, welding, level, assessments::Source::self, day(on), {}, {}});
                    }).ok());
    };
    rate(2, "2026-03-01");
    rate(1, "2025-03-01");
    opened();
    const auto shown = look([&](db::Tx& tx) { return form(tx, employee(cia), own_case(cia)); });
    ASSERT_TRUE(shown.ok()) << code(shown);
    EXPECT_TRUE(shown->open);
    ASSERT_EQ(shown->skills.size(), 2U);
    EXPECT_EQ(shown->skills[0].skill.anchors[0].text.sv, "Svetsar själv");
    ASSERT_TRUE(shown->skills[0].before);
    EXPECT_EQ(shown->skills[0].before->level, 2);
    EXPECT_EQ(shown->skills[0].before->day, day("2026-03-01"));
    EXPECT_FALSE(shown->skills[1].before);
    EXPECT_FALSE(shown->skills[0].answer);
}

TEST_P(Cases, NobodyAnswersForSomebodyElse) {
    const RoundId round = opened();
    const CaseId own = own_case(cia);
    const CaseId managers = team_case(manager(anna), round, cia);
    ASSERT_TRUE(managers.given());
    for (const access::Actor& other : {employee(bo), manager(anna), manager(erik), hr("Rättelse")}) {
        EXPECT_EQ(code(say(other, own, welding, 3)), "round.case_not_found");
        EXPECT_EQ(code(unsay(other, own, welding)), "round.case_not_found");
        EXPECT_EQ(code(look([&](db::Tx& tx) { return form(tx, other, own); })), "round.case_not_found");
    }
    for (const access::Actor& other : {employee(cia), employee(bo), manager(erik), hr("Rättelse")})
        EXPECT_EQ(code(say(other, managers, welding, 3)), "round.case_not_found");
    EXPECT_EQ(code(say(employee(cia), CaseId{999}, welding, 3)), "round.case_not_found");
}

TEST_P(Cases, AnAnswerThatDoesNotFitIsRefused) {
    opened();
    const CaseId id = own_case(cia);
    EXPECT_EQ(code(say(employee(cia), id, talks, 3)), "round.skill_not_asked"); // Bo is asked about it
    EXPECT_EQ(code(say(employee(cia), id, welding, 9)), "/level level.outside_scale");
    EXPECT_EQ(code(say(employee(cia), id, welding, GivenAnswer{AnswerKind::level, {}})), "/level round.level_missing");
    EXPECT_EQ(code(say(employee(cia), id, welding, GivenAnswer{AnswerKind::unknown, 3})),
              "/level round.level_not_wanted");
}

TEST_P(Cases, AClosedRoundTakesNoAnswersAndKeepsThoseItHas) {
    const RoundId round = opened();
    const CaseId id = own_case(cia);
    ASSERT_TRUE(say(employee(cia), id, welding, 3).ok());
    ASSERT_TRUE(close(round).ok());
    EXPECT_EQ(code(say(employee(cia), id, safety, 3)), "round.closed");
    EXPECT_EQ(code(unsay(employee(cia), id, welding)), "round.closed");
    EXPECT_EQ(own_case(cia), CaseId{});
    EXPECT_FALSE(look([&](db::Tx& tx) { return form(tx, employee(cia), id); })->open);
    EXPECT_EQ(standing(cia), std::vector{line(welding, 3, "self")});
}

TEST_P(Cases, WhoHasLeftIsNoLongerAssessed) {
    opened();
    const CaseId id = own_case(cia);
    execute("UPDATE person SET left_on = 20000 WHERE id = 3");
    EXPECT_EQ(code(say(employee(cia), id, welding, 3)), "round.person_left");
}

TEST_P(Cases, TheManagerOfTheDayRatesTheTeam) {
    const RoundId round = opened();
    const CaseId id = team_case(manager(anna), round, bo);
    ASSERT_TRUE(say(manager(anna), id, welding, 4).ok());
    EXPECT_EQ(standing(bo), std::vector{line(welding, 4, "manager")});
    EXPECT_EQ(told(how_far(round).voices), "self 2 0 0, manager 2 1 0");
    // Bo comes under Erik: Anna no longer knows of the case, Erik sees what was said.
    execute("UPDATE position SET manager = 5 WHERE person = 2");
    EXPECT_EQ(code(say(manager(anna), id, safety, 3)), "round.case_not_found");
    EXPECT_EQ(team_case(manager(anna), round, bo), CaseId{});
    const auto grid = team(*db, manager(erik), round);
    ASSERT_TRUE(grid.ok()) << code(grid);
    ASSERT_EQ(grid->people.size(), 1U);
    EXPECT_EQ(grid->people[0].name, "Bo Berg");
    EXPECT_EQ(grid->people[0].answered, 1);
    ASSERT_TRUE(say(manager(erik), id, safety, 3).ok());
}

TEST_P(Cases, ASelfRatingIsShownToTheManagerOnlyBesideTheirOwn) {
    const RoundId round = opened();
    ASSERT_TRUE(say(employee(bo), own_case(bo), welding, 5).ok());
    const auto cell = [&] { return *team(*db, manager(anna), round)->people[0].cells[0]; };
    EXPECT_FALSE(cell().self);
    const CaseId id = team_case(manager(anna), round, bo);
    const auto said = say(manager(anna), id, welding, 3);
    ASSERT_TRUE(said->self);
    EXPECT_EQ(said->self->level, 5);
    EXPECT_EQ(cell().self->level, 5);
    EXPECT_FALSE(unsay(manager(anna), id, welding)->self);
    EXPECT_FALSE(cell().self);
}

TEST_P(Cases, TheGridHasTheTeamsSkillsAndLeavesOutWhatIsNotAskedAboutAPerson) {
    const RoundId round = opened();
    const auto grid = team(*db, manager(anna), round);
    ASSERT_TRUE(grid.ok()) << code(grid);
    EXPECT_EQ(grid->skills.size(), 3U);
    ASSERT_EQ(grid->people.size(), 2U);
    EXPECT_EQ(grid->people[1].name, "Cia Ceder");
    EXPECT_EQ(grid->people[1].title, "Fitter");
    EXPECT_TRUE(grid->people[0].cells[2]);
    EXPECT_FALSE(grid->people[1].cells[2]); // talks are of Bo's other role
    EXPECT_EQ(grid->people[1].self_questions, 2);
    for (const access::Actor& other : {employee(bo), manager(erik), hr("Rättelse")})
        EXPECT_EQ(code(team(*db, other, round)), "round.not_found");
    const auto mine = look([&](db::Tx& tx) { return my_rounds(tx, manager(anna)); });
    ASSERT_EQ(mine.teams.size(), 1U);
    EXPECT_EQ(mine.teams[0].people, 2);
    EXPECT_EQ(mine.teams[0].questions, 5);
}

TEST_P(Cases, AnswersFarApartAreToldToTheManagerAndToHrWithAReason) {
    const RoundId round = opened();
    const auto answers = [&](PersonId person, SkillId skill, int self, int managers) {
        ASSERT_TRUE(say(employee(person), own_case(person), skill, self).ok());
        ASSERT_TRUE(say(manager(anna), team_case(manager(anna), round, person), skill, managers).ok());
    };
    answers(bo, welding, 4, 2);
    answers(bo, safety, 3, 2); // one level is no conflict
    answers(cia, welding, 0, 4);
    const auto names = [&](const access::Actor& actor, std::optional<UnitId> unit = {}) {
        std::string text;
        const auto found = calibration_meeting(*db, actor, {round, unit});
        if (!found.ok()) return code(found);
        for (const FarApart& one : found->items)
            text += one.name + " " + std::to_string(one.self) + " " + std::to_string(one.manager) + "; ";
        return text;
    };
    EXPECT_EQ(names(manager(anna)), "Cia Ceder 0 4; Bo Berg 4 2; ");
    EXPECT_EQ(names(hr()), "access.reason_needed");
    EXPECT_EQ(names(hr("Kalibrering")), "Cia Ceder 0 4; Bo Berg 4 2; ");
    EXPECT_EQ(names(hr("Kalibrering"), UnitId{2}), "");
    for (const access::Actor& other : {employee(bo), manager(erik), hr_of_office("Kalibrering")})
        EXPECT_EQ(names(other), "round.not_found");
    const auto read = look([&](db::Tx& tx) { return access::reads_about(tx, cia, 1'000, 10); });
    ASSERT_FALSE(read.empty());
    EXPECT_EQ(read[0].reason, "Kalibrering");
}

TEST_P(Cases, EverythingThatWasAnsweredAboutAPersonIsToldToThem) {
    const RoundId round = opened();
    ASSERT_TRUE(say(employee(bo), own_case(bo), welding, dont_know).ok());
    ASSERT_TRUE(say(manager(anna), team_case(manager(anna), round, bo), welding, 2).ok());
    const auto stored = look([&](db::Tx& tx) {
        return answers_about(tx, access::visible_people(tx, employee(bo), access::Sight::levels), bo);
    });
    ASSERT_EQ(stored.size(), 2U);
    EXPECT_EQ(stored[0].voice, Voice::self);
    EXPECT_EQ(stored[0].kind, AnswerKind::unknown);
    EXPECT_EQ(stored[1].level, 2);
    EXPECT_EQ(look([&](db::Tx& tx) {
                  return answers_about(tx, access::visible_people(tx, employee(cia), access::Sight::levels), bo);
              }).size(),
              0U);
}

INSTANTIATE_ON_BOTH(Cases);

} // namespace
} // namespace kunna::rounds
