// Wishing.
#include "demo/wishing.hpp"

#include "demo/catalogue.hpp"
#include "demo/random.hpp"
#include "skills/catalogue.hpp"
#include "skills/roles.hpp"
#include "wishes/consent.hpp"
#include "wishes/wishes.hpp"

namespace kunna::demo {

namespace {

// A demonstration says enough with the wishes of so many, however large the company.
constexpr PersonNumber most_asked = 800;

constexpr std::array popular{"ai_literacy",         "plc_programming",    "automation_robotics", "data_analysis",
                             "coaching_leadership", "project_management", "cybersecurity",       "lean"};
constexpr std::array tempting{"data_analyst", "automation_operator", "team_lead", "support_technician"};

bool is_persona(const Company& company, PersonNumber person) {
    for (const Persona persona : {Persona::hr, Persona::learning, Persona::manager, Persona::upper_manager,
                                  Persona::employee, Persona::executive, Persona::auditor})
        if (company.persona(persona) == person) return true;
    return false;
}

} // namespace

Result<void> write_wishes(db::Tx& tx, const Company& company, const std::vector<PersonId>& ids) {
    skills::SkillFinder skills{tx};
    skills::RoleFinder roles{tx};
    const auto asked = std::min<PersonNumber>(most_asked, static_cast<PersonNumber>(company.people.size()));
    for (PersonNumber p = 0; p < asked; ++p) {
        if (!company.employed(p, company.today()) || is_persona(company, p)) continue;
        Random random = Random::of(company.seed, Subject::wish, p);
        access::Actor person;
        person.person = ids[p];
        if (random.chance(30'000)) {
            const skills::KnownSkill* skill = skills.find(random.one_of(popular));
            const std::int32_t level = random.between(2, 4);
            if (skill != nullptr) TRY(wishes::wish_skill(tx, person, ids[p], skill->id, {level}));
        }
        if (random.chance(10'000))
            if (const auto* role = roles.find(random.one_of(tempting)))
                TRY(wishes::wish_role(tx, person, ids[p], role->id));
        if (random.chance(15'000))
            TRY(wishes::give_consent(tx, person, ids[p], {wishes::consent_edition, random.chance(40'000)}));
    }
    return {};
}

} // namespace kunna::demo
