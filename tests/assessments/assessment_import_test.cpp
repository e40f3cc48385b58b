#include "access/visibility.hpp"
#include "assessments/assessment_import.hpp"
#include "assessments/assessments.hpp"
#include "assessments/hash_set.hpp"
#include "skills/catalogue.hpp"
#include "support/small_company.hpp"

#include <set>

namespace kunna::assessments {
namespace {

class AssessmentFiles : public test::SmallCompany {
protected:
    SkillId welding{};

    void SetUp() override {
        skills::SkillInput wanted;
        wanted.name = {"Svetsning", "Welding"};
        welding = act([&](db::Tx& tx) { return skills::add_skill(tx, hr(), wanted); })->id;
    }
    static AssessmentRecord row(std::int64_t number, std::string_view person, std::int32_t level,
                                Source source = Source::manager, const char* on = "2026-03-01",
                                std::string_view assessor = "0001") {
        AssessmentRecord r;
        r.row = number;
        r.person = person;
        r.skill = "welding";
        r.level = level;
        r.source = source;
        r.day = day(on);
        r.assessor = assessor;
        return r;
    }
    static NextRecord from(const std::vector<AssessmentRecord>& records) {
        return [&records, at = std::size_t{0}](AssessmentRecord& into) mutable {
            if (at == records.size()) return false;
            into = records[at++];
            return true;
        };
    }
    AssessmentOutcome plan(const access::Actor& actor, const std::vector<AssessmentRecord>& records) {
        told.clear();
        return look([&](db::Tx& tx) { return plan_assessments(tx, actor, from(records), tell); });
    }
    Result<AssessmentOutcome> import(const std::vector<AssessmentRecord>& records, std::size_t batch = 1'000'000) {
        told.clear();
        return act([&](db::Tx& tx) { return apply_assessments(tx, hr(), from(records), tell, batch); });
    }
    std::int64_t stored() {
        return look([](db::Tx& tx) { return count(tx); });
    }

    std::vector<std::string> told;
    TellProblem tell = [this](RowProblem p) { told.push_back(std::to_string(p.row) + " " + p.column + " " + p.code); };
};

TEST_P(AssessmentFiles, AFileIsAppendedAndTheSameFileAgainChangesNothing) {
    std::vector<AssessmentRecord> records{row(1, "0002", 3), row(2, "0003", 2, Source::self, "2026-03-01", ""),
                                          row(3, "0002", 3, Source::certificate, "2026-03-01", "Svetskommissionen")};
    records[2].note = " Intyg 17 ";
    records[2].expires = day("2029-03-01");
    const AssessmentOutcome dry = plan(hr(), records);
    EXPECT_EQ(dry.added, 3);
    EXPECT_EQ(dry.people, 2);
    EXPECT_EQ(stored(), 0);
    auto first = import(records);
    ASSERT_TRUE(first.ok()) << code(first);
    EXPECT_EQ(first->added, 3);
    EXPECT_EQ(last_entry(), "assessments.imported 0 rows=3,people=2");
    const std::int64_t before = entries();
    auto second = import(records);
    EXPECT_EQ(second->added, 0);
    EXPECT_EQ(second->unchanged, 3);
    EXPECT_EQ(stored(), 3);
    EXPECT_EQ(entries(), before);

    const auto bos = look([&](db::Tx& tx) {
        return history(tx, access::visible_people(tx, access::Actor::system(), access::Sight::levels), bo);
    });
    ASSERT_EQ(bos.size(), 2U);
    EXPECT_EQ(bos[0].assessor_name, "Svetskommissionen");
    EXPECT_EQ(bos[0].note, "Intyg 17");
    EXPECT_EQ(bos[0].expires, day("2029-03-01"));
    EXPECT_EQ(bos[1].assessor, anna);
    EXPECT_EQ(look([&](db::Tx& tx) { return evidence_of(tx, cia)[0].source; }), Source::self);
}

TEST_P(AssessmentFiles, AnyPartThatDiffersMakesAnotherStatement) {
    const std::vector<AssessmentRecord> records{row(1, "0002", 3),
                                                row(2, "0002", 4),
                                                row(3, "0003", 3),
                                                row(4, "0002", 3, Source::test),
                                                row(5, "0002", 3, Source::manager, "2026-03-02"),
                                                row(6, "0002", 3, Source::manager, "2026-03-01", "0005"),
                                                row(7, "0002", 3, Source::manager, "2026-03-01", "Någon annan"),
                                                row(8, "0002", 3, Source::manager, "2026-03-01", ""),
                                                row(9, "0002", 3)}; // said twice
    auto done = import(records);
    ASSERT_TRUE(done.ok());
    EXPECT_EQ(done->added, 8);
    EXPECT_EQ(done->unchanged, 1);
    EXPECT_EQ(import(records)->unchanged, 9);
}

TEST_P(AssessmentFiles, EveryProblemIsToldByRowAndNothingIsKept) {
    std::vector<AssessmentRecord> records{row(1, "0002", 3),
                                          row(2, "9999", 3),
                                          row(3, "0002", 6),
                                          row(4, "0002", -1),
                                          row(5, "0002", 3, Source::test, "2026-11-22"),
                                          row(6, "0002", 3),
                                          row(7, "0002", 3)};
    records[5].skill = "Lödning";
    records[6].expires = day("2026-02-01");
    EXPECT_EQ(plan(hr(), records).errors, 6);
    const std::vector<std::string> expected{"2 person row.person_unknown", "3 level level.outside_scale",
                                            "4 level level.outside_scale", "5 day assessment.day_in_future",
                                            "6 skill row.skill_unknown",   "7 expires assessment.expires_before_day"};
    EXPECT_EQ(told, expected);
    EXPECT_EQ(code(import(records)), "row.has_errors");
    EXPECT_EQ(told, expected);
    EXPECT_EQ(stored(), 0);
}

TEST_P(AssessmentFiles, HrOfOneUnitRecordsOnlyForItsPeopleAndMayNameAnyAssessor) {
    const std::vector<AssessmentRecord> records{row(1, "0002", 3), row(2, "0004", 3)};
    const AssessmentOutcome found = plan(hr_of_office(), records);
    EXPECT_EQ(found.added, 1);
    EXPECT_EQ(told, std::vector<std::string>{"1 person row.person_unknown"});
    ASSERT_TRUE(
        act([&](db::Tx& tx) { return apply_assessments(tx, hr_of_office(), from({row(2, "0004", 3)}), tell); }).ok());
    EXPECT_EQ(look([&](db::Tx& tx) {
                  return history(tx, access::visible_people(tx, access::Actor::system(), access::Sight::levels), dag)[0]
                      .assessor;
              }),
              anna);
}

TEST_P(AssessmentFiles, PeopleAreFoundByEmailInAnyCase) {
    auto done = import({row(1, " Anna@Example.org ", 3, Source::manager, "2026-03-01", "0005")});
    ASSERT_TRUE(done.ok()) << (told.empty() ? "" : told[0]);
    EXPECT_EQ(look([&](db::Tx& tx) { return evidence_of(tx, anna).size(); }), 1U);
}

TEST_P(AssessmentFiles, AWithdrawnStatementDoesNotComeBackWithItsFile) {
    ASSERT_TRUE(import({row(1, "0002", 3)}).ok());
    const auto id = look([&](db::Tx& tx) { return evidence_of(tx, bo)[0].id; });
    ASSERT_TRUE(act([&](db::Tx& tx) { return withdraw(tx, access::Actor::system(), id, "Fel"); }).ok());
    EXPECT_EQ(import({row(1, "0002", 3)})->unchanged, 1);
}

TEST_P(AssessmentFiles, WhatWasExportedAndComesBackChangesNothing) {
    std::vector<AssessmentRecord> records{row(1, "0002", 3), row(2, "0003", 2, Source::self, "2026-03-01", ""),
                                          row(3, "0002", 4, Source::certificate, "2026-03-01", "Svetskommissionen")};
    ASSERT_TRUE(import(records).ok());
    std::vector<ExportRow> out;
    look([&](db::Tx& tx) {
        each_for_export(tx, access::visible_people(tx, hr("Flytt"), access::Sight::levels),
                        [&](const ExportRow& exported) { out.push_back(exported); });
    });
    ASSERT_EQ(out.size(), 3U);
    std::vector<AssessmentRecord> back;
    for (const ExportRow& e : out) {
        AssessmentRecord r;
        r.person = e.person;
        r.skill = e.skill;
        r.level = e.level;
        r.source = e.source;
        r.day = e.day;
        r.assessor = e.assessor;
        r.note = e.note;
        r.expires = e.expires;
        back.push_back(r);
    }
    EXPECT_EQ(import(back)->unchanged, 3);
}

TEST_P(AssessmentFiles, ManyPeopleAndManyRowsAreComparedAllTheSame) {
    // More people than are looked up one by one, and more rows than are written at a time.
    std::string sql = "INSERT INTO person (id, number, given, family, hired, search, sort_sv) VALUES ";
    std::vector<std::string> numbers;
    for (int i = 0; i < 2'500; ++i) {
        numbers.push_back("x" + std::to_string(i));
        sql += std::string{i == 0 ? "" : ","} + "(" + std::to_string(100 + i) + ",'" + numbers.back() +
               "','A','B',15000,'','')";
    }
    execute(sql);
    std::vector<AssessmentRecord> records;
    for (const std::string& number : numbers)
        for (int d = 1; d <= 9; ++d)
            records.push_back(row(static_cast<std::int64_t>(records.size()) + 1, number, d % 6, Source::test,
                                  ("2026-03-0" + std::to_string(d)).c_str()));
    records[7].note = "kvar";
    std::swap(records[7], records[20'999]);
    auto first = import(records, 1'000);
    ASSERT_TRUE(first.ok());
    EXPECT_EQ(first->added, 22'500);
    EXPECT_EQ(first->people, 2'500);
    records[22'000].level = (records[22'000].level + 1) % 6;
    auto second = import(records, 1'000);
    EXPECT_EQ(second->added, 1);
    EXPECT_EQ(second->unchanged, 22'499);
    const auto firsts = look([&](db::Tx& tx) {
        return history(tx, access::visible_people(tx, access::Actor::system(), access::Sight::levels), PersonId{100});
    });
    ASSERT_EQ(firsts.size(), 9U);
    for (const Statement& s : firsts) EXPECT_EQ(s.note, s.day == day("2026-03-08") ? "kvar" : "");
    EXPECT_EQ(stored(), 22'501);
}

INSTANTIATE_ON_BOTH(AssessmentFiles);

TEST(Hashes, TheSetKnowsWhatItHasAndWhatItHasNot) {
    HashSet set;
    std::set<std::uint64_t> reference;
    std::uint64_t hash = 1;
    for (int i = 0; i < 50'000; ++i) {
        hash = hash * 6364136223846793005ULL + 1442695040888963407ULL;
        const std::uint64_t value = hash >> 49U; // many repeat
        EXPECT_EQ(set.insert(value == 0 ? 1 : value), reference.insert(value == 0 ? 1 : value).second);
    }
    EXPECT_EQ(set.size(), reference.size());
}

} // namespace
} // namespace kunna::assessments
