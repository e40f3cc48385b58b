// Writes the accounts, the contests and the comments.
#include "demo/fill_accounts.hpp"

#include "access/accounts.hpp"
#include "access/secret.hpp"
#include "access/visibility.hpp"
#include "assessments/contests.hpp"
#include "demo/personas.hpp"
#include "skills/catalogue.hpp"

#include <algorithm>

namespace kunna::demo {

namespace {

using access::Actor;
using access::Role;

// Known to everybody who reads the sources: for the demonstration only.
struct Granted {
    Persona persona;
    std::string_view password;
    std::optional<Role> role;
};
constexpr std::array<Granted, persona_count> granted{{
    {Persona::hr, "lindvaken-hr-demo", Role::hr},
    {Persona::learning, "lindvaken-larande-demo", Role::learning},
    {Persona::manager, "lindvaken-chef-demo", std::nullopt},
    {Persona::upper_manager, "lindvaken-produktion-demo", std::nullopt},
    {Persona::employee, "lindvaken-medarbetare-demo", std::nullopt},
    {Persona::executive, "lindvaken-vd-demo", Role::executive},
    {Persona::auditor, "lindvaken-facket-demo", Role::auditor},
    {Persona::administrator, "lindvaken-drift-demo", Role::administrator},
}};

std::string full_name(const Name& name) {
    return name.given_text() + " " + name.family_text();
}

} // namespace

AccountPasswords::AccountPasswords() :
    coming_(std::async(std::launch::async, [] {
        std::vector<std::string> hashes;
        for (const Granted& each : granted) hashes.push_back(access::hash_password(each.password));
        return hashes;
    })) {}

const std::string& AccountPasswords::hash(Persona persona) {
    if (coming_.valid()) hashes_ = coming_.get();
    return hashes_.at(static_cast<std::size_t>(persona));
}

Result<std::vector<DemoAccount>> AccountWriter::write_personas() {
    std::vector<DemoAccount> shown;
    const Actor system = Actor::system();
    for (const Granted& each : granted) {
        const PersonNumber person = company_.persona(each.persona);
        const Name name = person == nobody ? administrator_name() : company_.people[person].name;
        access::NewAccount wanted;
        wanted.name = full_name(name);
        wanted.email = person == nobody ? "administrator@lindvaken.example" : name.email();
        wanted.language = "sv";
        if (person != nobody) wanted.person = ids_[person];
        if (each.role) wanted.roles.push_back({*each.role, std::nullopt});
        const access::Account made = TRY(access::add_account(tx_, system, wanted));
        access::set_password(tx_, system, made.id, passwords_.hash(each.persona));
        if (person != nobody) {
            Actor actor;
            actor.account = made.id;
            actor.person = ids_[person];
            actor.name = made.name;
            if (each.role) actor.grants.push_back({*each.role, std::nullopt});
            speakers_.emplace(person, std::move(actor));
        }
        shown.push_back({std::string{db::enum_name(each.persona)}, made.name, made.email, std::string{each.password}});
    }
    return shown;
}

Result<Actor> AccountWriter::speaker(PersonNumber person) {
    if (const auto known = speakers_.find(person); known != speakers_.end()) return known->second;
    const Name& name = company_.people[person].name;
    const access::Account made =
        TRY(access::add_account(tx_, Actor::system(), {name.email(), full_name(name), ids_[person], {}, "sv"}));
    Actor actor;
    actor.account = made.id;
    actor.person = ids_[person];
    actor.name = made.name;
    return speakers_.emplace(person, std::move(actor)).first->second;
}

Result<AssessmentId> AccountWriter::find(PersonNumber person, const Statement& statement) {
    const db::Scope everyone = access::visible_people(tx_, Actor::system(), access::Sight::levels);
    const SkillId skill = skills_.find(catalogue().skills[statement.skill].key)->id;
    for (const auto& stored : assessments::history(tx_, everyone, ids_[person], skill))
        if (stored.source == statement.source && stored.level == statement.level && stored.day == statement.day)
            return stored.id;
    throw std::logic_error{"what the demonstration company said is not stored"};
}

Result<void> AccountWriter::contest(const Contested& each) {
    const Actor person = TRY(speaker(each.person));
    const AssessmentId statement = TRY(find(each.person, each.statement));
    const auto opened = TRY(assessments::contest(tx_, person, statement, std::string{each.reason}));
    if (each.reply == Reply::none) return {};
    if (each.reply == Reply::withdrawn) return assessments::take_back(tx_, person, opened.id);
    const PersonNumber chief = company_.manager_of(*company_.stay_on(each.person, company_.today()), company_.today());
    const Actor manager = TRY(speaker(chief));
    assessments::Answer answer;
    answer.answer = each.answer;
    if (each.reply == Reply::corrected) {
        answer.outcome = assessments::Outcome::corrected;
        answer.level = each.corrected_level;
    }
    TRY(assessments::answer(tx_, manager, opened.id, answer));
    return {};
}

Result<void> AccountWriter::remark(const Remark& each) {
    const PersonNumber chief = company_.manager_of(*company_.stay_on(each.person, company_.today()), company_.today());
    const Actor by = TRY(speaker(each.by_manager ? chief : each.person));
    const auto statement = TRY(find(each.person, each.statement));
    TRY(assessments::comment(tx_, by, statement, std::string{each.text}));
    return {};
}

Result<void> AccountWriter::write_voices() {
    const Voices voices = voices_of(company_);
    // Remarks first: one that is about a statement which is then corrected stays with it.
    for (const Remark& each : voices.remarks) TRY(remark(each));
    for (const Contested& each : voices.contested) TRY(contest(each));
    return {};
}

} // namespace kunna::demo
