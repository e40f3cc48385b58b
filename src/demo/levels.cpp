// True levels: what the role asks, moved by ability, experience, time and learning.
#include "demo/levels.hpp"

#include <algorithm>

namespace kunna::demo {

namespace {

constexpr int one_level = 1'000;
// Most people can a little more than their role asks.
constexpr int usual_surplus = 640;
constexpr int ability_sd = 350; // of a person, in everything
constexpr int talent_sd = 560;  // of a person in one skill
constexpr int usual_elsewhere = 2'100;
constexpr int months_to_learn_a_role = 15;
constexpr int learned_a_month = 70;
constexpr int gained_a_month = 8; // by everybody, in all

std::uint64_t pair_of(PersonNumber person, SkillNumber skill) {
    return (std::uint64_t{person} << 16U) | skill;
}

const Stay& nearest_stay(const Company& company, PersonNumber person, Date day) {
    const auto stays = company.stays_of(person);
    const Stay* found = &stays.front();
    for (const Stay& stay : stays)
        if (stay.from <= day) found = &stay;
    return *found;
}

int months_between(Date from, Date to) {
    return (to - from) / 30;
}

} // namespace

int rater_bias(const Company& company, PersonNumber rater) {
    return Random::of(company.seed, Subject::bias, rater).normal(Judgement::bias_sd);
}

bool missing(const Company& company, PersonNumber person, SkillNumber skill) {
    return Random::of(company.seed, Subject::missing, person, skill).chance(Judgement::missing);
}

bool only_own_word(const Company& company, PersonNumber person, SkillNumber skill) {
    return Random::of(company.seed, Subject::silence, person, skill).chance(Judgement::only_own_word);
}

int true_level(const Company& company, PersonNumber person, SkillNumber skill, Date day) {
    const Stay& stay = nearest_stay(company, person, day);
    const auto& required = catalogue().roles[stay.role].requirements;
    const auto wanted =
        std::find_if(required.begin(), required.end(), [&](const RequiredSkill& each) { return each.skill == skill; });
    const int ability = Random::of(company.seed, Subject::ability, person).normal(ability_sd);
    int talent = Random::of(company.seed, Subject::talent, pair_of(person, skill)).normal(talent_sd);
    int level = ability - gained_a_month * months_between(day, company.today());
    if (wanted != required.end()) {
        level += wanted->level * one_level + usual_surplus + talent;
        const int learned = months_between(stay.from, day);
        if (learned < months_to_learn_a_role) level -= (months_to_learn_a_role - learned) * learned_a_month;
    } else {
        level += usual_elsewhere + talent * 3 / 2;
    }

    const Person& who = company.people[person];
    if (who.trained_month != 0 && wanted != required.end() && day >= company.months.turn(who.trained_month))
        level += Growth::after_training;
    static const SkillNumber machine_safety = catalogue().skill("machine_safety");
    static const SkillNumber lean = catalogue().skill("lean");
    if (const int line = company.posts[stay.post].line;
        line >= 0 && (skill == machine_safety || skill == lean) &&
        day >= company.months.turn(Growth::micro_learning_month[static_cast<std::size_t>(line)]))
        level += Growth::micro_learning;

    // One person masters control logic; after the expert has gone, the one who learned from the expert.
    static const SkillNumber plc = catalogue().skill("plc_programming");
    if (skill == plc) {
        if (company.is_planted(person, Planted::plc_expert)) return 4'900;
        if (company.is_planted(person, Planted::plc_successor)) return day < company.months.turn(12) ? 3'300 : 4'800;
        level = std::min(level, 3'300);
    }
    return std::clamp(level, 0, 5 * one_level);
}

std::vector<SkillNumber> asked_skills(const Company& company, PersonNumber person, RoleNumber role) {
    std::vector<SkillNumber> asked;
    const auto add = [&](SkillNumber skill) {
        if (std::find(asked.begin(), asked.end(), skill) == asked.end()) asked.push_back(skill);
    };
    for (const RequiredSkill& each : catalogue().roles[role].requirements) add(each.skill);
    // Everybody is asked about some of what all share, and about something that other roles need.
    Random random = Random::of(company.seed, Subject::wider_skills, person, role);
    for (int i = 0; i < 9; ++i)
        add(static_cast<SkillNumber>(random.below(static_cast<std::uint32_t>(catalogue().core_skills))));
    const auto& roles = catalogue().roles;
    for (int i = 0; i < 7; ++i) {
        const auto& other = roles[random.below(static_cast<std::uint32_t>(roles.size()))].requirements;
        add(other[random.below(static_cast<std::uint32_t>(other.size()))].skill);
    }
    return asked;
}

} // namespace kunna::demo
