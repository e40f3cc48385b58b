// What evidence adds up to does not depend on the order it comes in, on who writes at the same time, nor on what was
// withdrawn: out of the database, on both engines.
#include "assessments/assessments.hpp"
#include "assessments/contests.hpp"
#include "insights/profile.hpp"
#include "skills/catalogue.hpp"
#include "support/small_company.hpp"

#include <random>
#include <thread>

namespace kunna::insights {
namespace {

using assessments::Source;

struct Said {
    std::size_t skill = 0;
    int level = 0;
    Source source = Source::manager;
    Date day{};
};

class EvidenceAddsUp : public test::SmallCompany {
protected:
    static constexpr std::size_t skill_count = 4;
    std::vector<SkillId> skills_;

    void SetUp() override {
        for (std::size_t i = 0; i < skill_count; ++i) {
            skills::SkillInput wanted;
            wanted.name.sv = "Kompetens " + std::to_string(i);
            skills_.push_back(act([&](db::Tx& tx) { return skills::add_skill(tx, hr(), wanted); })->id);
        }
    }
    AssessmentId record(PersonId of, const Said& said) {
        const auto made = act([&](db::Tx& tx) {
            return assessments::record(tx, said.source == Source::self ? employee(of) : manager(anna),
                                       {of, skills_[said.skill], said.level, said.source, said.day, {}, {}, {}});
        });
        EXPECT_TRUE(made.ok()) << code(made);
        return made->id;
    }
    // Level, confidence and uncertainty of each skill, of one person.
    auto levels(PersonId of) {
        Workforces workforces{*db};
        std::map<std::int64_t, std::tuple<std::optional<double>, double, std::optional<double>, bool>> all;
        const auto profile = skill_profile(*db, workforces, manager(anna), of, {});
        for (const HeldSkill& held : profile->skills)
            all[held.skill.value] = {held.level, held.confidence, held.uncertainty, held.conflict};
        return all;
    }
    static std::vector<Said> random_statements(unsigned seed, int count) {
        std::mt19937 random{seed};
        constexpr std::array sources{Source::self, Source::manager, Source::test, Source::talk, Source::project};
        std::vector<Said> all;
        for (int i = 0; i < count; ++i)
            all.push_back({random() % skill_count, static_cast<int>(random() % 6), sources[random() % sources.size()],
                           day("2026-11-20") - static_cast<int>(random() % 1500)});
        return all;
    }
};

TEST_P(EvidenceAddsUp, TheOrderOfArrivalDoesNotMatter) {
    auto said = random_statements(1, 24);
    for (const Said& one : said) record(bo, one);
    std::mt19937 random{2};
    std::shuffle(said.begin(), said.end(), random);
    for (const Said& one : said) record(cia, one);
    EXPECT_EQ(levels(bo), levels(cia));
    EXPECT_EQ(levels(bo).size(), skill_count);
}

TEST_P(EvidenceAddsUp, WhatIsWithdrawnLeavesWhatWouldHaveBeenWithoutIt) {
    const auto said = random_statements(3, 24);
    for (std::size_t i = 0; i < said.size(); ++i) {
        const AssessmentId id = record(bo, said[i]);
        if (i % 3 != 0) {
            record(cia, said[i]);
            continue;
        }
        const auto taken = act([&](db::Tx& tx) {
            return assessments::withdraw(tx, said[i].source == Source::self ? employee(bo) : manager(anna), id,
                                         "Fel person");
        });
        ASSERT_TRUE(taken.ok()) << code(taken);
    }
    EXPECT_EQ(levels(bo), levels(cia));
}

TEST_P(EvidenceAddsUp, WhatIsCorrectedLeavesWhatTheCorrectionAloneWouldHaveGiven) {
    const Said wrong{0, 1, Source::manager, day("2026-11-21")};
    record(bo, {0, 4, Source::test, day("2026-10-01")});
    const AssessmentId id = record(bo, wrong);
    const auto contest =
        act([&](db::Tx& tx) { return assessments::contest(tx, employee(bo), id, "Jag svetsar varje dag."); });
    ASSERT_TRUE(act([&](db::Tx& tx) {
                    return assessments::answer(tx, manager(anna), contest->id,
                                               {assessments::Outcome::corrected, "Du har rätt.", 4});
                }).ok());
    record(cia, {0, 4, Source::test, day("2026-10-01")});
    record(cia, {0, 4, Source::manager, day("2026-11-21")});
    EXPECT_EQ(levels(bo), levels(cia));
}

TEST_P(EvidenceAddsUp, WritersAtTheSameTimeSettleAsOneAfterTheOther) {
    const auto said = random_statements(5, 32);
    std::vector<std::jthread> writers;
    for (std::size_t writer = 0; writer < 4; ++writer)
        writers.emplace_back([&, writer] {
            for (std::size_t i = writer; i < said.size(); i += 4) record(bo, said[i]);
        });
    writers.clear();
    for (const Said& one : said) record(cia, one);
    EXPECT_EQ(levels(bo), levels(cia));
    const auto verified = look([](db::Tx& tx) { return audit::verify(tx); });
    EXPECT_TRUE(verified.ok) << "the trail has every one of them, in one chain";
}

INSTANTIATE_ON_BOTH(EvidenceAddsUp);

} // namespace
} // namespace kunna::insights
