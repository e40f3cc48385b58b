// My data: everything that is stored about one person, and who has looked at it.
#pragma once

#include "access/account.hpp"
#include "access/trail_page.hpp"
#include "access/visibility.hpp"
#include "assessments/assessment.hpp"
#include "people/people.hpp"
#include "rounds/cases.hpp"
#include "rounds/peers.hpp"
#include "skills/role.hpp"
#include "wishes/consent.hpp"
#include "wishes/wishes.hpp"

namespace kunna::insights {

// What a person answers for by name.
BOOST_DEFINE_ENUM_CLASS(ResponsibilityKind, goal, strategy_owner, strategy_sponsor, strategy_step)
struct Responsibility {
    ResponsibilityKind kind = ResponsibilityKind::goal;
    std::int64_t id = 0; // of the goal or the strategy
    skills::Text name{};
    std::string step{}; // of the journey: "inventory"; of strategy_step only
    bool over = false;  // the goal was dropped, the strategy closed
};
BOOST_DESCRIBE_STRUCT(Responsibility, (), (kind, id, name, step, over))

// Interest in a reskilling programme, and how far the person came in it.
struct StoredReskilling {
    std::string programme{};
    std::string words{};
    Instant since{};
    std::optional<Instant> ended{};
    std::optional<std::string> stage{}; // nothing: was not selected
};
BOOST_DESCRIBE_STRUCT(StoredReskilling, (), (programme, words, since, ended, stage))

struct MyData {
    people::Everything person{};
    std::optional<access::Account> account{};
    std::vector<skills::HeldRole> roles{};
    std::vector<assessments::Statement> assessments{};
    std::vector<rounds::StoredAnswer> rounds{}; // answers in inventory rounds
    std::vector<rounds::StoredNaming> peers{};  // colleagues named in them
    std::vector<wishes::Consent> consents{};    // to be found by managers elsewhere, newest first
    wishes::Wishes wishes{};
    std::vector<Responsibility> responsibilities{};
    std::vector<StoredReskilling> reskilling{}; // newest first
    std::vector<access::ReadEntry> reads{};     // newest first, the last thousand
};
BOOST_DESCRIBE_STRUCT(MyData, (),
                      (person, account, roles, assessments, rounds, peers, consents, wishes, responsibilities,
                       reskilling, reads))

// The person's own to ask for, and HR's with a stated reason when somebody asks on paper. The read is logged.
Result<MyData> my_data(db::Db& db, const access::Actor& actor, PersonId person);

} // namespace kunna::insights
