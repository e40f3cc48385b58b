#include "access/accounts.hpp"
#include "access/sessions.hpp"
#include "access/trail_page.hpp"
#include "access/visibility.hpp"
#include "assessments/assessments.hpp"
#include "round_company.hpp"
#include "rounds/assessors.hpp"

namespace kunna::rounds {
namespace {

constexpr std::string_view password = "Ett gott kaffe 7 dagar";

class Assessors : public RoundCompany {
protected:
    static NewRoundAssessor eva(std::vector<PersonId> people = {bo}) {
        NewRoundAssessor one;
        one.email = "eva@nordkontroll.example";
        one.name = "Eva Ek";
        one.organisation = "Nordkontroll";
        one.people = std::move(people);
        return one;
    }
    Result<InvitedAssessor> add(RoundId round, const NewRoundAssessor& wanted, const access::Actor& actor = hr()) {
        return act([&](db::Tx& tx) { return add_assessor(tx, actor, round, wanted); });
    }
    AccountId added(RoundId round, const NewRoundAssessor& wanted = eva()) {
        const auto made = add(round, wanted);
        EXPECT_TRUE(made.ok()) << code(made);
        return made->assessor.account;
    }
    access::Actor actor_of(AccountId account) {
        return *look([&](db::Tx& tx) { return access::actor_of(tx, account); });
    }
    std::vector<OpenCase> cases(AccountId account) {
        const access::Actor actor = actor_of(account);
        return look([&](db::Tx& tx) { return my_rounds(tx, actor); }).cases;
    }
    Assessor only(RoundId round) {
        return look([&](db::Tx& tx) { return assessors(tx, hr(), round); })->at(0);
    }
    // "Bo Berg 0/3, Cia Ceder 2/2"
    static std::string told(const Result<Assessor>& one) {
        if (!one.ok()) return code(one);
        std::string text;
        for (const AssessorCase& about : one->cases)
            text += std::string{text.empty() ? "" : ", "} + about.name + " " + std::to_string(about.answered) + "/" +
                    std::to_string(about.questions);
        return text;
    }
    Result<Assessor> give(RoundId round, AccountId account, const GivenCases& wanted,
                          const access::Actor& actor = hr()) {
        return act([&](db::Tx& tx) { return give_cases(tx, actor, round, account, wanted); });
    }
    Result<Assessor> take(RoundId round, AccountId account, PersonId person) {
        return act([&](db::Tx& tx) { return take_case(tx, hr(), round, account, person); });
    }
    Result<Assessor> until(RoundId round, AccountId account, const char* last) {
        return act([&](db::Tx& tx) { return set_assessor_last_day(tx, hr(), round, account, day(last)); });
    }
    Result<Assessor> end(RoundId round, AccountId account) {
        return act([&](db::Tx& tx) { return end_assessor(tx, hr(), round, account); });
    }
    Result<access::Invitation> link(RoundId round, AccountId account) {
        return act([&](db::Tx& tx) { return invite_again(tx, hr(), round, account, false); });
    }
    using RoundCompany::give;
    using RoundCompany::told;
};

TEST_P(Assessors, AnAccountOfItsOwnRoleIsMadeWithTheCasesAndALink) {
    const RoundId round = opened();
    const auto made = add(round, eva({bo, cia}));
    ASSERT_TRUE(made.ok()) << code(made);
    EXPECT_EQ(made->assessor.state, AssessorState::invited);
    EXPECT_EQ(made->assessor.last_day, day("2026-12-05"));
    EXPECT_EQ(made->invitation->find("/invitation/"), 0U);
    EXPECT_EQ(told(Result<Assessor>{made->assessor}), "Bo Berg 0/3, Cia Ceder 0/2");
    const access::Actor actor = actor_of(made->assessor.account);
    EXPECT_FALSE(actor.person.given());
    ASSERT_EQ(actor.grants.size(), 1U);
    EXPECT_EQ(actor.grants[0].role, access::Role::assessor);
    EXPECT_EQ(told(how_far(round).voices), "self 2 0 0, manager 2 0 0, assessor 2 0 0");
}

TEST_P(Assessors, ItMayAnswerRoundsAndNothingElse) {
    const access::Actor actor = actor_of(added(opened()));
    std::string may;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<access::Permission>>([&](auto one) {
        if (actor.may(one.value)) may += std::string{one.name} + " ";
    });
    EXPECT_EQ(may, "use_own_account answer_rounds ");
}

TEST_P(Assessors, WhatMakesNoAccountIsRefusedAndNothingIsLeftOfIt) {
    const RoundId round = opened();
    const std::int64_t before = entries();
    const auto with = [&](auto change) {
        NewRoundAssessor one = eva();
        change(one);
        return code(add(round, one));
    };
    EXPECT_EQ(with([](auto& one) { one.name = " "; }), "/name name.missing");
    EXPECT_EQ(with([](auto& one) { one.organisation = ""; }), "/organisation name.missing");
    EXPECT_EQ(with([](auto& one) { one.organisation = std::string(96, 'x'); }), "/organisation people.too_long");
    EXPECT_EQ(with([](auto& one) { one.email = "eva"; }), "/email email.invalid");
    EXPECT_EQ(with([](auto& one) { one.people = {}; }), "/people round.assessor_no_cases");
    EXPECT_EQ(with([](auto& one) { one.people = {dag}; }), "/people person.not_found"); // holds no role
    EXPECT_EQ(with([](auto& one) { one.people = {PersonId{987}}; }), "/people person.not_found");
    EXPECT_EQ(with([](auto& one) { one.unit = UnitId{987}; }), "/unit unit.not_found");
    EXPECT_EQ(with([&](auto& one) { one.skills = {SkillId{987}}; }), "/people round.assessor_no_cases");
    EXPECT_EQ(with([](auto& one) { one.last_day = *Date::parse("2026-12-06"); }), "/last_day round.last_day_outside");
    EXPECT_EQ(with([](auto& one) { one.last_day = *Date::parse("2026-11-20"); }), "/last_day round.last_day_outside");
    EXPECT_EQ(entries(), before);
    EXPECT_TRUE(look([&](db::Tx& tx) { return assessors(tx, hr(), round); })->empty());
}

TEST_P(Assessors, AnAddressThatHasAnAccountIsRefused) {
    execute("UPDATE account SET email_folded = 'anna@verk.example' WHERE id = 11");
    const RoundId round = opened();
    NewRoundAssessor taken = eva();
    taken.email = "Anna@verk.example";
    EXPECT_EQ(code(add(round, taken)), "/email round.assessor_email_taken");
    added(round);
    EXPECT_EQ(code(add(round, eva({cia}))), "/email round.assessor_email_taken");
}

TEST_P(Assessors, WhoeverComesBackGetsAnAccountOfTheNewRoundOnceTheOldOneIsOver) {
    const RoundId first = opened();
    const auto before = add(first, eva());
    const AccountId old = before->assessor.account;
    const std::string secret = before->invitation->substr(std::string_view{"/invitation/"}.size());
    ASSERT_TRUE(access::accept_invitation(*db, secret, password).ok());
    ASSERT_TRUE(say(actor_of(old), cases(old)[0].case_, welding, 4).ok());
    const RoundId second = opened();
    // Ended is not over: whoever ended it may prolong it.
    ASSERT_TRUE(end(first, old).ok());
    EXPECT_EQ(code(add(second, eva())), "/email round.assessor_email_taken");
    ASSERT_TRUE(close(first).ok());
    const AccountId anew = added(second);
    EXPECT_NE(anew, old);
    EXPECT_EQ(code(access::Sessions{*db}.sign_in("eva@nordkontroll.example", password, "a")), "session.wrong");
    EXPECT_EQ(only(first).email, "eva@nordkontroll.example");
    // Whom an administrator has closed does not come back this way.
    execute("UPDATE account SET active = 0 WHERE id = " + std::to_string(anew.value));
    ASSERT_TRUE(close(second).ok());
    EXPECT_EQ(code(add(opened(), eva())), "/email round.assessor_email_taken");
}

TEST_P(Assessors, AUnitsPeopleAndSomeSkillsMakeTheCases) {
    const RoundId round = opened();
    NewRoundAssessor one = eva({});
    one.unit = UnitId{1};
    one.skills = {talks, safety};
    added(round, one);
    EXPECT_EQ(told(Result<Assessor>{only(round)}), "Bo Berg 0/2, Cia Ceder 0/1");
    const AccountId account = only(round).account;
    const auto mine = cases(account);
    ASSERT_EQ(mine.size(), 2U);
    const access::Actor eva = actor_of(account);
    const auto shown = look([&](db::Tx& tx) { return form(tx, eva, mine[1].case_); });
    ASSERT_EQ(shown->skills.size(), 1U);
    EXPECT_EQ(shown->skills[0].skill.id, safety);
    EXPECT_EQ(code(say(eva, mine[1].case_, welding, 3)), "round.skill_not_asked");
}

TEST_P(Assessors, AnAnswerBecomesAnExpertsStatementSignedWithNameAndOrganisation) {
    const RoundId round = opened();
    const AccountId account = added(round);
    const CaseId id = cases(account)[0].case_;
    EXPECT_EQ(cases(account)[0].person, "Bo Berg");
    const access::Actor eva = actor_of(account);
    const auto said = say(eva, id, welding, 4);
    ASSERT_TRUE(said.ok()) << code(said);
    const auto history = [&] {
        return look([&](db::Tx& tx) {
            return assessments::history(tx, access::visible_people(tx, employee(bo), access::Sight::levels), bo);
        });
    };
    ASSERT_EQ(history().size(), 1U);
    EXPECT_EQ(history()[0].source, assessments::Source::expert);
    EXPECT_EQ(history()[0].assessor_name, "Eva Ek, Nordkontroll");
    ASSERT_TRUE(say(eva, id, welding, 3).ok());
    EXPECT_TRUE(history()[1].end);
    EXPECT_EQ(unsay(eva, id, welding)->answered, 0);
    EXPECT_TRUE(history()[0].end);
    EXPECT_EQ(told(how_far(round).voices), "self 2 0 0, manager 2 0 0, assessor 1 0 0");
}

TEST_P(Assessors, TheFormTellsNothingThatWasSaidAndThePersonSeesWhoLooked) {
    const RoundId round = opened();
    ASSERT_TRUE(say(employee(bo), own_case(bo), welding, 5).ok());
    const AccountId account = added(round);
    const access::Actor eva = actor_of(account);
    const auto shown = open_form(*db, eva, cases(account)[0].case_);
    ASSERT_TRUE(shown.ok()) << code(shown);
    EXPECT_EQ(shown->person, "Bo Berg");
    for (const FormSkill& one : shown->skills) EXPECT_FALSE(one.before || one.answer);
    const auto read = look([&](db::Tx& tx) { return access::reads_about(tx, bo, 1'000, 10); });
    ASSERT_EQ(read.size(), 1U);
    EXPECT_EQ(read[0].who, "Eva Ek");
    EXPECT_EQ(read[0].what, "round");
}

TEST_P(Assessors, OnlyItsOwnCasesAreThere) {
    const RoundId round = opened();
    const AccountId first = added(round);
    NewRoundAssessor one = eva({cia});
    one.email = "olle@annat.example";
    const AccountId second = added(round, one);
    const CaseId bos = cases(first)[0].case_;
    const std::vector<access::Actor> others{actor_of(second), employee(bo), manager(anna), hr("Rättelse")};
    for (const access::Actor& other : others) {
        EXPECT_EQ(code(say(other, bos, welding, 3)), "round.case_not_found");
        EXPECT_EQ(code(open_form(*db, other, bos)), "round.case_not_found");
    }
    EXPECT_EQ(code(say(actor_of(first), own_case(bo), welding, 3)), "round.case_not_found");
    // An account and a person may have the same number.
    access::Actor same = employee(PersonId{first.value});
    EXPECT_EQ(code(say(same, bos, welding, 3)), "round.case_not_found");
}

TEST_P(Assessors, HrOfOneUnitGivesNoCasesInAnother) {
    const RoundId everybodys = opened();
    EXPECT_EQ(code(add(everybodys, eva(), hr_of_office())), "round.not_found");
    give(dag, fitter);
    NewRound of_office = wanted();
    of_office.units = {UnitId{2}};
    const auto made = draft(of_office, hr_of_office());
    ASSERT_TRUE(open(made->id, hr_of_office()).ok());
    EXPECT_EQ(code(add(made->id, eva({bo}), hr_of_office())), "/people person.not_found");
    NewRoundAssessor line = eva({});
    line.unit = UnitId{1};
    EXPECT_EQ(code(add(made->id, line, hr_of_office())), "/unit unit.not_found");
    ASSERT_TRUE(add(made->id, eva({dag}), hr_of_office()).ok());
    // Dag moves to the line: from now on he is not theirs to give, though he is in the round.
    NewRoundAssessor another = eva({dag});
    another.email = "olle@annat.example";
    execute("UPDATE position SET unit = 1 WHERE person = 4");
    EXPECT_EQ(code(add(made->id, another, hr_of_office())), "/people person.not_found");
    EXPECT_TRUE(look([&](db::Tx& tx) { return members(tx, hr_of_office(), made->id, ""); })->empty());
}

TEST_P(Assessors, OnlyWhoMayChangeTheRoundSeesAndStaffsIt) {
    give(dag, fitter);
    const RoundId round = opened();
    const AccountId account = added(round);
    for (const auto& tried :
         {code(look([&](db::Tx& tx) { return assessors(tx, hr_of_office(), round); })),
          code(add(round, eva({dag}), hr_of_office())), code(give(round, account, {{dag}, {}, {}}, hr_of_office())),
          code(look([&](db::Tx& tx) { return members(tx, hr_of_office(), round, ""); })),
          code(act([&](db::Tx& tx) { return end_assessor(tx, hr_of_office(), round, account); })),
          code(act([&](db::Tx& tx) { return invite_again(tx, hr_of_office(), round, account, false); })),
          code(act([&](db::Tx& tx) { return take_case(tx, hr_of_office(), round, account, bo); }))})
        EXPECT_EQ(tried, "round.not_yours");
    // Through a round one reaches that round's assessors only, and no other account.
    const RoundId other = opened();
    for (const AccountId foreign : {account, AccountId{11}, AccountId{20}}) {
        EXPECT_EQ(code(end(other, foreign)), "round.assessor_not_found");
        EXPECT_EQ(code(link(other, foreign)), "round.assessor_not_found");
        EXPECT_EQ(code(until(other, foreign, "2026-11-30")), "round.assessor_not_found");
        EXPECT_EQ(code(give(other, foreign, {{bo}, {}, {}})), "round.assessor_not_found");
    }
}

TEST_P(Assessors, CasesAreGivenAndTakenUntilTheyAreAnswered) {
    const RoundId round = opened();
    const AccountId account = added(round);
    EXPECT_EQ(told(give(round, account, {{bo, cia}, {}, {}})), "Bo Berg 0/3, Cia Ceder 0/2");
    const access::Actor eva = actor_of(account);
    for (const OpenCase& one : cases(account))
        if (one.person == "Cia Ceder") {
            EXPECT_EQ(code(say(eva, one.case_, welding, 2)), "");
        }
    EXPECT_EQ(code(take(round, account, cia)), "round.case_answered");
    EXPECT_EQ(told(take(round, account, bo)), "Cia Ceder 1/2");
    EXPECT_EQ(code(take(round, account, bo)), "person.not_found");
    EXPECT_EQ(told(how_far(round).voices), "self 2 0 0, manager 2 0 0, assessor 1 1 0");
    EXPECT_EQ(cases(account).size(), 1U);
}

TEST_P(Assessors, TheAccountOpensNothingFromTheDayAfterItsLast) {
    const RoundId round = opened();
    NewRoundAssessor one = eva();
    one.last_day = day("2026-11-22");
    const auto made = add(round, one);
    const AccountId account = made->assessor.account;
    const std::string secret = made->invitation->substr(std::string_view{"/invitation/"}.size());
    ASSERT_TRUE(access::accept_invitation(*db, secret, password).ok());
    EXPECT_EQ(only(round).state, AssessorState::active);
    access::Sessions here{*db};
    access::Sessions elsewhere{*db}; // another node
    const auto opened = here.sign_in("eva@nordkontroll.example", password, "a");
    ASSERT_TRUE(opened.ok()) << code(opened);
    const auto token = access::issue_token(*db, opened->actor, {"Nyckel", {"answer_rounds"}, {}});
    ASSERT_TRUE(token.ok()) << code(token);
    clock.set("2026-11-22"); // its last day, ten minutes to midnight
    clock.pass(std::chrono::hours{15} - std::chrono::minutes{10});
    const auto session = here.sign_in("eva@nordkontroll.example", password, "a");
    for (access::Sessions* node : {&here, &elsewhere}) {
        ASSERT_TRUE(node->by_session(session->secret).ok());
        ASSERT_TRUE(node->by_token(token->secret).ok());
        ASSERT_TRUE(node->remembered(session->secret));
    }
    clock.set("2026-11-23"); // ten past
    clock.pass(-std::chrono::hours{24} + std::chrono::minutes{20});
    for (access::Sessions* node : {&here, &elsewhere}) {
        EXPECT_FALSE(node->remembered(session->secret));
        EXPECT_FALSE(node->remembered(token->secret));
        EXPECT_EQ(code(node->by_session(session->secret)), "session.ended");
        EXPECT_EQ(code(node->by_token(token->secret)), "token.unknown");
        EXPECT_EQ(code(node->sign_in("eva@nordkontroll.example", password, "a")), "session.wrong");
    }
    EXPECT_EQ(only(round).state, AssessorState::over);
    EXPECT_EQ(code(link(round, account)), "round.assessor_over");
    // Prolonged, it opens again; not beyond the round.
    EXPECT_EQ(code(until(round, account, "2026-12-06")), "/last_day round.last_day_outside");
    EXPECT_EQ(until(round, account, "2026-12-05")->state, AssessorState::active);
    EXPECT_TRUE(here.by_session(session->secret).ok());
    EXPECT_TRUE(elsewhere.sign_in("eva@nordkontroll.example", password, "a").ok());
}

TEST_P(Assessors, EndedEarlierItOpensNothingAndWhatWasAnsweredStands) {
    const RoundId round = opened();
    const auto made = add(round, eva());
    const AccountId account = made->assessor.account;
    const std::string secret = made->invitation->substr(std::string_view{"/invitation/"}.size());
    ASSERT_TRUE(say(actor_of(account), cases(account)[0].case_, welding, 4).ok());
    EXPECT_EQ(end(round, account)->state, AssessorState::over);
    EXPECT_EQ(told(end(round, account)), "Bo Berg 1/3");
    EXPECT_EQ(code(access::accept_invitation(*db, secret, password)), "invitation.not_open");
    EXPECT_EQ(look([&](db::Tx& tx) { return assessments::evidence_of(tx, bo); }).size(), 1U);
}

TEST_P(Assessors, ANewLinkEndsTheOneBefore) {
    const RoundId round = opened();
    const auto made = add(round, eva());
    const auto renewed = link(round, made->assessor.account);
    ASSERT_TRUE(renewed.ok()) << code(renewed);
    const auto secret = [](const std::string& path) { return path.substr(std::string_view{"/invitation/"}.size()); };
    EXPECT_EQ(code(access::accept_invitation(*db, secret(*made->invitation), password)), "invitation.not_open");
    EXPECT_TRUE(access::accept_invitation(*db, secret(*renewed->invitation), password).ok());
}

TEST_P(Assessors, ClosingTheRoundShutsItsAccounts) {
    const RoundId round = opened();
    const AccountId account = added(round);
    ASSERT_TRUE(close(round).ok());
    EXPECT_EQ(only(round).state, AssessorState::over);
    EXPECT_TRUE(cases(account).empty());
    EXPECT_EQ(code(add(round, eva({cia}))), "round.not_open");
    EXPECT_EQ(code(until(round, account, "2026-12-05")), "round.not_open");
}

TEST_P(Assessors, AdministratorsCloseTheAccountButGiveItNeitherPersonNorRoles) {
    execute("INSERT INTO account_role (account, role) VALUES (11, 'administrator')");
    const RoundId round = opened();
    const AccountId account = added(round);
    const auto change = [&](access::AccountChange wanted) {
        return code(act([&](db::Tx& tx) { return access::change_account(tx, hr(), account, wanted, {}); }));
    };
    EXPECT_EQ(change({{}, {}, {{{access::Role::hr, {}}}}, {}}), "account.assessor_alone");
    EXPECT_EQ(change({{}, {}, {}, dag}), "account.assessor_alone");
    EXPECT_EQ(change({{}, false, {}, {}}), "");
    EXPECT_EQ(only(round).state, AssessorState::closed);
    // HR does not open again what an administrator has closed.
    EXPECT_EQ(until(round, account, "2026-12-01")->state, AssessorState::closed);
    EXPECT_EQ(code(link(round, account)), "round.assessor_over");
    // Nor does anybody hand the role out.
    const auto granted = act([&](db::Tx& tx) {
        return access::add_account(tx, hr(), {"ny@verk.example", "Ny", {}, {{access::Role::assessor, {}}}, {}});
    });
    EXPECT_EQ(code(granted), "/roles/0/role account.role_not_granted");
}

INSTANTIATE_ON_BOTH(Assessors);

} // namespace
} // namespace kunna::rounds
