// Follow-up.
#include "reskilling/follow_up.hpp"

#include "engine/fuse.hpp"
#include "reskilling/placement.hpp"

#include <algorithm>
#include <array>

namespace kunna::reskilling {

namespace {

constexpr std::array followed_after{3, 6, 12}; // months

// What had been said of them by the day it is due.
void tell(FollowUp& one, const engine::Snapshot& snapshot, engine::PersonIndex person, const engine::Role& role,
          Date placed) {
    std::int64_t met = 0;
    bool assessed = false;
    for (const engine::Requirement& asked : role.requirements()) {
        const auto statements = snapshot.evidence_of(person, asked.skill);
        const auto fused = engine::fuse(statements, snapshot.skills()[asked.skill].kind, snapshot.settings(),
                                        snapshot.recency(), one.due);
        met += fused.known && fused.level >= asked.required ? 1 : 0;
        assessed = assessed || std::any_of(statements.begin(), statements.end(), [&](const engine::Evidence& said) {
                       return said.day() > placed && said.day() <= one.due;
                   });
    }
    if (!assessed) return;
    one.state = FollowUpState::told;
    one.met = met;
}

} // namespace

std::vector<FollowUp> follow_up(db::Tx& tx, const insights::Workforce& workforce, const Member& member) {
    std::vector<FollowUp> all;
    const auto index = workforce.names().find(member.role);
    if (!member.placed || !index) return all;
    const engine::Role& role = workforce.snapshot().role(*index);
    const auto person = workforce.find(member.person);
    for (const int months : followed_after) {
        FollowUp one{.months = months,
                     .due = add_months(*member.placed, months),
                     .requirements = static_cast<std::int64_t>(role.requirements().size())};
        if (one.due <= tx.today()) {
            one.state = FollowUpState::due;
            one.in_role = holds_role(tx, member.person, member.role, one.due);
            if (person) tell(one, workforce.snapshot(), *person, role, *member.placed);
        }
        all.push_back(one);
    }
    return all;
}

} // namespace kunna::reskilling
