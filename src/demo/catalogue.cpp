// Reads the packs of the company.
#include "demo/catalogue.hpp"

#include "base/json.hpp"
#include "db/value.hpp"
#include "skills/pack_files.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>

namespace kunna::demo {

namespace {

// The packs are checked by their own tests; here a flaw is a fault of the build.
const json::Node& member(const json::Node& node, std::string_view key) {
    const json::Node* found = node.find(key);
    if (found == nullptr) throw std::logic_error{fmt::format("a pack lacks {}", key)};
    return *found;
}
const json::Node::List& list(const json::Node& node, std::string_view key) {
    return *member(node, key).list();
}
const std::string& text(const json::Node& node, std::string_view key) {
    return *member(node, key).text();
}
int number(const json::Node& node, std::string_view key) {
    return static_cast<int>(std::get<std::int64_t>(member(node, key).held));
}

template <class Entries>
std::uint16_t position(const Entries& entries, std::string_view key) {
    const auto at = std::find_if(entries.begin(), entries.end(), [&](const auto& entry) { return entry.key == key; });
    if (at == entries.end()) throw std::logic_error{fmt::format("no pack has {}", key)};
    return static_cast<std::uint16_t>(at - entries.begin());
}

json::Node pack(std::string_view key) {
    const auto files = skills::pack_files();
    const auto file = std::find_if(files.begin(), files.end(), [&](const auto& each) { return each.name == key; });
    if (file == files.end()) throw std::logic_error{fmt::format("there is no pack {}", key)};
    auto parsed = json::parse(file->json);
    if (!parsed.ok()) throw std::logic_error{fmt::format("the pack {} cannot be read", key)};
    return *std::move(parsed);
}

Catalogue read() {
    Catalogue made;
    std::vector<json::Node> packs;
    for (const std::string& key : company_packs()) packs.push_back(pack(key));
    for (const json::Node& each : packs) {
        for (const json::Node& skill : list(each, "skills")) {
            const auto kind = db::enum_of<engine::SkillKind>(text(skill, "kind"));
            if (!kind) throw std::logic_error{"a pack has a skill of an unknown kind"};
            made.skills.push_back({text(skill, "key"), *kind});
        }
        if (made.core_skills == 0) made.core_skills = made.skills.size();
    }
    for (const json::Node& key : list(packs.back(), "company_roles"))
        for (const json::Node& each : packs)
            for (const json::Node& role : list(each, "roles")) {
                if (text(role, "key") != *key.text()) continue;
                RoleEntry entry{*key.text(), text(member(role, "name"), "sv"), {}};
                for (const json::Node& required : list(role, "requirements"))
                    entry.requirements.push_back({made.skill(text(required, "skill")), number(required, "level"),
                                                  number(required, "importance"),
                                                  std::get<bool>(member(required, "must").held)});
                made.roles.push_back(std::move(entry));
            }
    for (const ProfileChange& change : profile_changes())
        for (const ProfileChange::Wanted& wanted : change.wanted) {
            auto& required = made.roles[made.role(change.role)].requirements;
            const RequiredSkill next{made.skill(wanted.skill), wanted.level, wanted.importance, wanted.must};
            const auto at = std::find_if(required.begin(), required.end(),
                                         [&](const RequiredSkill& each) { return each.skill == next.skill; });
            if (at == required.end())
                required.push_back(next);
            else
                *at = next;
        }
    return made;
}

} // namespace

SkillNumber Catalogue::skill(std::string_view key) const {
    return position(skills, key);
}

RoleNumber Catalogue::role(std::string_view key) const {
    return position(roles, key);
}

const std::vector<ProfileChange>& profile_changes() {
    static const std::vector<ProfileChange> changes{
        {"machine_operator",
         9,
         "Robotcellen på linje A: alla maskinoperatörer ska veta hur en automatiserad cell arbetar och rapportera i "
         "den.",
         {{"automation_robotics", 1, 1, false}, {"digital_basics", 3, 1, false}}},
        {"service_technician",
         18,
         "Servicerapporten skrivs på plats hos kunden från och med omorganisationen.",
         {{"digital_basics", 3, 1, false}}},
    };
    return changes;
}

const std::vector<std::string>& company_packs() {
    static const std::vector<std::string> packs{"core", "tech", "manufacturing", "retail_warehouse", "demonstration"};
    return packs;
}

const Catalogue& catalogue() {
    static const Catalogue made = read();
    return made;
}

} // namespace kunna::demo
