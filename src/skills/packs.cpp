// Starter packs: from the embedded files into the catalogue, each thing once.
#include "skills/packs.hpp"

#include "audit/trail.hpp"
#include "base/json_read.hpp"
#include "skills/catalogue.hpp"
#include "skills/pack_files.hpp"
#include "skills/queries.hpp"
#include "skills/store.hpp"

#include <algorithm>
#include <unordered_map>

namespace kunna::skills {

namespace {

// The files' own form (packs/README.md).
struct FileAnchor {
    std::int32_t level = 0;
    std::string sv{};
    std::string en{};
};
BOOST_DESCRIBE_STRUCT(FileAnchor, (), (level, sv, en))
struct FileGroup {
    std::string key{};
    Text name{};
};
BOOST_DESCRIBE_STRUCT(FileGroup, (), (key, name))
struct FileSkill {
    std::string key{};
    std::string code{};
    std::string group{};
    SkillKind kind = SkillKind::technical;
    Text name{};
    Words alternative{};
    Text description{};
    double hours_per_level = 0;
    std::vector<FileAnchor> anchors{};
};
BOOST_DESCRIBE_STRUCT(FileSkill, (), (key, code, group, kind, name, alternative, description, hours_per_level, anchors))
struct FileRequirement {
    std::string skill{};
    std::int32_t level = 0;
    std::int32_t importance = 1;
    bool must = false;
};
BOOST_DESCRIBE_STRUCT(FileRequirement, (), (skill, level, importance, must))
struct FileRole {
    std::string key{};
    Text name{};
    Text description{};
    std::vector<FileRequirement> requirements{};
};
BOOST_DESCRIBE_STRUCT(FileRole, (), (key, name, description, requirements))
struct Pack {
    std::string key{};
    Text name{};
    Text description{};
    std::vector<FileGroup> groups{};
    std::vector<FileSkill> skills{};
    std::vector<FileRole> roles{};
    std::vector<PackGoal> goals{};
    std::vector<PackActivity> activities{};
    std::optional<json::Node> moves{}; // read by those who own moves between roles
    std::vector<std::string> company_roles{};
};
BOOST_DESCRIBE_STRUCT(Pack, (),
                      (key, name, description, groups, skills, roles, goals, activities, moves, company_roles))

struct FileScaleLevel {
    std::int32_t level = 0;
    Text label{};
    Text anchor{};
};
BOOST_DESCRIBE_STRUCT(FileScaleLevel, (), (level, label, anchor))
struct FileScale {
    std::string key{};
    Text name{};
    Text description{};
    std::int32_t min = 0;
    std::int32_t max = 0;
    std::vector<FileScaleLevel> levels{};
};
BOOST_DESCRIBE_STRUCT(FileScale, (), (key, name, description, min, max, levels))
struct FileScales {
    std::vector<FileScale> scales{};
};
BOOST_DESCRIBE_STRUCT(FileScales, (), (scales))

constexpr std::string_view scales_file = "scales";
constexpr std::string_view core = "core";
constexpr std::string_view demonstration = "demonstration";

// The files are ours and tested: one that cannot be read is a broken build, not a refusal.
template <class T>
T read_file(const PackFile& file) {
    auto read = json::from_text<T>(file.json);
    if (!read.ok()) {
        const Error& error = read.error();
        const std::string where = error.fields.empty() ? "" : " at " + error.fields.front().where;
        throw std::logic_error{"packs/" + std::string{file.name} + ".json: " + error.code + where};
    }
    return std::move(read).unwrap();
}

const std::vector<Pack>& all_packs() {
    static const std::vector<Pack> packs = [] {
        std::vector<Pack> read;
        for (const PackFile& file : pack_files())
            if (file.name != scales_file) read.push_back(read_file<Pack>(file));
        // The core first, what needs the others last.
        std::stable_sort(read.begin(), read.end(), [](const Pack& a, const Pack& b) {
            const auto place = [](const Pack& p) { return p.key == core ? 0 : p.key == demonstration ? 2 : 1; };
            return std::pair{place(a), std::string_view{a.name.sv}} < std::pair{place(b), std::string_view{b.name.sv}};
        });
        return read;
    }();
    return packs;
}

const Pack* pack_of(std::string_view key) {
    const auto at = std::find_if(all_packs().begin(), all_packs().end(), [&](const Pack& p) { return p.key == key; });
    return at == all_packs().end() ? nullptr : &*at;
}

// One installation: knows what is there by key, and adds the rest.
class Installation {
public:
    Installation(db::Tx& tx, const access::Actor& actor, Date valid_from) :
        tx_(tx), actor_(actor), valid_from_(valid_from) {
        ensure_scales(tx);
        scale_ = usual_scale(tx);
        for (const Group& group : store::groups(tx)) groups_[group.key] = group.id;
        for (const auto& skill : tx.all<store::SkillFlat>(queries::skills)) skills_[skill.key] = skill.id;
        for (const auto& role : tx.all<store::RoleFlat>(queries::roles)) roles_[role.key] = role.id;
        installed_ = tx.all<std::string>(queries::installed_packs);
    }

    PackAdded add(const Pack& pack) {
        PackAdded added;
        const SkillGroupId top = group(pack.key, pack.name, std::nullopt);
        for (const FileGroup& g : pack.groups) group(g.key, g.name, top);
        for (const FileSkill& s : pack.skills)
            if (!skills_.contains(s.key)) {
                add_skill(s);
                ++added.skills;
            }
        for (const FileRole& r : pack.roles)
            if (!roles_.contains(r.key)) {
                add_role(r);
                ++added.roles;
            }
        const bool first = std::find(installed_.begin(), installed_.end(), pack.key) == installed_.end();
        if (first) {
            tx_.run(queries::insert_installed_pack, {{"key", pack.key}, {"at", tx_.now()}});
            installed_.push_back(pack.key);
        }
        if (first || added.skills > 0 || added.roles > 0)
            audit::append(tx_, actor_.account, "pack.installed", 0, pack.key);
        return added;
    }

private:
    SkillGroupId group(const std::string& key, const Text& name, std::optional<SkillGroupId> parent) {
        const auto at = groups_.find(key);
        if (at != groups_.end()) return at->second;
        return groups_[key] = store::insert_group(tx_, parent, key, name);
    }
    void add_skill(const FileSkill& s) {
        std::vector<Anchor> anchors;
        for (const FileAnchor& a : s.anchors) anchors.push_back({a.level, {a.sv, a.en}});
        skills_[s.key] = store::insert_skill(tx_, {s.key, groups_.at(s.group), s.name, s.description, s.alternative,
                                                   s.kind, scale_, std::move(anchors), s.hours_per_level, ""});
    }
    void add_role(const FileRole& r) {
        const RoleId role = store::insert_role(tx_, r.key, r.name, r.description, "");
        std::vector<Requirement> requirements;
        for (const FileRequirement& q : r.requirements)
            requirements.push_back({skills_.at(q.skill), {}, q.level, q.importance, q.must});
        store::insert_profile(tx_, role, valid_from_, "", actor_.account, requirements);
        roles_[r.key] = role;
    }

    db::Tx& tx_;
    const access::Actor& actor_;
    Date valid_from_;
    ScaleId scale_{};
    std::unordered_map<std::string, SkillGroupId> groups_;
    std::unordered_map<std::string, SkillId> skills_;
    std::unordered_map<std::string, RoleId> roles_;
    std::vector<std::string> installed_;
};

} // namespace

void ensure_scales(db::Tx& tx) {
    std::vector<std::string> known;
    tx.run(queries::scales, {}, [&](const db::Row& row) { known.emplace_back(row.text(1)); });
    const auto file =
        std::find_if(pack_files().begin(), pack_files().end(), [](const PackFile& f) { return f.name == scales_file; });
    static const FileScales scales = read_file<FileScales>(*file);
    for (const FileScale& s : scales.scales) {
        if (std::find(known.begin(), known.end(), s.key) != known.end()) continue;
        const auto id = tx.insert<ScaleId>(
            queries::insert_scale,
            {{"key", s.key}, {"name_sv", s.name.sv}, {"name_en", s.name.en}, {"lowest", s.min}, {"highest", s.max}});
        for (const FileScaleLevel& l : s.levels)
            tx.run(queries::insert_scale_level, {{"scale", id},
                                                 {"level", l.level},
                                                 {"name_sv", l.label.sv},
                                                 {"name_en", l.label.en},
                                                 {"anchor_sv", l.anchor.sv},
                                                 {"anchor_en", l.anchor.en}});
    }
}

ScaleId usual_scale(db::Tx& tx) {
    ensure_scales(tx);
    const auto all = scales(tx);
    const auto at = std::find_if(all.begin(), all.end(), [](const Scale& s) { return s.key == usual_scale_key; });
    if (at == all.end()) throw std::logic_error{"packs/scales.json has no scale kunna"};
    return at->id;
}

std::vector<PackRow> packs(db::Tx& tx) {
    const auto installed = tx.all<std::string>(queries::installed_packs);
    std::vector<PackRow> rows;
    for (const Pack& pack : all_packs())
        if (pack.key != demonstration)
            rows.push_back({pack.key, pack.name, pack.description, static_cast<std::int64_t>(pack.skills.size()),
                            static_cast<std::int64_t>(pack.roles.size()),
                            std::find(installed.begin(), installed.end(), pack.key) != installed.end()});
    return rows;
}

Result<PackAdded> install_pack(db::Tx& tx, const access::Actor& actor, std::string_view key) {
    const Pack* pack = key == demonstration ? nullptr : pack_of(key);
    if (pack == nullptr) return refuse(Kind::not_found, "pack.not_found");
    Installation installation{tx, actor, tx.today()};
    PackAdded added;
    if (key != core) added = installation.add(*pack_of(core));
    const PackAdded own = installation.add(*pack);
    return PackAdded{added.skills + own.skills, added.roles + own.roles};
}

std::vector<PackGoal> pack_goals(db::Tx& tx) {
    const auto installed = tx.all<std::string>(queries::installed_packs);
    std::vector<PackGoal> all;
    for (const Pack& pack : all_packs())
        if (std::find(installed.begin(), installed.end(), pack.key) != installed.end())
            all.insert(all.end(), pack.goals.begin(), pack.goals.end());
    return all;
}

std::vector<PackActivity> pack_activities(db::Tx& tx) {
    const auto installed = tx.all<std::string>(queries::installed_packs);
    std::vector<PackActivity> all;
    for (const Pack& pack : all_packs())
        if (std::find(installed.begin(), installed.end(), pack.key) != installed.end())
            all.insert(all.end(), pack.activities.begin(), pack.activities.end());
    return all;
}

PackAdded install_demonstration(db::Tx& tx, const access::Actor& actor, Date valid_from) {
    Installation installation{tx, actor, valid_from};
    PackAdded all;
    for (const Pack& pack : all_packs()) {
        const PackAdded added = installation.add(pack);
        all.skills += added.skills;
        all.roles += added.roles;
    }
    return all;
}

std::vector<PackGoal> demonstration_goals() {
    return pack_of(demonstration)->goals;
}

std::vector<std::string> demonstration_roles() {
    return pack_of(demonstration)->company_roles;
}

} // namespace kunna::skills
