// The trail as people read it.
#include "access/organisation.hpp"
#include "access/trail_page.hpp"

#include <gmock/gmock.h>

namespace kunna::access {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class TrailPage : public ::testing::TestWithParam<db::Engine> {
protected:
    test::SetClock clock;
    SmallOrganisation org{GetParam(), &clock};

    TrailEntry told(std::string_view language, std::string_view action, std::int64_t object, std::string_view fields) {
        (void)org.db->transact([&](db::Tx& tx) -> Result<void> {
            audit::append(tx, AccountId{}, action, object, fields);
            return {};
        });
        return org.db->read([&](db::Tx& tx) {
            return trail_page(tx, {}, std::numeric_limits<std::int64_t>::max(), 1, language).front();
        });
    }
};

TEST_P(TrailPage, AnEntryIsSaidInWordsOfTheReadersLanguage) {
    const TrailEntry account = told("sv", "account.changed", 8, "email,roles");
    EXPECT_EQ(account.object_text, "konto 8");
    EXPECT_THAT(account.field_texts, ElementsAre("e-post", "roller"));
    EXPECT_EQ(told("en", "session.opened", 8, "").object_text, "account 8");
    EXPECT_THAT(told("sv", "people.imported", 0, "added=12,left=3").field_texts, ElementsAre("nya: 12", "slutat: 3"));
}

TEST_P(TrailPage, WhatIsSaidAboutAPersonIsFiledUnderThePerson) {
    const TrailEntry contest = told("sv", "contest.answered", 575, "outcome,answer");
    EXPECT_EQ(contest.object_kind, "person");
    EXPECT_EQ(contest.object_text, "person 575");
}

TEST_P(TrailPage, AnEntryAboutNothingSingleNamesNothing) {
    EXPECT_THAT(told("sv", "roles.imported", 0, "roles=2").object_text, IsEmpty());
}

INSTANTIATE_ON_BOTH(TrailPage);

} // namespace
} // namespace kunna::access
