#include "demo/evidence.hpp"
#include "demo/levels.hpp"
#include "demo/scripted.hpp"
#include "demo/staffing.hpp"
#include "demo/truth.hpp"
#include "demo/voices.hpp"
#include "summary.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <set>
#include <sstream>

namespace kunna::demo {
namespace {

const Date today = *Date::parse("2026-11-21");

const Company& of_5000() {
    static const Company company = generate(5'000, 3, today);
    return company;
}

struct Spread {
    double sum = 0;
    double squares = 0;
    int n = 0;
    void add(double value) {
        sum += value;
        squares += value * value;
        ++n;
    }
    [[nodiscard]] double mean() const { return sum / n; }
    [[nodiscard]] double sd() const { return std::sqrt(squares / n - mean() * mean()); }
};

TEST(Evidence, RoundsToTheNearestWholeLevelAndStaysOnTheScale) {
    EXPECT_EQ(judged_level(3'400, 0, 0), 3);
    EXPECT_EQ(judged_level(3'500, 0, 0), 4);
    EXPECT_EQ(judged_level(3'400, 300, -200), 4);
    EXPECT_EQ(judged_level(100, -400, -900), 0);
    EXPECT_EQ(judged_level(4'900, 400, 900), 5);
}

TEST(Evidence, IsDatedInTheTimeOfTheEmploymentAndNeverInTheFuture) {
    const Company& company = of_5000();
    for (PersonNumber p = 0; p < company.people.size(); ++p)
        for (const Statement& each : statements_of(company, p)) {
            ASSERT_LE(each.day, today);
            ASSERT_GE(each.day, company.people[p].hired);
            ASSERT_LE(each.day, company.people[p].last_day + 10);
            ASSERT_GE(each.level, 0);
            ASSERT_LE(each.level, 5);
            ASSERT_NE(each.assessor != nobody, !each.assessor_name.empty());
            ASSERT_TRUE(each.source != Source::self || each.assessor == p);
            ASSERT_TRUE(each.source != Source::manager || each.assessor != p);
        }
}

TEST(Evidence, SaysNothingTwiceByTheSamePersonOnTheSameDay) {
    const Company& company = of_5000();
    for (PersonNumber p = 0; p < 1'000; ++p) {
        std::set<std::tuple<SkillNumber, int, Date, PersonNumber>> seen;
        for (const Statement& each : statements_of(company, p))
            EXPECT_TRUE(seen.insert({each.skill, static_cast<int>(each.source), each.day, each.assessor}).second);
    }
}

TEST(Evidence, RatersErrByABiasOfTheirOwnOfTheStatedSpread) {
    const Company& company = of_5000();
    Spread biases;
    for (PersonNumber p = 0; p < company.people.size(); ++p) biases.add(rater_bias(company, p));
    const double n = std::sqrt(biases.n);
    EXPECT_NEAR(biases.mean(), 0, 4 * 350 / n);
    EXPECT_NEAR(biases.sd(), 350, 4 * 350 / n);
}

// Where the scale does not cut it off, what is judged is the truth, the bias, the excess and the noise.
TEST(Evidence, SelfRatingsAreThreeTenthsHigherAndTheNoiseIsHalfALevel) {
    const Company& company = of_5000();
    Spread self;
    Spread manager;
    for (PersonNumber p = 0; p < company.people.size(); ++p) {
        if (p == company.persona(Persona::employee)) continue;
        for (const Statement& each : statements_of(company, p)) {
            if (each.source != Source::self && each.source != Source::manager) continue;
            const int truth = true_level(company, p, each.skill, each.day);
            if (truth < 1'900 || truth > 3'100) continue;
            const double off = each.level * 1'000.0 - truth - rater_bias(company, each.assessor);
            (each.source == Source::self ? self : manager).add(off);
        }
    }
    ASSERT_GT(self.n, 20'000);
    EXPECT_NEAR(self.mean(), 300, 20);
    EXPECT_NEAR(manager.mean(), 0, 20);
    // The noise and what rounding adds: √(0.5² + 1/12) = 0.577.
    EXPECT_NEAR(self.sd(), 577, 20);
    EXPECT_NEAR(manager.sd(), 577, 20);
}

TEST(Evidence, TwelveInAHundredRequiredSkillsWereNeverAssessed) {
    const Company& company = of_5000();
    int asked = 0;
    int without = 0;
    for (PersonNumber p = 0; p < company.people.size(); ++p) {
        const Stay* const stay = company.stay_on(p, today);
        if (stay == nullptr) continue;
        for (const RequiredSkill& each : catalogue().roles[stay->role].requirements) {
            ++asked;
            without += missing(company, p, each.skill) ? 1 : 0;
        }
    }
    EXPECT_NEAR(100.0 * without / asked, 12, 1);
}

TEST(Evidence, StatesOfTheCompanyAreMixedAsTheyAreInLife) {
    const test::States states = test::summarise(of_5000()).states;
    EXPECT_GT(states.share(states.met), 55);
    EXPECT_LT(states.share(states.met), 65);
    EXPECT_GT(states.share(states.uncertain), 7);
    EXPECT_LT(states.share(states.uncertain), 12);
    EXPECT_GT(states.share(states.below), 18);
    EXPECT_LT(states.share(states.below), 25);
    EXPECT_GT(states.share(states.unknown), 11.5);
    EXPECT_LT(states.share(states.unknown), 15.5);
}

TEST(Evidence, HasConflictsLapsedProofsAndNotesInEverydaySwedish) {
    const Company& company = of_5000();
    EXPECT_GT(test::summarise(company).conflicts, 500);
    int proofs = 0;
    int lapsed = 0;
    int notes = 0;
    for (PersonNumber p = 0; p < company.people.size(); ++p)
        for (const Statement& each : statements_of(company, p)) {
            notes += each.note.empty() ? 0 : 1;
            if (each.source != Source::certificate || !company.employed(p, today)) continue;
            ++proofs;
            lapsed += *each.expires < today ? 1 : 0;
        }
    EXPECT_GT(notes, 5'000);
    EXPECT_GT(100.0 * lapsed / proofs, 2);
    EXPECT_LT(100.0 * lapsed / proofs, 10);
}

TEST(Evidence, LeavesOneMasterOfControlLogicAtATime) {
    const Company company = generate(500, 1, today);
    const SkillNumber plc = catalogue().skill("plc_programming");
    const auto masters = [&](Date day) {
        int n = 0;
        for (PersonNumber p = 0; p < company.people.size(); ++p)
            if (company.employed(p, day) && true_level(company, p, plc, day) >= 4'000) ++n;
        return n;
    };
    EXPECT_EQ(masters(company.months.turn(10)), 1);
    EXPECT_EQ(masters(today), 1);
}

TEST(Evidence, TheEmployeePersonaShowsEveryState) {
    const Company company = generate(500, 1, today);
    const PersonNumber employee = company.persona(Persona::employee);
    const auto said = statements_of(company, employee);
    const auto sources_of = [&](std::string_view skill) {
        std::set<Source> sources;
        for (const Statement& each : said)
            if (each.skill == catalogue().skill(skill)) sources.insert(each.source);
        return sources;
    };
    EXPECT_TRUE(sources_of("preventive_maintenance").contains(Source::test));
    EXPECT_EQ(sources_of("electrical_safety"), std::set{Source::self});
    EXPECT_TRUE(sources_of("problem_solving").empty());
    const ScriptedContests contests = scripted_contests(said);
    ASSERT_LT(contests.open, said.size());
    ASSERT_LT(contests.corrected, said.size());
    EXPECT_EQ(said[contests.open].assessor, company.persona(Persona::manager));
}

// Months of employment and departures, by first year, training and manager: as the stated chances have it.
TEST(Leaving, FollowsTheStatedHazardInEveryGroup) {
    const Company company = generate(20'000, 8, today);
    struct Group {
        double months = 0;
        double left = 0;
    };
    std::map<std::tuple<bool, bool, bool>, Group> groups;
    for (PersonNumber p = 0; p < company.people.size(); ++p) {
        const Person& who = company.people[p];
        for (int month = 2; month <= Months::count; ++month) {
            const Date turn = company.months.turn(month);
            const Stay* const stay = company.stay_on(p, turn - 1);
            if (stay == nullptr || stay->from >= turn || company.posts[stay->post].steady) continue;
            const PostNumber chief = company.posts[stay->post].manager;
            const PersonNumber manager = chief == nobody ? nobody : company.holder(chief, turn - 1);
            Group& group = groups[{turn - who.hired <= 365, who.trained_month != 0 && who.trained_month < month,
                                   manager != nobody && company.people[manager].good_manager}];
            ++group.months;
            group.left += who.last_day == turn - 1 ? 1 : 0;
        }
    }
    ASSERT_EQ(groups.size(), 8U);
    for (const auto& [key, group] : groups) {
        const auto [first_year, trained, good] = key;
        const double expected = 0.009 * (first_year ? 1.8 : 1) * (trained ? 0.8 : 1) * (good ? 0.65 : 1);
        const double allowed = 4 * std::sqrt(expected / group.months) + 0.03 * expected;
        EXPECT_NEAR(group.left / group.months, expected, allowed)
            << "first year " << first_year << ", trained " << trained << ", good manager " << good << ", "
            << group.months << " months";
    }
}

TEST(Leaving, ANaiveLookExaggeratesWhatTrainingDoes) {
    const Company company = generate(20'000, 8, today);
    double months[2] = {0, 0};
    double left[2] = {0, 0};
    for (PersonNumber p = 0; p < company.people.size(); ++p)
        for (int month = 2; month <= Months::count; ++month) {
            const Date turn = company.months.turn(month);
            const Stay* const stay = company.stay_on(p, turn - 1);
            if (stay == nullptr || company.posts[stay->post].steady) continue;
            const Person& who = company.people[p];
            const int trained = who.trained_month != 0 && who.trained_month < month ? 1 : 0;
            ++months[trained];
            left[trained] += who.last_day == turn - 1 ? 1 : 0;
        }
    const double naive = (left[1] / months[1]) / (left[0] / months[0]);
    EXPECT_LT(naive, 0.77); // the truth is 0.8
    EXPECT_GT(naive, 0.5);
}

TEST(Truth, NamesEveryPersonsBiasAndLevels) {
    const Company company = generate(60, 2, today);
    std::ostringstream out;
    write_truth(company, out);
    const std::string text = out.str();
    EXPECT_TRUE(text.starts_with("fact,person,object,value\nseed,,,2\ntoday,,,2026-11-21\n"));
    EXPECT_NE(text.find("effect,,leave.times_after_training,0.800\n"), std::string::npos);
    EXPECT_NE(text.find("bias,00001,,"), std::string::npos);
    EXPECT_NE(text.find("level,"), std::string::npos);
    std::ostringstream again;
    write_truth(generate(60, 2, today), again);
    EXPECT_EQ(again.str(), text);
}

TEST(Voices, ContestOnlyWhatAManagerSaidAndGiveTheManagerPersonaSomethingToAnswer) {
    const Company company = generate(500, 1, today);
    const Voices voices = voices_of(company);
    int open_for_manager = 0;
    std::set<Reply> replies;
    std::set<std::pair<PersonNumber, SkillNumber>> once;
    for (const Contested& each : voices.contested) {
        EXPECT_EQ(each.statement.source, Source::manager);
        EXPECT_FALSE(each.reason.empty());
        replies.insert(each.reply);
        EXPECT_EQ(each.answer.empty(), each.reply == Reply::none || each.reply == Reply::withdrawn);
        EXPECT_TRUE(each.reply != Reply::corrected || each.corrected_level != each.statement.level);
        EXPECT_TRUE(once.insert({each.person, each.statement.skill}).second);
        const PersonNumber chief = company.manager_of(*company.stay_on(each.person, today), today);
        if (each.reply == Reply::none && chief == company.persona(Persona::manager)) ++open_for_manager;
    }
    EXPECT_GE(open_for_manager, 1);
    EXPECT_GE(replies.size(), 3U);
    EXPECT_GE(voices.contested.size(), 6U);
    EXPECT_FALSE(voices.remarks.empty());
}

} // namespace
} // namespace kunna::demo
