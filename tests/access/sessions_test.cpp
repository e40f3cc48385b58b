#include "access/organisation.hpp"

#include <gtest/gtest.h>

namespace kunna::access {
namespace {

constexpr std::string_view good_password = "Ett gott kaffe 7 dagar";

class SignIn : public ::testing::TestWithParam<db::Engine> {
protected:
    test::SetClock clock;
    SmallOrganisation org{GetParam(), &clock};
    Sessions sessions{*org.db};

    AccountId account(const char* email, std::vector<WantedRole> roles = {}, PersonId person = {}) {
        const std::string hash = hash_password(good_password);
        return *org.db->transact([&](db::Tx& tx) -> Result<AccountId> {
            const auto who = person.given() ? std::optional{person} : std::nullopt;
            const Account added = TRY(add_account(tx, Actor::system(), {email, "Ida Ek", who, roles, {}}));
            set_password(tx, Actor::system(), added.id, hash);
            return added.id;
        });
    }
    std::string refusal(std::string_view email, std::string_view password, std::string_view address = "10.0.0.1") {
        const auto answer = sessions.sign_in(email, password, address);
        return answer.ok() ? std::string{} : answer.error().code;
    }
};

TEST_P(SignIn, TheRightPasswordOpensASessionWhateverTheCaseOfTheEmail) {
    account("Ida.Ek@example.test", {}, org.ida);
    const auto opened = sessions.sign_in("  ida.ek@EXAMPLE.test", good_password, "10.0.0.1");
    ASSERT_TRUE(opened.ok());
    EXPECT_EQ(opened->actor.person, org.ida);
    const auto known = sessions.by_session(opened->secret);
    ASSERT_TRUE(known.ok());
    EXPECT_EQ(known->csrf, opened->csrf);
    EXPECT_TRUE(sessions.remembered(opened->secret));
}

TEST_P(SignIn, AnUnknownEmailAWrongPasswordAndAClosedAccountSoundTheSame) {
    const AccountId id = account("ida@example.test");
    EXPECT_EQ(refusal("ida@example.test", "wrong password here"), "session.wrong");
    EXPECT_EQ(refusal("nobody@example.test", good_password), "session.wrong");
    account("admin@example.test", {{Role::administrator, {}}});
    ASSERT_TRUE(
        org.db->transact([&](db::Tx& tx) {
                  return change_account(tx, Actor::system(), id, {{}, false, {}, {}}, {});
              })
            .ok());
    EXPECT_EQ(refusal("ida@example.test", good_password), "session.wrong");
}

TEST_P(SignIn, GuessingIsSlowedForTheGuesserAndNotForTheOwnerElsewhere) {
    account("ida@example.test");
    for (int i = 0; i < 10; ++i) EXPECT_EQ(refusal("ida@example.test", "guess number n"), "session.wrong");
    EXPECT_EQ(refusal("ida@example.test", good_password), "session.slow_down");
    EXPECT_EQ(refusal("ida@example.test", good_password, "10.0.0.2"), "");
    clock.pass(std::chrono::minutes{1});
    EXPECT_EQ(refusal("ida@example.test", good_password), "");
}

TEST_P(SignIn, ASessionEndsAtOnceWhenSignedOutWhenIdleAndWhenOld) {
    account("ida@example.test");
    const auto first = sessions.sign_in("ida@example.test", good_password, "a");
    const auto second = sessions.sign_in("ida@example.test", good_password, "a");
    ASSERT_TRUE(sessions.by_session(first->secret).ok());
    sessions.sign_out(first->secret);
    EXPECT_EQ(sessions.by_session(first->secret).error().code, "session.ended");
    ASSERT_TRUE(sessions.by_session(second->secret).ok());
    sessions.sign_out_everywhere(second->actor);
    EXPECT_FALSE(sessions.by_session(second->secret).ok());
    const auto third = sessions.sign_in("ida@example.test", good_password, "a");
    clock.pass(session_idles + std::chrono::minutes{1});
    Sessions another_node{*org.db};
    EXPECT_FALSE(another_node.by_session(third->secret).ok());
}

TEST_P(SignIn, TakingARoleAwayHoldsInTheNextRequest) {
    account("admin@example.test", {{Role::administrator, {}}});
    const AccountId id = account("hr@example.test", {{Role::hr, {}}});
    const auto opened = sessions.sign_in("hr@example.test", good_password, "a");
    ASSERT_TRUE(sessions.by_session(opened->secret)->actor->has(Role::hr));
    ASSERT_TRUE(org.db
                    ->transact([&](db::Tx& tx) {
                        return change_account(tx, Actor::system(), id, {{}, {}, std::vector<WantedRole>{}, {}}, {});
                    })
                    .ok());
    EXPECT_FALSE(sessions.by_session(opened->secret)->actor->has(Role::hr));
}

TEST_P(SignIn, AnInvitationOpensAnAccountOnceAndOnlyWithADecentPassword) {
    const auto invited = org.db->transact([&](db::Tx& tx) -> Result<std::string> {
        const Account added = TRY(add_account(tx, Actor::system(), {"omar@example.test", "Omar", org.omar, {}, {}}));
        return invite(tx, Actor::system(), added.id);
    });
    const std::string secret = invited->substr(std::string{"/invitation/"}.size());
    EXPECT_EQ(accept_invitation(*org.db, secret, "short").error().fields.at(0).code, "password.too_short");
    EXPECT_EQ(accept_invitation(*org.db, secret, "password123456").error().fields.at(0).code, "password.guessable");
    EXPECT_TRUE(accept_invitation(*org.db, secret, good_password).ok());
    EXPECT_EQ(accept_invitation(*org.db, secret, good_password).error().code, "invitation.not_open");
    EXPECT_EQ(refusal("omar@example.test", good_password), "");
}

TEST_P(SignIn, TheFirstAdministratorsLinkWorksOnceAndNeverWhenThereIsOne) {
    const auto link = first_administrator_link(*org.db);
    ASSERT_TRUE(link);
    const FirstAdministrator wanted{link->substr(7), "Eva Admin", "eva@example.test", std::string{good_password}};
    EXPECT_TRUE(create_first_administrator(*org.db, wanted).ok());
    EXPECT_EQ(create_first_administrator(*org.db, wanted).error().code, "invitation.not_open");
    EXPECT_FALSE(first_administrator_link(*org.db));
}

TEST_P(SignIn, TheLastAdministratorCannotBeTakenAway) {
    const AccountId id = account("admin@example.test", {{Role::administrator, {}}});
    const auto removed = org.db->transact([&](db::Tx& tx) {
        return change_account(tx, Actor::system(), id, {{}, false, {}, {}}, {});
    });
    EXPECT_EQ(removed.error().code, "account.last_administrator");
    EXPECT_EQ(refusal("admin@example.test", good_password), "");
}

TEST_P(SignIn, ATokenHoldsItsScopesAndNeverMoreThanItsOwner) {
    const AccountId id = account("hr@example.test", {{Role::hr, {}}});
    const Actor hr = org.db->read([&](db::Tx& tx) { return *actor_of(tx, id); });
    EXPECT_EQ(issue_token(*org.db, hr, {"x", {"administer_accounts"}, {}}).error().fields.at(0).code,
              "token.scope_not_held");
    const auto issued = issue_token(*org.db, hr, {"Lönesystemet", {"view_people"}, {}});
    ASSERT_TRUE(issued.ok());
    const auto known = sessions.by_token(issued->secret);
    ASSERT_TRUE(known.ok());
    EXPECT_TRUE(known->actor->may(Permission::view_people));
    EXPECT_FALSE(known->actor->may(Permission::edit_people));
    EXPECT_TRUE(revoke_token(*org.db, hr, issued->token.id).ok());
    EXPECT_EQ(sessions.by_token(issued->secret).error().code, "token.unknown");
}

TEST_P(SignIn, AnExpiredTokenIsUnknown) {
    const AccountId id = account("hr@example.test", {{Role::hr, {}}});
    const Actor hr = org.db->read([&](db::Tx& tx) { return *actor_of(tx, id); });
    const auto issued = issue_token(*org.db, hr, {"x", {"view_people"}, clock.today() + 1});
    EXPECT_TRUE(Sessions{*org.db}.by_token(issued->secret).ok());
    clock.set("2026-11-30");
    EXPECT_FALSE(Sessions{*org.db}.by_token(issued->secret).ok());
}

INSTANTIATE_ON_BOTH(SignIn);

} // namespace
} // namespace kunna::access
