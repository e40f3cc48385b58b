// Role profiles from files: comparison first, then the change.
#include "skills/role_import.hpp"

#include "audit/trail.hpp"
#include "base/text.hpp"
#include "skills/catalogue.hpp"
#include "skills/queries.hpp"
#include "skills/roles.hpp"
#include "skills/store.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace kunna::skills {

namespace {

// Level, importance and must, as the screen shows a requirement that is there or is not.
std::string word(const Requirement& r) {
    return std::to_string(r.level) + " · " + std::to_string(r.importance) + (r.must ? " · !" : "");
}

class Planner {
public:
    Planner(db::Tx& tx, const RoleFile& file, const RoleOptions& options) :
        today_(tx.today()), options_(options), valid_from_(options.valid_from.value_or(tx.today())), skills_(tx),
        roles_(tx) {
        for (const KnownSkill& s : skills_.all()) skill_keys_.insert(s.key);
        for (const Scale& scale : scales(tx))
            if (scale.key == usual_scale_key) ends_of_new_ = {scale.min, scale.max};
        for (const KnownRole& r : roles_.all()) role_keys_.insert(r.key);
        for (const auto& p : tx.all<store::ProfileFlat>(queries::profiles)) stored_[p.role].push_back(p);
        for (const auto& r : tx.all<store::RequirementFlat>(queries::requirements))
            requirements_[r.profile].push_back({r.skill, {}, r.level, r.importance, r.must});
        for (const SkillRecord& s : file.skills)
            if (skills_.find(s.key) == nullptr) add_skill(s);
        for (const RoleDescription& d : file.roles) descriptions_[d.role_key] = &d;
    }

    RoleChange plan(const RoleFile& file) {
        for (const RoleRecord& record : file.requirements) take(record);
        for (auto& [at, version] : versions_) compare_with_stored(at.first, version);
        return std::move(change_);
    }

private:
    // A version of a profile as the file has it.
    struct Version {
        std::int64_t row = 0;
        Date valid_from{};
        std::string note{};
        std::vector<PlannedRequirement> requirements{};
        std::set<std::pair<std::int64_t, std::size_t>> seen{}; // skill, new skill
    };
    // Roles of the file in the order they come, and the days of each.
    using At = std::pair<std::size_t, std::int32_t>;
    struct FileRole {
        RoleId id{};
        std::size_t new_role = 0;
        std::string key{};
        std::string name{};
        const std::vector<Requirement>* last = nullptr; // what held before the version looked at
        std::vector<Requirement> planned{};
    };

    void problem(const RoleRecord& r, std::string column, std::string value, std::string code,
                 std::vector<std::pair<std::string, std::string>> values = {}) {
        values.emplace_back("value", value);
        change_.problems.push_back(
            {r.row, std::move(column), std::move(value), std::move(code), std::move(values), false});
        ++change_.errors;
    }

    std::size_t add_skill(const SkillRecord& skill) {
        const auto number = static_cast<std::uint32_t>(change_.new_skills.size());
        new_words_.add(skill.key, Lexicon::Rank::key, number);
        new_words_.add(skill.name.sv, Lexicon::Rank::name, number);
        new_words_.add(skill.name.en, Lexicon::Rank::name, number);
        skill_keys_.insert(skill.key);
        change_.new_skills.push_back(skill);
        return number;
    }

    static std::string free_key(std::set<std::string>& taken, std::string_view name) {
        const std::string made = key_from(name);
        std::string key = made;
        for (int n = 2; taken.contains(key); ++n) key = made + "_" + std::to_string(n);
        taken.insert(key);
        return key;
    }

    // Index into file_roles_; nothing when the row does not say which role.
    std::optional<std::size_t> role_of(const RoleRecord& r) {
        std::string written;
        const KnownRole* known = nullptr;
        for (const std::string* word : {&r.role_key, &r.role_name.sv, &r.role_name.en}) {
            if (known != nullptr || text::trim(*word).empty()) continue;
            if (written.empty()) written = *word;
            known = roles_.find(*word);
            if (known == nullptr)
                if (const std::string several = roles_.candidates(*word); !several.empty()) {
                    problem(r, "role", *word, "row.role_ambiguous", {{"candidates", several}});
                    return std::nullopt;
                }
        }
        if (written.empty()) {
            problem(r, "role", "", "row.role_missing");
            return std::nullopt;
        }
        const std::string place = known != nullptr ? "=" + known->key : text::fold(written);
        const auto [at, fresh] = places_.try_emplace(place, file_roles_.size());
        if (!fresh) return at->second;
        FileRole role;
        if (known != nullptr) {
            role = {known->id, 0, known->key, shown(known->name, "sv"), nullptr, {}};
        } else {
            PlannedRole made;
            made.name = {text::squeeze(r.role_name.sv), text::squeeze(r.role_name.en)};
            if (made.name.sv.empty() && made.name.en.empty()) made.name.sv = text::squeeze(r.role_key);
            made.key = free_key(role_keys_, r.role_key.empty() ? shown(made.name, "en") : r.role_key);
            if (const auto d = descriptions_.find(r.role_key); d != descriptions_.end()) {
                made.description = d->second->description;
                made.source = d->second->source;
            }
            role = {RoleId{}, change_.new_roles.size(), made.key, shown(made.name, "sv"), nullptr, {}};
            change_.new_roles.push_back(std::move(made));
            ++change_.added;
        }
        file_roles_.push_back(std::move(role));
        return at->second;
    }

    // The skill of the row with the ends of its scale; nothing when it cannot be found.
    std::optional<PlannedRequirement> skill_of(const RoleRecord& r, std::int32_t& lowest, std::int32_t& highest) {
        PlannedRequirement found;
        if (const KnownSkill* known = skills_.find(r.skill)) {
            found.requirement.skill = known->id;
            lowest = known->lowest;
            highest = known->highest;
            return found;
        }
        if (const std::string several = skills_.candidates(r.skill); !several.empty()) {
            problem(r, "skill", r.skill, "row.skill_ambiguous", {{"candidates", several}});
            return std::nullopt;
        }
        lowest = ends_of_new_.first;
        highest = ends_of_new_.second;
        if (const auto& made = new_words_.find(r.skill); made.one()) {
            found.new_skill = made.things.front();
        } else if (options_.new_skills) {
            const std::string name = text::squeeze(r.skill);
            found.new_skill = add_skill({free_key(skill_keys_, name),
                                         {name, ""},
                                         {},
                                         SkillKind::technical,
                                         "imported",
                                         {"Importerade", "Imported"},
                                         ""});
        } else {
            problem(r, "skill", r.skill, "row.skill_unknown");
            return std::nullopt;
        }
        return found;
    }

    void take(const RoleRecord& r) {
        const auto role = role_of(r);
        if (!role || text::trim(r.skill).empty()) return;
        std::int32_t lowest = 0;
        std::int32_t highest = 0;
        auto found = skill_of(r, lowest, highest);
        if (!found) return;
        if (r.level <= lowest || r.level > highest)
            return problem(r, "level", std::to_string(r.level), "requirement.level_outside",
                           {{"min", std::to_string(lowest + 1)}, {"max", std::to_string(highest)}});
        if (r.importance < 1 || r.importance > 3)
            return problem(r, "importance", std::to_string(r.importance), "requirement.importance");
        const Date from = r.valid_from.value_or(valid_from_);
        Version& version = versions_[{*role, from.days()}];
        if (version.requirements.empty()) {
            version.row = r.row;
            version.valid_from = from;
        }
        if (version.note.empty()) version.note = r.note;
        if (!version.seen.emplace(found->requirement.skill.value, found->new_skill).second)
            return problem(r, "skill", r.skill, "requirement.twice");
        found->requirement.level = r.level;
        found->requirement.importance = r.importance;
        found->requirement.must = r.must;
        version.requirements.push_back(*found);
    }

    std::string name_of(SkillId skill) const {
        const KnownSkill* known = skills_.by_id(skill);
        return known == nullptr ? "" : shown(known->name, "sv");
    }

    // versions_ is in the order of days, so each is compared with what holds before it, planned or stored.
    void compare_with_stored(std::size_t role_number, Version& version) {
        FileRole& role = file_roles_[role_number];
        const store::ProfileFlat* in_force = nullptr;
        if (role.id.given())
            for (const store::ProfileFlat& p : stored_[role.id])
                if (p.valid_from <= version.valid_from) in_force = &p;
        static const std::vector<Requirement> none;
        const std::vector<Requirement>* before = in_force != nullptr ? &requirements_[in_force->id] : nullptr;
        const bool same_day = in_force != nullptr && in_force->valid_from == version.valid_from;
        if (!same_day && role.last != nullptr &&
            (in_force == nullptr || in_force->valid_from <= last_day_[role_number]))
            before = role.last;
        bool brings_new_skills = false;
        std::vector<Requirement> after;
        for (const PlannedRequirement& p : version.requirements)
            if (p.requirement.skill.given())
                after.push_back(p.requirement);
            else
                brings_new_skills = true;
        const auto changes = compare(before != nullptr ? *before : none, after);
        role.planned = std::move(after);
        role.last = &role.planned;
        last_day_[role_number] = version.valid_from;
        if (before != nullptr && changes.empty() && !brings_new_skills) {
            ++change_.unchanged;
            return;
        }
        if (same_day && version.valid_from < today_) {
            change_.problems.push_back({version.row,
                                        "valid_from",
                                        version.valid_from.iso(),
                                        "profile.day_taken",
                                        {{"day", version.valid_from.iso()}},
                                        false});
            ++change_.errors;
            return;
        }
        RowChange row{
            version.row, role.id.given() ? RowChangeKind::changed : RowChangeKind::new_, role.key, role.name, {}};
        for (const RequirementChange& c : changes)
            row.fields.push_back(
                {name_of(c.skill), "requirement", c.before ? word(*c.before) : "", c.after ? word(*c.after) : ""});
        for (const PlannedRequirement& p : version.requirements)
            if (!p.requirement.skill.given())
                row.fields.push_back(
                    {shown(change_.new_skills[p.new_skill].name, "sv"), "requirement", "", word(p.requirement)});
        change_.rows.push_back(std::move(row));
        if (role.id.given()) ++change_.changed;
        PlannedProfile planned{
            role.id, role.new_role, {}, version.valid_from, version.note, std::move(version.requirements)};
        if (same_day) planned.replaces = in_force->id;
        change_.profiles.push_back(std::move(planned));
    }

    Date today_;
    RoleOptions options_;
    Date valid_from_;
    SkillFinder skills_;
    RoleFinder roles_;
    Lexicon new_words_;
    std::set<std::string> skill_keys_;
    std::set<std::string> role_keys_;
    std::pair<std::int32_t, std::int32_t> ends_of_new_{0, 5};            // of the scale that new skills get
    std::unordered_map<RoleId, std::vector<store::ProfileFlat>> stored_; // oldest first
    std::unordered_map<RoleProfileId, std::vector<Requirement>> requirements_;
    std::map<std::string, const RoleDescription*> descriptions_;
    std::map<std::string, std::size_t> places_;
    std::vector<FileRole> file_roles_;
    std::map<std::size_t, Date> last_day_;
    std::map<At, Version> versions_;
    RoleChange change_;
};

// New skills and their groups; their ids in the order planned.
std::vector<SkillId> make_skills(db::Tx& tx, const access::Actor& actor, const std::vector<SkillRecord>& wanted) {
    std::vector<SkillId> made;
    if (wanted.empty()) return made;
    const ScaleId scale = usual_scale(tx);
    std::map<std::string, SkillGroupId> groups;
    for (const Group& group : store::groups(tx)) groups[group.key] = group.id;
    for (const SkillRecord& skill : wanted) {
        std::optional<SkillGroupId> group;
        if (!skill.group.empty()) {
            const auto [at, fresh] = groups.try_emplace(skill.group);
            if (fresh) at->second = store::insert_group(tx, std::nullopt, skill.group, skill.group_name);
            group = at->second;
        }
        made.push_back(store::insert_skill(
            tx, {skill.key, group, skill.name, skill.description, {}, skill.kind, scale, {}, 40, skill.source}));
        audit::append(tx, actor.account, "skill.added", made.back().value);
    }
    return made;
}

} // namespace

RoleChange plan_roles(db::Tx& tx, const RoleFile& file, const RoleOptions& options) {
    return Planner{tx, file, options}.plan(file);
}

Result<void> apply_roles(db::Tx& tx, const access::Actor& actor, const RoleChange& change) {
    if (change.errors > 0) return refuse(Kind::conflict, "row.has_errors");
    if (change.nothing()) return {};
    const std::vector<SkillId> skills = make_skills(tx, actor, change.new_skills);
    std::vector<RoleId> roles;
    for (const PlannedRole& role : change.new_roles) {
        roles.push_back(store::insert_role(tx, role.key, role.name, role.description, role.source));
        audit::append(tx, actor.account, "role.added", roles.back().value);
    }
    for (const PlannedProfile& profile : change.profiles) {
        const RoleId role = profile.role.given() ? profile.role : roles[profile.new_role];
        std::vector<Requirement> requirements;
        for (const PlannedRequirement& planned : profile.requirements) {
            requirements.push_back(planned.requirement);
            if (!planned.requirement.skill.given()) requirements.back().skill = skills[planned.new_skill];
        }
        if (profile.replaces.given())
            store::replace_profile(tx, profile.replaces, profile.note, actor.account, requirements);
        else
            store::insert_profile(tx, role, profile.valid_from, profile.note, actor.account, requirements);
        if (profile.role.given()) tx.run(queries::touch_role, {{"role", role}});
        audit::append(tx, actor.account, profile.replaces.given() ? "role.profile_changed" : "role.profile_added",
                      role.value, "requirements");
    }
    audit::append(tx, actor.account, "roles.imported", 0,
                  "roles=" + std::to_string(change.added) + ",profiles=" + std::to_string(change.profiles.size()));
    return {};
}

std::vector<RoleRecord> roles_for_export(db::Tx& tx) {
    std::unordered_map<RoleId, const KnownRole*> roles;
    const RoleFinder finder{tx};
    for (const KnownRole& role : finder.all()) roles[role.id] = &role;
    const SkillFinder skills{tx};
    std::unordered_map<RoleProfileId, std::vector<Requirement>> requirements;
    for (const auto& r : tx.all<store::RequirementFlat>(queries::requirements))
        requirements[r.profile].push_back({r.skill, {}, r.level, r.importance, r.must});
    std::vector<RoleRecord> records;
    std::set<RoleId> with_profile;
    for (const auto& p : tx.all<store::ProfileFlat>(queries::profiles)) {
        const KnownRole& role = *roles.at(p.role);
        with_profile.insert(p.role);
        for (const Requirement& r : requirements[p.id])
            records.push_back({0, role.key, role.name, skills.by_id(r.skill)->key, r.level, r.importance, r.must,
                               p.valid_from, p.note});
    }
    for (const KnownRole& role : finder.all())
        if (!with_profile.contains(role.id)) records.push_back({0, role.key, role.name, "", 0, 2, false, {}, ""});
    return records;
}

} // namespace kunna::skills
