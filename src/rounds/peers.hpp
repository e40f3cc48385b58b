// Peers: colleagues named to assess a person in a round. The person proposes, the manager of the day confirms or turns
// down, or names somebody directly; a colleague who is confirmed has a case, and may decline it. To others the choice
// does not exist (not_found, "round.not_found"); whoever is no colleague is refused as if there were no such person.
#pragma once

#include "access/visibility.hpp"
#include "rounds/round.hpp"

namespace kunna::rounds {

BOOST_DEFINE_ENUM_CLASS(PeerState, proposed, confirmed, turned_down, declined)

struct NamedPeer {
    PersonId peer{};
    std::string name{};
    PeerState state = PeerState::proposed;
    bool gone = false; // has left, or no longer works with the person: another may be named
    bool done = false; // has answered everything
};
BOOST_DESCRIBE_STRUCT(NamedPeer, (), (peer, name, state, gone, done))

struct PeersOf {
    PersonId person{};
    std::string name{};
    bool own = false; // the actor themself
    std::vector<NamedPeer> peers{};
};
BOOST_DESCRIBE_STRUCT(PeersOf, (), (person, name, own, peers))

struct PeerChoice {
    RoundId round{};
    std::string name{};
    Date closes{};
    bool open = false;
    std::int32_t wanted = 0;       // colleagues of each person
    std::vector<PeersOf> people{}; // the actor, and the actor's reports by name
};
BOOST_DESCRIBE_STRUCT(PeerChoice, (), (round, name, closes, open, wanted, people))

Result<PeerChoice> peer_choice(db::Tx& tx, const access::Actor& actor, RoundId round);
// Colleagues of the person who are not named yet, by name; at most fifty.
Result<std::vector<access::Colleague>> peer_candidates(db::Tx& tx, const access::Actor& actor, RoundId round,
                                                       PersonId person, std::string_view words);
// The person proposes; the manager confirms. Again changes nothing. Refuses person.not_found for whoever is no
// colleague, round.peers_enough, round.peer_declined, and round.peer_turned_down to the person.
Result<PeersOf> name_peer(db::Tx& tx, const access::Actor& actor, RoundId round, PersonId person, PersonId peer);
// The person takes a proposal back (round.peer_confirmed once the manager has confirmed it); the manager turns it down
// (round.case_answered once the colleague has answered).
Result<PeersOf> unname_peer(db::Tx& tx, const access::Actor& actor, RoundId round, PersonId person, PersonId peer);
// A colleague's own case goes; refuses round.case_answered.
Result<void> decline_case(db::Tx& tx, const access::Actor& actor, CaseId id);

// That a person was named, or named somebody, for "my data".
struct StoredNaming {
    std::string round{};
    std::string person{};
    std::string peer{};
    PeerState state = PeerState::proposed;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(StoredNaming, (), (round, person, peer, state, at))
// Newest first: who was named to assess the person, and whom the person was asked to assess.
std::vector<StoredNaming> namings_about(db::Tx& tx, const db::Scope& scope, PersonId person);

} // namespace kunna::rounds
