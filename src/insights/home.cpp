// Home.
#include "insights/home.hpp"

#include "access/visibility.hpp"
#include "base/texts.hpp"
#include "engine/gap.hpp"
#include "insights/queries.hpp"
#include "people/people.hpp"
#include "rounds/cases.hpp"
#include "rounds/rounds.hpp"

namespace kunna::insights {

namespace {

using access::Role;

Role persona_of(const access::Actor& actor) {
    for (const Role role :
         {Role::hr, Role::learning, Role::executive, Role::administrator, Role::auditor, Role::assessor, Role::manager})
        if (actor.has(role)) return role;
    return Role::employee;
}

void add(Home& home, std::string kind, std::int64_t count, std::string to) {
    if (count == 0) return;
    const std::vector<std::pair<std::string, std::string>> values{{"count", std::to_string(count)}};
    const std::string code = "home." + kind + (count == 1 ? ".one" : ".many");
    home.tasks.push_back(
        {std::move(kind), {texts::say("sv", code, values), texts::say("en", code, values)}, count, std::move(to)});
}

// What open rounds ask of the actor, and drafts that were to be open by now.
void add_rounds(db::Tx& tx, const access::Actor& actor, Home& home) {
    const rounds::MyRounds mine = rounds::my_rounds(tx, actor);
    std::int64_t unanswered = 0;
    std::int64_t others = 0;
    for (const rounds::OpenCase& one : mine.cases)
        if (one.voice == rounds::Voice::self)
            unanswered += one.questions - one.answered;
        else if (one.answered < one.questions)
            ++others;
    std::int64_t unrated = 0;
    for (const rounds::OpenTeam& one : mine.teams) unrated += one.people - one.done;
    add(home, "answer_round", unanswered, "/rounds/mine");
    add(home, "answer_about", others, "/rounds/mine");
    add(home, "rate_round", unrated, "/rounds/mine");
    std::int64_t unnamed = 0;
    std::int64_t proposals = 0;
    for (const rounds::OpenChoice& one : mine.choices) {
        if (one.about_me && one.named < one.wanted) ++unnamed;
        proposals += one.waiting;
    }
    add(home, "name_peers", unnamed, "/rounds/mine");
    add(home, "confirm_peers", proposals, "/rounds/mine");
    if (actor.may(access::Permission::run_rounds))
        add(home, "open_round", rounds::overdue_drafts(tx, actor), "/rounds");
}

// Skills that the person's roles require and nobody has said anything about.
std::int64_t unknown_of(const Workforce& workforce, engine::PersonIndex person) {
    return engine::person_sums(workforce.snapshot(), person).sums.unknown;
}

} // namespace

Home home(db::Db& db, const Workforce& workforce, const access::Actor& actor) {
    Home home{.persona = persona_of(actor)};
    const auto self = workforce.find(actor.person);
    if (self) add(home, "rate_yourself", unknown_of(workforce, *self), "/me");
    db.read([&](db::Tx& tx) {
        add_rounds(tx, actor, home);
        if (actor.may(access::Permission::answer_contest)) {
            // HR answers what a manager has not; it needs no reason to see that something waits.
            access::Actor looking = actor;
            if (actor.has(Role::hr)) looking.reason = "home";
            add(home, "contests",
                *tx.one<std::int64_t>(queries::open_contests,
                                      access::visible_people(tx, looking, access::Sight::levels)),
                "/contests");
        }
        if (actor.may(access::Permission::edit_people))
            add(home, "unmanaged", static_cast<std::int64_t>(people::unmanaged(tx, actor).size()),
                "/people?unmanaged=1");
    });
    if (self && actor.has(Role::manager)) {
        std::int64_t unassessed = 0;
        for (const engine::PersonIndex p : workforce.snapshot().lines().chain(*self))
            if (workforce.snapshot().lines().manager(p) == *self && unknown_of(workforce, p) > 0) ++unassessed;
        add(home, "assess_team", unassessed, "/team");
    }
    return home;
}

} // namespace kunna::insights
