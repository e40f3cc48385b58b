// Roles and profiles.
#include "skills/roles.hpp"

#include "audit/trail.hpp"
#include "base/json_read.hpp"
#include "base/text.hpp"
#include "skills/catalogue.hpp"
#include "skills/queries.hpp"
#include "skills/store.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace kunna::skills {

namespace {

constexpr std::size_t most_requirements = 200;
constexpr std::int64_t fewest_shown = 5; // security.md §3: no number about fewer people

// How many hold it is a fact of staffing; who edits roles needs it exactly.
std::optional<std::int64_t> shown_holders(const access::Actor& actor, std::int64_t holders) {
    if (holders > 0 && holders < fewest_shown && !actor.may(access::Permission::edit_roles)) return std::nullopt;
    return holders;
}

Result<void> check_texts(db::Tx& tx, const Text& name, const Text& description, RoleId except) {
    if (name.sv.empty() && name.en.empty()) return refuse_field("/name", "role.name_missing");
    if (std::max(name.sv.size(), name.en.size()) > longest_name)
        return refuse_field("/name", "skill.text_too_long", {{"limit", std::to_string(longest_name)}});
    if (std::max(description.sv.size(), description.en.size()) > longest_text)
        return refuse_field("/description", "skill.text_too_long", {{"limit", std::to_string(longest_text)}});
    const std::string sv = text::fold(name.sv);
    const std::string en = text::fold(name.en);
    for (const store::RoleFlat& other : tx.all<store::RoleFlat>(queries::roles)) {
        if (other.id == except) continue;
        if (!sv.empty() && text::fold(other.name_sv) == sv)
            return refuse_field("/name/sv", "role.name_taken", {{"name", name.sv}});
        if (!en.empty() && text::fold(other.name_en) == en)
            return refuse_field("/name/en", "role.name_taken", {{"name", name.en}});
    }
    return {};
}

Result<store::RoleFlat> stored(db::Tx& tx, RoleId role) {
    auto flat = tx.one<store::RoleFlat>(queries::role_by_id, {{"role", role}});
    if (!flat) return refuse(Kind::not_found, "role.not_found");
    return std::move(*flat);
}

Result<void> check_requirements(db::Tx& tx, const std::vector<Requirement>& requirements,
                                const std::set<SkillId>& already) {
    if (requirements.size() > most_requirements)
        return refuse_field("/requirements", "profile.too_many", {{"limit", std::to_string(most_requirements)}});
    const SkillFinder skills{tx};
    std::set<SkillId> seen;
    json::Problems problems;
    const json::Place top{};
    const json::Place list = top.member("requirements");
    for (std::size_t i = 0; i < requirements.size(); ++i) {
        const Requirement& r = requirements[i];
        const json::Place item = list.item(i);
        const KnownSkill* skill = skills.by_id(r.skill);
        if (skill == nullptr) {
            problems.add(item.member("skill"), "skill.not_found");
            continue;
        }
        // What the role asked for already may stay; a retired skill is only not taken up anew.
        if (skill->retired && !already.contains(r.skill)) problems.add(item.member("skill"), "skill.retired");
        if (!seen.insert(r.skill).second) problems.add(item.member("skill"), "requirement.twice");
        if (r.level <= skill->lowest || r.level > skill->highest)
            problems.add(item.member("level"), "requirement.level_outside",
                         {{"min", std::to_string(skill->lowest + 1)}, {"max", std::to_string(skill->highest)}});
        if (r.importance < 1 || r.importance > 3) problems.add(item.member("importance"), "requirement.importance");
    }
    if (!problems.none()) return std::move(problems).error();
    return {};
}

} // namespace

std::vector<RoleRow> roles(db::Tx& tx, const access::Actor& actor, Date as_of) {
    struct InForce {
        RoleProfileId profile{};
        Date valid_from{};
        std::int64_t versions = 0;
    };
    std::unordered_map<RoleId, InForce> in_force;
    for (const auto& p : tx.all<store::ProfileFlat>(queries::profiles)) {
        InForce& at = in_force[p.role];
        ++at.versions;
        if (p.valid_from <= as_of) at = {p.id, p.valid_from, at.versions};
    }
    std::unordered_map<RoleProfileId, std::int64_t> sizes;
    tx.run(queries::requirements, {}, [&](const db::Row& row) { ++sizes[RoleProfileId{row.integer(0)}]; });
    std::unordered_map<RoleId, std::int64_t> holders;
    tx.run(queries::holders_per_role, {{"day", as_of}},
           [&](const db::Row& row) { holders[RoleId{row.integer(0)}] = row.integer(1); });
    std::vector<RoleRow> rows;
    for (store::RoleFlat& role : tx.all<store::RoleFlat>(queries::roles)) {
        const InForce& at = in_force[role.id];
        RoleRow row{role.id, std::move(role.key), {std::move(role.name_sv), std::move(role.name_en)}, 0, {},
                    {},      at.versions};
        row.holders = shown_holders(actor, holders[role.id]);
        if (at.profile.given()) {
            row.requirements = sizes[at.profile];
            row.valid_from = at.valid_from;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<RoleProfile> find_role(db::Tx& tx, const access::Actor& actor, RoleId role, Date as_of) {
    store::RoleFlat flat = TRY(stored(tx, role));
    RoleProfile full;
    full.id = flat.id;
    full.key = std::move(flat.key);
    full.name = {std::move(flat.name_sv), std::move(flat.name_en)};
    full.description = {std::move(flat.description_sv), std::move(flat.description_en)};
    full.source = std::move(flat.source);
    full.version = flat.version;
    if (const auto on = tx.one<store::ProfileFlat>(queries::profile_on, {{"role", role}, {"day", as_of}}))
        full.profile = store::profile(tx, *on);
    full.versions = tx.all<ProfileVersion>(queries::versions_of_role, {{"role", role}});
    full.holders =
        shown_holders(actor, *tx.one<std::int64_t>(queries::holders_of_role, {{"role", role}, {"day", as_of}}));
    return full;
}

Result<RoleProfile> add_role(db::Tx& tx, const access::Actor& actor, const NewRole& wanted) {
    const Text name = cleaned(wanted.name);
    TRY(check_texts(tx, name, wanted.description, {}));
    std::set<std::string> taken;
    for (store::RoleFlat& other : tx.all<store::RoleFlat>(queries::roles)) taken.insert(std::move(other.key));
    std::string key = wanted.key ? *wanted.key : key_from(name.en.empty() ? name.sv : name.en);
    if (wanted.key) {
        if (key_from(key) != key) return refuse_field("/key", "skill.key_form");
        if (taken.contains(key)) return refuse_field("/key", "role.key_taken", {{"key", key}});
    }
    const std::string made = key;
    for (int n = 2; taken.contains(key); ++n) key = made + "_" + std::to_string(n);
    const RoleId id = store::insert_role(tx, key, name, wanted.description, "");
    audit::append(tx, actor.account, "role.added", id.value);
    return find_role(tx, actor, id, tx.today());
}

Result<RoleProfile> edit_role(db::Tx& tx, const access::Actor& actor, RoleId role, std::optional<std::int64_t> version,
                              const RoleEdit& edit) {
    const store::RoleFlat now = TRY(stored(tx, role));
    if (version && *version != now.version) return refuse(Kind::stale, "http.stale");
    const Text name = cleaned(edit.name);
    TRY(check_texts(tx, name, edit.description, role));
    std::string fields;
    if (name != Text{now.name_sv, now.name_en}) fields = "name";
    if (edit.description != Text{now.description_sv, now.description_en})
        fields += fields.empty() ? "description" : ",description";
    if (!fields.empty()) {
        tx.run(queries::update_role, {{"role", role},
                                      {"name_sv", name.sv},
                                      {"name_en", name.en},
                                      {"description_sv", edit.description.sv},
                                      {"description_en", edit.description.en}});
        audit::append(tx, actor.account, "role.edited", role.value, fields);
    }
    return find_role(tx, actor, role, tx.today());
}

Result<RoleProfile> add_profile(db::Tx& tx, const access::Actor& actor, RoleId role, const NewProfile& wanted) {
    TRY(stored(tx, role));
    if (wanted.note.size() > longest_text)
        return refuse_field("/note", "skill.text_too_long", {{"limit", std::to_string(longest_text)}});
    const auto before = tx.one<store::ProfileFlat>(queries::profile_on, {{"role", role}, {"day", wanted.valid_from}});
    std::set<SkillId> already;
    if (before)
        for (const Requirement& r : store::profile(tx, *before).requirements) already.insert(r.skill);
    TRY(check_requirements(tx, wanted.requirements, already));
    if (before && before->valid_from == wanted.valid_from) {
        if (wanted.valid_from < tx.today())
            return refuse_field("/valid_from", "profile.day_taken", {{"day", wanted.valid_from.iso()}});
        store::replace_profile(tx, before->id, wanted.note, actor.account, wanted.requirements);
        audit::append(tx, actor.account, "role.profile_changed", role.value, "note,requirements");
    } else {
        store::insert_profile(tx, role, wanted.valid_from, wanted.note, actor.account, wanted.requirements);
        audit::append(tx, actor.account, "role.profile_added", role.value, "valid_from,note,requirements");
    }
    tx.run(queries::touch_role, {{"role", role}});
    return find_role(tx, actor, role, tx.today());
}

std::vector<RequirementChange> compare(const std::vector<Requirement>& before, const std::vector<Requirement>& after) {
    std::map<SkillId, std::pair<const Requirement*, const Requirement*>> sides;
    for (const Requirement& r : before) sides[r.skill].first = &r;
    for (const Requirement& r : after) sides[r.skill].second = &r;
    std::vector<RequirementChange> changes;
    for (const auto& [skill, side] : sides) {
        const auto& [was, is] = side;
        if (was != nullptr && is != nullptr && was->same(*is)) continue;
        RequirementChange change;
        change.skill = skill;
        change.name = (is != nullptr ? is : was)->name.value_or(Text{});
        change.kind = was == nullptr  ? RequirementChangeKind::added
                      : is == nullptr ? RequirementChangeKind::removed
                                      : RequirementChangeKind::changed;
        if (was != nullptr) change.before = *was;
        if (is != nullptr) change.after = *is;
        changes.push_back(std::move(change));
    }
    return changes;
}

Result<Difference> difference(db::Tx& tx, RoleId role, RoleProfileId from, RoleProfileId to) {
    TRY(stored(tx, role));
    const auto version = [&](RoleProfileId id) -> Result<Profile> {
        const auto flat = tx.one<store::ProfileFlat>(queries::profile_by_id, {{"profile", id}});
        if (!flat || flat->role != role) return refuse(Kind::not_found, "profile.not_found");
        return store::profile(tx, *flat);
    };
    Difference found;
    found.from = TRY(version(from));
    found.to = TRY(version(to));
    found.changes = compare(found.from.requirements, found.to.requirements);
    found.holders = *tx.one<std::int64_t>(queries::holders_of_role, {{"role", role}, {"day", tx.today()}});
    return found;
}

RoleFinder::RoleFinder(db::Tx& tx) {
    for (store::RoleFlat& role : tx.all<store::RoleFlat>(queries::roles)) {
        const auto number = static_cast<std::uint32_t>(roles_.size());
        words_.add(role.key, Lexicon::Rank::key, number);
        words_.add(role.name_sv, Lexicon::Rank::name, number);
        words_.add(role.name_en, Lexicon::Rank::name, number);
        roles_.push_back({role.id, std::move(role.key), {std::move(role.name_sv), std::move(role.name_en)}});
    }
}

const KnownRole* RoleFinder::find(std::string_view written) {
    const Lexicon::Found& found = words_.find(written);
    return found.one() ? &roles_[found.things.front()] : nullptr;
}

std::string RoleFinder::candidates(std::string_view written) {
    std::string keys;
    for (const std::uint32_t thing : words_.find(written).things)
        keys.append(keys.empty() ? "" : ", ").append(roles_[thing].key);
    return keys;
}

} // namespace kunna::skills
