// Consent.
#include "wishes/consent.hpp"

#include "audit/trail.hpp"
#include "base/texts.hpp"
#include "wishes/queries.hpp"
#include "wishes/wishes.hpp"

namespace kunna::wishes {

namespace {

Findable told(db::Tx& tx, const access::Actor& actor, PersonId person) {
    Findable now;
    now.words = texts::say(actor.language, "consent." + std::to_string(consent_edition));
    now.history = consents(tx, person);
    now.findable = !now.history.empty() && !now.history.front().withdrawn;
    now.own_ratings = now.findable && now.history.front().own_ratings;
    return now;
}

} // namespace

std::vector<Consent> consents(db::Tx& tx, PersonId person) {
    return tx.all<Consent>(queries::consents, {{"person", person}});
}

Result<Findable> consent_of(db::Tx& tx, const access::Actor& actor, PersonId person) {
    TRY(only_own(tx, actor, person));
    return told(tx, actor, person);
}

Result<Findable> give_consent(db::Tx& tx, const access::Actor& actor, PersonId person, const NewConsent& given) {
    TRY(only_own(tx, actor, person));
    if (given.edition != consent_edition) return refuse(Kind::conflict, "consent.other_words");
    const Findable before = told(tx, actor, person);
    const bool same =
        before.findable && before.own_ratings == given.own_ratings && before.history.front().edition == given.edition;
    if (same) return before;
    tx.run(queries::withdraw_consent, {{"person", person}, {"at", tx.now()}});
    tx.run(queries::give_consent,
           {{"person", person}, {"edition", given.edition}, {"own_ratings", given.own_ratings}, {"given", tx.now()}});
    audit::append(tx, actor.account, "consent.given", person.value, "edition,own_ratings");
    return told(tx, actor, person);
}

Result<Findable> withdraw_consent(db::Tx& tx, const access::Actor& actor, PersonId person) {
    TRY(only_own(tx, actor, person));
    if (tx.run(queries::withdraw_consent, {{"person", person}, {"at", tx.now()}}) > 0)
        audit::append(tx, actor.account, "consent.withdrawn", person.value);
    return told(tx, actor, person);
}

} // namespace kunna::wishes
