// What would be, over rows in a database, by who asks: the numbers, what is refused, and what nobody may find out by
// it.
#include "access/trail_page.hpp"
#include "insights/figures.hpp"
#include "what_if_company.hpp"
#include "whatif/whatif.hpp"

#include <gmock/gmock.h>

namespace kunna::whatif {
namespace {

using engine::Source;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class WhatIfs : public WhatIfCompany {
protected:
    Result<WhatIf> ask(const access::Actor& actor, const WhatIfAssumptions& assumed) {
        return what_if(*db, *workforces.current(), actor, assumed, {});
    }
    WhatIf told(const access::Actor& actor, const WhatIfAssumptions& assumed) {
        auto answer = ask(actor, assumed);
        if (!answer.ok()) throw std::runtime_error{code(answer)};
        return std::move(answer).unwrap();
    }
    std::vector<std::string> refused(const access::Actor& actor, const WhatIfAssumptions& assumed) {
        return fields_of(ask(actor, assumed));
    }
    static std::size_t cell(const insights::GapMap& map, UnitId unit, SkillId skill) {
        const auto u =
            std::find_if(map.units.begin(), map.units.end(), [&](const auto& one) { return one.id == unit; });
        const auto s =
            std::find_if(map.skills.begin(), map.skills.end(), [&](const auto& one) { return one.id == skill; });
        return static_cast<std::size_t>(u - map.units.begin()) * map.skills.size() +
               static_cast<std::size_t>(s - map.skills.begin());
    }
    // required and met of a cell, before and after.
    std::vector<std::int32_t> numbers(const WhatIf& answer, UnitId unit, SkillId skill) {
        const std::size_t at = cell(answer.before, unit, skill);
        return {answer.before.required[at], answer.before.met[at], answer.after.required[at], answer.after.met[at]};
    }
};

TEST_P(WhatIfs, NothingAssumedNothingChanges) {
    const WhatIf answer = told(system, {});
    EXPECT_EQ(answer.before.required, answer.after.required);
    EXPECT_EQ(answer.before.coverage, answer.after.coverage);
    EXPECT_EQ(answer.whole.before.requirements, answer.whole.after.requirements);
    EXPECT_EQ(answer.whole.people, answer.whole.people_after);
}

TEST_P(WhatIfs, WhoLeavesIsMissedBecauseThePostStaysEmpty) {
    state(bo, welding, 4, "2026-11-20", Source::test);
    const WhatIf answer = told(manager(anna), {.leave = {bo}});
    EXPECT_THAT(numbers(answer, line, welding), ElementsAre(15, 7, 15, 6));
    EXPECT_EQ(answer.units[0].people, 16);
    EXPECT_EQ(answer.units[0].people_after, 15);
    const auto reads = look([&](db::Tx& tx) { return access::reads_about(tx, bo, 1 << 30, 100); });
    EXPECT_FALSE(reads.empty()) << "who was assumed to leave can see that somebody looked";
}

TEST_P(WhatIfs, AUnitThatClosesTakesItsPostsWithIt) {
    const WhatIf answer = told(system, {.close = {office}});
    EXPECT_THAT(numbers(answer, office, welding), ElementsAre(8, 4, insights::nobody, insights::nobody));
    EXPECT_THAT(numbers(answer, line, welding), ElementsAre(15, 6, 15, 6));
    EXPECT_EQ(answer.whole.people_after, answer.whole.people - 10);
}

TEST_P(WhatIfs, EveryUnitOfAPlaceCloses) {
    execute("UPDATE unit SET place = 'Västerås' WHERE id = 2");
    const WhatIf answer = told(system, {.places = {"Västerås"}});
    EXPECT_THAT(numbers(answer, office, welding), ElementsAre(8, 4, insights::nobody, insights::nobody));
    EXPECT_THAT(refused(system, {.places = {"Kiruna"}}), ElementsAre("/places/0 whatif.place"));
}

TEST_P(WhatIfs, NewHoldersHaveTheLevelsStatedAndElseNone) {
    const WhatIf answer =
        told(system, {.hire = {{.role = fitter, .unit = line, .count = 3, .levels = {{welding, 5}}}}});
    EXPECT_THAT(numbers(answer, line, welding), ElementsAre(15, 6, 18, 9));
    const std::size_t at = cell(answer.after, line, lathe);
    EXPECT_EQ(answer.after.unknown[at], answer.before.unknown[at] + 3);
    EXPECT_EQ(answer.units[0].people_after, answer.units[0].people + 3);
}

TEST_P(WhatIfs, ANewRoleHasTheRequirementsOfItsDraft) {
    const SkillId robots = skill("robots");
    const WhatIf answer = told(system, {.new_roles = {{{"Robot", "Robot"}, {{robots, {}, 3, 2, false}}}},
                                        .hire = {{.new_role = 0, .unit = office, .count = 2}}});
    EXPECT_THAT(numbers(answer, office, robots), ElementsAre(insights::nobody, insights::nobody, 2, 0));
}

TEST_P(WhatIfs, ARequirementRisesFallsGoesOrComes) {
    const auto with = [&](SkillId skill, int level) {
        return numbers(told(system, {.requirements = {{.role = fitter, .skill = skill, .level = level}}}), line, skill);
    };
    EXPECT_THAT(with(welding, 5), ElementsAre(15, 6, 15, 4));
    EXPECT_THAT(with(welding, 2), ElementsAre(15, 6, 15, 12));
    EXPECT_THAT(with(welding, 0), ElementsAre(15, 6, 3, 2));
    const SkillId robots = skill("robots");
    EXPECT_THAT(with(robots, 1), ElementsAre(insights::nobody, insights::nobody, 12, 0));
}

TEST_P(WhatIfs, GrowthIsEvenAndWhoComesIsEmptyHanded) {
    const WhatIf more = told(system, {.growth = {{fitter, 50}}});
    EXPECT_THAT(numbers(more, line, welding), ElementsAre(15, 6, 21, 6));
    EXPECT_THAT(numbers(more, office, welding), ElementsAre(8, 4, 12, 4));
    EXPECT_EQ(more.whole.people_after, more.whole.people + 10);
    const WhatIf fewer = told(system, {.growth = {{fitter, -50}}});
    EXPECT_THAT(numbers(fewer, office, welding), ElementsAre(8, 4, 4, 2));
    EXPECT_THAT(numbers(told(system, {.growth = {{fitter, -100}}}), line, welding), ElementsAre(15, 6, 3, 2));
}

TEST_P(WhatIfs, WhatIsWrongIsToldByField) {
    EXPECT_THAT(refused(system, {.leave = {PersonId{999}}, .close = {UnitId{99}}}),
                UnorderedElementsAre("/leave/0 person.not_found", "/close/0 unit.not_found"));
    EXPECT_THAT(refused(system, {.hire = {{.role = RoleId{99}, .unit = UnitId{99}, .count = 0}}}),
                UnorderedElementsAre("/hire/0/role role.not_found", "/hire/0/unit unit.not_found",
                                     "/hire/0/count whatif.count"));
    EXPECT_THAT(refused(system, {.hire = {{.new_role = 0, .unit = line}}}),
                ElementsAre("/hire/0/new_role whatif.new_role"));
    EXPECT_THAT(refused(system, {.hire = {{.unit = line}}}), ElementsAre("/hire/0/role whatif.one_role"));
    EXPECT_THAT(refused(system, {.requirements = {{RoleId{99}, SkillId{99}, 3}, {fitter, welding, 9}}}),
                ElementsAre("/requirements/0/role role.not_found", "/requirements/0/skill skill.not_found",
                            "/requirements/1/level whatif.level"));
    EXPECT_THAT(refused(system, {.growth = {{fitter, -101}, {fitter, 2000}}}),
                UnorderedElementsAre("/growth/0/percent whatif.negative", "/growth/1/role whatif.twice",
                                     "/growth/1/percent whatif.growth"));
    EXPECT_THAT(refused(system, {.leave = std::vector<PersonId>(101, bo)}), ElementsAre(" whatif.too_many"));
    EXPECT_THAT(
        refused(system, {.new_roles = {{{"a", "a"}, {{SkillId{99}, {}, 3, 1, false}, {welding, {}, 0, 1, false}}}}}),
        ElementsAre("/new_roles/0/requirements/0/skill skill.not_found",
                    "/new_roles/0/requirements/1/level whatif.level"));
}

TEST_P(WhatIfs, WhomOneMayNotSeeDoesNotExistAndHrSaysWhy) {
    EXPECT_THAT(refused(executive(), {.leave = {bo}}), ElementsAre("/leave/0 person.not_found"));
    EXPECT_THAT(refused(manager(anna), {.leave = {dag}}), ElementsAre("/leave/0 person.not_found"));
    EXPECT_EQ(code(ask(hr(), {.leave = {bo}})), "access.reason_needed");
    EXPECT_TRUE(ask(hr("Bemanning"), {.leave = {bo}}).ok());
    EXPECT_THAT(refused(manager(anna), {.close = {office}}), ElementsAre("/close/0 unit.not_found"));
}

TEST_P(WhatIfs, ARoleOfFewIsNotTakenApartByRaisingWhatItRequires) {
    const WhatIfAssumptions raised{.requirements = {{.role = assembler, .skill = welding, .level = 5}}};
    EXPECT_THAT(numbers(told(system, raised), line, welding), ElementsAre(15, 6, 15, 5));
    EXPECT_THAT(numbers(told(executive(), raised), line, welding),
                ElementsAre(15, 6, insights::hidden, insights::hidden));
    EXPECT_TRUE(told(executive(), raised).units[0].hidden_after);
    // Nor by the others: the cell less the twelve is the three.
    const WhatIfAssumptions others{.requirements = {{.role = fitter, .skill = welding, .level = 5}}};
    EXPECT_THAT(numbers(told(executive(), others), line, welding),
                ElementsAre(15, 6, insights::hidden, insights::hidden));
}

TEST_P(WhatIfs, AUnitOfFewIsNotTakenApartByClosingItAndOneOfEnoughMay) {
    const WhatIf open = told(executive(), {.close = {office}});
    EXPECT_FALSE(open.whole.hidden_after);
    EXPECT_EQ(open.whole.after.requirements, open.whole.before.requirements - 24);
    execute("INSERT INTO unit (id, code, name, parent) VALUES (3, 'store', 'Store', 2)");
    for (int n = 0; n < 3; ++n) add(PersonId{400 + n}, UnitId{3}, fitter, 2 + n);
    const WhatIf shut = told(executive(), {.close = {UnitId{3}}});
    EXPECT_EQ(numbers(shut, office, welding)[0], 11);
    EXPECT_EQ(numbers(shut, office, welding)[2], insights::hidden) << "before less after would be the store";
    EXPECT_FALSE(shut.whole.hidden);
    EXPECT_TRUE(shut.whole.hidden_after);
}

TEST_P(WhatIfs, NothingIsStored) {
    const auto before = look([&](db::Tx& tx) { return audit::verify(tx).entries; });
    (void)told(system, {.close = {office}, .growth = {{fitter, 50}}});
    EXPECT_EQ(look([&](db::Tx& tx) { return audit::verify(tx).entries; }), before);
    EXPECT_EQ(workforces.current()->headcounts().size(), 2U);
}

INSTANTIATE_ON_BOTH(WhatIfs);

} // namespace
} // namespace kunna::whatif
