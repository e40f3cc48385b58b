// How raters lie against each other, out of what is stored: which statements count, and who is told.
#include "assessments/assessments.hpp"
#include "assessments/calibration.hpp"
#include "skills/catalogue.hpp"
#include "support/small_company.hpp"

namespace kunna::assessments {
namespace {

class Calibrating : public test::SmallCompany {
protected:
    std::vector<SkillId> skills_;

    void SetUp() override {
        for (int i = 0; i < 6; ++i) {
            skills::SkillInput wanted;
            wanted.name.sv = "Kompetens " + std::to_string(i);
            skills_.push_back(act([&](db::Tx& tx) { return skills::add_skill(tx, hr(), wanted); })->id);
        }
    }
    AssessmentId say(const access::Actor& actor, PersonId of, std::size_t skill, int level, Source source,
                     const char* on = "2026-11-01", std::optional<Date> expires = {}) {
        return act([&](db::Tx& tx) {
                   return record(tx, actor,
                                 {of,
                                  skills_[skill],
                                  level,
                                  source,
                                  day(on),
                                  {},
                                  expires,
                                  source == Source::expert ? std::optional<std::string>{"Eva Expert"} : std::nullopt});
               })
            ->id;
    }
    // Anna says one step more of Bo than Bo does, in `cases` skills.
    void rate(std::size_t cases) {
        for (std::size_t i = 0; i < cases; ++i) {
            say(employee(bo), bo, i, 2, Source::self);
            say(manager(anna), bo, i, 3, Source::manager);
        }
    }
    Calibrations told(const access::Actor& actor = hr()) {
        return look([&](db::Tx& tx) { return calibrations(tx, actor); });
    }
    OwnCalibration own(PersonId person) {
        return look([&](db::Tx& tx) { return own_calibration(tx, employee(person)); });
    }
};

TEST_P(Calibrating, AManagerWhoSaysAStepMoreIsToldSoAndHrSeesIt) {
    rate(5);
    const auto all = told();
    ASSERT_EQ(all.raters.size(), 1U) << "those who rate themselves only are nobody's calibration but their own";
    EXPECT_EQ(all.raters[0].rater, anna);
    EXPECT_EQ(all.raters[0].name, "Anna Alm");
    EXPECT_EQ(all.raters[0].cases, 5);
    EXPECT_DOUBLE_EQ(all.raters[0].bias, 1);
    EXPECT_DOUBLE_EQ(*all.raters[0].correction, 5.0 / 15);
    ASSERT_TRUE(own(anna).of_others);
    EXPECT_DOUBLE_EQ(own(anna).of_others->bias, 1);
    EXPECT_FALSE(own(anna).of_oneself);
    ASSERT_TRUE(own(bo).of_oneself);
    EXPECT_DOUBLE_EQ(own(bo).of_oneself->bias, -1);
    EXPECT_FALSE(own(bo).of_others);
}

TEST_P(Calibrating, WithFewCasesARaterIsOnlyCounted) {
    rate(4);
    EXPECT_TRUE(told().raters.empty());
    EXPECT_EQ(told().fewer, 1);
    EXPECT_EQ(own(anna).of_others->cases, 4);
    EXPECT_FALSE(own(anna).of_others->correction);
}

TEST_P(Calibrating, TheNewestStatementOfARaterCountsAndNoneThatEndedOrLapsed) {
    rate(5);
    say(manager(anna), bo, 0, 2, Source::manager, "2026-11-10");
    EXPECT_DOUBLE_EQ(told().raters[0].bias, 0.8) << "the first case now agrees";
    say(manager(anna), bo, 1, 5, Source::certificate, "2026-11-11", day("2026-11-15"));
    EXPECT_DOUBLE_EQ(told().raters[0].bias, 0.8) << "lapsed";
    const AssessmentId mistake = say(manager(anna), bo, 2, 5, Source::manager, "2026-11-12");
    EXPECT_DOUBLE_EQ(told().raters[0].bias, 1.2);
    ASSERT_TRUE(act([&](db::Tx& tx) { return withdraw(tx, manager(anna), mistake, "Fel person"); }).ok());
    EXPECT_DOUBLE_EQ(told().raters[0].bias, 0.8) << "as if it had never been said";
}

TEST_P(Calibrating, AnExpertFromOutsideIsNamedAndNotARater) {
    rate(5);
    say(manager(anna), bo, 5, 4, Source::expert);
    EXPECT_EQ(told().raters[0].cases, 5);
    EXPECT_EQ(code(act([&](db::Tx& tx) {
                  return record(tx, manager(anna), {bo, skills_[0], 3, Source::expert, {}, {}, {}, " "});
              })),
              "/assessor assessment.expert_unnamed");
    EXPECT_EQ(code(act([&](db::Tx& tx) {
                  return record(tx, manager(anna), {bo, skills_[0], 3, Source::manager, {}, {}, {}, "Eva"});
              })),
              "/assessor assessment.assessor_is_you");
}

TEST_P(Calibrating, WhoHasLeftIsNoLongerCalibrated) {
    rate(5);
    execute("UPDATE person SET left_on = 20000 WHERE id = 1");
    EXPECT_TRUE(told().raters.empty());
}

TEST_P(Calibrating, HrOfAUnitIsToldOfItsOwnRatersOnly) {
    rate(5);
    EXPECT_TRUE(told(hr_of_office()).raters.empty());
    EXPECT_EQ(told(hr_of_office()).fewer, 0);
}

INSTANTIATE_ON_BOTH(Calibrating);

} // namespace
} // namespace kunna::assessments
