// What one does with the catalogue: scales, groups, skills. Routes ask for the verb (edit_catalogue); nothing here is
// about people.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "skills/lexicon.hpp"
#include "skills/skill.hpp"

namespace kunna::skills {

// Bytes of a name, a description, an anchor or a note.
inline constexpr std::size_t longest_name = 200;
inline constexpr std::size_t longest_text = 4000;
// Without white space at its ends, and single spaces within.
Text cleaned(const Text& text);

std::vector<Scale> scales(db::Tx& tx);
// The scales that Kunna brings, once; the app asks at every start, and whatever makes skills asks for itself.
void ensure_scales(db::Tx& tx);
// The scale of skills that name none.
inline constexpr std::string_view usual_scale_key = "kunna";
ScaleId usual_scale(db::Tx& tx);

Catalogue catalogue(db::Tx& tx);
Result<Skill> find_skill(db::Tx& tx, SkillId skill);
// source: whom to name as its origin, if it is somebody else's.
Result<Skill> add_skill(db::Tx& tx, const access::Actor& actor, const SkillInput& wanted,
                        const std::string& source = "");
// version: what the editor had before it (If-Match); nothing means any.
Result<Skill> edit_skill(db::Tx& tx, const access::Actor& actor, SkillId skill, std::optional<std::int64_t> version,
                         const SkillInput& edit);
Result<Group> add_group(db::Tx& tx, const access::Actor& actor, const NewGroup& wanted);

// Refuses skill.not_found, and level.outside_scale at /level.
Result<void> check_level(db::Tx& tx, SkillId skill, std::int32_t level);

// A skill with what an import needs to judge a row.
struct KnownSkill {
    SkillId id{};
    std::string key{};
    Text name{};
    Words alternative{};
    std::optional<SkillGroupId> group{};
    std::int32_t lowest = 0;
    std::int32_t highest = 0;
    bool retired = false;
};

// All skills in memory, found by key, by name in either language, or by an alternative name.
class SkillFinder {
public:
    explicit SkillFinder(db::Tx& tx);

    // Null when there is none or several.
    const KnownSkill* find(std::string_view written);
    // The keys of the skills that share the word ("sql, sql_server"); empty when there is none.
    std::string candidates(std::string_view written);
    const KnownSkill* by_id(SkillId skill) const;
    [[nodiscard]] const std::vector<KnownSkill>& all() const { return skills_; }

private:
    std::vector<KnownSkill> skills_; // by id
    Lexicon words_;
};

// "Läkemedelshantering (vård)" → "lakemedelshantering_vard": ASCII, for keys made from names.
std::string key_from(std::string_view name);
// The name in the language, or in the other when that is empty.
const std::string& shown(const Text& text, std::string_view language);

} // namespace kunna::skills
