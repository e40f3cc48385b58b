// Assessors from outside.
#include "rounds/assessors.hpp"

#include "access/accounts.hpp"
#include "access/visibility.hpp"
#include "audit/trail.hpp"
#include "base/text.hpp"
#include "db/like.hpp"
#include "notices/invitations.hpp"
#include "people/units.hpp"
#include "rounds/case_rows.hpp"
#include "rounds/queries.hpp"
#include "rounds/rounds.hpp"

#include <algorithm>

namespace kunna::rounds {

namespace {

// Name and organisation together are what a statement is signed with.
constexpr std::size_t longest_signed = 95;
constexpr std::size_t most_cases = 500;
constexpr std::int64_t most_members = 50;

struct AssessorFlat {
    AccountId account{};
    std::string name{};
    std::string email{};
    std::string organisation{};
    Date last_day{};
    bool active = false;
    bool entered = false;

    [[nodiscard]] AssessorState state_on(Date day) const {
        if (!active) return AssessorState::closed;
        if (last_day < day) return AssessorState::over;
        return entered ? AssessorState::active : AssessorState::invited;
    }
};
BOOST_DESCRIBE_STRUCT(AssessorFlat, (), (account, name, email, organisation, last_day, active, entered))

Result<Round> to_staff(db::Tx& tx, const access::Actor& actor, RoundId id) {
    Round round = TRY(find_round(tx, actor, id));
    if (!round.may_change) return refuse(Kind::forbidden, "round.not_yours");
    return round;
}

Result<Round> open_to_staff(db::Tx& tx, const access::Actor& actor, RoundId id) {
    Round round = TRY(to_staff(tx, actor, id));
    if (round.state != RoundState::open) return refuse(Kind::conflict, "round.not_open");
    return round;
}

std::vector<Assessor> all_of(db::Tx& tx, const access::Actor& actor, RoundId round) {
    std::vector<Assessor> all;
    for (const AssessorFlat& one : tx.all<AssessorFlat>(queries::assessors, {{"round", round}}))
        all.push_back(
            {one.account, one.name, one.email, one.organisation, one.last_day, one.state_on(tx.today()), {}, {}});
    for (Assessor& one : all)
        if (one.state == AssessorState::invited || one.state == AssessorState::active)
            one.letter = notices::invitation_letter(tx, one.account, actor.language);
    const db::Scope scope = access::visible_people(tx, actor, access::Sight::edit);
    tx.run(queries::cases_of_assessors, scope, {{"round", round}}, [&](const db::Row& row) {
        const auto at = std::find_if(all.begin(), all.end(),
                                     [&](const Assessor& one) { return one.account.value == row.integer(0); });
        if (at != all.end())
            at->cases.push_back({PersonId{row.integer(2)}, std::string{row.text(3)}, row.integer(4), row.integer(5)});
    });
    return all;
}

Result<Assessor> one_of(db::Tx& tx, const access::Actor& actor, RoundId round, AccountId account) {
    for (Assessor& one : all_of(tx, actor, round))
        if (one.account == account) return std::move(one);
    return refuse(Kind::not_found, "round.assessor_not_found");
}

Result<void> check_last_day(db::Tx& tx, const Round& round, Date last_day) {
    if (last_day < tx.today() || round.closes < last_day) return refuse_field("/last_day", "round.last_day_outside");
    return {};
}

Result<std::string> named(const std::string& text, const char* where) {
    std::string name = text::squeeze(text);
    if (name.empty()) return refuse_field(where, "name.missing");
    if (name.size() > longest_signed)
        return refuse_field(where, "people.too_long", {{"limit", std::to_string(longest_signed)}});
    return name;
}

std::vector<RoundMember> find_members(db::Tx& tx, const access::Actor& actor, RoundId round, std::string_view words,
                                      std::optional<UnitId> unit, std::int64_t limit) {
    return tx.all<RoundMember>(queries::members, access::visible_people(tx, actor, access::Sight::edit),
                               {{"round", round},
                                {"pattern", db::like_pattern(words)},
                                {"unit", unit},
                                {"day", tx.today()},
                                {"limit", limit}});
}

Result<std::vector<PersonId>> chosen(db::Tx& tx, const access::Actor& actor, RoundId round, const GivenCases& wanted) {
    std::vector<PersonId> people;
    const db::Scope scope = access::visible_people(tx, actor, access::Sight::edit);
    if (wanted.people.size() > most_cases)
        return refuse_field("/people", "round.too_many", {{"limit", std::to_string(most_cases)}});
    for (const PersonId person : wanted.people) {
        if (!tx.one<PersonId>(queries::member, scope, {{"round", round}, {"person", person}, {"day", tx.today()}}))
            return refuse_field("/people", "person.not_found");
        people.push_back(person);
    }
    if (!wanted.unit) return people;
    if (!people::may_place(tx, actor, *wanted.unit).ok()) return refuse_field("/unit", "unit.not_found");
    for (const RoundMember& one : find_members(tx, actor, round, "", wanted.unit, most_cases + 1))
        people.push_back(one.person);
    if (people.size() > most_cases)
        return refuse_field("/unit", "round.too_many", {{"limit", std::to_string(most_cases)}});
    return people;
}

Result<std::int64_t> add_cases(db::Tx& tx, const access::Actor& actor, RoundId round, AccountId account,
                               const GivenCases& wanted) {
    std::int64_t added = 0;
    for (const PersonId person : TRY(chosen(tx, actor, round, wanted)))
        if (add_case(tx, round, person, Voice::assessor, account.value, wanted.skills)) ++added;
    return added;
}

std::string about(AccountId account, std::string_view what, std::int64_t value) {
    return "account=" + std::to_string(account.value) + "," + std::string{what} + "=" + std::to_string(value);
}

} // namespace

Result<std::vector<Assessor>> assessors(db::Tx& tx, const access::Actor& actor, RoundId round) {
    TRY(to_staff(tx, actor, round));
    return all_of(tx, actor, round);
}

Result<InvitedAssessor> add_assessor(db::Tx& tx, const access::Actor& actor, RoundId id,
                                     const NewRoundAssessor& wanted) {
    const Round round = TRY(open_to_staff(tx, actor, id));
    const Date last_day = wanted.last_day.value_or(round.closes);
    const std::string name = TRY(named(wanted.name, "/name"));
    const std::string organisation = TRY(named(wanted.organisation, "/organisation"));
    TRY(check_last_day(tx, round, last_day));
    const std::string address = text::fold(text::squeeze(wanted.email));
    for (const AccountId past : tx.all<AccountId>(queries::past_assessors, {{"email", address}, {"day", tx.today()}}))
        TRY(access::free_address(tx, actor, past));
    const auto made = access::add_assessor(tx, actor, {wanted.email, name, wanted.language.value_or("sv"), last_day});
    if (!made.ok()) {
        const auto& fields = made.error().fields;
        // HR has no list of accounts to look in, as an administrator has.
        if (!fields.empty() && fields[0].code == "account.email_taken")
            return refuse_field("/email", "round.assessor_email_taken");
        return made.error();
    }
    const AccountId account = made->id;
    tx.run(queries::insert_assessor, {{"account", account}, {"round", id}, {"organisation", organisation}});
    const std::int64_t added = TRY(add_cases(tx, actor, id, account, wanted));
    if (added == 0) return refuse_field("/people", "round.assessor_no_cases");
    audit::append(tx, actor.account, "round.assessor_added", id.value, about(account, "cases", added));
    access::Invitation invitation = TRY(notices::invite(tx, actor, account, false));
    return InvitedAssessor{std::move(invitation), TRY(one_of(tx, actor, id, account))};
}

Result<Assessor> give_cases(db::Tx& tx, const access::Actor& actor, RoundId round, AccountId account,
                            const GivenCases& wanted) {
    TRY(open_to_staff(tx, actor, round));
    TRY(one_of(tx, actor, round, account));
    const std::int64_t added = TRY(add_cases(tx, actor, round, account, wanted));
    if (added > 0)
        audit::append(tx, actor.account, "round.assessor_given", round.value, about(account, "cases", added));
    return one_of(tx, actor, round, account);
}

Result<Assessor> take_case(db::Tx& tx, const access::Actor& actor, RoundId round, AccountId account, PersonId person) {
    TRY(open_to_staff(tx, actor, round));
    const Assessor before = TRY(one_of(tx, actor, round, account));
    const auto at = std::find_if(before.cases.begin(), before.cases.end(),
                                 [&](const AssessorCase& one) { return one.person == person; });
    if (at == before.cases.end()) return refuse(Kind::not_found, "person.not_found");
    if (at->answered > 0) return refuse(Kind::conflict, "round.case_answered");
    remove_case(tx,
                *tx.one<CaseId>(
                    queries::case_of,
                    {{"round", round}, {"person", person}, {"voice", Voice::assessor}, {"answerer", account.value}}));
    audit::append(tx, actor.account, "round.assessor_taken", round.value, about(account, "person", person.value));
    return one_of(tx, actor, round, account);
}

Result<Assessor> set_assessor_last_day(db::Tx& tx, const access::Actor& actor, RoundId id, AccountId account,
                                       Date last_day) {
    const Round round = TRY(open_to_staff(tx, actor, id));
    TRY(one_of(tx, actor, id, account));
    TRY(check_last_day(tx, round, last_day));
    TRY(access::set_last_day(tx, actor, account, last_day));
    return one_of(tx, actor, id, account);
}

Result<Assessor> end_assessor(db::Tx& tx, const access::Actor& actor, RoundId round, AccountId account) {
    TRY(to_staff(tx, actor, round));
    const Assessor before = TRY(one_of(tx, actor, round, account));
    if (tx.today() <= before.last_day) TRY(access::set_last_day(tx, actor, account, tx.today() - 1));
    return one_of(tx, actor, round, account);
}

Result<access::Invitation> invite_again(db::Tx& tx, const access::Actor& actor, RoundId round, AccountId account,
                                        bool by_hand) {
    TRY(open_to_staff(tx, actor, round));
    const Assessor one = TRY(one_of(tx, actor, round, account));
    if (one.state == AssessorState::over || one.state == AssessorState::closed)
        return refuse(Kind::conflict, "round.assessor_over");
    return notices::invite(tx, actor, account, by_hand);
}

Result<std::vector<RoundMember>> members(db::Tx& tx, const access::Actor& actor, RoundId round,
                                         std::string_view words) {
    TRY(to_staff(tx, actor, round));
    return find_members(tx, actor, round, words, {}, most_members);
}

std::string assessor_named(db::Tx& tx, const access::Actor& actor) {
    const std::string organisation = tx.one<std::string>(queries::assessor, {{"account", actor.account}}).value_or("");
    return actor.name + ", " + organisation;
}

} // namespace kunna::rounds
