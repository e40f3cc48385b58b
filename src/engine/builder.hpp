// Builder: takes a workforce in any order and makes its Snapshot.
#pragma once

#include "engine/snapshot.hpp"

namespace kunna::engine {

class Builder {
public:
    explicit Builder(Settings settings = {}) : settings_(settings) {}

    // Each returns the number of what was added: 0, 1, 2 … A skill's, a role's and a person's number is its index in
    // the Snapshot; a unit's place is units().of_number(n).
    std::uint32_t add_unit(std::int64_t id, std::uint32_t parent_number = no_index);
    SkillIndex add_skill(Skill skill);
    // Throws std::length_error past 65,000 skills or roles.
    RoleIndex add_role(std::int64_t id, std::vector<Requirement> requirements);
    PersonIndex add_person(NewPerson person);
    // Evidence may come in any order, also before or without being part of NewPerson.
    void add_evidence(PersonIndex person, Evidence evidence) { evidence_.push_back({person, evidence}); }
    void reserve_evidence(std::size_t count) { evidence_.reserve(count); }

    // Refuses engine.unit_cycle, engine.manager_cycle, engine.too_many_roles, and what Role::of refuses. An index out
    // of range is a mistake of the caller: std::out_of_range. Leaves the Builder empty.
    Result<Snapshot> build(Date day, int threads = 1);

private:
    struct Stated {
        PersonIndex person;
        Evidence evidence;
    };

    Settings settings_;
    std::vector<Units::New> units_;
    std::vector<Skill> skills_;
    std::vector<std::pair<std::int64_t, std::vector<Requirement>>> roles_;
    std::vector<NewPerson> people_;
    std::vector<Stated> evidence_;
};

} // namespace kunna::engine
