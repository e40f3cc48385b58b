#include "round_company.hpp"
#include "rounds/case_rows.hpp"
#include "rounds/comparison.hpp"

namespace kunna::rounds {
namespace {

// Twelve more fitters: 101–106 in cell A and 107–112 in cell B of unit 1, all led by Anna.
class Comparing : public RoundCompany {
protected:
    Comparisons known;

    void SetUp() override {
        RoundCompany::SetUp();
        execute("INSERT INTO unit (id, parent, code, name, sort_sv) VALUES (10, 1, 'a', 'Cell A', 'a'),"
                " (11, 1, 'b', 'Cell B', 'b')");
        for (std::int64_t id = 101; id <= 112; ++id) {
            const std::string number = std::to_string(id);
            execute("INSERT INTO person (id, number, given, family, hired, search, sort_sv) VALUES (" + number +
                    ", 'n" + number +
                    "', 'Ny', 'N', 15000, '', '');"
                    "INSERT INTO position (person, unit, title, manager, valid_from) VALUES (" +
                    number + ", " + (id <= 106 ? "10" : "11") + ", 'Fitter', 1, 15000)");
            give(PersonId{id}, fitter);
        }
        execute("INSERT INTO account (id, email, email_folded, name, created) VALUES"
                " (30, 'x@y.example', 'x@y.example', 'Eva Ek', 0), (31, 'z@y.example', 'z@y.example', 'Ove Ek', 0)");
    }
    // One after the other from 101 on, about welding; 0 gives no answer.
    void answers(RoundId round, const std::vector<int>& self, const std::vector<int>& managers = {}) {
        const auto grid = team(*db, manager(anna), round);
        ASSERT_TRUE(grid.ok());
        for (std::size_t i = 0; i < self.size(); ++i) {
            const PersonId person{static_cast<std::int64_t>(101 + i)};
            if (self[i] != 0) {
                ASSERT_TRUE(say(employee(person), own_case(person), welding, self[i]).ok());
            }
            if (i >= managers.size()) continue;
            for (const GridPerson& one : grid->people)
                if (one.person == person) {
                    ASSERT_TRUE(say(manager(anna), one.case_, welding, managers[i]).ok());
                }
        }
    }
    // A closed round with these answers.
    RoundId asked(const std::vector<int>& self, const std::vector<int>& managers = {}) {
        const RoundId round = opened();
        answers(round, self, managers);
        EXPECT_TRUE(close(round).ok());
        return round;
    }
    Result<Comparison> compared(RoundId round, const access::Actor& actor = hr()) {
        return look([&](db::Tx& tx) { return compare(tx, known, actor, {round, {}, {}, welding}); });
    }
    void answer_outside(RoundId round, PersonId person, AccountId account, int level) {
        access::Actor actor;
        actor.account = account;
        actor.grants = {{access::Role::assessor, {}}};
        const auto asked = act([&](db::Tx& tx) -> Result<CaseId> {
            return *add_case(tx, round, person, Voice::assessor, account.value, {});
        });
        ASSERT_TRUE(say(actor, *asked, welding, level).ok());
    }
    // "Line 12 0.5; Cell A hidden"
    static std::string told(const Comparison& comparison, Movement ComparedRow::*measure) {
        std::string text;
        for (const ComparedRow& row : comparison.items) {
            const Movement& moved = row.*measure;
            if (!text.empty()) text += "; ";
            text += row.unit_name;
            if (moved.hidden) text += " hidden";
            if (moved.mean) text += " " + std::to_string(moved.people) + " " + std::to_string(*moved.mean).substr(0, 4);
        }
        return text;
    }
};

TEST_P(Comparing, MovementIsToldOverThoseWhoAnsweredBothTimes) {
    asked({1, 1, 2, 2, 3, 3, 1, 1, 2, 2, 3, 3});
    const RoundId later = asked({2, 2, 2, 2, 3, 3, 2, 2, 2, 2, 3, 3});
    const auto comparison = compared(later);
    ASSERT_TRUE(comparison.ok()) << code(comparison);
    ASSERT_TRUE(comparison->before);
    EXPECT_EQ(told(*comparison, &ComparedRow::self), "Line 12 0.33; Cell A 6 0.33; Cell B 6 0.33");
    EXPECT_EQ(told(*comparison, &ComparedRow::manager), "Line; Cell A; Cell B");
    EXPECT_EQ(comparison->units.size(), 3U);
}

TEST_P(Comparing, FewerThanFiveAreHiddenAndCannotBeWorkedOutFromTheRest) {
    asked({1, 1, 2, 2, 3, 3, 1, 1, 1, 0, 0, 0});
    const RoundId later = asked({2, 2, 2, 2, 3, 3, 1, 1, 2, 2, 2, 2});
    // Line less Cell A would be the three of Cell B.
    EXPECT_EQ(told(*compared(later), &ComparedRow::self), "Line 9 0.33; Cell A hidden; Cell B hidden");
}

TEST_P(Comparing, WhenAFewAllMovedAlikeItIsHiddenToo) {
    asked({1, 1, 1, 1, 1, 1});
    EXPECT_EQ(told(*compared(asked({2, 2, 2, 2, 2, 2})), &ComparedRow::self), "Line hidden; Cell A hidden");
}

TEST_P(Comparing, SelfAndManagerAreSetAgainstEachOtherAlsoInTheFirstRound) {
    const RoundId first = asked({3, 3, 3, 4, 4, 4}, {2, 2, 2, 4, 4, 4});
    const auto comparison = compared(first);
    ASSERT_TRUE(comparison.ok());
    EXPECT_FALSE(comparison->before);
    EXPECT_EQ(told(*comparison, &ComparedRow::apart), "Line 6 0.50; Cell A 6 0.50");
}

TEST_P(Comparing, AVoiceThatSeveralHaveIsComparedByTheMeanOfThoseWhoAnswered) {
    const auto outside = [&](const std::vector<std::vector<int>>& levels) {
        const RoundId round = opened();
        for (std::size_t one = 0; one < levels.size(); ++one) {
            const AccountId account{30 + static_cast<std::int64_t>(one)};
            for (std::size_t i = 0; i < levels[one].size(); ++i)
                answer_outside(round, PersonId{static_cast<std::int64_t>(101 + i)}, account, levels[one][i]);
        }
        EXPECT_TRUE(close(round).ok());
        return round;
    };
    outside({{2, 2, 2, 2, 2, 2}});
    // Two now: three people a step and a half above what was said of them, three where they were.
    const RoundId later = outside({{3, 3, 3, 2, 2, 2}, {4, 4, 4, 2, 2, 2}});
    const auto comparison = compared(later);
    ASSERT_TRUE(comparison.ok()) << code(comparison);
    EXPECT_EQ(told(*comparison, &ComparedRow::assessor), "Line 6 0.75; Cell A 6 0.75");
    EXPECT_EQ(comparison->voices, std::vector{Voice::assessor});
    const RoundId fewer = outside({{3, 3, 3, 2}});
    EXPECT_EQ(told(*compared(fewer), &ComparedRow::assessor), "Line hidden; Cell A hidden");
}

TEST_P(Comparing, AnOpenRoundIsNotCompared) {
    EXPECT_EQ(code(compared(opened())), "round.not_closed");
}

TEST_P(Comparing, HrOfAUnitComparesItsOwnUnitsAndNoOther) {
    asked({1, 1, 2, 2, 3, 3});
    const RoundId later = asked({2, 2, 2, 2, 3, 3});
    EXPECT_EQ(code(compared(later, hr_of_office())), "round.not_found");
    execute("UPDATE account_role SET unit = 10 WHERE account = 22");
    EXPECT_EQ(told(*compared(later, hr_of_office()), &ComparedRow::self), "Cell A 6 0.33");
    const auto above = look([&](db::Tx& tx) { return compare(tx, known, hr_of_office(), {later, {}, UnitId{1}, {}}); });
    EXPECT_EQ(code(above), "unit.not_found");
}

TEST_P(Comparing, TheFileHasALineForEachUnitAndSkillAndSaysWhatIsHidden) {
    asked({1, 1, 2, 2, 3, 3, 1});
    const RoundId later = asked({2, 2, 2, 2, 3, 3, 2});
    const auto comparison = look([&](db::Tx& tx) { return compare(tx, known, hr(), {later, {}, {}, {}}, true); });
    EXPECT_EQ(look([&](db::Tx& tx) { return compare(tx, known, hr(), {later, {}, {}, {}}); })->items.size(), 1U);
    std::string file;
    ASSERT_TRUE(write_comparison(comparison->items, "en", tabular::string_sink(file)).ok());
    EXPECT_NE(file.find("Unit,Skill,People (self),Movement (self)"), std::string::npos) << file;
    EXPECT_NE(file.find("Line,Svetsning,7,0.43"), std::string::npos) << file;
    EXPECT_NE(file.find("Cell B,Svetsning,,,,,,,,,,,too few people"), std::string::npos) << file;
}

INSTANTIATE_ON_BOTH(Comparing);

} // namespace
} // namespace kunna::rounds
