// The next Snapshot after a change: new blocks where something is different, everything else shared.
#include "base/fork_join.hpp"
#include "engine/snapshot.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <stdexcept>

namespace kunna::engine {

namespace {

// Blocks being changed, by number; blocks get made once all changes are in.
struct Draft {
    UnitIndex unit = 0;
    std::vector<Member> members;
};

// Keeps changed roles and evidence alive until the blocks have copied them.
struct Kept {
    std::deque<std::vector<RoleIndex>> roles;
    std::deque<std::vector<Evidence>> evidence;
};

Result<std::span<const RoleIndex>> checked_roles(std::vector<RoleIndex> roles, std::size_t role_count, Kept& kept) {
    std::sort(roles.begin(), roles.end());
    roles.erase(std::unique(roles.begin(), roles.end()), roles.end());
    if (roles.size() > most_roles_of_a_person) return refuse(Kind::invalid, "engine.too_many_roles");
    if (!roles.empty() && roles.back() >= role_count) throw std::out_of_range{"a role that is not in the Snapshot"};
    kept.roles.push_back(std::move(roles));
    return std::span<const RoleIndex>{kept.roles.back()};
}

std::span<const Evidence> checked_evidence(std::vector<Evidence> evidence, std::size_t skill_count, Kept& kept) {
    std::sort(evidence.begin(), evidence.end());
    if (!evidence.empty() && evidence.back().skill >= skill_count)
        throw std::out_of_range{"a skill that is not in the Snapshot"};
    kept.evidence.push_back(std::move(evidence));
    return kept.evidence.back();
}

} // namespace

Changes vacated(std::span<const PersonIndex> people) {
    Changes changes;
    for (const PersonIndex person : people) {
        PersonChange empty;
        empty.person = person;
        empty.evidence.emplace();
        changes.people.push_back(std::move(empty));
    }
    return changes;
}

Result<Snapshot> Snapshot::with(const Changes& changes, int threads) const {
    Snapshot next = *this;
    Kept kept;
    std::map<std::uint32_t, Draft> drafts;

    const auto draft_of = [&](std::uint32_t number) -> Draft& {
        const auto [at, fresh] = drafts.try_emplace(number);
        if (fresh && number < blocks_.size()) at->second = {blocks_[number]->unit, members_of(*blocks_[number])};
        return at->second;
    };
    auto block_end = static_cast<std::uint32_t>(blocks_.size());
    std::map<UnitIndex, std::uint32_t> opened; // the block made last for a unit whose own are full
    const auto add_to_unit = [&](UnitIndex unit, const Member& member) {
        if (unit >= units_->size()) throw std::out_of_range{"a unit that is not in the Snapshot"};
        if (const auto at = opened.find(unit); at != opened.end()) {
            Draft& draft = draft_of(at->second);
            if (draft.members.size() < Block::most_people) {
                draft.members.push_back(member);
                return;
            }
        }
        const Range own = block_range(unit, unit + 1);
        for (std::size_t position = own.begin; position < own.end; ++position) {
            const std::uint32_t number = order_->block[position];
            const auto at = drafts.find(number);
            const std::size_t people = at != drafts.end() ? at->second.members.size() : blocks_[number]->people();
            if (people >= Block::most_people) continue;
            draft_of(number).members.push_back(member);
            return;
        }
        opened[unit] = block_end;
        Draft& draft = draft_of(block_end++);
        draft.unit = unit;
        draft.members.push_back(member);
    };

    if (!changes.roles.empty() || !changes.new_roles.empty()) {
        auto roles = std::make_shared<std::vector<std::shared_ptr<const Role>>>(*roles_);
        const auto made = [&](std::int64_t id,
                              const std::vector<Requirement>& requirements) -> Result<std::shared_ptr<const Role>> {
            for (const Requirement& r : requirements)
                if (r.skill >= skills_->size()) throw std::out_of_range{"a skill that is not in the Snapshot"};
            return std::make_shared<const Role>(TRY(Role::of(id, requirements, *settings_)));
        };
        std::vector<bool> changed(roles->size(), false);
        for (const auto& [role, requirements] : changes.roles) {
            roles->at(role) = TRY(made((*roles_)[role]->id(), requirements));
            changed[role] = true;
        }
        for (const auto& [id, requirements] : changes.new_roles) roles->push_back(TRY(made(id, requirements)));
        next.roles_ = std::move(roles);
        for (std::uint32_t b = 0; b < blocks_.size(); ++b) {
            const auto& groups = blocks_[b]->group;
            if (std::any_of(groups.begin(), groups.end(), [&](const Block::Group& g) { return changed[g.role]; }))
                draft_of(b);
        }
    }

    std::vector<PersonIndex> manager;
    const auto managers = [&]() -> std::vector<PersonIndex>& {
        if (manager.empty()) manager = lines_->managers();
        return manager;
    };
    for (const NewPerson& p : changes.joined) {
        if (p.fte > 2000) return refuse(Kind::invalid, "engine.fte_too_large");
        const auto index = static_cast<PersonIndex>(next.places_.size());
        next.places_.push_back({p.id, no_index, 0});
        managers().push_back(p.manager);
        add_to_unit(p.unit, {.person = index,
                             .fte = p.fte,
                             .leaving = p.leaving,
                             .roles = TRY(checked_roles(p.roles, next.roles_->size(), kept)),
                             .evidence = checked_evidence(p.evidence, skills_->size(), kept)});
    }
    for (const PersonChange& change : changes.people) {
        const PersonIndex p = change.person;
        if (p >= places_.size() || !present(p)) throw std::out_of_range{"a person who is not in the Snapshot"};
        if (change.manager) managers()[p] = *change.manager;
        Draft& draft = draft_of(places_[p].block);
        const auto at =
            std::find_if(draft.members.begin(), draft.members.end(), [&](const Member& m) { return m.person == p; });
        if (at == draft.members.end()) throw std::invalid_argument{"a person is moved or removed twice in one change"};
        Member& member = *at;
        if (change.left) {
            draft.members.erase(at);
            next.places_.set(p, {places_[p].id, no_index, 0});
            continue;
        }
        if (change.fte) {
            if (*change.fte > 2000) return refuse(Kind::invalid, "engine.fte_too_large");
            member.fte = *change.fte;
        }
        if (change.leaving) member.leaving = *change.leaving;
        if (change.roles) member.roles = TRY(checked_roles(*change.roles, next.roles_->size(), kept));
        if (change.evidence || !change.new_evidence.empty()) {
            std::vector<Evidence> evidence;
            if (change.evidence)
                evidence = *change.evidence;
            else
                evidence.assign(member.evidence.begin(), member.evidence.end());
            evidence.insert(evidence.end(), change.new_evidence.begin(), change.new_evidence.end());
            member.evidence = checked_evidence(std::move(evidence), skills_->size(), kept);
            member.fused_in = nullptr;
        }
        if (change.unit && *change.unit != draft.unit) {
            const Member leaving = member;
            draft.members.erase(at);
            add_to_unit(*change.unit, leaving);
        }
    }
    if (!manager.empty())
        next.lines_ = std::make_shared<const ReportingLines>(TRY(ReportingLines::of(std::move(manager))));

    const Context with = next.context();
    // Blocks are made apart from one another, and then taken in by number.
    std::vector<std::pair<const Draft*, std::shared_ptr<const Block>>> made;
    for (const auto& [number, draft] : drafts) made.emplace_back(&draft, nullptr);
    fork_join(made.size(), 8, threads, [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t i = begin; i < end; ++i)
            made[i].second = make_block(made[i].first->unit, made[i].first->members, with);
    });
    auto block_made = made.begin();
    for (const auto& [number, draft] : drafts) {
        auto block = std::move((block_made++)->second);
        for (std::uint32_t row = 0; row < block->people(); ++row) {
            const Place& old = next.places_[block->person[row]];
            if (old.block != number || old.row != row) next.places_.set(block->person[row], {old.id, number, row});
        }
        if (number < next.blocks_.size())
            next.blocks_.set(number, std::move(block));
        else
            next.blocks_.push_back(std::move(block)); // drafts are by number, so new ones come in order
    }
    std::vector<std::uint32_t> changed;
    for (const auto& [number, draft] : drafts) changed.push_back(number);
    if (next.blocks_.size() != blocks_.size()) {
        next.order_blocks();
        next.line_up();
    } else if (changed.size() < 16)
        next.line_up(changed);
    else
        next.line_up();
    return next;
}

} // namespace kunna::engine
