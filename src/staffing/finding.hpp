// Finding: who can do all of what is asked for, among the people whose levels the asker may see and those elsewhere who
// let managers find them.
#pragma once

#include "insights/files.hpp"
#include "wishes/consented.hpp"

namespace kunna::staffing {

inline constexpr std::size_t most_skills = 8;

struct WantedSkill {
    SkillId skill{};
    std::int32_t level = 0; // at least; a step of the skill's scale
};

struct Wanted {
    std::vector<WantedSkill> skills{}; // one to eight, all of them
    std::optional<UnitId> unit{};      // with everything under it
    std::string place{};               // where the unit is; empty: anywhere
    std::optional<RoleId> role{};
    bool sure = false; // only levels whose confidence has reached the threshold
};

struct FoundLevel {
    SkillId skill{};
    double level = 0;
    double uncertainty = 0; // ± steps
    double confidence = 0;
    bool sure = false;
    bool conflict = false;
};
BOOST_DESCRIBE_STRUCT(FoundLevel, (), (skill, level, uncertainty, confidence, sure, conflict))

struct FoundPerson {
    PersonId person{};
    std::string number{};
    std::string name{};
    UnitId unit{};
    std::string unit_name{};
    std::string place{};
    bool by_consent = false;          // nothing else of the person is open to the asker; the number is not told
    std::vector<FoundLevel> levels{}; // in the order asked
};
BOOST_DESCRIBE_STRUCT(FoundPerson, (), (person, number, name, unit, unit_name, place, by_consent, levels))

struct FoundPeople {
    std::vector<FoundPerson> items{};
    std::size_t total = 0;
};

// The highest levels first, then the surest, then by unit. How many more there are outside of what the asker may see
// is not told: a question cut to fit could point out one person. Those shown are noted as read, whoever is found by
// consent as "found"; they are not asked about a role or another day, which they have not agreed to. Refuses an unknown
// skill, unit or role (not_found), and levels that are not on the skill's scale.
Result<FoundPeople> find_people(db::Db& db, wishes::Consents& consents, const insights::Workforce& workforce,
                                const access::Actor& actor, const Wanted& wanted, std::size_t from, std::size_t limit);

// One line for each person and skill, everybody found.
Result<void> write_found(db::Db& db, wishes::Consents& consents, const insights::Workforce& workforce,
                         const access::Actor& actor, const Wanted& wanted, insights::FileKind kind, tabular::Sink sink);

} // namespace kunna::staffing
