// Accounts of the demonstration, and what those who hold them say about statements. Private to the folder.
#pragma once

#include "access/actor.hpp"
#include "demo/fill.hpp"
#include "demo/voices.hpp"
#include "skills/catalogue.hpp"

#include <future>
#include <unordered_map>

namespace kunna::demo {

// Hashes of the personas' fixed passwords, made beside other work.
class AccountPasswords {
public:
    AccountPasswords();
    [[nodiscard]] const std::string& hash(Persona persona);

private:
    std::future<std::vector<std::string>> coming_;
    std::vector<std::string> hashes_;
};

class AccountWriter {
public:
    AccountWriter(db::Tx& tx, const Company& company, const std::vector<PersonId>& ids, AccountPasswords& passwords) :
        tx_(tx), company_(company), ids_(ids), passwords_(passwords), skills_(tx) {}

    Result<std::vector<DemoAccount>> write_personas();
    Result<void> write_voices();

private:
    // Whoever says something has an account; one that was only invited cannot sign in yet.
    Result<access::Actor> speaker(PersonNumber person);
    Result<AssessmentId> find(PersonNumber person, const Statement& statement);
    Result<void> contest(const Contested& each);
    Result<void> remark(const Remark& each);

    db::Tx& tx_;
    const Company& company_;
    const std::vector<PersonId>& ids_;
    AccountPasswords& passwords_;
    skills::SkillFinder skills_;
    std::unordered_map<PersonNumber, access::Actor> speakers_;
};

} // namespace kunna::demo
