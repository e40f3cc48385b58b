// The candidate board.
#include "reskilling/board.hpp"

#include "reskilling/interested.hpp"
#include "reskilling/members.hpp"
#include "reskilling/programmes.hpp"

#include <algorithm>

namespace kunna::reskilling {

Result<CandidateBoard> candidate_board(db::Tx& tx, const Fits& fits, const access::Actor& actor, ProgrammeId id) {
    CandidateBoard board{fits.workforce().day(), TRY(programme_to_run(tx, actor, id)), {}};
    const auto members = members_of(tx, actor, id);
    const engine::Snapshot& snapshot = fits.workforce().snapshot();
    const insights::Directory& names = fits.workforce().names();
    for (Interested& one : interested(tx, actor, id)) {
        const auto index = fits.find(one.person);
        if (!index) continue;
        Candidate candidate{.person = one.person,
                            .number = std::move(one.number),
                            .name = std::move(one.name),
                            .unit_name = names.units[snapshot.unit_of(*index)].name,
                            .words = std::move(one.words),
                            .since = one.since};
        for (const engine::RoleIndex role : snapshot.roles_of(*index))
            candidate.holds.push_back(names.roles[role].name);
        const auto member =
            std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.person == one.person; });
        if (member != members.end()) {
            candidate.member = member->id;
            candidate.selected_for = member->role;
            candidate.stage = member->stage;
        }
        for (const ProgrammeRole& target : board.programme.roles) {
            const auto role = fits.find(target.role);
            if (!role || std::find(one.roles.begin(), one.roles.end(), target.role) == one.roles.end()) continue;
            candidate.fits.push_back(fits.fit(*index, *role, board.programme.hours_a_week,
                                              actor.may(access::Permission::view_learning_costs)));
        }
        board.items.push_back(std::move(candidate));
    }
    return board;
}

} // namespace kunna::reskilling
