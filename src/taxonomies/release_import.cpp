// A release compared with what is stored, and written.
#include "taxonomies/release_import.hpp"

#include "audit/trail.hpp"
#include "base/text.hpp"
#include "taxonomies/queries.hpp"
#include "taxonomies/store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace kunna::taxonomies {

namespace {

const Label* label_in(const std::vector<Label>& labels, std::string_view language) {
    const auto at = std::find_if(labels.begin(), labels.end(), [&](const Label& l) { return l.language == language; });
    return at == labels.end() ? nullptr : &*at;
}

// The one for a report: English, else the first.
Wording wording(const std::vector<Label>& labels) {
    if (labels.empty()) return {};
    const Label* english = label_in(labels, "en");
    const Label& shown = english != nullptr ? *english : labels.front();
    return {shown.preferred, shown.language};
}

class Planner {
public:
    Planner(db::Tx& tx, const Release& release) : release_(release) {
        change_.ids.resize(release.concepts.size());
        change_.release = release.release;
        const auto known = store::taxonomy(tx, release.key);
        if (!known) return;
        change_.taxonomy = known->id;
        if (release.release.empty()) change_.release = known->release;
        change_.head_changed = known->name != release.name || known->licence != release.licence ||
                               known->attribution != release.attribution || known->release != change_.release;
        stored_ = store::concepts(tx, known->id);
        labels_ = store::labels(tx, known->id);
        relations_ = store::relations(tx, known->id);
        std::sort(relations_.begin(), relations_.end());
    }

    Result<ReleaseChange> plan() {
        for (std::size_t i = 0; i < stored_.size(); ++i) places_.emplace(stored_[i].uri, i);
        named_.resize(stored_.size());
        for (std::uint32_t number = 0; number < release_.concepts.size(); ++number) {
            const auto at = places_.find(release_.concepts[number].uri);
            if (at == places_.end())
                take_new(number);
            else
                compare(number, at->second);
        }
        for (std::size_t i = 0; i < stored_.size(); ++i)
            if (!named_[i] && !stored_[i].retired && missed(stored_[i])) gone_.emplace_back(i, nullptr);
        retire();
        TRY(plan_relations());
        return std::move(change_);
    }

private:
    void example(Change change, const std::string& uri, Wording label, std::string before = "") {
        auto& examples = change_.examples[change];
        if (examples.size() < most_examples) examples.push_back({uri, std::move(label), std::move(before)});
    }
    const std::vector<Label>& labels_of(ConceptId id) const {
        static const std::vector<Label> none;
        const auto at = labels_.find(id);
        return at == labels_.end() ? none : at->second;
    }

    void take_new(std::uint32_t number) {
        const ReleaseConcept& fresh = release_.concepts[number];
        if (fresh.retired) return; // gone before we ever heard of it
        if (fresh.labels.empty()) {
            ++change_.nameless;
            return;
        }
        change_.added.push_back(number);
        ++change_.counts.added;
        example(Change::added, fresh.uri, wording(fresh.labels));
    }

    void compare(std::uint32_t number, std::size_t place) {
        const ReleaseConcept& after = release_.concepts[number];
        const store::ConceptFlat& before = stored_[place];
        named_[place] = true;
        change_.ids[number] = before.id;
        const bool relabelled = compare_labels(number, before);
        const bool amended = labels_differ_;
        if (after.retired) {
            if (!before.retired) {
                gone_.emplace_back(place, &after);
                return;
            }
            ++(relabelled ? change_.counts.relabelled : amended ? change_.counts.amended : change_.counts.unchanged);
            return;
        }
        ReleaseChange::Edited edited{before.id, before.type, before.code, before.isco, before.reuse};
        if (after.type_stated || file_of(after.type) != file_of(before.type)) edited.type = after.type;
        if (!after.code.empty()) edited.code = after.code;
        if (!after.isco.empty()) edited.isco = after.isco;
        if (!after.reuse.empty()) edited.reuse = after.reuse;
        const bool row_differs = edited.type != before.type || edited.code != before.code ||
                                 edited.isco != before.isco || edited.reuse != before.reuse;
        if (before.retired) {
            change_.restored.push_back(before.id);
            ++change_.counts.restored;
            example(Change::restored, before.uri, wording(after.labels.empty() ? labels_of(before.id) : after.labels));
        } else if (relabelled) {
            ++change_.counts.relabelled;
        } else {
            ++(amended || row_differs ? change_.counts.amended : change_.counts.unchanged);
        }
        if (before.retired || row_differs) change_.edited.push_back(std::move(edited));
    }

    // True when a preferred label became another one. labels_differ_: anything about the labels did.
    bool compare_labels(std::uint32_t number, const store::ConceptFlat& before) {
        const ReleaseConcept& after = release_.concepts[number];
        const std::vector<Label>& had = labels_of(before.id);
        bool relabelled = false;
        labels_differ_ = false;
        for (std::uint32_t i = 0; i < after.labels.size(); ++i) {
            const Label& label = after.labels[i];
            const Label* old = label_in(had, label.language);
            if (old != nullptr && *old == label) continue;
            labels_differ_ = true;
            (old == nullptr ? change_.labels_added : change_.labels_changed).emplace_back(number, i);
            if (old == nullptr || old->preferred == label.preferred) continue;
            if (!relabelled) example(Change::relabelled, before.uri, {label.preferred, label.language}, old->preferred);
            relabelled = true;
            change_.relabelled.push_back({before.id, label.language, old->preferred});
        }
        return relabelled;
    }

    // No file names it, though one could have.
    [[nodiscard]] bool missed(const store::ConceptFlat& stored) const {
        const std::vector<Label>& labels = labels_of(stored.id);
        return std::any_of(labels.begin(), labels.end(), [&](const Label& l) {
            return release_.files.contains({file_of(stored.type), l.language});
        });
    }

    void retire() {
        if (gone_.empty()) return;
        // New concepts by kind, language and preferred label: what bears the label of one that goes takes its place.
        std::map<std::tuple<ConceptType, std::string, std::string>, std::uint32_t> by_label;
        for (const std::uint32_t number : change_.added)
            for (const Label& l : release_.concepts[number].labels)
                by_label.try_emplace(
                    std::tuple{file_of(release_.concepts[number].type), l.language, text::fold(l.preferred)}, number);
        std::unordered_map<std::string_view, std::uint32_t> added;
        for (const std::uint32_t number : change_.added) added.emplace(release_.concepts[number].uri, number);
        for (const auto& [place, named] : gone_) {
            const store::ConceptFlat& stored = stored_[place];
            ReleaseChange::Retired retired{stored.id, {}, {}};
            std::string successor;
            if (named != nullptr && !named->replaced_by.empty() && named->replaced_by != stored.uri) {
                successor = named->replaced_by;
                if (const auto fresh = added.find(successor); fresh != added.end())
                    retired.replaced_by_new = fresh->second;
                else if (const auto known = places_.find(successor); known != places_.end())
                    retired.replaced_by = stored_[known->second].id;
            }
            for (const Label& l : labels_of(stored.id)) {
                if (retired.replaced_by || retired.replaced_by_new) break;
                const auto at = by_label.find({file_of(stored.type), l.language, text::fold(l.preferred)});
                if (at == by_label.end()) continue;
                retired.replaced_by_new = at->second;
                successor = release_.concepts[at->second].uri;
            }
            const bool replaced = retired.replaced_by || retired.replaced_by_new;
            ++(replaced ? change_.counts.replaced : change_.counts.retired);
            example(replaced ? Change::replaced : Change::retired, stored.uri, wording(labels_of(stored.id)),
                    replaced ? successor : "");
            change_.retired.push_back(retired);
        }
    }

    Result<void> plan_relations() {
        std::vector<bool> taken(release_.concepts.size());
        for (const std::uint32_t number : change_.added) taken[number] = true;
        std::vector<bool> kept(relations_.size());
        for (const ReleaseRelation& r : release_.relations) {
            const ConceptId source = change_.ids[r.source];
            const ConceptId target = change_.ids[r.target];
            if ((!source.given() && !taken[r.source]) || (!target.given() && !taken[r.target])) continue;
            if (source.given() && target.given()) {
                const store::RelationFlat wanted{source, r.kind, target};
                const auto at = std::lower_bound(relations_.begin(), relations_.end(), wanted);
                if (at != relations_.end() && *at == wanted) {
                    kept[static_cast<std::size_t>(at - relations_.begin())] = true;
                    continue;
                }
            }
            change_.relations_added.push_back(r);
        }
        std::unordered_map<ConceptId, std::size_t> by_id;
        for (std::size_t i = 0; i < stored_.size(); ++i) by_id.emplace(stored_[i].id, i);
        for (std::size_t i = 0; i < relations_.size(); ++i) {
            const store::RelationFlat& r = relations_[i];
            const std::size_t source = by_id.at(r.source);
            if (kept[i] || !named_[source] || !named_[by_id.at(r.target)] ||
                !release_.relation_files.contains(file_of(r.kind, stored_[source].type)))
                continue;
            change_.relations_dropped.push_back({r.source, r.kind, r.target});
            dropped_.insert(i);
        }
        change_.counts.relations_added = static_cast<std::int64_t>(change_.relations_added.size());
        change_.counts.relations_dropped = static_cast<std::int64_t>(change_.relations_dropped.size());
        return check_circles(by_id);
    }

    // A release has no circle in itself; with what is stored beside it there could be one.
    Result<void> check_circles(const std::unordered_map<ConceptId, std::size_t>& by_id) {
        if (stored_.empty()) return {};
        std::vector<std::pair<std::uint32_t, std::uint32_t>> broader;
        const auto node = [&](std::uint32_t number) {
            const ConceptId id = change_.ids[number];
            return static_cast<std::uint32_t>(id.given() ? by_id.at(id) : stored_.size() + number);
        };
        for (const ReleaseRelation& r : change_.relations_added)
            if (r.kind == RelationKind::broader) broader.emplace_back(node(r.source), node(r.target));
        if (broader.empty()) return {};
        for (std::size_t i = 0; i < relations_.size(); ++i)
            if (relations_[i].kind == RelationKind::broader && !dropped_.contains(i))
                broader.emplace_back(by_id.at(relations_[i].source), by_id.at(relations_[i].target));
        const auto round = on_a_cycle(stored_.size() + release_.concepts.size(), broader);
        if (!round) return {};
        if (*round < stored_.size())
            return refuse_cycle(wording(labels_of(stored_[*round].id)).text, stored_[*round].uri);
        const ReleaseConcept& one = release_.concepts[*round - stored_.size()];
        return refuse_cycle(wording(one.labels).text, one.uri);
    }

    const Release& release_;
    std::vector<store::ConceptFlat> stored_;
    std::unordered_map<ConceptId, std::vector<Label>> labels_;
    std::vector<store::RelationFlat> relations_; // sorted
    std::unordered_map<std::string_view, std::size_t> places_;
    std::vector<bool> named_; // of stored_: the files name it
    std::vector<std::pair<std::size_t, const ReleaseConcept*>> gone_;
    std::set<std::size_t> dropped_;
    bool labels_differ_ = false;
    ReleaseChange change_;
};

TaxonomyId write_head(db::Tx& tx, const access::Actor& actor, const Release& release, const ReleaseChange& change) {
    if (!change.taxonomy)
        return tx.insert<TaxonomyId>(queries::insert_taxonomy, {{"key", release.key},
                                                                {"name", release.name},
                                                                {"release", change.release},
                                                                {"licence", release.licence},
                                                                {"attribution", release.attribution},
                                                                {"imported", tx.now()},
                                                                {"account", actor.account}});
    tx.run(queries::update_taxonomy, {{"taxonomy", *change.taxonomy},
                                      {"name", release.name},
                                      {"release", change.release},
                                      {"licence", release.licence},
                                      {"attribution", release.attribution},
                                      {"imported", tx.now()},
                                      {"account", actor.account}});
    return *change.taxonomy;
}

TaxonomyReleaseId write_release(db::Tx& tx, const access::Actor& actor, TaxonomyId taxonomy,
                                const ReleaseChange& change) {
    const ReleaseCounts& counts = change.counts;
    return tx.insert<TaxonomyReleaseId>(queries::insert_release, {{"taxonomy", taxonomy},
                                                                  {"release", change.release},
                                                                  {"at", tx.now()},
                                                                  {"account", actor.account},
                                                                  {"added", counts.added},
                                                                  {"relabelled", counts.relabelled},
                                                                  {"retired", counts.retired},
                                                                  {"replaced", counts.replaced},
                                                                  {"restored", counts.restored},
                                                                  {"amended", counts.amended},
                                                                  {"unchanged", counts.unchanged},
                                                                  {"relations_added", counts.relations_added},
                                                                  {"relations_dropped", counts.relations_dropped}});
}

// ids: of every concept of the release, new ones too.
void write_labels(db::Tx& tx, const Release& release, const ReleaseChange& change, const std::vector<ConceptId>& ids) {
    std::vector<std::pair<ConceptId, const Label*>> fresh;
    for (const std::uint32_t number : change.added)
        for (const Label& label : release.concepts[number].labels) fresh.emplace_back(ids[number], &label);
    for (const auto& [number, label] : change.labels_added)
        fresh.emplace_back(ids[number], &release.concepts[number].labels[label]);
    store::insert_labels(tx, fresh);
    for (const auto& [number, label] : change.labels_changed)
        store::update_label(tx, ids[number], release.concepts[number].labels[label]);
}

void write_changes(db::Tx& tx, TaxonomyReleaseId release, const ReleaseChange& change,
                   const std::vector<ConceptId>& ids) {
    tx.bulk(queries::insert_change, [&](db::Tx::Adder& add) {
        const auto note = [&](ConceptId id, Change what, std::string_view language = "", std::string_view before = "") {
            add({{"taxonomy_release", release},
                 {"concept", id},
                 {"language", language},
                 {"change", what},
                 {"before", before}});
        };
        for (const std::uint32_t number : change.added) note(ids[number], Change::added);
        for (const ConceptId id : change.restored) note(id, Change::restored);
        for (const auto& r : change.retired)
            note(r.id, r.replaced_by || r.replaced_by_new ? Change::replaced : Change::retired);
        for (const auto& r : change.relabelled) note(r.id, Change::relabelled, r.language, r.before);
    });
}

} // namespace

bool ReleaseChange::nothing() const {
    return !head_changed && added.empty() && edited.empty() && retired.empty() && labels_added.empty() &&
           labels_changed.empty() && relations_added.empty() && relations_dropped.empty();
}

Result<ReleaseChange> plan_release(db::Tx& tx, const Release& release) {
    return Planner{tx, release}.plan();
}

void apply_release(db::Tx& tx, const access::Actor& actor, const Release& release, const ReleaseChange& change) {
    if (change.nothing()) return;
    const TaxonomyId taxonomy = write_head(tx, actor, release, change);
    const TaxonomyReleaseId written = write_release(tx, actor, taxonomy, change);
    std::vector<const ReleaseConcept*> fresh;
    for (const std::uint32_t number : change.added) fresh.push_back(&release.concepts[number]);
    const std::vector<ConceptId> fresh_ids = store::insert_concepts(tx, taxonomy, fresh);
    std::vector<ConceptId> ids = change.ids;
    for (std::size_t i = 0; i < change.added.size(); ++i) ids[change.added[i]] = fresh_ids[i];
    for (const ReleaseChange::Edited& e : change.edited)
        tx.run(queries::update_concept,
               {{"concept", e.id}, {"type", e.type}, {"code", e.code}, {"isco", e.isco}, {"reuse", e.reuse}});
    for (const ReleaseChange::Retired& r : change.retired) {
        const auto successor = r.replaced_by_new ? std::optional{ids[*r.replaced_by_new]} : r.replaced_by;
        tx.run(queries::retire_concept, {{"concept", r.id}, {"replaced_by", successor}});
    }
    write_labels(tx, release, change, ids);
    for (const ReleaseChange::Dropped& r : change.relations_dropped)
        store::delete_relation(tx, {r.source, r.kind, r.target});
    std::vector<store::RelationFlat> relations;
    relations.reserve(change.relations_added.size());
    for (const ReleaseRelation& r : change.relations_added) relations.push_back({ids[r.source], r.kind, ids[r.target]});
    store::insert_relations(tx, relations);
    write_changes(tx, written, change, ids);
    const ReleaseCounts& c = change.counts;
    audit::append(tx, actor.account, "taxonomy.imported", taxonomy.value,
                  fmt::format("added={},relabelled={},retired={},replaced={},restored={},amended={}", c.added,
                              c.relabelled, c.retired, c.replaced, c.restored, c.amended));
}

} // namespace kunna::taxonomies
