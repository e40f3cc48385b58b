// The catalogue: reading, adding, editing.
#include "skills/catalogue.hpp"

#include "audit/trail.hpp"
#include "base/text.hpp"
#include "skills/queries.hpp"
#include "skills/store.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

namespace kunna::skills {

namespace {

constexpr std::size_t most_alternatives = 50;

Result<void> check_name(const Text& name) {
    if (name.sv.empty() && name.en.empty()) return refuse_field("/name", "skill.name_missing");
    for (const auto& [where, part] : {std::pair{"/name/sv", &name.sv}, std::pair{"/name/en", &name.en}})
        if (part->size() > longest_name)
            return refuse_field(where, "skill.text_too_long", {{"limit", std::to_string(longest_name)}});
    return {};
}

// What a new skill and an edit have in common.
Result<void> check_content(const SkillInput& wanted, const Scale& scale) {
    TRY(check_name(wanted.name));
    if (std::max(wanted.description.sv.size(), wanted.description.en.size()) > longest_text)
        return refuse_field("/description", "skill.text_too_long", {{"limit", std::to_string(longest_text)}});
    if (std::max(wanted.alternative.sv.size(), wanted.alternative.en.size()) > most_alternatives)
        return refuse_field("/alternative", "skill.too_many_words", {{"limit", std::to_string(most_alternatives)}});
    if (!std::isfinite(wanted.hours_per_level) || wanted.hours_per_level < 0 || wanted.hours_per_level > 10'000)
        return refuse_field("/hours_per_level", "skill.hours_out_of_range");
    std::set<std::int32_t> levels;
    for (std::size_t i = 0; i < wanted.anchors.size(); ++i) {
        const Anchor& anchor = wanted.anchors[i];
        const std::string where = "/anchors/" + std::to_string(i);
        if (anchor.level < scale.min || anchor.level > scale.max)
            return refuse_field(where + "/level", "level.outside_scale",
                                {{"min", std::to_string(scale.min)}, {"max", std::to_string(scale.max)}});
        if (!levels.insert(anchor.level).second)
            return refuse_field(where + "/level", "skill.anchor_twice", {{"level", std::to_string(anchor.level)}});
        if (anchor.text.sv.empty() && anchor.text.en.empty()) return refuse_field(where, "skill.anchor_empty");
        if (std::max(anchor.text.sv.size(), anchor.text.en.size()) > longest_text)
            return refuse_field(where, "skill.text_too_long", {{"limit", std::to_string(longest_text)}});
    }
    return {};
}

Result<void> check_group(db::Tx& tx, std::optional<SkillGroupId> group) {
    if (!group) return {};
    const auto groups = store::groups(tx);
    if (std::none_of(groups.begin(), groups.end(), [&](const Group& g) { return g.id == *group; }))
        return refuse_field("/group", "skill_group.not_found");
    return {};
}

// Two skills of one name cannot be told apart in a file or a search.
Result<void> check_unique(db::Tx& tx, const Text& name, SkillId except) {
    const std::string sv = text::fold(name.sv);
    const std::string en = text::fold(name.en);
    for (const store::SkillFlat& other : tx.all<store::SkillFlat>(queries::skills)) {
        if (other.id == except || other.retired) continue;
        if (!sv.empty() && text::fold(other.name_sv) == sv)
            return refuse_field("/name/sv", "skill.name_taken", {{"name", name.sv}});
        if (!en.empty() && text::fold(other.name_en) == en)
            return refuse_field("/name/en", "skill.name_taken", {{"name", name.en}});
    }
    return {};
}

bool good_key(std::string_view key) {
    return !key.empty() && key.size() <= 64 && std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

// The key asked for, or one made from the name; taken ones are refused, or numbered.
Result<std::string> choose_key(const std::optional<std::string>& asked, const Text& name,
                               const std::set<std::string>& taken) {
    if (asked) {
        if (!good_key(*asked)) return refuse_field("/key", "skill.key_form");
        if (taken.contains(*asked)) return refuse_field("/key", "skill.key_taken", {{"key", *asked}});
        return *asked;
    }
    const std::string made = key_from(name.en.empty() ? name.sv : name.en);
    std::string key = made;
    for (int n = 2; taken.contains(key); ++n) key = made + "_" + std::to_string(n);
    return key;
}

} // namespace

Text cleaned(const Text& text) {
    return {text::squeeze(text.sv), text::squeeze(text.en)};
}

std::string key_from(std::string_view name) {
    std::string key;
    const std::string folded = text::fold(name);
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const char c = folded[i];
        const auto two = std::string_view{folded}.substr(i, 2);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            key += c;
        } else if (two == "å" || two == "ä" || two == "á" || two == "à") {
            key += 'a';
            ++i;
        } else if (two == "ö" || two == "ø" || two == "ó") {
            key += 'o';
            ++i;
        } else if (two == "é" || two == "è") {
            key += 'e';
            ++i;
        } else if (two == "ü") {
            key += 'u';
            ++i;
        } else if (!key.empty() && key.back() != '_' && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
            key += '_';
        }
        if (key.size() == 56) break; // leaves room for a number behind
    }
    while (!key.empty() && key.back() == '_') key.pop_back();
    return key.empty() ? "unnamed" : key;
}

const std::string& shown(const Text& text, std::string_view language) {
    const bool english = language == "en";
    const std::string& wanted = english ? text.en : text.sv;
    return wanted.empty() ? (english ? text.sv : text.en) : wanted;
}

std::vector<Scale> scales(db::Tx& tx) {
    std::vector<Scale> all;
    tx.run(queries::scales, {}, [&](const db::Row& row) {
        all.push_back({ScaleId{row.integer(0)},
                       std::string{row.text(1)},
                       {std::string{row.text(2)}, std::string{row.text(3)}},
                       static_cast<std::int32_t>(row.integer(4)),
                       static_cast<std::int32_t>(row.integer(5)),
                       {}});
    });
    tx.run(queries::scale_levels, {}, [&](const db::Row& row) {
        const auto at =
            std::find_if(all.begin(), all.end(), [&](const Scale& s) { return s.id.value == row.integer(0); });
        if (at != all.end())
            at->levels.push_back({static_cast<std::int32_t>(row.integer(1)),
                                  {std::string{row.text(2)}, std::string{row.text(3)}},
                                  {std::string{row.text(4)}, std::string{row.text(5)}}});
    });
    return all;
}

Catalogue catalogue(db::Tx& tx) {
    Catalogue all;
    all.groups = store::groups(tx);
    std::unordered_map<SkillId, std::int64_t> roles;
    tx.run(queries::roles_per_skill, {{"day", tx.today()}},
           [&](const db::Row& row) { roles[SkillId{row.integer(0)}] = row.integer(1); });
    for (store::SkillFlat& s : tx.all<store::SkillFlat>(queries::skills)) {
        const auto at = roles.find(s.id);
        all.items.push_back({s.id,
                             s.skill_group,
                             std::move(s.key),
                             {std::move(s.name_sv), std::move(s.name_en)},
                             s.kind,
                             s.retired,
                             s.scale,
                             at == roles.end() ? 0 : at->second});
    }
    return all;
}

Result<Skill> find_skill(db::Tx& tx, SkillId skill) {
    auto flat = tx.one<store::SkillFlat>(queries::skill_by_id, {{"skill", skill}});
    if (!flat) return refuse(Kind::not_found, "skill.not_found");
    Skill full;
    full.id = flat->id;
    full.key = std::move(flat->key);
    full.group = flat->skill_group;
    full.name = {std::move(flat->name_sv), std::move(flat->name_en)};
    full.description = {std::move(flat->description_sv), std::move(flat->description_en)};
    full.alternative = {text::lines(flat->alternative_sv), text::lines(flat->alternative_en)};
    full.kind = flat->kind;
    for (Scale& scale : scales(tx))
        if (scale.id == flat->scale) full.scale = std::move(scale);
    full.anchors = store::anchors_of(tx, skill);
    full.hours_per_level = flat->hours_per_level;
    full.retired = flat->retired;
    full.source = std::move(flat->source);
    full.version = flat->version;
    tx.run(queries::required_by, {{"skill", skill}, {"day", tx.today()}}, [&](const db::Row& row) {
        full.required_by.push_back({RoleId{row.integer(0)},
                                    {std::string{row.text(1)}, std::string{row.text(2)}},
                                    static_cast<std::int32_t>(row.integer(3)),
                                    static_cast<std::int32_t>(row.integer(4)),
                                    row.integer(5) != 0});
    });
    return full;
}

Result<Skill> add_skill(db::Tx& tx, const access::Actor& actor, const SkillInput& asked, const std::string& source) {
    SkillInput wanted = asked;
    wanted.name = cleaned(wanted.name);
    const ScaleId scale = wanted.scale ? *wanted.scale : usual_scale(tx);
    const auto known = scales(tx);
    const auto at = std::find_if(known.begin(), known.end(), [&](const Scale& s) { return s.id == scale; });
    if (at == known.end()) return refuse_field("/scale", "scale.not_found");
    TRY(check_content(wanted, *at));
    TRY(check_group(tx, wanted.group));
    TRY(check_unique(tx, wanted.name, {}));
    std::set<std::string> taken;
    for (store::SkillFlat& other : tx.all<store::SkillFlat>(queries::skills)) taken.insert(std::move(other.key));
    const std::string key = TRY(choose_key(wanted.key, wanted.name, taken));
    const SkillId id = store::insert_skill(tx, {key, wanted.group, wanted.name, wanted.description, wanted.alternative,
                                                wanted.kind, scale, wanted.anchors, wanted.hours_per_level, source});
    audit::append(tx, actor.account, "skill.added", id.value);
    return find_skill(tx, id);
}

Result<Skill> edit_skill(db::Tx& tx, const access::Actor& actor, SkillId skill, std::optional<std::int64_t> version,
                         const SkillInput& asked) {
    const Skill now = TRY(find_skill(tx, skill));
    if (version && *version != now.version) return refuse(Kind::stale, "http.stale");
    if (asked.key && *asked.key != now.key) return refuse_field("/key", "skill.key_fixed");
    if (asked.scale && *asked.scale != now.scale.id) return refuse_field("/scale", "skill.scale_fixed");
    SkillInput edit = asked;
    edit.name = cleaned(edit.name);
    edit.retired = edit.retired.value_or(now.retired);
    std::sort(edit.anchors.begin(), edit.anchors.end(),
              [](const Anchor& a, const Anchor& b) { return a.level < b.level; });
    TRY(check_content(edit, now.scale));
    TRY(check_group(tx, edit.group));
    if (!*edit.retired) TRY(check_unique(tx, edit.name, skill));
    std::string fields;
    const auto note = [&](bool changed, std::string_view field) {
        if (changed) fields.append(fields.empty() ? "" : ",").append(field);
    };
    note(edit.group != now.group, "group");
    note(edit.name != now.name, "name");
    note(edit.description != now.description, "description");
    note(edit.alternative != now.alternative, "alternative");
    note(edit.kind != now.kind, "kind");
    note(edit.anchors != now.anchors, "anchors");
    note(edit.hours_per_level != now.hours_per_level, "hours_per_level");
    note(*edit.retired != now.retired, "retired");
    if (fields.empty()) return now;
    store::update_skill(tx, skill, edit);
    audit::append(tx, actor.account, "skill.edited", skill.value, fields);
    return find_skill(tx, skill);
}

Result<Group> add_group(db::Tx& tx, const access::Actor& actor, const NewGroup& wanted) {
    const Text name = cleaned(wanted.name);
    TRY(check_name(name));
    std::set<std::string> taken;
    bool parent_known = !wanted.parent;
    for (const Group& group : store::groups(tx)) {
        taken.insert(group.key);
        parent_known = parent_known || group.id == *wanted.parent;
    }
    if (!parent_known) return refuse_field("/parent", "skill_group.not_found");
    const std::string key = TRY(choose_key(wanted.key, name, taken));
    const SkillGroupId id = store::insert_group(tx, wanted.parent, key, name);
    audit::append(tx, actor.account, "skill_group.added", id.value);
    return Group{id, key, name, wanted.parent};
}

Result<void> check_level(db::Tx& tx, SkillId skill, std::int32_t level) {
    Result<void> checked = refuse(Kind::not_found, "skill.not_found");
    tx.run(queries::scale_of_skill, {{"skill", skill}}, [&](const db::Row& row) {
        if (level < row.integer(0) || level > row.integer(1))
            checked = refuse_field("/level", "level.outside_scale",
                                   {{"min", std::to_string(row.integer(0))}, {"max", std::to_string(row.integer(1))}});
        else
            checked = {};
    });
    return checked;
}

SkillFinder::SkillFinder(db::Tx& tx) {
    std::unordered_map<ScaleId, std::pair<std::int32_t, std::int32_t>> ends;
    for (const Scale& scale : scales(tx)) ends[scale.id] = {scale.min, scale.max};
    for (store::SkillFlat& s : tx.all<store::SkillFlat>(queries::skills)) {
        using Rank = Lexicon::Rank;
        const auto number = static_cast<std::uint32_t>(skills_.size());
        const auto rank = [&](Rank usual) { return s.retired ? Rank::retired : usual; };
        words_.add(s.key, rank(Rank::key), number);
        words_.add(s.name_sv, rank(Rank::name), number);
        words_.add(s.name_en, rank(Rank::name), number);
        Words alternative{text::lines(s.alternative_sv), text::lines(s.alternative_en)};
        for (const auto* words : {&alternative.sv, &alternative.en})
            for (const std::string& word : *words) words_.add(word, rank(Rank::alternative), number);
        skills_.push_back({s.id,
                           std::move(s.key),
                           {std::move(s.name_sv), std::move(s.name_en)},
                           std::move(alternative),
                           s.skill_group,
                           ends[s.scale].first,
                           ends[s.scale].second,
                           s.retired});
    }
}

const KnownSkill* SkillFinder::find(std::string_view written) {
    const Lexicon::Found& found = words_.find(written);
    return found.one() ? &skills_[found.things.front()] : nullptr;
}

std::string SkillFinder::candidates(std::string_view written) {
    std::string keys;
    for (const std::uint32_t thing : words_.find(written).things)
        keys.append(keys.empty() ? "" : ", ").append(skills_[thing].key);
    return keys;
}

const KnownSkill* SkillFinder::by_id(SkillId skill) const {
    const auto at = std::lower_bound(skills_.begin(), skills_.end(), skill,
                                     [](const KnownSkill& k, SkillId id) { return k.id < id; });
    return at != skills_.end() && at->id == skill ? &*at : nullptr;
}

} // namespace kunna::skills
