// Skills that a text speaks of, with the words they came from: of a job description proposed for a role, of a CV to the
// person who wrote it. The text is read and forgotten.
#pragma once

#include "access/actor.hpp"
#include "drafts/draft.hpp"
#include "matching/words.hpp"
#include "taxonomies/matchers.hpp"

namespace kunna::drafts {

struct TextAsked {
    std::string text{};
    std::optional<matching::Language> language{}; // told from its words when absent
    std::optional<std::string> taxonomy{};        // its key; ESCO, or the first there is, when absent
};
BOOST_DESCRIBE_STRUCT(TextAsked, (), (text, language, taxonomy))

// Where a skill is spoken of. Characters are Unicode code points of the text, counted from 0; `to` is past the last.
struct Place {
    std::int64_t from = 0;
    std::int64_t to = 0;
    std::string words{};
    std::string sentence{};
};
BOOST_DESCRIBE_STRUCT(Place, (), (from, to, words, sentence))

struct TextLine {
    std::optional<ConceptRow> concept_{}; // absent: found by the name of a skill that stands for none
    std::optional<SkillId> skill{};       // absent: it would be taken in
    skills::Text name{};                  // of the skill, else as it would be taken in
    std::string found_by{};               // the label whose parts were found
    double confidence = 0;                // 0–1: how probable it is that the text speaks of a skill there
    std::int32_t level = 0;
    std::int32_t importance = 0;
    bool must = false;
    bool level_said = false;    // the text says something of the level
    std::string level_reason{}; // in the reader's words
    std::vector<Place> places{};
};
BOOST_DESCRIBE_STRUCT(TextLine, (),
                      (concept_, skill, name, found_by, confidence, level, importance, must, level_said, level_reason,
                       places))

struct TextDraft {
    matching::Language language = matching::Language::sv;
    std::string title{}; // the first line, if it is short: maybe the role's name
    std::string rule{};  // how levels were proposed, in the reader's words
    std::string attribution{};
    std::vector<TextLine> lines{}; // the most certain first
};
BOOST_DESCRIBE_STRUCT(TextDraft, (), (language, title, rule, attribution, lines))

// Refuses draft.no_text, document.too_long, taxonomy.not_found. Without any taxonomy only the catalogue's own skills
// are found.
Result<TextDraft> of_text(db::Db& db, taxonomies::Matchers& matchers, const access::Actor& actor,
                          const TextAsked& asked);

} // namespace kunna::drafts
