#include "access/organisation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kunna::access {
namespace {

class WhoSeesWhom : public ::testing::TestWithParam<db::Engine> {
protected:
    SmallOrganisation org{GetParam()};

    // Numbers of those the actor sees: "1" is Vera … "5" Berit.
    std::string sees(const Actor& actor, Sight sight) {
        std::string seen;
        for (const auto& [person, number] :
             {std::pair{org.vera, '1'}, std::pair{org.allan, '2'}, std::pair{org.ida, '3'}, std::pair{org.omar, '4'},
              std::pair{org.berit, '5'}})
            if (org.db->read([&](db::Tx& tx) { return may_see(tx, actor, sight, person).ok(); }))
                seen.push_back(number);
        return seen;
    }
    std::string refusal(const Actor& actor, Sight sight, PersonId person) {
        return org.db->read([&](db::Tx& tx) {
            const auto answer = may_see(tx, actor, sight, person);
            return answer.ok() ? std::string{} : answer.error().code;
        });
    }
};

TEST_P(WhoSeesWhom, AnEmployeeSeesOnlyThemself) {
    const Actor ida = org.actor(org.ida);
    EXPECT_EQ(sees(ida, Sight::profile), "3");
    EXPECT_EQ(sees(ida, Sight::levels), "3");
    EXPECT_EQ(sees(ida, Sight::edit), "");
}

TEST_P(WhoSeesWhom, AManagerSeesProfilesDownTheChainButLevelsOfDirectReportsOnly) {
    const Actor vera = org.actor(org.vera);
    EXPECT_TRUE(vera.has(Role::manager));
    EXPECT_EQ(sees(vera, Sight::profile), "12345");
    EXPECT_EQ(sees(vera, Sight::levels), "125");
    const Actor allan = org.actor(org.allan);
    EXPECT_EQ(sees(allan, Sight::profile), "234");
    EXPECT_EQ(sees(allan, Sight::levels), "234");
}

TEST_P(WhoSeesWhom, HrOpensLevelsOnlyWithAStatedReason) {
    Actor hr = org.actor({}, {{Role::hr, {}}});
    EXPECT_EQ(sees(hr, Sight::profile), "12345");
    EXPECT_EQ(sees(hr, Sight::edit), "12345");
    EXPECT_EQ(sees(hr, Sight::levels), "");
    EXPECT_EQ(refusal(hr, Sight::levels, org.ida), "access.reason_needed");
    hr.reason = "Förhandling 14 oktober";
    EXPECT_EQ(sees(hr, Sight::levels), "12345");
}

TEST_P(WhoSeesWhom, ARoleLimitedToAUnitReachesThatUnitAndWhatLiesUnderIt) {
    Actor hr = org.actor({}, {{Role::hr, org.line_a}});
    EXPECT_EQ(sees(hr, Sight::profile), "234");
    EXPECT_EQ(sees(hr, Sight::edit), "234");
    hr.reason = "x";
    EXPECT_EQ(sees(hr, Sight::levels), "234");
    const Actor learning = org.actor({}, {{Role::learning, org.line_b}});
    EXPECT_EQ(sees(learning, Sight::profile), "5");
    EXPECT_EQ(sees(learning, Sight::levels), "");
    EXPECT_EQ(sees(learning, Sight::edit), "");
}

TEST_P(WhoSeesWhom, ExecutiveAuditorAndAdministratorSeeNobody) {
    for (const Role role : {Role::executive, Role::auditor, Role::administrator}) {
        Actor actor = org.actor({}, {{role, {}}});
        actor.reason = "nyfiken";
        for (const Sight sight : {Sight::profile, Sight::levels, Sight::edit}) EXPECT_EQ(sees(actor, sight), "");
    }
}

TEST_P(WhoSeesWhom, AMissingAndAnInvisiblePersonGetTheSameAnswer) {
    const Actor ida = org.actor(org.ida);
    EXPECT_EQ(refusal(ida, Sight::profile, org.berit), "person.not_found");
    EXPECT_EQ(refusal(ida, Sight::profile, PersonId{999'999}), "person.not_found");
    const Actor hr = org.actor({}, {{Role::hr, {}}});
    EXPECT_EQ(refusal(hr, Sight::levels, PersonId{999'999}), "person.not_found");
}

TEST_P(WhoSeesWhom, ColleaguesShareAUnitOrAManagerAndNeitherLeadsTheOther) {
    const auto of = [&](PersonId person) {
        return org.db->read([&](db::Tx& tx) {
            std::string numbers;
            for (const PersonId other : {org.vera, org.allan, org.ida, org.omar, org.berit}) {
                const auto all = colleagues(tx, person, "", 50);
                const bool listed =
                    std::any_of(all.begin(), all.end(), [&](const Colleague& one) { return one.person == other; });
                EXPECT_EQ(listed, are_colleagues(tx, person, other));
                if (listed) numbers += std::to_string(other.value);
            }
            return numbers;
        });
    };
    EXPECT_EQ(of(org.ida), std::to_string(org.omar.value));    // nor Allan, whom she reports to
    EXPECT_EQ(of(org.allan), std::to_string(org.berit.value)); // both report to Vera
    EXPECT_EQ(of(org.vera), "");
    org.db->read([&](db::Tx& tx) {
        EXPECT_EQ(colleagues(tx, org.ida, "f e", 50).size(), 1U);
        EXPECT_TRUE(colleagues(tx, org.ida, "berit", 50).empty());
        EXPECT_TRUE(colleagues(tx, org.ida, "", 0).empty());
    });
}

INSTANTIATE_ON_BOTH(WhoSeesWhom);

} // namespace
} // namespace kunna::access
