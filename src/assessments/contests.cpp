// Contests: opened by the person, answered by the manager or HR.
#include "assessments/contests.hpp"

#include "access/visibility.hpp"
#include "assessments/queries.hpp"
#include "assessments/rules.hpp"
#include "audit/trail.hpp"
#include "base/text.hpp"
#include "skills/catalogue.hpp"

#include <algorithm>

namespace kunna::assessments {

namespace {

Contest stored(db::Tx& tx, ContestId contest) {
    Contest found;
    tx.run(queries::contest_by_id, {{"contest", contest}}, [&](const db::Row& row) { found = store::contest_of(row); });
    return found;
}

void close(db::Tx& tx, ContestId contest, ContestState state, const std::optional<std::string>& answer, AccountId by) {
    tx.run(queries::close_contest,
           {{"contest", contest}, {"state", state}, {"answer", answer}, {"answered_by", by}, {"answered", tx.now()}});
}

// Reads one contest with its statement; not_found for whoever has no part in it.
struct Case {
    Contest contest{};
    store::AssessmentFlat statement{};
    bool own = false;    // the actor is the one it is about
    bool judges = false; // the actor may answer it
};
Result<Case> find_case(db::Tx& tx, const access::Actor& actor, ContestId id) {
    Case found;
    found.contest = stored(tx, id);
    if (!found.contest.id.given()) return refuse(Kind::not_found, "contest.not_found");
    found.statement = *store::find(tx, found.contest.assessment);
    const PersonId person = found.statement.person;
    found.own = actor.person.given() && actor.person == person;
    found.judges =
        !found.own && (actor.is_system() || (actor.person.given() && access::manages(tx, actor.person, person)) ||
                       access::may_see(tx, actor, access::Sight::edit, person).ok());
    if (!found.own && !found.judges) return refuse(Kind::not_found, "contest.not_found");
    return found;
}

} // namespace

Result<Contest> contest(db::Tx& tx, const access::Actor& actor, AssessmentId assessment, const std::string& reason) {
    const auto found = TRY(visible_assessment(tx, actor, assessment));
    if (!actor.person.given() || found.person != actor.person) return refuse(Kind::forbidden, "contest.only_own");
    if (found.source == Source::self) return refuse(Kind::conflict, "contest.own_rating");
    if (found.ended) return refuse(Kind::conflict, "assessment.ended");
    if (tx.one<ContestId>(queries::open_contest_of, {{"assessment", assessment}}))
        return refuse(Kind::conflict, "contest.already_open");
    const std::string why = TRY(said(reason, "/reason"));
    const auto id = tx.insert<ContestId>(
        queries::insert_contest,
        {{"assessment", assessment}, {"account", actor.account}, {"at", tx.now()}, {"reason", why}});
    audit::append(tx, actor.account, "contest.opened", found.person.value, "reason");
    return stored(tx, id);
}

Result<Contest> answer(db::Tx& tx, const access::Actor& actor, ContestId contest, const Answer& given) {
    const Case found = TRY(find_case(tx, actor, contest));
    if (found.own) return refuse(Kind::forbidden, "contest.not_own_answer");
    if (found.contest.state != ContestState::open) return refuse(Kind::conflict, "contest.closed");
    const std::string words = TRY(said(given.answer, "/answer"));
    const store::AssessmentFlat& old = found.statement;
    if (given.outcome == Outcome::upheld) {
        if (given.level) return refuse_field("/level", "contest.level_not_wanted");
        close(tx, contest, ContestState::upheld, words, actor.account);
    } else {
        if (!given.level) return refuse_field("/level", "contest.level_needed");
        if (*given.level == old.level) return refuse_field("/level", "contest.level_same");
        TRY(skills::check_level(tx, old.skill, *given.level));
        // Of today: on earlier days the old statement is what was known.
        store::AssessmentWrite corrected{old.person, old.skill,  *given.level, old.source, {},
                                         {},         tx.today(), old.expires,  words,      actor.account};
        if (actor.person.given())
            corrected.assessor = actor.person;
        else
            corrected.assessor_name = store::account_name(tx, actor.account);
        const AssessmentId replacement = store::insert(tx, corrected);
        store::end(tx, old.id, words, replacement, actor.account);
        close(tx, contest, ContestState::corrected, words, actor.account);
        audit::append(tx, actor.account, "assessment.recorded", old.person.value, "skill,level");
    }
    audit::append(tx, actor.account, "contest.answered", old.person.value, "outcome,answer");
    return stored(tx, contest);
}

Result<void> take_back(db::Tx& tx, const access::Actor& actor, ContestId contest) {
    const Case found = TRY(find_case(tx, actor, contest));
    if (!found.own) return refuse(Kind::forbidden, "contest.only_own");
    if (found.contest.state != ContestState::open) return refuse(Kind::conflict, "contest.closed");
    close(tx, contest, ContestState::withdrawn, std::nullopt, actor.account);
    audit::append(tx, actor.account, "contest.withdrawn", found.statement.person.value);
    return {};
}

std::vector<ContestRow> contests(db::Tx& tx, const access::Actor& actor, std::optional<ContestState> state,
                                 std::optional<ContestId> before, int limit) {
    std::vector<ContestRow> rows;
    std::optional<std::string> wanted;
    if (state) wanted = db::enum_name(*state);
    // Own ones and those of direct reports by the first, HR's units by the second.
    for (const access::Sight sight : {access::Sight::levels, access::Sight::edit})
        tx.run(queries::contests, access::visible_people(tx, actor, sight),
               {{"state", wanted}, {"before", before ? before->value : std::int64_t{1} << 62}, {"limit", limit}},
               [&](const db::Row& row) {
                   ContestRow one;
                   one.contest = store::contest_of(row);
                   one.person = PersonId{row.integer(8)};
                   one.person_name = row.text(9);
                   one.skill = SkillId{row.integer(10)};
                   one.skill_name = {std::string{row.text(11)}, std::string{row.text(12)}};
                   one.level = static_cast<std::int32_t>(row.integer(13));
                   one.source = store::source_of(row.integer(14));
                   one.assessor = row.text(15);
                   one.note = row.text(16);
                   rows.push_back(std::move(one));
               });
    std::sort(rows.begin(), rows.end(),
              [](const ContestRow& a, const ContestRow& b) { return a.contest.id > b.contest.id; });
    rows.erase(std::unique(rows.begin(), rows.end(),
                           [](const ContestRow& a, const ContestRow& b) { return a.contest.id == b.contest.id; }),
               rows.end());
    if (rows.size() > static_cast<std::size_t>(limit)) rows.resize(static_cast<std::size_t>(limit));
    return rows;
}

std::vector<OpenContest> open_contests(db::Tx& tx) {
    return tx.all<OpenContest>(queries::open_contests);
}

} // namespace kunna::assessments
