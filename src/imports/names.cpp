// Unknown names.
#include "imports/names.hpp"

#include "base/texts.hpp"
#include "imports/queries.hpp"
#include "imports/store.hpp"
#include "matching/matcher.hpp"
#include "matching/weights.hpp"
#include "skills/catalogue.hpp"

#include <algorithm>

namespace kunna::imports {

namespace {

constexpr int most_names = 500;
constexpr std::size_t meanings_shown = 3;
constexpr double sure_score = 0.7;
constexpr double sure_alike = 0.4;

using matching::Language;

// What may be accepted without a look at each.
bool is_sure(const matching::Match& match) {
    const bool by_words = match.reason == matching::Reason::same || match.reason == matching::Reason::words;
    return match.score >= sure_score && (by_words || match.alike >= sure_alike);
}

std::string told(matching::Reason reason, const std::string& language) {
    switch (reason) {
    case matching::Reason::same:
        return texts::say(language, "match.same");
    case matching::Reason::words:
        return texts::say(language, "match.words");
    case matching::Reason::letters:
    case matching::Reason::title:
    case matching::Reason::needed:
        return texts::say(language, "match.letters");
    case matching::Reason::field:
        return texts::say(language, "match.field");
    }
    return {};
}

// The skills of the catalogue that are in use, by their names in both languages.
class CatalogueMatcher {
public:
    explicit CatalogueMatcher(db::Tx& tx) {
        std::vector<matching::Concept> concepts;
        for (const skills::SkillRow& skill : skills::catalogue(tx).items) {
            if (skill.retired) continue;
            skills_.push_back(skill);
            matching::Concept& made = concepts.emplace_back();
            made.field = std::to_string(skill.group.value_or(SkillGroupId{}).value);
            if (!skill.name.sv.empty()) made.labels.push_back({skill.name.sv, Language::sv, true});
            if (!skill.name.en.empty()) made.labels.push_back({skill.name.en, Language::en, true});
        }
        matcher_ = std::make_unique<matching::Matcher>(concepts, matching::Context{}, matching::skill_weights);
    }

    [[nodiscard]] std::vector<MeantSkill> match(const std::string& written, const std::string& language) const {
        std::vector<MeantSkill> meant;
        const auto spoken = db::enum_of<Language>(language).value_or(Language::sv);
        for (const matching::Match& one : matcher_->match(written, spoken, meanings_shown)) {
            const skills::SkillRow& skill = skills_[one.concept_];
            meant.push_back({skill.id, skill.name, one.score, told(one.reason, language), is_sure(one)});
        }
        return meant;
    }

private:
    std::vector<skills::SkillRow> skills_;
    std::unique_ptr<const matching::Matcher> matcher_;
};

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

Result<std::vector<UnknownName>> unknown_names(db::Tx& tx, const access::Actor& actor, ImportId id) {
    TRY(find(tx, actor, id));
    std::vector<UnknownName> names = names_in(tx, id);
    if (names.empty()) return names;
    const CatalogueMatcher matcher{tx};
    for (UnknownName& name : names) name.meanings = matcher.match(name.written, actor.language);
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
