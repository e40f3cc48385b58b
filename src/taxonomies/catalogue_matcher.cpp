// Catalogue matcher.
#include "taxonomies/catalogue_matcher.hpp"

#include "base/text.hpp"
#include "base/texts.hpp"
#include "matching/weights.hpp"
#include "taxonomies/queries.hpp"
#include "taxonomies/told.hpp"

#include <algorithm>
#include <set>

namespace kunna::taxonomies {

namespace {

using matching::Language;

constexpr double sure_score = 0.7;
constexpr double sure_alike = 0.4;
// What a search field shows of what merely resembles: the rest of a catalogue is also the most probable of something.
constexpr double shown_alike = 0.18;

bool by_words(const matching::Match& match) {
    return match.reason == matching::Reason::same || match.reason == matching::Reason::words;
}

// What may be accepted without a look at each.
bool is_sure(const matching::Match& match) {
    return match.score >= sure_score && (by_words(match) || match.alike >= sure_alike);
}

using Labels = std::unordered_map<SkillId, std::vector<matching::Label>>;

// Of the concepts that skills stand for.
Labels linked_labels(db::Tx& tx) {
    Labels labels;
    tx.run(queries::labels_of_links, {}, [&](const db::Row& row) {
        const auto language = db::enum_of<Language>(row.text(1));
        if (!language) return;
        auto& of = labels[SkillId{row.integer(0)}];
        of.push_back({std::string{row.text(2)}, *language, false});
        for (const int column : {3, 4})
            for (std::string& other : text::lines(row.text(column))) of.push_back({std::move(other), *language, false});
    });
    return labels;
}

} // namespace

matching::Concept concept_of(const skills::KnownSkill& skill) {
    matching::Concept made;
    made.field = std::to_string(skill.group.value_or(SkillGroupId{}).value);
    if (!skill.name.sv.empty()) made.labels.push_back({skill.name.sv, Language::sv, true});
    if (!skill.name.en.empty()) made.labels.push_back({skill.name.en, Language::en, true});
    return made;
}

CatalogueMatcher::CatalogueMatcher(db::Tx& tx) {
    const Labels linked = linked_labels(tx);
    std::vector<matching::Concept> concepts;
    const skills::SkillFinder catalogue{tx};
    for (const skills::KnownSkill& skill : catalogue.all()) {
        if (skill.retired) continue;
        matching::Concept& made = concepts.emplace_back(concept_of(skill));
        std::set<std::string> there;
        for (const matching::Label& label : made.labels) there.insert(text::fold(label.text));
        const auto add = [&](const std::string& label, Language language) {
            if (there.insert(text::fold(label)).second) made.labels.push_back({label, language, false});
        };
        for (const std::string& other : skill.alternative.sv) add(other, Language::sv);
        for (const std::string& other : skill.alternative.en) add(other, Language::en);
        if (const auto more = linked.find(skill.id); more != linked.end())
            for (const matching::Label& label : more->second) add(label.text, label.language);
        Known& known = known_.emplace_back();
        known.id = skill.id;
        known.name = skill.name;
        known.folded_sv = text::fold(skill.name.sv);
        known.folded_en = text::fold(skill.name.en);
        for (const matching::Label& label : made.labels) known.labels.push_back(label.text);
    }
    matcher_ = std::make_unique<matching::Matcher>(concepts, matching::Context{}, matching::skill_weights);
}

SkillMatch CatalogueMatcher::told_of(const matching::Match& match, const std::string& language) const {
    const Known& known = known_[match.concept_];
    const std::string& label = known.labels[match.label];
    const bool other = label != skills::shown(known.name, language);
    return {known.id, known.name, match.score, told(match, language, other ? label : std::string_view{}),
            is_sure(match)};
}

std::vector<SkillMatch> CatalogueMatcher::match(std::string_view text, const std::string& language,
                                                std::size_t n) const {
    std::vector<SkillMatch> matches;
    const auto spoken = db::enum_of<Language>(language).value_or(Language::sv);
    for (const matching::Match& one : matcher_->match(text, spoken, n)) matches.push_back(told_of(one, language));
    return matches;
}

std::vector<SkillMatch> CatalogueMatcher::find(std::string_view text, const std::string& language,
                                               std::size_t n) const {
    const std::string folded = text::fold(text);
    if (folded.empty()) return {};
    std::vector<SkillMatch> begins;
    std::vector<SkillMatch> contains;
    std::set<SkillId> there;
    for (const Known& known : known_) {
        const std::size_t at = std::min(known.folded_sv.find(folded), known.folded_en.find(folded));
        if (at == std::string::npos) continue;
        there.insert(known.id);
        (at == 0 ? begins : contains)
            .push_back({known.id, known.name, 1, texts::say(language, "match.words"), known.folded_sv == folded});
    }
    std::vector<SkillMatch> found = std::move(begins);
    found.insert(found.end(), contains.begin(), contains.end());
    const auto spoken = db::enum_of<Language>(language).value_or(Language::sv);
    for (const matching::Match& one : matcher_->match(text, spoken, n))
        if ((by_words(one) || one.alike >= shown_alike) && there.insert(known_[one.concept_].id).second)
            found.push_back(told_of(one, language));
    if (found.size() > n) found.resize(n);
    return found;
}

std::shared_ptr<const CatalogueMatcher> CatalogueIndex::current() {
    const std::scoped_lock lock{mutex_};
    if (held_ && checked_ >= db_.version()) return held_;
    return db_.read([&](db::Tx& tx) {
        const std::int64_t seen = db_.version();
        const std::int64_t basis = tx.one<std::int64_t>(queries::catalogue_basis).value_or(0);
        if (!held_ || basis != basis_)
            std::atomic_store(&held_, std::shared_ptr<const CatalogueMatcher>{std::make_shared<CatalogueMatcher>(tx)});
        basis_ = basis;
        checked_ = seen;
        return held_;
    });
}

std::shared_ptr<const CatalogueMatcher> CatalogueIndex::kept() {
    auto held = std::atomic_load(&held_);
    if (!held) return current();
    if (checked_ < db_.version() && !making_.exchange(true)) {
        const std::scoped_lock lock{starting_};
        made_ = std::async(std::launch::async, [this] {
            const std::unique_ptr<std::atomic<bool>, void (*)(std::atomic<bool>*)> done{
                &making_, [](std::atomic<bool>* making) { *making = false; }};
            (void)current();
        });
    }
    return held;
}

} // namespace kunna::taxonomies
