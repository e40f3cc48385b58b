// From a text to proposals: spans of the taxonomy and of the catalogue's own names, gathered by what they would become.
#include "drafts/text_draft.hpp"

#include "base/text.hpp"
#include "base/texts.hpp"
#include "documents/document.hpp"
#include "drafts/known.hpp"
#include "matching/level_hint.hpp"
#include "matching/span_weights.hpp"
#include "taxonomies/catalogue_matcher.hpp"
#include "taxonomies/taxonomies.hpp"

#include <algorithm>
#include <map>

namespace kunna::drafts {

namespace {

using matching::Sentence;
using matching::Span;

constexpr std::size_t longest_title = 80; // characters
constexpr Proposed of_text_usually{3, 2};
constexpr std::int32_t only_useful = 1; // importance

// The text, and the number of the character that each byte belongs to.
class Counted {
public:
    explicit Counted(std::string_view text) : text_{text} {
        for (std::size_t i = 0; i < text.size(); ++i)
            if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) starts_.push_back(i);
    }
    [[nodiscard]] std::int64_t characters() const { return static_cast<std::int64_t>(starts_.size()); }
    [[nodiscard]] std::int64_t at(std::size_t byte) const {
        return std::lower_bound(starts_.begin(), starts_.end(), byte) - starts_.begin();
    }
    [[nodiscard]] std::string part(std::size_t from, std::size_t to) const {
        return std::string{text_.substr(from, to - from)};
    }

private:
    std::string_view text_;
    std::vector<std::size_t> starts_;
};

// A span and what it may become.
struct Found {
    std::optional<ConceptId> concept_{};
    std::optional<SkillId> skill{};
    std::string found_by{};
    Span span{};
};

bool overlap(const Span& a, const Span& b) {
    return a.from < b.to && b.from < a.to;
}

std::vector<Found> own_skills_in(std::string_view text, matching::Language language, const Known& known) {
    std::vector<matching::Concept> concepts;
    std::vector<const skills::KnownSkill*> of;
    for (const skills::KnownSkill& skill : known.skills().all()) {
        if (skill.retired) continue;
        concepts.push_back(taxonomies::concept_of(skill));
        of.push_back(&skill);
    }
    const matching::SpanFinder finder{concepts};
    std::vector<Found> found;
    for (const Span& span : finder.find(text, language, matching::usual_confidence))
        found.push_back({{}, of[span.concept_]->id, concepts[span.concept_].labels[span.label].text, span});
    return found;
}

// The sentence a span is in.
const Sentence& sentence_of(const std::vector<Sentence>& sentences, const Span& span) {
    return *std::find_if(sentences.begin(), sentences.end(), [&](const Sentence& s) { return span.from < s.to; });
}

std::string say(const access::Actor& actor, std::string_view code,
                const std::vector<std::pair<std::string, std::string>>& values = {}) {
    return texts::say(actor.language, code, values);
}

class Gathering {
public:
    Gathering(db::Tx& tx, const access::Actor& actor, const TextAsked& asked, const std::vector<Sentence>& sentences,
              Known& known) :
        tx_{tx},
        actor_{actor}, counted_{asked.text}, sentences_{sentences}, known_{known} {}

    Result<void> add(const Found& found) {
        std::optional<ConceptRow> row;
        if (found.concept_) row = TRY(taxonomies::find_row(tx_, *found.concept_, actor_.language));
        const skills::KnownSkill* skill = found.skill ? known_.skills().by_id(*found.skill) : known_.skill_for(*row);
        const auto key = skill != nullptr ? std::pair{skill->id, ConceptId{}} : std::pair{SkillId{}, row->id};
        const auto [at, fresh] = line_of_.emplace(key, lines_.size());
        if (fresh) {
            TextLine& line = lines_.emplace_back();
            line.importance = of_text_usually.importance;
            if (skill != nullptr) line.skill = skill->id;
            line.name = skill != nullptr ? skill->name : name_of(*row);
        }
        TextLine& line = lines_[at->second];
        if (row && !line.concept_) line.concept_ = std::move(row);
        if (found.span.confidence > line.confidence) {
            line.confidence = found.span.confidence;
            line.found_by = found.found_by;
        }
        const Sentence& sentence = sentence_of(sentences_, found.span);
        suggest(line, sentence, found.span);
        line.places.push_back({counted_.at(found.span.from), counted_.at(found.span.to),
                               counted_.part(found.span.from, found.span.to),
                               counted_.part(sentence.from, sentence.to)});
        return {};
    }

    std::vector<TextLine> lines() {
        for (TextLine& line : lines_) {
            if (line.level == 0) {
                line.level = of_text_usually.level;
                line.level_reason = say(actor_, "draft.level_unsaid");
            }
            if (line.skill) line.level = within(*known_.skills().by_id(*line.skill), line.level);
        }
        std::stable_sort(lines_.begin(), lines_.end(),
                         [](const TextLine& a, const TextLine& b) { return a.confidence > b.confidence; });
        return std::move(lines_);
    }

private:
    // The first place that says something of the level decides.
    void suggest(TextLine& line, const Sentence& sentence, const Span& span) {
        if (matching::only_welcome(sentence)) line.importance = only_useful;
        if (line.level != 0) return;
        const auto hint = matching::level_hint(sentence, span.from, span.to);
        if (!hint) return;
        line.level = hint->level;
        line.level_said = true;
        line.level_reason = say(actor_, "draft.level_by", {{"words", counted_.part(hint->from, hint->to)}});
    }

    db::Tx& tx_;
    const access::Actor& actor_;
    Counted counted_;
    const std::vector<Sentence>& sentences_;
    Known& known_;
    std::vector<TextLine> lines_;
    std::map<std::pair<SkillId, ConceptId>, std::size_t> line_of_;
};

std::string title_of(std::string_view text) {
    const std::string_view line = text::trim(text::split(text::trim(text), '\n').front());
    return Counted{line}.characters() <= static_cast<std::int64_t>(longest_title) ? std::string{line} : std::string{};
}

} // namespace

Result<TextDraft> of_text(db::Db& db, taxonomies::Matchers& matchers, const access::Actor& actor,
                          const TextAsked& asked) {
    if (text::trim(asked.text).empty()) return refuse_field("/text", "draft.no_text");
    if (static_cast<std::size_t>(Counted{asked.text}.characters()) > documents::most_characters)
        return refuse_field("/text", "document.too_long", {{"limit", std::to_string(documents::most_characters)}});
    std::shared_ptr<const taxonomies::ConceptSpans> concepts;
    if (auto spans = matchers.spans(asked.taxonomy); spans.ok())
        concepts = std::move(*spans);
    else if (asked.taxonomy)
        return spans.error();
    const std::vector<Sentence> sentences = matching::sentences_of(asked.text);
    TextDraft draft;
    draft.language = asked.language.value_or(matching::language_of(sentences));
    draft.title = title_of(asked.text);
    draft.rule = say(actor, "draft.text_rule");
    return db.read([&](db::Tx& tx) -> Result<TextDraft> {
        Known known{tx};
        std::vector<Found> found = own_skills_in(asked.text, draft.language, known);
        // The organisation's own words outdo a taxonomy's.
        const std::size_t own = found.size();
        if (concepts)
            for (const taxonomies::ConceptSpan& one : concepts->find(asked.text, draft.language))
                if (std::none_of(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(own),
                                 [&](const Found& other) { return overlap(other.span, one.span); }))
                    found.push_back({one.concept_, {}, one.found_by, one.span});
        std::stable_sort(found.begin(), found.end(),
                         [](const Found& a, const Found& b) { return a.span.from < b.span.from; });
        Gathering gathering{tx, actor, asked, sentences, known};
        for (const Found& one : found) TRY(gathering.add(one));
        draft.lines = gathering.lines();
        for (const TextLine& line : draft.lines)
            if (line.concept_ && draft.attribution.empty())
                draft.attribution = TRY(taxonomies::find_concept(tx, line.concept_->id, actor.language)).attribution;
        return draft;
    });
}

} // namespace kunna::drafts
