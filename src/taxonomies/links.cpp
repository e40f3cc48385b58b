// From skills to concepts and back.
#include "taxonomies/links.hpp"

#include "audit/trail.hpp"
#include "base/text.hpp"
#include "skills/catalogue.hpp"
#include "taxonomies/queries.hpp"
#include "taxonomies/store.hpp"

#include <algorithm>
#include <map>

namespace kunna::taxonomies {

namespace {

constexpr std::size_t most_alternatives = 50; // what the catalogue takes
constexpr std::size_t most_siblings = 50;

struct Link {
    TaxonomyId taxonomy{};
    ConceptId linked{};
    ConceptId concept_{};
};

// By skill, then by taxonomy; of one skill when `skill` is given.
std::vector<std::pair<SkillId, Link>> links(db::Tx& tx, SkillId skill) {
    std::vector<std::pair<SkillId, Link>> all;
    tx.run(queries::links, {{"skill", skill}}, [&](const db::Row& row) {
        const SkillId of{row.integer(0)};
        const TaxonomyId taxonomy{row.integer(1)};
        // The steps of one link follow one another; the last one counts.
        if (!all.empty() && all.back().first == of && all.back().second.taxonomy == taxonomy) all.pop_back();
        all.emplace_back(of, Link{taxonomy, ConceptId{row.integer(2)}, ConceptId{row.integer(3)}});
    });
    return all;
}

// The concept to link to when somebody points at this one.
Result<Concept> to_link(db::Tx& tx, ConceptId id) {
    Concept found = TRY(find_concept(tx, id, "en"));
    for (int step = 0; found.retired && found.replaced_by && step < 20; ++step)
        found = TRY(find_concept(tx, found.replaced_by->id, "en"));
    if (found.type != ConceptType::skill && found.type != ConceptType::knowledge)
        return refuse(Kind::invalid, "concept.no_skill");
    if (found.retired) return refuse(Kind::conflict, "concept.retired");
    return found;
}

skills::SkillInput skill_like(const Concept& from) {
    skills::SkillInput made;
    if (from.reuse == "transversal") made.kind = skills::SkillKind::soft;
    const auto fill = [](const ConceptLabel& label, std::string& name, std::string& description,
                         std::vector<std::string>& alternatives) {
        name = text::cut(text::capitalise(text::squeeze(label.preferred)), skills::longest_name);
        description = text::cut(label.description, skills::longest_text);
        alternatives = label.alternatives;
        if (alternatives.size() > most_alternatives) alternatives.resize(most_alternatives);
    };
    for (const ConceptLabel& label : from.labels) {
        if (label.language == "sv") fill(label, made.name.sv, made.description.sv, made.alternative.sv);
        if (label.language == "en") fill(label, made.name.en, made.description.en, made.alternative.en);
    }
    return made;
}

// The first one in use that has a name of the new one.
std::optional<SkillId> namesake(db::Tx& tx, const skills::Text& name) {
    const auto same = [](const std::string& a, const std::string& b) {
        return !a.empty() && text::fold(a) == text::fold(b);
    };
    for (const skills::SkillRow& row : skills::catalogue(tx).items)
        if (!row.retired && (same(row.name.sv, name.sv) || same(row.name.en, name.en))) return row.id;
    return std::nullopt;
}

void write_link(db::Tx& tx, const access::Actor& actor, SkillId skill, const Concept& to) {
    tx.run(queries::delete_link, {{"skill", skill}, {"taxonomy", to.taxonomy}});
    tx.run(queries::insert_link, {{"skill", skill},
                                  {"taxonomy", to.taxonomy},
                                  {"concept", to.id},
                                  {"account", actor.account},
                                  {"created", tx.now()}});
    audit::append(tx, actor.account, "skill.linked", skill.value, "concept");
}

} // namespace

Result<std::vector<SkillLink>> links_of(db::Tx& tx, SkillId skill, std::string_view language) {
    TRY(skills::find_skill(tx, skill));
    const auto known = tx.all<store::TaxonomyFlat>(queries::taxonomies);
    std::vector<SkillLink> shown;
    for (const auto& [of, link] : links(tx, skill)) {
        SkillLink& one = shown.emplace_back();
        const auto at = std::find_if(known.begin(), known.end(),
                                     [id = link.taxonomy](const store::TaxonomyFlat& t) { return t.id == id; });
        one.taxonomy = link.taxonomy;
        one.taxonomy_name = at->name;
        one.attribution = at->attribution;
        one.concept_ = TRY(find_row(tx, link.concept_, language));
        if (link.linked != link.concept_) one.linked = TRY(find_row(tx, link.linked, language));
    }
    return shown;
}

Result<std::vector<StandIn>> stand_ins(db::Tx& tx, ConceptId concept_) {
    TRY(check(tx, concept_));
    std::vector<StandIn> found;
    for (const SkillId id : tx.all<SkillId>(queries::skills_of_concept, {{"concept", concept_}})) {
        skills::Skill skill = TRY(skills::find_skill(tx, id));
        found.push_back({id, std::move(skill.name), skill.retired});
    }
    return found;
}

std::unordered_map<ConceptId, SkillId> all_stand_ins(db::Tx& tx) {
    std::unordered_map<ConceptId, SkillId> by_concept;
    const skills::SkillFinder skills{tx};
    for (const auto& [skill, link] : links(tx, {}))
        if (!skills.by_id(skill)->retired) by_concept.emplace(link.concept_, skill);
    return by_concept;
}

std::vector<SkillEdge> skill_edges(db::Tx& tx) {
    std::map<std::int64_t, std::vector<SkillId>> standing; // by concept
    const skills::SkillFinder skills{tx};
    for (const auto& [skill, link] : links(tx, {}))
        if (!skills.by_id(skill)->retired) standing[link.concept_.value].push_back(skill);
    std::vector<SkillEdge> edges;
    const auto among = [&](const std::vector<SkillId>& all, SkillEdgeKind kind, ConceptId through) {
        for (std::size_t a = 0; a < all.size(); ++a)
            for (std::size_t b = a + 1; b < all.size(); ++b)
                if (all[a] != all[b]) edges.push_back({all[a], all[b], kind, through});
    };
    for (const auto& [concept_, all] : standing) among(all, SkillEdgeKind::same, ConceptId{concept_});

    std::map<std::int64_t, std::vector<SkillId>> under; // by the concept above
    tx.run(queries::relations_of_links, {}, [&](const db::Row& row) {
        const auto from = standing.find(row.integer(0));
        if (from == standing.end()) return; // replaced by another since
        const auto kind = db::from_column<RelationKind>(row, 1);
        if (kind == RelationKind::broader) {
            std::vector<SkillId>& siblings = under[row.integer(2)];
            siblings.insert(siblings.end(), from->second.begin(), from->second.end());
        }
        const auto to = standing.find(row.integer(2));
        if (to == standing.end()) return;
        const SkillEdgeKind said = kind == RelationKind::broader     ? SkillEdgeKind::broader
                                   : kind == RelationKind::essential ? SkillEdgeKind::essential
                                                                     : SkillEdgeKind::optional;
        for (const SkillId one : from->second)
            for (const SkillId other : to->second)
                if (one != other) edges.push_back({one, other, said, ConceptId{from->first}});
    });
    for (const auto& [above, all] : under)
        if (all.size() <= most_siblings) among(all, SkillEdgeKind::siblings, ConceptId{above});
    return edges;
}

Result<void> link(db::Tx& tx, const access::Actor& actor, SkillId skill, ConceptId concept_) {
    TRY(skills::find_skill(tx, skill));
    const Concept to = TRY(to_link(tx, concept_));
    for (const auto& [of, link] : links(tx, skill))
        if (link.linked == to.id) return {};
    write_link(tx, actor, skill, to);
    return {};
}

Result<void> unlink(db::Tx& tx, const access::Actor& actor, SkillId skill, ConceptId concept_) {
    TRY(skills::find_skill(tx, skill));
    for (const auto& [of, link] : links(tx, skill)) {
        if (link.concept_ != concept_ && link.linked != concept_) continue;
        tx.run(queries::delete_link, {{"skill", skill}, {"taxonomy", link.taxonomy}});
        audit::append(tx, actor.account, "skill.unlinked", skill.value, "concept");
        return {};
    }
    return refuse(Kind::not_found, "concept.not_linked");
}

Result<SkillId> take_in(db::Tx& tx, const access::Actor& actor, ConceptId concept_) {
    const Concept from = TRY(to_link(tx, concept_));
    for (const StandIn& one : TRY(stand_ins(tx, from.id)))
        if (!one.retired) return one.skill;
    const skills::SkillInput wanted = skill_like(from);
    if (const auto same = namesake(tx, wanted.name)) {
        write_link(tx, actor, *same, from);
        return *same;
    }
    const skills::Skill added = TRY(skills::add_skill(tx, actor, wanted, from.attribution));
    write_link(tx, actor, added.id, from);
    return added.id;
}

} // namespace kunna::taxonomies
