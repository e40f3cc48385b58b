// What is said about the employee persona.
#include "demo/scripted.hpp"

#include <algorithm>

namespace kunna::demo {

namespace {

struct Line {
    std::string_view skill;
    Source source;
    int level;
    int months_ago;
    std::string_view note;
};

// A maintenance technician: preventive maintenance 4 (met), electrical safety 4 (only the own word for it), control
// logic 3 (a gap, in conflict, contested), problem solving 4 (nobody has said anything). The rest is beside the role.
constexpr std::array scripted_lines{
    Line{"preventive_maintenance", Source::self, 4, 21, ""},
    Line{"preventive_maintenance", Source::manager, 3, 21, "Klarar det vanliga men behöver stöd när något avviker."},
    Line{"preventive_maintenance", Source::self, 4, 9, ""},
    Line{"preventive_maintenance", Source::manager, 4, 9,
         "Lägger upp rondplanen på egen hand och lär ut vibrationsmätning till kollegorna."},
    Line{"preventive_maintenance", Source::test, 4, 5, "Praktiskt prov i verkstaden, godkänt på alla moment."},
    Line{"electrical_safety", Source::self, 4, 9, "Gick kursen i våras och arbetar med det varje vecka."},
    Line{"plc_programming", Source::self, 4, 9, "Har byggt om styrningen i två pumpceller."},
    Line{"plc_programming", Source::manager, 2, 9,
         "Har ändrat färdiga program tillsammans med automationsingenjören, inte på egen hand än."},
    Line{"workplace_safety", Source::self, 4, 9, ""},
    Line{"workplace_safety", Source::manager, 4, 9, ""},
    Line{"lean", Source::self, 3, 9, ""},
    Line{"lean", Source::manager, 3, 9, "Föreslog förbättringen som nu används på båda skiften."},
    Line{"digital_basics", Source::manager, 3, 22, ""},
    Line{"communication", Source::peer, 4, 6, "Förklarar så att man förstår, även mitt i ett driftstopp."},
    Line{"collaboration", Source::self, 4, 9, ""},
    Line{"collaboration", Source::manager, 4, 9, ""},
};

} // namespace

std::vector<Statement> scripted_statements(const Company& company, PersonNumber person) {
    std::vector<Statement> made;
    for (const Line& line : scripted_lines) {
        Statement each;
        each.skill = catalogue().skill(line.skill);
        each.level = line.level;
        each.source = line.source;
        each.day = add_months(company.today(), -line.months_ago) + (line.source == Source::manager ? 6 : 0);
        each.note = line.note;
        const Stay* const stay = company.stay_on(person, each.day);
        const Stay& held = stay == nullptr ? company.stays_of(person).back() : *stay;
        if (line.source == Source::self)
            each.assessor = person;
        else if (line.source == Source::manager)
            each.assessor = company.manager_of(held, each.day);
        else if (line.source == Source::peer)
            each.assessor = company.holder(held.post + 1, each.day);
        if (line.source == Source::test) each.assessor_name = "Intern prövning";
        made.push_back(each);
    }
    std::stable_sort(made.begin(), made.end(), [](const Statement& a, const Statement& b) { return a.day < b.day; });
    return made;
}

ScriptedContests scripted_contests(const std::vector<Statement>& statements) {
    const auto find = [&](std::string_view skill, int level) {
        const auto at = std::find_if(statements.begin(), statements.end(), [&](const Statement& each) {
            return each.source == Source::manager && each.level == level && each.skill == catalogue().skill(skill);
        });
        return static_cast<std::size_t>(at - statements.begin());
    };
    return {find("preventive_maintenance", 3), find("plc_programming", 2)};
}

} // namespace kunna::demo
