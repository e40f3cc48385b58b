// Builder: sorts evidence to its people, people to their units, units into tree order, and makes the blocks.
#include "engine/builder.hpp"

#include "base/fork_join.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace kunna::engine {

namespace {
constexpr std::size_t most_indices = 65'000;
}

std::uint32_t Builder::add_unit(std::int64_t id, std::uint32_t parent_number) {
    units_.push_back({id, parent_number});
    return static_cast<std::uint32_t>(units_.size() - 1);
}

SkillIndex Builder::add_skill(Skill skill) {
    if (skills_.size() >= most_indices) throw std::length_error{"more than 65,000 skills"};
    skills_.push_back(skill);
    return static_cast<SkillIndex>(skills_.size() - 1);
}

RoleIndex Builder::add_role(std::int64_t id, std::vector<Requirement> requirements) {
    if (roles_.size() >= most_indices) throw std::length_error{"more than 65,000 roles"};
    roles_.emplace_back(id, std::move(requirements));
    return static_cast<RoleIndex>(roles_.size() - 1);
}

PersonIndex Builder::add_person(NewPerson person) {
    const auto index = static_cast<PersonIndex>(people_.size());
    for (const Evidence& e : person.evidence) evidence_.push_back({index, e});
    person.evidence = {};
    people_.push_back(std::move(person));
    return index;
}

Result<Snapshot> Builder::build(Date day, int threads) {
    Snapshot made;
    made.day_ = day;
    made.settings_ = std::make_shared<const Settings>(settings_);
    made.recency_ = std::make_shared<const Recency>(settings_);
    made.units_ = std::make_shared<const Units>(TRY(Units::of(units_)));
    auto roles = std::make_shared<std::vector<std::shared_ptr<const Role>>>();
    for (auto& [id, requirements] : roles_) {
        for (const Requirement& r : requirements)
            if (r.skill >= skills_.size()) throw std::out_of_range{"a role requires a skill that was not added"};
        roles->push_back(std::make_shared<const Role>(TRY(Role::of(id, std::move(requirements), settings_))));
    }
    made.roles_ = std::move(roles);
    std::vector<PersonIndex> manager;
    manager.reserve(people_.size());
    for (NewPerson& p : people_) {
        if (p.unit >= units_.size()) throw std::out_of_range{"a person is in a unit that was not added"};
        if (p.fte > 2000) return refuse(Kind::invalid, "engine.fte_too_large");
        std::sort(p.roles.begin(), p.roles.end());
        p.roles.erase(std::unique(p.roles.begin(), p.roles.end()), p.roles.end());
        if (p.roles.size() > most_roles_of_a_person) return refuse(Kind::invalid, "engine.too_many_roles");
        if (!p.roles.empty() && p.roles.back() >= roles_.size())
            throw std::out_of_range{"a person holds a role that was not added"};
        manager.push_back(p.manager);
    }
    made.lines_ = std::make_shared<const ReportingLines>(TRY(ReportingLines::of(std::move(manager))));

    // Evidence by person, by counting; canonical within a person.
    std::vector<std::size_t> first(people_.size() + 1, 0);
    for (const Stated& s : evidence_) {
        if (s.person >= people_.size() || s.evidence.skill >= skills_.size())
            throw std::out_of_range{"evidence on a person or skill that was not added"};
        ++first[s.person + 1];
    }
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<Evidence> evidence(evidence_.size());
    {
        std::vector<std::size_t> next(first.begin(), first.end() - 1);
        for (const Stated& s : evidence_) evidence[next[s.person]++] = s.evidence;
        evidence_ = {};
    }
    made.skills_ = std::make_shared<const std::vector<Skill>>(std::move(skills_));

    // People by unit in tree order; within a unit those of one role together, so that groups stay long in units of
    // several blocks.
    std::vector<PersonIndex> people(people_.size());
    std::iota(people.begin(), people.end(), 0U);
    std::vector<std::uint64_t> key(people_.size());
    for (std::size_t p = 0; p < people_.size(); ++p)
        key[p] = std::uint64_t{made.units_->of_number(people_[p].unit)} << 16U |
                 (people_[p].roles.empty() ? 0xFFFFU : people_[p].roles.front());
    std::stable_sort(people.begin(), people.end(), [&](PersonIndex a, PersonIndex b) { return key[a] < key[b]; });

    struct Slice {
        UnitIndex unit;
        std::size_t begin;
        std::size_t end;
    };
    std::vector<Slice> slices;
    for (std::size_t i = 0; i < people.size();) {
        const auto unit = static_cast<UnitIndex>(key[people[i]] >> 16U);
        std::size_t end = i;
        while (end < people.size() && end - i < Block::most_people && key[people[end]] >> 16U == unit) ++end;
        slices.push_back({unit, i, end});
        i = end;
    }
    std::vector<std::shared_ptr<const Block>> blocks(slices.size());
    const Context with = made.context();
    fork_join(slices.size(), 16, threads, [&](std::size_t begin, std::size_t end, int) {
        std::vector<Member> members;
        for (std::size_t s = begin; s < end; ++s) {
            members.clear();
            for (std::size_t i = slices[s].begin; i < slices[s].end; ++i) {
                const PersonIndex p = people[i];
                const auto own = std::span{evidence}.subspan(first[p], first[p + 1] - first[p]);
                std::sort(own.begin(), own.end());
                members.push_back({.person = p,
                                   .fte = people_[p].fte,
                                   .leaving = people_[p].leaving,
                                   .roles = people_[p].roles,
                                   .evidence = own});
            }
            blocks[s] = make_block(slices[s].unit, members, with);
        }
    });
    std::vector<Snapshot::Place> places(people_.size());
    for (std::size_t b = 0; b < blocks.size(); ++b)
        for (std::size_t row = 0; row < blocks[b]->people(); ++row) {
            const PersonIndex p = blocks[b]->person[row];
            places[p] = {people_[p].id, static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(row)};
        }
    for (auto& block : blocks) made.blocks_.push_back(std::move(block));
    for (const Snapshot::Place& place : places) made.places_.push_back(place);
    made.order_blocks();
    made.line_up();
    *this = Builder{settings_};
    return made;
}

} // namespace kunna::engine
