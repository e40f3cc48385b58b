// Peers.
#include "rounds/peers.hpp"

#include "audit/trail.hpp"
#include "rounds/case_rows.hpp"
#include "rounds/queries.hpp"
#include "rounds/reminders.hpp"
#include "rounds/store.hpp"

#include <algorithm>

namespace kunna::rounds {

namespace {

constexpr std::size_t most_candidates = 50;

struct StoredPeer {
    PersonId peer{};
    std::string name{};
    PeerState state = PeerState::proposed;
    std::optional<CaseId> case_id{};
    std::int64_t questions = 0;
    std::int64_t answered = 0;
};
BOOST_DESCRIBE_STRUCT(StoredPeer, (), (peer, name, state, case_id, questions, answered))

std::vector<StoredPeer> stored_peers(db::Tx& tx, RoundId round, PersonId person) {
    return tx.all<StoredPeer>(queries::peers_of, {{"round", round}, {"person", person}});
}

PeersOf peers_of(db::Tx& tx, const access::Actor& actor, RoundId round, PersonId person) {
    PeersOf told{
        person, tx.one<std::string>(queries::name_of, {{"person", person}}).value_or(""), person == actor.person, {}};
    for (const StoredPeer& one : stored_peers(tx, round, person))
        told.peers.push_back({one.peer, one.name, one.state, !access::are_colleagues(tx, person, one.peer),
                              one.case_id && one.answered >= one.questions});
    return told;
}

// A round in which colleagues answer, from its opening on.
Result<store::RoundFlat> round_with_peers(db::Tx& tx, RoundId round) {
    const auto found = store::find(tx, round);
    if (!found || found->state == RoundState::draft) return refuse(Kind::not_found, "round.not_found");
    const auto voices = store::voices(tx, round);
    if (std::find(voices.begin(), voices.end(), Voice::peer) == voices.end())
        return refuse(Kind::not_found, "round.not_found");
    return *found;
}

bool in_round(db::Tx& tx, RoundId round, PersonId person) {
    bool found = false;
    tx.run(queries::member_of, {{"round", round}, {"person", person}}, [&](const db::Row&) { found = true; });
    return found;
}

// The round, when the actor is the person or their manager of the day, and the person is in it.
Result<store::RoundFlat> choosing(db::Tx& tx, const access::Actor& actor, RoundId round, PersonId person) {
    const bool entitled = actor.person.given() && (actor.person == person || access::manages(tx, actor.person, person));
    if (!entitled || !in_round(tx, round, person)) return refuse(Kind::not_found, "round.not_found");
    return round_with_peers(tx, round);
}

Result<store::RoundFlat> to_choose(db::Tx& tx, const access::Actor& actor, RoundId round, PersonId person) {
    auto found = TRY(choosing(tx, actor, round, person));
    if (found.state_on(tx.today()) != RoundState::open) return refuse(Kind::conflict, "round.closed");
    return found;
}

// Proposed or confirmed, and still there.
bool takes_a_place(db::Tx& tx, PersonId person, const StoredPeer& one) {
    return (one.state == PeerState::proposed || one.state == PeerState::confirmed) &&
           access::are_colleagues(tx, person, one.peer);
}

void put(db::Tx& tx, const access::Actor& actor, RoundId round, PersonId person, PersonId peer, PeerState state) {
    tx.run(queries::put_peer, {{"round", round},
                               {"person", person},
                               {"peer", peer},
                               {"state", state},
                               {"account", actor.account},
                               {"at", tx.now()}});
}

std::string about(PersonId person, PersonId peer) {
    return "person=" + std::to_string(person.value) + ",peer=" + std::to_string(peer.value);
}

const StoredPeer* find(const std::vector<StoredPeer>& named, PersonId peer) {
    const auto at = std::find_if(named.begin(), named.end(), [&](const StoredPeer& one) { return one.peer == peer; });
    return at == named.end() ? nullptr : &*at;
}

// May somebody be proposed or confirmed who is not so already?
Result<void> check_place(db::Tx& tx, const store::RoundFlat& round, PersonId person,
                         const std::vector<StoredPeer>& named, const StoredPeer* one) {
    if (one != nullptr && takes_a_place(tx, person, *one)) return {};
    const auto taken = std::count_if(named.begin(), named.end(),
                                     [&](const StoredPeer& other) { return takes_a_place(tx, person, other); });
    if (taken >= round.peers)
        return Error{Kind::conflict, "round.peers_enough", {}, {{"limit", std::to_string(round.peers)}}};
    return {};
}

} // namespace

Result<PeerChoice> peer_choice(db::Tx& tx, const access::Actor& actor, RoundId round) {
    const auto flat = TRY(round_with_peers(tx, round));
    if (!actor.person.given()) return refuse(Kind::not_found, "round.not_found");
    PeerChoice told{round, flat.name, flat.closes, flat.state_on(tx.today()) == RoundState::open, flat.peers, {}};
    if (in_round(tx, round, actor.person)) told.people.push_back(peers_of(tx, actor, round, actor.person));
    tx.run(queries::reports_in_round, {{"round", round}, {"manager", actor.person}, {"day", tx.today()}},
           [&](const db::Row& row) {
               told.people.push_back({PersonId{row.integer(0)}, {}, false, {}});
           });
    if (told.people.empty()) return refuse(Kind::not_found, "round.not_found");
    for (PeersOf& one : told.people)
        if (!one.own) one = peers_of(tx, actor, round, one.person);
    return told;
}

Result<std::vector<access::Colleague>> peer_candidates(db::Tx& tx, const access::Actor& actor, RoundId round,
                                                       PersonId person, std::string_view words) {
    TRY(choosing(tx, actor, round, person));
    const auto named = stored_peers(tx, round, person);
    auto all = access::colleagues(tx, person, words, most_candidates + named.size());
    std::erase_if(all, [&](const access::Colleague& one) { return find(named, one.person) != nullptr; });
    if (all.size() > most_candidates) all.resize(most_candidates);
    return all;
}

Result<PeersOf> name_peer(db::Tx& tx, const access::Actor& actor, RoundId round, PersonId person, PersonId peer) {
    const auto flat = TRY(to_choose(tx, actor, round, person));
    if (!access::are_colleagues(tx, person, peer)) return refuse(Kind::not_found, "person.not_found");
    const auto named = stored_peers(tx, round, person);
    const StoredPeer* one = find(named, peer);
    const bool own = actor.person == person;
    if (one != nullptr && one->state == PeerState::declined) return refuse(Kind::conflict, "round.peer_declined");
    if (own && one != nullptr && one->state == PeerState::turned_down)
        return refuse(Kind::conflict, "round.peer_turned_down");
    const bool stands =
        one != nullptr && (one->state == PeerState::confirmed || (own && one->state == PeerState::proposed));
    if (stands) return peers_of(tx, actor, round, person);
    TRY(check_place(tx, flat, person, named, one));
    if (own) {
        put(tx, actor, round, person, peer, PeerState::proposed);
        audit::append(tx, actor.account, "round.peer_proposed", round.value, about(person, peer));
    } else {
        put(tx, actor, round, person, peer, PeerState::confirmed);
        add_case(tx, round, person, Voice::peer, peer.value);
        tell_colleague(tx, round, peer);
        audit::append(tx, actor.account, "round.peer_confirmed", round.value, about(person, peer));
    }
    return peers_of(tx, actor, round, person);
}

Result<PeersOf> unname_peer(db::Tx& tx, const access::Actor& actor, RoundId round, PersonId person, PersonId peer) {
    TRY(to_choose(tx, actor, round, person));
    const auto named = stored_peers(tx, round, person);
    const StoredPeer* one = find(named, peer);
    if (one == nullptr) return refuse(Kind::not_found, "person.not_found");
    if (actor.person == person) {
        if (one->state == PeerState::confirmed) return refuse(Kind::conflict, "round.peer_confirmed");
        if (one->state == PeerState::proposed) {
            tx.run(queries::delete_peer, {{"round", round}, {"person", person}, {"peer", peer}});
            audit::append(tx, actor.account, "round.peer_taken_back", round.value, about(person, peer));
        }
    } else if (one->state == PeerState::proposed || one->state == PeerState::confirmed) {
        if (one->answered > 0) return refuse(Kind::conflict, "round.case_answered");
        if (one->case_id) remove_case(tx, *one->case_id);
        put(tx, actor, round, person, peer, PeerState::turned_down);
        audit::append(tx, actor.account, "round.peer_turned_down", round.value, about(person, peer));
    }
    return peers_of(tx, actor, round, person);
}

Result<void> decline_case(db::Tx& tx, const access::Actor& actor, CaseId id) {
    const CaseFlat one = TRY(own_case(tx, actor, id));
    if (one.voice != Voice::peer) return refuse(Kind::not_found, "round.case_not_found");
    if (!one.open_on(tx.today())) return refuse(Kind::conflict, "round.closed");
    if (one.answered > 0) return refuse(Kind::conflict, "round.case_answered");
    remove_case(tx, id);
    put(tx, actor, one.round, one.person, actor.person, PeerState::declined);
    audit::append(tx, actor.account, "round.peer_declined", one.round.value, about(one.person, actor.person));
    return {};
}

std::vector<StoredNaming> namings_about(db::Tx& tx, const db::Scope& scope, PersonId person) {
    return tx.all<StoredNaming>(queries::namings_about, scope, {{"person", person}});
}

} // namespace kunna::rounds
