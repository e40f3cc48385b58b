// Consent: that managers of other units may find a person in searches for staff. Nothing else hangs on it, so refusing
// costs nothing (security.md §9). The words have editions; what was agreed to, and when, stays.
#pragma once

#include "access/actor.hpp"
#include "base/date.hpp"
#include "db/db.hpp"

#include <boost/describe.hpp>

namespace kunna::wishes {

// Of the words that are agreed to now: texts "consent.1", "consent.2" …; an earlier one is never changed.
inline constexpr std::int32_t consent_edition = 1;

struct Consent {
    std::int32_t edition = consent_edition;
    bool own_ratings = false; // what the person alone says of a level counts too
    Instant given{};
    std::optional<Instant> withdrawn{};
};
BOOST_DESCRIBE_STRUCT(Consent, (), (edition, own_ratings, given, withdrawn))

struct Findable {
    bool findable = false; // now
    bool own_ratings = false;
    std::int32_t edition = consent_edition; // of the words below
    std::string words{};                    // what it means, in the actor's language
    std::vector<Consent> history{};         // newest first
};
BOOST_DESCRIBE_STRUCT(Findable, (), (findable, own_ratings, edition, words, history))

struct NewConsent {
    std::int32_t edition = 0; // of the words that were read
    bool own_ratings = false;
};
BOOST_DESCRIBE_STRUCT(NewConsent, (), (edition, own_ratings))

// All three are the person's own: wish.only_own, person.not_found.
Result<Findable> consent_of(db::Tx& tx, const access::Actor& actor, PersonId person);
// In the place of the one that holds, if it says something else. Refuses consent.other_words when others than today's
// were read.
Result<Findable> give_consent(db::Tx& tx, const access::Actor& actor, PersonId person, const NewConsent& given);
// Holds from the commit on: every search asks anew.
Result<Findable> withdraw_consent(db::Tx& tx, const access::Actor& actor, PersonId person);

// Of one person, newest first, for "my data"; the caller has asked access.
std::vector<Consent> consents(db::Tx& tx, PersonId person);
} // namespace kunna::wishes
