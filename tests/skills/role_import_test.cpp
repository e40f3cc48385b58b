#include "skills/catalogue.hpp"
#include "skills/packs.hpp"
#include "skills/role_import.hpp"
#include "skills/roles.hpp"
#include "support/small_company.hpp"

namespace kunna::skills {
namespace {

class RoleFiles : public test::SmallCompany {
protected:
    void SetUp() override {
        ASSERT_TRUE(act([&](db::Tx& tx) { return install_pack(tx, hr(), "tech"); }).ok());
    }
    RoleChange plan(const std::vector<RoleRecord>& records, const RoleOptions& options = {}) {
        return look([&](db::Tx& tx) { return plan_roles(tx, {{}, {}, records}, options); });
    }
    Result<RoleChange> import(const RoleFile& file, const RoleOptions& options = {}) {
        return act([&](db::Tx& tx) -> Result<RoleChange> {
            RoleChange change = plan_roles(tx, file, options);
            TRY(apply_roles(tx, hr(), change));
            return change;
        });
    }
    RoleProfile role(std::string_view name, const char* on = "2026-11-21") {
        return *look([&](db::Tx& tx) {
            RoleFinder finder{tx};
            const KnownRole* known = finder.find(name);
            return find_role(tx, hr(), known != nullptr ? known->id : RoleId{}, day(on));
        });
    }
    static std::vector<std::string> told(const RoleChange& change) {
        std::vector<std::string> all;
        for (const RowProblem& p : change.problems)
            all.push_back(std::to_string(p.row) + " " + p.column + " " + p.value + " " + p.code);
        return all;
    }
};

TEST_P(RoleFiles, WhatWasExportedAndComesBackChangesNothing) {
    RoleFile file;
    file.requirements = look([](db::Tx& tx) { return roles_for_export(tx); });
    ASSERT_GT(file.requirements.size(), 20U);
    const std::int64_t before = entries();
    auto change = import(file);
    ASSERT_TRUE(change.ok());
    EXPECT_TRUE(change->nothing());
    EXPECT_EQ(change->unchanged, 9);
    EXPECT_EQ(change->added + change->changed + change->errors, 0);
    EXPECT_EQ(entries(), before);
}

TEST_P(RoleFiles, ANewRoleAndANewVersionAreMadeAndAllElseStays) {
    const std::vector<RoleRecord> records{
        {1, "", {"Kranförare", "Crane operator"}, "Programmering", 2, 3, true, {}, ""},
        {2, "", {"Kranförare", ""}, "teamwork", 3, 1, false, {}, ""},
        {3, "backend_developer", {}, "programming", 5, 3, true, day("2027-01-01"), "Nya krav"},
    };
    auto done = import({{}, {}, records});
    ASSERT_TRUE(done.ok()) << code(done);
    EXPECT_EQ(done->added, 1);
    EXPECT_EQ(done->changed, 1);
    const RoleProfile crane = role("crane operator");
    EXPECT_EQ(crane.name.sv, "Kranförare");
    ASSERT_TRUE(crane.profile);
    EXPECT_EQ(crane.profile->requirements.size(), 2U);
    EXPECT_EQ(role("backend_developer").profile->requirements.size(), 4U);
    const RoleProfile later = role("backend_developer", "2027-01-01");
    ASSERT_EQ(later.profile->requirements.size(), 1U);
    EXPECT_EQ(later.profile->requirements[0].level, 5);
    EXPECT_EQ(later.profile->note, "Nya krav");
    EXPECT_EQ(last_entry(), "roles.imported 0 roles=1,profiles=2");

    auto again = import({{}, {}, records});
    EXPECT_TRUE(again->nothing());
    EXPECT_EQ(again->unchanged, 2);
}

TEST_P(RoleFiles, TheDryRunShowsEachRequirementBeforeAndAfterAndChangesNothing) {
    std::vector<RoleRecord> records = look([](db::Tx& tx) { return roles_for_export(tx); });
    std::erase_if(records, [](const RoleRecord& r) { return r.role_key != "backend_developer"; });
    records[0].level += 1;
    for (RoleRecord& r : records) r.valid_from = day("2026-12-01");
    const std::int64_t before = entries();
    const RoleChange change = plan(records);
    ASSERT_EQ(change.rows.size(), 1U);
    EXPECT_EQ(change.rows[0].kind, RowChangeKind::changed);
    EXPECT_EQ(change.rows[0].key, "backend_developer");
    ASSERT_EQ(change.rows[0].fields.size(), 1U);
    EXPECT_NE(change.rows[0].fields[0].before, change.rows[0].fields[0].after);
    EXPECT_EQ(entries(), before);
}

TEST_P(RoleFiles, EveryProblemIsNamedByRowAndNothingIsApplied) {
    const std::vector<RoleRecord> records{
        {1, "", {"Kranförare", ""}, "Lyfta tungt", 2, 3, true, {}, ""},
        {2, "", {"Kranförare", ""}, "programming", 9, 3, true, {}, ""},
        {3, "", {"Kranförare", ""}, "programming", 3, 0, true, {}, ""},
        {4, "", {}, "programming", 3, 1, true, {}, ""},
        {5, "", {"Kranförare", ""}, "programming", 3, 1, true, {}, ""},
        {6, "", {"Kranförare", ""}, "Programmering", 2, 1, true, {}, ""},
    };
    const RoleChange change = plan(records);
    EXPECT_EQ(told(change),
              (std::vector<std::string>{"1 skill Lyfta tungt row.skill_unknown", "2 level 9 requirement.level_outside",
                                        "3 importance 0 requirement.importance", "4 role  row.role_missing",
                                        "6 skill Programmering requirement.twice"}));
    EXPECT_EQ(change.errors, 5);
    EXPECT_EQ(code(import({{}, {}, records})), "row.has_errors");
    EXPECT_EQ(look([](db::Tx& tx) { return RoleFinder{tx}.find("kranförare") == nullptr; }), true);
}

TEST_P(RoleFiles, AVersionOfADayThatHasPassedIsNotRewritten) {
    clock.set("2026-12-24");
    auto records = look([](db::Tx& tx) { return roles_for_export(tx); });
    records[0].level = records[0].level == 3 ? 4 : 3;
    const RoleChange change = plan(records);
    ASSERT_EQ(change.errors, 1);
    EXPECT_EQ(change.problems[0].code, "profile.day_taken");
}

TEST_P(RoleFiles, UnknownSkillsAreMadeWhenAskedFor) {
    const std::vector<RoleRecord> records{{1, "", {"Kranförare", ""}, "Lyfta tungt", 2, 3, true, {}, ""},
                                          {2, "", {"Signalman", ""}, "LYFTA  TUNGT", 3, 3, true, {}, ""}};
    auto done = import({{}, {}, records}, {{}, true});
    ASSERT_TRUE(done.ok()) << code(done);
    ASSERT_EQ(done->new_skills.size(), 1U);
    look([](db::Tx& tx) {
        SkillFinder finder{tx};
        EXPECT_EQ(finder.find("lyfta tungt")->key, "lyfta_tungt");
    });
    EXPECT_EQ(role("signalman").profile->requirements[0].level, 3);
    EXPECT_TRUE(import({{}, {}, records}, {{}, true})->nothing());
}

TEST_P(RoleFiles, SeveralVersionsInOneFileAreComparedInTheOrderOfTheirDays) {
    const std::vector<RoleRecord> records{
        {1, "kran", {"Kranförare", ""}, "programming", 4, 2, false, day("2027-01-01"), ""},
        {2, "kran", {"Kranförare", ""}, "programming", 3, 2, false, day("2026-01-01"), ""},
        {3, "kran", {"Kranförare", ""}, "programming", 4, 2, false, day("2028-01-01"), ""}};
    auto done = import({{}, {}, records});
    ASSERT_TRUE(done.ok());
    EXPECT_EQ(done->profiles.size(), 2U); // 2028 says what 2027 said
    EXPECT_EQ(done->unchanged, 1);
    EXPECT_EQ(role("kran", "2026-06-01").profile->requirements[0].level, 3);
    EXPECT_EQ(role("kran", "2028-06-01").profile->requirements[0].level, 4);
    EXPECT_TRUE(import({{}, {}, records})->nothing());
}

INSTANTIATE_ON_BOTH(RoleFiles);

} // namespace
} // namespace kunna::skills
