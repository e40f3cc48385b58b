// From stored labels to matchers.
#include "taxonomies/matchers.hpp"

#include "base/text.hpp"
#include "matching/weights.hpp"
#include "taxonomies/queries.hpp"
#include "taxonomies/taxonomies.hpp"
#include "taxonomies/told.hpp"

#include <algorithm>
#include <unordered_map>

namespace kunna::taxonomies {

namespace {

using matching::Language;

constexpr std::array skill_types{ConceptType::skill, ConceptType::knowledge};
constexpr std::array occupation_types{ConceptType::occupation, ConceptType::occupation_group};

std::string first_of(std::string_view codes) {
    return std::string{text::split(codes, ' ').front()};
}

// Concept → the field it is in by what is above it: a skill's group, an occupation's ISCO-08 code.
std::unordered_map<ConceptId, std::string> fields_above(db::Tx& tx, TaxonomyId taxonomy, MatchKind kind) {
    const db::Query& query = kind == MatchKind::skill ? queries::skill_fields : queries::occupation_fields;
    std::unordered_map<ConceptId, std::string> fields;
    tx.run(query, {{"taxonomy", taxonomy}},
           [&](const db::Row& row) { fields.emplace(ConceptId{row.integer(0)}, first_of(row.text(1))); });
    return fields;
}

std::vector<matching::Title> titles_of_others(db::Tx& tx, TaxonomyId taxonomy) {
    std::vector<matching::Title> titles;
    tx.run(queries::titles_of_others, {{"taxonomy", taxonomy}}, [&](const db::Row& row) {
        std::vector<std::string> fields;
        for (const std::string_view code : text::split(row.text(2), ' '))
            if (!code.empty()) fields.emplace_back(code);
        titles.push_back({std::string{row.text(0)}, fields});
        for (std::string& other : text::lines(row.text(1))) titles.push_back({std::move(other), fields});
    });
    return titles;
}

// Of the concepts as they are numbered.
std::vector<matching::Occupation> occupations_of(db::Tx& tx, TaxonomyId taxonomy,
                                                 const std::unordered_map<ConceptId, std::uint32_t>& number) {
    std::map<ConceptId, matching::Occupation> needing;
    tx.run(queries::needs_of_skills, {{"taxonomy", taxonomy}}, [&](const db::Row& row) {
        const auto skill = number.find(ConceptId{row.integer(2)});
        if (skill == number.end()) return;
        matching::Occupation& of = needing[ConceptId{row.integer(0)}];
        (row.text(1) == "essential" ? of.essential : of.optional).push_back(skill->second);
    });
    tx.run(queries::names_of_needing, {{"taxonomy", taxonomy}}, [&](const db::Row& row) {
        const auto of = needing.find(ConceptId{row.integer(0)});
        if (of == needing.end()) return;
        const auto language = db::enum_of<Language>(row.text(1));
        if (!language) return;
        of->second.field = first_of(row.text(4));
        of->second.labels.push_back({std::string{row.text(2)}, *language, true});
        for (std::string& other : text::lines(row.text(3)))
            of->second.labels.push_back({std::move(other), *language, false});
    });
    std::vector<matching::Occupation> occupations;
    for (auto& [id, occupation] : needing) occupations.push_back(std::move(occupation));
    return occupations;
}

std::vector<std::string> rivals_of(db::Tx& tx, TaxonomyId taxonomy) {
    std::vector<std::string> rivals;
    tx.run(queries::rivals, {{"taxonomy", taxonomy}}, [&](const db::Row& row) { rivals.emplace_back(row.text(0)); });
    return rivals;
}

// What crosswalks say of the concepts as they are numbered.
std::vector<matching::MappedName> mapped_names(db::Tx& tx, TaxonomyId taxonomy,
                                               const std::unordered_map<ConceptId, std::uint32_t>& number) {
    std::map<std::pair<ConceptId, std::string>, matching::MappedName> names;
    tx.run(queries::mapped_names, {{"taxonomy", taxonomy}}, [&](const db::Row& row) {
        const auto known = number.find(ConceptId{row.integer(3)});
        if (known == number.end()) return;
        const bool broader = db::from_column<Correspondence>(row, 4) == Correspondence::broad;
        std::vector<std::string> all = text::lines(row.text(2));
        all.emplace_back(row.text(1));
        for (std::string& text : all) {
            matching::MappedName& name = names[{ConceptId{row.integer(0)}, text}];
            name.text = std::move(text);
            auto& of = broader ? name.broader_than : name.stands_for;
            // A name that is the same in two languages comes twice.
            if (std::find(of.begin(), of.end(), known->second) == of.end()) of.push_back(known->second);
        }
    });
    std::vector<matching::MappedName> all;
    for (auto& [key, name] : names) all.push_back(std::move(name));
    return all;
}

} // namespace

ConceptMatcher::ConceptMatcher(db::Tx& tx, TaxonomyId taxonomy, MatchKind kind) {
    const bool skills = kind == MatchKind::skill;
    const auto fields = fields_above(tx, taxonomy, kind);
    std::vector<matching::Concept> concepts;
    const auto types =
        skills ? std::span<const ConceptType>{skill_types} : std::span<const ConceptType>{occupation_types};
    all_labels(tx, taxonomy, types, [&](const LabelRow& row) {
        const auto language = db::enum_of<Language>(row.language);
        if (!language) return;
        if (known_.empty() || known_.back().id != row.id) {
            known_.push_back({row.id, std::string{row.uri}, row.type, std::string{row.code}, {}, {}, {}});
            matching::Concept& made = concepts.emplace_back();
            made.group = row.type == ConceptType::occupation_group;
            made.knowledge = row.type == ConceptType::knowledge;
            const auto above = fields.find(row.id);
            made.field = above != fields.end() ? above->second : first_of(row.isco);
        }
        (*language == Language::sv ? known_.back().sv : known_.back().en) = {std::string{row.preferred},
                                                                             std::string{row.language}};
        // Descriptions did not help with occupations, measured on MELO.
        if (skills && concepts.back().description.text.empty())
            concepts.back().description = {std::string{row.description}, *language};
        const auto add = [&](std::string_view label, bool preferred) {
            known_.back().labels.emplace_back(label);
            concepts.back().labels.push_back({std::string{label}, *language, preferred});
        };
        add(row.preferred, true);
        for (const std::string& other : text::lines(row.alternatives)) add(other, false);
        for (const std::string& other : text::lines(row.hidden)) add(other, false);
    });
    const auto titles = titles_of_others(tx, taxonomy);
    std::unordered_map<ConceptId, std::uint32_t> number;
    for (std::uint32_t i = 0; i < known_.size(); ++i) number.emplace(known_[i].id, i);
    const auto mapped = mapped_names(tx, taxonomy, number);
    if (skills) {
        const auto occupations = occupations_of(tx, taxonomy, number);
        const auto rivals = rivals_of(tx, taxonomy);
        matcher_ = std::make_unique<const matching::Matcher>(
            concepts,
            matching::Context{.titles = titles, .occupations = occupations, .rivals = rivals, .mapped = mapped},
            matching::skill_weights);
    } else {
        matcher_ = std::make_unique<const matching::Matcher>(
            concepts, matching::Context{.titles = titles, .occupations = {}, .rivals = {}, .mapped = mapped},
            matching::occupation_weights);
    }
}

std::vector<ConceptMatch> ConceptMatcher::match(std::string_view text, Language asked, std::size_t n) const {
    std::vector<ConceptMatch> matches;
    for (const matching::Match& match : matcher_->match(text, asked, n)) {
        const Known& known = known_[match.concept_];
        const Wording& own = asked == Language::en ? known.en : known.sv;
        const Wording& other = asked == Language::en ? known.sv : known.en;
        matches.push_back({known.id, known.uri, known.type, known.code, own.text.empty() ? other : own,
                           known.labels[match.label], match.score, told(match, db::enum_name(asked))});
    }
    return matches;
}

// What was made of an earlier release goes.
Result<TaxonomyId> Matchers::chosen(db::Tx& tx, const std::optional<std::string>& key) {
    if (const std::int64_t now = revision(tx); now != revision_) {
        made_.clear();
        spans_.clear();
        revision_ = now;
    }
    const auto taxonomy = tx.one<TaxonomyId>(queries::taxonomy_to_match, {{"key", key.value_or("")}});
    if (!taxonomy) return refuse(Kind::not_found, key ? "taxonomy.not_found" : "taxonomy.none");
    return *taxonomy;
}

Result<std::shared_ptr<const ConceptMatcher>> Matchers::of(MatchKind kind, const std::optional<std::string>& key) {
    const std::lock_guard lock{mutex_};
    return db_.read([&](db::Tx& tx) -> Result<std::shared_ptr<const ConceptMatcher>> {
        const TaxonomyId taxonomy = TRY(chosen(tx, key));
        auto& matcher = made_[{taxonomy, kind}];
        if (!matcher) matcher = std::make_shared<const ConceptMatcher>(tx, taxonomy, kind);
        return matcher;
    });
}

Result<std::shared_ptr<const ConceptSpans>> Matchers::spans(const std::optional<std::string>& key) {
    const std::lock_guard lock{mutex_};
    return db_.read([&](db::Tx& tx) -> Result<std::shared_ptr<const ConceptSpans>> {
        const TaxonomyId taxonomy = TRY(chosen(tx, key));
        auto& spans = spans_[taxonomy];
        if (!spans) spans = std::make_shared<const ConceptSpans>(tx, taxonomy);
        return spans;
    });
}

void Matchers::make_usual() {
    for (const auto kind : {MatchKind::skill, MatchKind::occupation}) (void)of(kind, std::nullopt);
}

void Matchers::keep_ready(std::function<void(const std::exception&)> broken) {
    indexing_ = std::jthread{[this, broken = std::move(broken)](const std::stop_token& stop) {
        std::unique_lock lock{wanted_mutex_};
        while (wake_.wait(lock, stop, [this] { return wanted_; })) {
            wanted_ = false;
            lock.unlock();
            try {
                make_usual();
            } catch (const std::exception& error) {
                broken(error);
            }
            lock.lock();
        }
    }};
}

void Matchers::imported() {
    const std::lock_guard lock{wanted_mutex_};
    wanted_ = true;
    wake_.notify_one();
}

} // namespace kunna::taxonomies
