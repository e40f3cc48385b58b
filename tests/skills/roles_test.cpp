#include "skills/catalogue.hpp"
#include "skills/holders.hpp"
#include "skills/packs.hpp"
#include "skills/roles.hpp"
#include "support/small_company.hpp"

namespace kunna::skills {
namespace {

class Roles : public test::SmallCompany {
protected:
    RoleId fitter{};
    SkillId welding{}, safety{};

    void SetUp() override {
        welding = make_skill("Svetsning");
        safety = make_skill("Maskinsäkerhet");
        fitter = act([&](db::Tx& tx) { return add_role(tx, hr(), {{}, {"Montör", "Fitter"}, {}}); })->id;
    }
    SkillId make_skill(const char* name) {
        SkillInput wanted;
        wanted.name.sv = name;
        return act([&](db::Tx& tx) { return add_skill(tx, hr(), wanted); })->id;
    }
    Result<RoleProfile> version(const char* from, std::vector<Requirement> requirements) {
        return act([&](db::Tx& tx) {
            return add_profile(tx, hr(), fitter, {day(from), "note", std::move(requirements)});
        });
    }
    std::vector<Requirement> in_force(const char* on) {
        auto found = look([&](db::Tx& tx) { return find_role(tx, hr(), fitter, day(on)); });
        return found->profile ? found->profile->requirements : std::vector<Requirement>{};
    }
    Result<HeldRole> give(const access::Actor& actor, PersonId person, const char* from, const char* to = nullptr) {
        NewHolder wanted{fitter, day(from), {}};
        if (to != nullptr) wanted.to = day(to);
        return act([&](db::Tx& tx) { return give_role(tx, actor, person, wanted); });
    }
    Result<std::vector<HeldRole>> held(const access::Actor& actor, PersonId person) {
        return look([&](db::Tx& tx) { return roles_of(tx, actor, person); });
    }
};

TEST_P(Roles, AProfileHoldsFromItsDayUntilTheNextOne) {
    ASSERT_TRUE(version("2026-01-01", {{welding, {}, 3, 3, true}}).ok());
    ASSERT_TRUE(version("2027-01-01", {{welding, {}, 4, 3, true}, {safety, {}, 2, 1, false}}).ok());
    EXPECT_TRUE(in_force("2025-12-31").empty());
    ASSERT_EQ(in_force("2026-12-31").size(), 1U);
    EXPECT_EQ(in_force("2026-12-31")[0].level, 3);
    EXPECT_EQ(in_force("2026-12-31")[0].name->sv, "Svetsning");
    EXPECT_EQ(in_force("2027-01-01").size(), 2U);
    auto now = look([&](db::Tx& tx) { return find_role(tx, hr(), fitter, day("2026-11-21")); });
    ASSERT_EQ(now->versions.size(), 2U);
    EXPECT_EQ(now->versions[0].valid_from, day("2027-01-01"));
    EXPECT_EQ(now->versions[0].by, "Hanna HR");
    EXPECT_EQ(now->versions[0].requirements, 2);
    EXPECT_EQ(last_entry(), "role.profile_added 1 valid_from,note,requirements");
}

TEST_P(Roles, APastDayKeepsItsVersionAndADayNotYetPastMayBeCorrected) {
    ASSERT_TRUE(version("2026-01-01", {{welding, {}, 3, 3, true}}).ok());
    EXPECT_EQ(code(version("2026-01-01", {{welding, {}, 4, 3, true}})), "/valid_from profile.day_taken");
    ASSERT_TRUE(version("2026-11-21", {{welding, {}, 4, 3, true}}).ok());
    auto again = version("2026-11-21", {{welding, {}, 5, 3, true}});
    ASSERT_TRUE(again.ok()) << code(again);
    EXPECT_EQ(again->versions.size(), 2U);
    EXPECT_EQ(again->profile->requirements[0].level, 5);
    EXPECT_EQ(last_entry(), "role.profile_changed 1 note,requirements");
}

TEST_P(Roles, ARequirementOutsideTheRulesIsRefusedAtItsPlace) {
    EXPECT_EQ(code(version("2026-12-01", {{welding, {}, 6, 1, false}})),
              "/requirements/0/level requirement.level_outside");
    EXPECT_EQ(code(version("2026-12-01", {{welding, {}, 0, 1, false}})),
              "/requirements/0/level requirement.level_outside");
    EXPECT_EQ(code(version("2026-12-01", {{welding, {}, 3, 4, false}})),
              "/requirements/0/importance requirement.importance");
    EXPECT_EQ(code(version("2026-12-01", {{welding, {}, 3, 1, false}, {welding, {}, 2, 1, false}})),
              "/requirements/1/skill requirement.twice");
    EXPECT_EQ(code(version("2026-12-01", {{SkillId{99}, {}, 3, 1, false}})), "/requirements/0/skill skill.not_found");
    EXPECT_EQ(code(act([&](db::Tx& tx) {
                  return add_profile(tx, hr(), RoleId{99}, {day("2026-12-01"), "", {}});
              })),
              "role.not_found");
}

TEST_P(Roles, ARetiredSkillMayStayInAProfileButIsNotTakenUp) {
    ASSERT_TRUE(version("2026-01-01", {{welding, {}, 3, 3, true}}).ok());
    for (const auto& [skill, name] : {std::pair{welding, "Svetsning"}, std::pair{safety, "Maskinsäkerhet"}}) {
        SkillInput edit;
        edit.name.sv = name;
        edit.retired = true;
        ASSERT_TRUE(act([&, s = skill](db::Tx& tx) { return edit_skill(tx, hr(), s, {}, edit); }).ok());
    }
    EXPECT_TRUE(version("2026-12-01", {{welding, {}, 4, 3, true}}).ok());
    EXPECT_EQ(code(version("2026-12-02", {{safety, {}, 2, 1, false}})), "/requirements/0/skill skill.retired");
}

TEST_P(Roles, TheDifferenceOfTwoVersionsNamesWhatWasAddedRemovedAndChanged) {
    const SkillId lean = make_skill("Ständiga förbättringar");
    ASSERT_TRUE(version("2026-01-01", {{welding, {}, 3, 3, true}, {safety, {}, 2, 2, false}}).ok());
    auto second = version("2026-06-01", {{welding, {}, 4, 3, true}, {lean, {}, 2, 1, false}});
    ASSERT_TRUE(second.ok());
    const RoleProfileId to = second->versions[0].id;
    const RoleProfileId from = second->versions[1].id;
    ASSERT_TRUE(give(hr(), bo, "2026-01-01").ok());
    ASSERT_TRUE(give(hr(), cia, "2026-01-01", "2026-02-01").ok());
    auto found = look([&](db::Tx& tx) { return difference(tx, fitter, from, to); });
    ASSERT_TRUE(found.ok());
    EXPECT_EQ(found->holders, 1);
    std::map<SkillId, RequirementChangeKind> kinds;
    for (const auto& change : found->changes) kinds[change.skill] = change.kind;
    EXPECT_EQ(kinds, (std::map<SkillId, RequirementChangeKind>{{welding, RequirementChangeKind::changed},
                                                               {safety, RequirementChangeKind::removed},
                                                               {lean, RequirementChangeKind::added}}));
    EXPECT_EQ(found->changes[0].before->level, 3);
    EXPECT_EQ(found->changes[0].after->level, 4);
    EXPECT_EQ(code(look([&](db::Tx& tx) { return difference(tx, fitter, from, RoleProfileId{99}); })),
              "profile.not_found");
    EXPECT_TRUE(look([&](db::Tx& tx) { return difference(tx, fitter, from, from); })->changes.empty());
}

TEST_P(Roles, HoldersAreCountedExactlyForThoseWhoEditRolesAndSmallCountsAreWithheldFromOthers) {
    ASSERT_TRUE(give(hr(), bo, "2026-01-01").ok());
    EXPECT_EQ(look([&](db::Tx& tx) { return roles(tx, hr(), tx.today())[0].holders; }), 1);
    EXPECT_EQ(look([&](db::Tx& tx) { return roles(tx, employee(bo), tx.today())[0].holders; }), std::nullopt);
    EXPECT_EQ(look([&](db::Tx& tx) { return roles(tx, employee(bo), day("2025-01-01"))[0].holders; }), 0);
    for (const PersonId person : {anna, cia, dag, erik}) ASSERT_TRUE(give(hr(), person, "2026-01-01").ok());
    EXPECT_EQ(look([&](db::Tx& tx) { return roles(tx, employee(bo), tx.today())[0].holders; }), 5);
    EXPECT_EQ(look([&](db::Tx& tx) { return find_role(tx, employee(bo), fitter, tx.today()); })->holders, 5);
}

TEST_P(Roles, ARoleIsNamedOnceAndAnEditNeedsItsVersion) {
    EXPECT_EQ(code(act([&](db::Tx& tx) {
                  return add_role(tx, hr(), {{}, {"montör", ""}, {}});
              })),
              "/name/sv role.name_taken");
    EXPECT_EQ(code(act([&](db::Tx& tx) {
                  return add_role(tx, hr(), {{}, {" ", ""}, {}});
              })),
              "/name role.name_missing");
    const auto edit = [&](std::int64_t version) {
        return act([&](db::Tx& tx) { return edit_role(tx, hr(), fitter, version, {{"Montör", "Assembler"}, {}}); });
    };
    ASSERT_TRUE(edit(1).ok());
    EXPECT_EQ(last_entry(), "role.edited 1 name");
    EXPECT_EQ(code(edit(1)), "http.stale");
}

TEST_P(Roles, OnlyHrOfTheUnitGivesARoleAndEverybodyElseSeesNobodyThere) {
    EXPECT_EQ(code(give(employee(bo), bo, "2026-01-01")), "person.not_found");
    EXPECT_EQ(code(give(manager(anna), bo, "2026-01-01")), "person.not_found");
    EXPECT_EQ(code(give(learning(), bo, "2026-01-01")), "person.not_found");
    EXPECT_EQ(code(give(hr_of_office(), bo, "2026-01-01")), "person.not_found");
    EXPECT_EQ(code(give(hr(), PersonId{99}, "2026-01-01")), "person.not_found");
    EXPECT_TRUE(give(hr_of_office(), dag, "2026-01-01").ok());
    EXPECT_TRUE(give(hr(), bo, "2026-01-01").ok());
    EXPECT_EQ(last_entry(), "person.role_given 2 role,from,to");
}

TEST_P(Roles, ARoleIsHeldOnceAtATimeAndEndsOnItsLastDay) {
    ASSERT_TRUE(give(hr(), bo, "2026-01-01", "2026-03-31").ok());
    EXPECT_EQ(code(give(hr(), bo, "2026-03-31")), "holder.already");
    EXPECT_EQ(code(give(hr(), bo, "2026-04-02", "2026-04-01")), "/to holder.days");
    ASSERT_TRUE(give(hr(), bo, "2026-04-01").ok());
    const auto end = [&](const char* last) {
        return act([&](db::Tx& tx) { return end_role(tx, hr(), bo, fitter, day(last)); });
    };
    ASSERT_TRUE(end("2026-10-31").ok());
    EXPECT_EQ(code(end("2026-10-31")), "holder.not_found");
    auto roles_now = held(hr(), bo);
    ASSERT_EQ(roles_now->size(), 2U);
    EXPECT_EQ((*roles_now)[0].from, day("2026-04-01"));
    EXPECT_EQ((*roles_now)[0].to, day("2026-10-31"));
    EXPECT_EQ((*roles_now)[1].to, day("2026-03-31"));
    // Ended before it began: it was never held.
    ASSERT_TRUE(give(hr(), bo, "2026-12-01").ok());
    ASSERT_TRUE(end("2026-11-30").ok());
    EXPECT_EQ(held(hr(), bo)->size(), 2U);
}

TEST_P(Roles, WhoSeesThePersonSeesTheRoles) {
    ASSERT_TRUE(give(hr(), bo, "2026-01-01").ok());
    for (const access::Actor& actor : {employee(bo), manager(anna), manager(erik), hr(), learning()})
        EXPECT_EQ(held(actor, bo)->size(), 1U);
    EXPECT_EQ(code(held(employee(cia), bo)), "person.not_found");
    EXPECT_EQ(code(held(hr_of_office(), bo)), "person.not_found");
    EXPECT_EQ(code(held(hr(), PersonId{99})), "person.not_found");
}

TEST_P(Roles, AFileOfHoldersOpensEndsAndLeavesAlone) {
    ASSERT_TRUE(give(hr(), bo, "2026-01-01").ok());
    const std::vector<HolderRecord> records{
        {1, "0002", {"Truckförare"}, {}},
        {2, "0003", {"montör", "Truckförare"}, day("2026-05-01")},
    };
    const auto import = [&]() {
        return act([&](db::Tx& tx) -> Result<HolderChange> {
            HolderChange change = plan_holders(tx, hr(), records, {});
            TRY(apply_holders(tx, hr(), change));
            return change;
        });
    };
    auto first = import();
    ASSERT_TRUE(first.ok());
    EXPECT_EQ(first->changed, 2);
    EXPECT_EQ(first->new_roles, std::vector<std::string>{"Truckförare"});
    auto bos = held(hr(), bo);
    ASSERT_EQ(bos->size(), 2U);
    EXPECT_EQ((*bos)[0].name.sv, "Truckförare");
    EXPECT_EQ((*bos)[1].to, day("2026-11-20"));
    auto cias = held(hr(), cia);
    ASSERT_EQ(cias->size(), 2U);
    EXPECT_EQ((*cias)[0].from, day("2026-05-01"));
    EXPECT_EQ(last_entry(), "roles_held.imported 0 people=2");
    const std::int64_t before = entries();
    auto second = import();
    EXPECT_EQ(second->unchanged, 2);
    EXPECT_EQ(entries(), before);
}

TEST_P(Roles, AFileOfHoldersWithProblemsNamesEachAndChangesNothing) {
    const std::vector<HolderRecord> records{{1, "9999", {"Montör"}, {}},
                                            {2, "0002", {"Truckförare"}, {}},
                                            {3, "0002", {"Montör"}, {}},
                                            {4, "0003", {"Montör"}, {}}};
    const auto change = look([&](db::Tx& tx) { return plan_holders(tx, hr(), records, {{}, false}); });
    std::vector<std::string> found;
    for (const RowProblem& p : change.problems) found.push_back(std::to_string(p.row) + " " + p.column + " " + p.code);
    EXPECT_EQ(found, (std::vector<std::string>{"1 person row.person_unknown", "2 role row.role_unknown",
                                               "3 person row.person_twice"}));
    EXPECT_EQ(code(act([&](db::Tx& tx) { return apply_holders(tx, hr(), change); })), "row.has_errors");
    // Whom the actor may not edit is nobody to the file either.
    const auto narrow = look([&](db::Tx& tx) { return plan_holders(tx, hr_of_office(), records, {}); });
    EXPECT_EQ(narrow.errors, 4);
}

INSTANTIATE_ON_BOTH(Roles);

} // namespace
} // namespace kunna::skills
