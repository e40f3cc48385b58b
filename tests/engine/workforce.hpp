// Random workforces for tests, kept in the plainest form, and their Snapshot.
#pragma once

#include "engine/builder.hpp"

#include <random>

namespace kunna::engine::testing {

struct PlainPerson {
    int unit = 0;
    PersonIndex manager = no_index;
    int fte = 1000;
    bool leaving = false;
    bool left = false;
    std::vector<RoleIndex> roles;
    std::vector<Evidence> evidence;
};

// Units are numbered so that a parent comes before its children, but not in tree order.
struct PlainWorkforce {
    Settings settings;
    Date day = *Date::parse("2026-11-21");
    std::vector<int> unit_parent; // −1 for a top unit
    std::vector<Skill> skills;
    std::vector<std::vector<Requirement>> roles;
    std::vector<PlainPerson> people;
};

struct Shape {
    int people = 300;
    int units = 40;
    int skills = 60;
    int roles = 12;
    int most_requirements = 45;
    int most_roles = 3;
    int evidence = 12; // a person, at most
    bool deep = false; // every unit under the one before
};

inline Evidence random_evidence(std::mt19937& random, int skills, Date day) {
    const auto source = static_cast<Source>(random() % source_count);
    std::optional<Date> expires;
    if (source == Source::certificate && random() % 2 == 0) expires = day + (static_cast<int>(random() % 800) - 400);
    return Evidence::of(static_cast<SkillIndex>(random() % static_cast<unsigned>(skills)), source,
                        static_cast<int>(random() % 6), day - (static_cast<int>(random() % 1500) - 30), expires);
}

inline std::vector<RoleIndex> random_roles(std::mt19937& random, const Shape& shape) {
    std::vector<RoleIndex> roles;
    for (int n = static_cast<int>(random() % static_cast<unsigned>(shape.most_roles + 1)); n > 0; --n)
        roles.push_back(static_cast<RoleIndex>(random() % static_cast<unsigned>(shape.roles)));
    std::sort(roles.begin(), roles.end());
    roles.erase(std::unique(roles.begin(), roles.end()), roles.end());
    return roles;
}

inline std::vector<Requirement> random_requirements(std::mt19937& random, const Shape& shape) {
    std::vector<SkillIndex> skills(static_cast<std::size_t>(shape.skills));
    for (std::size_t i = 0; i < skills.size(); ++i) skills[i] = static_cast<SkillIndex>(i);
    std::shuffle(skills.begin(), skills.end(), random);
    skills.resize(std::min<std::size_t>(skills.size(), random() % static_cast<unsigned>(shape.most_requirements + 1)));
    std::vector<Requirement> requirements;
    for (const SkillIndex skill : skills)
        requirements.push_back({skill, Level::of_step(static_cast<int>(random() % 6)),
                                static_cast<std::uint8_t>(1 + random() % 3), random() % 4 == 0});
    return requirements;
}

inline PlainWorkforce random_workforce(unsigned seed, const Shape& shape) {
    std::mt19937 random{seed};
    PlainWorkforce w;
    for (int u = 0; u < shape.units; ++u)
        w.unit_parent.push_back(u == 0 || (!shape.deep && random() % 12 == 0) ? -1
                                : shape.deep                                  ? u - 1
                                             : static_cast<int>(random() % static_cast<unsigned>(u)));
    for (int s = 0; s < shape.skills; ++s)
        w.skills.push_back({1000 + s, static_cast<SkillKind>(random() % skill_kind_count), 5});
    for (int r = 0; r < shape.roles; ++r) w.roles.push_back(random_requirements(random, shape));
    for (int p = 0; p < shape.people; ++p) {
        PlainPerson person;
        person.unit = static_cast<int>(random() % static_cast<unsigned>(shape.units));
        if (random() % 3 == 0) person.unit = person.unit / 5; // some units large, some empty
        if (p > 0 && random() % 20 != 0) person.manager = static_cast<PersonIndex>(random() % static_cast<unsigned>(p));
        person.fte = random() % 4 == 0 ? static_cast<int>(random() % 1001) : 1000;
        person.leaving = random() % 15 == 0;
        person.roles = random_roles(random, shape);
        for (int n = static_cast<int>(random() % static_cast<unsigned>(shape.evidence + 1)); n > 0; --n)
            person.evidence.push_back(random_evidence(random, shape.skills, w.day));
        w.people.push_back(std::move(person));
    }
    return w;
}

// Ids: units 10 + number, roles 500 + number, people 100 + number.
inline Snapshot snapshot_of(const PlainWorkforce& w, int threads = 1, std::mt19937* shuffle = nullptr) {
    Builder builder{w.settings};
    for (std::size_t u = 0; u < w.unit_parent.size(); ++u)
        builder.add_unit(10 + static_cast<int>(u),
                         w.unit_parent[u] < 0 ? no_index : static_cast<std::uint32_t>(w.unit_parent[u]));
    for (const Skill& skill : w.skills) builder.add_skill(skill);
    for (std::size_t r = 0; r < w.roles.size(); ++r) builder.add_role(500 + static_cast<int>(r), w.roles[r]);
    std::vector<std::pair<PersonIndex, Evidence>> evidence;
    for (std::size_t p = 0; p < w.people.size(); ++p) {
        const PlainPerson& person = w.people[p];
        builder.add_person({.id = 100 + static_cast<int>(p),
                            .unit = static_cast<std::uint32_t>(person.unit),
                            .manager = person.manager,
                            .fte = static_cast<std::uint16_t>(person.fte),
                            .leaving = person.leaving,
                            .roles = person.roles});
        for (const Evidence& e : person.evidence) evidence.emplace_back(static_cast<PersonIndex>(p), e);
    }
    if (shuffle != nullptr) std::shuffle(evidence.begin(), evidence.end(), *shuffle);
    for (const auto& [person, e] : evidence) builder.add_evidence(person, e);
    return builder.build(w.day, threads).unwrap();
}

} // namespace kunna::engine::testing
