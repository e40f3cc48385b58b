// Unknown names.
#include "imports/names.hpp"

#include "imports/queries.hpp"
#include "imports/store.hpp"
#include "skills/catalogue.hpp"

#include <algorithm>

namespace kunna::imports {

namespace {

constexpr int most_names = 500;
constexpr std::size_t meanings_shown = 3;

std::vector<UnknownName> names_in(db::Tx& tx, ImportId id) {
    std::vector<UnknownName> names;
    tx.run(queries::unknown_names, {{"import", id}, {"limit", most_names}}, [&](const db::Row& row) {
        names.push_back({std::string{row.text(0)}, row.integer(1), {}});
    });
    return names;
}

// The skill with one more name, in the language of whoever says so.
Result<void> call(db::Tx& tx, const access::Actor& actor, SkillId id, const std::string& written) {
    const skills::Skill skill = TRY(skills::find_skill(tx, id));
    skills::SkillInput edit{.group = skill.group,
                            .name = skill.name,
                            .description = skill.description,
                            .alternative = skill.alternative,
                            .kind = skill.kind,
                            .scale = skill.scale.id,
                            .anchors = skill.anchors,
                            .hours_per_level = skill.hours_per_level};
    (actor.language == "en" ? edit.alternative.en : edit.alternative.sv).push_back(written);
    TRY(skills::edit_skill(tx, actor, id, skill.version, edit));
    return {};
}

} // namespace

Result<std::vector<UnknownName>> unknown_names(db::Tx& tx, const taxonomies::CatalogueMatcher& matcher,
                                               const access::Actor& actor, ImportId id) {
    TRY(find(tx, actor, id));
    std::vector<UnknownName> names = names_in(tx, id);
    for (UnknownName& name : names) name.meanings = matcher.match(name.written, actor.language, meanings_shown);
    return names;
}

Result<Import> accept_names(db::Db& db, const access::Actor& actor, ImportId id,
                            const std::vector<AcceptedName>& accepted, jobs::Runner* runner) {
    const Import import = TRY(db.transact([&](db::Tx& tx) -> Result<Import> {
        Import found = TRY(find(tx, actor, id));
        const auto names = names_in(tx, id);
        for (std::size_t i = 0; i < accepted.size(); ++i) {
            const std::string at = "/accepted/" + std::to_string(i);
            const bool there = std::any_of(names.begin(), names.end(), [&](const UnknownName& name) {
                return name.written == accepted[i].written;
            });
            if (!there) return refuse_field(at + "/written", "import.name_not_there");
            const auto called = call(tx, actor, accepted[i].skill, accepted[i].written);
            if (!called.ok() && called.error().kind == Kind::not_found)
                return refuse_field(at + "/skill", "skill.not_found");
            TRY(called);
        }
        return found;
    }));
    return set_mapping(db, actor, id, import.mapping, runner);
}

} // namespace kunna::imports
