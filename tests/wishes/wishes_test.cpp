// What people wish, who reads it, and what they agreed to.
#include "access/visibility.hpp"
#include "skills/catalogue.hpp"
#include "skills/roles.hpp"
#include "support/small_company.hpp"
#include "wishes/consent.hpp"
#include "wishes/consented.hpp"
#include "wishes/wishes.hpp"

#include <gmock/gmock.h>

namespace kunna::wishes {
namespace {

using ::testing::IsEmpty;

class Wishing : public test::SmallCompany {
protected:
    SkillId welding{}, lathe{};
    RoleId planner{};

    void SetUp() override {
        (void)act([&](db::Tx& tx) -> Result<void> {
            skills::ensure_scales(tx);
            return {};
        });
        welding = skill("Svetsning");
        lathe = skill("Svarvning");
        planner = act([&](db::Tx& tx) {
                      return skills::add_role(tx, access::Actor::system(), {"planner", {"Planerare", ""}, {"", ""}});
                  })->id;
    }
    SkillId skill(const char* name) {
        skills::SkillInput wanted;
        wanted.name.sv = name;
        return act([&](db::Tx& tx) { return skills::add_skill(tx, hr(), wanted); })->id;
    }
    Result<Wishes> want(const access::Actor& actor, PersonId person, SkillId skill,
                        std::optional<std::int32_t> level = {}) {
        return act([&](db::Tx& tx) { return wish_skill(tx, actor, person, skill, {level}); });
    }
    Result<Wishes> read(const access::Actor& actor, PersonId person) {
        return look([&](db::Tx& tx) { return wishes_of(tx, actor, person); });
    }
    Result<Findable> agree(const access::Actor& actor, PersonId person, bool own_ratings = false,
                           std::int32_t edition = consent_edition) {
        return act([&](db::Tx& tx) { return give_consent(tx, actor, person, {edition, own_ratings}); });
    }
    Consents kept; // across the questions of a test
    std::vector<std::pair<PersonId, bool>> found_by(const access::Actor& actor) {
        std::vector<std::pair<PersonId, bool>> all;
        if (!access::finds_by_consent(actor)) return all;
        const auto known = look([&](db::Tx& tx) { return kept.of(tx); });
        const auto anew = look([&](db::Tx& tx) { return Consents{}.of(tx); });
        for (const PersonId person : {anna, bo, cia, dag, erik}) {
            const Found found = known->person(person);
            EXPECT_EQ(found, anew->person(person)) << person.value;
            if (found != Found::no) all.emplace_back(person, found == Found::by_own_ratings);
        }
        return all;
    }
};

TEST_P(Wishing, APersonWantsSkillsToALevelOrJustSoAndIsCuriousAboutRoles) {
    ASSERT_TRUE(want(employee(bo), bo, welding, 4).ok());
    EXPECT_EQ(last_entry(), "wish.made 2 skill,level");
    ASSERT_TRUE(want(employee(bo), bo, lathe).ok());
    const auto all = act([&](db::Tx& tx) { return wish_role(tx, employee(bo), bo, planner); });
    ASSERT_TRUE(all.ok()) << code(all);
    ASSERT_EQ(all->skills.size(), 2U);
    EXPECT_EQ(all->skills[0].name.sv, "Svetsning");
    EXPECT_EQ(all->skills[0].level, 4);
    EXPECT_EQ(all->skills[1].level, std::nullopt);
    ASSERT_EQ(all->roles.size(), 1U);
    EXPECT_EQ(all->roles[0].name.sv, "Planerare");
}

TEST_P(Wishing, ThatWhichIsWantedAgainGetsTheNewLevelAndWhatIsTakenBackIsGone) {
    ASSERT_TRUE(want(employee(bo), bo, welding, 4).ok());
    const auto again = want(employee(bo), bo, welding, 5);
    ASSERT_EQ(again->skills.size(), 1U);
    EXPECT_EQ(again->skills[0].level, 5);
    const auto less = act([&](db::Tx& tx) { return take_back_skill(tx, employee(bo), bo, welding); });
    ASSERT_TRUE(less.ok()) << code(less);
    EXPECT_THAT(less->skills, IsEmpty());
    EXPECT_EQ(last_entry(), "wish.taken_back 2 skill");
    ASSERT_TRUE(act([&](db::Tx& tx) { return wish_role(tx, employee(bo), bo, planner); }).ok());
    EXPECT_THAT(act([&](db::Tx& tx) { return take_back_role(tx, employee(bo), bo, planner); })->roles, IsEmpty());
}

TEST_P(Wishing, OnlyThePersonWishesAndOthersAreToldSoIfTheyMaySeeThePerson) {
    EXPECT_EQ(code(want(manager(anna), bo, welding)), "wish.only_own");
    EXPECT_EQ(code(want(hr("Samtal"), bo, welding)), "wish.only_own");
    EXPECT_EQ(code(want(employee(cia), bo, welding)), "person.not_found");
    EXPECT_EQ(code(act([&](db::Tx& tx) { return wish_role(tx, manager(anna), bo, planner); })), "wish.only_own");
    EXPECT_EQ(code(act([&](db::Tx& tx) { return take_back_skill(tx, manager(anna), bo, welding); })), "wish.only_own");
    EXPECT_EQ(code(act([&](db::Tx& tx) { return take_back_role(tx, manager(anna), bo, planner); })), "wish.only_own");
}

TEST_P(Wishing, WishesAreReadByThePersonTheirManagerAndHrWithAReason) {
    ASSERT_TRUE(want(employee(bo), bo, welding).ok());
    EXPECT_EQ(read(employee(bo), bo)->skills.size(), 1U);
    EXPECT_EQ(read(manager(anna), bo)->skills.size(), 1U);
    EXPECT_EQ(read(hr("Samtal"), bo)->skills.size(), 1U);
    EXPECT_EQ(code(read(hr(), bo)), "access.reason_needed");
    EXPECT_EQ(code(read(manager(erik), bo)), "person.not_found");
    EXPECT_EQ(code(read(learning(), bo)), "person.not_found");
    EXPECT_EQ(code(read(employee(cia), bo)), "person.not_found");
}

TEST_P(Wishing, WhatIsNoSkillRoleOrLevelCannotBeWanted) {
    EXPECT_EQ(code(want(employee(bo), bo, SkillId{999})), "skill.not_found");
    EXPECT_EQ(code(want(employee(bo), bo, welding, 9)), "/level level.outside_scale");
    EXPECT_EQ(code(act([&](db::Tx& tx) { return wish_role(tx, employee(bo), bo, RoleId{999}); })), "role.not_found");
    EXPECT_THAT(read(employee(bo), bo)->skills, IsEmpty());
}

TEST_P(Wishing, ThereIsAnEndToWishes) {
    for (std::size_t i = 0; i < most_wishes; ++i)
        ASSERT_TRUE(want(employee(bo), bo, skill(("Kompetens " + std::to_string(i)).c_str())).ok());
    EXPECT_EQ(code(want(employee(bo), bo, welding)), "wish.too_many");
    const auto first = read(employee(bo), bo)->skills.front().skill;
    EXPECT_TRUE(want(employee(bo), bo, first, 3).ok()) << "another level of the same is no more";
}

TEST_P(Wishing, ConsentHoldsUntilItIsWithdrawnAndItsHistoryStays) {
    EXPECT_FALSE(act([&](db::Tx& tx) { return consent_of(tx, employee(bo), bo); })->findable);
    const auto given = agree(employee(bo), bo);
    ASSERT_TRUE(given.ok()) << code(given);
    EXPECT_TRUE(given->findable);
    EXPECT_EQ(last_entry(), "consent.given 2 edition,own_ratings");
    clock.set("2026-12-01");
    const auto wider = agree(employee(bo), bo, true);
    EXPECT_TRUE(wider->own_ratings);
    ASSERT_EQ(wider->history.size(), 2U);
    EXPECT_TRUE(wider->history[1].withdrawn.has_value());
    const auto none = act([&](db::Tx& tx) { return withdraw_consent(tx, employee(bo), bo); });
    EXPECT_FALSE(none->findable);
    EXPECT_FALSE(none->own_ratings);
    EXPECT_EQ(last_entry(), "consent.withdrawn 2 ");
    ASSERT_EQ(none->history.size(), 2U);
    EXPECT_EQ(none->history[0].edition, consent_edition);
    EXPECT_EQ(none->history[0].withdrawn, clock.now());
}

TEST_P(Wishing, TheSameConsentAgainChangesNothing) {
    ASSERT_TRUE(agree(employee(bo), bo).ok());
    EXPECT_EQ(agree(employee(bo), bo)->history.size(), 1U);
    ASSERT_TRUE(act([&](db::Tx& tx) { return withdraw_consent(tx, employee(bo), bo); }).ok());
    EXPECT_TRUE(agree(employee(bo), bo)->findable) << "whoever withdrew may agree again";
}

TEST_P(Wishing, NobodyAgreesForAnotherNorSeesWhatTheyChoseNorToWordsThatWereNotRead) {
    EXPECT_EQ(code(agree(manager(anna), bo)), "wish.only_own");
    EXPECT_EQ(code(act([&](db::Tx& tx) { return withdraw_consent(tx, hr("Samtal"), bo); })), "wish.only_own");
    EXPECT_EQ(code(look([&](db::Tx& tx) { return consent_of(tx, manager(anna), bo); })), "wish.only_own");
    EXPECT_EQ(code(look([&](db::Tx& tx) { return consent_of(tx, employee(cia), bo); })), "person.not_found");
    EXPECT_EQ(code(agree(employee(bo), bo, false, consent_edition + 1)), "consent.other_words");
}

TEST_P(Wishing, WhoeverAgreedIsFoundByAnyManagerAndByNobodyElse) {
    ASSERT_TRUE(agree(employee(bo), bo).ok());
    ASSERT_TRUE(agree(employee(dag), dag, true).ok());
    const std::vector<std::pair<PersonId, bool>> both{{bo, false}, {dag, true}};
    EXPECT_THAT(found_by(manager(erik)), ::testing::UnorderedElementsAreArray(both));
    EXPECT_THAT(found_by(manager(anna)), ::testing::UnorderedElementsAreArray(both));
    EXPECT_THAT(found_by(employee(cia)), IsEmpty());
    EXPECT_THAT(found_by(employee(bo)), IsEmpty());
    EXPECT_THAT(found_by(hr("Bemanning")), IsEmpty());
    EXPECT_THAT(found_by(learning()), IsEmpty());
    ASSERT_TRUE(act([&](db::Tx& tx) { return withdraw_consent(tx, employee(dag), dag); }).ok());
    EXPECT_THAT(found_by(manager(erik)), ::testing::ElementsAre(std::pair{bo, false}));
}

INSTANTIATE_ON_BOTH(Wishing);

} // namespace
} // namespace kunna::wishes
