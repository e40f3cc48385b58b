// The candidate board: those interested side by side, with what each lacks and what it would take. No score sums them
// up, and they stand by name: a human chooses.
#pragma once

#include "reskilling/fits.hpp"
#include "reskilling/member.hpp"

namespace kunna::reskilling {

struct Candidate {
    PersonId person{};
    std::string number{};
    std::string name{};
    std::string unit_name{};
    std::vector<Text> holds{}; // roles
    std::string words{};
    Instant since{};
    std::optional<MemberId> member{};
    std::optional<RoleId> selected_for{};
    std::optional<Stage> stage{}; // nothing: has applied
    std::vector<RoleFit> fits{};  // to the roles that they asked for
};
BOOST_DESCRIBE_STRUCT(Candidate, (),
                      (person, number, name, unit_name, holds, words, since, member, selected_for, stage, fits))

struct CandidateBoard {
    Date day{};
    Programme programme{};
    std::vector<Candidate> items{}; // by name
};
BOOST_DESCRIBE_STRUCT(CandidateBoard, (), (day, programme, items))

// Refuses what programme_to_run refuses. Opens the levels of everybody on it: the caller notes the read.
Result<CandidateBoard> candidate_board(db::Tx& tx, const Fits& fits, const access::Actor& actor, ProgrammeId programme);

} // namespace kunna::reskilling
