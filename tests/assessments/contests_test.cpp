#include "access/visibility.hpp"
#include "assessments/contests.hpp"
#include "skills/catalogue.hpp"
#include "support/small_company.hpp"

namespace kunna::assessments {
namespace {

class Contests : public test::SmallCompany {
protected:
    SkillId welding{};
    AssessmentId stated{};

    void SetUp() override {
        skills::SkillInput wanted;
        wanted.name.sv = "Svetsning";
        welding = act([&](db::Tx& tx) { return skills::add_skill(tx, hr(), wanted); })->id;
        stated = state(manager(anna), bo, Source::manager, 2)->id;
        clock.set("2026-12-01");
    }
    Result<Recorded> state(const access::Actor& actor, PersonId person, Source source, std::int32_t level) {
        return act([&](db::Tx& tx) { return record(tx, actor, {person, welding, level, source, {}, {}, {}, {}}); });
    }
    Result<Contest> object(const access::Actor& actor, AssessmentId id) {
        return act([&](db::Tx& tx) { return contest(tx, actor, id, "Jag svetsar själv sedan i våras."); });
    }
    Result<Contest> reply(const access::Actor& actor, ContestId id, const Answer& given) {
        return act([&](db::Tx& tx) { return answer(tx, actor, id, given); });
    }
    std::vector<Statement> all_of(PersonId person) {
        return look([&](db::Tx& tx) {
            return history(tx, access::visible_people(tx, access::Actor::system(), access::Sight::levels), person);
        });
    }
    std::size_t listed(const access::Actor& actor, std::optional<ContestState> of = ContestState::open) {
        return look([&](db::Tx& tx) { return contests(tx, actor, of, {}, 50).size(); });
    }
};

TEST_P(Contests, APersonContestsWhatIsSaidAboutThemAndItCountsMarkedUntilAnswered) {
    auto made = object(employee(bo), stated);
    ASSERT_TRUE(made.ok()) << code(made);
    EXPECT_EQ(made->state, ContestState::open);
    EXPECT_EQ(last_entry(), "contest.opened 2 reason");
    const auto now = all_of(bo);
    EXPECT_TRUE(now[0].contested());
    EXPECT_TRUE(now[0].counts_on(day("2026-12-01")));
    const auto open = look([](db::Tx& tx) { return open_contests(tx); });
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open[0].person, bo);
    EXPECT_EQ(open[0].skill, welding);
    EXPECT_EQ(code(object(employee(bo), stated)), "contest.already_open");
}

TEST_P(Contests, NobodyContestsForAnotherNorTheirOwnRatingNorWhatHasEnded) {
    EXPECT_EQ(code(object(manager(anna), stated)), "contest.only_own");
    EXPECT_EQ(code(object(employee(cia), stated)), "assessment.not_found");
    EXPECT_EQ(code(object(manager(erik), stated)), "assessment.not_found");
    EXPECT_EQ(code(object(hr("Tvist"), stated)), "contest.only_own");
    const auto own = state(employee(bo), bo, Source::self, 4)->id;
    EXPECT_EQ(code(object(employee(bo), own)), "contest.own_rating");
    ASSERT_TRUE(act([&](db::Tx& tx) { return withdraw(tx, manager(anna), stated, "Fel"); }).ok());
    EXPECT_EQ(code(object(employee(bo), stated)), "assessment.ended");
}

TEST_P(Contests, UpheldMeansThatTheStatementStandsAndMayBeContestedAgain) {
    const auto id = object(employee(bo), stated)->id;
    auto answered = reply(manager(anna), id, {Outcome::upheld, "Vi ser över det i vår.", {}});
    ASSERT_TRUE(answered.ok()) << code(answered);
    EXPECT_EQ(answered->state, ContestState::upheld);
    EXPECT_EQ(answered->answered_by, "Anna Alm");
    EXPECT_EQ(answered->answer, "Vi ser över det i vår.");
    EXPECT_EQ(last_entry(), "contest.answered 2 outcome,answer");
    const auto now = all_of(bo);
    ASSERT_EQ(now.size(), 1U);
    EXPECT_FALSE(now[0].contested());
    EXPECT_TRUE(now[0].counts_on(day("2026-12-01")));
    EXPECT_EQ(code(reply(manager(anna), id, {Outcome::upheld, "Igen", {}})), "contest.closed");
    EXPECT_TRUE(object(employee(bo), stated).ok());
    EXPECT_EQ(all_of(bo)[0].contests.size(), 2U);
}

TEST_P(Contests, CorrectedEndsTheOldStatementTodayAndRecordsAnother) {
    const auto id = object(employee(bo), stated)->id;
    EXPECT_EQ(code(reply(manager(anna), id, {Outcome::corrected, "Rätt", {}})), "/level contest.level_needed");
    EXPECT_EQ(code(reply(manager(anna), id, {Outcome::corrected, "Rätt", 2})), "/level contest.level_same");
    EXPECT_EQ(code(reply(manager(anna), id, {Outcome::corrected, "Rätt", 9})), "/level level.outside_scale");
    EXPECT_EQ(code(reply(manager(anna), id, {Outcome::upheld, "Nej", 3})), "/level contest.level_not_wanted");
    ASSERT_TRUE(reply(hr(), id, {Outcome::corrected, "Du har rätt.", 3}).ok());
    const auto now = all_of(bo);
    ASSERT_EQ(now.size(), 2U);
    EXPECT_EQ(now[0].level, 3);
    EXPECT_EQ(now[0].day, day("2026-12-01"));
    EXPECT_EQ(now[0].assessor_name, "Hanna HR");
    EXPECT_EQ(now[1].end->replaced_by, now[0].id);
    EXPECT_EQ(now[1].contests[0].state, ContestState::corrected);
    // On no day do both count, and a past day answers as it did.
    for (const char* on : {"2026-11-21", "2026-11-30", "2026-12-01", "2027-01-01"})
        EXPECT_EQ(now[0].counts_on(day(on)) + now[1].counts_on(day(on)), 1) << on;
}

TEST_P(Contests, OnlyTheManagerAndHrOfTheUnitAnswerAndNeverThePerson) {
    const auto id = object(employee(bo), stated)->id;
    const Answer upheld{Outcome::upheld, "Står kvar.", {}};
    EXPECT_EQ(code(reply(employee(bo), id, upheld)), "contest.not_own_answer");
    EXPECT_EQ(code(reply(employee(cia), id, upheld)), "contest.not_found");
    EXPECT_EQ(code(reply(manager(erik), id, upheld)), "contest.not_found");
    EXPECT_EQ(code(reply(learning(), id, upheld)), "contest.not_found");
    EXPECT_EQ(code(reply(hr_of_office(), id, upheld)), "contest.not_found");
    EXPECT_EQ(code(reply(hr(), ContestId{99}, upheld)), "contest.not_found");
    EXPECT_EQ(code(reply(hr(), id, {Outcome::upheld, " ", {}})), "/answer assessment.text_missing");
    EXPECT_TRUE(reply(hr(), id, upheld).ok());
}

TEST_P(Contests, ThePersonMayTakeItBackAndTheStatementCannotBeWithdrawnMeanwhile) {
    const auto id = object(employee(bo), stated)->id;
    EXPECT_EQ(code(act([&](db::Tx& tx) { return withdraw(tx, manager(anna), stated, "Fel"); })),
              "contest.answer_first");
    const auto back = [&](const access::Actor& actor) {
        return code(act([&](db::Tx& tx) { return take_back(tx, actor, id); }));
    };
    EXPECT_EQ(back(manager(anna)), "contest.only_own");
    EXPECT_EQ(back(employee(cia)), "contest.not_found");
    EXPECT_EQ(back(employee(bo)), "");
    EXPECT_EQ(back(employee(bo)), "contest.closed");
    EXPECT_EQ(last_entry(), "contest.withdrawn 2 ");
    EXPECT_EQ(all_of(bo)[0].contests[0].state, ContestState::withdrawn);
    EXPECT_EQ(listed(employee(bo), std::nullopt), 1U);
}

TEST_P(Contests, EachSeesTheContestsTheyHaveAPartInNewestFirst) {
    const auto second = state(manager(anna), cia, Source::test, 1)->id;
    ASSERT_TRUE(object(employee(bo), stated).ok());
    ASSERT_TRUE(object(employee(cia), second).ok());
    EXPECT_EQ(listed(employee(bo)), 1U);
    EXPECT_EQ(listed(manager(anna)), 2U);
    EXPECT_EQ(listed(manager(erik)), 0U);
    EXPECT_EQ(listed(hr()), 2U);
    EXPECT_EQ(listed(hr("Tvist")), 2U);
    EXPECT_EQ(listed(hr_of_office()), 0U);
    EXPECT_EQ(listed(learning()), 0U);
    EXPECT_EQ(listed(hr(), ContestState::upheld), 0U);
    const auto rows = look([&](db::Tx& tx) { return contests(tx, hr(), {}, {}, 1); });
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].person_name, "Cia Ceder");
    EXPECT_EQ(rows[0].source, Source::test);
    EXPECT_EQ(rows[0].assessor, "Anna Alm");
    const auto older = look([&](db::Tx& tx) { return contests(tx, hr(), {}, rows[0].contest.id, 10); });
    ASSERT_EQ(older.size(), 1U);
    EXPECT_EQ(older[0].person, bo);
}

INSTANTIATE_ON_BOTH(Contests);

} // namespace
} // namespace kunna::assessments
